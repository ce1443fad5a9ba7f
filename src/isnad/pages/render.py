"""A dossier becomes pages: the templates are filled, the data files written out, one page at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.annotation import Time
from isnad.arabic.calendar_names import day_words, month_words, parse, span_words, year_words
from isnad.dossier.model import ArticleRecord, Dossier, EntityRecord, TimelineEntry
from isnad.pages import data
from isnad.pages.labels import amount, count, labels
from isnad.pages.links import Links, links_of
from isnad.pages.marks import escape
from isnad.pages.page import Page
from isnad.pages.text import article_text, datetime_of

LATEST = 12  # articles on the first page
MOST = 12  # names on the first page
SHORT = 90  # characters of a clause that a list shows


def render(dossier: Dossier) -> Iterator[Page]:
    """All generated files of the dossier: pages first, then data files."""
    links = links_of(dossier.entities or {})
    yield _home(dossier, replace(links, depth=0))
    yield _timeline(dossier, links)
    yield from _articles(dossier, links)
    yield _index(dossier, links)
    yield from _entities(dossier, links)
    yield _quotations(dossier, links)
    yield _page("numbers/index.md", "numbers", dossier, links, counts=dossier.counts)
    yield _page("data/index.md", "data", dossier, links, tables=data.TABLES)
    yield from data.files(dossier)


def _home(dossier: Dossier, links: Links) -> Page:
    records = (dossier.entities or {}).values()
    most = sorted(records, key=lambda record: (-len(record.appearances), record.sort_key))[:MOST]
    dated = [e for e in dossier.timeline if e.event.earliest and e.event.latest]
    span = (dated[0].event.earliest, max(e.event.latest or "" for e in dated)) if dated else None
    strip = _density(dossier)
    return _page(
        "index.md", "home", dossier, links, latest=dossier.articles[:LATEST], most=most, span=span, strip=strip
    )


def _density(dossier: Dossier) -> list[tuple[str, int]]:
    """The months that have dated events, with their numbers, in order."""
    months = [(e.event.earliest or e.event.latest or "")[:-3] for e in dossier.timeline]
    return [(month, len(list(group))) for month, group in groupby(months)]


def _timeline(dossier: Dossier, links: Links) -> Page:
    years = [
        (year, [(month, list(entries)) for month, entries in groupby(in_year, key=lambda e: _when(e)[1])])
        for year, in_year in groupby(dossier.timeline, key=lambda e: _when(e)[0])
    ]
    return _page("timeline/index.md", "timeline", dossier, links, years=years)


def _when(entry: TimelineEntry) -> tuple[int, int | None]:
    """The year and month under which an entry stands; no month for one that covers whole years."""
    event = entry.event
    day = parse(event.earliest or event.latest or "")
    years = bool(event.earliest and event.latest) and (event.earliest or "")[-5:] == "01-01"
    return day.year, None if years and (event.latest or "")[-5:] == "12-31" else day.month


def _articles(dossier: Dossier, links: Links) -> Iterator[Page]:
    by_article: dict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in (*dossier.timeline, *dossier.undated):
        by_article[entry.place.article].append(entry)
    for record in dossier.articles:
        entries = tuple(by_article[record.article.id])
        yield _page(
            f"articles/{record.article.id}.md",
            "article",
            dossier,
            links,
            record=record,
            text=article_text(record, entries, links),
            entries=entries,
            present=_present(record),
        )


def _present(record: ArticleRecord) -> list[str]:
    """The types of names that the article has, in the order of the labels."""
    found = {mention.type for mention in record.annotation.mentions}
    return [kind for kind in labels()["types"] if kind in found]


def _index(dossier: Dossier, links: Links) -> Page:
    records = list((dossier.entities or {}).values())
    groups = []
    for kind in labels()["types"]:
        of_kind = [record for record in records if record.info.type == kind]
        letters = [(letter, list(group)) for letter, group in groupby(of_kind, key=lambda record: record.letter)]
        if letters:
            groups.append((kind, len(of_kind), letters))
    return _page("entities/index.md", "entities", dossier, links, groups=groups)


def _entities(dossier: Dossier, links: Links) -> Iterator[Page]:
    for name, record in (dossier.entities or {}).items():
        if name in links.paged:
            yield _page(f"entities/{name}.md", "entity", dossier, links, record=record)


def _quotations(dossier: Dossier, links: Links) -> Page:
    """Sayings by speaker: a known speaker's stand together, an unnamed source's apart for each article and wording."""
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for saying in dossier.sayings:
        words = saying.quotation.speaker.text if saying.quotation.speaker else ""
        groups[(saying.speaker, "") if saying.speaker else (saying.place.article, words)].append(saying)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return _page("quotations/index.md", "quotations", dossier, links, groups=ordered)


def _page(path: str, template: str, dossier: Dossier, links: Links, **values: Any) -> Page:
    texts = {record.article.id: record for record in dossier.articles}
    body = _environment().get_template(f"{template}.md.j2").render(dossier=dossier, links=links, texts=texts, **values)
    return Page.of_text(path, body.strip() + "\n")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("isnad.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_guarded,
    )
    environment.filters |= {"count": count, "amount": amount, "json": _json, "day": day_words, "span": _span}
    environment.filters |= {"gloss": _gloss, "shorten": _shorten}
    environment.globals |= {"label": labels(), "month_words": month_words, "year_words": year_words}
    environment.globals |= {"datetime_of": datetime_of, "name_of": _name_of}
    return environment


def _span(item: Any) -> str:
    """The dates of a time or an event in words."""
    return span_words(item.earliest, item.latest)


def _gloss(time: Time) -> str:
    """What the margin says of a time: its days in words, or in a word what it is instead."""
    if time.earliest or time.latest:
        return span_words(time.earliest, time.latest)
    return str(labels()["undated_time"]["date" if time.kind == "time" else time.kind])


def _shorten(text: str) -> str:
    """The beginning of a long stretch of text, cut between words."""
    return text if len(text) <= SHORT else text[:SHORT].rpartition(" ")[0] + "…"


def _guarded(value: Any) -> Any:
    """What a template prints, safe from Markdown too: an article's words never form a blank line or a heading."""
    return Markup(escape(value)) if isinstance(value, str) and not isinstance(value, Markup) else value  # noqa: S704


def _json(value: str) -> Markup:
    """A string as JSON, which is a YAML scalar too."""
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704


def _name_of(entities: dict[str, EntityRecord], entity: str) -> str:
    """The canonical name of an entity, or its id where no article mentions it."""
    return entities[entity].info.name if entity in entities else entity
