"""What a reader is told about an annotation's limits: computed from its items, so that editing makes it anew."""

from __future__ import annotations

from isnad.annotation import Event, Notice


def undated(events: tuple[Event, ...]) -> tuple[Notice, ...]:
    """One notice for each event that has no date, with the reason."""
    return tuple(
        Notice("event-undated", event.start, event.end, event.reason)
        for event in events
        if event.earliest is None and event.latest is None
    )
