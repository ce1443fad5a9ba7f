"""The first article as published: what its pages must say after the editor's review, in cases of our own."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from isnad import edit
from isnad.annotate import annotate
from isnad.annotation import Annotation, Event
from isnad.article import Article
from isnad.entities import load_knowledge
from isnad.read import read_article
from tests.cases import cases

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(SEEDS / "patriot-iraq.txt")


@pytest.fixture(scope="module")
def edited(article: Article) -> Annotation:
    return edit.apply(annotate(article, load_knowledge(SEEDS / "entities.yml")), article)


def test_the_article_is_what_was_received(article: Article) -> None:
    assert article.sha256 == "6f8dfd16110d7ec036951db305f137ece794b5e72b4402007a3edf095b124e4e"


def test_its_day_is_inferred_and_the_reasons_are_given(article: Article) -> None:
    publication = article.publication
    assert (publication.date, publication.earliest, publication.latest) == (
        date(2020, 4, 1),
        date(2020, 3, 31),
        date(2020, 4, 3),
    )
    assert publication.by == "inferred"
    assert len(publication.reasons) >= 3


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "patriot-iraq.jsonl"))
def test_what_the_pages_say(case: dict[str, Any], edited: Annotation) -> None:
    items = [item for item in getattr(edited, case["layer"]) if _words(edited, item) == case["text"]]
    assert any(all(getattr(item, name) == value for name, value in case["gives"].items()) for item in items), case[
        "why"
    ]


def _words(annotation: Annotation, item: Any) -> str:
    return item.trigger.text if isinstance(item, Event) else annotation.text[item.start : item.end]


def test_what_is_undated_says_why(edited: Annotation) -> None:
    assert all(event.reason for event in edited.events if event.earliest is None and event.latest is None)


def test_every_name_in_the_review_is_known_to_the_dossier(article: Article) -> None:
    known = load_knowledge(SEEDS / "entities.yml").entities
    named: set[str] = set()
    for correction in article.corrections:
        values = [correction.values.get(key) for key in ("entity", "participants", "places")]
        named |= {
            name for value in values if value for name in ([value] if isinstance(value, str) else cast("Any", value))
        }
    assert named - set(known) == set()
