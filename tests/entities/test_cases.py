"""Names in press sentences: those in the wild, negatives, and what is known to fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.entities import load_knowledge, recognise
from isnad.entities.grammar import rules
from tests.cases import cases

CASES = Path(__file__).parent / "cases"


def _problems(case: dict[str, Any]) -> list[str]:
    found = {mention.text: mention.type for mention in recognise(case["text"], load_knowledge())}
    missing = [f"{name} is {found.get(name)}" for name, kind in case["has"].items() if found.get(name) != kind]
    return missing + [f"{name} was found" for name in case.get("hasnot", ()) if name in found]


@pytest.mark.parametrize("case", cases(CASES / "in_the_wild.jsonl"))
def test_names_in_the_wild(case: dict[str, Any]) -> None:
    assert _problems(case) == [], case["why"]


@pytest.mark.parametrize("case", cases(CASES / "negatives.jsonl"))
def test_what_is_no_name(case: dict[str, Any]) -> None:
    found = recognise(case["text"], load_knowledge())
    assert [(mention.text, mention.rule) for mention in found] == [], case["why"]


@pytest.mark.parametrize("case", cases(CASES / "known_failures.jsonl"))
def test_known_failures_still_fail(case: dict[str, Any]) -> None:
    assert _problems(case) != [], "it passes now: move it to in_the_wild.jsonl"


def test_every_rule_has_an_example() -> None:
    assert [rule.id for rule in rules() if not rule.examples] == []


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [pytest.param(rule.type, *example, id=example[0]) for rule in rules() for example in rule.examples],
)
def test_examples_of_the_rules(kind: str, text: str, name: str) -> None:
    found = {mention.text: mention.type for mention in recognise(text, load_knowledge())}
    assert name in found
    assert {kind, found[name]} <= {"place", "facility"} or kind == found[name] or "«" in text
