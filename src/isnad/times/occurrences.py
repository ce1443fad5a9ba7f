"""The occurrence of a month, a day, a season or a feast that is next in a direction, or inside a period."""

from __future__ import annotations

from isnad.times import calendars
from isnad.times.calendars import weekday
from isnad.times.days import PUSHES, Args, Days, known

SIGHTING = 2  # days by which a country that sights the moon may be off the calendar


def near(days: Days, args: Args) -> Days:
    """The occurrence of a month, a day of a month, a season or a feast in a direction from the base."""
    found = _occurrences(days, args)
    if args.get("weekday"):
        found = _fitting(found, args["weekday"], known(days)[0])
    way, skip = args["way"], int(args.get("skip", 0))
    first, last = known(days)
    if way == "this-year":
        year = calendars.ymd(first)[0]
        return next(one for one in found if calendars.ymd(known(one)[0])[0] == year)
    if way == "nearest":
        return min(found, key=lambda one: _distance(one, first))
    if way == "before":
        return [one for one in found if known(one)[1] < first][-1 - skip]
    if way == "on-or-before":
        last += SIGHTING if args.get("calendar") == "hijri" else 0
        return [one for one in found if known(one)[0] <= last][-1 - skip]
    if way == "after":
        return [one for one in found if known(one)[0] > last][skip]
    return [one for one in found if known(one)[1] >= first][skip]


def _fitting(found: list[Days], wanted: int, day: int) -> list[Days]:
    """The occurrence about a year around on the weekday that is written beside it; all where there is none."""
    fits = [one for one in found if one.first and weekday(one.first) == wanted and abs(one.first - day) < 500]
    return [min(fits, key=lambda one: _distance(one, day))] * 9 if fits else found


def _distance(one: Days, day: int) -> tuple[int, int]:
    first, last = known(one)
    return (0, 0) if first <= day <= last else (min(abs(first - day), abs(last - day)), -first)


def _occurrences(days: Days, args: Args) -> list[Days]:
    """Candidates in the years around, in order; those that no calendar has are left out."""
    first, _ = known(days)
    hijri = args.get("calendar") == "hijri"
    year = calendars.hijri(first)[0] if hijri else calendars.ymd(first)[0]
    found = []
    reach = 8 if args.get("day") == 29 and args.get("month") == 2 else 3
    for candidate in range(year - reach, year + reach + 1):
        one = _occurrence(candidate, args)
        if one:
            found.append(one)
    return found


def _occurrence(year: int, args: Args) -> Days | None:
    try:
        if args.get("feast"):
            return PUSHES["feast"]({"name": args["feast"], "year": year, "calendar": args.get("calendar")})
        if args.get("season"):
            return PUSHES["season"]({"name": args["season"], "year": year})
        return PUSHES["day" if args.get("day") else "month"]({**args, "year": year})
    except ValueError:
        return None


def day_near(days: Days, args: Args) -> Days:
    """A day of the month (and weekday) in a direction from the base."""
    first, last = known(days)
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
        day = calendars.month_span(year, month)[0] + args["day"] - 1
    else:
        day = next(one for one in found if one > last - (way == "on-or-after"))
    return Days(day, day)


def inside(days: Days, args: Args) -> Days:
    """A day of the month, a month, or a day of a month inside the base."""
    first, last = known(days)
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
