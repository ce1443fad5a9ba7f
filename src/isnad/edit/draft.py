"""An annotation under the editor's pen: items keep a number while others come and go, so that references stay right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from isnad.annotation import Annotation, Event, Mention, Notice, Quantity, Quotation, Time
from isnad.arabic.spans import Span
from isnad.article import Article

Item = Mention | Time | Quotation | Event | Quantity
I = TypeVar("I", bound=Item)  # noqa: E741


@dataclass(slots=True)
class Draft:
    """Mutable, for one call of `apply`. Each layer maps a lasting number to its item.

    In a draft Event.time and Event.attribution hold those numbers; in an annotation they hold indices.
    """

    article: Article
    annotation: Annotation
    mentions: dict[int, Mention]
    times: dict[int, Time]
    quotations: dict[int, Quotation]
    events: dict[int, Event]
    quantities: dict[int, Quantity]
    notices: list[Notice]
    issued: int  # the next new number; none is given twice, so that no reference can meet another item

    @property
    def text(self) -> str:
        """The article's exact text."""
        return self.annotation.text


def begin(annotation: Annotation, article: Article) -> Draft:
    """A draft of the `annotation` of `article`; the numbers are the indices to begin with."""
    layers = (annotation.mentions, annotation.times, annotation.quotations, annotation.events, annotation.quantities)
    return Draft(
        article,
        annotation,
        mentions=dict(enumerate(annotation.mentions)),
        times=dict(enumerate(annotation.times)),
        quotations=dict(enumerate(annotation.quotations)),
        events=dict(enumerate(annotation.events)),
        quantities=dict(enumerate(annotation.quantities)),
        notices=[],
        issued=max(map(len, layers)),
    )


def finish(draft: Draft) -> Annotation:
    """The annotation that the draft has become: every layer in the order of the text, references as indices."""
    times, quotations = _order(draft.times), _order(draft.quotations)
    events = {
        key: replace(
            event,
            time=None if event.time is None else times.get(event.time),
            attribution=None if event.attribution is None else quotations.get(event.attribution),
        )
        for key, event in draft.events.items()
    }
    return replace(
        draft.annotation,
        mentions=_sorted(draft.mentions),
        times=_sorted(draft.times),
        quotations=_sorted(draft.quotations),
        events=_sorted(events),
        quantities=_sorted(draft.quantities),
    )


def new_number(draft: Draft) -> int:
    """A number that no item of the draft has had."""
    draft.issued += 1
    return draft.issued


def span_of(item: Item) -> Span:
    """The item's place in the text."""
    return Span(item.start, item.end)


def _place(item: Item) -> tuple[int, int, int]:
    trigger = item.trigger.start if isinstance(item, Event) else 0
    return item.start, item.end, trigger


def _keys(layer: Mapping[int, I]) -> list[int]:
    return sorted(layer, key=lambda key: (_place(layer[key]), key))


def _sorted(layer: Mapping[int, I]) -> tuple[I, ...]:
    return tuple(layer[key] for key in _keys(layer))


def _order(layer: Mapping[int, I]) -> dict[int, int]:
    return {key: index for index, key in enumerate(_keys(layer))}
