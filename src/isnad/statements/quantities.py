"""Counted amounts: a number in digits or words, what is counted, and how the number is bounded. Dates are none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from isnad.annotation import Quantity, Time
from isnad.arabic.letters import fold_word
from isnad.arabic.words import Word
from isnad.statements.amounts import Amount, amount_at
from isnad.statements.lexicon import folded, particles, saying, toml
from isnad.statements.scene import tokens

Bound = Literal["exact", "at-least", "at-most", "about"]

_WAW, _ARTICLE, _NISBA = "\u0648", "\u0627\u0644", ("\u064a", "\u064a\u0647")
_OTHERS = ("اخر", "اخري", "اخرين", "اخرون", "اخران", "اخريين", "اخريان")


@dataclass(frozen=True, slots=True)
class _Lists:
    before: dict[tuple[str, ...], Bound]
    after: dict[tuple[str, ...], Bound]
    percent: frozenset[tuple[str, ...]]
    currency: frozenset[str]
    with_waw: frozenset[str]
    not_before: frozenset[str]
    not_units: frozenset[str]


def quantities(text: str, times: Sequence[Time]) -> tuple[Quantity, ...]:
    """The amounts of a text that have something counted, in order.

    value in units, magnitudes worked out («أربعة مليارات دولار» is 4e9, unit «دولار»). unit as written, the singular
    for a noun in the dual. An order of magnitude («المئات») gives its least value, at-least. What lies in one of
    `times` is left out.
    """
    words, keys, _ = tokens(text)
    busy = _Busy(times)
    found = []
    at = 0
    while at < len(keys):
        amount = amount_at(words, keys, at)
        one = _quantity(text, words, keys, amount, busy) if amount is not None else None
        if one is not None:
            found.append(one[0])
        at = max(at + 1, one[1] if one else (amount.end if amount else 0))
    return tuple(found)


class _Busy:
    """Whether an expression of time covers a place."""

    def __init__(self, times: Sequence[Time]) -> None:
        ordered = sorted(times, key=lambda time: time.start)
        self._starts = [time.start for time in ordered]
        self._ends = [time.end for time in ordered]

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the stretches reaches into start..end."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def _quantity(
    text: str, words: Sequence[Word], keys: Sequence[str], amount: Amount, busy: _Busy
) -> tuple[Quantity, int] | None:
    start = words[amount.at].start + amount.clip
    if busy.covers(start, words[amount.end - 1].end) or _is_part_of_name(keys, amount):
        return None
    end, unit = _unit(text, words, keys, amount)
    if not unit:
        return None
    bound, first, clip = _bounded(keys, amount)
    after, end = _bounded_after(keys, end)
    begins = words[first].start + clip if first < amount.at else start
    stops = words[end - 1].end
    quantity = Quantity(
        begins,
        stops,
        text[begins:stops],
        amount.value,
        after or bound or amount.bound,
        unit,
        confidence=amount.confidence,
    )
    return quantity, end


def _is_part_of_name(keys: Sequence[str], amount: Amount) -> bool:
    before = keys[amount.at - 1] if amount.at else ""
    return before in _lists().not_before or (amount.digits and before == "-")


def _unit(text: str, words: Sequence[Word], keys: Sequence[str], amount: Amount) -> tuple[int, str]:
    """Just past what is counted, and its words; empty when nothing is."""
    if amount.unit:
        return _with_others(keys, amount.end), amount.unit
    at = amount.end
    for size in (2, 1):
        if at + size <= len(keys) and tuple(keys[at : at + size]) in _lists().percent:
            return at + size, text[words[at].start : words[at + size - 1].end]
    if at + 1 < len(keys) and keys[at] == "من" and keys[at + 1].startswith(_ARTICLE):
        end = _definite_end(keys, at + 1)
        return end, text[words[at + 1].start : words[end - 1].end]
    if at >= len(keys) or not _may_be_counted(keys, at, amount):
        return at, ""
    end = at + 1
    if keys[at] in _lists().currency and end < len(keys) and keys[end].endswith(_NISBA) and _is_word(keys[end]):
        end += 1
    return _with_others(keys, end), text[words[at].start : words[end - 1].end]


def _with_others(keys: Sequence[str], end: int) -> int:
    return end + 1 if end < len(keys) and keys[end] in _OTHERS else end


def _definite_end(keys: Sequence[str], at: int) -> int:
    end = at + 1
    while end < len(keys) and end < at + 5 and keys[end].startswith((_ARTICLE, _WAW + _ARTICLE)):
        end += 1
    return end


def _is_word(key: str) -> bool:
    return key[0].isalpha() and key not in particles()["preposition"] and key not in particles()["clause"]


def _may_be_counted(keys: Sequence[str], at: int, amount: Amount) -> bool:
    key, lists = keys[at], particles()
    if not key[0].isalpha() or len(key) < 2 or key in _lists().not_units:
        return False
    if any(
        key in lists[name] for name in ("preposition", "clause", "that", "that_pronoun", "relative", "adverb", "day")
    ):
        return False
    if key.startswith(_WAW) and key not in _lists().with_waw:
        return False
    if key.startswith(_ARTICLE) and not amount.order and not amount.one:
        return False
    return not any(form.verb.clear and form.kind == "past" for form in saying().get(key, ()))


def _bounded(keys: Sequence[str], amount: Amount) -> tuple[Bound | None, int, int]:
    """The bound before the amount, the word it begins in, and the letters of that word that don't belong to it."""
    for size in (4, 3, 2, 1):
        first = amount.at - size
        if first < 0 or amount.clip:
            continue
        phrase = tuple(keys[first : amount.at])
        for clip in range(min(3, len(phrase[0]))):
            if clip and phrase[0][:clip].strip("وفبلك"):
                break
            bound = _lists().before.get((phrase[0][clip:], *phrase[1:]))
            if bound:
                return bound, first, clip
    return None, amount.at, 0


def _bounded_after(keys: Sequence[str], end: int) -> tuple[Bound | None, int]:
    for size in (3, 2, 1):
        phrase = tuple(keys[end : end + size])  # fewer words where the text ends
        bound = _lists().after.get(phrase)
        if bound:
            return bound, end + len(phrase)
    return None, end


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = toml("quantities.toml")
    percent = [*data["percent"]["sign"].split(), *data["percent"]["words"]]
    return _Lists(
        dict(_phrases(data["before"])),
        dict(_phrases(data["after"])),
        frozenset(tuple(map(fold_word, words.split())) for words in percent),
        folded(data["money"]["currency"]),
        folded(data["counted"]["with_waw"]),
        folded(data["not"]["before"]),
        folded(data["not"]["units"]),
    )


def _phrases(table: dict[Bound, list[str]]) -> Iterator[tuple[tuple[str, ...], Bound]]:
    for bound, phrases in table.items():
        for phrase in phrases:
            yield tuple(map(fold_word, phrase.split())), bound
