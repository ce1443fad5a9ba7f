"""Meanings of what is written in digits: dates, spans of days and years, in the orders that people write them."""

from __future__ import annotations

from dataclasses import replace

from isnad.times.algebra import Date, Month, Node, Period, Range, Year
from isnad.times.meanings import LENGTHS, days, month, on, within, year


def short_year(number: int) -> Year:
    """A year of two digits: up to 50 of this century, above it of the last."""
    return Year(number + (2000 if number <= 50 else 1900))


def spoken_year(number: int) -> Year:
    """A year of two digits after «عام»: the press looks back («حرب عام 48»)."""
    return Year(number + (2000 if number <= 35 else 1900))


def with_year(node: Date, number: int) -> Node:
    """A date with a year of two digits or four."""
    return replace(node, year=short_year(number) if number < 100 else Year(number))


def numeric(shape: str) -> Date | None:
    """A date in digits, such as «2016-04-21», «21/4/2016», «04/22»; day before month unless that cannot be."""
    parts = [int(part) for part in shape.split("|")]
    if len(parts) == 3:
        return _full(*parts)
    one, two = parts
    if one > 31 or two > 31:
        return on(month=month(min(one, two)), year=year(max(one, two))) if month(min(one, two)) else None
    return _checked(one, two, None) or _checked(two, one, None)


def numeric_day(shape: str) -> Date | None:
    """A day and month in digits."""
    found = numeric(shape)
    return found if found and found.day else None


def _full(one: int, two: int, three: int) -> Date | None:
    if one > 31:
        return _checked(three, two, one) or _checked(two, three, one)
    if three > 99:
        return _checked(one, two, three) or _checked(two, one, three)
    short = short_year(three).number
    found = _checked(one, two, short) or _checked(two, one, short) or _checked(three, two, short_year(one).number)
    return found or numeric_hijri(f"{one}|{two}|{three}")  # «30-02-33» is no Gregorian day in any order


def _checked(day: int, number: int, year_number: int | None) -> Date | None:
    if not 1 <= number <= 12 or not 1 <= day <= LENGTHS[number - 1]:
        return None
    return Date(day, Month("gregorian", number), Year(year_number) if year_number else None)


def numeric_hijri(shape: str) -> Date | None:
    """A Hijri date in digits («14-09-1432 هـ»)."""
    parts = [int(part) for part in shape.split("|")]
    one, two, three = parts if parts[0] <= 31 else parts[::-1]
    fits = 1 <= one <= 30 and 1 <= two <= 12
    number = three if three > 99 else 1400 + three if three <= 50 else 1300 + three
    return Date(one, Month("hijri", two), Year(number, "hijri", era=True)) if fits else None


def plausible_hijri(shape: str) -> Date | None:
    """A date in digits whose year can only be Hijri («30-02-1433»)."""
    found = numeric_hijri(shape)
    return found if found and isinstance(found.year, Year) and 1300 <= found.year.number <= 1500 else None


def day_span(shape: str, month: Month, year: Year | Period | None = None) -> Node | None:
    """Days written with a dash («2-6 تموز»)."""
    first, last = (int(part) for part in shape.split("|"))
    end = on(last, month, year)
    return days(first, end) if end else None


def day_span_in(shape: str, outer: Node) -> Node | None:
    """Days written with a dash, of a month that is pointed at («4-23 من الشهر المقبل»)."""
    first, last = (int(part) for part in shape.split("|"))
    end = within(Date(last), outer)
    return days(first, end) if end else None


def year_span(shape: str) -> Node | None:
    """Years written with a dash or a slash («2014-2018»)."""
    first, last = (int(part) for part in shape.split("|"))
    last = last if last > 99 else first - first % 100 + last
    return Range(Year(first), Year(last)) if first < last and last - first < 500 else None
