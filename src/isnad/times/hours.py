"""Meanings of clock times, parts of the day, and what comes again and again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from isnad.times.algebra import Clock, Date, During, Every, Length, Node, Nth, Open, Range, Reference, Timed


def clock(hour: int, minute: int = 0, second: int | None = None, part: str | None = None) -> Clock | None:
    """A clock time; the part of day settles which half of the day is meant."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    if part is None or hour > 12:
        return Clock(hour % 24, minute, second, open=part is None and 1 <= hour <= 12)
    return Clock(_hour(hour, part), minute, second)


def minus(node: Clock, minutes: int) -> Clock | None:
    """So many minutes before a clock time («الثانية إلا ربعا»)."""
    total = node.hour * 60 + node.minute - minutes
    total = total + 12 * 60 if total < 60 and node.open else total % (24 * 60)
    return replace(node, hour=total // 60, minute=total % 60)


def plus(node: Clock, minutes: int) -> Clock | None:
    """A clock time and so many minutes («الثالثة وعشر دقائق»)."""
    return replace(node, minute=minutes) if node.minute == 0 and 0 < minutes < 60 else None


def hour_and(hour: int, minus: int | None = None, plus: int | None = None) -> Clock | None:
    """An hour, so many minutes before or after it where they are told."""
    whole = clock(hour)
    if whole is None or (minus is None and plus is None):
        return whole
    return globals()["minus"](whole, minus) if minus is not None else replace(whole, minute=plus or 0)


def shape_clock(shape: str) -> Clock | None:
    """A clock time in digits («15:30:05»)."""
    parts = [int(part) for part in shape.split("|")]
    return clock(parts[0], parts[1], parts[2] if len(parts) == 3 else None)


def clock_of_four(digits: int) -> Clock | None:
    """A clock time in four digits («0757»)."""
    return Clock(digits // 100, digits % 100)


def meridiem(node: Clock, part: str) -> Clock | None:
    """A clock time with its part of day."""
    return replace(node, hour=_hour(node.hour, part), open=False) if node.hour <= 12 else node


def zoned(node: Clock, zone: str) -> Clock:
    """A clock time in a zone."""
    return replace(node, zone=None if zone == "local" else zone)


def _hour(hour: int, part: str) -> int:
    """On 24 hours: nobody says «الثانية ليلا» of the afternoon, or «العاشرة ظهرا» of the night."""
    if part in ("dawn", "morning", "forenoon", "midnight"):
        return hour % 12
    if part == "noon":
        return hour if hour >= 10 else hour + 12
    if part == "night":
        return hour % 12 if hour < 6 or hour == 12 else hour + 12
    return 12 if hour == 12 else hour + 12


def timed(base: Node | None = None, clock: Clock | None = None, part: str | None = None) -> Node | None:
    """A day with a clock time or a part of day."""
    if isinstance(base, Timed):
        if (clock and base.clock) or (part and base.part and not clock):
            return None
        clock, part, base = clock or base.clock, part or base.part, base.base
    if clock and part and clock.open:
        clock = meridiem(clock, part)
    return Timed(base, clock, part)


def between(first: Node, last: Node) -> Node | None:
    """From one end to the other."""
    if isinstance(first, Timed) and isinstance(last, Timed):
        first, last = _one_half(first, last)
        first = replace(first, base=first.base or last.base)
    return Range(first, last)


def between_dates(other: Node, md: Node | None = None, date: Node | None = None) -> Node | None:
    """From one date or part to another; not to what has no days."""
    first = md or date
    if first is None or isinstance(first, NOT_ENDS) or isinstance(other, NOT_ENDS):
        return None
    return Range(first, other)


NOT_ENDS = (Range, Open, Reference, During, Every, Length)


def _one_half(first: Timed, last: Timed) -> tuple[Timed, Timed]:
    """«من 5 إلى 6 مساء»: the part of day of one end holds for the other, where that keeps the order."""
    one, other = first.clock, last.clock
    if not one or not other:
        return first, last
    if one.open and not other.open and other.hour > 12 and one.hour + 12 <= other.hour and one.hour < 12:
        first = replace(first, clock=replace(one, hour=one.hour + 12, open=False))
    elif other.open and not one.open and one.hour >= 12 and other.hour < 12:
        last = replace(last, clock=replace(other, hour=other.hour + 12, open=False))
    return first, last


def every(what: Length | Date | Nth | str, clock: Clock | None = None, part: str | None = None) -> Node | None:
    """A set. A text such as «P1D» is the length itself."""
    if isinstance(what, str):
        unit = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}[what[-1]]
        what = Length(((unit, Fraction(what[1:-1].removeprefix("T"))),))
    return Every(what, clock, part)


def hour_of(value: int | str) -> Clock | None:
    """The clock time after «الساعة»: a number, or digits with their minutes."""
    return shape_clock(value) if isinstance(value, str) else clock(value)


def on_day(span: Node, day: Node) -> Node | None:
    """A stretch of clock times on a day."""
    if isinstance(span, Range) and isinstance(span.first, Timed) and isinstance(span.last, Timed):
        return Range(replace(span.first, base=day), replace(span.last, base=day))
    return None


def every_date(node: Node) -> Node | None:
    """Every year in a month or on a day of the calendar."""
    fits = isinstance(node, Date) and node.month and not node.year and not node.direction
    return Every(node) if fits and isinstance(node, Date) else None


def every_monthday(day: int = 1) -> Node:
    """Every month on a day."""
    return Every(Date(day))


def every_at(node: Node, clock: Clock | None = None, part: str | None = None) -> Node | None:
    """A set at a clock time or in a part of the day."""
    if not isinstance(node, Every) or node.clock:
        return None
    if clock and node.part and clock.open:
        clock = meridiem(clock, node.part)
    return replace(node, clock=clock or node.clock, part=part or node.part)


def every_at_clock(node: Node, clock: Clock) -> Node | None:
    """A set of weekdays at a clock time; «كل يوم الساعة الثانية» is told as two."""
    daily = isinstance(node, Every) and isinstance(node.what, Length) and node.what.amounts == (("day", Fraction(1)),)
    return None if daily and isinstance(node, Every) and not node.part else every_at(node, clock=clock)


def hour_span(shape: str, part: str) -> Node | None:
    """Hours written with a dash («8-9 صباحا»)."""
    first, last = (clock(int(hour), part=part) for hour in shape.split("|"))
    return Range(Timed(None, first), Timed(None, last)) if first and last else None
