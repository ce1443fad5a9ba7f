"""The newest articles for feed readers: RSS 2.0 and JSON Feed 1.1."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from email.utils import format_datetime
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from isnad.article import Article

NEWEST = 50
ATOM = "http://www.w3.org/2005/Atom"
RSS_FILE, JSON_FILE = "feed.xml", "feed.json"


class Site(NamedTuple):
    """The site as feeds name it. address: its root on the web, ending in a slash. name, description: in Arabic."""

    address: str
    name: str
    description: str


def rss(articles: Iterable[Article], site: Site) -> str:
    """RSS 2.0 with the first NEWEST of `articles`, which come newest first; one of unknown day carries none."""
    root = Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = SubElement(root, "channel")
    for tag, text in (("title", site.name), ("link", site.address), ("description", site.description)):
        SubElement(channel, tag).text = text
    SubElement(channel, "language").text = "ar"
    own = {"href": site.address + RSS_FILE, "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, "atom:link", own)
    for article in _newest(articles):
        channel.append(_item(article, site))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def json_feed(articles: Iterable[Article], site: Site) -> str:
    """JSON Feed 1.1 with the same articles."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.address,
        "feed_url": site.address + JSON_FILE,
        "language": "ar",
        "items": [_json_item(article, site) for article in _newest(articles)],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def address_of(article: Article, site: Site) -> str:
    """The address of an article's page."""
    return f"{site.address}articles/{quote(article.id)}.html"


def lead(article: Article, longest: int = 300) -> str:
    """The first paragraph, cut between words where it is long."""
    first = next((line.strip() for line in article.text.splitlines() if line.strip()), "")
    return first if len(first) <= longest else first[:longest].rpartition(" ")[0] + "…"


def _item(article: Article, site: Site) -> Element:
    item, address = Element("item"), address_of(article, site)
    SubElement(item, "title").text = _printable(article.title or article.id)
    SubElement(item, "link").text = address
    SubElement(item, "guid", {"isPermaLink": "true"}).text = address
    SubElement(item, "description").text = _printable(lead(article))
    if moment := _moment(article):
        SubElement(item, "pubDate").text = format_datetime(moment)
    return item


def _json_item(article: Article, site: Site) -> Mapping[str, object]:
    address, moment = address_of(article, site), _moment(article)
    item: dict[str, object] = {"id": address, "url": address, "title": article.title or article.id}
    item |= {"content_text": lead(article), "language": article.language}
    if moment:
        item["date_published"] = moment.isoformat()
    if article.author:
        item["authors"] = [{"name": article.author}]
    return item


def _moment(article: Article) -> datetime.datetime | None:
    """The publication day at its clock, or at noon, in UTC: a feed has no place for a day alone."""
    published = article.publication
    if published.date is None:
        return None
    clock = datetime.time.fromisoformat(published.time) if published.time else datetime.time(12)
    return datetime.datetime.combine(published.date, clock.replace(tzinfo=None), datetime.UTC)


def _newest(articles: Iterable[Article]) -> Iterator[Article]:
    return (article for _, article in zip(range(NEWEST), articles, strict=False))


def _printable(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(char for char in text if char >= " " or char in "\t\n")
