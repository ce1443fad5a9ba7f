"""All articles with their final annotations in, one dossier out. The only stage that sees more than one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from isnad.annotation import Annotation, Quotation
from isnad.article import Article
from isnad.dossier import timeline
from isnad.dossier.index import Describe, Index
from isnad.dossier.merging import merged
from isnad.dossier.model import ArticleRecord, Count, Dossier, EntityInfo, Saying, TimelineEntry
from isnad.dossier.nesting import outermost
from isnad.dossier.places import Locator


def collect(
    pairs: Iterable[tuple[Article, Annotation]], known: Mapping[str, EntityInfo], describe: Describe = lambda info: info
) -> Dossier:
    """The dossier of `pairs`. known: what the knowledge bases say of entities, by id. describe: says more of each."""
    index = Index(known, describe)
    articles: list[ArticleRecord] = []
    entries: list[TimelineEntry] = []
    sayings: list[Saying] = []
    counts: list[Count] = []
    for article, annotation in pairs:
        locator = Locator(annotation)
        own_entries = timeline.in_order(timeline.entries(annotation, locator))
        own_sayings = _sayings(annotation, locator)
        articles.append(ArticleRecord(article, annotation, index.add(annotation, locator, own_entries, own_sayings)))
        entries += own_entries
        sayings += own_sayings
        counts += [Count(locator.place(quantity.start), quantity) for quantity in annotation.quantities]
    happened = timeline.in_order(merged((entry for entry in entries if entry.dated), counts))
    return Dossier(
        articles=tuple(sorted(articles, key=_newest_first)),
        entities=index.records({other.id: entry for entry in happened for other in entry.evidence}),
        timeline=tuple(happened),
        undated=tuple(entry for entry in entries if not entry.dated),
        sayings=tuple(sayings),
        counts=tuple(counts),
        open_names=tuple(index.open_names),
    )


def _newest_first(record: ArticleRecord) -> tuple[int, str]:
    published = record.article.publication.date
    return (-published.toordinal() if published else 0), record.article.id


def _sayings(annotation: Annotation, locator: Locator) -> list[Saying]:
    outer = set(outermost(annotation.quotations))
    return [
        replace(_saying(annotation, one, locator), inside=place not in outer)
        for place, one in enumerate(annotation.quotations)
    ]


def _saying(annotation: Annotation, quotation: Quotation, locator: Locator) -> Saying:
    return Saying(
        place=locator.place(quotation.start),
        quotation=quotation,
        text=annotation.text[quotation.start : quotation.end],
        speaker=quotation.speaker.entity if quotation.speaker else None,
        via=quotation.via.entity if quotation.via else None,
    )
