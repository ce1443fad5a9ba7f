"""Which days the text itself speaks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from isnad.times import candidates
from isnad.times.publication import Landmark

SEED = Path(__file__).parents[2] / "seeds" / "patriot-iraq.txt"


def test_text_without_evidence_has_no_candidates() -> None:
    assert candidates("قال الوزير إن الاتفاق قريب") == ()


def test_month_in_the_sentence_of_a_landmark_fixes_the_year() -> None:
    best = candidates("تتفاوض الحكومتان منذ يناير الماضي، بعد اغتيال قاسم سليماني. وزار الوفد بغداد في شباط الماضي.")[0]
    assert best.earliest >= "2020-03-01"
    assert best.latest <= "2021-01-31"
    assert any("شباط الماضي" in reason for reason in best.reasons)


def test_weekday_with_its_date_leaves_some_years() -> None:
    found = candidates("سيعقد المؤتمر الخميس 14 أيار")
    assert {candidate.earliest[:4] for candidate in found} <= {"1992", "1998", "2009", "2015", "2020", "2026", "2037"}


def test_yesterdays_weekday_tells_the_weekday_of_publication() -> None:
    (best, *_) = candidates("قال الوزير أمس الأحد إن المؤتمر الذي عقد في 3 آذار 2019 نجح")
    assert date.fromisoformat(best.earliest).isoweekday() == 1
    assert best.earliest >= "2019-03-03"


def test_dossiers_own_landmarks_count() -> None:
    mark = Landmark("سقوط الجسر", date(2016, 5, 4).toordinal(), date(2016, 5, 4).toordinal(), ("سقوط الجسر الكبير",))
    assert candidates("يذكر أن سقوط الجسر الكبير أدى إلى إغلاق الطريق", [mark])[0].earliest == "2016-05-04"


def test_first_article_without_its_date_is_placed_in_its_spring() -> None:
    best = candidates(SEED.read_text(encoding="utf-8"))[0]
    assert best.earliest <= "2020-04-01" <= best.latest
    assert date.fromisoformat(best.latest) - date.fromisoformat(best.earliest) < date(2020, 3, 1) - date(2020, 1, 1)


def test_month_named_twice_counts_once_and_every_weight_has_its_reason() -> None:
    text = "يستأنف التدريب بعد انتهاء شهر رمضان. وقد يستأنف بعد مدة من انتهاء شهر رمضان. وكان قد توقف في شباط 2020."
    for candidate in candidates(text):
        assert len(candidate.reasons) == len(set(candidate.reasons))
        assert sum("انقضاء رمضان" in reason for reason in candidate.reasons) <= 1
        assert all(candidate.reasons)
