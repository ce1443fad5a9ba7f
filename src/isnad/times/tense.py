"""Whether the clause around an expression tells of what was or of what will be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from isnad.arabic.words import Word
from isnad.times.lexicon import load_toml
from isnad.times.plan import Tense

_STOPS = frozenset(".؟!?؛:")
_COMMA = "\u060c"
_OBJECTS = ("\u0647\u0627", "\u0647\u0645", "\u0647")
OPENING = 4  # words before an expression that opens its sentence
_TO = frozenset(("\u0627\u0644\u064a", "\u0644\u063a\u0627\u064a\u0647"))  # «to», «until», folded
_FROM = "\u0645\u0646"
_TO_REACH = 6  # words from a verb of putting off to its «to»
REACH = 14  # words looked at on either side


def tense_at(tokens: Sequence[Word], first: int, last: int) -> Tense:
    """The tense cue nearest to the words first..last: those before it in the sentence, then those after."""
    if (led := _led_to(tokens, first)) is not None:
        return led
    for index in range(first - 1, max(first - REACH, -1), -1):
        if tokens[index].text in _STOPS:
            break
        if cue := _cue_at(tokens, index):
            return "present" if cue == "future" and _was_to_be(tokens, index) else cue
    opens = any(tokens[index].text in _STOPS for index in range(max(first - OPENING, 0), first)) or first < OPENING
    for index in range(last, min(last + REACH, len(tokens))):
        if tokens[index].text in _STOPS or (tokens[index].text == _COMMA and not opens):
            break
        if cue := _cue_at(tokens, index):
            return cue
    return "unknown"


def _led_to(tokens: Sequence[Word], first: int) -> Tense | None:
    """What the word before tells: «زلزال السادس من شباط» was, «تعود إلى …» goes back, «أرجئ إلى …» forward."""
    before = tokens[first - 1].text if first else ""
    if before in _cues()["happened"] or before[1:] in _cues()["happened"]:
        return "past"
    if before not in _TO:
        return None
    for index in range(first - 2, max(first - 2 - _TO_REACH, -1), -1):
        word = tokens[index].text
        bare = word.removeprefix("\u0648") if len(word) > 4 else word
        if word in _STOPS:
            return None
        if bare in _cues()["postponing"] and tokens[index - 1].text != _FROM:  # but «من أجل …»
            return "future"
        if bare in _cues()["going-back"] and first - 2 - index <= 1:
            return "past"
    return None


def _was_to_be(tokens: Sequence[Word], index: int) -> bool:
    """«وكان مقررا أن يصدر الحكم في السابع من آب»: a plan of the past, whose day may be over."""
    before = [word.text for word in tokens[max(0, index - 4) : index]]
    was = any(word.removeprefix("\u0648") in _cues()["was"] for word in before)
    return was and any(word in _cues()["planned"] for word in (*before, tokens[index].text))


def _cue_at(tokens: Sequence[Word], index: int) -> Tense | None:
    """What a word says of the tense where it stands: «لم يعلن» is past, an imperfect that opens a sentence present."""
    word, before = tokens[index].text, tokens[index - 1].text if index else "."
    cue = cue_of(word)
    if cue == "future" and before.removeprefix("\u0648").removeprefix("\u0641") in _cues()["before-past"]:
        return "past"
    if cue == "past" and cue_of(before) == "future":
        return None  # «تبدأ نقل المساعدات الخميس»: a noun spelt like a verb
    opens = before in _STOPS or before in _cues()["meanwhile"] or word[0] == "\u0648"
    if cue is None and opens and _imperfect(word.removeprefix("\u0648")):
        return "present"
    return cue


def _imperfect(word: str) -> bool:
    return len(word) > 3 and word[0] == "\u064a" and word not in _cues()["not-imperfect"]


NARRATION = 6  # words between a verb and what it tells the time of


def narrated(tokens: Sequence[Word], first: int) -> int | None:
    """The verb of the past, not one of saying, that stands little before word `first`: «ثم استقال بعد شهر»."""
    for index in range(first - 1, max(first - 1 - NARRATION, -1), -1):
        if tokens[index].text in _STOPS:
            return None
        if cue := cue_of(tokens[index].text):
            return index if cue == "past" and not _helping(tokens[index].text) else None
    return None


def _helping(word: str) -> bool:
    return not {word, word.removeprefix("\u0648"), word.removeprefix("\u0641")}.isdisjoint(_cues()["helping"])


def asides() -> frozenset[str]:
    """The words behind which a date is not the time of what is told: «الذي ولد عام 1990»."""
    return _cues()["aside"]


def sermons() -> frozenset[str]:
    """The words behind which a Friday is that of a prayer or its sermon."""
    return _cues()["sermon"]


@lru_cache(maxsize=20_000)
def cue_of(word: str) -> Tense | None:
    """What a folded word says of the tense by itself; None where it says nothing."""
    data = _cues()
    bare = word.removeprefix("\u0648").removeprefix("\u0641") if len(word) > 3 else word
    if word in data["future"] or bare in data["future"]:
        return "future"
    if word in data["past"] or bare in data["past"]:
        return "told" if word in data["said"] or bare in data["said"] else "past"
    if _will(bare, data):
        return "future"
    return "past" if _has_object(bare, data["past"]) else None


def _has_object(word: str, past: frozenset[str]) -> bool:
    """«ألقاها», «أصدرته»: a verb of the past with its object."""
    stem = next((word.removesuffix(end) for end in _OBJECTS if word.endswith(end)), "")
    stem = stem[:-1] + "\u064a" if stem.endswith("\u0627") else stem
    return len(stem) > 3 and stem in past


def _will(word: str, data: dict[str, frozenset[str]]) -> bool:
    """«سـ» glued to an imperfect verb; «ساحقة» is none."""
    if word[1:2] == "\u0627" and word[-1] == "\u0647":
        return False
    return (
        len(word) > 4
        and word[0] == "\u0633"
        and word[1] in "\u064a\u062a\u0646\u0627"
        and word[:4] not in data["not-will"]
    )


@lru_cache(maxsize=1)
def _cues() -> dict[str, frozenset[str]]:
    from isnad.arabic.letters import fold_word

    return {name: frozenset(map(fold_word, forms)) for name, forms in load_toml("lexicon", "tense").items()}
