"""The written forms of a placed expression: EDTF (ISO 8601-2) and TIMEX3."""

from __future__ import annotations

from fractions import Fraction

from isnad.times import algebra as a
from isnad.times import calendars
from isnad.times.days import Days

PARTS = {
    "dawn": "DA", "morning": "MO", "late-morning": "MO", "forenoon": "MO", "noon": "MI", "afternoon": "AF",
    "evening": "EV", "sunset": "EV", "night": "NI", "midnight": "NI",
}  # fmt: skip
SEASON_CODES = {"spring": ("21", "SP"), "summer": ("22", "SU"), "autumn": ("23", "FA"), "winter": ("24", "WI")}
_SEASON_OF_MONTH = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
_LARGE = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3)}
_ORDER = ("year", "month", "week", "day", "hour", "minute", "second")


def edtf(days: Days, *, approximate: bool = False, going_on: bool = False) -> str | None:
    """The days in EDTF; None where they have no place on the calendar. going_on: begun then and not ended."""
    if days.first is None and days.last is None:
        return None
    mark = "~" if approximate else ""
    if days.first is None or days.last is None:
        first = ".." if days.first is None else _point(days.first, days.first) + mark
        last = ".." if days.last is None else _point(days.last, days.last) + mark
        return f"{first}/{last}"
    if going_on:
        return f"{_point(days.first, days.last)}{mark}/.."
    return _point(days.first, days.last, days.unit) + mark if _simple(days) else _interval(days.first, days.last, mark)


def _interval(first: int, last: int, mark: str) -> str:
    return f"{calendars.iso(first)}{mark}/{calendars.iso(last)}{mark}"


def _simple(days: Days) -> bool:
    return days.first is not None and days.last is not None and "/" not in _point(days.first, days.last, days.unit)


def _point(first: int, last: int, unit: str = "day") -> str:
    """The shortest EDTF form of a whole day, month, season, quarter, year, decade or century."""
    if first == last:
        return calendars.iso(first)
    if unit == "season":
        year, month, _ = calendars.ymd(first)
        return f"{year:04d}-{SEASON_CODES[_SEASON_OF_MONTH[month]][0]}"
    whole = _whole(first, last)
    if whole == "month":
        return calendars.iso(first)[:-3]
    if whole == "year":
        return calendars.iso(first)[:-6]
    year = calendars.ymd(first)[0]
    if whole == "decade" and year >= 1000:
        return f"{year // 10}X"
    return f"{calendars.iso(first)}/{calendars.iso(last)}"


def _whole(first: int, last: int) -> str | None:
    """The Gregorian unit that the days fill exactly."""
    year, month, day = calendars.ymd(first)
    if day != 1:
        return None
    if calendars.month_span(year, month)[1] == last:
        return "month"
    if month != 1:
        return None
    for unit, size in (("year", 1), ("decade", 10), ("century", 100)):
        if calendars.year_span(year + size - 1)[1] == last and (size == 1 or year % size == 0):
            return unit
    return None


def timex3(days: Days, clock: str | None = None) -> str | None:
    """The value of a TIMEX3 for placed days; clock is what follows the T."""
    if days.first is None or days.last is None:
        return edtf(days)
    value = _timex_point(days.first, days.last, days.unit)
    return f"{value}T{clock}" if clock else value


