"""How much room words take in a drawing, and words cut to fit it."""

from __future__ import annotations

from typing import NamedTuple

_LETTER = 0.56  # mean width of a letter of the interface's face, in sizes


class Box(NamedTuple):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two share any point."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def wide(words: str, size: float) -> float:
    """The width of words in letters of that size."""
    return len(words) * size * _LETTER


def fitted(words: str, room: float, size: float) -> str:
    """The words, or as many whole ones as fit with an ellipsis."""
    if wide(words, size) <= room:
        return words
    most = int(room / size / _LETTER) - 1
    cut = words[:most].rpartition(" ")[0]
    return f"{cut or words[:most]}…"
