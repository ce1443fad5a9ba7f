"""Feeds: well-formed, newest first, absolute addresses, and no day where none is known."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from xml.etree.ElementTree import fromstring

from isnad.article import Publication
from isnad.export.feeds import NEWEST, Site, json_feed, lead, rss
from tests.samples import sample_article

SITE = Site("https://example.org/isnad/", "إسناد", "أخبار مشروحة")
ARTICLE = replace(sample_article(), id="خبر 1", title="عنوان <فيه> علامات & «أقواس»")
UNDATED = replace(ARTICLE, id="b", publication=Publication())


def test_the_feed_is_sound_xml_with_absolute_addresses() -> None:
    (channel,) = fromstring(rss([ARTICLE], SITE))  # noqa: S314  # made by ourselves
    item = channel.find("item")
    assert item is not None
    assert item.findtext("title") == ARTICLE.title
    assert item.findtext("link") == "https://example.org/isnad/articles/%D8%AE%D8%A8%D8%B1%201.html"
    assert item.findtext("guid") == item.findtext("link")
    assert item.findtext("description") == lead(ARTICLE)


def test_a_day_is_given_where_it_is_known_and_nowhere_else() -> None:
    day = datetime.date(2021, 11, 29)
    dated = replace(ARTICLE, publication=Publication(date=day, by="stated"))
    clocked = replace(ARTICLE, publication=Publication(date=day, by="stated", time="08:30"))
    feed = rss([dated, clocked, UNDATED], SITE)
    assert [item.findtext("pubDate") for item in fromstring(feed).iter("item")] == [  # noqa: S314
        "Mon, 29 Nov 2021 12:00:00 +0000",
        "Mon, 29 Nov 2021 08:30:00 +0000",
        None,
    ]
    items = json.loads(json_feed([dated, UNDATED], SITE))["items"]
    assert [item.get("date_published") for item in items] == ["2021-11-29T12:00:00+00:00", None]


def test_only_the_newest_are_in_it_in_their_order() -> None:
    articles = [replace(ARTICLE, id=f"a{number}") for number in range(NEWEST + 5)]
    items = json.loads(json_feed(articles, SITE))["items"]
    assert [item["url"] for item in items] == [f"{SITE.address}articles/a{n}.html" for n in range(NEWEST)]


def test_a_control_character_in_the_text_breaks_no_feed() -> None:
    feed = rss([replace(ARTICLE, title="قبل\x0bبعد", text="نص\x1f هنا")], SITE)
    assert [item.findtext("title") for item in fromstring(feed).iter("item")] == ["قبلبعد"]  # noqa: S314


def test_a_long_lead_is_cut_between_words() -> None:
    text = lead(replace(ARTICLE, text="كلمة " * 200))
    assert len(text) <= 301
    assert text.endswith("كلمة…")
