"""Whom a description means that stands in place of a name: «بطل العالم», «الرجل», «الرئيس المنتخب».

Whoever speaks so was named before. Offices that point back («الوزير») are for `remembered`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from isnad.annotation import Mention, Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.lexicon import roles, saying
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.word_shapes import bare

_MARBUTA = "\u0647"
_MARK = "«"
_FAR = 8  # sentences back to somebody whom the text has told of


@dataclass(frozen=True, slots=True)
class Topic:
    """The person whom a sentence names first. gender: as the words before the name show it, or nothing."""

    at: int
    sentence: int
    mention: Mention
    gender: str


def topics(scene: Scene) -> list[Topic]:
    """For each sentence that names people outside quotation marks the first of them, in order."""
    found: list[Topic] = []
    for at, mention in sorted(scene.mention_at.items()):
        number = scene.sentence_of[at]
        if mention.type == "person" and scene.within[at] < 0 and not (found and found[-1].sentence == number):
            found.append(Topic(at, number, mention, _gender(scene, at)))
    return found


def _gender(scene: Scene, at: int) -> str:
    """The gender of the noun, or of the verb of saying, that stands right before a name."""
    for word in range(at - 1, max(scene.sentence_start(at), at - 6) - 1, -1):
        plain = bare(scene.keys[word])
        if plain in roles().heads:
            raw = scene.text[scene.words[word].start : scene.words[word].end]
            return "f" if raw.endswith("ة") else "m"
        for form in saying().get(scene.keys[word], ()):
            return form.gender
    return ""


def last_topic(known: list[Topic], at: int, sentence: int) -> Topic | None:
    """The topic of the last sentence before `sentence` that has one, unless it is far back."""
    return next(iter(_earlier(known, at, sentence)), None)


def described(found: Subject, at: int, sentence: int, known: list[Topic]) -> Speaker | None:
    """Somebody told of before whom an epithet means: the one last named, or whom most is told of."""
    gender = _epithet(found)
    if not gender:
        return None
    fitting = [one for one in _earlier(known, at, sentence) if one.gender in ("", gender)]
    if not fitting:
        return None
    return named((_protagonist(fitting) if _is_of_one(found) else fitting[0]).mention)


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
    held = found.kind == "back" and (head in roles().epithet or (head in roles().office and bool(of & roles().chosen)))
    held = held or (head in roles().epithet_of and (marked or bool(of & roles().epithet_complement)))
    return "" if not held else "f" if head.endswith(_MARBUTA) else "m"


def _is_of_one(found: Subject) -> bool:
    """«الرئيس المنتخب», «المصنف الأول»: there is one such, whom most is told of."""
    words = {bare(fold_word(word)) for word in found.speaker.text.split()}
    return bool(words & roles().chosen)


def _protagonist(some: list[Topic]) -> Topic:
    """The one named most often, of equals the last; people go by the last word of their names."""
    counts = Counter(one.mention.text.split()[-1] for one in some)
    return max(some, key=lambda one: counts[one.mention.text.split()[-1]])
