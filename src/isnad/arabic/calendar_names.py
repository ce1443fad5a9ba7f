"""Days in Arabic words, months by their Levantine and Egyptian names: «الاثنين 30 آذار/مارس 2020»."""

from __future__ import annotations

import calendar
import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

_ISO = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")


class Day(NamedTuple):
    """A calendar day; astronomical year (0 is 1 BC), so that any ISO day has one."""

    year: int
    month: int
    day: int


def parse(iso: str) -> Day:
    """The day of an ISO 8601 date. Raises ValueError on anything else."""
    match = _ISO.fullmatch(iso)
    if not match:
        raise ValueError(iso)
    return Day(*map(int, match.groups()))


def month_name(month: int) -> str:
    """Both common names of a month (1 to 12), «آذار/مارس»."""
    return _names()["months"][month - 1]


def year_words(year: int) -> str:
    """«2020», or «44 ق.م» for the years before our era."""
    return str(year) if year > 0 else f"{1 - year} ق.م"


def month_words(year: int, month: int) -> str:
    """«آذار/مارس 2020»."""
    return f"{month_name(month)} {year_words(year)}"


def day_words(iso: str, *, weekday: bool = True) -> str:
    """«الاثنين 30 آذار/مارس 2020»; without the name of the day where that is not wanted or not known."""
    day = parse(iso)
    words = f"{day.day} {month_words(day.year, day.month)}"
    if not weekday or not 1 <= day.year <= 9999:
        return words
    return f"{_names()['weekdays'][date(*day).weekday()]} {words}"


def span_words(earliest: str | None, latest: str | None, edtf: str | None = None) -> str:
    """An interval of inclusive ISO days in words: a day, a month, a year, «من … إلى …», or an open end.

    edtf: the same interval in EDTF, whose open intervals say whether their one end is a day, a month or a year.
    """
    if earliest is None or latest is None:
        return _open(earliest, latest, edtf or "")
    if earliest == latest:
        return day_words(earliest)
    first, last = parse(earliest), parse(latest)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return _years(first.year, last.year)
    if first.day == 1 and last.day == _days_in(last):
        return _months(first, last)
    return f"من {_day_before(first, last)} إلى {day_words(latest, weekday=False)}"


def _open(earliest: str | None, latest: str | None, edtf: str) -> str:
    first, _, last = edtf.partition("/")
    if earliest:
        return f"من {_end_words(earliest, first)} فصاعدا"
    return f"حتى {_end_words(latest, last)}" if latest else "بلا تاريخ"


def _end_words(day: str, edtf: str) -> str:
    """One end of an open interval, no finer than EDTF gives it."""
    end = parse(day)
    match edtf.strip("~?%").count("-") if edtf and not edtf.startswith("-") else 2:
        case 0:
            return f"عام {year_words(end.year)}"
        case 1:
            return month_words(end.year, end.month)
        case _:
            return day_words(day, weekday=False)


def _years(first: int, last: int) -> str:
    return f"عام {year_words(first)}" if first == last else f"من عام {year_words(first)} إلى عام {year_words(last)}"


def _months(first: Day, last: Day) -> str:
    if first[:2] == last[:2]:
        return month_words(last.year, last.month)
    start = month_name(first.month) if first.year == last.year else month_words(first.year, first.month)
    return f"من {start} إلى {month_words(last.year, last.month)}"


def _day_before(first: Day, last: Day) -> str:
    """The first day of an interval, less what the last day says again."""
    if first[:2] == last[:2]:
        return str(first.day)
    if first.year == last.year:
        return f"{first.day} {month_name(first.month)}"
    return f"{first.day} {month_words(first.year, first.month)}"


def _days_in(day: Day) -> int:
    leap = 2000 + day.year % 400  # the calendar repeats every 400 years; Python knows it from year 1 on
    return calendar.monthrange(leap, day.month)[1]


@cache
def _names() -> dict[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("calendar_names.toml").read_text(encoding="utf-8"))
