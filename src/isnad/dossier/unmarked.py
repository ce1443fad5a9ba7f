"""Names of the dossier that stand in an article without a mark: proposed to the editor, never marked by themselves.

Full names alone, as a single word is too often another thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from isnad.arabic.letters import fold
from isnad.arabic.words import words
from isnad.dossier.model import ArticleRecord, EntityRecord, Place
from isnad.dossier.places import Locator

_SURE = 0.8  # confidence that one mention of the name must have
_CLITICS = frozenset("\u0648\u0641\u0628\u0644\u0643")  # waw, faa, baa, lam, kaf
_FUSED, _ARTICLE = "\u0644\u0644", "\u0627\u0644"
Name = tuple[str, ...]


class Unmarked(NamedTuple):
    """A name without a mark: the entity that bears it elsewhere, its sentence, and where its words are."""

    entity: str
    place: Place
    start: int
    end: int


def unmarked(articles: Iterable[ArticleRecord], records: Iterable[EntityRecord]) -> Iterator[Unmarked]:
    """The names, article by article, in reading order. A name that several entities bear is left out."""
    names = _by_first_word(records)
    for article in articles:
        yield from _in_article(article, names)


def _by_first_word(records: Iterable[EntityRecord]) -> Mapping[str, dict[Name, str]]:
    bearers: dict[Name, set[str]] = defaultdict(set)
    for record in records:
        for surface in {one.mention.text for one in record.appearances if one.mention.confidence >= _SURE}:
            name = tuple(fold(surface).text.split())
            if len(name) > 1:
                bearers[name].add(record.info.id)
    found: dict[str, dict[Name, str]] = defaultdict(dict)
    for name, ids in bearers.items():
        if len(ids) == 1:
            found[name[0]][name] = next(iter(ids))
    return found


def _in_article(article: ArticleRecord, names: Mapping[str, dict[Name, str]]) -> Iterator[Unmarked]:
    annotation = article.annotation
    marked = {at for one in annotation.mentions for at in range(one.start, one.end)}
    tokens, locator = words(annotation.text), Locator(annotation)
    plain = [word.text for word in tokens]
    for at, word in enumerate(tokens):
        if word.end - 1 in marked:
            continue
        for first, cut in _readings(word.text):
            hits = (name for name in names.get(first, ()) if tuple(plain[at + 1 : at + len(name)]) == name[1:])
            if name := max(hits, key=len, default=None):
                start, end = word.start + cut, tokens[at + len(name) - 1].end
                if marked.isdisjoint(range(start, end)):
                    yield Unmarked(names[first][name], locator.place(start), start, end)
                break


def _readings(word: str) -> Iterator[tuple[str, int]]:
    """The word as it is and without glued particles, with the letters that are cut off; the fused «لل» as «ال»."""
    yield word, 0
    if word[0] in _CLITICS and len(word) > 3:
        yield word[1:], 1
    if word.startswith(_FUSED):
        yield _ARTICLE + word[2:], 0
