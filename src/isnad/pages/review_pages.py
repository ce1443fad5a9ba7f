"""For the editor: names linked to nobody or not marked, names that may be one, what the rulings on identity did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from isnad.arabic.letters import fold
from isnad.dossier.model import EntityRecord
from isnad.dossier.unmarked import unmarked
from isnad.pages.page import Page
from isnad.pages.shelf import Shelf, fill

PATH = "entities/pages/review.md"
MOST = 200  # of each list; the build counts them all
_LONG_VOWELS = dict.fromkeys(map(ord, "\u0627\u0648\u064a"))
_SHORTEST = 4  # letters that two names must share beside their long vowels
_SAME_WORD = 3  # letters of a word that two names of several words must share


def pages(shelf: Shelf) -> Iterator[Page]:
    """The page, alone."""
    open_names = shelf.dossier.open_names
    yield fill(
        PATH,
        "review",
        shelf,
        open_names=open_names[:MOST],
        unmarked=list(islice(unmarked(shelf.dossier.articles, shelf.entities.values()), MOST)),
        alike=list(islice(_alike(shelf.entities.values()), MOST)),
        bare=[record for record in shelf.entities.values() if not record.info.known and len(record.appearances) > 1],
        most=MOST,
    )


def _alike(records: Iterable[EntityRecord]) -> Iterator[tuple[EntityRecord, EntityRecord]]:
    """Pairs of one type whose names differ by long vowels, spacing or what stands between first and last name.

    And family names alone, with the one person of the dossier who bears them. The entity that the proposed ruling keeps
    comes first: the more frequent one, or the one with the full name.
    """
    records = list(records)
    groups: dict[tuple[str, str], list[EntityRecord]] = defaultdict(list)
    for record in records:
        for key in _keys(record):
            groups[key].append(record)
    seen: set[tuple[str, str]] = set()
    for found in groups.values():
        for one, other in combinations(sorted(found, key=lambda record: -len(record.appearances)), 2):
            pair = (one.info.id, other.info.id)
            if pair not in seen and not (one.info.known and other.info.known):
                seen.add(pair)
                yield one, other
    yield from _families(records)


def _families(records: Iterable[EntityRecord]) -> Iterator[tuple[EntityRecord, EntityRecord]]:
    alone: list[tuple[str, EntityRecord]] = []
    full: dict[str, list[EntityRecord]] = defaultdict(list)
    for record in records:
        words = fold(record.info.name).text.split()
        if record.info.type == "person" and len(words) == 1:
            alone.append((words[0], record))
        elif record.info.type == "person" and words:
            full[words[-1]].append(record)
    for word, record in alone:
        if len(full[word]) == 1:
            yield full[word][0], record


def _keys(record: EntityRecord) -> Iterator[tuple[str, str]]:
    words = fold(record.info.name).text.split()
    skeleton = "".join(words).translate(_LONG_VOWELS)
    if len(skeleton) >= _SHORTEST:
        yield record.info.type, skeleton
    if record.info.type == "person" and len(words) > 1:
        yield from _ends(record.info.type, words)


def _ends(kind: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """First and last word of a person's name, which a longer form of it keeps."""
    if min(len(words[0]), len(words[-1])) >= _SAME_WORD:
        yield kind, f"{words[0]} {words[-1]}"
