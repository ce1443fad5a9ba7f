"""The operations that turn one stretch of days into another: shifts, units, weekdays, n-th ones, parts, open ends."""

from __future__ import annotations

from collections.abc import Callable

from isnad.times import calendars
from isnad.times.calendars import weekday
from isnad.times.days import Args, Days, known
from isnad.times.occurrences import day_near, inside, near
from isnad.times.parts import part_of


def move(day: int, amount: int, unit: str) -> int:
    """A day, an amount of units away."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return calendars.add_months(day, amount * months) if months else day + amount * {"day": 1, "week": 7}[unit]


def _shift(days: Days, args: Args) -> Days:
    first, last = known(days)
    return Days(move(first, args["amount"], args["unit"]), move(last, args["amount"], args["unit"]), days.unit)


def _unit(days: Days, args: Args) -> Days:
    """The unit that holds the first day, moved on by `offset`."""
    first, _ = known(days)
    unit, offset = args["unit"], args.get("offset", 0)
    if unit == "day":
        return Days(first + offset, first + offset)
    if unit == "week":
        begin, end = calendars.week_span(first + 7 * offset, args["start"])
        return Days(begin, end, "week")
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
    first, last = known(days)
    unit, count = args["unit"], args["count"]
    if unit in ("decade", "century"):
        offset = -count if args["sign"] < 0 else 1
        begin = _gregorian_unit(first, unit, offset)[0]
        return Days(begin, _gregorian_unit(first, unit, offset + count - 1)[1], "span")
    if args["sign"] < 0:
        return Days(move(first, -count, unit), last, "span")
    return Days(last + 1, move(last, count, unit), "span")


def _weekday(days: Days, args: Args) -> Days:
    first, last = known(days)
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


def _nth(days: Days, args: Args) -> Days:
    """The n-th unit or weekday inside the base; a week belongs where its Thursday is (ISO 8601), or its fourth day."""
    first, last = known(days)
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
    begin = calendars.week_span(first, args["start"])[0]
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
    return Days(*part_of(args["part"], *known(days), days.unit, args.get("from")), "part")


def _weekend(days: Days, args: Args) -> Days:
    first, _ = known(days)
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
    day, _ = known(days)
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


TURNS: dict[str, Callable[[Days, Args], Days]] = {
    "shift": _shift,
    "unit": _unit,
    "stretch": _stretch,
    "weekday": _weekday,
    "near": near,
    "day-near": day_near,
    "inside": inside,
    "nth": _nth,
    "part": _part,
    "weekend": _weekend,
    "workdays": _workdays,
    "open": _open,
}
