"""The machine that places a derivation on the calendar: a stack of stretches of days, and a closed set of operations.

`find` and `replay` run the same operations, so what a page explains is what was computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from isnad.annotation import Step
from isnad.times import calendars, feasts
from isnad.times.calendars import ordinal, weekday


class Days(NamedTuple):
    """A stretch of days, open where None; unit: how fine it is meant (day, week, month, ...)."""

    first: int | None
    last: int | None
    unit: str = "day"


Args = Mapping[str, Any]
Stack = list[Days]
NOWHERE = Days(None, None, "none")
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}


def replay(steps: Iterable[Step], anchor: date | None) -> tuple[str | None, str | None]:
    """Earliest and latest ISO day of a derivation, for a publication day. Raises KeyError on an unknown operation."""
    stack: Stack = []
    for step in steps:
        run(step.op, step.args, stack, anchor)
    days = stack[-1] if stack else NOWHERE
    return _iso(days.first), _iso(days.last)


def run(op: str, args: Args, stack: Stack, anchor: date | None) -> None:
    """Do one operation on the stack. Raises KeyError on an unknown operation, ValueError where there is no such day."""
    if op == "published":
        stack.append(_published(anchor))
    elif op in PUSHES:
        stack.append(PUSHES[op](args))
    elif op == "copy":
        stack.append(stack[-1])
    elif op == "hull":
        stack[-2:] = [_hull(*stack[-2:])]
    elif op in SILENT:
        stack.extend([] if stack else [NOWHERE])
    else:
        stack[-1] = TURNS[op](stack[-1], args)


def _iso(day: int | None) -> str | None:
    return None if day is None else calendars.iso(day)


def _published(anchor: date | None) -> Days:
    if anchor is None:
        raise ValueError("the publication day is not known")
    return Days(anchor.toordinal(), anchor.toordinal())


def _hull(one: Days, other: Days) -> Days:
    low, high = sorted((one, other), key=lambda days: days.first or 0)
    return Days(low.first, high.last, one.unit if one.unit == other.unit else "span")


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
    """What an editor says in place of all that came before."""
    first, last = (args[end] and calendars.from_iso(args[end]) for end in ("earliest", "latest"))
    return Days(first, last, "span")


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
    "editor": _editor,
    "editor": _editor,
}
# What changes no day: it is said for the reader, and for the value's form.
SILENT = frozenset(("clock", "part-of-day", "length", "set", "reference", "event", "approximate", "unknown", "since"))


def _known(days: Days) -> tuple[int, int]:
    if days.first is None or days.last is None:
        raise ValueError("an open stretch cannot be moved")
    return days.first, days.last


def move(day: int, amount: int, unit: str) -> int:
    """A day, an amount of units away."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return calendars.add_months(day, amount * months) if months else day + amount * {"day": 1, "week": 7}[unit]


def _shift(days: Days, args: Args) -> Days:
    first, last = _known(days)
    return Days(move(first, args["amount"], args["unit"]), move(last, args["amount"], args["unit"]), days.unit)


def _unit(days: Days, args: Args) -> Days:
    """The unit that holds the first day, moved on by `offset`."""
    first, _ = _known(days)
    unit, offset = args["unit"], args.get("offset", 0)
    if unit == "day":
        return Days(first + offset, first + offset)
    if unit == "week":
        return Days(*(day + 7 * offset for day in calendars.week_span(first, args["start"])), "week")
    if args.get("calendar") == "hijri":
        year, month, _ = calendars.hijri(first)
        span = (
            calendars.hijri_year_span(year + offset)
            if unit == "year"
            else calendars.hijri_month_span(year, month + offset)
        )
        return Days(*span, unit)
    return Days(*_gregorian_unit(first, unit, offset), unit)


def _gregorian_unit(day: int, unit: str, offset: int) -> tuple[int, int]:
    year, month, _ = calendars.ymd(day)
    if unit == "month":
        return calendars.month_span(year, month + offset)
    if unit == "quarter":
        first = (month - 1) // 3 * 3 + 1 + 3 * offset
        return calendars.month_span(year, first)[0], calendars.month_span(year, first + 2)[1]
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    start = year // size * size if size < 100 else (year - 1) // 100 * 100 + 1
    return calendars.year_span(start + size * offset)[0], calendars.year_span(start + size * (offset + 1) - 1)[1]


