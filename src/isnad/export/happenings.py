"""What an entry of the timeline says, for formats that know titles, places and days but no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isnad.dossier.model import ArticleRecord, Dossier, EntityInfo, EntityRecord, TimelineEntry

_TITLE = 80  # letters of a title that is made from the sentence

# What a reader of another program must be told of an event that nobody states as a fact.
QUALIFIED = {"claimed": "بحسب مصدر", "planned": "مرتقب", "possible": "محتمل", "denied": "منفي"}
UNSURE = {"approximate": "تاريخ تقريبي", "assumed": "تاريخ مفترض", "background": "تاريخ من خارج الخبر"}


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry with its words. title: the editor's, or the sentence cut short.

    sentences: those that tell of it, each with its article's title.
    qualified: in Arabic, what keeps the entry from being a plain fact with a sure day.
    """

    entry: TimelineEntry
    title: str
    sentences: tuple[tuple[str, str], ...]
    qualified: tuple[str, ...]
    participants: tuple[EntityInfo, ...]
    places: tuple[EntityInfo, ...]


def happenings(dossier: Dossier) -> Iterator[Happening]:
    """The dated entries with their words, in the order of the timeline; what is denied did not happen."""
    articles = {record.article.id: record for record in dossier.articles}
    for entry in dossier.timeline:
        if entry.event.modality != "denied":
            yield _happening(entry, articles, dossier.entities or {})


def _happening(
    entry: TimelineEntry, articles: Mapping[str, ArticleRecord], entities: Mapping[str, EntityRecord]
) -> Happening:
    told = tuple(_sentence(own, articles) for own in entry.evidence)
    event = entry.event
    return Happening(
        entry,
        event.label or _short(told[0][0]),
        told,
        tuple(filter(None, (QUALIFIED.get(event.modality), UNSURE.get(entry.certainty)))),
        tuple(entities[name].info for name in event.participants if name in entities),
        tuple(entities[name].info for name in event.places if name in entities),
    )


def _sentence(entry: TimelineEntry, articles: Mapping[str, ArticleRecord]) -> tuple[str, str]:
    record = articles[entry.place.article]
    words = " ".join(record.annotation.text[entry.place.start : entry.place.end].split())
    return words, record.article.title or record.article.id


def _short(words: str) -> str:
    return words if len(words) <= _TITLE else words[:_TITLE].rpartition(" ")[0] + "…"
