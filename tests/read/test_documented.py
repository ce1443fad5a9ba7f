"""What may stand in a sidecar, and what the document says may stand there, are the same."""

import re
from pathlib import Path

import pytest

from isnad.article import Layer
from isnad.read.correction_rules import ACTIONS, LAYERS, layer_rules, selector_keys
from isnad.read.sidecar import KEYS

TEXT = (Path(__file__).parents[2] / "seeds" / "README.md").read_text(encoding="utf-8")


def _documented(heading: str) -> set[str]:
    """The names in the first column of the tables below a heading, up to the next one."""
    below = TEXT.split(f"\n{heading}\n")[1].split("\n#")[0]
    cells = re.findall(r"^\| (`.+?) \|", below, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_the_keys_of_a_sidecar() -> None:
    assert _documented("## How to write a sidecar") == set(KEYS)


def test_the_actions() -> None:
    assert _documented("## How to correct") == set(ACTIONS)


def test_the_keys_that_say_where_and_why() -> None:
    assert _documented("### Where") == set(selector_keys())


@pytest.mark.parametrize("layer", LAYERS)
def test_the_keys_of_a_layer(layer: Layer) -> None:
    assert _documented(f"#### {layer}") == set(layer_rules()[layer].keys)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_choices_of_a_layer(layer: Layer) -> None:
    below = TEXT.split(f"\n#### {layer}\n")[1].split("\n#")[0]
    assert all(f"`{choice}`" in below for key in layer_rules()[layer].keys.values() for choice in key.of)
