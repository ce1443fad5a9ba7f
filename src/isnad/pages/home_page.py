"""The first page: what the dossier is about at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.dossier.model import EntityRecord
from isnad.pages.labels import labels
from isnad.pages.page import Page
from isnad.pages.shelf import Shelf, fill
from isnad.pages.strip import strip
from isnad.pages.timeline_pages import addresses

LATEST = 8  # articles
MOST = 6  # names of each type


def pages(shelf: Shelf) -> Iterator[Page]:
    """The first page, alone."""
    dossier = shelf.dossier
    latest = dossier.articles[:LATEST]
    yield fill(
        "index.md", "home", shelf, latest=latest, most=_most(shelf), strip=strip(dossier.timeline, addresses(dossier))
    )


def _most(shelf: Shelf) -> list[tuple[str, list[EntityRecord]]]:
    """The names most mentioned, by type, the types in the order of the labels."""
    found: dict[str, list[EntityRecord]] = {kind: [] for kind in labels()["types"]}
    for record in sorted(shelf.entities.values(), key=lambda r: (-len(r.appearances), r.sort_key)):
        if record.appearances and len(found[record.info.type]) < MOST:
            found[record.info.type].append(record)
    return [(kind, records) for kind, records in found.items() if records]
