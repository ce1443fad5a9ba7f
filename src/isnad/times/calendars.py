"""Calendars on day numbers: Gregorian, Hijri (Umm al-Qura in its range, tabular outside), Hebrew, Easter, weeks.

A day is a proleptic Gregorian ordinal (1 is 0001-01-01, as in `datetime`); years before 1 are astronomical.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, radians, sin

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_TABULAR_EPOCH = 227_014  # the day before 1 Muharram 1, civil reckoning (Dershowitz and Reingold)
_HEBREW_EPOCH = -1_373_427  # the day before 1 Tishri 1
HIJRI_FIRST, HIJRI_LAST = 1343, 1500  # the years of the Umm al-Qura tables (van Gent, through hijridate)


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a Gregorian day. Raises ValueError where there is no such day."""
    cycles = 0 if 1 <= year <= 9999 else (year - 1) // _CYCLE_YEARS
    return date(year - cycles * _CYCLE_YEARS, month, day).toordinal() + cycles * _CYCLE_DAYS


def ymd(day: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a day number."""
    cycles = 0 if 1 <= day <= 3_652_059 else (day - 1) // _CYCLE_DAYS
    found = date.fromordinal(day - cycles * _CYCLE_DAYS)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def iso(day: int) -> str:
    """A day number as ISO 8601, with a sign before the years that need it."""
    year, month, number = ymd(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def from_iso(text: str) -> int:
    """The day number of an ISO 8601 day. Raises ValueError on anything else."""
    sign, body = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, month, day = (int(part) for part in body.split("-"))
    return ordinal(sign * year, month, day)


def month_span(year: int, month: int) -> tuple[int, int]:
    """First and last day of a Gregorian month; months beyond 1..12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = ordinal(year, month, 1)
    following = ordinal(year + 1, 1, 1) if month == 12 else ordinal(year, month + 1, 1)
    return first, following - 1


def year_span(year: int) -> tuple[int, int]:
    """First and last day of a Gregorian year."""
    return ordinal(year, 1, 1), ordinal(year, 12, 31)


def add_months(day: int, months: int) -> int:
    """The same day of the month some months on; the month's last day where it is shorter."""
    year, month, number = ymd(day)
    first, last = month_span(year, month + months)
    return min(first + number - 1, last)


def weekday(day: int) -> int:
    """ISO weekday: Monday is 1, Sunday 7."""
    return (day - 1) % 7 + 1


def week_span(day: int, start: int) -> tuple[int, int]:
    """First and last day of the week that holds `day`, where weeks begin on ISO weekday `start`."""
    first = day - (weekday(day) - start) % 7
    return first, first + 6


def iso_week(day: int) -> tuple[int, int]:
    """ISO year and week of a day."""
    thursday = day - weekday(day) + 4
    year = ymd(thursday)[0]
    return year, (thursday - ordinal(year, 1, 1)) // 7 + 1


def week_of_year(year: int, week: int, start: int) -> tuple[int, int] | None:
    """Days of the numbered ISO week of `year`, begun on weekday `start`; None where the year has no such week."""
    first, last = week_span(ordinal(year, 1, 4) + 7 * (week - 1), 1)
    if iso_week(first) != (year, week):
        return None
    back = (1 - start) % 7
    return first - back, last - back


def hijri_exact(year: int) -> bool:
    """Whether the year lies in the Umm al-Qura tables; outside them a date is right to a day or so."""
    return HIJRI_FIRST <= year <= HIJRI_LAST


@lru_cache(maxsize=512)
def hijri_month_span(year: int, month: int) -> tuple[int, int]:
    """First and last day of a Hijri month; months beyond 1..12 run on into other years."""
    index = year * 12 + month - 1
    year, month = index // 12, index % 12 + 1
    if hijri_exact(year):
        from hijridate import Hijri

        found = Hijri(year, month, 1)
        first = found.to_gregorian().toordinal()
        return first, first + found.month_length() - 1
    return _tabular(year, month), _tabular(year + month // 12, month % 12 + 1) - 1


def hijri_year_span(year: int) -> tuple[int, int]:
    """First and last day of a Hijri year."""
    return hijri_month_span(year, 1)[0], hijri_month_span(year, 12)[1]


def hijri_ordinal(year: int, month: int, day: int) -> int:
    """The number of a Hijri day. Raises ValueError where the month has no such day."""
    first, last = hijri_month_span(year, month)
    if not 1 <= day <= 30 or first + day - 1 > last + 1:
        raise ValueError(f"no day {day} in month {month} of {year} AH")
    return first + day - 1


def hijri(day: int) -> tuple[int, int, int]:
    """The Hijri year, month and day of a day number."""
    months = (day - _TABULAR_EPOCH) * 30 * 12 // 10631
    while hijri_month_span(months // 12, months % 12 + 1)[0] > day:
        months -= 1
    while hijri_month_span(months // 12, months % 12 + 1)[1] < day:
        months += 1
    year, month = months // 12, months % 12 + 1
    return year, month, day - hijri_month_span(year, month)[0] + 1


def _tabular(year: int, month: int) -> int:
    return 1 + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _TABULAR_EPOCH


def easter(year: int) -> int:
    """Western Easter Sunday (anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    month, day = divmod(epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) // 451) + 114, 31)
    return ordinal(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the Eastern churches (Meeus's Julian computus), as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return ordinal(year, month, day + 1) + year // 100 - year // 400 - 2


def hebrew_new_year(year: int) -> int:
    """1 Tishri of the Hebrew year that begins in Gregorian `year`."""
    hebrew = year + 3761
    return _HEBREW_EPOCH + _hebrew_elapsed(hebrew) + _hebrew_correction(hebrew)


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_correction(year: int) -> int:
    before, here, after = (_hebrew_elapsed(other) for other in (year - 1, year, year + 1))
    if after - here == 356:
        return 2
    return 1 if here - before == 382 else 0


def new_moon(day: int, hours: float) -> int:
    """The first day from `day` on with a new moon in it, on a clock that is `hours` ahead of universal time.

    Mean lunation with the four largest terms of the true one (Meeus, chapter 49): right to some minutes.
    """
    lunation = floor((day - 730_125) / 29.530588861) - 1
    while True:
        instant = _conjunction(lunation) + hours / 24
        if floor(instant) >= day:
            return floor(instant)
        lunation += 1


def _conjunction(lunation: int) -> float:
    """The instant of a new moon as an ordinal with its fraction; lunation 0 is that of 6 January 2000."""
    sun = radians(2.5534 + 29.1053567 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation)
    node = radians(160.7108 + 390.67050284 * lunation)
    true = -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    return 730_125.597 + 29.530588861 * lunation + true
