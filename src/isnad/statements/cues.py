"""Where the text says that somebody says something: verbs of saying, their participles, phrases of attribution.

A cue tells what was said from where on, and where to look for who said it. Speech inside quotation marks is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from isnad.arabic.letters import fold_word
from isnad.statements.contents import Opened, is_speech_sized, opening
from isnad.statements.lexicon import (
    Attribution,
    Saying,
    SayingForm,
    attributions,
    never_verbs,
    particles,
    saying,
    saying_of_it,
)
from isnad.statements.openings import asks_to_be_unnamed, begins_clause, is_aside
from isnad.statements.saying_here import closes_quotation, holds, is_comment
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_that
from isnad.statements.word_shapes import holds_object

CueKind = Literal["verb", "circumstance", "noun", "phrase"]

_COMMAS = frozenset("،,؛")
_OPENING = frozenset('«“"')
_ABOVE, _BELOW, _GLUED_TO_NOUN = "\u0623", "\u0625", "\u0648\u0641\u0628\u0644"
_NOUN = frozenset(("اسم", "حال"))  # what a participle may take without a preposition


@dataclass(frozen=True, slots=True)
class Cue:
    """at: its word; end: just past it. stop: where the search for its subject ends. opened: None when none follows."""

    at: int
    end: int
    kind: CueKind
    lemma: str
    stance: str
    stop: int
    opened: Opened | None = None
    form: SayingForm | None = None
    phrase: Attribution | None = None
    after: bool = False  # «…، كما قال»: what was said stands before it

    @property
    def verb(self) -> Saying | None:
        """The verb of saying, None for a phrase."""
        return self.form.verb if self.form else None


def cues(scene: Scene) -> list[Cue]:
    """The cues of a text outside quoted speech, in order."""
    return [cue for first, last in scene.sentences for cue in _in_sentence(scene, first, last)]


def _in_sentence(scene: Scene, first: int, last: int) -> Iterator[Cue]:
    forms, phrases, short = saying(), attributions(), saying_of_it()
    at = closed = first  # up to `closed` lies the subject of the cue before, which may say something of its own
    while at < last:
        pair = scene.within[at]
        if pair >= 0 and is_speech_sized(scene, pair):
            at = scene.pairs[pair].close
            continue
        key = scene.keys[at]
        cue = None
        if key in phrases:
            cue = _phrase(scene, at, last, phrases[key])
        if cue is None and key in forms and not _is_named(scene, at, first) and not _is_other_word(scene, at):
            cue = _verb(scene, at, first, last, forms[key])
        told = _points_back(scene, at, first) or scene.keys[at + 1 : at + 2] == [":"]
        if cue is None and key in short and (told or _urges(scene, at, short[key])):
            cue = _verb(scene, at, first, last, short[key])
        if cue is not None and not (at < closed and cue.kind in ("verb", "circumstance")):
            yield cue
            closed = cue.opened.word if cue.opened is not None and cue.kind != "phrase" else at
        at = max(at + 1, cue.end if cue is not None else 0)


def _is_named(scene: Scene, at: int, first: int) -> bool:
    """Whether a name begins in the word; «وروت إليزابيث …» at the head of a sentence is a verb read into a name."""
    mention = scene.mention_at.get(at)
    if mention is None or any(form.verb.clear and form.kind == "past" for form in saying()[scene.keys[at]]):
        return False  # «نفى» is nobody's name
    if scene.mention_end[at] == at + 1 < len(scene.keys) and is_that(scene, at + 1):
        return False  # «أما الوزير فرأى أن …»
    if closes_quotation(scene, at):
        return False  # ««…»، روت فلانة»
    swallowed = at == first and mention.start > scene.words[at].start
    return not (swallowed and scene.mention_end[at] > at + 1)


def _is_other_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    best_of = at > 0 and scene.keys[at - 1] in ("احد", "احدي")  # «أحد أبرز وجوه الحراك»
    return best_of or scene.text[word.start : word.end] in never_verbs()


def _phrase(scene: Scene, at: int, last: int, candidates: tuple[Attribution, ...]) -> Cue | None:
    for phrase in candidates:
        end = at + len(phrase.words)
        if end >= last or phrase.verb or not _matches(scene, at, phrase):
            continue
        if phrase.preposition and not scene.keys[end].startswith(phrase.preposition):
            continue
        if phrase.own and not (begins_clause(scene, at, scene.sentence_start(at)) and _ends_aside(scene.keys[end])):
            continue
        stop = _phrase_stop(scene, end, last)
        so = stop < last and scene.keys[stop] == "فان"  # «بحسب فلان فإن القرار «متسرع»»
        opened = Opened(stop + 1, "that", stop) if so else None
        return Cue(at, end, "phrase", phrase.lemma, phrase.stance, stop, opened, phrase=phrase)
    return None


def _ends_aside(key: str) -> bool:
    """«وحسبه، فإن …», «وحسبه فإن الشارع …»: what follows a phrase that is complete by itself."""
    return key in _COMMAS or key in particles()["that"]


def _matches(scene: Scene, at: int, phrase: Attribution) -> bool:
    """Whether the words stand there; the last may carry a pronoun («على حد قوله»)."""
    keys = scene.keys[at : at + len(phrase.words)]
    if keys[1:-1] != list(phrase.words[1:-1]):
        return False
    if len(keys) == 1:
        return True
    return keys[-1].startswith(phrase.words[-1]) and len(keys[-1]) - len(phrase.words[-1]) <= 3


def _phrase_stop(scene: Scene, end: int, last: int) -> int:
    lists = particles()
    for at in range(end, min(last, end + 40)):
        if scene.keys[at] in lists["that"] or is_aside(scene, at):
            return at
    return min(last, end + 40)


def _verb(scene: Scene, at: int, first: int, last: int, candidates: tuple[SayingForm, ...]) -> Cue | None:
    negated = _negated(scene, at, first)
    if _impersonal(scene, at) or asks_to_be_unnamed(scene, at):
        return None
    for form in candidates:
        if negated and fold_word(form.verb.lemma) not in particles()["affirmed_by_negation"]:
            continue
        if (form.kind == "noun" and form.joined) or _is_verbal_noun(scene, at, form):
            continue
        opened, stop = opening(scene, at, last, form)
        if form.kind == "circumstance" and form.verb.takes & _NOUN and _is_far(opened, at, form):
            opened = _object(scene, at, last) or opened
        if holds(scene, at, first, form, opened):
            kind: CueKind = form.kind if form.kind in ("circumstance", "noun") else "verb"
            calls = form.verb.stance == "describe" and scene.keys[at - 1] == "ما"  # «وهو ما وصفته بأنه «خطأ»»
            after = kind == "verb" and opened is None and not calls and is_comment(scene, at, first)
            stance = "expect" if negated else form.verb.stance
            return Cue(at, at + 1, kind, form.verb.lemma, stance, stop, opened, form, after=after)
    return None


def _is_verbal_noun(scene: Scene, at: int, form: SayingForm) -> bool:
    """«إدانتهم بالسرقة» as written, where folded letters alone could be «أدانتهم»."""
    written = scene.text[scene.words[at].start : scene.words[at].end].lstrip(_GLUED_TO_NOUN)
    return form.kind == "past" and written.startswith(_BELOW) and form.verb.lemma.startswith(_ABOVE)


def _points_back(scene: Scene, at: int, first: int) -> bool:
    """«وهو ما عزته الوزارة إلى …», «القرار الذي عده النواب …»: where a verb has a pronoun for its object."""
    before = scene.keys[at - 1] if at > first else ""
    return before in ("ما", "قد", "وقد") or before in particles()["relative"] | particles()["aside"]


def _urges(scene: Scene, at: int, forms: tuple[SayingForm, ...]) -> bool:
    """«وحثه على «الالتزام»», «ودعاه إلى ضبط النفس»: a joined verb with its object, and what it takes right behind."""
    behind = scene.mention_end.get(at + 1, at + 1)  # «وحذره بلينكن من …»
    following = scene.keys[behind] if behind < len(scene.keys) else ""
    return any(
        form.joined and form.verb.stance != "ask" and following in map(fold_word, form.verb.takes) for form in forms
    )


def _is_far(opened: Opened | None, at: int, form: SayingForm) -> bool:
    """Whether what a participle takes stands before the words in marks: «مبدية استعداد مدريد … «إذا طلب منا»»."""
    return opened is None or (opened.by == "marks" and opened.at > at + 4 and "أن" not in form.verb.takes)


def _object(scene: Scene, at: int, last: int) -> Opened | None:
    """«مؤكدا مواصلة الدعم»: the noun right after the participle."""
    lists, word = particles(), at + 1
    if word < last and holds_object(scene.keys[word]) and scene.keys[word] in lists["preposition"]:
        word += 1  # «ملتمسة منه الكشف عن ملفاتهم»
    if scene.keys[word : word + 1] == ["من"] and word + 2 < last:
        word += 2  # «طالبا من الجميع «الالتزام باللائحة»»
        if scene.keys[word] in _OPENING:
            return Opened(word + 1, "marks", word)
    if scene.keys[word : word + 1] == ["«"] and scene.within[word + 1] >= 0 and "حال" in _takes(scene, at):
        return Opened(word, "noun", word)  # «معتبرا «الحال» من أهم الأفلام»
    if word >= last or not scene.keys[word][0].isalpha() or scene.keys[word] in lists["preposition"]:
        return None
    return Opened(word, "noun", word)


def _takes(scene: Scene, at: int) -> frozenset[str]:
    return frozenset[str]().union(*(form.verb.takes for form in saying()[scene.keys[at]]))


def _negated(scene: Scene, at: int, first: int) -> bool:
    before = scene.keys[max(first, at - 2) : at]
    negation = particles()["negation"]
    return bool(before) and (
        before[-1] in negation - {"ما", "وما"} or (len(before) > 1 and before[0] in ("دون", "بدون"))
    )


def _impersonal(scene: Scene, at: int) -> bool:
    two = f"{scene.keys[at]} {scene.keys[at + 1]}" if at + 1 < len(scene.keys) else scene.keys[at]
    return two in particles()["impersonal"]
