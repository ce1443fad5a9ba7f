"""Long lists on several pages: the first at the address that the navigation knows, the others beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among those of its list. number: from 1. paths: of all pages, from the root, as HTML."""

    number: int
    paths: tuple[str, ...]

    @property
    def before(self) -> str | None:
        """The page before this one."""
        return self.paths[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """The page after this one."""
        return self.paths[self.number] if self.number < len(self.paths) else None


def paged(items: Sequence[T], size: int, first: str) -> Iterator[tuple[str, Pager, Sequence[T]]]:
    """The items, `size` on a page: the page's path (Markdown), its pager, its items. An empty list has one page."""
    pages = max(1, -(-len(items) // size))
    paths = [first, *(_numbered(first, number) for number in range(2, pages + 1))]
    addresses = tuple(path.removesuffix(".md") + ".html" for path in paths)
    for number, path in enumerate(paths, 1):
        yield path, Pager(number, addresses), items[(number - 1) * size : number * size]


def _numbered(first: str, number: int) -> str:
    """The second page of «x/index.md» is «x/pages/2.md», that of «x/y.md» is «x/y-2.md»."""
    if first.endswith("/index.md"):
        return f"{first.removesuffix('index.md')}pages/{number}.md"
    return f"{first.removesuffix('.md')}-{number}.md"
