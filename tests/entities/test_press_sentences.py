"""The sentences that the recogniser is trained on: their form, and that each is there once."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from scripts.corpora import chunks, read_marked

FILES = sorted((Path(__file__).parents[2] / "scripts/press").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_are_well_formed(path: Path) -> None:
    sentences = read_marked(path)
    assert len(sentences) > 100
    named = sum(1 for one in sentences if any(tag != "O" for tag in one.tags))
    assert 0.5 < named / len(sentences) < 0.99, "some sentences without a name teach what is none"
    wrong = [
        " ".join(one.words)
        for one in sentences
        for before, tag in pairwise(["O", *one.tags])
        if tag.startswith("I-") and before[2:] != tag[2:]
    ]
    assert wrong == []


def test_no_sentence_stands_twice() -> None:
    lines = (line for path in FILES for line in path.read_text(encoding="utf-8").splitlines())
    counts = Counter(line for line in lines if line and not line.startswith("#"))
    assert [line for line, count in counts.items() if count > 1] == []


def test_names_are_short() -> None:
    longest = max((last - first, sentence.words[first:last]) for path in FILES for sentence in read_marked(path)
                  for first, last, _ in chunks(sentence.tags))  # fmt: skip
    assert longest[0] <= 14, longest[1]
