"""The interface has words for all that the knowledge files and the annotation can say."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from isnad.entities import load_knowledge
from isnad.pages.labels import labels


def test_every_sort_of_the_knowledge_files_has_a_name() -> None:
    assert {entity.kind for entity in load_knowledge().entities.values()} - {""} <= set(labels()["kind"])


def test_the_classes_of_events_are_those_of_the_inventory() -> None:
    text = (files("isnad.statements") / "data/classes.toml").read_text(encoding="utf-8")
    inventory = {name: row["ar"] for name, row in tomllib.loads(text).items()}
    assert labels()["class"] == inventory


def test_every_stance_of_a_verb_has_a_name() -> None:
    text = (files("isnad.statements") / "data/saying.tsv").read_text(encoding="utf-8")
    header = next(line for line in text.splitlines() if line.startswith("# lemma\t")).split("\t")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert {row[header.index("stance")] for row in rows} <= set(labels()["stance"])
