"""Days as people write them into YAML: a day, a month, a year, an interval, open or approximate (a subset of EDTF)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")
_AFTER_DAY = re.compile(r"[T ][0-9]")
_OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of calendar days. earliest, latest: inclusive, None where open. edtf: as written."""

    earliest: date | None
    latest: date | None
    edtf: str
    approximate: bool = False


def day(written: str) -> date:
    """The day YYYY-MM-DD. Raises ValueError for anything else, also for a 31 April."""
    if not _DAY.fullmatch(written):
        raise ValueError(written)
    return date.fromisoformat(written)


def moment(written: str) -> tuple[date, str | None]:
    """A day, or a day with a clock (2020-04-01T13:53:00+03:00): the day and the clock, both as on the spot.

    Raises ValueError for anything else.
    """
    if _DAY.fullmatch(written):
        return date.fromisoformat(written), None
    if not (_DAY.match(written) and _AFTER_DAY.match(written, 10)):
        raise ValueError(written)
    found = datetime.fromisoformat(written)
    return found.date(), found.strftime("%H:%M:%S")


def days(written: str) -> Days:
    """The days of 2020-03-30, 2020-03, 2020, 2020-03~, 2020-03-21/2020-03-29, ../2020-03-30 or 2020-05-24/..

    Raises ValueError for what is none of these, for both ends open, and for an interval that runs backwards.
    """
    first, slash, last = written.partition("/")
    if not slash:
        earliest, latest, vague = _point(first)
        return Days(earliest, latest, written, vague)
    starts = (None, None, False) if first in _OPEN else _point(first)
    ends = (None, None, False) if last in _OPEN else _point(last)
    if (starts[0] is None and ends[1] is None) or (starts[0] and ends[1] and starts[0] > ends[1]):
        raise ValueError(written)
    return Days(starts[0], ends[1], written, starts[2] or ends[2])


def clock(written: str) -> str:
    """The time HH:MM or HH:MM:SS, as written. Raises ValueError for anything else."""
    if not _CLOCK.fullmatch(written):
        raise ValueError(written)
    return written


def _point(written: str) -> tuple[date, date, bool]:
    match = _POINT.fullmatch(written)
    if not match:
        raise ValueError(written)
    year, month, number = int(match[1]), match[2], match[3]
    first = date(year, int(month or 1), int(number or 1))
    last_month = int(month or 12)
    last = date(year, last_month, int(number or monthrange(year, last_month)[1]))
    return first, last, bool(match[4])
