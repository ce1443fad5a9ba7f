"""Whole sentences: case files of our own, what must never be found, and what is known to fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isnad.times import FUTURE, NEWS, find, replay
from tests.cases import cases
from tests.times.expectations import described

CASES = Path(__file__).parent / "cases"
PUBLISHED = date(2020, 4, 1)


def found(row: dict[str, Any]) -> str:
    published = date.fromisoformat(row["published"]) if row.get("published") else PUBLISHED
    policy = FUTURE if row.get("policy") == "future" else NEWS
    times = find(row["text"], published, policy, time="12:00")
    for time in times:
        assert replay(time.steps, published) == (time.earliest, time.latest), time.text
    return described(times, row["gives"])


@pytest.mark.parametrize("row", cases(CASES / "in_the_wild.jsonl"))
def test_sentence_gives_its_days(row: dict[str, Any]) -> None:
    assert found(row) == row["gives"], row["why"]


@pytest.mark.parametrize("row", cases(CASES / "press_of_countries.jsonl"))
def test_sentence_of_a_countrys_press_gives_its_days(row: dict[str, Any]) -> None:
    assert found(row) == row["gives"], row["why"]


@pytest.mark.parametrize("row", cases(CASES / "families.jsonl"))
def test_family_of_expressions_gives_its_days(row: dict[str, Any]) -> None:
    assert found(row) == row["gives"], row["why"]


@pytest.mark.parametrize("row", cases(CASES / "negatives.jsonl"))
def test_no_date_is_found(row: dict[str, Any]) -> None:
    assert find(row["text"], PUBLISHED) == (), row["why"]


@pytest.mark.parametrize("row", cases(CASES / "known_failures.jsonl"))
def test_known_failure_still_fails(row: dict[str, Any]) -> None:
    """One that passes has been mended: move it to in_the_wild.jsonl."""
    assert found(row) != row["gives"], row["why"]


def test_surface_is_the_text_at_its_offsets() -> None:
    text = "وَقَالَ الوزيـــر، أمسِ الثُّلاثاء، إنّ المؤتمر سيعقد في ٥ أيّار."
    times = find(text, PUBLISHED)
    assert [time.text for time in times] == ["أمسِ الثُّلاثاء", "٥ أيّار"]
    assert all(text[time.start : time.end] == time.text for time in times)


def test_glued_preposition_stays_outside_and_fused_article_inside() -> None:
    assert [time.text for time in find("وبالأمس وللخميس المقبل", PUBLISHED)] == ["الأمس", "للخميس المقبل"]


def test_without_publication_day_relative_time_has_no_days_and_says_why() -> None:
    (time,) = find("قال الاثنين الماضي")
    assert (time.earliest, time.latest) == (None, None)
    assert [step.op for step in time.steps] == ["unknown"]
    assert "تاريخ النشر غير معلوم" in time.steps[0].says


def test_without_publication_day_absolute_time_has_its_days() -> None:
    (time,) = find("في 3 كانون الثاني 2020")
    assert (time.earliest, time.latest, time.edtf) == ("2020-01-03", "2020-01-03", "2020-01-03")


def test_weekday_that_is_not_that_of_its_date_is_noted() -> None:
    (time,) = find("الأحد 3 كانون الثاني 2020", PUBLISHED)
    assert time.earliest == "2020-01-03"
    assert "الأحد" in time.reason
    assert "الجمعة" in time.reason
    assert time.confidence < 0.8


def test_two_calendars_that_disagree_are_noted() -> None:
    one, other = find("12 رجب 1440 هـ الموافق 18 أيار 2019", PUBLISHED)
    assert "لا يتطابقان" in one.reason
    assert "لا يتطابقان" in other.reason


def test_moon_sighted_a_day_apart_is_no_disagreement() -> None:
    one, other = find("12 رجب 1440 هـ الموافق 18 آذار 2019", PUBLISHED)
    assert one.earliest == other.earliest == "2019-03-18"
    assert not one.reason
