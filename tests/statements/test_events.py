"""Events by a case file: what happened, when, why we think so, and how sure; all articles appeared on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isnad.annotate import annotate
from isnad.annotation import Event
from isnad.arabic.letters import fold_word
from isnad.article import Article, Publication
from isnad.entities import load_knowledge
from isnad.statements.happenings import classes, nouns, rows_of, verbs
from isnad.statements.lexicon import table, toml
from isnad.statements.telling_words import NO_EVENT
from tests.cases import cases

CASES = Path(__file__).parent / "cases"
DAY = date(2022, 7, 9)


def events(text: str) -> tuple[Event, ...]:
    article = Article("x", text, publication=Publication(DAY, DAY, DAY, "stated"))
    return annotate(article, load_knowledge(None)).events


@pytest.mark.parametrize("row", cases(CASES / "events.jsonl"))
def test_what_happened_when(row: dict[str, Any]) -> None:
    found = {event.trigger.text: event for event in events(row["text"])}
    for trigger, earliest, latest, more in row["gives"]:
        assert trigger in found, found.keys()
        event = found[trigger]
        assert (event.earliest, event.latest) == (earliest, latest), event.reason
        assert {name: getattr(event, name) for name in more} == more
    assert not found.keys() & set(row.get("not", ()))


@pytest.mark.parametrize("row", cases(CASES / "events.jsonl"))
def test_no_date_stands_without_steps_and_none_is_missing_without_a_reason(row: dict[str, Any]) -> None:
    for event in events(row["text"]):
        dated = event.earliest is not None or event.latest is not None
        assert event.reason
        assert bool(event.steps) == dated == (event.basis != "none")


@pytest.mark.parametrize("row", cases(CASES / "events.jsonl"))
def test_what_makes_a_plain_expression_less_than_sure_is_told(row: dict[str, Any]) -> None:
    made = annotate(Article("x", row["text"], publication=Publication(DAY, DAY, DAY, "stated")), load_knowledge(None))
    for event in made.events:
        plain = event.time is not None and not made.times[event.time].approximate and event.basis == "expression"
        told = any(
            step.op in ("event-doubt", "event-recent", "event-long_since", "event-ahead") for step in event.steps
        )
        assert not (plain and event.approximate) or told


def test_every_class_is_in_the_inventory_and_every_class_has_words() -> None:
    used = {row[0] for row in table("events.tsv")}
    assert used <= set(classes())
    assert set(classes()) - used <= {"statement", "other"}


@pytest.mark.parametrize("rule", toml("classes_by_object.toml")["object"], ids=lambda rule: rule["example"])
def test_the_words_around_tell_the_class(rule: dict[str, Any]) -> None:
    found, of = events(rule["example"] + "."), rows_of(frozenset(rule["of"].split()))
    if rule["class"] == NO_EVENT:
        assert not [event for event in found if rows_named(event.trigger.text) & of]
    else:
        assert rule["class"] in {event.event_class for event in found}


def rows_named(word: str) -> set[int]:
    key, noun = fold_word(word), nouns().get(fold_word(word))
    return {form.entry.row for form in verbs().get(key, ())} | ({noun.entry.row} if noun else set())
