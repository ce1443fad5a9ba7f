"""The theme's own files, which go to docs/assets/isnad/ so that any builder of the same docs/ serves them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from isnad.pages import offline
from isnad.pages.page import Page

FOLDER = "assets/isnad"
_SERVED = (".css", ".js", ".svg", ".woff2", ".txt")
_FONTS = "fonts"


def assets() -> Iterator[Page]:
    """Style sheets, script, icon and fonts with their licences."""
    theme = resources.files("isnad.pages") / "theme"
    yield from _files(theme, FOLDER)
    yield from _files(theme / _FONTS, f"{FOLDER}/{_FONTS}")
    yield from offline.scripts()


def _files(folder: Traversable, path: str) -> Iterator[Page]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_file() and file.name.endswith(_SERVED):
            yield Page(f"{path}/{file.name}", file.read_bytes())
