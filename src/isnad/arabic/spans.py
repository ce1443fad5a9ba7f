"""A stretch of text by its offsets: the one coin that every layer pays in."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code-point offsets into the exact text; `text[start:end]` is the surface."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
