"""A page for each article, and the list of all articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from isnad.dossier.model import ArticleRecord, TimelineEntry
from isnad.dossier.nesting import outermost
from isnad.export import feeds
from isnad.export.news_article import news_article
from isnad.pages import cards
from isnad.pages.labels import labels
from isnad.pages.page import Page
from isnad.pages.paging import paged
from isnad.pages.shelf import Shelf, fill
from isnad.pages.text import article_text
from isnad.pages.timeline_pages import gathered

ON_ONE_PAGE = 200


def pages(shelf: Shelf) -> Iterator[Page]:
    """The list of articles, newest first, then the articles."""
    for path, pager, part in paged(shelf.dossier.articles, ON_ONE_PAGE, "articles/index.md"):
        yield fill(path, "articles", shelf, part=part, pager=pager)
    by_article: dict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in shelf.dossier.entries:
        by_article[entry.place.article].append(entry)
    for record in shelf.dossier.articles:
        yield _article(shelf, record, tuple(by_article[record.article.id]))


def _article(shelf: Shelf, record: ArticleRecord, entries: tuple[TimelineEntry, ...]) -> Page:
    lead = feeds.lead(record.article)
    return fill(
        f"articles/{record.article.id}.md",
        "article",
        shelf,
        record=record,
        lead=lead,
        linked_data=_in_script(news_article(record, shelf.dossier.entities or {}, lead)),
        picture=cards.path_of(record.article) if cards.available() else "",
        text=article_text(record, entries, shelf.links),
        entries=entries,
        happenings=gathered(entry for entry in entries if entry.dated),
        present=_present(record),
        said=[(place + 1, record.annotation.quotations[place]) for place in outermost(record.annotation.quotations)],
    )


def _in_script(data: Mapping[str, object]) -> Markup:
    """JSON as it may stand inside a script element: no sign of it ends the element or begins a comment."""
    text = json.dumps(data, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704


def _present(record: ArticleRecord) -> list[str]:
    """The types of names that the article has, in the order of the labels."""
    found = {mention.type for mention in record.annotation.mentions}
    return [kind for kind in labels()["types"] if kind in found]
