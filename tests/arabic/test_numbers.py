"""Number words: every number up to the thousands is read from its own words, and nothing more is read into them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.arabic.letters import fold_word
from isnad.arabic.numbers import readings, starts_number
from tests.cases import cases

CASES = Path(__file__).parent / "cases" / "numbers.jsonl"


@pytest.mark.parametrize("row", cases(CASES))
def test_longest_reading_is_the_number(row: dict[str, Any]) -> None:
    words = [fold_word(word) for word in row["text"].split()]
    longest = readings(words)[-1]
    assert (longest.value, longest.ordinal, longest.length) == (row["value"], row["ordinal"], len(words)), row["why"]


def test_every_beginning_that_is_a_number_is_read() -> None:
    words = [fold_word(word) for word in "ألف وتسعمئة وثلاثة وسبعين".split()]
    assert [(number.value, number.length) for number in readings(words)] == [(1000, 1), (1900, 2), (1903, 3), (1973, 4)]


def test_hour_and_minutes_are_not_one_ordinal() -> None:
    words = [fold_word(word) for word in "الثالثة وعشرين دقيقة".split()]
    assert next(number.value for number in readings(words)) == 3


def test_one_of_is_no_number_but_begins_eleven() -> None:
    assert readings([fold_word("أحد"), fold_word("المسؤولين")]) == []
    assert readings([fold_word("أحد"), fold_word("عشر")])[-1].value == 11


@pytest.mark.parametrize("text", ["كتاب", "ثلاثاء", "خمسينيات", "عشاء", ""])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert not starts_number(fold_word(text))
