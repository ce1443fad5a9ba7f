"""Checks that need a browser: axe-core, layout from narrow to wide, and what a first visit weighs."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response

from scripts.audit.model import SCHEMES, SIZES, Finding, Scheme, an_article, kinds

WIDTHS = (320, 360, 390, 480, 600, 768, 960, 1024, 1280, 1440, 1920)
WEIGHT, OURS = 250_000, 20_000
# Files of the base theme; every other script is ours.
THEIRS = "/assets/javascripts/"
PACKED = (".woff2", ".png", ".jpg", ".gz", ".zip")

AXE = """async () => (await axe.run(document)).violations.map(v => ({
  rule: v.id, what: v.help, where: v.nodes.slice(0, 3).map(n => n.target.join(' ')) }))"""
# Opens everything that opens, and names what is not inside the window from side to side.
OUTSIDE = """() => { const out = [];
  for (const d of document.querySelectorAll('.md-content details')) d.open = true;
  const inside = e => { const b = e.getBoundingClientRect();
    return b.width === 0 || (b.left >= -1 && b.right <= innerWidth + 1); };
  for (const p of document.querySelectorAll('[popover]')) {
    p.showPopover(); if (!inside(p)) out.push('popover #' + p.id); p.hidePopover(); }
  for (const d of document.querySelectorAll('.md-content details')) if (!inside(d)) out.push('details ' + d.className);
  if (document.documentElement.scrollWidth > innerWidth) out.push('the page scrolls sideways');
  return out; }"""


def accessibility(site: Path, browser: Browser, address: str, axe: Path) -> Finding:
    """axe-core on a page of each kind, light and dark, wide and narrow."""
    problems = []
    for path in kinds(site):
        for size in SIZES:
            for scheme in SCHEMES:
                with opened(browser, f"{address}/{path}", size, scheme) as page:
                    page.add_script_tag(path=str(axe))
                    label = f"{path} at {size[0]} px, {scheme}"
                    problems += [(_violation(found), label) for found in page.evaluate(AXE)]
    looked = f"{len(kinds(site))} kinds of pages, 2 widths, 2 schemes"
    return Finding("accessibility (axe-core)", f"{len(problems)} violations; {looked}", "0 violations", tuple(problems))


def layout(site: Path, browser: Browser, address: str) -> Finding:
    """Nothing reaches beyond the window, from 320 to 1920 px, with everything open."""
    problems = []
    for path in kinds(site):
        for width in WIDTHS:
            with opened(browser, f"{address}/{path}", (width, 900), "light") as page:
                problems += [(found, f"{path} at {width} px") for found in page.evaluate(OUTSIDE)]
    return Finding("layout", f"{len(problems)} things outside; {len(WIDTHS)} widths", "none", tuple(problems))


def weight(site: Path, browser: Browser, address: str) -> Finding:
    """What a first visit to an article fetches, compressed, with the search opened too."""
    sizes: dict[str, int] = {}

    def count(response: Response) -> None:
        if response.ok and response.url.startswith(address):
            sizes[response.url] = _packed(response.url, response.body())

    with opened(browser, "about:blank", SIZES[1], "light") as page:
        page.on("response", count)
        page.goto(f"{address}/{an_article(site)}", wait_until="networkidle")
        page.locator("label[for=__search]:visible, .md-search__input:visible").first.click()
        page.wait_for_load_state("networkidle")
    total = sum(sizes.values())
    ours = sum(size for url, size in sizes.items() if url.endswith(".js") and THEIRS not in url)
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:8]
    missed = total > WEIGHT or ours > OURS
    problems = [(f"{size:9,} bytes", url.removeprefix(address)) for url, size in heaviest] if missed else []
    measured = f"{total:,} bytes, scripts of ours {ours:,}"
    return Finding("weight of a first visit", measured, f"<= {WEIGHT:,}, scripts <= {OURS:,}", tuple(problems))


@contextmanager
def opened(browser: Browser, address: str, size: tuple[int, int], scheme: Scheme) -> Iterator[Page]:
    """A page in a window of its own, loaded and with its fonts."""
    window = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="ar")
    try:
        page = window.new_page()
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready")
        yield page
    finally:
        window.close()


def _violation(found: dict[str, Any]) -> str:
    places: Iterable[str] = found["where"]
    return f"{found['rule']}: {found['what']} ({'; '.join(places)})"


def _packed(url: str, body: bytes) -> int:
    """The bytes that travel: text is compressed by any usual server."""
    return len(body) if url.endswith(PACKED) else len(gzip.compress(body, 6))
