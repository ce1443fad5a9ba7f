"""A dossier becomes pages: the templates are filled, the data files written out, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.dossier.model import Dossier
from isnad.pages import (
    article_pages,
    data,
    entity_pages,
    home_page,
    place_pages,
    review_pages,
    saying_pages,
    timeline_pages,
)
from isnad.pages.page import Page
from isnad.pages.shelf import fill, shelf_of


def render(dossier: Dossier) -> Iterator[Page]:
    """All generated files of the dossier: pages first, then data files. No page costs more for there being others."""
    shelf = shelf_of(dossier)
    for kind in (home_page, timeline_pages, article_pages, entity_pages, place_pages, review_pages, saying_pages):
        yield from kind.pages(shelf)
    yield fill("data/index.md", "data", shelf, tables=data.TABLES)
    yield from data.files(dossier)
