"""The whole way: what stands in seeds/ becomes the pages in docs/. The build script and the plugin only call this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from isnad import edit
from isnad.annotation import Annotation
from isnad.article import Article
from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo
from isnad.entities import Entity, Knowledge
from isnad.pages import Report, assets, render, write
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
    """What a build did: numbers of articles, entities, timeline entries and undated events, and the files."""

    articles: int
    entities: int
    dated: int
    undated: int
    files: Report


def build_docs(
    seeds: Path, docs: Path, *, cache: Path | None = None, jobs: int | None = None, progress: Progress | None = None
) -> Built:
    """Write the pages of all articles in `seeds` into `docs`, only those that changed.

    cache: a folder for annotations by content hash, so that an unchanged article costs nothing.
    jobs: processes; None to choose. Raises IsnadError on bad input, before anything is written.
    """
    show: Progress = progress or _silent
    dossier = load_dossier(seeds, cache=cache, jobs=jobs, progress=show)
    files = write([*show(render(dossier), "الصفحات", None), *assets(), *search_files(dossier)], docs)
    return Built(
        articles=len(dossier.articles),
        entities=len(dossier.entities or {}),
        dated=len(dossier.timeline),
        undated=len(dossier.undated),
        files=files,
    )


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
    return collect(_edited(articles, shown), described(knowledge))


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
    )


def _edited(articles: Iterable[Article], annotations: Iterable[Annotation]) -> Iterator[tuple[Article, Annotation]]:
    for article, annotation in zip(articles, annotations, strict=True):
        yield article, edit.apply(annotation, article)


def _knowledge_file(seeds: Path) -> Path | None:
    path = seeds / "entities.yml"
    return path if path.exists() else None


def _silent(items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
    return items
