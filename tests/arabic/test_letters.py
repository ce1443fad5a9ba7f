"""Folding: what becomes the same, and the way back to the exact text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.letters import fold, fold_word, fold_words, is_arabic
from tests.texts import arabic_texts


@pytest.mark.parametrize(
    ("text", "folded", "why"),
    [
        ("الإثنين", "الاثنين", "hamza below alef"),
        ("آذار", "اذار", "madda"),
        ("مَارِس", "مارس", "diacritics"),
        ("رمـــضان", "رمضان", "tatweel"),
        ("٣٠/۱۲", "30/12", "digits of two more scripts"),
        ("قاعدة", "قاعده", "taa marbuta"),
        ("على", "علي", "alef maqsura"),
        ("\ufefbيوم", "لايوم", "a presentation form unfolds to two letters"),
        ("أ\N{RIGHT-TO-LEFT MARK}ب", "اب", "an invisible mark"),
    ],
)
def test_folds(text: str, folded: str, why: str) -> None:
    assert fold(text).text == folded, why


@given(arabic_texts())
def test_every_folded_character_comes_from_where_the_map_says(text: str) -> None:
    folded = fold(text)
    for position, char in enumerate(folded.text):
        start, end = folded.span(position, position + 1)
        assert end == start + 1
        assert char in fold(text[start:end]).text


@given(arabic_texts())
def test_the_map_never_goes_back(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(position) for position in range(len(folded.text))]
    assert origins == sorted(origins)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_letters_of_the_script_are_told_from_its_marks() -> None:
    assert is_arabic("ع")
    assert is_arabic("گ")
    assert not is_arabic("،")
    assert not is_arabic("A")


@given(st.lists(st.text(st.characters(exclude_characters="\n"))))
def test_many_words_fold_as_each_by_itself(words: list[str]) -> None:
    assert fold_words(words) == [fold_word(word) for word in words]
