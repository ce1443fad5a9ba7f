"""Which of overlapping names stand, and how sure they are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import isnad.entities
from isnad.annotation import MentionType, Source
from isnad.entities.confidence import calibrated, weighed
from isnad.entities.merging import merged
from isnad.entities.page import Candidate, Page, page_of

TEXT = "رئيس اتحاد الغرف فلان الفلاني أمس"
PAGE: Page = page_of(TEXT)


def _one(
    first: int, last: int, source: Source, rule: str, confidence: float, kind: MentionType = "organization"
) -> Candidate:
    return Candidate(first, last, PAGE.span(first, last), kind, source, confidence, rule)


DOSSIER = _one(1, 2, "lexicon", "lexicon.dossier", 0.95)
BODY = _one(1, 3, "rule", "body.construct", 0.85)
SURE = _one(1, 5, "model", "model.crf", 0.9)
SURE_BODY = _one(1, 4, "model", "model.crf", 0.9)
KNOWN = _one(2, 3, "lexicon", "lexicon.shipped", 0.95)
UNSURE = _one(2, 4, "model", "model.crf", 0.5)


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ([BODY, DOSSIER], DOSSIER),
        ([SURE_BODY, BODY], BODY),
        ([KNOWN, SURE], SURE),
        ([UNSURE, KNOWN], KNOWN),
        ([_one(1, 2, "rule", "body.construct", 0.85), BODY], BODY),
    ],
    ids=["the dossier first", "rules before the model", "the model before a word", "a word before a guess", "longer"],
)
def test_the_order_of_merging(found: list[Candidate], stands: Candidate) -> None:
    assert merged(PAGE, found, {}) == [stands]


def test_a_person_keeps_the_beginning_of_a_name_whose_end_is_another() -> None:
    person = _one(3, 6, "model", "model.crf", 0.5, "person")
    day = _one(5, 6, "rule", "body.construct", 0.85)
    assert [(one.first, one.last) for one in merged(PAGE, [person, day], {})] == [(3, 5), (5, 6)]


def test_a_person_read_into_the_body_before_is_kept_where_a_rule_tells_the_body() -> None:
    kept = [(one.first, one.last, one.type) for one in merged(PAGE, [SURE, BODY], {})]
    assert kept == [(1, 3, "organization"), (3, 5, "person")]


def test_confidence_grows_with_the_probability() -> None:
    assert all(calibrated(low / 100) < calibrated(high / 100) for low, high in pairwise(range(0, 101, 5)))
    assert calibrated(1.0) < 1


def test_two_that_agree_are_surer_than_one() -> None:
    alone = weighed([BODY], [])[0].confidence
    agreed = weighed([BODY], [_one(1, 3, "model", "model.crf", 0.6)])[0].confidence
    assert alone < agreed < 1


def test_what_is_shipped_stays_small() -> None:
    folder = Path(isnad.entities.__file__).parent / "data/model"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 10_000_000
