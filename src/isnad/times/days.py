"""Stretches of days, and the operations that put one on the stack of a derivation: days, months, years, feasts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from isnad.times import calendars, feasts
from isnad.times.calendars import ordinal


class Days(NamedTuple):
    """A stretch of days, open where None; unit: how fine it is meant (day, week, month, ...)."""

    first: int | None
    last: int | None
    unit: str = "day"


Args = Mapping[str, Any]


NOWHERE = Days(None, None, "none")


SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}


def known(days: Days) -> tuple[int, int]:
    """Both ends. Raises ValueError where one is open."""
    if days.first is None or days.last is None:
        raise ValueError("an open stretch cannot be moved")
    return days.first, days.last


def _day(args: Args) -> Days:
    year, month, day = args["year"], args["month"], args["day"]
    found = calendars.hijri_ordinal(year, month, day) if args.get("calendar") == "hijri" else ordinal(year, month, day)
    return Days(found, found)


def _month(args: Args) -> Days:
    span = calendars.hijri_month_span if args.get("calendar") == "hijri" else calendars.month_span
    return Days(*span(args["year"], args["month"]), "month")


def _years(args: Args) -> Days:
    span = calendars.hijri_year_span if args.get("calendar") == "hijri" else calendars.year_span
    first, last = args["first"], args["last"]
    return Days(span(first)[0], span(last)[1], {1: "year", 10: "decade", 100: "century"}.get(last - first + 1, "span"))


def _week(args: Args) -> Days:
    found = calendars.week_of_year(args["year"], args["number"], args["start"])
    if found is None:
        raise ValueError(f"no week {args['number']} in {args['year']}")
    return Days(*found, "week")


def _season(args: Args) -> Days:
    first = SEASONS[args["name"]]
    return Days(
        calendars.month_span(args["year"], first)[0], calendars.month_span(args["year"], first + 2)[1], "season"
    )


def _feast(args: Args) -> Days:
    return Days(*feasts.day_of(args["name"], args["year"], args.get("calendar", "gregorian")))


def _spoken(args: Args) -> Days:
    return Days(calendars.from_iso(args["first"]), calendars.from_iso(args["last"]), args["unit"])


def _editor(args: Args) -> Days:
    first, last = args.get("earliest"), args.get("latest")
    return Days(first and calendars.from_iso(first), last and calendars.from_iso(last), "span")


PUSHES: dict[str, Callable[[Args], Days]] = {
    "day": _day,
    "month": _month,
    "years": _years,
    "week": _week,
    "season": _season,
    "feast": _feast,
    "spoken": _spoken,
    "event-day": _spoken,
    "speech-day": _spoken,
    "editor": _editor,
}
