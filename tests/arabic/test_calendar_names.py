"""Dates in words, as a newspaper prints them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.calendar_names import day_words, month_name, parse, span_words
from tests.cases import cases


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "calendar_names.jsonl"))
def test_dates_are_said_in_words(case: dict[str, Any]) -> None:
    assert span_words(case["from"], case["to"], case.get("edtf")) == case["gives"], case["why"]


def test_a_day_can_stand_without_its_name() -> None:
    assert day_words("2020-03-30", weekday=False) == "30 آذار/مارس 2020"


@pytest.mark.parametrize("wrong", ["30/3/2020", "2020-3-30", "2020-03", "", "2020-03-30T10:00"])
def test_only_whole_iso_days_are_read(wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong or "^$"):
        parse(wrong)


@given(st.dates())
def test_every_day_says_its_number_month_and_year(day: date) -> None:
    words = day_words(day.isoformat())
    assert words.split()[1] == str(day.day)
    assert month_name(day.month) in words
    assert words.endswith(f" {day.year}")


@given(st.dates(), st.dates())
def test_no_interval_is_said_as_another(one: date, other: date) -> None:
    """The words of an interval name both its ends, unless it is a whole month or year."""
    first, last = sorted((one, other))
    words = span_words(first.isoformat(), last.isoformat())
    assert str(last.year) in words
    if first.day != 1 and first != last:
        assert f"من {first.day} " in words
        assert f"إلى {last.day} " in words
