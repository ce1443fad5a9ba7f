"""Number words: every number that begins at a word, cardinal or ordinal, in both genders and all cases.

It reads folded words and says where each reading ends; which one is meant is for the reader of the neighbourhood.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from isnad.arabic.letters import fold_word

Rank = Literal["lead", "unit", "ten", "teen", "tens", "hundred", "thousand"]


class Number(NamedTuple):
    """A reading: its value, whether it counts or orders, its gender where it shows, and how many words it takes."""

    value: int
    ordinal: bool
    feminine: bool
    definite: bool
    length: int


class Atom(NamedTuple):
    """One word of a number."""

    value: int
    rank: Rank


# After a rank, what may follow: directly, and after «and».
_DIRECT: dict[Rank, tuple[Rank, ...]] = {
    "lead": ("ten",),
    "unit": ("ten", "hundred", "thousand"),
    "ten": ("thousand",),
    "teen": ("thousand",),
    "tens": ("thousand",),
    "hundred": ("thousand",),
    "thousand": (),
}
_JOINED: dict[Rank, tuple[Rank, ...]] = {
    "lead": ("tens",),
    "unit": ("tens",),
    "ten": (),
    "teen": (),
    "tens": (),
    "hundred": ("lead", "unit", "ten", "teen", "tens"),
    "thousand": ("lead", "unit", "ten", "teen", "tens", "hundred"),
}
_AND = fold_word("\N{ARABIC LETTER WAW}")
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def readings(words: Sequence[str]) -> list[Number]:
    """Every number that the folded `words` begin with, the shortest first; an article before it is allowed.

    «خمسة وعشرين» gives 5 and 25; «الثالث عشر» gives 3 and 13 (ordinals).
    """
    if not words:
        return []
    first, definite = _bare(words[0])
    cardinals, ordinals = atoms()
    found: list[Number] = []
    if first in ordinals:
        found += _ordinals(
            ordinals[first], words, definite=definite, feminine=first.endswith(_FEMININE) or first in _FIRST
        )
    if first in cardinals:
        found += _cardinals(cardinals[first], words, definite=definite)
    return found


def starts_number(word: str) -> bool:
    """Whether a folded word, with or without the article, can begin a number."""
    first, _ = _bare(word)
    cardinals, ordinals = atoms()
    return first in cardinals or first in ordinals


@lru_cache(maxsize=1)
def atoms() -> tuple[dict[str, Atom], dict[str, Atom]]:
    """The atoms of cardinals and of ordinals by folded form, from numbers.toml."""
    data = tomllib.loads(resources.files("isnad.arabic").joinpath("numbers.toml").read_text(encoding="utf-8"))
    return _by_form(data["cardinal"]), _by_form(data["ordinal"])


def _by_form(ranks: dict[Rank, dict[str, list[str]]]) -> dict[str, Atom]:
    return {
        fold_word(form): Atom(int(value), rank)
        for rank, values in ranks.items()
        for value, forms in values.items()
        for form in forms
    }


_FEMININE = fold_word("\N{ARABIC LETTER TEH MARBUTA}")
_FIRST = frozenset(fold_word(word) for word in ("أولى", "الأولى"))  # ends like «ثاني», which is masculine


def _bare(word: str) -> tuple[str, bool]:
    cardinals, ordinals = atoms()
    if word not in cardinals and word not in ordinals and word.startswith(_ARTICLE):
        return word[2:], True
    return word, False


def _cardinals(first: Atom, words: Sequence[str], *, definite: bool) -> Iterator[Number]:
    total, group, rank, at = 0, first.value, first.rank, 1
    if rank == "thousand":
        total, group = first.value, 0
    if rank != "lead":
        yield Number(total + group, ordinal=False, feminine=False, definite=definite, length=at)
    while following := _next(words, at, rank):
        atom, at = following
        if atom.rank == "thousand":
            total, group = total + max(group, 1) * atom.value, 0
        elif rank == "unit" and atom.rank == "hundred":
            group = group - group % 10 + group % 10 * atom.value
        else:
            group += atom.value
        rank = "teen" if rank in ("lead", "unit") and atom.rank == "ten" else atom.rank
        if rank != "lead":
            yield Number(total + group, ordinal=False, feminine=False, definite=definite, length=at)


def _next(words: Sequence[str], at: int, rank: Rank) -> tuple[Atom, int] | None:
    """The atom that may follow at `at`, and where it ends."""
    cardinals = atoms()[0]
    if at >= len(words):
        return None
    word = words[at]
    atom = cardinals.get(word)
    if atom and atom.rank in _DIRECT[rank]:
        return atom, at + 1
    joined, end = (word[1:], at + 1) if word.startswith(_AND) else ("", at)
    if word == _AND and at + 1 < len(words):
        joined, end = words[at + 1], at + 2
    atom = cardinals.get(joined) or cardinals.get(joined.removeprefix(_ARTICLE))
    return (atom, end) if atom and atom.rank in _JOINED[rank] else None


def _ordinals(first: Atom, words: Sequence[str], *, definite: bool, feminine: bool) -> Iterator[Number]:
    def number(value: int, length: int) -> Number:
        return Number(value, ordinal=True, feminine=feminine, definite=definite, length=length)

    yield number(first.value, 1)
    cardinals = atoms()[0]
    if first.rank != "unit" or len(words) < 2:
        return
    ten = cardinals.get(words[1])
    if ten and ten.rank == "ten":
        yield number(first.value + 10, 2)
    tens = _next(words, 1, "unit")
    if tens and tens[0].rank == "tens":
        yield number(first.value + tens[0].value, tens[1])
