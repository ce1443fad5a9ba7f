"""Search in a real browser, in the theme's dialog: what is found, by which keys, at which width, without a network."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from scripts import headless, score_search

from isnad.pages import offline
from tests.search.conftest import watched

pytestmark = [pytest.mark.slow, pytest.mark.browser]
WIDTHS = (1280, 390)
LINK, MARK = ".md-search-result__link", ".md-search-result mark"


def _search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_contain_text("اكتب ما تبحث عنه")
    page.keyboard.insert_text(query)
    expect(page.locator(LINK).first).to_be_visible()


def test_our_own_queries_are_answered(chromium: Browser, address: str) -> None:
    queries = score_search.own_queries()
    with score_search.dialog(chromium, address) as page:
        lost = score_search.missed(page, queries)
    assert len([query for query in queries if query.target]) >= 40
    assert len(lost) <= len(queries) * (1 - score_search.SHARE["own"]), lost


def test_our_own_queries_of_this_projects_articles_are_answered(chromium: Browser, tmp_path: Path) -> None:
    queries = score_search.own_queries("seeds")
    with (
        headless.served(score_search.site_for("seeds", tmp_path)) as address,
        score_search.dialog(chromium, address) as page,
    ):
        lost = score_search.missed(page, queries)
    assert len(lost) <= len(queries) * (1 - score_search.SHARE["seeds"]), lost


def test_the_queries_of_the_suite_are_answered(chromium: Browser, tmp_path: Path) -> None:
    if not score_search.SUITE.is_file():
        pytest.skip("needs ../shared/suites/search")
    queries = score_search.suite_queries()
    site = score_search.site_for("suite", tmp_path)
    with headless.served(site) as address, score_search.dialog(chromium, address) as page:
        lost = score_search.missed(page, queries)
    assert len(lost) <= 2, lost


@pytest.mark.parametrize("width", WIDTHS)
def test_results_show_inside_the_screen_from_the_right(chromium: Browser, address: str, width: int) -> None:
    with watched(chromium, f"{address}/index.html", width) as page:
        _search(page, "قنوات السويس")
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")  # once the dialog rests
        found = page.locator(LINK).filter(visible=True).first
        assert found.evaluate("node => getComputedStyle(node).direction") == "rtl"
        box = page.locator(MARK).filter(visible=True).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_words_that_answered_are_marked_as_the_text_has_them(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "جسور")
        assert {"جسرا"} <= set(page.locator(MARK).all_inner_texts())


def test_a_score_keeps_its_own_order(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "نظيره الأرجنتيني")
        assert page.locator(f"{LINK} bdi[dir=ltr]").all_inner_texts() == ["2-1"]


def test_a_date_says_which_words_mean_it(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "16 آب 2022")
        article = page.locator(LINK, has_text="الثلاثاء الماضي").first
        expect(article).to_contain_text("الثلاثاء 16 آب/أغسطس 2022")
        assert article.locator("mark").all_inner_texts() == ["يوم الثلاثاء الماضي"]


def test_names_come_before_sentences(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "بيروت")
        kinds = [
            "entities" if "/entities/" in str(link.get_attribute("href")) else "articles"
            for link in page.locator(LINK).filter(visible=True).all()
        ]
        assert kinds == sorted(kinds, reverse=True)


def test_keys_alone_lead_to_the_sentence(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "المخبز")
        for _ in range(12):
            page.keyboard.press("ArrowDown")
            if "#p" in str(page.evaluate("document.activeElement.href ?? ''")):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/bread.html?h=*#p1-s1")
        sentence = page.locator("#p1-s1")
        expect(sentence).to_be_in_viewport()
        expect(sentence.locator("mark").first).to_have_text("المخابز")


def test_escape_closes_the_dialog(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        _search(page, "المخبز")
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_switch_leaves_only_what_is_written_so(chromium: Browser, address: str, width: int) -> None:
    with watched(chromium, f"{address}/index.html", width) as page:
        _search(page, "سفينة")
        loose = page.locator(LINK).count()
        page.keyboard.press("Tab")
        switch = page.get_by_role("switch", name="مطابقة تامة")
        expect(switch).to_be_focused()
        page.keyboard.press(" ")
        expect(switch).to_be_checked()
        expect(page.locator(LINK)).not_to_have_count(loose)
        assert set(page.locator(MARK).all_inner_texts()) == {"سفينة"}
        page.keyboard.press("Shift+Tab")
        expect(page.locator(".md-search__input")).to_be_focused()


def test_what_is_pasted_is_searched(chromium: Browser, address: str) -> None:
    with watched(chromium, f"{address}/index.html") as page:
        page.locator(".md-search__input").click()
        expect(page.locator(".md-search-result__meta")).to_contain_text("اكتب ما تبحث عنه")
        page.locator(".md-search__input").fill("الجراد")  # an input event alone, as the mouse and a phone give
        expect(page.locator(LINK).first).to_be_visible()


@pytest.mark.parametrize(
    ("idle", "starts"),
    [
        ("window.requestIdleCallback = () => 0", False),  # a page that never rests
        ("window.requestIdleCallback = undefined", True),  # Safari
        ("", True),
    ],
)
def test_the_worker_waits_until_the_page_rests_or_the_reader_turns_to_it(
    chromium: Browser, address: str, idle: str, starts: bool
) -> None:
    with chromium.new_context(locale="ar") as window:
        page = window.new_page()
        page.add_init_script(f"{score_search.WATCH};{idle}")
        page.goto(f"{address}/articles/bread.html")
        page.wait_for_timeout(1000)
        assert page.evaluate("window.heard.some(([type]) => type === 1)") == starts
        _search(page, "المخبز")  # opened by a key: the dialog is ready all the same
        assert page.evaluate("window.heard.filter(([type]) => type === 'start').length") == 1


def test_search_of_a_small_site_is_light(chromium: Browser, address: str) -> None:
    answers: list[Response] = []
    with chromium.new_context() as window:
        page = window.new_page()
        page.on("response", lambda answer: answers.append(answer) if "/search/" in answer.url else None)
        page.goto(f"{address}/index.html")
        _search(page, "زلزال تركيا")
        page.wait_for_timeout(300)
        loaded = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert any("worker.js" in url for url in loaded)
    assert sum(loaded.values()) <= 60_000, loaded
    scripts = [size for url, size in loaded.items() if url.endswith(("worker.js", "start.js"))]
    assert sum(scripts) <= 12_000


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bundle_works_from_a_folder(chromium: Browser, folder: Path, tmp_path: Path, width: int) -> None:
    archive = tmp_path / "site.zip"
    offline.bundle(folder, archive)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    with watched(chromium, (tmp_path / "site" / offline.START).as_uri(), width) as page:
        page.wait_for_url("**/site/index.html")
        _search(page, "فيضان السودان")
        page.locator(LINK, has_text="الفيضانات").filter(visible=True).first.click()
        page.wait_for_url("**/articles/floods-sudan.html?h=*#p1-s1")
        expect(page.locator("#p1-s1")).to_be_in_viewport()
        page.evaluate("document.fonts.ready")
        assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
        switch = page.locator("input[name='isnad-layer']").first
        before = switch.is_checked()
        switch.evaluate("node => node.click()")
        assert switch.is_checked() != before


def test_the_same_site_makes_the_same_bundle(folder: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        offline.bundle(folder, tmp_path / name / "site.zip")
    assert (tmp_path / "a/site.zip").read_bytes() == (tmp_path / "b/site.zip").read_bytes()


def test_a_kept_site_is_read_and_searched_without_a_network(chromium: Browser, address: str) -> None:
    with chromium.new_context(locale="ar") as window:
        page = window.new_page()
        page.goto(f"{address}/index.html")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("navigator.serviceWorker.controller")
        window.set_offline(True)
        page.goto(f"{address}/articles/bridge.html")
        expect(page.locator("h1").first).to_contain_text("جسر")
        _search(page, "الجراد")
        page.goto(f"{address}/articles/nothing-here.html")
        expect(page.locator("body")).to_contain_text("لا توجد صفحة في هذا العنوان")
