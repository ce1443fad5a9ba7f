"""Readers with letters twice as large, colours of their own, no wish for motion, keys alone, a phone, or paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from scripts.audit.model import kinds

from tests.publishing.conftest import Site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# What Tab reached: is it on the screen, and does a line (its own, its label's, the search field's) show that it is so?
# The choice of scheme is drawn by the label that follows it, which is that of the other scheme.
SEEN = """async () => { const e = document.activeElement;  // the search opens a moment after it was reached
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const own = e.matches(".md-option") ? e.nextElementSibling : e.labels?.[0] ?? e.closest(".md-search__form") ?? e;
  const box = own.getBoundingClientRect(), look = getComputedStyle(own);
  return [`${e.tagName}.${e.getAttribute("class")}`, e !== document.body,
    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && look.visibility === "visible",
    look.outlineStyle !== "none" || getComputedStyle(e).outlineStyle !== "none"]; }"""
MOVING = """() => [...document.querySelectorAll("*")]
  .flatMap(e => [null, "::before", "::after"].map(p => getComputedStyle(e, p)))
  .filter(s => s.animationName !== "none" || s.scrollBehavior === "smooth" ||
    (s.transitionProperty !== "none" && s.transitionDuration.split(",").some(d => parseFloat(d) > 0))).length"""


@contextmanager
def opened(chromium: Browser, address: str, size: dict[str, int] = WIDE, **settings: Any) -> Iterator[Page]:
    with chromium.new_context(viewport=size, locale="ar", **settings) as window:  # type: ignore[arg-type]
        page = window.new_page()
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready")
        yield page


@pytest.fixture
def article(site: Site, address: str) -> str:
    return f"{address}/articles/{site.articles()[0]}.html"


@pytest.mark.parametrize("width", [1280, 640, 390, 320])
def test_with_letters_twice_as_large_nothing_is_wider_than_the_screen(
    site: Site, chromium: Browser, address: str, width: int
) -> None:
    for path in kinds(site.folder):
        with opened(chromium, "about:blank", {"width": width, "height": 900}) as page:
            devtools = page.context.new_cdp_session(page)
            devtools.send("Page.enable")
            devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
            page.goto(f"{address}/{path}", wait_until="load")
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_nothing_moves_for_readers_who_want_no_motion(site: Site, chromium: Browser, address: str) -> None:
    for path in ("index.html", "timeline/index.html", f"articles/{site.articles()[0]}.html"):
        with opened(chromium, f"{address}/{path}") as page:
            assert page.evaluate(MOVING) > 0
        with opened(chromium, f"{address}/{path}", reduced_motion="reduce") as page:
            assert page.evaluate(MOVING) == 0, path


def test_in_colours_of_ones_own_points_and_places_are_told_apart(chromium: Browser, address: str) -> None:
    look = "all => all.map(node => getComputedStyle(node).backgroundColor)"
    with opened(chromium, f"{address}/timeline/index.html", forced_colors="active") as page:
        points = page.locator(".isnad-key .isnad-point").evaluate_all(look)
        assert {"rgb(0, 0, 0)", "rgb(255, 255, 255)"} <= set(points)
        tab = page.locator(".md-tabs__item--active")
        assert tab.evaluate("node => getComputedStyle(node).borderBottomWidth") == "2px"
        link = page.locator(".md-content p a").first.evaluate("node => getComputedStyle(node).color")
        assert page.locator(".isnad-strip rect").last.evaluate("node => getComputedStyle(node).fill") == link


def test_in_colours_of_ones_own_layers_are_seen_and_go(chromium: Browser, article: str) -> None:
    line = "node => { const s = getComputedStyle(node); return [s.textDecorationLine, s.borderRightWidth]; }"
    with opened(chromium, article, forced_colors="active") as page:
        date, saying = (page.locator(f".isnad-text {one}").first for one in (".isnad-time a", ".isnad-quotation"))
        assert (date.evaluate(line)[0], saying.evaluate(line)[1]) == ("underline", "2px")
        page.locator("[value=time]").uncheck()
        page.locator("[value=quotation]").uncheck()
        assert (date.evaluate(line)[0], saying.evaluate(line)[1]) == ("none", "0px")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_tab_shows_where_it_is_on_every_kind_of_page(
    site: Site, chromium: Browser, address: str, size: dict[str, int]
) -> None:
    for path in kinds(site.folder):
        with opened(chromium, f"{address}/{path}", size, reduced_motion="reduce") as page:
            for _ in range(40):
                page.keyboard.press("Tab")
                what, on_page, inside, drawn = page.evaluate(SEEN)
                if not on_page:
                    break
                assert (inside, drawn) == (True, True), (path, what)


def test_keys_alone_open_the_navigation_of_a_narrow_screen(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/timeline/index.html", NARROW) as page:
        menu = page.get_by_role("button", name="قائمة الصفحات")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
        page.keyboard.press("Escape")
        expect(menu).to_be_focused()
        expect(page.locator(".md-sidebar--primary")).not_to_be_visible()
        menu.click()
        expect(menu).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        menu.press(" ")
        page.locator(".md-sidebar--primary").get_by_role("link", name="الأقوال").press("Enter")
        page.wait_for_url("**/quotations/index.html")


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_layers_are_one_line_that_opens(chromium: Browser, article: str, scripts: bool) -> None:
    with opened(chromium, article, NARROW, java_script_enabled=scripts) as page:
        choice, layer = page.locator(".isnad-choice"), page.locator("[name=isnad-layer]").first
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] <= 48
        expect(layer).not_to_be_visible()
        choice.locator("summary").click()
        expect(layer).to_be_visible()
        layer.uncheck()
        if scripts:
            page.reload()
            assert not layer.is_checked()


def test_where_there_is_room_the_layers_stand_open(chromium: Browser, article: str) -> None:
    with opened(chromium, article) as page:
        expect(page.locator("[name=isnad-layer]").first).to_be_visible()
        expect(page.locator(".isnad-choice > summary")).not_to_be_visible()
        page.locator("[name=isnad-layer]").first.uncheck()


def test_paper_is_light_whatever_the_screen_is(chromium: Browser, article: str) -> None:
    ink = "node => { const s = getComputedStyle(node); return [s.textDecorationColor, s.color, s.colorScheme]; }"
    looks = []
    for scheme in ("light", "dark"):
        with opened(chromium, article, color_scheme=scheme) as page:
            page.emulate_media(media="print")
            looks.append([page.locator(each).first.evaluate(ink) for each in ("body", ".isnad-text .isnad-mention")])
    assert looks[0] == looks[1]
