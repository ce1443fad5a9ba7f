"""Words with their places, and the closed set of glued clitics."""

import pytest
from hypothesis import given

from isnad.arabic.letters import fold
from isnad.arabic.words import splits, words
from tests.texts import arabic_texts


@given(arabic_texts())
def test_a_word_is_the_folded_form_of_its_place(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]).text == word.text


def test_marks_digits_and_scripts_are_words_of_their_own() -> None:
    assert " ".join(word.text for word in words("وقال:«في 30آذار» F-16")) == "وقال : « في 30 اذار » F - 16"


@pytest.mark.parametrize(
    ("word", "prefix", "rest", "article"),
    [
        ("وللخميس", "ولل", "خميس", True),
        ("بالصواريخ", "بال", "صواريخ", True),
        ("وبغداد", "و", "بغداد", False),
        ("فلبنان", "ف", "لبنان", False),
        ("كالعراق", "كال", "عراق", True),
    ],
)
def test_splits_hold_the_reading(word: str, prefix: str, rest: str, article: bool) -> None:
    assert (prefix, rest, article) in [tuple(split) for split in splits(word)]


@given(arabic_texts())
def test_a_split_loses_nothing(text: str) -> None:
    for word in words(text):
        for split in splits(word.text):
            assert split.prefix + split.rest == word.text
            assert len(split.rest) >= 2
