"""Calendar arithmetic: against Python's own where that reaches, against known days elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.times import calendars, feasts

ANY_DAY = st.integers(-400_000, 4_000_000)


@given(day=ANY_DAY)
def test_day_survives_its_gregorian_date(day: int) -> None:
    assert calendars.ordinal(*calendars.ymd(day)) == day
    assert calendars.from_iso(calendars.iso(day)) == day


@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_gregorian_agrees_with_python(day: date) -> None:
    assert calendars.ymd(day.toordinal()) == (day.year, day.month, day.day)
    assert calendars.weekday(day.toordinal()) == day.isoweekday()
    assert calendars.iso_week(day.toordinal()) == day.isocalendar()[:2]


@given(day=st.integers(227_015, 1_000_000))
def test_day_survives_its_hijri_date(day: int) -> None:
    assert calendars.hijri_ordinal(*calendars.hijri(day)) == day


@given(year=st.integers(1, 1700), month=st.integers(1, 12))
def test_hijri_months_follow_each_other(year: int, month: int) -> None:
    first, last = calendars.hijri_month_span(year, month)
    assert last - first + 1 in (28, 29, 30, 31)  # 28 and 31 only where the tables meet the reckoning
    assert calendars.hijri_month_span(year, month + 1)[0] - last in (0, 1, 2)


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1441, 9, 1), "2020-04-24"),
        ((1442, 1, 1), "2020-08-20"),
        ((1400, 1, 1), "1979-11-20"),
        ((1, 1, 1), "0622-07-19"),
    ],
)
def test_known_hijri_days(hijri: tuple[int, int, int], gregorian: str) -> None:
    assert calendars.iso(calendars.hijri_ordinal(*hijri)) == gregorian


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2013, "2013-03-31"), ("easter", 2024, "2024-03-31"), ("orthodox-easter", 2024, "2024-05-05"),
        ("orthodox-easter", 2016, "2016-05-01"),
        ("rosh-hashanah", 2017, "2017-09-21"), ("yom-kippur", 2023, "2023-09-25"),
        ("passover", 2018, "2018-03-31"), ("hanukkah", 2017, "2017-12-13"), ("hanukkah", 2023, "2023-12-08"),
        ("eid-al-fitr", 2019, "2019-06-04"), ("eid-al-adha", 2013, "2013-10-15"), ("mawlid", 2017, "2017-11-30"),
        ("chinese-new-year", 2024, "2024-02-10"), ("diwali", 2022, "2022-10-24"), ("thanksgiving", 2015, "2015-11-26"),
    ],
)  # fmt: skip
def test_known_feasts(name: str, year: int, day: str) -> None:
    first, last = feasts.day_of(name, year)
    assert calendars.iso(first) == calendars.iso(last) == day


def test_years_before_the_era_have_a_sign() -> None:
    assert calendars.iso(calendars.ordinal(-43, 3, 15)) == "-0043-03-15"
    assert calendars.iso(calendars.ordinal(0, 2, 29)) == "0000-02-29"


def test_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        calendars.ordinal(2019, 2, 29)
    with pytest.raises(ValueError, match="no day 31"):
        calendars.hijri_ordinal(1441, 9, 31)
