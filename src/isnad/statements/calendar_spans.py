"""Stretches of the calendar between two inclusive days, either of which may be open: shifting, comparing, EDTF."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_PERIOD = re.compile(r"^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")


class Days(NamedTuple):
    """Inclusive ISO days, None where open."""

    earliest: str | None
    latest: str | None

    @property
    def known(self) -> bool:
        """Whether at least one end lies on the calendar."""
        return self.earliest is not None or self.latest is not None


UNKNOWN = Days(None, None)


def edtf(days: Days) -> str | None:
    """Level 0 or 1 of the Extended Date/Time Format: a year, a month, a day, or an interval with open ends."""
    first, last = days
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first
    return _whole_period(first, last) or f"{first}/{last}"


def shifted(days: Days, period: str, sign: int = 1) -> Days | None:
    """The days moved by an ISO 8601 period of whole units («P2M»), or None when it isn't one."""
    match = _PERIOD.match(period)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, count = (int(group or 0) for group in match.groups())
    months, count = sign * (years * 12 + months), sign * (weeks * 7 + count)
    ends = [None if day is None else _move(day, months, count) for day in days]
    if months and not count and days.latest and _ends_month(days.latest):
        ends[1] = _month_end(ends[1])
    return Days(ends[0], ends[1])


def before(day: str, count: int = 1) -> str | None:
    """The day `count` days before an ISO day; None outside the calendar of years 1 to 9999."""
    return _move(day, 0, -count)


def parsed(day: str | None) -> date | None:
    """An ISO day as a date; None when open or outside years 1 to 9999."""
    match = _ISO.match(day) if day else None
    return date(*map(int, match.groups())) if match and match.group(1) != "0000" else None


def from_edtf(text: str) -> Days | None:
    """The days of a plain year, month or day in EDTF, or None."""
    parts = text.strip("~?%").split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3 or parts[0] == "0000":
        return None
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if len(parts) == 3:
        return Days(text, text)
    if not 0 <= month <= 12:
        return None
    last = calendar.monthrange(year, month or 12)[1]
    return Days(f"{year:04}-{month or 1:02}-01", f"{year:04}-{month or 12:02}-{last:02}")


def _whole_period(first: str, last: str) -> str | None:
    for length in (4, 7):
        if from_edtf(first[:length]) == Days(first, last):
            return first[:length]
    return None


def _move(day: str, months: int, count: int) -> str | None:
    start = parsed(day)
    if start is None:
        return None
    total = start.year * 12 + start.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    moved = date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    ordinal = moved.toordinal() + count
    return date.fromordinal(ordinal).isoformat() if 1 <= ordinal <= date.max.toordinal() else None


def _ends_month(day: str) -> bool:
    start = parsed(day)
    return start is not None and (start + timedelta(days=1)).day == 1 if day != "9999-12-31" else True


def _month_end(day: str | None) -> str | None:
    start = parsed(day)
    if start is None:
        return day
    return start.replace(day=calendar.monthrange(start.year, start.month)[1]).isoformat()
