"""The words that expressions of time are made of, by folded form, with the clitics in front of them taken off."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from isnad.arabic.letters import fold_word
from isnad.arabic.numbers import starts_number
from isnad.arabic.words import ARTICLE, splits

# Labels whose words may take the article; the others stand as they are listed.
WITH_ARTICLE = frozenset(
    (
        "weekday season unit units dual decadename daypart monthword yearword dayunit weekunit centuryunit decadeunit"
        " bigunit weekormore minuteword secondword fraction feast zone"
    ).split()
)
# Doubtful words are no month with «ب» glued to them («باب»).
_UNGLUED = frozenset(("weakname", "weakhijri", "safar"))

Value = int | float | str
FILES = ("months", "units", "direction", "connectors", "dayparts", "deixis", "guards")

# A neighbourhood is looked at only where one of these stands in it.
ANCHORS = frozenset(
    (
        "monthname weakname hijriname weakhijri safar libyanname monthabbreviation weekday season unit units dual"
        " dualof unit-alone decadename yearword quarterword halfname thirdname millennium"
        " firstten lastten workday weekend feast bc zone"
        " deictic present present-alone past-vague future-vague temporary setadverb thatday nighttoday times"
        " hourword daytime dayadverb daypart carmaker namesake personname"
        " sunsetword quarterhour thousandword current thereof centuries millenniumword"
    ).split()
)


class Entry(NamedTuple):
    """One meaning of a form: its label, its value, and the further words that the form needs after the first."""

    label: str
    value: Value
    definite: bool
    rest: tuple[str, ...] = ()


class Analysis(NamedTuple):
    """A word read: the clitics before it («و», «ب»...), what it may mean, whether it may begin a number.

    anchor: whether it calls for a look; leads: the words that call for one after it («في» before «الصباح»).
    hours: whether an hour in words does («عند السابعة»).
    """

    prefix: str
    stem: str
    entries: tuple[Entry, ...]
    numeric: bool
    anchor: bool
    leads: frozenset[str]
    hours: bool


Table = dict[str, list[Entry]]


@lru_cache(maxsize=1)
def table() -> Table:
    """All forms of the lexicon by their first folded word; definite forms are listed with their article."""
    found: Table = {}
    for name in FILES:
        for label, values in load_toml("lexicon", name).items():
            for value, forms in values.items():
                for form in forms:
                    add(found, label, _typed(value), form)
    for feast in load_toml("lexicon", "feasts")["feast"]:
        for form in feast["forms"]:
            add(found, "feast", feast["id"], form)
    return found


def load_toml(*path: str) -> dict[str, Any]:
    """A data file of this package, such as load_toml("lexicon", "months")."""
    file = resources.files("isnad.times").joinpath(*path[:-1], path[-1] + ".toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def add(found: Table, label: str, value: Value, form: str, *, exact: bool = False) -> None:
    """Put a form into the table; without `exact`, one that is written without its article stands with it too."""
    first, *rest = _pieces(form)
    found.setdefault(first, []).append(Entry(label, value, first.startswith(ARTICLE), tuple(rest)))
    if not exact and label in WITH_ARTICLE and not first.startswith(ARTICLE) and first.isalpha():
        found.setdefault(ARTICLE + first, []).append(Entry(label, value, True, tuple(rest)))


def _pieces(form: str) -> list[str]:
    from isnad.arabic.words import words

    return [word.text for word in words(fold_word(form))]


def _typed(value: str) -> Value:
    try:
        return int(value)
    except ValueError:
        return value


def analyse(word: str, forms: Table) -> Analysis | None:
    """The reading of a folded word with the fewest clitics that the lexicon knows; None when it knows none."""
    for prefix, stem in _candidates(word):
        entries = forms.get(stem)
        if prefix and entries:
            entries = [entry for entry in entries if entry.label not in _UNGLUED or prefix == "\u0648"]
        numeric = starts_number(stem)
        if entries or numeric:
            calling = [entry for entry in entries or () if entry.label in ANCHORS]
            leads = frozenset(entry.rest[0] for entry in calling if entry.rest)
            anchor = any(not entry.rest for entry in calling)
            hours = any(entry.label == "at" for entry in entries or ())
            return Analysis(prefix, stem, tuple(entries or ()), numeric, anchor, leads, hours)
    return None


def _candidates(word: str) -> Iterable[tuple[str, str]]:
    yield "", word
    for split in splits(word):
        if split.article and split.prefix.endswith(ARTICLE):
            continue  # the same word with its article kept comes by itself
        if split.article:
            yield split.prefix, ARTICLE + split.rest
        elif split.prefix:
            yield split.prefix, split.rest
