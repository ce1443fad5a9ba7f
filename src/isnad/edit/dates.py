"""An editor's date as the fields of a time or an event, with the step that says where it comes from."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from isnad.annotation import Event, Step, Time
from isnad.read.days import Days

_POINT = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def date_fields(days: Days | None) -> dict[str, Any]:
    """earliest, latest, edtf and approximate of `days`; all open for None."""
    if days is None:
        return {"earliest": None, "latest": None, "edtf": None, "approximate": False}
    return {
        "earliest": _iso(days.earliest),
        "latest": _iso(days.latest),
        "edtf": days.edtf,
        "approximate": days.approximate,
    }


def editors_step(days: Days | None, reason: str) -> Step:
    """The step of a derivation that an editor's date is; `reason` says where it is from."""
    return Step("editor", date_fields(days), reason)


def same_days(item: Time | Event, days: Days | None) -> bool:
    """Whether the item lies on just these days already: then the editor confirms it, and its derivation stands."""
    if days is None or (days.approximate and not item.approximate):
        return False
    return (item.earliest, item.latest) == (_iso(days.earliest), _iso(days.latest))


def timex3_of(days: Days | None) -> str | None:
    """The TIMEX3 value of a day, a month or a year; None for what it has no value for."""
    return days.edtf if days and _POINT.fullmatch(days.edtf) else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
