"""A meaning placed: its operations run, each said in Arabic, and the written forms of what comes out."""

from __future__ import annotations

from typing import NamedTuple

from isnad.annotation import Step, TimeKind
from isnad.arabic.calendar_names import day_words
from isnad.times import algebra as a
from isnad.times import calendars, formats
from isnad.times.days import NOWHERE, Days
from isnad.times.planners import Context, Op, plan
from isnad.times.replay import Stack, run
from isnad.times.says import note, say, weekday_name


class Place(NamedTuple):
    """What is known of an expression once it is placed. days: first, last (ISO) and unit, for what counts from it."""

    kind: TimeKind
    edtf: str | None
    timex3: str | None
    earliest: str | None
    latest: str | None
    approximate: bool
    steps: tuple[Step, ...]
    confidence: float = 1.0
    reason: str = ""
    days: tuple[str, str, str] | None = None


def place(node: a.Node, context: Context, *, anchored: bool = False) -> Place | None:
    """Place `node`; None where there is no such day. anchored: it counts from an event, so has no days yet."""
    if anchored and isinstance(node, a.Shift):
        return _anchored(node)
    ops = plan(node, context)
    needs = any(op.op == "published" for op in ops)
    if needs and context.published is None:
        return _undated(node)
    stack: Stack = []
    steps: list[Step] = []
    try:
        for place, op in enumerate(ops):
            before = stack[-1] if stack else NOWHERE
            run(op.op, op.args, stack, context.published)
            from_published = place > 0 and ops[place - 1].op == "published"
            says = say(op.op, op.args, before, stack[-1] if stack else NOWHERE, published=from_published)
            steps.append(Step(op.op, op.args, says))
    except (ValueError, IndexError, OverflowError, StopIteration):
        return None
    return _form(node, context, ops, stack[-1] if stack else NOWHERE, tuple(steps))


def _anchored(node: a.Shift) -> Place:
    value = formats.iso_length(node.length)
    op = Op("event", {"length": value, "sign": node.sign})
    approximate = node.length.about or node.length.vague
    return Place(
        "duration",
        None,
        value,
        None,
        None,
        approximate,
        (Step(op.op, op.args, say(op.op, op.args, NOWHERE, NOWHERE)),),
        0.9,
    )


def _undated(node: a.Node) -> Place:
    op = Op("unknown", {"why": "published"})
    return Place(
        "date", None, None, None, None, False, (Step(op.op, op.args, say(op.op, op.args, NOWHERE, NOWHERE)),), 0.5
    )


def _form(node: a.Node, context: Context, ops: list[Op], days: Days, steps: tuple[Step, ...]) -> Place:
    names = {op.op for op in ops}
    approximate = "approximate" in names or _outside_tables(ops)
    if isinstance(node, a.Length | a.Every) or names == {"length"}:
        return _dateless(node, steps, approximate)
    if "reference" in names:
        return _reference(ops, days, steps)
    clock = _clock(node, ops)
    first, last = _iso(days.first), _iso(days.last)
    value = formats.timex3(days, clock)
    if isinstance(node, a.During) and first != last:
        value = formats.iso_length(node.length)
    mismatch = _weekday_mismatch(node, days) or _calendar_mismatch(node, days, context)
    return Place(
        kind="time" if clock or _fine(ops) else "date",
        edtf=formats.edtf(days, approximate=approximate, going_on="since" in names),
        timex3=value,
        earliest=first,
        latest=last,
        approximate=approximate,
        steps=steps,
        confidence=0.6 if mismatch else _confidence(names),
        reason=mismatch,
        days=(first, last, days.unit) if first and last else None,
    )


def _fine(ops: list[Op]) -> bool:
    return any(op.op in ("clock", "part-of-day") for op in ops)


def _iso(day: int | None) -> str | None:
    return None if day is None else calendars.iso(day)


def _confidence(names: set[str]) -> float:
    """A choice by tense or nearness is less sure than what the text fixes."""
    return 0.8 if names & {"near", "day-near", "weekday"} else 0.95


def _outside_tables(ops: list[Op]) -> bool:
    return any(
        op.args.get("calendar") == "hijri"
        and not calendars.hijri_exact(int(op.args.get("year", op.args.get("first", 1400))))
        for op in ops
    )


def _dateless(node: a.Node, steps: tuple[Step, ...], approximate: bool) -> Place:
    if isinstance(node, a.Every):
        value, rule = formats.iso_set(node)
        said = tuple(Step(step.op, {"value": value, "rrule": rule}, step.says) for step in steps)
        return Place("set", None, value, None, None, approximate, said)
    length = node.length if isinstance(node, a.During) else node
    if not isinstance(length, a.Length):
        return Place("duration", None, None, None, None, approximate, steps)
    value = formats.iso_length(length)
    said = tuple(Step(step.op, {"value": value}, step.says) for step in steps)
    return Place("duration", None, value, None, None, length.about or length.vague, said)


def _reference(ops: list[Op], days: Days, steps: tuple[Step, ...]) -> Place:
    value = next(str(op.args["value"]) for op in ops if op.op == "reference")
    first, last = _iso(days.first), _iso(days.last)
    return Place("date", formats.edtf(days), value, first, last, value != "PRESENT_REF", steps, 0.9)


def _clock(node: a.Node, ops: list[Op]) -> str | None:
    """What follows the T of a TIMEX3."""
    if isinstance(node, a.Range) and isinstance(node.first, a.Timed) and isinstance(node.last, a.Timed):
        first, last = node.first.clock, node.last.clock
        return f"{_text(first)}/T{_text(last)}" if first and last else None
    if isinstance(node, a.About):
        return _clock(node.base, ops)
    for op in ops:
        if op.op == "clock":
            return f"{op.args['at']}{op.args.get('zone', '')}" if "at" in op.args else None
        if op.op == "part-of-day":
            return formats.PARTS[op.args["part"]]
    return None


def _text(clock: a.Clock) -> str:
    return f"{clock.hour:02d}:{clock.minute:02d}"


def _calendar_mismatch(node: a.Node, days: Days, context: Context) -> str:
    """A note where a day told in two calendars is not one day."""
    if not isinstance(node, a.Record) or days.first is None:
        return ""
    other = place(node.other, context)
    if other is None or other.earliest is None or abs(calendars.from_iso(other.earliest) - days.first) <= 2:
        return ""
    return note("calendars", one=day_words(calendars.iso(days.first)), other=day_words(other.earliest))


def _weekday_mismatch(node: a.Node, days: Days) -> str:
    """A note where the weekday that is written is not that of the date beside it."""
    if not isinstance(node, a.Date | a.Told) or node.weekday is None or days.first is None:
        return ""
    found = calendars.weekday(days.first)
    if found == node.weekday:
        return ""
    return note("weekday", written=weekday_name(node.weekday), found=weekday_name(found))
