"""The events of articles as entries of one timeline, and apart from them those that could not be dated."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from isnad.annotation import Annotation, Event
from isnad.dossier.model import Certainty, Place, TimelineEntry
from isnad.dossier.places import Locator

_BY_BASIS: dict[str, Certainty] = {"editor": "editor", "knowledge": "background", "assumed": "assumed"}


def entries(annotation: Annotation, locator: Locator) -> list[TimelineEntry]:
    """One entry for each event of the article, dated or not, in reading order."""
    seen: Counter[str] = Counter()
    return [_entry(annotation, event, locator.place(event.trigger.start), seen) for event in annotation.events]


def in_order(found: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """By first possible day, shorter spans first, then by article and place."""
    return sorted(found, key=_order)


def _order(entry: TimelineEntry) -> tuple[tuple[int, str], tuple[int, str], str, int]:
    first = entry.event.earliest or entry.event.latest or ""
    last = entry.event.latest or "9999-12-31"
    return _calendar_key(first), _calendar_key(last), entry.place.article, entry.event.trigger.start


def _calendar_key(day: str) -> tuple[int, str]:
    """ISO days in calendar order; astronomical years before 0 carry a minus sign and a year of four digits or more."""
    year, _, rest = day.lstrip("-").partition("-")
    return (-int(year) if day.startswith("-") else int(year or 0)), rest


def _entry(annotation: Annotation, event: Event, place: Place, seen: Counter[str]) -> TimelineEntry:
    words = f"{annotation.id}\n{annotation.text[place.start : place.end]}\n{event.trigger.text}"
    seen[words] += 1
    digest = hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:8]
    return TimelineEntry(
        id=f"e-{digest}",
        place=place,
        event=event,
        certainty=_certainty(event),
        time=None if event.time is None else annotation.times[event.time],
        said_by=None if event.attribution is None else annotation.quotations[event.attribution],
        published=annotation.published,
        published_by=annotation.published_by,
    )


def _certainty(event: Event) -> Certainty:
    if event.basis in _BY_BASIS:
        return _BY_BASIS[event.basis]
    return "approximate" if event.approximate else "exact"
