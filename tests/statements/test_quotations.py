"""Quotations by case files: who said what; names in marks that nobody said; verbs of saying that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.annotation import Mention, Quotation
from isnad.arabic.sentences import paragraphs, sentences
from isnad.statements import quotations
from tests.cases import cases

CASES = Path(__file__).parent / "cases"
Row = dict[str, Any]


def text_of(row: Row) -> str:
    return f"{row['before']} {row['text']}" if "before" in row else str(row["text"])


def mentions_of(text: str, names: list[list[str]]) -> list[Mention]:
    found = []
    for words, kind in names:
        at = text.index(words)
        found.append(Mention(at, at + len(words), words, kind, words.replace(" ", "-")))  # type: ignore[arg-type]
    return found


def read(row: Row) -> tuple[str, tuple[Quotation, ...]]:
    text = text_of(row)
    return text, quotations(text, sentences(text), mentions_of(text, row["mentions"]), paragraphs(text))


def finds(text: str, found: tuple[Quotation, ...], wanted: list[str | None]) -> bool:
    kind, words, speaker, verb = wanted
    assert words is not None
    start = text.index(words)
    return any(
        one.direct == (kind == "direct")
        and (
            one.start <= start < one.end if kind == "indirect" else (one.start, one.end) == (start, start + len(words))
        )
        and (speaker is None or (one.speaker is not None and one.speaker.text == speaker))
        and (verb is None or one.verb == verb)
        for one in found
    )


@pytest.mark.parametrize("row", cases(CASES / "quotations.jsonl"))
def test_who_said_what(row: Row) -> None:
    text, found = read(row)
    missing = [wanted for wanted in row["gives"] if not finds(text, found, wanted)]
    told = [(one.direct, text[one.start : one.end], one.speaker and one.speaker.text, one.verb) for one in found]
    assert not missing, told
    assert sum(one.direct for one in found) == sum(wanted[0] == "direct" for wanted in row["gives"]), told


@pytest.mark.parametrize("row", cases(CASES / "names_in_marks.jsonl"))
def test_a_name_in_marks_is_not_said(row: Row) -> None:
    text, found = read(row)
    assert [text[one.start : one.end] for one in found if one.direct] == []


@pytest.mark.parametrize("row", cases(CASES / "nobody_speaks.jsonl"))
def test_nobody_speaks(row: Row) -> None:
    text, found = read(row)
    assert [text[one.start : one.end] for one in found] == []
