"""The timeline: by year and month, the events of one sentence and date together; a page a year when there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from isnad.arabic.calendar_names import parse
from isnad.dossier.model import TimelineEntry
from isnad.pages.page import Page
from isnad.pages.paging import paged
from isnad.pages.shelf import Shelf, fill

ON_ONE_PAGE = 400


@dataclass(frozen=True, slots=True)
class Happening:
    """Events that one sentence reports with one date: shown as one, each with its word marked."""

    entries: tuple[TimelineEntry, ...]

    @property
    def first(self) -> TimelineEntry:
        """The entry that stands for all: what they share is taken from it."""
        return self.entries[0]

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """The places of the words that report the events."""
        return [(entry.event.trigger.start, entry.event.trigger.end) for entry in self.entries]

    @property
    def people(self) -> list[str]:
        """Who takes part, each once."""
        return list(dict.fromkeys(name for entry in self.entries for name in entry.event.participants))

    @property
    def places(self) -> list[str]:
        """Where, each once."""
        return list(dict.fromkeys(name for entry in self.entries for name in entry.event.places))


Months = list[tuple[int | None, list[Happening]]]


def pages(shelf: Shelf) -> Iterator[Page]:
    """The timeline and what could not be dated, on one page; above ON_ONE_PAGE an index and a page for each year."""
    dossier = shelf.dossier
    if len(dossier.timeline) <= ON_ONE_PAGE and len(dossier.undated) <= ON_ONE_PAGE:
        undated = gathered(dossier.undated)
        yield fill("timeline/index.md", "timeline", shelf, years=_years(dossier.timeline), undated=undated)
        return
    by_year = [(year, list(entries)) for year, entries in groupby(dossier.timeline, key=lambda e: _when(e)[0])]
    yield fill("timeline/index.md", "timeline_years", shelf, years=[(year, len(found)) for year, found in by_year])
    for year, found in by_year:
        for path, pager, part in paged(found, ON_ONE_PAGE, f"timeline/y{year}.md"):
            yield fill(path, "timeline_year", shelf, year=year, months=_months(part), pager=pager, number=len(found))
    for path, pager, part in paged(dossier.undated, ON_ONE_PAGE, "timeline/undated.md"):
        yield fill(path, "timeline_undated", shelf, undated=gathered(part), pager=pager)


def gathered(entries: Iterable[TimelineEntry]) -> list[Happening]:
    """Entries of one sentence and date together, in the order of the first of each. A titled event stands alone."""
    found: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        event = entry.event
        dates = (event.earliest, event.latest, entry.certainty, event.reason, event.steps)
        key = (entry.place, dates, event.modality, entry.said_by, entry.id if event.label else None)
        found.setdefault(repr(key), []).append(entry)
    return [Happening(tuple(together)) for together in found.values()]


def _years(entries: Sequence[TimelineEntry]) -> list[tuple[int, Months]]:
    return [(year, _months(found)) for year, found in groupby(entries, key=lambda e: _when(e)[0])]


def _months(entries: Iterable[TimelineEntry]) -> Months:
    return [(month, gathered(found)) for month, found in groupby(entries, key=lambda e: _when(e)[1])]


def _when(entry: TimelineEntry) -> tuple[int, int | None]:
    """The year and month under which an entry stands; no month for one that covers whole years."""
    event = entry.event
    day = parse(event.earliest or event.latest or "")
    years = bool(event.earliest and event.latest) and (event.earliest or "")[-5:] == "01-01"
    return day.year, None if years and (event.latest or "")[-5:] == "12-31" else day.month
