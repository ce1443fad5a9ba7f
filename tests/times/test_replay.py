"""The closed vocabulary of steps: each is said, each replays, and an unknown one is refused."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotation import Step
from isnad.times import find, replay
from isnad.times.days import PUSHES
from isnad.times.lexicon import load_toml
from isnad.times.replay import SILENT
from isnad.times.turns import TURNS

PUBLISHED = date(2020, 4, 1)


def test_every_operation_is_said_and_nothing_else() -> None:
    said = {name.split(".")[0] for name in load_toml("lexicon", "says")["step"]}
    assert said == {"published", "copy", "hull", *PUSHES, *TURNS, *SILENT}


def test_unknown_operation_is_refused() -> None:
    with pytest.raises(KeyError):
        replay([Step("published"), Step("guess")], PUBLISHED)


def test_editors_days_replay() -> None:
    steps = [*find("الاثنين الماضي", PUBLISHED)[0].steps, Step("editor", {"earliest": "2020-03-29", "latest": None})]
    assert replay(steps, PUBLISHED) == ("2020-03-29", None)


def test_steps_tell_how_the_day_was_found() -> None:
    (time,) = find("الاثنين الماضي", PUBLISHED)
    assert [step.says for step in time.steps] == [
        "تاريخ النشر: الأربعاء 1 نيسان/أبريل 2020",
        "آخر يوم اثنين قبل تاريخ النشر (الأربعاء 1 نيسان/أبريل 2020) ⇐ الاثنين 30 آذار/مارس 2020",
    ]


def test_no_step_shows_a_template() -> None:
    texts = (
        "الأسبوع الماضي", "رمضان المقبل", "قبل ثلاثة أيام", "بعد عامين", "أوائل حزيران الماضي", "صيف 2011",
        "ثالث ثلاثاء في أيلول 2014", "منذ 28 شباط", "بين 3 و9 أيار", "بعد 3 أيام عمل", "عطلة نهاية الأسبوع",
        "الساعة الخامسة مساء", "كل جمعة", "مؤخرا", "القرن السابع الهجري", "الأشهر الثلاثة الماضية", "عيد الفطر",
        "قرابة عام 1950", "الأسبوع 32 من 2026",
    )  # fmt: skip
    for text in texts:
        for time in find(text, PUBLISHED):
            assert time.steps
            assert not [step.says for step in time.steps if "{" in step.says or not step.says]
