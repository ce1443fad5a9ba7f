"""Parts of a stretch of days: beginnings, middles, ends, halves, thirds, quarters, what is left of it.

A month has a first, a second and a third ten days; a year three times four months; a decade four, two and
four years; a century a second and a last third.
"""

from __future__ import annotations

from isnad.times import calendars

Span = tuple[int, int]


def part_of(name: str, first: int, last: int, unit: str, today: str | None = None) -> Span:
    """The named part of the days from `first` to `last`; today (ISO) cuts what is left. Raises ValueError, KeyError."""
    if name in ("rest", "later"):
        return _rest(name, first, last, calendars.from_iso(today) if today else first)
    if name.startswith("half"):
        return _fraction(first, last, int(name[4:]), 2)
    if name.startswith("third"):
        return _fraction(first, last, int(name[5:]), 3)
    if name.startswith("quarter"):
        return _fraction(first, last, int(name[7:]), 4)
    return _edge(name, first, last, unit)


def _rest(name: str, first: int, last: int, today: int) -> Span:
    if name == "later":
        first = _fraction(first, last, 2, 2)[0]
    return max(first, today if name == "rest" else min(today + 1, last)), last


def _fraction(first: int, last: int, number: int, of: int) -> Span:
    """Whole months or years where the stretch divides into them, else days."""
    months = _months(first, last)
    if months and months % of == 0:
        size = months // of
        begin = calendars.add_months(first, size * (number - 1))
        return begin, calendars.add_months(first, size * number) - 1
    size_in_days = (last - first + 1) / of
    return first + int(size_in_days * (number - 1)), first + int(size_in_days * number) - 1


def _months(first: int, last: int) -> int:
    """How many whole Gregorian months the stretch is, 0 where it is not."""
    year, month, day = calendars.ymd(first)
    after_year, after_month, after_day = calendars.ymd(last + 1)
    return (after_year - year) * 12 + after_month - month if day == after_day == 1 else 0


def _edge(name: str, first: int, last: int, unit: str) -> Span:
    if unit == "season" or (unit == "century" and name in ("begin", "start")):
        return first, last  # «مطلع الخريف», «مطلع القرن»: nobody says how much of it
    if unit == "month":
        return {
            "begin": (first, first),
            "start": (first, first + 9),
            "mid": (first + 14, first + 14),
            "end": (first + 20, last),
        }[name]
    if unit in ("decade", "century"):
        years = _YEARS[unit][name]
        begin = calendars.add_months(first, 12 * years[0])
        return begin, calendars.add_months(begin, 12 * years[1]) - 1
    if unit == "week":
        return {
            "begin": (first, first + 2),
            "start": (first, first + 2),
            "mid": (first + 2, first + 4),
            "end": (last - 2, last),
        }[name]
    return _fraction(first, last, {"begin": 1, "start": 1, "mid": 2, "end": 3}[name], 3)


# How many years into its stretch a part begins, and how many it has.
_YEARS = {
    "decade": {"begin": (0, 4), "start": (0, 4), "mid": (4, 2), "end": (6, 4)},
    "century": {"mid": (33, 34), "end": (67, 33)},
}
