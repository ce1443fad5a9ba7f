"""Pages onto the disk: only what changed, whole or not at all, and never over or away what people wrote.

A manifest in docs/ names every file that was generated, with a digest of what was written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from isnad.errors import IsnadError
from isnad.pages.page import Page

MANIFEST = ".isnad-manifest.json"


@dataclass(frozen=True, slots=True)
class Report:
    """Numbers of files: written because they changed, left as they were, and removed because nothing asks for them."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def write(pages: Iterable[Page], docs: Path) -> Report:
    """Write `pages` below `docs`. Raises IsnadError where a file that people wrote or changed stands in a page's place.

    Then nothing at all is written.
    """
    known = _manifest(docs)
    wanted = _by_path(pages)
    digests = {path: _digest(content) for path, content in wanted.items()}
    on_disk = {path: _on_disk(docs / path) for path in wanted}
    changed = [path for path in wanted if on_disk[path] != digests[path]]
    for path in changed:
        _check_ours(docs, path, on_disk[path], known.get(path, ""))
    # Named before they are written: should we be stopped half-way, the next run knows both the old and the new as ours.
    _save(docs, known | {path: f"{known.get(path, '')} {digests[path]}".strip() for path in changed})
    for path in changed:
        _put(docs / path, wanted[path])
    removed = [path for path in known if path not in wanted and _remove(docs, path, known[path])]
    _save(docs, digests)
    return Report(len(changed), len(wanted) - len(changed), len(removed))


def generated(docs: Path) -> frozenset[str]:
    """The paths below `docs` that the last run wrote."""
    return frozenset(_manifest(docs))


def _by_path(pages: Iterable[Page]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for page in pages:
        if not _below(page.path):
            raise IsnadError("is no path that stays inside the folder of the pages.", page.path)
        if page.path in wanted:
            raise IsnadError("would be written twice, by two articles or names of one id.", page.path)
        wanted[page.path] = page.content
    return wanted


def _manifest(docs: Path) -> dict[str, str]:
    """Digests by path, several by spaces; empty where there is no manifest, or one that does not read."""
    try:
        value = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
        return {path: str(digest) for path, digest in value.items() if _below(path)}
    except (OSError, ValueError, AttributeError):
        return {}


def _below(path: str) -> bool:
    """Whether a path stays inside docs/, whoever wrote the manifest that has it."""
    parts = path.split("/")
    return not Path(path).is_absolute() and not {"", ".", ".."} & set(parts) and "\\" not in path


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _on_disk(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _check_ours(docs: Path, path: str, found: str | None, known: str) -> None:
    """Raise IsnadError unless nothing stands at `path`, or only what we wrote there. known: digests, by spaces."""
    if found is None or found in known.split():
        return
    raise IsnadError(
        "was changed by hand since it was generated." if known else "stands where a generated page must go.",
        docs / path,
        mend="Move it to another name, or delete it if it is the rest of an older build.",
    )


def _put(path: Path, content: bytes) -> None:
    """Write to a neighbour first and exchange, so that nobody ever reads half a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def _remove(docs: Path, path: str, digest: str) -> bool:
    """Remove a page that is no longer generated, unless somebody changed it since; then its empty folder."""
    file = docs / path
    found = _on_disk(file)
    if found is None or found not in digest.split():
        return False
    file.unlink()
    if file.parent != docs and not any(file.parent.iterdir()):
        file.parent.rmdir()
    return True


def _save(docs: Path, digests: dict[str, str]) -> None:
    text = json.dumps(dict(sorted(digests.items())), ensure_ascii=False, indent=0) + "\n"
    if not (docs / MANIFEST).exists() or (docs / MANIFEST).read_text(encoding="utf-8") != text:
        _put(docs / MANIFEST, text.encode("utf-8"))
