"""Meanings of dates, periods and lengths: each makes a value of the algebra, or None where it makes no sense.

The rules' `means` call these by name with what the pattern captured; a refused meaning drops the rule.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from isnad.times.algebra import (
    About,
    Beside,
    Calendar,
    Century,
    Cut,
    Date,
    Decade,
    Direction,
    During,
    Either,
    Feast,
    Length,
    Month,
    Node,
    Nth,
    OfYear,
    Open,
    Pair,
    Part,
    Period,
    Range,
    Record,
    Reference,
    Season,
    Shift,
    Spoken,
    Told,
    Week,
    Weekend,
    Within,
    Workdays,
    Year,
)
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


def period(unit: str, offset: int, calendar: Calendar = "gregorian") -> Node:
    """This, the last or the next unit."""
    return Period(_plain(unit), offset, calendar=calendar)


def stretch(unit: str, count: int, sign: int) -> Node | None:
    """So many units back or forth from now («الأيام الثلاثة الماضية»)."""
    return Period(_plain(unit), sign, count) if 1 <= count <= 1000 else None


def of_spoken(unit: str, offset: int = 0) -> Node:
    """The unit of the day that the text spoke of («العام ذاته»)."""
    return Period(_plain(unit), offset, base=Spoken())


def _plain(unit: str) -> str:
    return "day" if unit == "night" else unit


def length(count: int | float | Fraction | str, unit: str) -> Length | None:
    """A length of time."""
    amount = Fraction(str(count)).limit_denominator(1000)
    return Length(((_plain(unit), amount),)) if 0 < amount <= 10_000_000 else None


def lengths(one: Length, other: Length) -> Length | None:
    """Two lengths together, the larger units written first or not."""
    units = {unit for unit, _ in one.amounts}
    if any(unit in units for unit, _ in other.amounts):
        return None
    return replace(one, amounts=one.amounts + other.amounts, about=one.about or other.about)


def lengths_down(one: Length, other: Length) -> Length | None:
    """Two lengths together, the second of a smaller unit («سنة وشهر»; not «ساعتين وعقد»)."""
    return lengths(one, other) if SIZES.index(one.amounts[-1][0]) > SIZES.index(other.amounts[0][0]) else None


SIZES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")


def and_half(node: Length, fraction: int | float | str = "1/2") -> Length:
    """A length and a part of its last unit («ساعة ونصف»)."""
    *before, (unit, amount) = node.amounts
    part = Fraction(str(fraction)).limit_denominator(100)
    return replace(node, amounts=(*before, (unit, amount + part)))


def several(unit: str) -> Length:
    """A length without a number («عدة أشهر»)."""
    return Length(((_plain(unit), Fraction(0)),), vague=True)


def rough(node: Length) -> Length:
    """A length that is rounded or a bound («نحو شهرين»، «أكثر من عام»)."""
    return replace(node, about=True)


def roughly(node: Node) -> Node:
    """Any expression, roughly."""
    return About(node)


def shift(sign: int, node: Length, base: Node | None = None) -> Node:
    """A length before or after the base."""
    return Shift(sign, node, base)


def during(node: Length) -> Node:
    """Within a length from now."""
    return During(node)


def workdays(sign: int, count: int, base: Node | None = None) -> Node:
    """So many working days away."""
    return Workdays(sign, count, base)


def nth(n: int, what: str | int, base: Node) -> Node | None:
    """The n-th unit or weekday inside a period; -1 is the last."""
    if (isinstance(what, int) and n > 5) or what in ("century", "decade", "hour", "minute", "second"):
        return None
    return Nth(n, _plain(what) if isinstance(what, str) else what, base) if -1 <= n <= 366 and n else None


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


def century(number: int, calendar: Calendar = "gregorian") -> Node | None:
    """A century by number."""
    return Century(number, calendar) if 1 <= number <= 30 else None


def century_bc(number: int) -> Node:
    """A century before the era."""
    return Century(number, before=True)


def feast(name: str, year: Year | Period | None = None) -> Node | None:
    """A named day, of a year where one is given."""
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


def pair(first: Node, second: Node, cut: Cut) -> Node:
    """Two expressions told as one; what follows the second belongs to it («السبت والأحد الماضيين»)."""
    return Pair(first, second, (*cut[:3], None))


def lifespan(first: Node, second: Node, cut: Cut) -> Node:
    """Two dates of a life or a reign in brackets, each its own."""
    return Pair(first, second, cut)


OFFSETS: dict[str | None, int] = {"last": -1, "next": 1, "this": 0, None: 0}


def direction(way: str | None = None) -> int:
    """A pointing word as an offset: the last is -1, the next 1."""
    return OFFSETS[way]


def twice(way: str) -> int:
    """«قبل الماضي» is -2, «بعد القادم» is 2."""
    return 2 * OFFSETS[way]


def day_beside(sign: int, deictic: int = 0) -> Node:
    """The day after or before one named from now."""
    return Period("day", deictic + sign)


def weekday_of(node: Date) -> int | None:
    """The weekday of a date that is nothing else."""
    return node.weekday


def beside(weekday: int, base: Node, sign: int, n: int = 1) -> Node:
    """The n-th weekday after or before the base."""
    return Beside(weekday, base, sign, n)


def week_of(node: Node) -> Node:
    """The week that holds a day."""
    return Period("week", 0, base=node)


def amount(node: Length) -> int:
    """The number of the first unit of a length."""
    return int(node.amounts[0][1])


def whole_length(node: Length | str) -> Length | None:
    """A length, or one of a unit that is named («طوال اليوم»)."""
    return length(1, node) if isinstance(node, str) else node


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


def many(count: int | float | None = None, multiplier: int = 1, unit: str = "year") -> Length | None:
    """A length counted in thousands or millions."""
    return length(Fraction(str(count or 1)) * multiplier, unit)


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


def nth_day(n: int, node: Node) -> Node | None:
    """The n-th day of a feast."""
    if not 1 <= n <= 8:
        return None
    return node if n == 1 else Shift(1, Length((("day", Fraction(n - 1)),)), node)


def first_year(shape: str) -> Year:
    """The first of two years written with a dash."""
    return Year(int(shape.split("|")[0]))


def same_of(unit: str, outer: Node) -> Node | None:
    """«الشهر نفسه من العام الماضي»: the unit spoken of, so many years on."""
    if (
        not isinstance(outer, Period)
        or outer.unit != "year"
        or not outer.offset
        or _plain(unit) not in ("day", "month")
    ):
        return None
    years = Length((("year", Fraction(abs(outer.offset))),))
    return Period(_plain(unit), 0, base=Shift(1 if outer.offset > 0 else -1, years, Spoken()))


def this_day_of(year: Year) -> Node:
    """The day and month of now, of a year."""
    return OfYear(year)


def day_in(day: int, month: Month | None = None, way: Direction | None = None, rel: Node | None = None) -> Node | None:
    """A day of a month that is named and pointed at, or pointed at only."""
    if rel is not None:
        return within(Date(day), rel)
    date = on(day, month)
    return turned(date, way) if date and way else date
