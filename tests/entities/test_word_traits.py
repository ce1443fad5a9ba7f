"""How words behave in written Arabic, as the recogniser is told."""

from __future__ import annotations

import pytest

from isnad.arabic.letters import fold_word
from isnad.entities.word_traits import frequency, table_text, traits


@pytest.mark.parametrize(
    ("common", "rare"),
    [("في", "كتاب"), ("كتاب", "سليماني"), ("سليماني", "كاغينز"), ("وليد", "ليد"), ("عيسى", "وعيسى")],
)
def test_common_words_are_told_from_rare_ones(common: str, rare: str) -> None:
    assert frequency(fold_word(common)) > frequency(fold_word(rare))


@pytest.mark.parametrize(("word", "trait"), [("كتاب", "ZA0"), ("لندن", "ZA-"), ("الكتاب", "ZD0"), ("لندن", "ZP-")])
def test_a_common_noun_takes_article_and_pronouns_and_a_name_does_not(word: str, trait: str) -> None:
    assert trait in traits(fold_word(word))


def test_of_an_unknown_word_nothing_is_said_but_that() -> None:
    assert traits("كاغينزوف") == ("Z0",)


def test_words_stand_by_their_frequency() -> None:
    assert table_text({"ب": 20, "ا": 20, "ت": 31}) == "20 ا ب\n31 ت"
