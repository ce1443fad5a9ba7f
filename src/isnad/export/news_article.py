"""An article for search engines: schema.org NewsArticle with the names in it, as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from isnad.dossier.model import ArticleRecord, EntityInfo, EntityRecord

TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "facility": "Place",
    "weapon": "Product",
    "event": "Event",
    "work": "CreativeWork",
}
MOST = 30


def news_article(record: ArticleRecord, entities: Mapping[str, EntityRecord], description: str) -> dict[str, Any]:
    """The article as JSON-LD: its day only where the source states one, the names that it mentions most first."""
    article, published = record.article, record.article.publication
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title or article.id,
        "inLanguage": article.language,
        "description": description,
    }
    if published.date and published.by == "stated":
        found["datePublished"] = published.date.isoformat()
    for key, value, kind in (("author", article.author, "Person"), ("publisher", article.source, "Organization")):
        found |= {key: {"@type": kind, "name": value}} if value else {}
    found |= {"isBasedOn": article.url} if article.url else {}
    named = [entities[name].info for name, _ in record.entities[:MOST] if name in entities]
    return found | {"mentions": [thing(info) for info in named]}


def thing(info: EntityInfo) -> dict[str, Any]:
    """An entity as a thing of schema.org: its type, its names, and the pages that are about it."""
    found: dict[str, Any] = {"@type": TYPES.get(info.type, "Thing"), "name": info.name}
    if info.name_en:
        found["alternateName"] = info.name_en
    links = [url for _, url in info.links]
    return found | ({"sameAs": links} if links else {})
