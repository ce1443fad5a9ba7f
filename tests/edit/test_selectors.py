"""Selectors: a place told by what stands there is found again, as exactly or as loosely as people write."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.spans import Span
from isnad.article import Selector
from isnad.edit import places, selector_for
from isnad.edit.nearest import nearest
from tests.texts import arabic_texts

TEXT = "وصل الوفد إلى بغداد، ثم زار\nالوفد محافظة بغداد وبغداد القديمة. انتهت زيارة هيت بعد هيت."


@st.composite
def _spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(arabic_texts().filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(_spans())
def test_a_selector_made_from_any_span_finds_that_span_alone(case: tuple[str, Span]) -> None:
    text, span = case
    assert places(text, selector_for(text, span)) == [span]


@given(_spans(), st.integers(0, 9))
def test_what_is_found_reads_as_the_quote(case: tuple[str, Span], context: int) -> None:
    text, span = case
    exact = text[span.start : span.end]
    found = places(text, Selector(exact, text[max(0, span.start - context) : span.start]))
    assert found
    assert all(text[one.start : one.end] == exact for one in found)


@pytest.mark.parametrize(
    ("selector", "found", "why"),
    [
        (Selector("الوفد"), ["وصل [الوفد] إلى", "زار\n[الوفد] محا"], "every place"),
        (Selector("الوفد", "زار"), ["زار\n[الوفد] محا"], "white space between prefix and quote need not be written"),
        (Selector("الوفد", "", "إلى"), ["وصل [الوفد] إلى"], "nor between quote and suffix"),
        (Selector("زار الوفد"), [" ثم [زار\nالوفد] محا"], "a line end is white space"),
        (Selector("بغداد", "", " القديمة"), ["اد و[بغداد] الق"], "a conjunction is no part of the word"),
        (
            Selector("هيت"),
            ["ارة [هيت] بعد", "بعد [هيت]."],
            "never inside a longer word where it stands alone elsewhere",
        ),
        (Selector("نتهت"), ["ة. ا[نتهت] زيا"], "inside a word where it stands nowhere else"),
        (Selector("وصل … بغداد"), ["[وصل الوفد إلى بغداد]، ثم"], "an ellipsis stands for the shortest stretch"),
        (Selector("الوفد...القديمة"), ["زار\n[الوفد محافظة بغداد وبغداد القديمة]. ان"], "within one paragraph"),
        (Selector("وصل … إلى … ثم", "", "زار"), ["[وصل الوفد إلى بغداد، ثم] زار"], "several ellipses, and a suffix"),
        (Selector("وصل … محافظة"), [], "never from one paragraph to the next"),
        (Selector("بغداد", "دمشق"), [], "another prefix"),
        (Selector("دمشق"), [], "another word"),
        (Selector("…"), [], "an ellipsis alone says nothing"),
    ],
)
def test_places(selector: Selector, found: list[str], why: str) -> None:
    shown = [
        f"{TEXT[max(0, one.start - 4) : one.start]}[{TEXT[one.start : one.end]}]{TEXT[one.end : one.end + 4]}"
        for one in places(TEXT, selector)
    ]
    assert shown == found, why


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("عادل عبدالمهدي", "عادل عبد المهدي"),
        ("الحكومه العراقيه", "الحكومة العراقية"),
        ("لحكومة العراقية", "الحكومة العراقية"),
        ("قندهار", None),
        ("؟", None),
        ("", None),
    ],
)
def test_the_nearest_words_are_what_was_meant(quote: str, found: str | None) -> None:
    text = "حذر رئيس الحكومة العراقية عادل عبد المهدي من الأمر."
    span = nearest(text, quote)
    assert (text[span.start : span.end] if span else None) == found


def test_a_quote_is_found_in_a_book_of_one_line_in_no_time() -> None:
    text = "قال المسؤول إن الوفد وصل إلى بغداد، " * 60_000 + "ثم غادر هيت"
    began = time.perf_counter()
    assert places(text, Selector("هيت"))
    assert places(text, Selector("ثم … هيت", "بغداد،"))
    assert not places(text, Selector("المسؤول … الرمادي", "بيروت"))
    assert not places(text, Selector("ا … ل … ا … ل … ا … ل … الرمادي"))
    assert nearest(text, "قال المسوول") is not None
    assert time.perf_counter() - began < 10
