"""The whole way: what stands in seeds/ becomes the pages in docs/. The build script and the plugin only call this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Protocol, TypeVar

from isnad import edit
from isnad.annotation import Annotation
from isnad.article import Article
from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo, Ruled
from isnad.dossier.rulings import Court
from isnad.dossier.rulings_file import NAME as RULINGS
from isnad.dossier.rulings_file import read_rulings
from isnad.entities import Entity, Knowledge, country_named, transliterate
from isnad.export import feeds
from isnad.pages import Page, Report, assets, cards, render, write
from isnad.read import read_dossier
from isnad.search import files as search_files
from isnad.workers import Annotator, default_jobs, in_order

T = TypeVar("T")


class Progress(Protocol):
    """Wraps an iterable to show how far it is."""

    def __call__(self, items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
        """The same items. what: is being done with them. total: how many there are, None when that is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: numbers of articles, entities, timeline entries and undated events, and the files.

    open_names: mentions whose entity could not be told. rulings: what each ruling on identity changed.
    """

    articles: int
    entities: int
    dated: int
    undated: int
    files: Report
    open_names: int = 0
    rulings: tuple[Ruled, ...] = ()


def build_docs(
    seeds: Path,
    docs: Path,
    *,
    cache: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    site: feeds.Site | None = None,
) -> Built:
    """Write the pages of all articles in `seeds` into `docs`, only those that changed.

    cache: a folder for annotations and pictures by content hash, so that an unchanged article costs nothing.
    jobs: processes; None to choose. site: what feeds call the site, None while its address is not known: they need it.
    Raises IsnadError on bad input, before anything is written.
    """
    show: Progress = progress or _silent
    dossier = load_dossier(seeds, cache=cache, jobs=jobs, progress=show)
    beside = (assets(), search_files(dossier), _shared(dossier, site, cache, show))
    files = write([*show(render(dossier), "الصفحات", None), *chain.from_iterable(beside)], docs)
    return Built(
        articles=len(dossier.articles),
        entities=len(dossier.entities or {}),
        dated=len(dossier.timeline),
        undated=len(dossier.undated),
        files=files,
        open_names=len(dossier.open_names),
        rulings=dossier.rulings,
    )


def _shared(dossier: Dossier, site: feeds.Site | None, cache: Path | None, show: Progress) -> Iterator[Page]:
    """Feeds, and pictures for those who share an address: nothing while the site has none."""
    if site is None:
        return
    articles = [record.article for record in dossier.articles]
    yield Page.of_text(feeds.RSS_FILE, feeds.rss(articles, site))
    yield Page.of_text(feeds.JSON_FILE, feeds.json_feed(articles, site))
    yield from show(cards.cards(articles, cache and cache / "cards"), "الصور", len(articles))


def load_dossier(
    seeds: Path, *, cache: Path | None = None, jobs: int | None = None, progress: Progress | None = None
) -> Dossier:
    """Read, annotate, correct and collect all articles in `seeds`. Raises IsnadError on bad input."""
    show: Progress = progress or _silent
    articles = read_dossier(seeds)
    annotator = Annotator(_knowledge_file(seeds), cache)
    knowledge = annotator.knowledge
    automatic = in_order(annotator, articles, default_jobs(len(articles)) if jobs is None else jobs)
    shown = show(automatic, "المقالات", len(articles))
    court = Court(read_rulings(seeds / RULINGS))
    settled = ((article, court.settled(annotation)) for article, annotation in _edited(articles, shown))
    dossier = collect(settled, court.known(described(knowledge)), lambda info: court.named(completed(info)))
    return replace(dossier, rulings=court.effects())


def described(knowledge: Knowledge) -> dict[str, EntityInfo]:
    """What the knowledge bases say of each entity, in the dossier's terms."""
    return {entity.id: info(entity) for entity in knowledge.entities.values()}


def info(entity: Entity) -> EntityInfo:
    """A known entity in the dossier's terms."""
    return EntityInfo(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        name_en=entity.name_en,
        aliases=entity.aliases,
        description=entity.description,
        role=entity.role,
        lat=entity.lat,
        lon=entity.lon,
        links=entity.links,
        sources=entity.sources,
        known=True,
        kind=entity.kind,
        country=entity.country,
        rank=entity.rank,
    )


def completed(info: EntityInfo) -> EntityInfo:
    """What can be said of an entity by its name alone: its Latin letters, and the country of its adjective."""
    latin = "" if info.name_en else transliterate(info.name)
    return replace(info, latin=latin, country=info.country or country_named(info.name) or "")


def _edited(articles: Iterable[Article], annotations: Iterable[Annotation]) -> Iterator[tuple[Article, Annotation]]:
    for article, annotation in zip(articles, annotations, strict=True):
        yield article, edit.apply(annotation, article)


def _knowledge_file(seeds: Path) -> Path | None:
    path = seeds / "entities.yml"
    return path if path.exists() else None


def _silent(items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
    return items
