"""The index of names, by type and alphabet, and a page for each name that there is more to say of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from isnad.dossier.model import EntityRecord
from isnad.pages.labels import labels
from isnad.pages.links import IN_INDEX
from isnad.pages.page import Page
from isnad.pages.paging import paged
from isnad.pages.portrait import portrait
from isnad.pages.shelf import Shelf, fill
from isnad.pages.timeline_pages import gathered, on_one_page

MOST = 100  # of each list on a name's page; the data files have them all

Group = tuple[str, int, list[tuple[str, list[EntityRecord]]]]


def pages(shelf: Shelf) -> Iterator[Page]:
    """The index, then the names' pages."""
    records = list(shelf.entities.values())
    totals = {kind: sum(record.info.type == kind for record in records) for kind in labels()["types"]}
    ordered = [record for kind in totals for record in records if record.info.type == kind]
    for path, pager, part in paged(ordered, IN_INDEX, "entities/index.md"):
        yield fill(path, "entities", shelf, groups=_groups(part, totals), totals=totals, pager=pager)
    for path, pager, part in paged(records, IN_INDEX, "entities/pages/letters.md"):
        letters = [(letter, list(group)) for letter, group in groupby(part, key=lambda record: record.letter)]
        yield fill(path, "entities_letters", shelf, letters=letters, pager=pager)
    most = sorted(records, key=lambda record: (-len(record.appearances), record.sort_key))
    for path, pager, part in paged(most, IN_INDEX, "entities/pages/most.md"):
        yield fill(path, "entities_most", shelf, part=part, pager=pager)
    for name in shelf.entities:
        if name in shelf.links.paged:
            yield _entity(shelf, shelf.entities[name])


def _groups(part: Sequence[EntityRecord], totals: dict[str, int]) -> list[Group]:
    found = []
    for kind, of_kind in groupby(part, key=lambda record: record.info.type):
        letters = [(letter, list(group)) for letter, group in groupby(of_kind, key=lambda record: record.letter)]
        found.append((kind, totals[kind], letters))
    return found


def _entity(shelf: Shelf, record: EntityRecord) -> Page:
    dated = [entry for entry in record.timeline if entry.dated]
    return fill(
        f"entities/{record.info.id}.md",
        "entity",
        shelf,
        record=record,
        portrait=portrait(shelf, record),
        appearances=record.appearances[:MOST],
        happenings=gathered(dated)[:MOST],
        undated=gathered(entry for entry in record.timeline if not entry.dated)[:MOST],
        sayings=record.sayings[:MOST],
        spoken_of=record.spoken_of[:MOST],
        metonyms=record.metonyms[:MOST],
        filtered=on_one_page(shelf.dossier),
    )
