"""Where the text says that somebody says something: verbs of saying, their participles, phrases of attribution.

A cue tells what was said from where on, and where to look for who said it. Speech inside quotation marks is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from isnad.arabic.letters import fold_word
from isnad.arabic.numbers import starts_number
from isnad.statements.contents import Opened, is_speech_sized, opening
from isnad.statements.happenings import context
from isnad.statements.lexicon import (
    Attribution,
    Saying,
    SayingForm,
    attributions,
    never_verbs,
    particles,
    roles,
    saying,
    saying_of_it,
)
from isnad.statements.openings import begins_clause, is_aside, opener_end
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_that
from isnad.statements.word_shapes import bare, nominative

CueKind = Literal["verb", "circumstance", "noun", "phrase"]

_COMMAS = frozenset("،,؛")
_DATELINE = frozenset(":-–—)")
_CLOSING = frozenset('»”“"')
_BESIDE = 3
_NOUN = frozenset(("اسم", "حال"))  # what a participle may take without a preposition
_IS = frozenset(("يكن", "تكن", "يكون", "تكون", "ليس", "ليست", "اكن", "نكن", "كنت", "اكون", "لست"))
_WHOM = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_FOUND_IN = ("جاء", "ورد")  # «جاء في التقرير أن …»
_LED = {"علم": "من", "ذهب": "الي", "توصل": "الي"}  # «علمت الصحيفة من مصدر أن …», «يذهب الخبير إلى أن …»


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
        if cue is None and key in short and (_points_back(scene, at, first) or scene.keys[at + 1 : at + 2] == [":"]):
            cue = _verb(scene, at, first, last, short[key])
        if cue is not None and not (at < closed and cue.kind in ("verb", "circumstance")):
            yield cue
            closed = cue.opened.word if cue.opened is not None else at
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
    return scene.text[word.start : word.end] in never_verbs()


def _phrase(scene: Scene, at: int, last: int, candidates: tuple[Attribution, ...]) -> Cue | None:
    for phrase in candidates:
        end = at + len(phrase.words)
        if end >= last or phrase.verb or not _matches(scene, at, phrase):
            continue
        if phrase.preposition and not scene.keys[end].startswith(phrase.preposition):
            continue
        stop = _phrase_stop(scene, end, last)
        return Cue(at, end, "phrase", phrase.lemma, phrase.stance, stop, phrase=phrase)
    return None


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
    if _impersonal(scene, at):
        return None
    for form in candidates:
        if negated and fold_word(form.verb.lemma) not in particles()["affirmed_by_negation"]:
            continue
        if form.kind == "noun" and form.joined:
            continue
        opened, stop = opening(scene, at, last, form)
        if form.kind == "circumstance" and form.verb.takes & _NOUN and _is_far(opened, at, form):
            opened = _object(scene, at, last) or opened
        if _holds(scene, at, first, form, opened):
            kind: CueKind = form.kind if form.kind in ("circumstance", "noun") else "verb"
            calls = form.verb.stance == "describe" and scene.keys[at - 1] == "ما"  # «وهو ما وصفته بأنه «خطأ»»
            after = kind == "verb" and opened is None and not calls and _is_comment(scene, at, first)
            stance = "expect" if negated else form.verb.stance
            return Cue(at, at + 1, kind, form.verb.lemma, stance, stop, opened, form, after=after)
    return None


def _points_back(scene: Scene, at: int, first: int) -> bool:
    """«وهو ما عزته الوزارة إلى …», «القرار الذي عده النواب …»: where a verb has a pronoun for its object."""
    return at > first and (scene.keys[at - 1] == "ما" or scene.keys[at - 1] in particles()["relative"])


def _is_far(opened: Opened | None, at: int, form: SayingForm) -> bool:
    """Whether what a participle takes stands before the words in marks: «مبدية استعداد مدريد … «إذا طلب منا»»."""
    return opened is None or (opened.by == "marks" and opened.at > at + 4 and "أن" not in form.verb.takes)


def _object(scene: Scene, at: int, last: int) -> Opened | None:
    """«مؤكدا مواصلة الدعم»: the noun right after the participle."""
    lists, word = particles(), at + 1
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


def _is_comment(scene: Scene, at: int, first: int) -> bool:
    """«كما قال الوزير», «حسبما ذكرت الوكالة», «بحسب ما أعلن المتحدث»: the verb comes after what was said."""
    was = at > first + 1 and scene.keys[at - 1] in context()["was"]  # «كما كان يقول»
    return at > first and scene.keys[at - 1 - was] in ("كما", "حسبما", "مثلما", "ما", "وفقما")


def _holds(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened | None) -> bool:
    """Whether the word is a verb of saying here, and not its homograph."""
    if form.kind == "circumstance":
        near = opened is not None and (opened.at - at <= _BESIDE or not scene.keys[at].startswith("بال"))
        return near and at > first and _is_circumstance(scene, at)  # «ختم بالتأكيد على أن …», but «بالتأكيد» alone
    if form.kind == "noun":
        return opened is not None and opened.at - at <= 2 and form.verb.stance != "ask"
    if form.verb.lemma == "كتب" and at == first and not form.joined:
        return opened is not None and opened.by == "that"
    if form.verb.lemma in _LED:
        return opened is not None and opened.by == "that" and _LED[form.verb.lemma] in scene.keys[at : opened.at]
    if form.verb.clear:
        return not _after_preposition(scene, at, first)
    if _is_preposition(scene, at):
        return opened is not None and _no_preposition(scene, at, first, form, opened)
    if form.verb.lemma in _FOUND_IN:
        return opened is not None and scene.keys[at + 1] in ("في", "فيه", "فيها")
    if opened is None:
        dateline = at > first and scene.keys[at - 1] in _DATELINE and at - first < 9
        begins = dateline or (at == first and form.joined) or (first < at == opener_end(scene, first))
        begins = begins or (at > first + 1 and (is_aside(scene, at - 1) or is_aside(scene, at - 2)))
        news = begins and form.kind == "past" and form.verb.event != "never"
        comments = form.kind == "past" and _is_comment(scene, at, first)
        return news or comments or (form.kind in ("past", "present") and closes_quotation(scene, at))
    if opened.by in ("marks", "colon") and not form.verb.takes & {"أن", "ب", "اسم"}:
        return False
    return _is_verb_here(scene, at, first, form, opened)


def _is_preposition(scene: Scene, at: int) -> bool:
    """«عقب», «عبر», «بين»: verbs only at the head of a sentence, with a conjunction."""
    key = scene.keys[at]
    return key in particles()["preposition"] or key[1:] in particles()["preposition"]


def _no_preposition(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened) -> bool:
    """«عبر» at the head of a sentence, or in «وفي حوار معه عبر الفنان فلان عن أسفه»."""
    heads = at == first or scene.keys[at - 1] in _DATELINE
    spoken_of = bare(scene.keys[at + 1]) in roles().heads or at + 1 in scene.mention_at
    if form.verb.lemma == "عبر" and begins_clause(scene, at, first) and spoken_of and scene.keys[opened.at - 1] == "عن":
        return True  # «من جانبه، عبر والد التوأمين عن شكره»
    if opened.by == "preposition" and opened.clip == 0 and form.kind == "past" and _person_at(scene, at + 1):
        return True
    return heads and (form.joined or at + 1 in scene.mention_at)


def _person_at(scene: Scene, at: int) -> bool:
    """Whether somebody with a name stands there, also behind his office."""
    names = [scene.mention_at[word] for word in range(at, min(at + 4, len(scene.keys))) if word in scene.mention_at]
    return (
        bool(names) and names[0].type == "person" and (at in scene.mention_at or bare(scene.keys[at]) in roles().heads)
    )


def closes_quotation(scene: Scene, at: int) -> bool:
    """«…»، هكذا علق فلان: the verb behind the marks."""
    before = scene.keys[max(0, at - 4) : at]
    return bool(set(before) & _CLOSING) and before[-1] in _COMMAS | particles()["before_verb_of_quotation"]


def _is_circumstance(scene: Scene, at: int) -> bool:
    """«، طالبة …» is said of who spoke; «قالت طالبة» is who speaks, «29 متهما» are counted."""
    before = scene.keys[at - 1]
    if before[:1].isdigit() or starts_number(before) or before.removeprefix("و") in _IS | context()["was"]:
        return False  # «29 متهما», «لم يكن كاتبا عابرا»
    if before in particles()["that"] and nominative(scene.keys[at]) in roles().heads:
        return False  # «إلا أن متحدثا باسمها قال»
    return scene.keys[at] not in roles().heads or before in _COMMAS


def _after_preposition(scene: Scene, at: int, first: int) -> bool:
    if at == first or scene.is_name(at - 1) or _called_whom(scene, at):
        return False
    before = particles()["preposition"] - {"حتي", "دون", "بعد"}
    return scene.keys[at - 1] in before or (at - 1 == first and scene.keys[at - 1].removeprefix("و") in before)


def _called_whom(scene: Scene, at: int) -> bool:
    """«هاجم من وصفهم بـ«المتخاذلين»»: «من» is «who» before a verb that calls somebody so."""
    return (
        scene.keys[at - 1] in ("من", "عمن", "ممن")
        and scene.keys[at].endswith(_WHOM)
        and (scene.keys[at + 1 : at + 3] == ["ب", "«"] or scene.keys[at + 1 : at + 2] == ["«"])
    )


def _is_verb_here(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened) -> bool:
    if _after_preposition(scene, at, first):
        return False
    strong = opened.by in ("that", "colon", "marks")
    begins = begins_clause(scene, at, first)
    if not strong and opened.by == "noun":
        return begins
    if not strong:
        return begins or form.joined or form.gender == "f" or form.kind != "past"
    return begins or form.joined or form.kind != "past" or opened.at - at <= 14
