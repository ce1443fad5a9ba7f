"""Events that are known apart from the article, with their days: which of its reports mean one, and what follows.

A known day dates a report that the article leaves undated, makes one more exact, and contradicts one that differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from isnad.annotation import Step
from isnad.statements.calendar_spans import UNKNOWN, Days, edtf, from_edtf
from isnad.statements.happenings import nouns
from isnad.statements.reasons import says_why

if TYPE_CHECKING:
    from isnad.statements.setting import Dating, Setting


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to tell of a known event: a noun of the event, and for each name with it the ids that it may mean."""

    head: str
    taking_part: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event that the knowledge dates: to a day, a month, a year or an interval. source: where the date is from."""

    id: str
    name: str
    date: str
    source: str
    readings: tuple[Reading, ...]


def meant(setting: Setting, number: int, known: Sequence[KnownEvent]) -> KnownEvent | None:
    """The known event that a report means: one of its kind, all of whose names its clause has; the fullest."""
    report, names = setting.reports[number], setting.entities[number]
    if not names or report.tense == "future" or setting.modalities[number] not in ("asserted", "claimed"):
        return None
    best, most = None, 0
    for event in known:
        for reading in event.readings:
            noun = nouns().get(reading.head)
            alike = noun is not None and noun.entry.event_class == report.entry.event_class
            fits = alike and (event.id in names or all(ids & names for ids in reading.taking_part))
            if fits and len(reading.taking_part) > most and _is_past(setting, event):
                best, most = event, len(reading.taking_part)
    return best


def _is_past(setting: Setting, event: KnownEvent) -> bool:
    days = _days(event)
    return days.known and (setting.published is None or (days.earliest or "") <= setting.published)


def _days(event: KnownEvent) -> Days:
    """The days of a date, or of an interval with one or two ends."""
    first, slash, last = event.date.partition("/")
    start = from_edtf(first) or UNKNOWN
    end = (from_edtf(last) or UNKNOWN) if slash else start
    return Days(start.earliest, end.latest)


def dated_by(event: KnownEvent, own: Dating, words: str) -> Dating:
    """What the report's date is, given what the article itself says of it."""
    days = _days(event)
    facts = {"entity": event.id, "date": event.date}
    if not own.days.known:
        says = says_why("known", words=event.name, source=event.source)
        return replace(
            own, days=days, edtf=edtf(days), basis="knowledge", reason=says, steps=(Step("event-known", facts, says),)
        )
    if not _overlap(days, own.days):
        says = says_why("contradicts", words=words, trigger=event.name, source=f"{event.date}، {event.source}")
        return replace(own, steps=(*own.steps, Step("event-contradicts", facts, says)))
    says = says_why("known_within", words=words, trigger=event.name, source=event.source)
    step = Step("event-known", facts, says)
    if not _within(days, own.days):
        return replace(own, steps=(*own.steps, step))
    return replace(
        own,
        days=days,
        edtf=edtf(days),
        approximate=False,
        basis="knowledge",
        reason=says,
        steps=(*own.steps, step),
    )


def _overlap(one: Days, other: Days) -> bool:
    starts = [day for day in (one.earliest, other.earliest) if day is not None]
    ends = [day for day in (one.latest, other.latest) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _within(inner: Days, outer: Days) -> bool:
    first = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    last = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return first and last
