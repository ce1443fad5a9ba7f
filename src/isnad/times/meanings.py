"""Meanings of dates, feasts, parts and ranges: each makes a value of the algebra, or None where it makes no sense.

The rules' `means` call these by name with what the pattern captured; a refused meaning drops the rule.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from isnad.times.algebra import (
    About,
    Calendar,
    Century,
    Cut,
    Date,
    Decade,
    Direction,
    Either,
    Feast,
    Month,
    Node,
    OfYear,
    Open,
    Pair,
    Part,
    Period,
    Range,
    Record,
    Reference,
    Season,
    Spoken,
    Told,
    Week,
    Weekend,
    Within,
    Year,
)
from isnad.times.feasts import calendar_of
from isnad.times.lexicon import load_toml

LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month(number: int) -> Month | None:
    """A Gregorian month."""
    return Month("gregorian", number) if 1 <= number <= 12 else None


def hijri(number: int) -> Month:
    """A Hijri month."""
    return Month("hijri", number)


def same(one: Month, other: Month) -> Month | None:
    """One month under two names («آذار/مارس»); nothing where the names disagree."""
    return one if one == other else None


def year(number: int) -> Year:
    """A Gregorian year."""
    return Year(number)


def ad(number: int) -> Year:
    """A Gregorian year that is written to be one («م»)."""
    return Year(number, era=True)


def ah(number: int) -> Year | None:
    """A Hijri year; two digits are of the fifteenth century."""
    return Year(number, "hijri", era=True) if 1 <= number <= 1600 else None


def bc(number: int) -> Year:
    """A year before the era, as an astronomical number."""
    return Year(1 - number, era=True)


def on(
    day: int | None = None,
    month: Month | None = None,
    year: Year | Period | None = None,
    weekday: int | None = None,
) -> Date | None:
    """A date of the given fields, where such a day can be."""
    if isinstance(year, Period) and year.unit != "year":
        return None
    if month and isinstance(year, Year):
        month, year = _one_calendar(month, year)
    if day is not None and month and not 1 <= day <= (30 if month.calendar == "hijri" else LENGTHS[month.number - 1]):
        return None
    return Date(day, month, year, weekday)


def _one_calendar(month: Month, year: Year) -> tuple[Month, Year]:
    """«محرم 1442» is a Hijri year though nothing says so; «يناير 1400» and «رمضان 2019» are not."""
    if month.calendar == "hijri" and year.calendar == "gregorian" and not year.era and year.number < 1600:
        return month, Year(year.number, "hijri")
    return month, year


def itself(node: Node) -> Node:
    """The captured value as it is."""
    return node


def same_year(node: Year | Period) -> Node | None:
    """A year, or a period that is one."""
    return None if isinstance(node, Period) and node.unit != "year" else node


def turned(node: Node, direction: Direction, skip: int = 0) -> Node | None:
    """The node picked in a direction from now («الماضي», «المقبل»); skip: «بعد القادم», «قبل الماضي»."""
    if isinstance(node, Date) and node.year is None:
        return replace(node, direction=direction, skip=skip)
    if isinstance(node, Feast):
        return replace(node, direction=direction, skip=skip)
    return replace(node, direction=direction) if isinstance(node, Season) else None


def night_between(one: int, other: int, way: Direction | None = None) -> Node | None:
    """The night from one weekday to the next («ليلة السبت إلى الأحد الماضي»)."""
    return Range(Date(weekday=one), Date(weekday=other, direction=way)) if other == one % 7 + 1 else None


def morning_after(one: int, other: int, way: Direction | None = None) -> Node | None:
    """The second day of such a night («بعد منتصف ليل السبت على الأحد»)."""
    return Date(weekday=other, direction=way) if other == one % 7 + 1 else None


def weekday(number: int) -> Date:
    """A weekday."""
    return Date(weekday=number)


def named(number: int, node: Node) -> Node | None:
    """A date with its weekday written beside it."""
    if isinstance(node, Date) and node.day is not None:
        return replace(node, weekday=number)
    if isinstance(node, Within) and isinstance(node.inner, Date):
        return Within(replace(node.inner, weekday=number), node.outer)
    return None


def roughly(node: Node) -> Node:
    """Any expression, roughly."""
    return About(node)


def either(first: Node, second: Node) -> Node:
    """«الثلاثاء الثالث من أيلول»: the third of September if that is a Tuesday, else the third Tuesday."""
    return Either(first, second)


def part(name: str, base: Node) -> Node | None:
    """A part of a period."""
    if isinstance(base, Date) and base.day is not None:
        return None
    return Part(name, base)


def quarter(number: int, base: Node) -> Node | None:
    """A quarter of a year."""
    if isinstance(base, Period) and base.unit != "year":
        return None
    return Part(f"quarter{number}", base) if 1 <= number <= 4 else None


def within(inner: Node, outer: Node) -> Node | None:
    """The inner date where it falls in the outer period («الاثنين من الأسبوع الماضي»)."""
    if isinstance(inner, Date) and inner.day is not None and isinstance(outer, Period) and outer.unit != "month":
        return None
    return Within(inner, outer)


def days(first: int, node: Node) -> Node | None:
    """«من 13 إلى 15 الشهر المقبل»: the first day is of the month that the second is of."""
    if isinstance(node, Date) and node.day is not None:
        return Range(replace(node, day=first, weekday=None), node) if first <= node.day else None
    if isinstance(node, Within) and isinstance(node.inner, Date) and node.inner.day is not None:
        inner = replace(node.inner, day=first, weekday=None)
        return Range(Within(inner, node.outer), node) if first <= node.inner.day else None
    return None


def since(node: Node) -> Node:
    """Begun at, and going on."""
    return Open("since", node)


def since_then(node: Node) -> Node:
    """Beginning at, past or to come."""
    return Open("starting", node)


def until(node: Node) -> Node:
    """Up to the end of."""
    return Open("until", node)


def before(node: Node) -> Node:
    """Any time before."""
    return Open("before", node)


def after(node: Node) -> Node:
    """Any time after."""
    return Open("after", node)


def decade(start: int, century: Century | Period | None = None) -> Node:
    """A decade of a century."""
    return Decade(start, century)


def nth_decade(number: int, century: Century) -> Node | None:
    """The n-th decade of a century: the first is that of its noughts."""
    return Decade(10 * (number - 1), century) if 1 <= number <= 10 else None


def century(number: int, calendar: Calendar = "gregorian") -> Node | None:
    """A century by number."""
    return Century(number, calendar) if 1 <= number <= 30 else None


def century_bc(number: int) -> Node:
    """A century before the era."""
    return Century(number, before=True)


def millennium_bc(number: int) -> Node | None:
    """A millennium before the era."""
    return Range(century_bc(10 * number), century_bc(10 * number - 9)) if 1 <= number <= 10 else None


def feast(name: str, year: Year | Period | None = None) -> Node | None:
    """A named day, of a year where one is given; «رأس السنة الهجرية 1445» is of a Hijri year though nothing says so."""
    if isinstance(year, Year) and not year.era and year.number < 1600 and calendar_of(name) == "hijri":
        year = Year(year.number, "hijri")
    return Feast(name, year)


def season(name: str, year: Year | Period | None = None) -> Node | None:
    """A season, of a year where one is given."""
    if isinstance(year, Period) and year.unit != "year":
        return None
    return Season(name, year)


def reference(kind: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]) -> Node:
    """The present, the past or the future."""
    return Reference(kind)


def weekend(offset: int = 0) -> Node:
    """The days of rest of a week."""
    return Weekend(offset)


def week(number: int, year: Year | Period | None = None) -> Node | None:
    """A numbered week."""
    return Week(number, year) if 1 <= number <= 53 else None


def spoken(offset: int = 0) -> Node:
    """The day that the text spoke of last, so many days on."""
    return Spoken(offset, day=True)


def told_before() -> Node:
    """What the text spoke of last, be it a day or longer («بعد ذلك بعامين»)."""
    return Spoken()


def pair(first: Node, second: Node, cut: Cut) -> Node:
    """Two expressions told as one; what follows the second belongs to it («السبت والأحد الماضيين»)."""
    return Pair(first, second, (*cut[:3], None))


def lifespan(first: Node, second: Node, cut: Cut) -> Node:
    """Two dates of a life or a reign in brackets, each its own."""
    return Pair(first, second, cut)


def weekday_of(node: Date) -> int | None:
    """The weekday of a date that is nothing else."""
    return node.weekday


def half(number: int) -> str:
    """The name of a half."""
    return f"half{number}"


def third(number: int) -> str:
    """The name of a third."""
    return f"third{number}"


def turned_if(node: Date, way: Direction | None = None) -> Node | None:
    """A date, picked in a direction where one is written."""
    return turned(node, way) if way else node


def two_calendars(one: Node, other: Node, cut: Cut) -> Node | None:
    """One day in two calendars; nothing where both are of one."""
    if not isinstance(one, Date) or not isinstance(other, Date) or not one.month or not other.month:
        return None
    if one.month.calendar == other.month.calendar:
        return None
    return Pair(Record(one, other), Record(other, one), (*cut[:3], None))


def known(day: int, month: Month) -> Date | None:
    """A day and month that everyone knows the year of («أحداث 11 سبتمبر»)."""
    for date in load_toml("lexicon", "known")["date"]:
        if month == Month("gregorian", date["month"]) and day == date["day"]:
            return Date(day, month, Year(date["year"]))
    return None


def named_after(mark: object) -> str:
    """A name, not a date."""
    return str(mark)


def told(weekday: int, node: Node) -> Node:
    """A day with its weekday told beside it («أمس الأحد»)."""
    return Told(node, weekday)


def first_year(shape: str) -> Year:
    """The first of two years written with a dash."""
    return Year(int(shape.split("|")[0]))


def this_day_of(year: Year) -> Node:
    """The day and month of now, of a year."""
    return OfYear(year)


def day_in(day: int, month: Month | None = None, way: Direction | None = None, rel: Node | None = None) -> Node | None:
    """A day of a month that is named and pointed at, or pointed at only."""
    if rel is not None:
        return within(Date(day), rel)
    date = on(day, month)
    return turned(date, way) if date and way else date


def told_day(deictic: int, node: Node) -> Node | None:
    """«أمس 14 آب»: the day that both name; the date decides where it has its year."""
    if not isinstance(node, Date) or node.day is None or node.direction:
        return None
    return node if node.year else Period("day", deictic)


def two_years(one: Year, other: Year, cut: Cut) -> Node | None:
    """One year in two calendars («334 هـ/945 م»)."""
    return Pair(one, other, (*cut[:3], None)) if one.era and other.era and one.calendar != other.calendar else None


def border_year(node: Year) -> Year | None:
    """The year of a border («حدود 1967»)."""
    return node if 1900 <= node.number <= 1999 else None


def other_part(half: int | None = None, quarter: int | None = None) -> str:
    """A half or a quarter of something that is no stretch of days."""
    return str(half or quarter)
