"""Pictures of articles: their size, Arabic joined and in order, kept by what they show, none without the extra."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from isnad.article import Publication
from isnad.pages import cards
from tests.samples import sample_article

ARTICLE = sample_article()
needs_resvg = pytest.mark.skipif(not cards.available(), reason="the extra «cards» is not installed")


def drawn(title: str) -> bytes:
    return next(cards.cards([replace(ARTICLE, title=title)])).content


@needs_resvg
def test_a_picture_has_the_size_that_networks_expect() -> None:
    (page,) = cards.cards([ARTICLE])
    assert page.path == f"assets/cards/{ARTICLE.id}.png"
    assert page.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", page.content[16:24]) == cards.SIZE


@needs_resvg
def test_letters_are_joined() -> None:
    assert drawn("بيت") != drawn("ب\N{ZERO WIDTH NON-JOINER}ي\N{ZERO WIDTH NON-JOINER}ت")


@needs_resvg
@pytest.mark.parametrize("title", ["بيت", "Google", "2020", "«»"])
def test_arabic_latin_digits_and_guillemets_leave_ink(title: str) -> None:
    assert drawn(title) != drawn("\N{NO-BREAK SPACE}")


def test_a_line_that_begins_with_digits_reads_from_the_right() -> None:
    lines = cards.svg(replace(ARTICLE, title="3 أيام من الحداد"))
    assert "\N{RIGHT-TO-LEFT ISOLATE}3 أيام من الحداد\N{POP DIRECTIONAL ISOLATE}" in lines


def test_a_long_title_ends_in_an_ellipsis_after_four_lines() -> None:
    drawing = cards.svg(replace(ARTICLE, title="كلمة " * 60))
    assert drawing.count("<text") == 4 + 2
    assert "كلمة…" in drawing


def test_markup_in_a_title_is_text() -> None:
    assert "&lt;script&gt;" in cards.svg(replace(ARTICLE, title="<script>"))


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    assert "غير معروف" in cards.svg(replace(ARTICLE, publication=Publication()))


@needs_resvg
def test_an_unchanged_picture_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = cards.cards([ARTICLE], tmp_path)
    monkeypatch.setattr(cards, "_drawn", lambda drawing: pytest.fail("drawn again"))
    assert list(cards.cards([ARTICLE], tmp_path)) == [first]


def test_without_the_extra_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_resvg", lambda: None)
    assert list(cards.cards([ARTICLE])) == []
