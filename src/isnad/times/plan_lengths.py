"""Plans of what is counted: periods from now, shifts by lengths, lengths, working days."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from isnad.times import algebra as a
from isnad.times.plan import Context, Op, Plan, base_plan, plans

FINE = ("hour", "minute", "second")


def _seconds(clock: str) -> int:
    """The seconds since midnight of a clock time, whose zone is left out."""
    parts = [int(part[:2]) for part in clock.split(":")[:3]]
    return sum(part * size for part, size in zip(parts, (3600, 60, 1), strict=False))


SECONDS = {"hour": 3600, "minute": 60, "second": 1}


WIDEN = ("month", "year", "decade", "century")


@plans(a.Period)
def _period(node: a.Period, context: Context) -> Plan:
    base = base_plan(node.base, context)
    if node.count > 1 or (node.unit in FINE and node.offset):
        return _stretch(node, base, context)
    if node.unit in FINE:
        return base
    args: dict[str, Any] = {"unit": node.unit, "offset": node.offset}
    if node.unit == "week":
        args["start"] = context.policy.week_start
    if node.calendar == "hijri" or (context.hijri and isinstance(node.base, a.Spoken)):
        args["calendar"] = "hijri"
    return [*base, Op("unit", args)]


def _stretch(node: a.Period, base: Plan, context: Context) -> Plan:
    if node.unit in FINE:
        length = a.Length(((node.unit, Fraction(abs(node.offset) * node.count)),))
        moved = _clock_shift(1 if node.offset > 0 else -1, length, context)
        return [*base, *moved, *base, Op("hull", {})] if node.count > 1 else [*base, *moved]
    return [*base, Op("stretch", {"unit": node.unit, "count": node.count, "sign": node.offset})]


def _clock_shift(sign: int, length: a.Length, context: Context) -> Plan:
    """A shift by hours: to another day where it leads there, and to a clock time where that of publication is known."""
    seconds = int(sign * sum(amount * SECONDS[unit] for unit, amount in length.amounts if unit in SECONDS))
    if context.clock is None:
        days = int(seconds / 86400)
        clock = Op("clock", {"seconds": seconds})
    else:
        days, rest = divmod(_seconds(context.clock) + seconds, 86400)
        shown = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
        if any(unit == "second" for unit, _ in length.amounts):
            shown += f":{rest % 60:02d}"
        clock = Op("clock", {"at": shown, "seconds": seconds})
    return [Op("shift", {"amount": days, "unit": "day"}), clock] if days else [clock]


@plans(a.Shift)
def _shift(node: a.Shift, context: Context) -> Plan:
    if node.length.amounts[0][1] > 9000 and node.length.amounts[0][0] in WIDEN:
        return [Op("reference", {"value": "PAST_REF"})]  # before any calendar
    sign = node.sign or (-1 if context.tense in ("past", "told") else 1)
    if node.length.vague:
        return [Op("reference", {"value": "FUTURE_REF" if sign > 0 else "PAST_REF"})]
    base = a.Spoken() if sign > 0 and node.base is None and context.narrated else node.base
    steps = [*base_plan(base, context), *moves_of(sign, node.length, context)]
    units = [unit for unit, _ in node.length.amounts]
    fine = any(unit in SECONDS for unit in units)
    told = isinstance(base, a.Spoken)
    widens = len(units) == 1 and units[0] in WIDEN and not fine
    if widens and (told or node.base is None):
        steps.append(Op("unit", {"unit": _grain(node.length), "offset": 0}))
    if node.length.about or (widens and told):  # nobody counts «بعد ذلك بعامين» to the day
        steps.append(Op("approximate", {}))
    return steps


def _grain(length: a.Length) -> str:
    """Years and a half are counted in months."""
    ((unit, amount),) = length.amounts
    return "month" if unit == "year" and amount.denominator != 1 else unit


def moves_of(sign: int, length: a.Length, context: Context) -> Plan:
    """The operations that move the top of the stack by a length."""
    moves: Plan = []
    for unit, amount in length.amounts:
        if unit in SECONDS:
            continue
        name, number = _whole(unit, amount)
        moves.append(Op("shift", {"amount": int(sign * number), "unit": name}))
    if any(unit in SECONDS for unit, _ in length.amounts):
        moves += _clock_shift(sign, length, context)
    return moves


def _whole(unit: str, amount: Fraction) -> tuple[str, Fraction]:
    """Half a year is six months, half a month fifteen days."""
    smaller = {
        "century": ("year", 100),
        "decade": ("year", 10),
        "year": ("month", 12),
        "month": ("day", 30),
        "week": ("day", 7),
    }
    while amount.denominator != 1 and unit in smaller:
        unit, factor = smaller[unit]
        amount = amount * factor
    return unit, Fraction(round(amount))


@plans(a.During)
def _during(node: a.During, context: Context) -> Plan:
    if context.tense in ("past", "told") or node.length.vague or _within_a_day(node, context):
        return [Op("length", {})]
    steps = [*base_plan(None, context), *moves_of(1, node.length, context)]
    if context.policy.within == "end":
        return [*steps, Op("unit", {"unit": _grain(node.length), "offset": 0})] if _widens(node.length) else steps
    return [*base_plan(None, context), *steps, Op("hull", {})]


def _within_a_day(node: a.During, context: Context) -> bool:
    """«أمطار غزيرة خلال ثلاث ساعات»: how long it took, where nothing tells of what is to come."""
    fine = all(unit in FINE for unit, _ in node.length.amounts)
    return fine and context.tense != "future" and context.policy.bare == "tense" and not context.alone


def _widens(length: a.Length) -> bool:
    return len(length.amounts) == 1 and length.amounts[0][0] in WIDEN


@plans(a.Length)
def _length(node: a.Length, context: Context) -> Plan:
    return [Op("length", {})]


@plans(a.Workdays)
def _workdays(node: a.Workdays, context: Context) -> Plan:
    return [
        *base_plan(node.base, context),
        Op("workdays", {"count": node.sign * node.count, "rest": list(context.policy.weekend)}),
    ]
