"""The interface's words, and the filters by which templates use them. The words themselves are in labels.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from isnad.arabic.plurals import Noun, agreeing, counted

FOLDER = "isnad.pages"


@cache
def labels() -> dict[str, Any]:
    """All labels, by group and name."""
    return tomllib.loads(resources.files(FOLDER).joinpath("labels.toml").read_text(encoding="utf-8"))


def count(number: int, noun: str) -> str:
    """«3 مقالات»: the number with one of the nouns of labels.toml in the right form."""
    return counted(number, _nouns()[noun])


def noun(number: int, noun: str) -> str:
    """«مقالات»: the noun alone in the form that the number asks for, for a number that stands apart."""
    return agreeing(number, _nouns()[noun])


def amount(value: float | None) -> str:
    """A number as readers write it: groups of three digits, no needless decimals; «—» for none."""
    if value is None:
        return "—"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


@cache
def _nouns() -> dict[str, Noun]:
    return {name: Noun(*forms) for name, forms in labels()["nouns"].items()}
