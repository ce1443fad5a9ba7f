"""How a case says what it expects: days, an interval, a TIMEX3 value, or days with a clock time."""

from __future__ import annotations

import calendar
import re

from isnad.annotation import Time

_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


def described(times: tuple[Time, ...], expected: str) -> str:
    """What `times` are, in the notation of `expected`: «2020-03», «2020-03-30; P3D», «2020-04-01 T18:30»."""
    wanted = [part.strip() for part in expected.split(";")] if expected else []
    shown = [one(time, wanted[place] if place < len(wanted) else "") for place, time in enumerate(times)]
    return "; ".join(shown)


def one(time: Time, wanted: str) -> str:
    """One time in the notation of `wanted`."""
    if re.match(r"[PX]|.*_REF|T", wanted):
        return str(time.timex3)
    days = f"{time.earliest or ''}..{time.latest or ''}"
    if " T" in wanted:
        return f"{time.earliest} T{str(time.timex3).split('T', 1)[-1]}"
    return days if days != expanded(wanted) else wanted


def expanded(wanted: str) -> str:
    """«2020-03» as «2020-03-01..2020-03-31»."""
    if ".." in wanted:
        return wanted
    if _DAY.fullmatch(wanted):
        return f"{wanted}..{wanted}"
    year, _, month = wanted.rpartition("-") if re.fullmatch(r"-?\d{4}-\d\d", wanted) else (wanted, "", "")
    if month:
        return f"{wanted}-01..{wanted}-{calendar.monthrange(int(year), int(month))[1]}"
    return f"{year}-01-01..{year}-12-31"
