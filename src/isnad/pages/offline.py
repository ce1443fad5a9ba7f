"""Reading without a network: the service worker of a built site, and the site as one archive to open from a folder."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from isnad.pages.page import Page

FOLDER = "assets/isnad/offline"
WORKER = "sw.js"
START = "start.html"
_KEEP = 6_000_000  # bytes: a site smaller than this is kept whole, of a larger one what every page needs
# What no reader's page asks for: maps of the theme's scripts, the theme's own search, what only crawlers read.
_UNREAD = r".*\.map|assets/javascripts/(lunr|workers)/.*|sitemap\.xml(\.gz)?|sw\.js|assets/isnad/search/root\.json"
_NOT_KEPT = re.compile(_UNREAD + r"|search/search_index\.js")
_NOT_ON_DISK = re.compile(_UNREAD + r"|search/search_index\.json")
_CORE = re.compile(r"([a-z]+/)?index\.html|404\.html|assets/(?!isnad/search/[a-z]\d).*\.(css|js|woff2|svg)|search/.*")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MOMENT = (1980, 1, 1, 0, 0, 0)  # every file's: the same site gives the same archive


def scripts() -> Iterator[Page]:
    """What a page loads to have the site kept."""
    yield Page.of_text(f"{FOLDER}/register.js", _theme("register.js"))


def service_worker(site: Path) -> str:
    """The service worker of a built site, with the list of what it keeps at once."""
    sizes = {path: (site / path).stat().st_size for path in _files(site) if not _NOT_KEPT.fullmatch(path)}
    small = sum(sizes.values()) <= _KEEP
    kept = [path for path in sizes if small or _CORE.fullmatch(path)]
    digest = hashlib.sha256()
    for path in sizes:
        digest.update(path.encode() + b"\0" + hashlib.sha256((site / path).read_bytes()).digest())
    return f'const VERSION = "{digest.hexdigest()[:12]}";\nconst KEPT = {json.dumps(kept)};\n{_theme(WORKER)}'


def bundle(site: Path, archive: Path) -> int:
    """Write a built site as one archive with a start page, named as the site is; gives the number of its files."""
    named = _TITLE.search((site / "index.html").read_text(encoding="utf-8"))
    folder = archive.stem
    archive.parent.mkdir(parents=True, exist_ok=True)
    kept = [path for path in _files(site) if not _NOT_ON_DISK.fullmatch(path)]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        _put(out, f"{folder}/{START}", _start(named.group(1) if named else folder).encode())
        for path in kept:
            _put(out, f"{folder}/site/{path}", (site / path).read_bytes())
    return len(kept) + 1


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _start(title: str) -> str:
    return _theme(START).replace("{{ title }}", title)


def _files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def _theme(name: str) -> str:
    return (resources.files("isnad.pages") / "theme" / "offline" / name).read_text(encoding="utf-8")
