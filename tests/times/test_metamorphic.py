"""What must not change a result, and what must change it in step."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.annotation import Time
from isnad.arabic.letters import DIACRITICS
from isnad.times import FUTURE, NEWS, Policy, find, replay
from isnad.times.calendars import from_iso
from tests.cases import cases
from tests.texts import arabic_texts

CASES = Path(__file__).parent / "cases"
PUBLISHED = date(2021, 3, 10)
UNHURRIED = settings(deadline=None)  # what is measured here is days, not time
WEEKLY = (  # relative to the week or the day alone, so that they move with the publication day by whole weeks
    "قال أمس",
    "سيصل بعد غد",
    "الاثنين الماضي",
    "يوم الخميس المقبل",
    "أعلن الوزير الأحد",
    "الأسبوع الماضي",
    "خلال الأسبوع المقبل",
    "قبل ثلاثة أيام",
    "بعد أسبوعين",
    "السبت والأحد الماضيين",
    "مساء الجمعة الماضي",
    "عطلة نهاية الأسبوع",
    "الأيام الثلاثة المقبلة",
    "منذ ثمانية أيام",
)
SENTENCES = (
    "قال الوزير أمس الأربعاء إن الاتفاق سيوقع في 15 أيار المقبل",
    "بين عامي 1980 و1988",
    "في الخامس والعشرين من كانون الأول سنة ألفين وعشرة",
    "منذ الأسبوع الأول من رمضان 1441 هـ",
    "الساعة 10:30 صباحا من يوم الاثنين الماضي",
    "أوائل التسعينيات من القرن الماضي",
    "بعد نحو ثلاثة أشهر من الهجوم",
)


def shape(times: tuple[Time, ...]) -> list[tuple[object, ...]]:
    return [(time.kind, time.earliest, time.latest, time.timex3, time.edtf, time.rule) for time in times]


@pytest.mark.parametrize("text", WEEKLY)
@UNHURRIED
@given(weeks=st.integers(-600, 600))
def test_publication_moved_by_weeks_moves_results_with_it(text: str, weeks: int) -> None:
    moved = timedelta(weeks=weeks)
    before, after = find(text, PUBLISHED), find(text, PUBLISHED + moved)
    assert before
    for one, other in zip(before, after, strict=True):
        assert one.earliest
        assert one.latest
        assert other.earliest
        assert other.latest
        assert from_iso(other.earliest) - from_iso(one.earliest) == moved.days
        assert from_iso(other.latest) - from_iso(one.latest) == moved.days


@pytest.mark.parametrize("text", SENTENCES)
@UNHURRIED
@given(data=st.data())
def test_marks_inside_words_change_nothing(text: str, data: st.DataObject) -> None:
    marks = [*DIACRITICS[:20], "\N{ARABIC TATWEEL}", "\N{RIGHT-TO-LEFT MARK}"]
    pieces = []
    for char in text:
        pieces.append(char)
        if "\u0621" <= char <= "\u064a" and data.draw(st.booleans()):
            pieces.append(data.draw(st.sampled_from(marks)))
    assert shape(find("".join(pieces), PUBLISHED)) == shape(find(text, PUBLISHED))


@pytest.mark.parametrize("text", SENTENCES)
def test_missing_hamzas_change_nothing(text: str) -> None:
    bare = text.translate(str.maketrans("أإآ", "ااا"))
    assert shape(find(bare, PUBLISHED)) == shape(find(text, PUBLISHED))


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_digits_of_another_script_change_nothing(text: str, digits: str) -> None:
    assert shape(find(text.translate(str.maketrans("0123456789", digits)), PUBLISHED)) == shape(find(text, PUBLISHED))


@pytest.mark.parametrize("row", cases(CASES / "press_of_countries.jsonl"))
def test_spelling_of_a_press_sentence_changes_nothing(row: dict[str, str]) -> None:
    text, published = row["text"], date.fromisoformat(row["published"])
    found = shape(find(text, published))
    assert shape(find(text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), published)) == found
    stretched = re.sub(r"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ابتثجحخدذرزسشصضطظعغفقكلمنهوية])", "\N{ARABIC TATWEEL}", text)
    assert shape(find(stretched, published)) == found
    bare = text.translate(str.maketrans("أإ", "اا"))
    assert shape(find(bare, published)) == found


@pytest.mark.parametrize("text", SENTENCES)
def test_what_stands_around_changes_nothing(text: str) -> None:
    around = find(f"هكذا: {text}. ثم انتهى.", PUBLISHED)
    assert shape(around) == shape(find(text, PUBLISHED))


@UNHURRIED
@given(text=arabic_texts(60), policy=st.sampled_from([NEWS, FUTURE]))
def test_any_text_gives_sound_times(text: str, policy: Policy) -> None:
    times = find(text, PUBLISHED, policy, time="09:30")
    assert list(times) == sorted(times, key=lambda time: time.start)
    for time in times:
        assert text[time.start : time.end] == time.text
        assert time.text.strip()
        assert time.steps
        assert all(step.says for step in time.steps)
        assert replay(time.steps, PUBLISHED) == (time.earliest, time.latest)
        assert time.earliest is None or time.latest is None or from_iso(time.earliest) <= from_iso(time.latest)
    assert all(one.end <= other.start for one, other in pairwise(times))


@UNHURRIED
@given(text=arabic_texts(30))
def test_unknown_publication_never_invents_days(text: str) -> None:
    for time in find(text):
        assert replay(time.steps, None) == (time.earliest, time.latest)
