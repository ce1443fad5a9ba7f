"""Every kind of page looks as approved, within a tolerance; and the tolerance tells a page that falls apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser
from scripts.audit import looks
from scripts.audit.model import NARROW, an_article

from tests.publishing.conftest import Site


@pytest.mark.slow
@pytest.mark.browser
def test_every_kind_of_page_looks_as_approved(site: Site, chromium: Browser, address: str) -> None:
    problems = list(looks.unlike(looks.taken(site.folder, chromium, address)))
    assert problems == [], "look at the pages, then `make looks`"


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_without_its_styles_is_told(site: Site, chromium: Browser, address: str) -> None:
    def picture(blocked: str) -> Image.Image:
        window = chromium.new_context(viewport={"width": NARROW[0], "height": NARROW[1]})
        page = window.new_page()
        page.route(blocked, lambda route: route.abort())
        page.goto(f"{address}/{an_article(site.folder)}")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=folder / "page.png")
        window.close()
        return Image.open(folder / "page.png").convert("RGB").reduce(looks.SCALE)

    folder = site.project
    assert looks.difference(picture("**/nothing"), picture("**/all.*.css")) > looks.SHARE


def paper(*boxes: tuple[int, int, int, int]) -> Image.Image:
    image = Image.new("RGB", (320, 224), "white")
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, "black")
    return image


def test_the_same_picture_is_alike() -> None:
    assert looks.difference(paper((0, 0, 50, 9)), paper((0, 0, 50, 9))) == 0


def test_a_word_more_is_within_the_tolerance_and_a_column_elsewhere_is_not() -> None:
    column = (200, 0, 319, 223)
    assert 0 < looks.difference(paper(column), paper(column, (20, 20, 60, 28))) < looks.SHARE
    assert looks.difference(paper(column), paper((0, 0, 119, 223))) > looks.SHARE


def test_another_size_is_all_different() -> None:
    assert looks.difference(paper(), Image.new("RGB", (320, 230))) == 100


def test_pictures_that_nobody_approved_and_pages_that_are_gone_are_named(tmp_path: Path) -> None:
    paper().save(tmp_path / "old.png")
    assert list(looks.unlike(iter([("new.png", paper())]), tmp_path)) == [
        "new.png: nobody has approved such a picture",
        "old.png: there is no such page any more",
    ]
