"""What is kept in its own order inside an Arabic text, and that the text stays what it was."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from isnad.pages.directions import from_left
from isnad.pages.marks import Mark, marked
from tests.cases import cases

CASES = cases(Path(__file__).parent / "directions.jsonl")


@pytest.mark.parametrize("case", CASES)
def test_what_reads_from_the_left_is_found(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in from_left(text, 0, len(text))] == case["gives"]


@pytest.mark.parametrize("case", CASES)
def test_the_text_stays_what_it_was(case: dict[str, Any]) -> None:
    html = marked(case["text"], 0, len(case["text"]), [])
    assert unescape(re.sub("<[^>]+>", "", html)) == case["text"]
    assert html.count('<bdi dir="ltr"') == len(case["gives"])


@pytest.mark.parametrize(("start", "end"), [(4, 7), (4, 5), (0, 7), (0, 12)], ids=str)
def test_marks_inside_and_around_leave_it_whole(start: int, end: int) -> None:
    html = marked("لغة C++ قديمة", 0, 13, [Mark(0, 13, 0, "q"), Mark(start, end, 6, "a")])
    assert html.count("<bdi") == 1
    assert unescape(re.sub("<[^>]+>", "", html)) == "لغة C++ قديمة"
