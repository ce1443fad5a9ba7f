"""What a reader is told about an annotation's limits: computed from its items, so that editing makes it anew."""

from __future__ import annotations

from isnad.annotation import Event, Mention, Notice, Time


def undated(events: tuple[Event, ...]) -> tuple[Notice, ...]:
    """One notice for each event that has no date, with the reason."""
    return tuple(
        Notice("event-undated", event.start, event.end, event.reason)
        for event in events
        if event.earliest is None and event.latest is None
    )


def against_knowledge(events: tuple[Event, ...]) -> tuple[Notice, ...]:
    """One notice for each event whose day in the article is not its day in the knowledge files."""
    return tuple(
        Notice("event-contradicts-knowledge", event.start, event.end, step.says)
        for event in events
        for step in event.steps
        if step.op == "event-contradicts"
    )


def unlinked(mentions: tuple[Mention, ...]) -> tuple[Notice, ...]:
    """One notice for each name that may be one of several things, saying which."""
    return tuple(
        Notice("mention-unlinked", one.start, one.end, one.reason)
        for one in mentions
        if one.entity is None and one.reason
    )


def at_odds(times: tuple[Time, ...]) -> tuple[Notice, ...]:
    """One notice for each day whose weekday, or whose date in the other calendar, is not that of the text."""
    return tuple(
        Notice("time-disagrees", time.start, time.end, time.reason)
        for time in times
        if time.reason and time.source == "rule"
    )
