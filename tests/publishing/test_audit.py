"""The built site against its bars, by the tools themselves, where `make audit` has installed them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from scripts.audit import in_browser, in_files
from scripts.audit.__main__ import AXE, NU, TOOLS

from tests.publishing.conftest import Site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TOOLS.is_dir(), reason="the tools are not installed (npm ci --prefix scripts/audit)"),
]


@pytest.mark.browser
def test_nothing_stands_in_the_way_of_a_reader(site: Site, chromium: Browser, address: str) -> None:
    assert in_browser.accessibility(site.folder, chromium, address, TOOLS / AXE).problems == ()


@pytest.mark.browser
def test_a_first_visit_is_light(site: Site, chromium: Browser, address: str) -> None:
    assert in_browser.weight(site.folder, chromium, address).problems == ()


@pytest.mark.browser
def test_nothing_reaches_beyond_the_window(site: Site, chromium: Browser, address: str) -> None:
    assert in_browser.layout(site.folder, chromium, address).problems == ()


def test_the_markup_is_sound(site: Site) -> None:
    found = in_files.html(site.folder, TOOLS / NU)
    if found.skipped:
        pytest.skip(found.skipped)
    assert found.problems == ()
