"""Whatever the text: annotating it ends well, and every item stands where it says.

The texts are made of the sentences of all our cases, cut anywhere and joined anyhow, so that every rule meets a text
that ends too soon.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad import annotate as module
from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.article import Article, Publication
from isnad.entities import load_knowledge
from isnad.errors import IsnadError
from isnad.export.json import from_json, to_json
from tests.texts import arabic_texts

DAY = date(2021, 6, 16)
JOINTS = st.sampled_from([" ", "، ", ". ", "\n\n", " «", "» ", "", ": ", " و", " - "])


def case_texts() -> list[str]:
    """The texts of all case files."""
    lines = [
        line for path in Path(__file__).parent.rglob("cases/*.jsonl") for line in path.read_text("utf-8").split("\n")
    ]
    rows = [json.loads(line) for line in lines if line.startswith("{")]
    return sorted({row["text"] for row in rows if isinstance(row.get("text"), str) and " " in row["text"]})


@st.composite
def mangled(draw: st.DrawFn, texts: tuple[str, ...] = tuple(case_texts())) -> str:
    """Pieces of sentences, each from a word to a word, in any order."""
    pieces = ""
    for _ in range(draw(st.integers(1, 4))):
        words = draw(st.sampled_from(texts)).split(" ")
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first + 1, len(words)))
        pieces += " ".join(words[first:last]) + draw(JOINTS)
    return pieces


def annotated(text: str) -> Annotation:
    article = Article(id="x", text=text, publication=Publication(DAY, DAY, DAY, "stated"))
    return annotate(article, load_knowledge())


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(mangled() | arabic_texts())
def test_every_item_stands_where_it_says(text: str) -> None:
    found = annotated(text)
    value: dict[str, Any] = to_json(found)
    for layer in ("mentions", "times", "quotations", "quantities"):
        spans = [(item["start"], item["end"]) for item in value[layer]]
        assert spans == sorted(spans), layer
        for item in value[layer]:
            assert 0 <= item["start"] < item["end"] <= len(text)
            assert item["text"] == text[item["start"] : item["end"]]
    for event in found.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.time is None or 0 <= event.time < len(found.times)
        assert event.earliest or event.latest or event.reason
    for one, other in zip(found.mentions, found.mentions[1:], strict=False):
        assert one.end <= other.start
    assert from_json(json.loads(json.dumps(value))) == found


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_every_beginning_of_every_case_is_read(part: int) -> None:
    for text in case_texts()[part::8]:
        ends = [at for at, char in enumerate(text) if char == " "]
        for end in ends[-3:]:
            annotated(text[:end])


def test_a_mistake_of_the_program_names_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(article: Article, knowledge: object) -> Annotation:
        raise IndexError(article.id, knowledge)

    monkeypatch.setattr(module, "_annotated", mistaken)
    with pytest.raises(IsnadError, match="x: stops the program: IndexError") as caught:
        annotated("نص")
    assert isinstance(caught.value.__cause__, IndexError)
