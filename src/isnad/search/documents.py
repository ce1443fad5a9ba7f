"""What a search can find: entities, the titles of articles, their sentences with events and dates, and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from isnad.annotation import Annotation, Time
from isnad.arabic.calendar_names import day_words, span_words
from isnad.dossier.model import ArticleRecord, Dossier, EntityRecord, Place, TimelineEntry
from isnad.dossier.places import Locator
from isnad.pages.links import Links, has_page
from isnad.search import days
from isnad.search.english import in_english
from isnad.search.months import month_names
from isnad.search.normaliser import tokens

BETWEEN = " · "
_FROM_ROOT = Links(frozenset(), depth=0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document that is found by more than its words. keys: of the index. label: what it means.

    strong: whether the text itself says so.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    label: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to find. page, fragment: where it leads; title and text: what is searched and shown.

    strong: stretches of title + newline + text whose words weigh more: names, titles, the clauses of events.
    marks: offsets likewise. entity: its id where the document is one.
    """

    page: str
    page_title: str
    fragment: str = ""
    title: str = ""
    text: str = ""
    strong: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    entity: str = ""

    @property
    def whole(self) -> str:
        """What offsets count in."""
        return f"{self.title}\n{self.text}"


def entities(dossier: Dossier) -> list[Document]:
    """The entities, most mentioned first; one without a page of its own leads to its only sentence."""
    records = sorted((dossier.entities or {}).values(), key=lambda r: (-len(r.appearances), r.sort_key, r.info.id))
    titles = {record.article.id: record.article.title for record in dossier.articles}
    return [_entity(record, titles) for record in records]


def articles(dossier: Dossier) -> Iterator[Document]:
    """For each article, newest first, its title and then its sentences."""
    by_article: dict[str, list[TimelineEntry]] = {}
    for entry in dossier.entries:
        by_article.setdefault(entry.place.article, []).append(entry)
    for record in dossier.articles:
        yield _title(record)
        yield from _sentences(record, by_article.get(record.article.id, []))


def _entity(record: EntityRecord, titles: dict[str, str]) -> Document:
    info = record.info
    spellings = [spelling for spelling, _ in record.spellings]
    names = list(
        dict.fromkeys(
            name
            for name in (info.name_en, *in_english(info.id), *info.aliases, *spellings)
            if name and name != info.name
        )
    )
    said = [words for words in (info.role, info.description) if words]
    named = len(info.name) + 1 + len(BETWEEN.join(names))
    place = record.appearances[0].place if record.appearances else None
    page, page_title, fragment = _leads_to(record, place, titles)
    return Document(
        page=page,
        page_title=page_title,
        fragment=fragment,
        title=info.name,
        text=BETWEEN.join((*names, *said)),
        strong=((0, named),),
        entity=info.id,
    )


def _leads_to(record: EntityRecord, place: Place | None, titles: dict[str, str]) -> tuple[str, str, str]:
    if place is None or has_page(record):
        return _FROM_ROOT.to(f"entities/{quote(record.info.id)}.html"), record.info.name, ""
    return _FROM_ROOT.article(place.article), titles[place.article], place.fragment


def _title(record: ArticleRecord) -> Document:
    article, published = record.article, record.annotation.published
    text = day_words(published) if published else ""
    start = len(article.title) + 1
    marks = (Mark(start, start + len(text), days.keys(published, published), text),) if published else ()
    return Document(
        page=_FROM_ROOT.article(article.id),
        page_title=article.title,
        title=article.title,
        text=text,
        strong=((0, start),),
        marks=marks,
    )


def _sentences(record: ArticleRecord, entries: Sequence[TimelineEntry]) -> Iterator[Document]:
    annotation = record.annotation
    for place in Locator(annotation).places():
        inside = [entry for entry in entries if entry.place == place]
        yield Document(
            page=_FROM_ROOT.article(annotation.id),
            page_title=record.article.title,
            fragment=place.fragment,
            text=annotation.text[place.start : place.end],
            strong=tuple(_shifted(place, e.event.start, e.event.end) for e in inside if place.start <= e.event.start),
            marks=(*_times(annotation, place), *_dated(place, inside), *_mentions(annotation, place)),
        )


def _shifted(place: Place, start: int, end: int) -> tuple[int, int]:
    """Offsets in the document of a sentence: past the empty title and its newline."""
    return start - place.start + 1, min(end, place.end) - place.start + 1


def _times(annotation: Annotation, place: Place) -> Iterator[Mark]:
    for time in annotation.times:
        if place.start <= time.start < place.end and time.kind in ("date", "time"):
            found = days.keys(time.earliest, time.latest)
            if found:
                found = tuple(dict.fromkeys((*found, *_told_by(time))))
                yield Mark(*_shifted(place, time.start, time.end), found, span_words(time.earliest, time.latest), True)


def _told_by(time: Time) -> Iterator[str]:
    """The keys of the Hijri months that its words name."""
    for token in tokens(time.text):
        month = month_names().get(token.form, "")
        if month.startswith("h"):
            yield from days.named_month(int(month[1:]), time.earliest, time.latest)


def _dated(place: Place, entries: Sequence[TimelineEntry]) -> Iterator[Mark]:
    """Events whose date stands not in their own sentence: found at the word that reports them."""
    for entry in entries:
        event = entry.event
        if entry.dated and (entry.time is None or not place.start <= entry.time.start < place.end):
            found = days.keys(event.earliest, event.latest)
            label = span_words(event.earliest, event.latest)
            yield Mark(*_shifted(place, event.trigger.start, event.trigger.end), found, label)


def _mentions(annotation: Annotation, place: Place) -> Iterator[Mark]:
    for mention in annotation.mentions:
        if mention.entity is not None and place.start <= mention.start < place.end:
            yield Mark(*_shifted(place, mention.start, mention.end), (f"={mention.entity}",))
