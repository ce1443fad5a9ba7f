"""The map of all places that the articles name, their list, and the list of those that stand on no map."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.dossier.model import EntityRecord
from isnad.pages import atlas
from isnad.pages.page import Page
from isnad.pages.portrait import on_map
from isnad.pages.shelf import Shelf, fill

PATH = "entities/pages/map.md"
MOST = 300  # dots on the map; the lists have all places
WIDTH, HEIGHT = 760, 460


def pages(shelf: Shelf) -> Iterator[Page]:
    """The page of places, alone."""
    spatial = [record for record in shelf.entities.values() if record.info.type in ("place", "facility")]
    ranked = sorted(spatial, key=lambda record: (-len(record.appearances), record.sort_key))
    placed = [record for record in ranked if on_map(record) and _has_point(record)]
    yield fill(
        PATH,
        "places",
        shelf,
        map=_map(placed[:MOST]),
        placed=placed,
        shown=min(len(placed), MOST),
        unplaced=[record for record in ranked if on_map(record) and not _has_point(record)],
        governments=[record for record in ranked if not on_map(record)],
    )


def _has_point(record: EntityRecord) -> bool:
    return record.info.lat is not None and record.info.lon is not None


def _map(records: list[EntityRecord]) -> atlas.Map | None:
    points = [(one.info.id, one.info.name, one.info.lat or 0.0, one.info.lon or 0.0) for one in records]
    return atlas.drawn(points, width=WIDTH, height=HEIGHT) if points else None
