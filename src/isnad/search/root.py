"""What the theme's script loads as its search index: the root of ours, and the index of hand-written pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from isnad.search.documents import Document
from isnad.search.files import ROOT
from isnad.search.index import make

HAND_WRITTEN = 3  # after entities, events and sentences


def root_of(docs: Path) -> dict[str, object]:
    """The root of the dossier's index, as it was written below `docs`."""
    value: dict[str, object] = json.loads((docs / ROOT).read_text(encoding="utf-8"))
    return value


def joined(root: dict[str, object], headings: Sequence[Document], settings: object) -> dict[str, str]:
    """The theme's index files by name: as it loads them from a server, and from a disk. settings: as it wrote them."""
    pages = make((), headings, inline=True).root | {"tier": HAND_WRITTEN}
    text = json.dumps({"config": settings, "docs": [root, pages]}, ensure_ascii=False, separators=(",", ":"))
    return {"search_index.json": text, "search_index.js": f"var __index = {text}\n"}
