"""The event that an expression counts from («بعد شهرين من تعرض قواته لهجوم»), and the day it comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from isnad.annotation import Step, Time
from isnad.arabic.letters import fold_word
from isnad.arabic.spans import Span
from isnad.arabic.words import Word
from isnad.times import algebra as a
from isnad.times import calendars, formats
from isnad.times.days import NOWHERE
from isnad.times.plan import Context, Op
from isnad.times.plan_lengths import moves_of
from isnad.times.replay import Stack, run
from isnad.times.says import say

_LINKS = frozenset(fold_word(word) for word in ("\u0645\u0646", "\u0639\u0644\u0649", "\u0639\u0646"))
_ENDS = frozenset('.,\u060c\u061b:\u061f!?()[]\u00ab\u00bb"-\u2013')
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_HOURS = {"H": "hour", "M": "minute", "S": "second"}
LONGEST = 8  # words of an event


def anchor_after(text: str, tokens: Sequence[Word], node: a.Node, at: int) -> Span | None:
    """The words of the event after the expression that ends before token `at`; None where it counts from now."""
    if not isinstance(node, a.Shift) or node.base is not None or at + 1 >= len(tokens):
        return None
    if tokens[at].text not in _LINKS or tokens[at + 1].text in _ENDS or tokens[at + 1].text.isdecimal():
        return None
    last = at + 1
    while last + 1 < len(tokens) and last - at < LONGEST and _goes_on(text, tokens[last], tokens[last + 1]):
        last += 1
    return Span(tokens[at + 1].start, tokens[last].end)


def _goes_on(text: str, word: Word, following: Word) -> bool:
    return following.text not in _ENDS and "\n" not in text[word.end : following.start]


def complete(time: Time, earliest: str, latest: str | None = None) -> Time:
    """A time that counts from an event, placed now that the event's days (ISO, inclusive) are known.

    A length in months or years gives the whole month or year: nobody counts «بعد شهرين» to the day. The result is
    approximate there, its steps replay. Raises ValueError for a time that counts from no event.
    """
    event = next((step for step in time.steps if step.op == "event"), None)
    if event is None:
        raise ValueError(f"«{time.text}» counts from no event")
    length = _length(str(event.args["length"]))
    last = latest or earliest
    ops = [Op("event-day", {"first": earliest, "last": last, "unit": "day" if earliest == last else "span"})]
    ops += moves_of(int(str(event.args["sign"])), length, Context())
    if not length.amounts and "T" not in str(event.args["length"]):
        ops.append(Op("open", {"side": "after" if int(str(event.args["sign"])) > 0 else "before"}))
    unit = length.amounts[-1][0] if length.amounts else "day"
    if unit in ("month", "year"):
        ops += [Op("unit", {"unit": unit, "offset": 0}), Op("approximate", {})]
    return _completed(time, ops, rounded=unit in ("month", "year"))


def _completed(time: Time, ops: Sequence[Op], *, rounded: bool) -> Time:
    stack: Stack = []
    steps = list(time.steps)
    for op in ops:
        before = stack[-1] if stack else NOWHERE
        run(op.op, op.args, stack, None)
        steps.append(Step(op.op, op.args, say(op.op, op.args, before, stack[-1])))
    days = stack[-1]
    approximate = time.approximate or rounded
    return replace(
        time,
        kind="date",
        edtf=formats.edtf(days, approximate=approximate),
        earliest=None if days.first is None else calendars.iso(days.first),
        latest=None if days.last is None else calendars.iso(days.last),
        approximate=approximate,
        steps=tuple(steps),
    )


def _length(value: str) -> a.Length:
    """The length of an ISO 8601 duration; nothing for one without a number («PXD»)."""
    date, _, time = value.removeprefix("P").partition("T")
    found = [(_UNITS[letter], Fraction(number)) for number, letter in _AMOUNT.findall(date)]
    found += [(_HOURS[letter], Fraction(number)) for number, letter in _AMOUNT.findall(time)]
    return a.Length(tuple(found))
