"""A page for each article, and the list of all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from isnad.dossier.model import ArticleRecord, TimelineEntry
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
    for entry in (*shelf.dossier.timeline, *shelf.dossier.undated):
        by_article[entry.place.article].append(entry)
    for record in shelf.dossier.articles:
        yield _article(shelf, record, tuple(by_article[record.article.id]))


def _article(shelf: Shelf, record: ArticleRecord, entries: tuple[TimelineEntry, ...]) -> Page:
    return fill(
        f"articles/{record.article.id}.md",
        "article",
        shelf,
        record=record,
        text=article_text(record, entries, shelf.links),
        entries=entries,
        happenings=gathered(entry for entry in entries if entry.dated),
        present=_present(record),
    )


def _present(record: ArticleRecord) -> list[str]:
    """The types of names that the article has, in the order of the labels."""
    found = {mention.type for mention in record.annotation.mentions}
    return [kind for kind in labels()["types"] if kind in found]
