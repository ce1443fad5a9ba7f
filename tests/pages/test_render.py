"""All pages of a dossier: every link leads somewhere, no page breaks out of its blocks, long lists are cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from isnad.annotation import Annotation, Event
from isnad.article import Article
from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo
from isnad.pages import render
from isnad.pages.strip import HEIGHT, WIDTH, strip
from isnad.pages.timeline_pages import ON_ONE_PAGE, gathered
from tests.samples import TEXT, sample_annotation, sample_article

HREF = re.compile(r'href="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"|\{ #(\S+) \}')
# What hand-written pages are there for generated ones to lead to.
WRITTEN = {"method.html"}


def sample(count: int = 1, days: int = 1) -> Dossier:
    """A dossier of `count` copies of the sample, its dated events spread over as many `days` of a year."""
    pairs = []
    for number in range(count):
        annotation = replace(sample_annotation(f"a{number}"), id=f"a{number}")
        day = f"{2000 + number % 20}-{number % 12 + 1:02}-{number % days % 28 + 1:02}"
        events = tuple(_moved(event, day) for event in annotation.events)
        pairs.append((sample_article(f"a{number}"), replace(annotation, events=events)))
    return collect(pairs, {})


def _moved(event: Event, day: str) -> Event:
    return replace(event, earliest=day, latest=day) if event.earliest else event


def markdown_pages(dossier: Dossier) -> dict[str, str]:
    return {page.path: page.content.decode() for page in render(dossier) if page.path.endswith(".md")}


def _broken(dossier: Dossier) -> Iterator[tuple[str, str]]:
    everything = {page.path for page in render(dossier)}
    pages = markdown_pages(dossier)
    ids = {path: {one or other for one, other in ID.findall(text)} for path, text in pages.items()}
    for path, text in pages.items():
        for link in set(map(unescape, HREF.findall(text))):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path.replace(".md", ".html")
            source = target.replace(".html", ".md")
            known = target in WRITTEN or source in everything
            if not known or (parts.fragment and source in ids and unquote(parts.fragment) not in ids[source]):
                yield path, link


@pytest.mark.parametrize("dossier", [sample(), sample(3), sample(450, 28), Dossier()], ids=["1", "3", "450", "0"])
def test_every_link_leads_to_a_generated_page(dossier: Dossier) -> None:
    assert list(_broken(dossier)) == []


@pytest.mark.parametrize("dossier", [sample(), sample(450, 28), Dossier()], ids=["1", "450", "0"])
def test_no_file_is_made_twice_and_none_is_large(dossier: Dossier) -> None:
    pages = list(render(dossier))
    assert len({page.path for page in pages}) == len(pages)
    assert max(len(page.content) for page in pages if page.path.endswith(".md")) < 1_500_000


def test_ids_stand_once_on_a_page() -> None:
    for path, text in markdown_pages(sample(3)).items():
        ids = [one or other for one, other in ID.findall(text)]
        assert len(ids) == len(set(ids)), path


def test_long_lists_are_cut_and_joined_by_links() -> None:
    pages = markdown_pages(sample(ON_ONE_PAGE + 50))
    assert {"timeline/y2000.md", "timeline/undated.md", "timeline/undated-2.md", "quotations/pages/2.md"} <= set(pages)
    assert "articles/pages/2.md" in pages
    assert 'rel="next" href="../timeline/undated-2.html"' in pages["timeline/undated.md"]
    assert 'rel="prev" href="../../quotations/index.html"' in pages["quotations/pages/2.md"]


NASTY = 'ع "x" <b>&amp; *y* [z](w) {{ 77777*77777 }} {% x %} # \u2028\u0085\x7f\\ `q` { #id } --8<-- ---'


def test_words_of_a_sidecar_are_words() -> None:
    article = replace(
        sample_article(), title=NASTY, source=NASTY, author=NASTY, licence=NASTY, notes=(f"a\n\n# {NASTY}",)
    )
    known = {"salma": EntityInfo("salma", "person", NASTY, NASTY, (NASTY,), f"{NASTY}\n\n# x", NASTY, known=True)}
    for path, text in markdown_pages(collect([(article, sample_annotation())], known)).items():
        front, body = text.removeprefix("---\n").split("\n---\n", 1)
        assert set(yaml.safe_load(front)) - {"picture"} == {"title", "description", "hide"}, path
        assert "<b>&amp;" not in body, path
        assert "6049261729" not in body, path
        for block in body.strip("\n").split("\n\n"):
            assert block.startswith(("#", "<", "لا مقالات")) or not block.strip(), (path, block[:80])


def test_no_raw_block_asks_markdown_to_read_it() -> None:
    assert not [path for path, text in markdown_pages(sample(2)).items() if re.search(r"<[^>]*\smarkdown=", text)]


def test_an_article_of_no_words_that_are_known_has_its_page() -> None:
    text = "سطر واحد"
    annotation = replace(
        Annotation("a", "0", text), paragraphs=sample_annotation().paragraphs[:0], published_by="unknown"
    )
    page = markdown_pages(collect([(Article("a", text), annotation)], {}))["articles/a.md"]
    assert "تاريخ النشر غير معروف" in page


def test_an_unnamed_source_stands_apart_in_each_article() -> None:
    said = replace(sample_annotation().quotations[0], speaker=None)
    pairs = [(sample_article(n), replace(sample_annotation(n), quotations=(said,))) for n in ("a", "b")]
    page = markdown_pages(collect(pairs, {}))["quotations/index.md"]
    assert page.count("قائل لم يُعرف") == 2


def test_events_of_one_sentence_and_date_are_told_together() -> None:
    first = sample().timeline[0]
    other = replace(first, id="e-2", event=replace(first.event, trigger=replace(first.event.trigger, start=20, end=25)))
    later = replace(first, id="e-3", event=replace(first.event, earliest="2021-12-02", latest="2021-12-02"))
    told = gathered([first, other, later])
    assert [[entry.id for entry in one.entries] for one in told] == [[first.id, "e-2"], ["e-3"]]
    assert told[0].triggers == [(0, 5), (20, 25)]


@pytest.mark.parametrize(
    ("days", "bars"),
    [
        (["2021-11-29"], 1),
        (["2021-11-29", "2021-11-30"], 2),
        (["2019-01-01", "2021-12-31"], 2),
        (["0622-07-16", "2021-01-01"], 2),
    ],
)
def test_the_strip_runs_from_right_to_left(days: list[str], bars: int) -> None:
    entry = sample().timeline[0]
    timeline = tuple(replace(entry, event=replace(entry.event, earliest=day, latest=day)) for day in days)
    made = strip(timeline, lambda day: f"y{day.year}")
    assert made is not None
    assert len(made.bars) == bars
    assert all(one.x > other.x for one, other in pairwise(made.bars)), "the earliest stands at the right"
    assert all(0 <= bar.x <= WIDTH - bar.width + 0.01 and bar.top + bar.height <= HEIGHT + 0.01 for bar in made.bars)


def test_the_exact_text_and_the_tables_are_there() -> None:
    files = {page.path: page.content for page in render(sample(2))}
    assert files["data/articles/a0.txt"] == TEXT.encode()
    for table in ("timeline", "entities", "quotations", "quantities"):
        assert files[f"data/{table}.csv"].count(b"\r\n") >= 2
        assert len(yaml.safe_load(files[f"data/{table}.json"])) >= 1