def _stretch(days: Days, args: Args) -> Days:
    """So many units back to the base, or on from the day after it."""
    first, last = _known(days)
    unit, count = args["unit"], args["count"]
    if unit in ("decade", "century"):
        offset = -count if args["sign"] < 0 else 1
        begin = _gregorian_unit(first, unit, offset)[0]
        return Days(begin, _gregorian_unit(first, unit, offset + count - 1)[1], "span")
    if args["sign"] < 0:
        return Days(move(first, -count, unit), last, "span")
    return Days(last + 1, move(last, count, unit), "span")


def _weekday(days: Days, args: Args) -> Days:
    first, last = _known(days)
    wanted, way, skip = args["weekday"], args["way"], 7 * args.get("skip", 0)
    if way in ("before", "on-or-before"):
        limit = first - (way == "before")
        found = limit - (weekday(limit) - wanted) % 7 - skip
    elif way in ("after", "on-or-after"):
        limit = last + (way == "after")
        found = limit + (wanted - weekday(limit)) % 7 + skip
    else:
        found = first + (wanted - weekday(first)) % 7
        if found > last:
            raise ValueError("no such weekday inside")
    return Days(found, found)


def _near(days: Days, args: Args) -> Days:
    """The occurrence of a month, a day of a month, a season or a feast in a direction from the base."""
    found = _occurrences(days, args)
    if args.get("weekday"):
        found = _fitting(found, args["weekday"], _known(days)[0])
    way, skip = args["way"], args.get("skip", 0)
    first, last = _known(days)
    if way == "this-year":
        year = calendars.ymd(first)[0]
        return next(one for one in found if calendars.ymd(one.first or 0)[0] == year)
    if way == "nearest":
        return min(found, key=lambda one: _distance(one, first))
    if way in ("before", "on-or-before"):
        limit = first if way == "before" else last + 1
        fits = [one for one in found if (one.last if way == "before" else one.first or 0) < limit]  # type: ignore[operator]
        return fits[-1 - skip]
    limit = last if way == "after" else first - 1
    fits = [one for one in found if (one.first if way == "after" else one.last or 0) > limit]  # type: ignore[operator]
    return fits[skip]


def _distance(one: Days, day: int) -> tuple[int, int]:
    first, last = _known(one)
    return (0, 0) if first <= day <= last else (min(abs(first - day), abs(last - day)), -first)


def _occurrences(days: Days, args: Args) -> list[Days]:
    """Candidates in the years around, in order; those that no calendar has are left out."""
    first, _ = _known(days)
    hijri = args.get("calendar") == "hijri"
    year = calendars.hijri(first)[0] if hijri else calendars.ymd(first)[0]
    found = []
    for candidate in range(year - 8, year + 9):
        one = _occurrence(candidate, args)
        if one:
            found.append(one)
    return found


def _fitting(found: list[Days], wanted: int, day: int) -> list[Days]:
    """The occurrence about a year around on the weekday that is written beside it; all where there is none."""
    fits = [one for one in found if one.first and weekday(one.first) == wanted and abs(one.first - day) < 500]
    return [min(fits, key=lambda one: _distance(one, day))] * 9 if fits else found


def _occurrence(year: int, args: Args) -> Days | None:
    try:
        if args.get("feast"):
            return _feast({"name": args["feast"], "year": year, "calendar": args.get("calendar")})
        if args.get("season"):
            return _season({"name": args["season"], "year": year})
        return _day({**args, "year": year}) if args.get("day") else _month({**args, "year": year})
    except ValueError:
        return None


def _day_near(days: Days, args: Args) -> Days:
    """A day of the month (and weekday) in a direction from the base."""
    first, last = _known(days)
    year, month, _ = calendars.ymd(first)
    found = []
    for offset in range(-14, 15):
        begin, end = calendars.month_span(year, month + offset)
        day = begin + args["day"] - 1
        if day <= end and args.get("weekday") in (None, weekday(day)):
            found.append(day)
    way = args["way"]
    if way == "nearest":
        day = min(found, key=lambda one: (abs(one - first), -one))
    elif way in ("before", "on-or-before"):
        day = [one for one in found if one < first + (way == "on-or-before")][-1]
    elif way == "this-month":
        day = _known(_unit(days, {"unit": "month"}))[0] + args["day"] - 1
    else:
        day = next(one for one in found if one > last - (way == "on-or-after"))
    return Days(day, day)


