"""Words of a text with their places in it, and the closed set of clitics that Arabic glues to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from isnad.arabic.letters import Folded, fold

_ARABIC = r"[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]+"
_OTHER = r"[^\W\d_\u0600-\u06ff]+"  # letters of any other script
_TOKEN = re.compile(rf"{_ARABIC}|\d+|{_OTHER}(?:['’-]{_OTHER})*|''|\S")

CONJUNCTIONS = ("\u0648", "\u0641")  # waw, faa
PREPOSITIONS = ("\u0628", "\u0644", "\u0643")  # baa, lam, kaf
ARTICLE = "\u0627\u0644"  # alef-lam
_FUSED_ARTICLE = "\u0644\u0644"  # lam-lam: preposition and article in one


class Word(NamedTuple):
    """A token: its folded form, and its place in the exact text (code points, end exclusive)."""

    text: str
    start: int
    end: int


class Split(NamedTuple):
    """A reading of a folded word as glued prefixes and the rest; `article` tells whether the rest is definite.

    prefix: the clitics as written («و», «ول», «بال»). rest: what remains, without the article.
    """

    prefix: str
    rest: str
    article: bool


def words(text: str | Folded) -> list[Word]:
    """The tokens of a text: words, digit runs, and punctuation marks one by one."""
    folded = fold(text) if isinstance(text, str) else text
    if not folded.cuts:
        return [Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded.text)]
    return [Word(m.group(), *folded.span(m.start(), m.end())) for m in _TOKEN.finditer(folded.text)]


def splits(word: str) -> Iterator[Split]:
    """Every way to read `word` (folded) as clitics and a rest of two letters or more, the shortest prefix first."""
    for lead in ("", *CONJUNCTIONS):
        if not word.startswith(lead):
            continue
        tail = word[len(lead) :]
        yield from _definite_and_bare(lead, tail)
        for preposition in PREPOSITIONS:
            if tail.startswith(_FUSED_ARTICLE) and preposition == "\u0644":
                yield from _long_enough(lead + _FUSED_ARTICLE, tail[2:], article=True)
            elif tail.startswith(preposition):
                yield from _definite_and_bare(lead + preposition, tail[1:])


def _definite_and_bare(prefix: str, tail: str) -> Iterator[Split]:
    yield from _long_enough(prefix, tail, article=False)
    if tail.startswith(ARTICLE):
        yield from _long_enough(prefix + ARTICLE, tail[2:], article=True)


def _long_enough(prefix: str, rest: str, *, article: bool) -> Iterator[Split]:
    if len(rest) >= 2:
        yield Split(prefix, rest, article)
