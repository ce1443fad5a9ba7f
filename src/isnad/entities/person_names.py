"""The parts of a person's name: «عبد» with its word, kunya, «بن» with the father's name, house, family name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from isnad.arabic.letters import fold_word
from isnad.entities.word_lists import Words

Kind = Literal["given", "kunya", "nasab", "house", "family", "particle"]

_SERVANT = "\u0639\u0628\u062f"
_ARTICLE = "\u0627\u0644"
_LONG_VOWELS = "\u0627\u0648\u064a"
_LONGEST_VARIED = 5  # letters from which one more long vowel may be a matter of spelling


class Part(NamedTuple):
    """One part of a name: its folded words («عبد», «المهدي»), and what part it is."""

    words: Words
    kind: Kind


@lru_cache(maxsize=4096)
def parts(name: Words) -> tuple[Part, ...]:
    """The parts of a name of folded words, in order. «عبدالمهدي» and «عبد المهدي» give the same part."""
    words = [piece for word in name for piece in _apart(word)]
    found: list[Part] = []
    at = 0
    while at < len(words):
        end = _end(words, at)
        found.append(Part(tuple(words[at:end]), _kind(words, at, end, first=not found)))
        at = end
    return tuple(found)


def has_tail(words: Sequence[str], at: int) -> bool:
    """Whether the word after the one at `at` belongs to it («نصر الله», «سيف الإسلام»)."""
    tails, carriers = _lists()["tails"], _lists()["carriers"]
    return at + 1 < len(words) and words[at + 1] in tails and words[at] in carriers


def spelt_alike(one: Words, other: Words, known: frozenset[str]) -> bool:
    """Whether two parts may be spellings of one foreign name: one writes a long vowel that the other leaves out.

    known: names that are spelt in one way only, so that «سليمان» is never «سلمان».
    """
    return len(one) == len(other) and all(_alike(*pair, known) for pair in zip(one, other, strict=True))


def _alike(one: str, other: str, known: frozenset[str]) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < _LONGEST_VARIED or {short, long} <= known:
        return False
    at = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return at > 0 and long[at] in _LONG_VOWELS and long[at + 1 :] == short[at:]


def _apart(word: str) -> tuple[str, ...]:
    """«عبدالمهدي» as the two words that it is."""
    glued = word.startswith(_SERVANT + _ARTICLE) and len(word) > 6
    return (_SERVANT, word[3:]) if glued else (word,)


def _end(words: Sequence[str], at: int) -> int:
    """The end (exclusive) of the part that begins at `at`."""
    joints, end = _lists()["joints"], at
    while end < len(words) - 1 and words[end] in joints:
        end += 1
    return end + 1 + has_tail(words, end)


def _kind(words: Sequence[str], at: int, end: int, *, first: bool) -> Kind:
    joint = _lists()["joints"].get(words[at]) if end - at > 1 else None
    if joint and joint != "given":
        return joint
    return "given" if first or end < len(words) else "family"


@cache
def _lists() -> Mapping[str, Mapping[str, Kind]]:
    """By list, each folded word and the kind of part that it makes."""
    text = (files("isnad.entities") / "data/rules/person_names.toml").read_text(encoding="utf-8")
    return {
        name: {fold_word(word): kind for kind, words in kinds.items() for word in words}
        for name, kinds in tomllib.loads(text).items()
    }
