"""The number of an amount at a word: digits, number words, magnitudes, duals, «إحدى», orders such as «المئات»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from isnad.arabic.letters import fold_word
from isnad.arabic.numbers import readings, starts_number
from isnad.arabic.words import Word
from isnad.statements.lexicon import particles, toml

_WAW, _ARTICLE = "\u0648", "\u0627\u0644"
_GLUED = ("", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0648\u0628", "\u0648\u0644")
_SEPARATORS = {",": "", "\u066c": "", ".": ".", "\u066b": ".", "،": ""}
_ONE, _TEN = ("احدي", "احد"), "عشر"
_LONGEST = 10
_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the words at..end (exclusive). clip: letters of the first word before it. unit: where it is fused."""

    at: int
    end: int
    value: float
    clip: int = 0
    unit: str = ""
    bound: Literal["exact", "at-least"] = "exact"
    digits: bool = False
    order: bool = False
    one: bool = False
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class _Lists:
    magnitude: dict[str, int]
    dual: dict[str, int]
    order: dict[str, int]
    duals: dict[str, str]  # written form -> singular
    constructs: dict[str, str]
    plurals: frozenset[str]


def amount_at(words: Sequence[Word], keys: Sequence[str], at: int) -> Amount | None:
    """The amount that begins at word `at`, or None."""
    key = keys[at]
    if key[0].isdigit():
        return _in_digits(words, keys, at)
    if not key[0].isalpha() or len(key) < 2:
        return None
    for prefix in _GLUED:
        if key.startswith(prefix):
            found = _in_words(keys, at, len(prefix))
            if found is not None:
                return found
    return None


def _in_digits(words: Sequence[Word], keys: Sequence[str], at: int) -> Amount | None:
    digits, end = keys[at], at + 1
    while (
        len(digits) <= _DIGITS
        and end + 1 < len(keys)
        and keys[end] in _SEPARATORS
        and keys[end + 1].isdigit()
        and words[end + 1].start - words[end - 1].end == 1
    ):
        separator = _SEPARATORS[keys[end]] if len(keys[end + 1]) != 3 or keys[end] in ".\u066b" else ""
        if "." in digits and separator:
            return None
        digits, end = digits + separator + keys[end + 1], end + 2
    if _is_code(words, keys, at, end) or len(digits) > _DIGITS:
        return None
    return _magnified(keys, at, end, float(digits), digits=True)


def _is_code(words: Sequence[Word], keys: Sequence[str], at: int, end: int) -> bool:
    """Digits glued to letters or dashes are codes, scores or dates: «إف-16», «2-1», «3/4»."""
    left = at > 0 and words[at - 1].end == words[at].start and keys[at - 1] in "-/:–"
    right = end < len(keys) and words[end - 1].end == words[end].start and keys[end] in "-/:–"
    return left or right


def _in_words(keys: Sequence[str], at: int, clip: int) -> Amount | None:
    lists, key = _lists(), keys[at][clip:]
    if key in lists.order:
        return _order(keys, at, clip)
    if key in lists.dual:
        return _dual_magnitude(keys, at, clip)
    if key in lists.duals or key in lists.constructs:
        return _dual(keys, at, clip)
    if key in _ONE and not "".join(keys[at + 1 : at + 2]).startswith(_TEN):  # «إحدى عشرة مرة» is a number
        return _one(keys, at, clip)
    if key in lists.magnitude and key[:2] != _ARTICLE:
        return _single_magnitude(keys, at, clip)
    if not starts_number(key):
        return None
    found = [one for one in readings([key, *keys[at + 1 : at + _LONGEST]]) if not one.ordinal]
    if not found or (found[-1].length == 1 and found[-1].value < 3):
        return None
    longest = found[-1]
    return _magnified(keys, at, at + longest.length, longest.value, clip=clip)


