"""What holds for the mentions of any text."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.annotation import Mention
from isnad.entities import load_knowledge, recognise

ARTICLES = [
    json.loads(line)["text"]
    for name in ("open", "held_out")
    for line in (Path(__file__).parent / f"articles/{name}.jsonl").read_text(encoding="utf-8").splitlines()
]
SENTENCES = [line for text in ARTICLES for line in text.splitlines() if line]
LETTER = re.compile(r"(?!\N{ARABIC TATWEEL})[^\W\d_]")
GLUED = set("وفبلكأ")
FATHA, TATWEEL = "\N{ARABIC FATHA}", "\N{ARABIC TATWEEL}"

PIECES = st.one_of(
    st.sampled_from(sorted({word for sentence in SENTENCES for word in sentence.split()})),
    st.sampled_from(["«", "»", ".", "،", ":", "\n", "(", ")", "“", "”", "1998", "NATO", "د.", "\N{ZERO WIDTH JOINER}"]),
    st.text(alphabet="ابتلمنهويءآإأةىكفق" + FATHA + TATWEEL, min_size=1, max_size=8),
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join)


def _found(text: str) -> tuple[Mention, ...]:
    return recognise(text, load_knowledge())


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_are_exact_apart_and_whole_words(text: str) -> None:
    found = _found(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip()
        assert 0 < mention.confidence <= 1
        assert mention.rule
        assert not LETTER.match(text[mention.end : mention.end + 1]), "it ends inside a word"
        word = re.search(r"[^\W_]*$", text[: mention.start].replace(FATHA, "").replace(TATWEEL, ""))
        assert word is not None
        assert set(word.group()) <= GLUED, "it begins inside a word, and not after clitics"
    for one, other in pairwise(found):
        assert one.end <= other.start


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same(text: str) -> None:
    assert _found(text) == _found(text)


def _named(text: str, marks: str = "") -> list[tuple[str, str]]:
    return [(mention.text.translate(dict.fromkeys(map(ord, marks))), mention.type) for mention in _found(text)]


@pytest.mark.parametrize("text", SENTENCES[::7], ids=lambda text: text[:40])
def test_vowels_and_stretching_change_nothing(text: str) -> None:
    assert _named(re.sub(r"(?<=[بتثنمسشصض])(?=[اوي])", FATHA, text), FATHA) == _named(text)
    assert _named(re.sub(r"(?<=[بتثنمس])(?=[ابتن])", TATWEEL, text), TATWEEL) == _named(text, TATWEEL)


@pytest.mark.parametrize("text", SENTENCES[::7], ids=lambda text: text[:40])
def test_hamza_on_alef_changes_nothing(text: str) -> None:
    bare = str.maketrans("أإآ", "ااا")
    assert _named(text.translate(bare)) == [(name.translate(bare), kind) for name, kind in _named(text)]
