"""The site's own script in a real browser, over pages as the generator writes them: filters, months, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from scripts import headless

from isnad.pages import render
from tests.pages.test_golden import dossier

pytestmark = pytest.mark.browser

SCRIPT = (resources.files("isnad.pages") / "theme" / "isnad.js").read_text(encoding="utf-8")
PAGES = {page.path: page.content.decode() for page in render(dossier()) if page.path.endswith(".md")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = headless.chromium()
    if found is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    window = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield window.new_page()
    window.close()


def opened(page: Page, path: str, query: str = "") -> Page:
    """A generated page with its raw HTML alone and the script, at an address of its own."""
    body = re.sub(r"^---\n.*?\n---\n", "", PAGES[path], flags=re.DOTALL)
    body = re.sub(r"^## (.+?) \{ #(\S+) \}$", r'<h2 id="\2">\1</h2>', body, flags=re.MULTILINE)
    html = f"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>x</title>{body}<script>{SCRIPT}</script>"
    page.route("https://site.example/**", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"https://site.example/{path.replace('.md', '.html')}{query}")
    return page


def shown(page: Page, what: str) -> int:
    return page.locator(f"{what}:visible").count()


def test_names_are_narrowed_whatever_their_spelling(page: Page) -> None:
    opened(page, "entities/index.md")
    everything = shown(page, ".isnad-index li")
    page.fill("#isnad-filter", "سلمي الحداد")
    assert shown(page, ".isnad-index li") == 1
    page.fill("#isnad-filter", "beirut")
    assert page.locator(".isnad-index li:visible a").all_inner_texts() == ["بيروت"]
    page.fill("#isnad-filter", "")
    assert shown(page, ".isnad-index li") == everything > 1


def test_events_are_narrowed_and_all_come_back(page: Page) -> None:
    opened(page, "timeline/index.md")
    everything = shown(page, "[data-modality]")
    value = page.locator("[data-modality]").first.get_attribute("data-class")
    page.select_option("[name=class]", (value or "").split()[0])
    assert 0 < shown(page, "[data-modality]") < everything
    assert str(everything) in page.locator(".isnad-tools output").inner_text()
    page.click(".isnad-tools [type=reset]")
    assert shown(page, "[data-modality]") == everything


def test_an_address_may_ask_for_one_name(page: Page) -> None:
    opened(page, "timeline/index.md", "?entity=beirut")
    assert page.input_value("[name=entity]") == "beirut"


@pytest.mark.parametrize(
    ("lens", "month"), [("levant", "تشرين الثاني"), ("egypt", "نوفمبر"), ("morocco", "نونبر"), ("algeria", "نوفمبر")]
)
def test_months_are_named_as_the_reader_names_them(page: Page, lens: str, month: str) -> None:
    opened(page, "timeline/index.md")
    assert "تشرين الثاني/نوفمبر" in page.inner_text(".isnad-months")
    page.select_option("[name=isnad-lens]", lens)
    assert month in page.inner_text(".isnad-entry-date >> nth=0")
    assert "/" not in page.inner_text(".isnad-entry-date >> nth=0") + page.inner_text(".isnad-months h3 >> nth=0")
    page.reload()
    assert page.input_value("[name=isnad-lens]") == lens


def test_the_hijri_date_stands_beside_with_its_doubt(page: Page) -> None:
    opened(page, "timeline/index.md")
    page.select_option("[name=isnad-lens]", "hijri")
    assert "1443 هـ (± يوم)" in page.inner_text(".isnad-hijri >> nth=0")
    page.select_option("[name=isnad-lens]", "")
    assert page.locator(".isnad-hijri").count() == 0


def test_a_citation_says_the_sentence_the_date_the_source_and_the_address(page: Page) -> None:
    opened(page, "timeline/index.md")
    entry = page.locator(".isnad-entry").first
    entry.locator(".isnad-cite").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("«")
    assert entry.locator(".isnad-evidence").inner_text().strip() in copied
    assert "التاريخ: " in copied
    assert "صحيفة المثال" in copied
    assert copied.endswith(f"/articles/maarad.html#{copied.rpartition('#')[2]}")
