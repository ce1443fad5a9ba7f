"""A picture of an article for those who share its address: title, day and source, Arabic shaped as it should be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType

from isnad.arabic.calendar_names import day_words
from isnad.article import Article
from isnad.pages.labels import labels
from isnad.pages.page import Page
from isnad.pages.templates import environment

SIZE = (1200, 630)
TITLE = (66, 38, 4)  # font size, letters on a line, lines
FOLDER = "assets/cards"


def path_of(article: Article) -> str:
    """Where the picture of an article lies."""
    return f"{FOLDER}/{article.id}.png"


def available() -> bool:
    """Whether what draws them is installed (the extra «cards»)."""
    return _resvg() is not None


def cards(articles: Iterable[Article], kept: Path | None = None) -> Iterator[Page]:
    """The pictures of all articles; none where the extra «cards» is not installed.

    kept: a folder for pictures by the hash of what they show, so that an unchanged one is not drawn again.
    """
    for article in articles if available() else ():
        yield Page(path_of(article), _kept(svg(article), kept))


def svg(article: Article) -> str:
    """The picture as SVG: the lines of the title from the right, below them how the day is known, and the source."""
    size, letters, most = TITLE
    lines = _lines(article.title or article.id, letters, most)
    published = article.publication
    day = day_words(published.date.isoformat()) if published.date else labels()["published_by"]["unknown"]
    how = f" ({labels()['published_by']['inferred']})" if published.date and published.by == "inferred" else ""
    shown = [_isolated(words) for words in (day + how, article.source, *lines)]
    template = environment().get_template("card.svg.j2")
    return template.render(lines=shown[2:], size=size, day=shown[0], source=shown[1], width=SIZE[0], height=SIZE[1])


def _isolated(words: str) -> str:
    """A line that reads from the right even where it begins or ends with digits: SVG text knows no direction here."""
    return f"\N{RIGHT-TO-LEFT ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}" if words else ""


def _lines(words: str, letters: int, most: int) -> list[str]:
    """The words on lines of so many letters; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return lines


def _kept(drawing: str, folder: Path | None) -> bytes:
    if folder is None:
        return _drawn(drawing)
    file = folder / f"{hashlib.sha256(drawing.encode()).hexdigest()}.png"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_drawn(drawing))
    return file.read_bytes()


def _drawn(drawing: str) -> bytes:
    resvg = _resvg()
    assert resvg is not None  # `cards` asks before  # noqa: S101
    return bytes(resvg.svg_to_bytes(svg_string=drawing, font_files=list(_fonts()), skip_system_fonts=True))


@cache
def _resvg() -> ModuleType | None:
    try:
        return import_module("resvg_py")
    except ImportError:
        return None


@cache
def _fonts() -> tuple[str, ...]:
    folder = resources.files("isnad.pages") / "theme" / "fonts"
    return tuple(sorted(str(file) for file in folder.iterdir() if file.name.endswith(".ttf")))
