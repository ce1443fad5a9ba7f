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
    """Write `pages` below `docs`. Raises IsnadError where a file that people wrote stands in a page's place."""
    known = _manifest(docs)
    wanted = {page.path: page.content for page in pages}
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in wanted.items()}
    changed = [path for path in wanted if _on_disk(docs / path) != digests[path]]
    for path in changed:
        _check_ours(docs, path, known)
    # Named before they are written: should we be stopped half-way, the next run still knows them as ours.
    _save(docs, known | digests)
    for path in changed:
        _put(docs / path, wanted[path])
    removed = [path for path in known if path not in wanted and _remove(docs, path, known[path])]
    _save(docs, digests)
    return Report(len(changed), len(wanted) - len(changed), len(removed))


def _manifest(docs: Path) -> dict[str, str]:
    """Digests by path; empty where there is no manifest, or one that does not read."""
    try:
        value = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
        return {path: digest for path, digest in value.items() if _below(path)}
    except (OSError, ValueError, AttributeError):
        return {}


def _below(path: str) -> bool:
    """Whether a path of the manifest stays inside docs/, whatever wrote the manifest."""
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _on_disk(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _check_ours(docs: Path, path: str, known: dict[str, str]) -> None:
    if path in known or not (docs / path).exists():
        return
    raise IsnadError(
        "stands where a generated page must go, and was not generated.",
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
    if _on_disk(file) != digest:
        return False
    file.unlink()
    if file.parent != docs and not any(file.parent.iterdir()):
        file.parent.rmdir()
    return True


def _save(docs: Path, digests: dict[str, str]) -> None:
    text = json.dumps(dict(sorted(digests.items())), ensure_ascii=False, indent=0) + "\n"
    if not (docs / MANIFEST).exists() or (docs / MANIFEST).read_text(encoding="utf-8") != text:
        _put(docs / MANIFEST, text.encode("utf-8"))
