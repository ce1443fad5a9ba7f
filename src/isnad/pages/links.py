"""Addresses inside the site, relative, so that the pages open from any host, any folder and from a disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from isnad.dossier.model import EntityRecord, Place

IN_INDEX = 1500  # names on one page of the index


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses from a page that lies `depth` folders below the root.

    paged: entities with a page of their own. indexed: all that the index lists.
    """

    paged: frozenset[str]
    indexed: frozenset[str] = frozenset()
    depth: int = 1

    def to(self, path: str) -> str:
        """The address of `path`, given from the root («timeline/index.html#y2020»)."""
        return "../" * self.depth + path

    def article(self, article: str) -> str:
        """The address of an article's page."""
        return self.to(f"articles/{quote(article)}.html")

    def sentence(self, place: Place) -> str:
        """The permalink of a sentence."""
        return f"{self.article(place.article)}#{place.fragment}"

    def entity(self, entity: str) -> str | None:
        """The address of an entity's page, or of its line in the index; None for one that the index does not know."""
        if entity in self.paged:
            return self.to(f"entities/{quote(entity)}.html")
        return self.to(f"entities/index.html#{quote(entity)}") if entity in self.indexed else None

    def speaker(self, entity: str) -> str:
        """The address of the page of what an entity said."""
        return self.to(f"quotations/speakers/{quote(entity)}.html")

    def data(self, name: str) -> str:
        """The address of a data file."""
        return self.to(f"data/{quote(name)}")


def links_of(entities: Mapping[str, EntityRecord]) -> Links:
    """Links that know which entities have pages. An index of several pages is not linked into."""
    indexed = frozenset(entities) if len(entities) <= IN_INDEX else frozenset[str]()
    return Links(frozenset(name for name, record in entities.items() if has_page(record)), indexed)


def has_page(record: EntityRecord) -> bool:
    """Whether there is more to say of an entity than its line in the index says."""
    return bool(record.info.known or record.timeline or record.sayings or len(record.appearances) > 1)
