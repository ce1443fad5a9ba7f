"""The first page: what the dossier is about at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isnad.arabic.calendar_names import day_words, month_words, parse, year_words
from isnad.dossier.model import Dossier, EntityRecord
from isnad.pages.labels import labels
from isnad.pages.page import Page
from isnad.pages.shelf import Shelf, fill

LATEST = 8  # articles
MOST = 6  # names of each type
MOST_DAYS, MOST_MONTHS = 370, 120  # above that the strip counts months, and years
WIDTH, HEIGHT, THIN, THICK = 720, 64, 4, 24  # of the strip and its bars, in its own units


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year on the strip, and its number of events. x, width, top, height: in the strip's units."""

    words: str
    number: int
    x: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """How the dossier's events lie in time, the earliest at the right. first, last: days in words."""

    first: str
    last: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT


def pages(shelf: Shelf) -> Iterator[Page]:
    """The first page, alone."""
    dossier = shelf.dossier
    latest = dossier.articles[:LATEST]
    yield fill("index.md", "home", shelf, latest=latest, most=_most(shelf), strip=strip(dossier))


def strip(dossier: Dossier) -> Strip | None:
    """The strip of the dossier's dated events; None when there are none."""
    ends = sorted((e.event.earliest or e.event.latest or "" for e in dossier.timeline), key=parse)
    if not ends:
        return None
    slots = _slots(ends)
    first, last = slots[0][0], slots[-1][0]
    counts = Counter(slot for slot, _ in slots)
    words = dict(slots)
    bars = tuple(
        _bar(words[slot], number, (slot - first) / (last - first + 1), 1 / (last - first + 1), max(counts.values()))
        for slot, number in sorted(counts.items())
    )
    return Strip(day_words(ends[0], weekday=False), day_words(ends[-1], weekday=False), bars)


def _slots(ends: Sequence[str]) -> list[tuple[int, str]]:
    """For each day the number of the day, month or year that it falls in, and that in words."""
    days = [parse(day) for day in ends]
    months = [day.year * 12 + day.month - 1 for day in days]
    if months[-1] - months[0] >= MOST_MONTHS:
        return [(day.year, year_words(day.year)) for day in days]
    if (months[-1] - months[0] + 1) * 31 > MOST_DAYS:
        return [(month, month_words(month // 12, month % 12 + 1)) for month in months]
    numbers = [(day.year * 12 + day.month - 1 - months[0]) * 31 + day.day for day in days]
    return [(number, day_words(day)) for number, day in zip(numbers, ends, strict=True)]


def _bar(words: str, number: int, begin: float, share: float, most: int) -> Bar:
    """begin, share: of the whole width, from the right, where time begins."""
    width = min(max(WIDTH * share * 0.8, THIN), THICK)
    height = max(3.0, HEIGHT * number / most)
    x = min(max(WIDTH * (1 - begin - share / 2) - width / 2, 0), WIDTH - width)
    return Bar(words, number, round(x, 2), round(width, 2), round(HEIGHT - height, 2), round(height, 2))


def _most(shelf: Shelf) -> list[tuple[str, list[EntityRecord]]]:
    """The names most mentioned, by type, the types in the order of the labels."""
    found: dict[str, list[EntityRecord]] = {kind: [] for kind in labels()["types"]}
    for record in sorted(shelf.entities.values(), key=lambda r: (-len(r.appearances), r.sort_key)):
        if record.appearances and len(found[record.info.type]) < MOST:
            found[record.info.type].append(record)
    return [(kind, records) for kind, records in found.items() if records]
