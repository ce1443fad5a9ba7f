"""What an entity's page says beyond its record: forms with clitics, first and last appearance, its company, a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from isnad.arabic.letters import is_arabic
from isnad.dossier.model import Appearance, ArticleRecord, EntityRecord, Place
from isnad.pages import atlas, graph
from isnad.pages.shelf import Shelf

MOST_COMPANIONS = 30


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity in the same sentences. place: the first of them."""

    id: str
    number: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """first, last: articles by publication day. glued: forms with clitics and their numbers. roles: words before a
    person's name that say who that is, and their numbers.

    meant: on how many of its mentions a capital stands for a government. country: id and name of its state.
    """

    first: ArticleRecord | None
    last: ArticleRecord | None
    glued: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    companions: tuple[Companion, ...]
    graph: graph.Graph | None
    map: atlas.Map | None
    meant: int
    country: tuple[str, str] | None


def portrait(shelf: Shelf, record: EntityRecord) -> Portrait:
    """The portrait of an entity."""
    companions = record.companions[:MOST_COMPANIONS]
    names = [_name(shelf, entity) for entity, _ in companions]
    first, last = _ends(record.appearances, shelf.articles)
    return Portrait(
        first=first,
        last=last,
        glued=_glued(record.appearances, shelf.articles),
        roles=_roles(record.appearances),
        companions=tuple(Companion(entity, n, _together(shelf, record, entity)) for entity, n in companions),
        graph=graph.around(record.info.id, record.info.name, companions, names),
        map=_map(record),
        meant=sum(bool(one.mention.metonym_for) for one in record.appearances),
        country=_country(shelf, record),
    )


def _name(shelf: Shelf, entity: str) -> str:
    return shelf.entities[entity].info.name if entity in shelf.entities else entity


def _ends(
    appearances: Iterable[Appearance], articles: Mapping[str, ArticleRecord]
) -> tuple[ArticleRecord | None, ArticleRecord | None]:
    found = {one.place.article: articles[one.place.article] for one in appearances}
    dated = sorted(
        (record for record in found.values() if record.annotation.published),
        key=lambda record: (record.annotation.published or "", record.article.id),
    )
    return (dated[0], dated[-1]) if dated else (None, None)


def _glued(appearances: Iterable[Appearance], articles: Mapping[str, ArticleRecord]) -> tuple[tuple[str, int], ...]:
    """The mentions with what is glued before them («لواشنطن»), the most frequent first."""
    found: Counter[str] = Counter()
    for one in appearances:
        text, start = articles[one.place.article].annotation.text, one.mention.start
        while start > 0 and is_arabic(text[start - 1]):
            start -= 1
        if start < one.mention.start:
            found[text[start : one.mention.end]] += 1
    return tuple(found.most_common())


def _roles(appearances: Iterable[Appearance]) -> tuple[tuple[str, int], ...]:
    """What the articles say before the name of who that is, the most frequent first."""
    found = Counter(" ".join(one.mention.role.split()) for one in appearances if one.mention.role)
    return tuple(found.most_common())


def _together(shelf: Shelf, record: EntityRecord, other: str) -> Place | None:
    """The first sentence that both stand in."""
    beside = shelf.places_of(other)
    return next((one.place for one in record.appearances if one.place in beside), None)


def _map(record: EntityRecord) -> atlas.Map | None:
    info = record.info
    if info.kind == "country":
        return atlas.of_country(info.id)
    if info.lat is None or info.lon is None:
        return None
    return atlas.drawn([(info.id, info.name, info.lat, info.lon)], info.country)


def _country(shelf: Shelf, record: EntityRecord) -> tuple[str, str] | None:
    home = record.info.country
    if not home or home == record.info.id:
        return None
    name = shelf.entities[home].info.name if home in shelf.entities else atlas.country_names().get(home, "")
    return (home, name) if name else None


def on_map(record: EntityRecord) -> bool:
    """Whether it is a place that the articles speak of as a place, and not only as a name for a government."""
    spatial = record.info.type in ("place", "facility")
    meant: Sequence[bool] = [bool(one.mention.metonym_for) for one in record.appearances]
    return spatial and not (meant and all(meant))
