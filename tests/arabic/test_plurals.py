"""Counted nouns in the form that their number asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.arabic.plurals import Noun, counted
from tests.cases import cases

ARTICLE = Noun("مقال واحد", "مقالان", "مقالات", "مقالا", "مقال", "لا مقالات")


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "plurals.jsonl"))
def test_a_noun_agrees_with_its_number(case: dict[str, Any]) -> None:
    assert counted(case["number"], ARTICLE) == case["gives"], case["why"]
