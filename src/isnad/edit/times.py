"""Corrections of temporal expressions. An event that an expression dates follows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from isnad.annotation import Time
from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.dates import date_fields, editors_step, same_days, timex3_of
from isnad.edit.draft import Draft, span_of
from isnad.edit.pens import Change, Pen, exactly, overlapping
from isnad.read.days import Days


def _begun(draft: Draft, span: Span, old: Time | None) -> Time:
    if old and span_of(old) == span:
        return old
    return Time(span.start, span.end, draft.text[span.start : span.end], "date", source="editor")


def _changed(draft: Draft, time: Time, correction: Correction) -> Time:
    values: dict[str, Any] = dict(correction.values)
    if "date" not in values:
        return replace(time, **values)
    days: Days | None = values.pop("date")
    if same_days(time, days):
        return replace(time, **values)
    steps = (*time.steps, editors_step(days, correction.reason))
    return replace(time, steps=steps, **{"timex3": timex3_of(days), **date_fields(days), **values})


def _settled(draft: Draft, change: Change[Time]) -> None:
    for key, event in draft.events.items():
        if event.time == change.key and event.basis == "expression":
            draft.events[key] = replace(event, **days_of(change.new, change.key))


def days_of(time: Time | None, key: int | None = None) -> dict[str, Any]:
    """The date fields of an event that `time`, which has the number `key`, dates; of an undated event for None."""
    if time is None:
        return {"time": None, "earliest": None, "latest": None, "edtf": None, "approximate": False, "basis": "none"}
    return {
        "time": key,
        "earliest": time.earliest,
        "latest": time.latest,
        "edtf": time.edtf,
        "approximate": time.approximate,
        "steps": time.steps,
        "basis": "expression",
    }


PEN: Pen[Time] = Pen(lambda draft: draft.times, exactly, overlapping, _begun, _changed, _settled)