def _timex_point(first: int, last: int, unit: str) -> str:
    year, month, _ = calendars.ymd(first)
    if unit == "week" and last - first == 6:
        iso_year, number = calendars.iso_week(first + 3)
        return f"{iso_year:04d}-W{number:02d}"
    if unit == "season":
        return f"{year:04d}-{SEASON_CODES[_SEASON_OF_MONTH[month]][1]}"
    if unit == "quarter":
        return f"{year:04d}-Q{(month - 1) // 3 + 1}"
    whole = _whole(first, last)
    if whole == "decade" and year >= 1000:
        return str(year // 10)
    if unit == "century" and year > 0:
        return str((year - 1) // 100)
    return _point(first, last)


def iso_length(length: a.Length) -> str:
    """A length as an ISO 8601 duration, X for an unknown number: «P2M», «PT30M», «PXM»."""
    amounts: dict[str, Fraction | None] = {}
    for unit, amount in length.amounts:
        name, factor = _LARGE.get(unit, (unit, 1))
        amounts[name] = None if length.vague else (amounts.get(name) or 0) + amount * factor
    if "time" in amounts:
        return "PXX"
    amounts = _minutes(amounts)
    date = "".join(_number(amounts[unit]) + _LETTERS[unit] for unit in _ORDER[:4] if unit in amounts)
    time = "".join(_number(amounts[unit]) + _LETTERS[unit] for unit in _ORDER[4:] if unit in amounts)
    return "P" + date + ("T" + time if time else "")


def _minutes(amounts: dict[str, Fraction | None]) -> dict[str, Fraction | None]:
    """Half an hour is thirty minutes."""
    hours = amounts.get("hour")
    if hours is None or hours.denominator == 1 or hours > 1:
        return amounts
    return {unit: amount for unit, amount in amounts.items() if unit != "hour"} | {"minute": hours * 60}


def _number(amount: Fraction | None) -> str:
    return "X" if amount is None else f"{float(amount):.4f}".rstrip("0").rstrip(".")


def iso_set(node: a.Every) -> tuple[str, str]:
    """A set as TIMEX3 value and as an iCalendar rule (RFC 5545)."""
    tail, extra = _set_tail(node)
    if isinstance(node.what, a.Date):
        value, rule = _set_of_date(node.what)
    elif isinstance(node.what, a.Nth):
        value, rule = "P1M", f"FREQ=MONTHLY;BYDAY={node.what.n}{_day_code(int(node.what.what))}"
    else:
        value, rule = _set_of_length(node.what)
    if tail and value == "P1D":
        value = ""
    return value + tail, ";".join([rule, *extra])


def _set_tail(node: a.Every) -> tuple[str, list[str]]:
    if node.clock:
        minute = f":{node.clock.minute:02d}" if node.clock.minute else ""
        return f"T{node.clock.hour:02d}{minute}", [f"BYHOUR={node.clock.hour}", f"BYMINUTE={node.clock.minute}"]
    return (f"T{PARTS[node.part]}", []) if node.part else ("", [])


def _set_of_date(node: a.Date) -> tuple[str, str]:
    if node.month and node.month.calendar == "hijri":
        day = f";BYMONTHDAY={node.day}" if node.day else ""
        return "P1Y", f"RSCALE=ISLAMIC-UMALQURA;FREQ=YEARLY;BYMONTH={node.month.number}{day}"  # RFC 7529
    if node.weekday and not node.month:
        return f"XXXX-WXX-{node.weekday}", f"FREQ=WEEKLY;BYDAY={_day_code(node.weekday)}"
    if node.month is None:
        return f"XXXX-XX-{node.day:02d}", f"FREQ=MONTHLY;BYMONTHDAY={node.day}"
    month = node.month.number
    if node.day is None:
        return f"XXXX-{month:02d}", f"FREQ=YEARLY;BYMONTH={month}"
    return f"XXXX-{month:02d}-{node.day:02d}", f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={node.day}"


def _day_code(weekday: int) -> str:
    return ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[weekday - 1]


def _set_of_length(length: a.Length) -> tuple[str, str]:
    names = {
        "day": "DAILY",
        "week": "WEEKLY",
        "month": "MONTHLY",
        "year": "YEARLY",
        "hour": "HOURLY",
        "minute": "MINUTELY",
    }
    unit, amount = length.amounts[0]
    interval = f";INTERVAL={int(amount)}" if amount > 1 and amount.denominator == 1 else ""
    return iso_length(length), f"FREQ={names.get(unit, 'YEARLY')}{interval}"
