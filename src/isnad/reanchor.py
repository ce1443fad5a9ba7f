"""What an article's timeline would be had it appeared on another day, as a difference of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isnad.annotation import Annotation, Event
from isnad.dossier.places import Locator

_SHOWN = 90  # letters of the sentence that a line shows


@dataclass(frozen=True, slots=True)
class Moved:
    """One event under two publication days. old, new: its date in EDTF, None where it has none. words: its sentence."""

    trigger: str
    words: str
    old: str | None
    new: str | None

    @property
    def changed(self) -> bool:
        """Whether the two days give different dates."""
        return self.old != self.new


def moved(before: Annotation, after: Annotation) -> list[Moved]:
    """The events of both annotations of one text, in the order of their words."""
    old, new = _by_place(before.events), _by_place(after.events)
    locator = Locator(before)
    return [
        Moved(before.text[start:end], _words(before, locator, start), _date(old.get(at)), _date(new.get(at)))
        for at in sorted({*old, *new})
        for start, end in [at]
    ]


def difference(before: Annotation, after: Annotation) -> Iterator[str]:
    """The lines of a unified difference: a line with - and one with + for each date that moves, then how many do."""
    yield f"--- published {before.published or 'unknown'}"
    yield f"+++ published {after.published or 'unknown'}"
    found = moved(before, after)
    for one in found:
        if one.changed:
            told = f"«{one.trigger}» {one.words}"
            yield f"-{one.old or 'undated':24} {told}"
            yield f"+{one.new or 'undated':24} {told}"
    yield f"{sum(one.changed for one in found)} of {len(found)} events move."


def _by_place(events: Iterable[Event]) -> dict[tuple[int, int], Event]:
    return {(event.trigger.start, event.trigger.end): event for event in events}


def _words(annotation: Annotation, locator: Locator, at: int) -> str:
    place = locator.place(at)
    words = " ".join(annotation.text[place.start : place.end].split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"


def _date(event: Event | None) -> str | None:
    if event is None or (event.earliest is None and event.latest is None):
        return None
    date = event.edtf or f"{event.earliest or '..'}/{event.latest or '..'}"
    return f"{date}~" if event.approximate and "/" not in date and not date.endswith("~") else date
