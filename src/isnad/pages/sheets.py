"""All style sheets of a page as one: a phone waits for each of them before it draws anything."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable

_FOLDER = "assets/isnad"
_URL = re.compile(r"""url\(\s*(['"]?)(?![/#]|[a-z][a-z0-9+.-]*:)([^'")]+?)\s*\1\s*\)""", re.IGNORECASE)
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/\s*")
_CHARSET = re.compile(r'@charset "[^"]*";')


def joined(sheets: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """One sheet from many, in their order: its path in the site, which changes with its content, and its text.

    sheets: of each, the path in the site and the text. Addresses in them lead where they led.
    """
    text = "\n".join(_moved(path, _CHARSET.sub("", _MAP.sub("", sheet))) for path, sheet in sheets)
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{_FOLDER}/all.{digest}.css", f'@charset "UTF-8";\n{text}'


def _moved(path: str, sheet: str) -> str:
    folder = posixpath.dirname(path)

    def moved(found: re.Match[str]) -> str:
        quote, address = found.groups()
        target = posixpath.normpath(posixpath.join(folder, address))
        return f"url({quote}{posixpath.relpath(target, _FOLDER)}{quote})"

    return _URL.sub(moved, sheet)
