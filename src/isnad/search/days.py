"""The keys under which a stretch of the calendar is found: its days, months and years, and those of the Hijri calendar.

«@2020-03-30», «@2020-03», «@2020»; without the year «@-03-30» and «@-03»; Hijri «@h1441-08-06», «@h1441-08», «@h-08».
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from isnad.times import calendars

_DAYS, _MONTHS, _YEARS = 10, 36, 30  # a longer stretch is not found by each of its days, months or years


@lru_cache(maxsize=50_000)
def keys(earliest: str | None, latest: str | None) -> tuple[str, ...]:
    """The keys of inclusive ISO days, an open end left out. Nothing for years before our era."""
    ends = [end for end in (earliest or latest, latest or earliest) if end]
    if not ends or any(end.startswith("-") for end in ends):
        return ()
    first, last = (calendars.from_iso(end) for end in ends)
    return tuple(dict.fromkeys((*_days(first, last), *_months(first, last), *_years(first, last))))


def named_month(month: int, earliest: str | None, latest: str | None) -> tuple[str, ...]:
    """The keys of the nearest Hijri month of that name, by which a time is told («بعد انتهاء شهر رمضان»)."""
    end = earliest or latest
    if not end or end.startswith("-"):
        return ()
    year, at, _ = calendars.hijri(calendars.from_iso(end))
    nearest = min(range(year - 1, year + 2), key=lambda other: abs((other - year) * 12 + month - at))
    return f"@h{nearest:04}-{month:02}", f"@h-{month:02}"


def _days(first: int, last: int) -> Iterator[str]:
    if last - first >= _DAYS:
        return
    for day in range(first, last + 1):
        year, month, number = calendars.ymd(day)
        yield f"@{year:04}-{month:02}-{number:02}"
        yield f"@-{month:02}-{number:02}"
        hijri_year, hijri_month, hijri_day = calendars.hijri(day)
        yield f"@h{hijri_year}-{hijri_month:02}-{hijri_day:02}"


def _months(first: int, last: int) -> Iterator[str]:
    for mark, (year, month), (last_year, last_month) in (
        ("", calendars.ymd(first)[:2], calendars.ymd(last)[:2]),
        ("h", calendars.hijri(first)[:2], calendars.hijri(last)[:2]),
    ):
        number = (last_year - year) * 12 + last_month - month + 1
        if number > _MONTHS or (mark and last - first > 31):
            continue
        for at in range(year * 12 + month - 1, year * 12 + month - 1 + number):
            yield f"@{mark}{at // 12:04}-{at % 12 + 1:02}"
            yield f"@{mark}-{at % 12 + 1:02}"


def _years(first: int, last: int) -> Iterator[str]:
    for mark, start, end in (
        ("", calendars.ymd(first)[0], calendars.ymd(last)[0]),
        ("h", calendars.hijri(first)[0], calendars.hijri(last)[0]),
    ):
        if end - start < _YEARS and not (mark and last - first > 366):
            yield from (f"@{mark}{year:04}" for year in range(start, end + 1))
