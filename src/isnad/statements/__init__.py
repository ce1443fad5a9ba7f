"""What a text reports: who said what, what happened when, and how much of what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from isnad.annotation import Event, Mention, Quantity, Quotation, Time
from isnad.arabic.spans import Span

__all__ = ["events", "quantities", "quotations"]


def quotations(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], paragraphs: Sequence[Span]
) -> tuple[Quotation, ...]:
    """Not yet: nothing is found."""
    return ()


def events(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    published: date | None,
) -> tuple[Event, ...]:
    """Not yet: nothing is found."""
    return ()


def quantities(text: str, times: Sequence[Time]) -> tuple[Quantity, ...]:
    """Not yet: nothing is found."""
    return ()
