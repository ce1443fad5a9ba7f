"""How events lie in time, as a strip of bars: each a day, a month or a year, the earliest at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from isnad.arabic.calendar_names import Day, day_words, month_words, parse, year_words
from isnad.dossier.model import TimelineEntry

MOST_DAYS, MOST_MONTHS = 370, 120  # above that the strip counts months, and years
WIDTH, HEIGHT, THIN, THICK = 720, 64, 4, 24  # of the strip and its bars, in its own units
EASY = 8  # how wide a bar is where there are few: a phone shows the strip at half its size

Target = Callable[[Day], str]


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year on the strip, and its number of events. x, width, top, height: in the strip's units.

    target: where its events are listed.
    """

    words: str
    number: int
    x: float
    width: float
    top: float
    height: float
    target: str


@dataclass(frozen=True, slots=True)
class Strip:
    """How the dossier's events lie in time, the earliest at the right. first, last: days in words."""

    first: str
    last: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT


def strip(entries: Iterable[TimelineEntry], target: Target) -> Strip | None:
    """The strip of dated events; None when there are none. target: the address of what happened in a day's month."""
    ends = sorted((entry.event.earliest or entry.event.latest or "" for entry in entries), key=parse)
    return of_days(ends, target) if ends else None


def of_days(ends: Sequence[str], target: Target) -> Strip:
    """The strip of one day or more, the earliest first."""
    slots = _slots(ends)
    first, last = slots[0][0], slots[-1][0]
    counts = Counter(slot for slot, _ in slots)
    words = dict(slots)
    days = {slot: parse(day) for (slot, _), day in zip(reversed(slots), reversed(ends), strict=True)}
    share, least = 1 / (last - first + 1), min(max(WIDTH / (6 * len(counts)), THIN), EASY)
    bars = tuple(
        _bar(words[slot], number, (slot - first) * share, (share, least), max(counts.values()), target(days[slot]))
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


def _bar(words: str, number: int, begin: float, size: tuple[float, float], most: int, target: str) -> Bar:
    """begin: of the whole width, from the right, where time begins. size: its share of that, and its least width."""
    share, least = size
    width = min(max(WIDTH * share * 0.8, least), THICK)
    height = max(3.0, HEIGHT * number / most)
    x = min(max(WIDTH * (1 - begin - share / 2) - width / 2, 0), WIDTH - width)
    return Bar(words, number, round(x, 2), round(width, 2), round(HEIGHT - height, 2), round(height, 2), target)
