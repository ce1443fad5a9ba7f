"""The machine that places a derivation on the calendar: a stack of stretches of days, and a closed set of operations.

`find` and `replay` run the same operations, so what a page explains is what was computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from isnad.annotation import Step
from isnad.times import calendars
from isnad.times.days import NOWHERE, PUSHES, Args, Days
from isnad.times.turns import TURNS

Stack = list[Days]


def replay(steps: Iterable[Step], anchor: date | None) -> tuple[str | None, str | None]:
    """Earliest and latest ISO day of a derivation, for a publication day. Raises KeyError on an unknown operation."""
    stack: Stack = []
    for step in steps:
        run(step.op, step.args, stack, anchor)
    days = stack[-1] if stack else NOWHERE
    return _iso(days.first), _iso(days.last)


def run(op: str, args: Args, stack: Stack, anchor: date | None) -> None:
    """Do one operation on the stack. Raises KeyError on an unknown operation, ValueError where there is no such day."""
    if op == "published":
        stack.append(_published(anchor))
    elif op in PUSHES:
        stack.append(PUSHES[op](args))
    elif op == "copy":
        stack.append(stack[-1])
    elif op == "hull":
        stack[-2:] = [_hull(*stack[-2:])]
    elif op in SILENT:
        stack.extend([] if stack else [NOWHERE])
    else:
        stack[-1] = TURNS[op](stack[-1], args)


# What changes no day: it is said for the reader, and for the value's form.
SILENT = frozenset(("clock", "part-of-day", "length", "set", "reference", "event", "approximate", "unknown", "since"))


def _iso(day: int | None) -> str | None:
    return None if day is None else calendars.iso(day)


def _published(anchor: date | None) -> Days:
    if anchor is None:
        raise ValueError("the publication day is not known")
    return Days(anchor.toordinal(), anchor.toordinal())


def _hull(one: Days, other: Days) -> Days:
    low, high = sorted((one, other), key=lambda days: days.first or 0)
    return Days(low.first, high.last, one.unit if one.unit == other.unit else "span")
