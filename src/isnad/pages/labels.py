"""The interface's words, and the filters by which templates use them. The words themselves are in labels.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from isnad.arabic.plurals import Noun, agreeing, counted

FOLDER = "isnad.pages"
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SYMBOL = 2  # letters of «كم» and the like, which have one form


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
    """A number as readers write it: «4 مليارات», else groups of three digits, no needless decimals; «—» for none."""
    if value is None:
        return "—"
    for size, name in _LARGE:
        if value >= size and round(10 * value / size) * size == 10 * value:
            return _of_large(value / size, name)
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def stands_apart(value: float, unit: str) -> bool:
    """Whether the unit, which is known as a singular, would need another form right after the number: «بطارية: 2»."""
    whole = value == int(value) and value < _LARGE[-1][0]
    return whole and len(unit) > _SYMBOL and (value in (1, 2) or 3 <= value % 100 <= 10)


def _of_large(number: float, name: str) -> str:
    forms = _nouns()[name]
    if number in (1, 2) or number != int(number):
        return forms.one if number == 1 else f"{number:g} {forms.one}"
    return counted(int(number), forms)


@cache
def _nouns() -> dict[str, Noun]:
    return {name: Noun(*forms) for name, forms in labels()["nouns"].items()}
