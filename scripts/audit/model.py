"""What a check says, and the pages that it looks at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE, NARROW = (1280, 900), (390, 844)
SIZES = (WIDE, NARROW)
SMALL = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's result.

    measured, bar: for people. problems: what is wrong and where, none when the bar is met. skipped: why it did not run.
    """

    name: str
    measured: str
    bar: str
    problems: tuple[tuple[str, str], ...] = ()
    skipped: str = ""


def kinds(site: Path) -> list[str]:
    """Pages of each kind, by their path in the site: all of a small folder, two of a large one."""
    folders: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        folders[path.parent].append(path.relative_to(site))
    chosen = (pages if len(pages) <= SMALL else _samples(pages) for pages in folders.values())
    return sorted(str(path) for path in chain.from_iterable(chosen))


def _samples(pages: list[Path]) -> list[Path]:
    return [*filter(_index, pages), next(path for path in pages if not _index(path))]


def an_article(site: Path) -> str:
    """The path of the first article's page."""
    return next(str(path.relative_to(site)) for path in sorted(site.glob("articles/*.html")) if not _index(path))


def _index(path: Path) -> bool:
    return path.name == "index.html"
