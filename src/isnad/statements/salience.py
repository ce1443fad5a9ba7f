"""Whom a description means that stands in place of a name: «بطل العالم», «الرجل», «الرئيس المنتخب».

Whoever speaks so was named before. Offices that point back («الوزير») are for `remembered`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from isnad.annotation import Mention, Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.happenings import verb_forms_of
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.word_shapes import bare, unglued

_MARBUTA = "\u0647"
_MARK = "«"
_BEFORE = 6  # words before a name that may show its gender
_NAMED = 4  # words of a name in marks, with them
_TITLE = 3  # words before a name that tell what its bearer is
_FAR = 8  # sentences back to somebody whom the text has told of


@dataclass(frozen=True, slots=True)
class Topic:
    """The person whom a sentence names first. gender: as the words before the name show it, or
    nothing. leads: whether the sentence is about the person, as far as its order shows. nation: the
    nationality that stands before the name. titled: whether an office does."""

    at: int
    sentence: int
    mention: Mention
    gender: str
    leads: bool
    nation: str = ""
    titled: bool = False


def topics(scene: Scene) -> list[Topic]:
    """For each sentence that names people outside quotation marks the first of them, in order."""
    found: list[Topic] = []
    for at, mention in sorted(scene.mention_at.items()):
        number = scene.sentence_of[at]
        if mention.type == "person" and scene.within[at] < 0 and not (found and found[-1].sentence == number):
            nation, titled = _introduced(scene, at)
            found.append(Topic(at, number, mention, _gender(scene, at), _leads(scene, at), nation, titled))
    return found


def bodies(scene: Scene) -> list[Topic]:
    """For each sentence that names bodies without a class word («أرامكو», «حماس») the first of them, in order."""
    found: list[Topic] = []
    for at, mention in sorted(scene.mention_at.items()):
        number = scene.sentence_of[at]
        pair = scene.within[at]  # «أبل» alone in its marks
        outside = pair < 0 or scene.pairs[pair].close - scene.pairs[pair].open <= _NAMED
        first = outside and not (found and found[-1].sentence == number)
        if mention.type == "organization" and first and is_bare(mention.text):
            found.append(Topic(at, number, mention, "", leads=_leads(scene, at)))
    return found


def is_bare(name: str) -> bool:
    """Whether a body's name tells no class («أرامكو», but «شركة أرامكو»)."""
    return bare(fold_word(name.split()[0])) not in roles().body


def _gender(scene: Scene, at: int) -> str:
    """The gender that the nouns before a name show, else the verb before them, else nothing."""
    gender = ""
    for word in range(at - 1, max(scene.sentence_start(at), at - _BEFORE) - 1, -1):
        key = scene.keys[word]
        raw = scene.text[scene.words[word].start : scene.words[word].end]
        if key in particles()["day"]:
            continue  # «ودعت أمس الأحد الفنانة فلانة»
        if bare(unglued(key)) in roles().heads:
            gender = "f" if raw.endswith("ة") else "m"
        elif key in saying() or verb_forms_of(key):
            genders = [form.gender for form in saying().get(key, ())] or [form.gender for form in verb_forms_of(key)]
            return gender or genders[0]
        elif not key[0].isalpha():
            break
    return gender


def _introduced(scene: Scene, at: int) -> tuple[str, bool]:
    """The nationality among the words right before a name, and whether an office is."""
    plain = [bare(key) for key in scene.keys[max(scene.sentence_start(at), at - _TITLE) : at]]
    nations = [key for key in plain if key in roles().nationality]
    return (nations[-1] if nations else ""), any(key in roles().office for key in plain)


def _leads(scene: Scene, at: int) -> bool:
    """Whether the name is what its sentence tells of: it stands at its head, or right behind a verb or an office."""
    first, before = scene.sentence_start(at), scene.keys[at - 1] if at else ""
    glued = scene.mention_at[at].start > scene.words[at].start + 1
    return not glued and (at <= first + 1 or bare(before) in roles().heads or bool(verb_forms_of(before)))


def last_topic(known: list[Topic], at: int, sentence: int) -> Topic | None:
    """The topic of the last sentence before `sentence` that has one, unless it is far back."""
    return next(iter(_earlier(known, at, sentence)), None)


def described(found: Subject, at: int, sentence: int, known: list[Topic]) -> Speaker | None:
    """Somebody told of before whom an epithet means: the one last named, or whom most is told of."""
    gender = _epithet(found)
    if not gender:
        return None
    if roles().late & found.heads and found.kind == "back":
        return next((named(one.mention) for one in known if one.at < at and one.gender in ("", gender)), None)
    fitting = [one for one in _earlier(known, at, sentence) if one.gender in ("", gender)]
    fitting = _fitting(found, fitting)
    if not fitting:
        return None
    return named((_protagonist(fitting) if _is_of_one(found) else fitting[0]).mention)


def _fitting(found: Subject, some: list[Topic]) -> list[Topic]:
    """Those of the nationality that stands alone for a name, or of none; for a champion rather those without office."""
    head = bare(fold_word(found.speaker.text.split()[0]))
    if head in roles().nationality:
        return [one for one in some if one.nation == head] or [one for one in some if not one.nation]
    untitled = [one for one in some if not one.titled] if head in roles().epithet_of else []
    return untitled or some


def told_afresh(found: Subject, at: int, sentence: int, heard: int, known: list[Topic]) -> Speaker | None:
    """Somebody of whom the sentence right before tells, and who has not spoken, where an epithet may mean him."""
    gender, topic = _epithet(found), last_topic(known, at, sentence)
    if not gender or topic is None or not topic.leads or not heard < topic.sentence == sentence - 1:
        return None
    fits = topic.gender in ("", gender) and bool(_fitting(found, [topic])) and not topic.titled
    return named(topic.mention) if fits else None


def _earlier(known: list[Topic], at: int, sentence: int) -> list[Topic]:
    """The topics before a word, the last first; not those of its own sentence."""
    past = bisect_left(known, at, key=lambda one: one.at)
    return [one for one in reversed(known[max(0, past - _FAR) : past]) if one.sentence < sentence]


def _epithet(found: Subject) -> str:
    """The gender of a definite description that names nobody anew, or nothing."""
    marked = _MARK in found.speaker.text  # «صاحبة «باب الشمس»»
    if found.mention is not None or not (found.definite or found.kind == "back" or marked):
        return ""
    head = bare(fold_word(found.speaker.text.split()[0]))
    of = {bare(fold_word(word)) for word in found.speaker.text.split()[1:]}
    if found.kind == "back" and head in roles().nationality:
        return "f" if head.endswith(_MARBUTA) else "m"
    held = found.kind == "back" and (head in roles().epithet or _is_late_office(head, of))
    held = held or (head in roles().epithet_of and (marked or bool(of & roles().epithet_complement)))
    return "" if not held else "f" if head.endswith(_MARBUTA) else "m"


def _is_late_office(head: str, of: set[str]) -> bool:
    """«الرئيس المنتخب», «الرئيس النيجيري الأسبق»: an office that is told of somebody by the way."""
    return head in roles().office and bool(of & (roles().chosen | roles().former))


def _is_of_one(found: Subject) -> bool:
    """«الرئيس المنتخب», «المصنف الأول»: there is one such, whom most is told of."""
    words = {bare(fold_word(word)) for word in found.speaker.text.split()}
    return bool(words & roles().chosen)


def _protagonist(some: list[Topic]) -> Topic:
    """The one named most often, of equals the last; people go by the last word of their names."""
    counts = Counter(one.mention.text.split()[-1] for one in some)
    return max(some, key=lambda one: counts[one.mention.text.split()[-1]])
