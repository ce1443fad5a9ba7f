"""Parts of names, their Latin letters, and the key that finds other Latin spellings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.arabic.letters import fold_word
from isnad.entities import latin_key, transliterate
from isnad.entities.person_names import parts, spelt_alike
from tests.cases import cases

CASES = Path(__file__).parent / "identity"


@pytest.mark.parametrize("case", cases(CASES / "latin.jsonl"))
def test_a_name_is_written_in_latin_letters(case: dict[str, Any]) -> None:
    assert transliterate(case["text"]) == case["gives"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"),
        ("Adel Abdul-Mahdi", "Adil Abd al-Mahdi"),
        ("Hussain", "Hussein"),
        ("El-Sisi", "al-Sisi"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert latin_key(one) == latin_key(other)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("عادل عبد المهدي", ["given", "family"]),
        ("أبو بكر البغدادي", ["kunya", "family"]),
        ("محمد بن سلمان آل سعود", ["given", "nasab", "house"]),
        ("نور الدين بدوي", ["given", "family"]),
    ],
)
def test_a_name_has_parts(name: str, kinds: list[str]) -> None:
    assert [part.kind for part in parts(tuple(fold_word(name).split()))] == kinds


def test_a_long_vowel_more_is_a_matter_of_spelling_only_in_names_that_nobody_here_bears() -> None:
    known = frozenset({"سليمان", "سلمان"})
    assert spelt_alike(("ماكنزي",), ("ماكينزي",), known)
    assert not spelt_alike(("سليمان",), ("سلمان",), known)
    assert not spelt_alike(("سالم",), ("سليم",), frozenset())
