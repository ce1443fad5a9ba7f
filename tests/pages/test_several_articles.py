"""One event in several articles, on the timeline: one entry with all the evidence, and what differs side by side."""

from __future__ import annotations

import re
from datetime import date

from isnad.annotate import annotate
from isnad.article import Article, Publication
from isnad.dossier import collect
from isnad.entities import load_knowledge
from isnad.pages import render

TEXTS = (
    "البصرة - قتل 20 شخصا الاثنين في انفجار سيارة في مدينة البصرة، بحسب مصدر طبي.",
    "وكان 25 شخصا قتلوا الاثنين في تفجير في البصرة.",
)


def timeline(*texts: str) -> str:
    day = date(2021, 5, 12)
    articles = [
        Article(f"a{number}", text, title=f"خبر {number}", publication=Publication(day, day, day, "stated"))
        for number, text in enumerate(texts)
    ]
    dossier = collect([(article, annotate(article, load_knowledge())) for article in articles], {})
    return next(page.content.decode() for page in render(dossier) if page.path == "timeline/index.md")


def test_evidence_of_another_article_stands_with_the_entry() -> None:
    page = timeline(*TEXTS)
    also, *_ = re.findall(r'<details class="isnad-also">(.*?)</details>', page)
    assert "ورد كذلك في مقال آخر" in also
    assert 'href="../articles/a1.html#p1-s1"' in also


def test_figures_that_differ_stand_side_by_side() -> None:
    conflict, *_ = re.findall(r'<dl class="isnad-conflict">(.*?)</dl>', timeline(*TEXTS))
    assert re.findall(r"<d[td]>(.*?)(?: <a|</dt>)", conflict) == ["تختلف المقالات في العدد", "20 شخصا", "25 شخصا"]


def test_days_that_differ_are_in_words() -> None:
    page = timeline("توفي الرئيس السوري بشار الأسد الاثنين في دمشق.", "توفي الرئيس السوري بشار الأسد الأحد في دمشق.")
    (conflict,) = re.findall(r'<dl class="isnad-conflict">(.*?)</dl>', page)
    assert "الاثنين 10 أيار/مايو 2021" in conflict
    assert "الأحد 9 أيار/مايو 2021" in conflict


def test_every_entry_keeps_an_address() -> None:
    page = timeline(*TEXTS)
    ids = re.findall(r' id="(e-[0-9a-f]+)"', page)
    assert len(ids) == len(set(ids))


def test_one_article_alone_says_nothing_of_others() -> None:
    page = timeline(TEXTS[0])
    assert "isnad-also" not in page
    assert "isnad-conflict" not in page
