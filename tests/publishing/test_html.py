"""Every page of the built site, as a browser without scripts reads it: direction, links, what is loaded, the text."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

import pytest
from scripts.audit.links import broken, target
from scripts.audit.markup import IN_STYLE, Node, article_text, loaded, page

from tests.publishing.conftest import Site

pytestmark = pytest.mark.slow

LATIN_WORDS = re.compile(r"[A-Za-z]{3,}")


def test_the_page_says_its_language_and_direction_at_its_root(site: Site) -> None:
    for path in site.pages:
        (root,) = page(path).all("html")
        assert (root.attributes.get("lang"), root.attributes.get("dir")) == ("ar", "rtl"), path.name


def test_no_page_asks_another_host_for_anything(site: Site) -> None:
    for path in site.pages:
        foreign = {link for link in loaded(page(path)) if urlsplit(link).netloc}
        assert foreign == set(), path.name


def test_no_style_sheet_asks_another_host_for_anything(site: Site) -> None:
    sheets = list(site.folder.rglob("*.css"))
    assert sheets
    for path in sheets:
        links = IN_STYLE.findall(path.read_text(encoding="utf-8"))
        assert [link for link in links if urlsplit(link).netloc] == [], path.name


def test_every_link_and_fragment_leads_somewhere(site: Site) -> None:
    assert {
        str(path.relative_to(site.folder)): found for path in site.pages if (found := broken(site.folder, path))
    } == {}


def test_links_open_from_a_folder_too(site: Site) -> None:
    """A folder's address shows a listing where no server turns it into its index page."""
    for path in site.pages:
        if path.name == "404.html":
            continue
        links = [node.attributes.get("href", "") for node in page(path).all("a")]
        inner = [link for link in links if not urlsplit(link).scheme and urlsplit(link).path]
        assert [link for link in inner if urlsplit(link).path.startswith("/") or link.endswith("/")] == [], path.name


def test_ids_are_unique(site: Site) -> None:
    for path in site.pages:
        ids = [node.attributes["id"] for node in page(path).all() if "id" in node.attributes]
        assert sorted(ids) == sorted(set(ids)), path.name


def _article_page(site: Site, name: str) -> Node:
    return page(site.folder / "articles" / f"{name}.html")


def test_the_text_of_the_page_without_its_marks_is_the_article(site: Site) -> None:
    for name in site.articles():
        received = (site.project / "seeds" / f"{name}.txt").read_bytes()
        assert article_text(_article_page(site, name)).encode() == received


def test_the_article_can_be_had_exactly_with_its_digest(site: Site) -> None:
    for name in site.articles():
        received = (site.project / "seeds" / f"{name}.txt").read_bytes()
        root = _article_page(site, name)
        (link,) = {
            node.attributes["href"] for node in root.all("a") if node.attributes.get("href", "").endswith(".txt")
        }
        assert target(site.folder, site.folder / "articles" / f"{name}.html", link).read_bytes() == received
        assert hashlib.sha256(received).hexdigest() in root.text()


def test_the_interface_speaks_arabic(site: Site) -> None:
    """Words of the theme in titles, labels and headings are ours; names in Latin letters stand in the content."""
    for path in site.pages:
        body = next(page(path).all("body"))
        labels = {
            node.attributes.get(name, "")
            for node in body.all()
            if node.tag in ("input", "label", "nav", "button", "form")
            for name in ("aria-label", "title", "placeholder")
        }
        headings = {node.text() for node in body.all("h1")}
        assert [label for label in labels | headings if LATIN_WORDS.search(label)] == [], path.name


def test_little_stands_between_a_reader_and_the_first_words(site: Site) -> None:
    """One style sheet, and no script that the page waits for."""
    for path in site.pages:
        root = page(path)
        sheets = [node for node in root.all("link") if node.attributes.get("rel") == "stylesheet"]
        waited = [node.attributes for node in root.all("script") if "src" in node.attributes]
        assert len(sheets) == 1, path.name
        assert waited, path.name
        assert [node["src"] for node in waited if "defer" not in node] == [], path.name
