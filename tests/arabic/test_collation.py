"""The order of names in an Arabic index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from isnad.arabic.collation import index_letter, sort_key
from tests.cases import cases
from tests.texts import arabic_texts


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "collation.jsonl"))
def test_a_name_stands_after_the_one_before_it(case: dict[str, Any]) -> None:
    assert sort_key(case["after"]) < sort_key(case["text"]), case["why"]
    assert index_letter(case["text"]) == case["letter"], case["why"]


@pytest.mark.parametrize(
    ("one", "other"), [("العِراق", "عراق"), ("أميركا", "اميركا"), ("مدرسة", "مدرسه"), ("مصطفى", "مصطفي")]
)
def test_spellings_of_one_name_stand_together(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(arabic_texts())
def test_whatever_a_name_holds_it_has_one_letter(name: str) -> None:
    assert len(index_letter(name)) == 1
