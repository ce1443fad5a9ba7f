"""The events that the knowledge dates, in the terms of the statements: who took part, and when it was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from isnad.arabic.letters import fold
from isnad.entities import Entity, Knowledge
from isnad.statements.known import KnownEvent, Reading

_LONGEST = 6  # words of the longest name looked for inside the name of an event


@lru_cache(maxsize=4)
def known_events(knowledge: Knowledge) -> tuple[KnownEvent, ...]:
    """Every entity that is an event with a date, and whose name says who or what took part."""
    return tuple(_events(knowledge))


def _events(knowledge: Knowledge) -> Iterator[KnownEvent]:
    for entity in knowledge.entities.values():
        if entity.type != "event" or not entity.date:
            continue
        readings = [_reading(name, entity, knowledge) for name in (entity.name, *entity.aliases)]
        told = tuple(reading for reading in readings if reading.taking_part)
        if told:
            yield KnownEvent(entity.id, entity.name, entity.date, entity.sources.get("date", ""), told)


def _reading(name: str, event: Entity, knowledge: Knowledge) -> Reading:
    head, *rest = fold(name).text.split()
    found: list[frozenset[str]] = []
    at = 0
    while at < len(rest):
        size = next((n for n in range(_LONGEST, 0, -1) if _ids(rest[at : at + n], event, knowledge)), 0)
        if size:
            found.append(_ids(rest[at : at + size], event, knowledge))
        at += size or 1
    return Reading(head, tuple(found))


def _ids(words: list[str], event: Entity, knowledge: Knowledge) -> frozenset[str]:
    """The entities that the words name, with the governments that capitals stand for."""
    ids = [one for one in knowledge.by_name.get(" ".join(words), ()) if one != event.id]
    governments = [knowledge.entities[one].metonym_for for one in ids]
    return frozenset(filter(None, (*ids, *governments)))
