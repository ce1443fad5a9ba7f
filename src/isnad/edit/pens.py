"""How each layer is written on: what a place in the text means there, what an item begins as, what a change entails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Literal

from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.draft import Draft, I, span_of

Reference = Literal["time", "attribution"]


@dataclass(frozen=True, slots=True)
class Change(Generic[I]):
    """What one correction did to one item. key: its number; old and new: None where there was or is none."""

    key: int
    old: I | None
    new: I | None


@dataclass(frozen=True, slots=True)
class Pen(Generic[I]):
    """The five questions that the corrections of a layer ask.

    items: the layer in the draft. find: the number of the item that a place means. rivals: the numbers of the items
    that cannot stand beside an item added there. begun: what an added item begins as, given the rival it takes the
    place of. changed: the item with the correction's values. settled: brings the other layers into line.
    """

    items: Callable[[Draft], dict[int, I]]
    find: Callable[[Mapping[int, I], Span], int | None]
    rivals: Callable[[Mapping[int, I], Span], list[int]]
    begun: Callable[[Draft, Span, I | None], I]
    changed: Callable[[Draft, I, Correction], I]
    settled: Callable[[Draft, Change[I]], None]


def exactly(items: Mapping[int, I], span: Span) -> int | None:
    """The number of the item with just this span."""
    return next((key for key, item in items.items() if span_of(item) == span), None)


def overlapping(items: Mapping[int, I], span: Span) -> list[int]:
    """The numbers of the items that share a character with `span`, those most like it first."""
    found = [key for key, item in items.items() if span_of(item).touches(span)]
    return sorted(found, key=lambda key: -likeness(span_of(items[key]), span))


def likeness(one: Span, other: Span) -> float:
    """How much of what two spans cover together they share: 1 for the same span, 0 for spans apart."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def point_elsewhere(draft: Draft, reference: Reference, old: int, new: int) -> None:
    """Let the events that refer to the item `old` refer to the item `new`."""
    for key, event in draft.events.items():
        if reference == "time" and event.time == old:
            draft.events[key] = replace(event, time=new)
        if reference == "attribution" and event.attribution == old:
            draft.events[key] = replace(event, attribution=new)


def nothing_else(draft: Draft, change: Change[I]) -> None:
    """For layers that no other layer refers to."""
