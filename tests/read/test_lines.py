"""JSON lines: what is read from one, and what a bad one says."""

from pathlib import Path
from typing import Any

import pytest

from isnad.errors import IsnadError
from isnad.read import parse_line
from tests.cases import cases


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "bad_lines.jsonl"))
def test_a_bad_line_says_what_is_wrong(case: dict[str, Any]) -> None:
    with pytest.raises(IsnadError) as problem:
        parse_line(case["line"])
    assert str(problem.value) == case["says"]


def test_a_line_is_an_article() -> None:
    line = (
        '{"id": "ل-1", "text": "وصل\\r\\nالوفد", "published": "2013-02-12T04:30:00-02:00", "policy": "future", "x": 1}'
    )
    article = parse_line(line.encode("utf-8"))
    assert (article.id, article.text, article.policy) == ("ل-1", "وصل\r\nالوفد", "future")
    assert str(article.publication.date) == "2013-02-12"
    assert (article.publication.time, article.publication.by) == ("04:30:00", "stated")


def test_what_a_line_leaves_out_is_unknown() -> None:
    article = parse_line('{"id": "1", "text": "", "published": null, "policy": null}')
    assert (article.publication.date, article.publication.by, article.policy) == (None, "unknown", "news")


def test_bytes_that_are_no_text_are_named() -> None:
    with pytest.raises(IsnadError, match=r"found byte 0xFF \(byte 1\), which is not UTF-8"):
        parse_line(b'"\xff"')


def test_deep_nesting_is_a_message() -> None:
    with pytest.raises(IsnadError, match="is not JSON"):
        parse_line("[" * 200_000)
