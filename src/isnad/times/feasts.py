"""The days that calendars name, by year: Hijri feasts, fixed days, Easter and what hangs on it, Hebrew feasts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from isnad.times import calendars
from isnad.times.lexicon import load_toml


def calendar_of(name: str) -> str:
    """The calendar whose years a feast is counted by: hijri or gregorian."""
    return "hijri" if _feasts()[name]["calendar"] == "hijri" else "gregorian"


def title_of(name: str) -> str:
    """The feast's usual name in Arabic."""
    return str(_feasts()[name]["forms"][0])


def day_of(name: str, year: int, calendar: str = "gregorian") -> tuple[int, int]:
    """The day of a feast in a year of `calendar`, as first and last day. Raises ValueError where the year has none."""
    feast = _feasts()[name]
    if feast["calendar"] == "hijri" and calendar != "hijri":
        return _hijri_in_gregorian(feast, year)
    day = _day(feast, year)
    return day, day


def _hijri_in_gregorian(feast: dict[str, Any], year: int) -> tuple[int, int]:
    first, last = calendars.year_span(year)
    begin = calendars.hijri(first)[0]
    for candidate in (begin, begin + 1):
        day = calendars.hijri_ordinal(candidate, feast["month"], feast["day"])
        if first <= day <= last:
            return day, day
    raise ValueError(f"the feast does not fall in {year}")


def _day(feast: dict[str, Any], year: int) -> int:
    match feast["calendar"]:
        case "hijri":
            return calendars.hijri_ordinal(year, feast["month"], feast["day"])
        case "gregorian":
            return calendars.ordinal(year, feast["month"], feast["day"])
        case "easter":
            return calendars.easter(year) + int(feast["day"])
        case "orthodox":
            return calendars.orthodox_easter(year) + int(feast["day"])
        case "lunar":
            return calendars.new_moon(calendars.ordinal(year, feast["month"], feast["day"]), feast["hours"])
        case "hebrew":
            return calendars.hebrew_new_year(year) + _hebrew_offset(feast, year)
    first = calendars.ordinal(year, feast["month"], 1)
    return int(first + (feast["weekday"] - calendars.weekday(first)) % 7 + 7 * (feast["n"] - 1))


def _hebrew_offset(feast: dict[str, Any], year: int) -> int:
    """Days from the new year; Kislev begins a day later in the years that are full."""
    if "kislev" not in feast:
        return int(feast["day"])
    length = calendars.hebrew_new_year(year + 1) - calendars.hebrew_new_year(year)
    return int(feast["kislev"]) + (59 if length in (355, 385) else 58)


@lru_cache(maxsize=1)
def _feasts() -> dict[str, dict[str, Any]]:
    return {feast["id"]: feast for feast in load_toml("lexicon", "feasts")["feast"]}
