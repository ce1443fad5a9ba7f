"""The built site in a real browser: wide and narrow, light and dark, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.publishing.conftest import Site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WIDE, NARROW = (1280, 900), (390, 844)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Opener]:
    """Opens a page of the site in a window of its own, which fails the test for what it should not do."""
    wrong: list[str] = []
    windows = []

    def watch(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            wrong.append(f"console: {message.text}")

    def follow(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(f"another host: {request.url}")

    def open_(path: str, size: tuple[int, int] = WIDE, scheme: Scheme = "light", **settings: Any) -> Page:
        viewport: Any = {"width": size[0], "height": size[1]}
        window = chromium.new_context(viewport=viewport, color_scheme=scheme, locale="ar", **settings)
        windows.append(window)
        page = window.new_page()
        page.on("console", watch)
        page.on("request", follow)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.goto(f"{address}/{path}", wait_until="load")
        page.evaluate("document.fonts.ready")
        return page

    yield open_
    for window in windows:
        window.close()
    assert wrong == []


@pytest.fixture
def article(site: Site) -> str:
    return f"articles/{site.articles()[0]}.html"


def _kinds(site: Site) -> list[str]:
    """A page of each kind."""
    kinds = {path.relative_to(site.folder).parts[0]: path.relative_to(site.folder) for path in site.pages}
    indexes = {path.relative_to(site.folder) for path in site.pages if path.name == "index.html"}
    return sorted(map(str, indexes | set(kinds.values())))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_wider_than_the_screen(site: Site, opened: Opener, size: tuple[int, int], scheme: Scheme) -> None:
    for path in _kinds(site):
        page = opened(path, size, scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl", path


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_every_reasoning_opens_on_the_screen(opened: Opener, article: str, size: tuple[int, int]) -> None:
    page = opened(article, size)
    reasonings = page.locator(".md-content details:visible:has(> summary:visible)")
    assert reasonings.count() > 0
    for number in range(reasonings.count()):
        reasoning = reasonings.nth(number)
        reasoning.locator("summary").first.click()
        box = reasoning.bounding_box()
        assert box is not None
        assert box["x"] >= 0, number
        assert box["x"] + box["width"] <= size[0], number
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_reasoning_opens_by_key_alone(opened: Opener, article: str) -> None:
    page = opened(article)
    reasoning = page.locator(".isnad-note details").first
    assert not reasoning.evaluate("node => node.open")
    reasoning.locator("summary").focus()
    page.keyboard.press("Enter")
    assert reasoning.evaluate("node => node.open")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_a_name_opens_its_card_on_the_screen(opened: Opener, article: str, size: tuple[int, int]) -> None:
    page = opened(article, size)
    names = page.locator(".isnad-text a.isnad-mention[aria-haspopup]")
    assert names.count() > 5
    for number in range(0, names.count(), 7):
        names.nth(number).scroll_into_view_if_needed()
        names.nth(number).click()
        card = page.locator(".isnad-card:popover-open")
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0, number
        assert box["x"] + box["width"] <= size[0], number
        assert box["y"] >= 0, number
        assert box["y"] + box["height"] <= size[1], number
        page.keyboard.press("Escape")
        assert card.count() == 0


def test_a_card_is_used_by_keys_alone(opened: Opener, article: str) -> None:
    page = opened(article)
    name = page.locator(".isnad-text a.isnad-mention[aria-haspopup]").first
    target = name.get_attribute("href")
    name.focus()
    page.keyboard.press("Enter")
    card = page.locator(".isnad-card:popover-open")
    assert card.evaluate("node => node === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == target
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert card.count() == 0
    assert name.evaluate("node => node === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entities/*.html")


LOOK = """node => { const s = getComputedStyle(node);
  return [s.borderBottom, s.background, s.textDecoration, s.color, s.display].join(); }"""


def test_each_layer_is_switched_off_and_on(opened: Opener, article: str) -> None:
    page = opened(article)
    # What lies below the window counts as no text until it is drawn, and when that is depends on the machine.
    page.add_style_tag(content="[style^='--tall'] { content-visibility: visible !important; }")
    switches = page.locator("input[name='isnad-layer']")
    assert switches.count() >= 3
    for number in range(switches.count()):
        switch = switches.nth(number)
        mark = page.locator(f".isnad-text .isnad-{switch.get_attribute('value')}").first
        assert mark.count() == 1, switch.get_attribute("value")
        before, words = mark.evaluate(LOOK), page.locator(".isnad-text").first.inner_text()
        switch.evaluate("node => node.click()")
        assert mark.evaluate(LOOK) != before, switch.get_attribute("value")
        switch.evaluate("node => node.click()")
        assert mark.evaluate(LOOK) == before, switch.get_attribute("value")
        assert page.locator(".isnad-text").first.inner_text() == words


SEEN = """() => { const e = document.activeElement, s = getComputedStyle(e);
  const l = e.labels && e.labels[0], drawn = (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1) || l ||
    e.closest(".md-search__form");
  return { where: `${e.tagName}.${e.className}`, inside: !e.closest("[inert]"), drawn: Boolean(drawn) }; }"""


def test_tab_goes_where_a_reader_sees_it(opened: Opener, article: str) -> None:
    page = opened(article)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("node => node === document.activeElement")
    for _ in range(20):
        page.keyboard.press("Tab")
        seen = page.evaluate(SEEN)
        assert "md-search__scrollwrap" not in seen["where"]
        assert seen["drawn"], seen
        assert seen["inside"], seen
    page.evaluate("document.activeElement.blur()")
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.isnad-head') !== null")


def test_the_page_reads_without_scripts(site: Site, opened: Opener, article: str) -> None:
    page = opened(article, NARROW, java_script_enabled=False)
    text = (site.project / "seeds" / f"{site.articles()[0]}.txt").read_text(encoding="utf-8")
    for paragraph in filter(None, text.split("\n")):
        assert page.get_by_text(paragraph.split("،")[0].split("«")[0].strip()[:40]).first.is_visible()
    reasoning = page.locator(".md-content details:visible").first
    reasoning.locator("summary").first.click()
    assert reasoning.locator("> :not(summary)").first.is_visible()


def test_a_sentence_has_an_address_that_leads_to_it(opened: Opener, article: str) -> None:
    page = opened(f"{article}#p5-s1", NARROW)
    assert page.locator("#p5-s1").evaluate(
        "node => { const box = node.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }"
    )


def test_a_page_from_a_folder_has_its_look_and_no_complaint(site: Site, chromium: Browser, article: str) -> None:
    said: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto((site.folder / article).as_uri(), wait_until="load")
    page.evaluate("document.fonts.ready")
    used = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    page.close()
    assert said == []
    assert {name.strip('"') for name in used} == {"Isnad Naskh", "Isnad Sans"}


def test_the_first_visit_loads_few_fonts(opened: Opener, article: str) -> None:
    page = opened(article)
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.name.endsWith('.woff2')).map(e => e.decodedBodySize)"
    )
    assert sizes
    assert sum(sizes) <= 120_000
    used = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    assert {name.strip('"') for name in used} == {"Isnad Naskh", "Isnad Sans"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_scheme_of_the_device_is_taken_up(opened: Opener, article: str, scheme: Scheme) -> None:
    page = opened(article, WIDE, scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]) > 382
    assert light == (scheme == "light")


def test_an_arabic_word_is_found_by_the_search(opened: Opener, article: str) -> None:
    page = opened(article)
    page.locator(".md-search__input").click()
    page.wait_for_selector(".md-search-result__meta:has-text('اكتب ما تبحث عنه')")
    page.keyboard.insert_text("العراق")
    page.keyboard.press("Shift")  # the dialog listens for a key let go, which inserted text is not
    page.wait_for_selector(".md-search-result__link")
    assert page.locator(".md-search-result__link").count() > 0


def test_on_paper_an_article_is_a_document(opened: Opener, article: str) -> None:
    page = opened(article)
    page.emulate_media(media="print")
    for shown, hidden in ((".isnad-text", ".isnad-layers"), (".isnad-printed", ".isnad-gloss"), ("h1", ".md-header")):
        assert page.locator(shown).first.is_visible(), shown
        assert not page.locator(hidden).first.is_visible(), hidden
    numbers = page.locator(".isnad-text [data-n].isnad-time")
    notes = page.locator(".isnad-printed ol").first.locator("li")
    assert numbers.count() == notes.count()
    number = "node => getComputedStyle(node, '::after').content"
    assert numbers.first.evaluate(number) == '"1"'
    page.emulate_media(media="screen")
    assert not page.locator(".isnad-printed").is_visible()
