"""When an article appeared: the sidecar's date, interval or mapping, and how it is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from isnad.article import Publication, PublishedBy
from isnad.read.days import clock, day, moment
from isnad.read.yaml_lines import Value, check_keys, parsed, text_of, texts_of

_DAY_MEND = "Write a date as 2020-03-31."
_MEND = "Write a date as 2020-03-31, or an interval as 2020-03-31/2020-04-03."
_KEYS = ("date", "earliest", "latest", "time")
_WAYS: tuple[PublishedBy, ...] = get_args(PublishedBy)


def publication(items: dict[str, Value]) -> Publication:
    """The publication that `published`, `published_by` and `published_reasons` describe. Raises IsnadError.

    An interval without a day of its own is read from its middle day, so that relative expressions are wrong by as
    little as possible; whoever knows better writes the day.
    """
    found = _when(items["published"]) if _given(items, "published") else Publication()
    reasons = texts_of(items["published_reasons"]) if _given(items, "published_reasons") else ()
    by = _way(items["published_by"], found) if "published_by" in items else found.by
    return replace(found, by=by, reasons=reasons)


def _given(items: dict[str, Value], key: str) -> bool:
    return key in items and items[key].content is not None


def _when(value: Value) -> Publication:
    if isinstance(value.content, dict):
        return _from_mapping(value, value.content)
    if text_of(value).count("/") == 1:
        return parsed(value, _interval, "an interval of days", _MEND)
    best, time = parsed(value, moment, "a day", _MEND)
    return Publication(best, best, best, "stated", time=time)


def _from_mapping(value: Value, items: dict[str, Value]) -> Publication:
    for problem in check_keys(items, _KEYS):
        raise problem
    if "date" not in items:
        raise value.problem("found no date.", "Write «date: 2020-03-31»: relative dates are resolved against it.")
    best, earliest, latest = (_day(items, key) or _day(items, "date") for key in _KEYS[:3])
    if not (best and earliest and latest and earliest <= best <= latest):
        message = f"found {best}, which does not lie from {earliest} to {latest}."
        raise items["date"].problem(message, "Write earliest, date and latest in that order of time.")
    time = parsed(items["time"], clock, "a time of day", "Write a time as 13:53.") if "time" in items else None
    return Publication(best, earliest, latest, "stated" if earliest == latest else "inferred", time=time)


def _day(items: dict[str, Value], key: str) -> date | None:
    return parsed(items[key], day, "a day", _DAY_MEND) if key in items else None


def _interval(written: str) -> Publication:
    first, last = (day(part) for part in written.split("/"))
    if first > last:
        raise ValueError(written)
    return Publication(first + (last - first) // 2, first, last, "inferred")


def _way(value: Value, found: Publication) -> PublishedBy:
    for way in _WAYS:
        if value.content == way:
            if (way == "unknown") == (found.date is None):
                return way
            message = f"found «{way}» {'with' if found.date else 'without'} a date."
            raise value.problem(message, "With a date write stated or inferred, without one unknown.")
    raise value.problem(f"found {value.shown()}, which is not known here.", f"Write one of: {', '.join(_WAYS)}.")
