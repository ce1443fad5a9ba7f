"""Capitals that stand for their governments: «قالت واشنطن» names no place on the map. The words are metonyms.toml's."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from isnad.arabic.letters import fold_word
from isnad.entities.page import Page

_CONJUNCTIONS = ("\u0648", "\u0641")
_BETWEEN = "\u0628\u064a\u0646"
_FURTHEST = 4  # words between a particle's subject and its verb («إن واشنطن لا تزال تريد»)


class _Words(NamedTuple):
    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    particles: frozenset[str]
    places: frozenset[str]


def governments(page: Page, capitals: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which of the capitals (first and last word, exclusive) stand for governments, by their number.

    A capital joined to one that does («واشنطن وبغداد») does too, and one right after it («تتهم واشنطن طهران»).
    """
    found = {n for n, (first, last) in enumerate(capitals) if _acts(page.plain, first, last)}
    for n, (first, _) in enumerate(capitals[1:], 1):
        adjacent = capitals[n - 1][1] == first
        joined = adjacent and page.plain[first][:1] in _CONJUNCTIONS
        if adjacent and n - 1 in found:
            found.add(n)
        elif joined and (found & {n - 1, n} or _between(page.plain, capitals[n - 1][0])):
            found |= {n - 1, n}
    return frozenset(found)


def _acts(words: Sequence[str], first: int, last: int) -> bool:
    lists = _lists()
    before = _bare(words[first - 1], lists) if first else ""
    if before in lists.places:
        return False
    if before in lists.verbs or before in lists.nouns:
        return True
    if any(tuple(words[max(0, first - len(phrase)) : first]) == phrase for phrase in lists.phrases):
        return True
    reach = _FURTHEST if before in lists.particles else 1
    return any(word in lists.verbs for word in words[last : last + reach])


def _bare(word: str, lists: _Words) -> str:
    """The word without a conjunction, where the lists know what then remains."""
    rest = word[1:] if word[:1] in _CONJUNCTIONS else word
    known = lists.verbs | lists.nouns | lists.particles | lists.places
    return word if word in known else rest


def _between(words: Sequence[str], first: int) -> bool:
    """«المفاوضات بين واشنطن وطهران»: two capitals that something political is between; roads have «الطريق»."""
    if first < 2 or words[first - 1] != _BETWEEN:
        return False
    noun = words[first - 2]
    bare = noun.removeprefix("\u0627\u0644")
    return bare in _lists().nouns or noun in _lists().nouns


@cache
def _lists() -> _Words:
    raw = tomllib.loads((files("isnad.entities") / "data/rules/metonyms.toml").read_text(encoding="utf-8"))
    folded = {name: [fold_word(word) for word in words] for name, words in raw.items()}
    phrases = tuple(tuple(phrase.split()) for phrase in folded.pop("phrases"))
    return _Words(phrases=phrases, **{name: frozenset(words) for name, words in folded.items()})
