"""An entity among those it appears with, as a drawing: it stands in the middle, the others in two columns beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isnad.pages.lettering import fitted

WIDTH, ROW, EDGE = 480, 38, 6  # of the drawing, a row, and above the first row, in its own units
COLUMN, MIDDLE, TALL = 160, 126, 30  # widths of a node at the side and of the one in the middle; their height
SIZE = 14.0  # of letters
THICKEST = 7.0
MOST = 10


@dataclass(frozen=True, slots=True)
class Node:
    """A name in its frame. x, y: of its middle. number: of the sentences that both stand in."""

    id: str
    words: str
    x: float
    y: float
    width: int
    number: int = 0
    thick: float = 0.0

    @property
    def left(self) -> float:
        """Where its frame begins."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """Where its frame begins."""
        return self.y - TALL / 2


@dataclass(frozen=True, slots=True)
class Graph:
    """The middle and what stands around it, the most frequent first."""

    middle: Node
    nodes: tuple[Node, ...]
    height: int
    width: int = WIDTH
    tall: int = TALL


def around(entity: str, name: str, companions: Sequence[tuple[str, int]], names: Iterable[str]) -> Graph | None:
    """The drawing of an entity's most frequent companions (id and number); None without any. names: theirs."""
    shown = [(*pair, words) for pair, words in zip(companions[:MOST], names, strict=False)]
    if not shown:
        return None
    rows = (len(shown) + 1) // 2
    height = max(rows * ROW, TALL) + 2 * EDGE
    most = max(number for _, number, _ in shown)
    nodes = tuple(_node(n, rows, height, one, most, len(shown)) for n, one in enumerate(shown))
    middle = Node(entity, fitted(name, MIDDLE - 12, SIZE), WIDTH / 2, height / 2, MIDDLE)
    return Graph(middle, nodes, height)


def _node(n: int, rows: int, height: int, shown: tuple[str, int, str], most: int, total: int) -> Node:
    """The right column is read first. A shorter column is centred."""
    entity, number, words = shown
    right = n % 2 == 0
    mine = rows if right else total - rows
    y = height / 2 + (n // 2 - (mine - 1) / 2) * ROW
    x = WIDTH - COLUMN / 2 - 1 if right else COLUMN / 2 + 1
    thick = 1 + (THICKEST - 1) * number / most
    return Node(entity, fitted(words, COLUMN - 12, SIZE), x, y, COLUMN, number, round(thick, 1))
