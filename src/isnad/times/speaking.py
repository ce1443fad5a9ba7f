"""Times that count from the day on which somebody spoke rather than from publication: «قال الخميس: «هذا اليوم …»»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from isnad.annotation import Step, Time
from isnad.times import formats
from isnad.times.days import NOWHERE
from isnad.times.replay import Stack, replay, run
from isnad.times.says import say

# Steps that no other day moves, or whose form another day would change.
_FIXED = frozenset(("reference", "length", "set", "event", "unknown", "editor"))


def counts_from_publication(time: Time) -> bool:
    """Whether the days of a time are those of its words on the day of publication."""
    ops = {step.op for step in time.steps}
    dated = time.earliest is not None or time.latest is not None
    return dated and "published" in ops and ops.isdisjoint(_FIXED)


def is_day(time: Time) -> bool:
    """«اليوم», «مساء أمس», «غدا»: a day so many days from that of publication."""
    steps = [step for step in time.steps if step.op not in ("clock", "part-of-day")]
    return [step.op for step in steps] == ["published", "unit"] and steps[1].args.get("unit") == "day"


def speech_day(time: Time) -> str | None:
    """The ISO day on which a time was spoken, where it counts from one."""
    return next((str(step.args["first"]) for step in time.steps if step.op == "speech-day"), None)


def spoken_on(time: Time, day: str) -> Time:
    """The time as counted from the ISO day on which it was spoken; its steps replay."""
    stack: Stack = []
    steps: list[Step] = []
    for step in time.steps:
        spoken = step.op == "published"
        op = "speech-day" if spoken else step.op
        args = {"first": day, "last": day, "unit": "day"} if spoken else step.args
        before = stack[-1] if stack else NOWHERE
        run(op, args, stack, date.fromisoformat(day))
        steps.append(Step(op, args, say(op, args, before, stack[-1])))
    return _placed(time, stack, steps)


def _placed(time: Time, stack: Stack, steps: list[Step]) -> Time:
    days, going_on = stack[-1], any(step.op == "since" for step in steps)
    clock = (time.timex3 or "").partition("T")[2] if time.kind == "time" else ""
    first, last = replay(steps, None)
    return replace(
        time,
        edtf=formats.edtf(days, approximate=time.approximate, going_on=going_on),
        timex3=formats.timex3(days, clock or None),
        earliest=first,
        latest=last,
        steps=tuple(steps),
    )


def of_unknown_day(time: Time) -> Time:
    """The time, less sure, since the text doesn't tell on which day it was spoken."""
    if time.approximate or time.earliest is None or time.latest is None:
        return time
    says = say("approximate", {}, NOWHERE, NOWHERE)
    value = f"{time.edtf}~" if time.edtf == time.earliest else time.edtf
    return replace(time, edtf=value, approximate=True, steps=(*time.steps, Step("approximate", {}, says)))