def _magnified(keys: Sequence[str], at: int, end: int, value: float, *, clip: int = 0, digits: bool = False) -> Amount:
    """The amount with the multipliers that follow it: «ثلاثة ملايين و500 ألف»."""
    total = 0.0
    while end < len(keys) and keys[end] in _lists().magnitude:
        total += value * _lists().magnitude[keys[end]]
        value, end = 0.0, end + 1
        if end + 1 < len(keys) and keys[end] == _WAW and keys[end + 1].isdigit():
            value, end = float(keys[end + 1][:15]), end + 2
            continue
        half = _half(keys, end)
        if half:
            total += half * _lists().magnitude[keys[end - 1]]
            end += 1 + (end + 1 < len(keys) and keys[end + 1] in _lists().magnitude)
        break
    return Amount(at, end, total + value, clip, digits=digits)


def _half(keys: Sequence[str], at: int) -> float:
    return {"ونصف": 0.5, "وربع": 0.25}.get(keys[at], 0.0) if at < len(keys) else 0.0


def _single_magnitude(keys: Sequence[str], at: int, clip: int) -> Amount | None:
    """«مليون دولار», «ألف جندي»: one of them; not a magnitude in the middle of something else."""
    before = keys[at - 1] if at else ""
    if before[:1].isdigit():
        return None
    return _magnified(keys, at, at, 1.0, clip=clip)


def _dual_magnitude(keys: Sequence[str], at: int, clip: int) -> Amount:
    return Amount(at, at + 1, float(_lists().dual[keys[at][clip:]]), clip)


def _order(keys: Sequence[str], at: int, clip: int) -> Amount | None:
    """«المئات من», «عشرات الآلاف من»: the least value that the order allows."""
    lists = _lists()
    value, end = float(lists.order[keys[at][clip:]]), at + 1
    if end < len(keys) and keys[end] in lists.order and lists.order[keys[end]] >= 1000:
        value, end = value * lists.order[keys[end]], end + 1
    before = keys[at - 1] if at else ""
    if before[:1].isdigit():
        return None
    return Amount(at, end, value, clip, bound="at-least", order=True, confidence=0.8)


def _one(keys: Sequence[str], at: int, clip: int) -> Amount | None:
    """«إحدى بطاريات الصواريخ»: one of several."""
    if at + 1 >= len(keys) or keys[at + 1].removeprefix(_ARTICLE) not in _lists().plurals:
        return None
    return Amount(at, at + 1, 1.0, clip, one=True, confidence=0.7)


def _dual(keys: Sequence[str], at: int, clip: int) -> Amount | None:
    lists, key = _lists(), keys[at][clip:]
    if key in lists.duals:
        return Amount(at, at + 1, 2.0, clip, lists.duals[key], confidence=0.85)
    following = keys[at + 1] if at + 1 < len(keys) else ""
    before = keys[at - 1] if at else ""
    names = particles()
    if not following[:1].isalpha() or following.startswith(_ARTICLE) or following in names["preposition"]:
        return None
    begins = not before[:1].isalpha() or any(before in names[name] for name in ("that", "preposition", "clause"))
    return Amount(at, at + 1, 2.0, clip, lists.constructs[key], confidence=0.7) if begins or clip else None


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = toml("quantities.toml")
    duals: dict[str, str] = {}
    constructs: dict[str, str] = {}
    plurals = set()
    for pair in data["counted"]["nouns"].split():
        single, plural = pair.split(":")
        stem = single[:-1] + "ت" if single.endswith("ة") else single
        stem = stem[:-1] + "ي" if stem.endswith("ى") else stem.removesuffix("ء") + "ء" if stem.endswith("ء") else stem
        duals |= {fold_word(stem + ending): single for ending in ("ان", "ين")}
        constructs |= {fold_word(stem + ending): single for ending in ("ا", "ي")}
        plurals.add(fold_word(plural))
    constructs = {form: single for form, single in constructs.items() if form not in duals}
    return _Lists(
        _by_word(data["magnitude"]),
        _by_word(data["dual"]),
        _by_word(data["order"]),
        duals,
        constructs,
        frozenset(plurals),
    )


def _by_word(table: dict[str, str]) -> dict[str, int]:
    return {fold_word(word): int(value) for value, words in table.items() for word in words.split()}
