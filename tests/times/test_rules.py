"""Every rule's examples are its tests, and a rule without examples is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from isnad.times import find
from isnad.times.lexicon import load_toml
from isnad.times.rules import rule_files

from .expectations import described

PUBLISHED = date(2020, 4, 1)


def rules() -> Iterator[dict[str, Any]]:
    for name in rule_files():
        yield from load_toml("rules", name)["rule"]


def examples() -> Iterator[Any]:
    for rule in rules():
        for example in rule["examples"]:
            published = example.get("published", PUBLISHED)
            yield pytest.param(example["text"], published, example["gives"], id=f"{rule['id']}: {example['text']}")


def refused() -> Iterator[Any]:
    for rule in rules():
        for text in rule.get("not", ()):
            yield pytest.param(text, id=f"{rule['id']}: {text}")


@pytest.mark.parametrize(("text", "published", "gives"), list(examples()))
def test_example_of_rule_gives_what_it_says(text: str, published: date, gives: str) -> None:
    assert described(find(text, published, time="12:00"), gives) == gives


@pytest.mark.parametrize("text", list(refused()))
def test_what_a_rule_refuses_is_not_found(text: str) -> None:
    assert find(text, PUBLISHED) == ()


def test_every_rule_has_an_id_a_meaning_and_examples() -> None:
    seen = set()
    for rule in rules():
        assert rule["id"] not in seen
        seen.add(rule["id"])
        assert rule["means"]
        assert rule["family"]
        assert rule["title"]
        assert rule["examples"], rule["id"]
