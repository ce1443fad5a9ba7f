"""Corrections of events: a place in the text means the event whose trigger stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from isnad.annotation import Event, Trigger
from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.complaints import complaint, one_place, shown
from isnad.edit.dates import date_fields, editors_step, same_days
from isnad.edit.draft import Draft, span_of
from isnad.edit.pens import Pen, nothing_else
from isnad.edit.quotations import find as find_quotation
from isnad.edit.times import days_of
from isnad.statements.happenings import classes

# What is written otherwise in a sidecar than in an annotation, or needs the text: never copied as it stands.
_WORKED_OUT = ("class", "clause", "time", "date", "said_by")


def _rivals(items: Mapping[int, Event], span: Span) -> list[int]:
    found = [key for key, item in items.items() if _trigger(item).touches(span)]
    return sorted(found, key=lambda key: abs(items[key].trigger.start - span.start))


def _find(items: Mapping[int, Event], span: Span) -> int | None:
    """By the trigger, or by the whole clause where one event alone has it."""
    rivals = [key for key in _rivals(items, span) if span.end - span.start <= 2 * len(items[key].trigger.text) + 2]
    clauses = [key for key, item in items.items() if span_of(item) == span]
    return rivals[0] if rivals else clauses[0] if len(clauses) == 1 else None


def _trigger(event: Event) -> Span:
    return Span(event.trigger.start, event.trigger.end)


def _begun(draft: Draft, span: Span, old: Event | None) -> Event:
    trigger = Trigger(span.start, span.end, draft.text[span.start : span.end])
    if old:
        return replace(old, trigger=trigger)
    holding = (one for one in draft.annotation.sentences if one.holds(span))
    clause = next(holding, span)
    said_by = find_quotation(draft.quotations, span)
    return Event(clause.start, clause.end, trigger, "", attribution=said_by, source="editor")


def _changed(draft: Draft, event: Event, correction: Correction) -> Event:
    values: dict[str, Any] = {key: value for key, value in correction.values.items() if key not in _WORKED_OUT}
    values["event_class"] = _class(draft, correction) if "class" in correction.values else event.event_class
    if correction.values.get("clause"):
        values["start"], values["end"] = one_place(draft.article, correction, "clause", event.trigger.end)
    if "said_by" in correction.values:
        values["attribution"] = _said_by(draft, event, correction)
    return _dated(draft, replace(event, **values), correction)


def _class(draft: Draft, correction: Correction) -> str:
    name, known = str(correction.values["class"]), classes()
    if name in known:
        return name
    near = get_close_matches(name, known, 1)
    mend = f"Did you mean «{near[0]}»?" if near else f"Write one of: {', '.join(known)}."
    raise complaint(draft.article, correction, f"found «{name}», which is no class of events.", mend, "class")


def _said_by(draft: Draft, event: Event, correction: Correction) -> int | None:
    if not correction.values["said_by"]:
        return None
    span = one_place(draft.article, correction, "said_by", event.trigger.end)
    found = find_quotation(draft.quotations, span)
    if found is None:
        message = f"no quotation holds «{shown(draft.text, span)}»."
        raise complaint(draft.article, correction, message, "Quote words inside one, or «add: quotation».", "said_by")
    return found


def _dated(draft: Draft, event: Event, correction: Correction) -> Event:
    values = correction.values
    if "time" in values:
        event = _dated_by(draft, event, _time(draft, event, correction) if values["time"] else None)
    if "date" not in values:
        return event
    days: Any = values["date"]
    if days is None and not correction.reason:
        raise complaint(draft.article, correction, "found no date and no reason.", "Write «reason: » and why.", "date")
    if same_days(event, days):
        return event
    steps = (*event.steps, editors_step(days, correction.reason))
    # The expression that the machine took the date from is no evidence of another one.
    time = event.time if "time" in values else None
    return replace(event, steps=steps, basis="editor" if days else "none", time=time, **date_fields(days))


def _dated_by(draft: Draft, event: Event, key: int | None) -> Event:
    """The event with the days of the expression that has the number `key`; for None without those it had from one."""
    if key is not None:
        return replace(event, **days_of(draft.times[key], key))
    return replace(event, **days_of(None)) if event.basis == "expression" else replace(event, time=None)


def _time(draft: Draft, event: Event, correction: Correction) -> int:
    """The number of the expression that the correction quotes, the nearest to the trigger."""
    quoted = one_place(draft.article, correction, "time", len(draft.text))
    wanted = draft.text[quoted.start : quoted.end]
    fitting = [key for key, time in draft.times.items() if wanted in time.text or time.text in wanted]
    if not fitting:
        mend = "Write «add: time» with this quote, too."
        raise complaint(draft.article, correction, f"«{wanted}» is not marked as a time.", mend, "time")
    return min(fitting, key=lambda key: abs(draft.times[key].start - event.trigger.start))


PEN: Pen[Event] = Pen(lambda draft: draft.events, _find, _rivals, _begun, _changed, nothing_else)
