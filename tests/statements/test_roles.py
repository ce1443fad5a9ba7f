"""Who takes part in an event and how, by a case file; a name stands for its entity."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from isnad.annotate import annotate
from isnad.annotation import Role
from isnad.article import Article
from isnad.entities import load_knowledge
from isnad.export.json import from_json, to_json
from isnad.pages.labels import labels
from isnad.statements.lexicon import table, toml
from tests.cases import cases

CASES = Path(__file__).parent / "cases" / "roles.jsonl"


@pytest.mark.parametrize("row", cases(CASES))
def test_who_does_what_to_whom(row: dict[str, Any]) -> None:
    made = annotate(Article("x", row["text"]), load_knowledge(None))
    [event] = [one for one in made.events if one.trigger.text == row["trigger"]]
    names = {mention.entity: mention.text for mention in made.mentions}
    assert {names[entity]: role for entity, role in event.roles.items()} == row["roles"]
    assert event.roles.keys() <= set(event.participants)
    assert from_json(to_json(made)).events == made.events


def test_every_role_has_a_name_for_readers() -> None:
    assert set(get_args(Role)) == set(labels()["role"])


def test_every_listed_word_is_a_word_of_an_event() -> None:
    rules = toml("participants.toml")
    verbs = {row[1] for row in table("events.tsv")}
    nouns = {noun for row in table("events.tsv") if len(row) > 3 for noun in row[3].split(",")}
    assert set(rules["acts"].split()) <= verbs
    assert set(rules["noun_patient"].split()) | set(rules["noun_agent"].split()) <= nouns
