"""Meanings of what is counted: periods from now, lengths of time, shifts, n-th units."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from isnad.times.algebra import (
    Beside,
    Calendar,
    Date,
    During,
    Length,
    Month,
    Node,
    Nth,
    Period,
    Shift,
    Spoken,
    Workdays,
)

_LONG = frozenset(("year", "decade", "century"))


def period(unit: str, offset: int, calendar: Calendar = "gregorian") -> Node | None:
    """This, the last or the next unit; minutes and seconds are for `moment`."""
    if unit in ("minute", "second"):
        return None
    return Period(_plain(unit), offset, calendar=calendar)


def current(unit: str) -> Node | None:
    """This unit; «هذا العقد» is ten years only where a word before it says so."""
    return None if unit == "decade" else period(unit, 0)


def moment(unit: str, offset: int) -> Node:
    """This, the last or the next minute."""
    return Period(unit, offset)


def stretch(unit: str, count: int, sign: int) -> Node | None:
    """So many units back or forth from now («الأيام الثلاثة الماضية»)."""
    return Period(_plain(unit), sign, count) if 1 <= count <= 1000 else None


def of_spoken(unit: str, offset: int = 0) -> Node:
    """The unit of the day that the text spoke of («العام ذاته»)."""
    return Period(_plain(unit), offset, base=Spoken())


def new_year() -> Node:
    """The year whose first day is nearest («العام الجديد»)."""
    return Period("year", 0, base=Date(1, Month("gregorian", 1), direction="near"))


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


def shift(sign: int, node: Length, base: Node | None = None) -> Node:
    """A length before or after the base."""
    return Shift(sign, node, base)


def during(node: Length) -> Node:
    """Within a length from now."""
    return During(node)


def workdays(sign: int, count: int, base: Node | None = None) -> Node:
    """So many working days away."""
    return Workdays(sign, count, base)


def direction(way: str | None = None) -> int:
    """A pointing word as an offset: the last is -1, the next 1."""
    return OFFSETS[way]


OFFSETS: dict[str | None, int] = {"last": -1, "next": 1, "this": 0, None: 0}


def twice(way: str) -> int:
    """«قبل الماضي» is -2, «بعد القادم» is 2."""
    return 2 * OFFSETS[way]


def day_beside(sign: int, deictic: int = 0) -> Node:
    """The day after or before one named from now."""
    return Period("day", deictic + sign)


def amount(node: Length) -> int:
    """The number of the first unit of a length."""
    return int(node.amounts[0][1])


def whole_length(node: Length | str) -> Length | None:
    """A length, or one of a unit that is named («طوال اليوم»)."""
    return length(1, node) if isinstance(node, str) else node


def many(count: int | float | None = None, multiplier: int = 1, unit: str = "year") -> Length | None:
    """A length counted in thousands or millions."""
    return length(Fraction(str(count or 1)) * multiplier, unit)


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
    return Period(_plain(unit), 0, base=Shift(1 if outer.offset > 0 else -1, years, of_spoken(unit)))


def week_of(node: Node) -> Node | None:
    """The week that holds a day; none for years: «استقال الثلاثاء بعد 37 عاما في الحكم»."""
    if isinstance(node, Shift) and any(unit in _LONG for unit, _ in node.length.amounts):
        return None
    return Period("week", 0, base=node)


def beside(weekday: int, base: Node, sign: int, n: int = 1) -> Node:
    """The n-th weekday after or before the base."""
    return Beside(weekday, base, sign, n)


def nth_day(n: int, node: Node) -> Node | None:
    """The n-th day of a feast."""
    if not 1 <= n <= 8:
        return None
    return node if n == 1 else Shift(1, Length((("day", Fraction(n - 1)),)), node)


def nth(n: int, what: str | int, base: Node) -> Node | None:
    """The n-th unit or weekday inside a period; -1 is the last."""
    if (isinstance(what, int) and abs(n) > 5) or what in ("century", "decade", "hour", "minute", "second"):
        return None
    return Nth(n, _plain(what) if isinstance(what, str) else what, base) if -1 <= n <= 366 and n else None


def nth_last(n: int, what: str | int, base: Node) -> Node | None:
    """The n-th unit or weekday from the end of a period."""
    first = nth(n, what, base)
    return replace(first, n=-n) if isinstance(first, Nth) else None