def _inside(days: Days, args: Args) -> Days:
    """A day of the month, a month, or a day of a month inside the base."""
    first, last = _known(days)
    if "month" not in args:
        found = first + args["day"] - 1
        if found > last or args.get("weekday") not in (None, weekday(found)):
            raise ValueError("no such day inside")
        return Days(found, found)
    hijri = args.get("calendar") == "hijri"
    year = calendars.hijri(first)[0] if hijri else calendars.ymd(first)[0]
    for candidate in (year, year + 1, year + 2):
        one = _occurrence(candidate, args)
        if one and one.first is not None and first <= one.first <= last:
            return one
    raise ValueError("no such month inside")


def _nth(days: Days, args: Args) -> Days:
    """The n-th unit or weekday inside the base; a week belongs where its Thursday is (ISO 8601), or its fourth day."""
    first, last = _known(days)
    n = args["n"]
    if "weekday" in args:
        head = first + (args["weekday"] - weekday(first)) % 7
        found = head + 7 * (n - 1) if n > 0 else last - (weekday(last) - args["weekday"]) % 7 + 7 * (n + 1)
        return _checked(Days(found, found), first, last)
    if args["unit"] == "day":
        found = first + n - 1 if n > 0 else last + n + 1
        return _checked(Days(found, found), first, last)
    if args["unit"] == "week":
        return _nth_week(first, last, n, args)
    head = first if n > 0 else last
    return _checked(Days(*_gregorian_unit(head, args["unit"], n - 1 if n > 0 else n + 1), args["unit"]), first, last)


def _nth_week(first: int, last: int, n: int, args: Args) -> Days:
    begin, end = calendars.week_span(first, args["start"])
    if args.get("full"):
        begin += 0 if begin >= first else 7
    else:
        begin += 0 if begin + 3 >= first else 7
    if n < 0:
        begin = calendars.week_span(last, args["start"])[0]
        begin -= 0 if begin + (6 if args.get("full") else 3) <= last else 7
        n = n + 2
    return Days(begin + 7 * (n - 1), begin + 7 * n - 1, "week")


def _checked(found: Days, first: int, last: int) -> Days:
    if found.first is None or not first <= found.first <= last:
        raise ValueError("no such part")
    return found


def _part(days: Days, args: Args) -> Days:
    from isnad.times.parts import part_of

    return Days(*part_of(args["part"], *_known(days), days.unit, args.get("from")), "part")


def _weekend(days: Days, args: Args) -> Days:
    first, _ = _known(days)
    one, other = args["days"]
    begin = (
        first - (weekday(first) - other) % 7 + 6
        if weekday(first) not in (one, other)
        else first - (weekday(first) != one)
    )
    begin += 7 * args.get("offset", 0)
    return Days(begin, begin + 1, "span")


def _workdays(days: Days, args: Args) -> Days:
    """Working days, Sunday to Thursday unless `rest` says otherwise."""
    day, _ = _known(days)
    left, step = abs(args["count"]), 1 if args["count"] > 0 else -1
    while left:
        day += step
        left -= weekday(day) not in args["rest"]
    return Days(day, day)


def _open(days: Days, args: Args) -> Days:
    side = args["side"]
    if side == "after":
        return Days(None if days.last is None else days.last + 1, None, "open")
    if side == "before":
        return Days(None, None if days.first is None else days.first - 1, "open")
    return Days(None, days.last, "open")


def _up_to(days: Days, args: Args) -> Days:
    """From the base to a publication day, or from it."""
    day = calendars.from_iso(args["day"])
    first, last = _known(days)
    return Days(min(first, day), max(last, day), "span")


TURNS: dict[str, Callable[[Days, Args], Days]] = {
    "shift": _shift,
    "unit": _unit,
    "stretch": _stretch,
    "weekday": _weekday,
    "near": _near,
    "day-near": _day_near,
    "inside": _inside,
    "nth": _nth,
    "part": _part,
    "weekend": _weekend,
    "workdays": _workdays,
    "open": _open,
}
