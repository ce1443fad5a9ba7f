"""The timeline: by year and month, the events of one sentence and date together; a page a year when there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from isnad.arabic.calendar_names import Day, parse, span_words
from isnad.dossier.model import Conflict, Dossier, TimelineEntry
from isnad.pages.page import Page
from isnad.pages.paging import paged
from isnad.pages.shelf import Shelf, fill
from isnad.pages.strip import Target, strip
from isnad.read.days import days

ON_ONE_PAGE = 400
IN_A_FILTER = 60  # entities that a reader may choose from
# Steps that count a day from another: that of the publication, or one that an expression nearby gave.
_COUNTED = frozenset({"published", "reference", "event", "near"})


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
    def also(self) -> list[TimelineEntry]:
        """What other articles tell of the same events, a sentence of them once."""
        return list({other.place: other for entry in self.entries for other in entry.also}.values())

    @property
    def anchors(self) -> list[str]:
        """The ids of all entries but the first, which are shown with it."""
        ids = [entry.id for entry in self.entries] + [other.id for entry in self.entries for other in entry.also]
        return list(dict.fromkeys(ids))[1:]

    @property
    def conflicts(self) -> list[Conflict]:
        """Where the articles differ, dates in words."""
        return [
            replace(conflict, told=tuple((place, _in_words(conflict.kind, told)) for place, told in conflict.told))
            for entry in self.entries
            for conflict in entry.conflicts
        ]

    @property
    def certainty(self) -> str:
        """As the entry's, but `inferred` where the day was counted and stands in no sentence."""
        entry = self.first
        counted = entry.event.basis == "event" or any(
            step.op in _COUNTED for step in (*entry.event.steps, *(entry.time.steps if entry.time else ()))
        )
        return "inferred" if entry.certainty == "exact" and counted else entry.certainty

    @property
    def shape(self) -> str:
        """`day`, or an `interval` whose ends are known, or one whose beginning or end is open."""
        first, last = self.first.event.earliest, self.first.event.latest
        if first is None:
            return "open-start"
        if last is None:
            return "open-end"
        return "day" if first == last else "interval"

    @property
    def people(self) -> list[str]:
        """Who takes part, each once."""
        return list(dict.fromkeys(name for entry in self.entries for name in entry.event.participants))

    @property
    def roles(self) -> dict[str, str]:
        """By participant how he takes part, where the entries that tell it agree."""
        told = [pair for entry in self.entries for pair in entry.event.roles.items()]
        return {name: role for name, role in told if all(other == role for one, other in told if one == name)}

    @property
    def places(self) -> list[str]:
        """Where, each once."""
        return list(dict.fromkeys(name for entry in self.entries for name in entry.event.places))


Months = list[tuple[int | None, list[Happening]]]


def pages(shelf: Shelf) -> Iterator[Page]:
    """The timeline and what could not be dated, on one page; above ON_ONE_PAGE an index and a page for each year."""
    dossier = shelf.dossier
    if on_one_page(dossier):
        undated = gathered(dossier.undated)
        yield fill(
            "timeline/index.md",
            "timeline",
            shelf,
            years=_years(dossier.timeline),
            undated=undated,
            strip=strip(dossier.timeline, addresses(dossier)),
            choices=choices(shelf, (*dossier.timeline, *dossier.undated)),
        )
        return
    by_year = [(year, list(entries)) for year, entries in groupby(dossier.timeline, key=lambda e: _when(e)[0])]
    years = [(year, len(found)) for year, found in by_year]
    drawn = strip(dossier.timeline, addresses(dossier))
    yield fill("timeline/index.md", "timeline_years", shelf, years=years, strip=drawn)
    for year, found in by_year:
        for path, pager, part in paged(found, ON_ONE_PAGE, f"timeline/y{year}.md"):
            months, choice = _months(part), choices(shelf, part)
            yield fill(
                path, "timeline_year", shelf, year=year, months=months, pager=pager, number=len(found), choices=choice
            )
    for path, pager, part in paged(dossier.undated, ON_ONE_PAGE, "timeline/undated.md"):
        yield fill(path, "timeline_undated", shelf, undated=gathered(part), pager=pager)


def on_one_page(dossier: Dossier) -> bool:
    """Whether the timeline and what could not be dated stand on one page."""
    return len(dossier.timeline) <= ON_ONE_PAGE and len(dossier.undated) <= ON_ONE_PAGE


def addresses(dossier: Dossier) -> Target:
    """Where on the timeline the events of a day's month stand, from the root."""
    months = {_when(entry) for entry in dossier.timeline}
    whole = on_one_page(dossier)

    def address(day: Day) -> str:
        if not whole:
            return f"timeline/y{day.year}.html"
        month = f"m{day.year:04d}-{day.month:02d}" if (day.year, day.month) in months else f"y{day.year}"
        return f"timeline/index.html#{month}"

    return address


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader may choose among on a page of events: values with their numbers, the most frequent first."""

    entities: Sequence[tuple[str, int]]
    classes: Sequence[tuple[str, int]]
    modalities: Sequence[tuple[str, int]]
    sources: Sequence[tuple[str, int]]
    articles: Sequence[tuple[str, int]]


def choices(shelf: Shelf, entries: Sequence[TimelineEntry]) -> Choices:
    """The choices that the entries give."""
    entities = Counter(one for entry in entries for one in _named(entry) if one in shelf.entities)
    return Choices(
        sorted(entities.items(), key=lambda pair: (-pair[1], shelf.entities[pair[0]].sort_key))[:IN_A_FILTER],
        Counter(entry.event.event_class for entry in entries).most_common(),
        Counter(entry.event.modality for entry in entries).most_common(),
        Counter(source for entry in entries if (source := _source(shelf, entry))).most_common(IN_A_FILTER),
        Counter(entry.place.article for entry in entries).most_common(IN_A_FILTER),
    )


def _in_words(kind: str, told: str) -> str:
    if kind != "date":
        return told
    try:
        found = days(told)
    except ValueError:
        return told  # EDTF beyond what editors may write
    return span_words(_iso(found.earliest), _iso(found.latest), told)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(shelf: Shelf, entry: TimelineEntry) -> str:
    return shelf.articles[entry.place.article].article.source


def _named(entry: TimelineEntry) -> set[str]:
    return {*entry.event.participants, *entry.event.places}


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
