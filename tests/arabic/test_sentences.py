"""Paragraphs and sentences: cases, and that they always slice to what they say."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from isnad.arabic.sentences import paragraphs, sentences
from tests.cases import cases
from tests.texts import arabic_texts


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "sentences.jsonl"))
def test_sentences(case: dict[str, Any]) -> None:
    assert [case["text"][s.start : s.end] for s in sentences(case["text"])] == case["gives"], case["why"]


@given(arabic_texts())
def test_sentences_lie_in_order_inside_paragraphs_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert [*found] == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(any(paragraph.holds(sentence) for paragraph in paragraphs(text)) for sentence in found)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
