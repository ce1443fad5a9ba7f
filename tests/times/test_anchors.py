"""Expressions that count from an event: no day of their own, one once the event's day is known."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotation import Time
from isnad.times import complete, find, replay

PUBLISHED = date(2021, 6, 15)


def only(text: str) -> Time:
    (time,) = find(text, PUBLISHED)
    return time


def test_event_is_spanned_and_days_stay_unknown() -> None:
    text = "أعيد فتح المعبر بعد ثلاثة أسابيع من إغلاقه إثر القصف، وفق مصدر محلي"
    time = only(text)
    assert (time.earliest, time.latest, time.timex3) == (None, None, "P3W")
    assert time.anchor
    assert text[slice(*time.anchor)] == "إغلاقه إثر القصف"


def test_months_after_an_event_give_the_month_and_not_the_day() -> None:
    time = complete(only("بعد شهرين من تعرض القافلة لهجوم"), "2020-01-08")
    assert (time.earliest, time.latest, time.edtf, time.approximate) == ("2020-03-01", "2020-03-31", "2020-03~", True)


def test_days_before_an_event_give_the_day() -> None:
    time = complete(only("قبل يومين من التصويت"), "2020-01-08")
    assert (time.earliest, time.latest, time.approximate) == ("2020-01-06", "2020-01-06", False)


def test_days_without_a_number_leave_one_side_open() -> None:
    assert complete(only("بعد أيام من الهجوم"), "2020-01-08").edtf == "2020-01-09~/.."


def test_hours_stay_on_the_day_of_the_event() -> None:
    assert complete(only("قبل ساعات من الاقتراع"), "2020-01-08").latest == "2020-01-08"


def test_completed_time_replays() -> None:
    time = complete(only("بعد عام من سقوط المدينة"), "2019-03-02", "2019-03-09")
    assert replay(time.steps, None) == (time.earliest, time.latest) == ("2020-01-01", "2020-12-31")


def test_time_without_an_event_is_refused() -> None:
    with pytest.raises(ValueError, match="counts from no event"):
        complete(only("قبل يومين"), "2020-01-08")
