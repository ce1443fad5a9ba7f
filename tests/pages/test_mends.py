"""Each fault of the base theme that is mended: in the theme as it is, gone afterwards, nothing else touched."""

from pathlib import Path

import material
import pytest

import isnad.pages
from isnad.pages.mends import MENDS, Mend, mended

TEMPLATES = Path(material.__file__).parent / "templates"
FAULTS = {
    "autocomplete": '<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">',
    "tabindex": '<label class="md-nav__link" for="__nav_6" id="__nav_6_label" tabindex="">',
    "contents-title": '<label class="md-nav__title" for="__toc">\n  <span class="md-nav__icon"></span>\n  x\n</label>',
    "search-dialog": '<div class="md-search" data-md-component="search" role="dialog">',
    "skip-link": '<div data-md-component="skip">\n <a href="#inside" class="md-skip">\n x\n </a>\n</div>',
    "content": '<div class="md-content" data-md-component="content">',
}
MENDED = {
    "autocomplete": '<input class="md-toggle" type="checkbox" id="__search">',
    "tabindex": '<label class="md-nav__link" for="__nav_6" id="__nav_6_label">',
    "contents-title": '<span class="md-nav__title">\n  <span class="md-nav__icon"></span>\n  x\n</span>',
    "search-dialog": '<div class="md-search" data-md-component="search" role="dialog" aria-label="البحث">',
    "skip-link": '<div data-md-component="skip"><a href="#content" class="md-skip">انتقل إلى المحتوى</a></div>',
    "content": '<div class="md-content" data-md-component="content" id="content">',
}


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.name)
def test_a_fault_is_mended(mend: Mend) -> None:
    assert mended(FAULTS[mend.name]) == MENDED[mend.name]
    assert mended(MENDED[mend.name]) == MENDED[mend.name]


def test_a_page_with_the_checkbox_keeps_the_label_of_it() -> None:
    page = '<input type="checkbox" id="__toc">' + FAULTS["contents-title"]
    assert mended(page) == page


@pytest.mark.parametrize("name", ["base.html", "partials/toc.html", "partials/search.html"])
def test_the_theme_still_has_what_is_mended(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    assert any(mend.pattern.search(source) for mend in MENDS), f"{name}: a mend has become idle"


def test_every_fault_is_in_words_ready_to_file() -> None:
    reports = (Path(isnad.pages.__file__).parent / "theme" / "UPSTREAM.md").read_text(encoding="utf-8")
    assert [mend.name for mend in MENDS if f"«{mend.name}»" not in reports] == []
