"""The first page: what the dossier is about at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from isnad.arabic.calendar_names import day_words, month_words, parse, year_words
from isnad.dossier.model import Dossier, EntityRecord
from isnad.pages.labels import labels
from isnad.pages.page import Page
from isnad.pages.shelf import Shelf, fill

LATEST = 8  # articles
MOST = 6  # names of each type
MOST_MONTHS = 72  # above that the strip counts years
WIDTH, HEIGHT = 720, 64  # of the strip, in its own units


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year on the strip: its words and number of events; x, width, top, height in the strip's units."""

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
    days = [parse(day) for day in ends]
    months = [day.year * 12 + day.month - 1 for day in days]
    by_month = months[-1] - months[0] < MOST_MONTHS
    counts = Counter(months if by_month else [day.year for day in days])
    first, last = min(counts), max(counts)
    bars = tuple(_bar(slot, counts[slot], first, last, max(counts.values()), by_month) for slot in sorted(counts))
    return Strip(day_words(ends[0], weekday=False), day_words(ends[-1], weekday=False), bars)


def _bar(slot: int, number: int, first: int, last: int, most: int, by_month: bool) -> Bar:
    width = WIDTH / (last - first + 1)
    height = max(3.0, HEIGHT * number / most)
    words = month_words(slot // 12, slot % 12 + 1) if by_month else year_words(slot)
    x = WIDTH - (slot - first + 1) * width
    return Bar(words, number, round(x, 2), round(min(max(width * 0.8, 1), 48), 2), round(HEIGHT - height, 2), height)


def _most(shelf: Shelf) -> list[tuple[str, list[EntityRecord]]]:
    """The names most mentioned, by type, the types in the order of the labels."""
    found: dict[str, list[EntityRecord]] = {kind: [] for kind in labels()["types"]}
    for record in sorted(shelf.entities.values(), key=lambda r: (-len(r.appearances), r.sort_key)):
        if record.appearances and len(found[record.info.type]) < MOST:
            found[record.info.type].append(record)
    return [(kind, records) for kind, records in found.items() if records]
