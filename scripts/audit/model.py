"""What a check says, and the pages that it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE, NARROW = (1280, 900), (390, 844)
SIZES = (WIDE, NARROW)


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
    """A page of each kind, by its path in the site: every index, and the first page of each folder."""
    pages = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    firsts = {path.parts[0] if len(path.parts) > 1 else path.name: path for path in reversed(pages) if not _index(path)}
    return sorted(str(path) for path in {*filter(_index, pages), *firsts.values()})


def an_article(site: Path) -> str:
    """The path of the first article's page."""
    return next(str(path.relative_to(site)) for path in sorted(site.glob("articles/*.html")) if not _index(path))


def _index(path: Path) -> bool:
    return path.name == "index.html"
