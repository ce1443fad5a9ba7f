"""The links inside a built site, and whether each leads somewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.audit.markup import loaded, page


def broken(site: Path, path: Path) -> list[str]:
    """The addresses on the page at `path` that lead to no file of `site`, or to no element of its page."""
    root, found = page(path), []
    hrefs = {node.attributes["href"] for node in root.all() if node.tag in ("a", "link") and "href" in node.attributes}
    for link in sorted(hrefs | loaded(root)):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        goal = target(site, path, link)
        if not goal.is_file() or (parts.fragment and unquote(parts.fragment) not in _ids(goal)):
            found.append(link)
    return found


def target(site: Path, path: Path, link: str) -> Path:
    """The file of the site that a link of the page at `path` leads to."""
    place = unquote(urlsplit(link).path)
    base = site if place.startswith("/") else path.parent
    return (base / place.lstrip("/")).resolve() if place else path


@cache
def _ids(path: Path) -> set[str]:
    return {node.attributes["id"] for node in page(path).all() if "id" in node.attributes} | {""}
