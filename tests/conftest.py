"""What holds for all tests: one browser, and no deadline for a property, which is true on a slow machine as well."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from scripts import headless

settings.register_profile("isnad", deadline=None)
settings.load_profile("isnad")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium without a window; one for the whole run, as Playwright allows no second beside it."""
    executable = headless.chromium()
    if executable is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed: apt-get install chromium, or name it in CHROMIUM")
        pytest.skip("needs Chromium: apt-get install chromium, or name it in CHROMIUM")
    with headless.browser(executable) as window:
        yield window
