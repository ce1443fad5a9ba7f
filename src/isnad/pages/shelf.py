"""What every page needs at hand, gathered once for a dossier; and the filling of a template with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from isnad.dossier.model import ArticleRecord, Dossier, EntityRecord, Place
from isnad.pages.links import Links, links_of
from isnad.pages.page import Page
from isnad.pages.templates import environment

_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dossier with its articles and entities by id, and the addresses of their pages."""

    dossier: Dossier
    articles: Mapping[str, ArticleRecord]
    entities: Mapping[str, EntityRecord]
    links: Links
    places: dict[str, frozenset[Place]] = field(default_factory=dict)

    def places_of(self, entity: str) -> frozenset[Place]:
        """The sentences that name an entity, gathered when they are first asked for."""
        if entity not in self.places:
            found = self.entities[entity].appearances if entity in self.entities else ()
            self.places[entity] = frozenset(one.place for one in found)
        return self.places[entity]


def shelf_of(dossier: Dossier) -> Shelf:
    """The shelf of a dossier."""
    entities = dossier.entities or {}
    articles = {record.article.id: record for record in dossier.articles}
    return Shelf(dossier, articles, entities, links_of(entities))


def fill(path: str, template: str, shelf: Shelf, **values: Any) -> Page:
    """The page at `path` (under docs/) from a template."""
    body = (
        environment()
        .get_template(f"{template}.md.j2")
        .render(
            dossier=shelf.dossier,
            articles=shelf.articles,
            entities=shelf.entities,
            links=replace(shelf.links, depth=path.count("/")),
            single=len(shelf.articles) == 1,
            **values,
        )
    )
    return Page.of_text(path, _BLANKS.sub("\n\n", body).strip() + "\n")
