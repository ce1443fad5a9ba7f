"""A site of our own corpus, built once, and a browser that notes what it should not have to note."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request
from scripts import headless, search_sites
from scripts.score_search import CORPUS, WATCH


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of our corpus, with a service worker."""
    here = tmp_path_factory.mktemp("search")
    return search_sites.built(here / "own", search_sites.seeds_of(CORPUS, here / "seeds"), offline=True)


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with headless.served(folder) as address:
        yield address


@contextmanager
def watched(chromium: Browser, url: str, width: int = 1280) -> Iterator[Page]:
    """A page opened in a window of its own; what it complains of, or asks of another host, fails the test."""
    wrong: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            wrong.append(message.text)

    def follow(request: Request) -> None:
        if not request.url.startswith(_own(url)):
            wrong.append(request.url)

    window = chromium.new_context(viewport={"width": width, "height": 844}, locale="ar")
    page = window.new_page()
    if not url.startswith("file:"):
        page.add_init_script(WATCH)
    page.on("console", hear)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", follow)
    page.goto(url, wait_until="load")
    yield page
    window.close()
    assert wrong == []


def _own(url: str) -> tuple[str, ...]:
    return ("file:" if url.startswith("file:") else "/".join(url.split("/")[:3]), "data:", "blob:")
