"""The same event in several articles: one entry with all the evidence; what differs side by side; no two made one."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.article import Article, Publication
from isnad.dossier import Dossier, collect
from isnad.dossier.merging import skeleton
from isnad.dossier.model import TimelineEntry
from isnad.entities import load_knowledge

BOMB = ("2021-05-11", "البصرة - قتل 20 شخصا الاثنين في انفجار سيارة في مدينة البصرة، بحسب مصدر طبي.")


def dossier(*articles: tuple[str, str]) -> Dossier:
    pairs = []
    for number, (published, text) in enumerate(articles):
        day = date.fromisoformat(published)
        article = Article(f"a{number}", text, publication=Publication(day, day, day, "stated"))
        pairs.append((article, annotate(article, load_knowledge(None))))
    return collect(pairs, {})


def told(found: Dossier, event_class: str) -> list[TimelineEntry]:
    return [entry for entry in found.timeline if entry.event.event_class == event_class]


def test_one_event_in_two_articles_is_one_entry() -> None:
    found = dossier(BOMB, ("2021-05-12", "وكان 20 شخصا قتلوا الاثنين في تفجير في البصرة."))
    [entry] = told(found, "death")
    assert [own.place.article for own in entry.evidence] == ["a0", "a1"]
    assert entry.conflicts == ()
    assert {own.id for own in found.entries} >= {own.id for own in entry.evidence}


def test_figures_that_differ_stand_side_by_side() -> None:
    found = dossier(BOMB, ("2021-05-12", "وكان 25 شخصا قتلوا الاثنين في تفجير في البصرة."))
    [entry] = told(found, "death")
    [conflict] = entry.conflicts
    assert conflict.kind == "figure"
    assert [(place.article, words) for place, words in conflict.told] == [("a0", "20 شخصا"), ("a1", "25 شخصا")]


def test_days_that_differ_stand_side_by_side_where_it_can_have_been_but_once() -> None:
    found = dossier(
        ("2021-05-12", "توفي الرئيس السوري بشار الأسد الاثنين في دمشق."),
        ("2021-05-12", "توفي الرئيس السوري بشار الأسد الأحد في دمشق."),
    )
    [entry] = told(found, "death")
    assert [(conflict.kind, [words for _, words in conflict.told]) for conflict in entry.conflicts] == [
        ("date", ["2021-05-10", "2021-05-09"])
    ]


@pytest.mark.parametrize(
    "other",
    [
        ("2021-05-12", "وقتل 20 شخصا الاثنين في مدينة الموصل."),
        ("2021-05-13", "وقتل 20 شخصا الأربعاء في انفجار سيارة في مدينة البصرة."),
        ("2021-05-12", "ونفى مسؤول أن يكون 20 شخصا قتلوا الاثنين في البصرة."),
        ("2021-05-12", "وقتل 20 شخصا الاثنين في انفجار سيارة."),
    ],
    ids=["another place", "another day", "denied", "nowhere in particular"],
)
def test_what_speaks_against_it_keeps_two_apart(other: tuple[str, str]) -> None:
    assert all(entry.also == () for entry in dossier(BOMB, other).timeline)


def test_two_reports_of_one_article_stay_two() -> None:
    found = dossier((BOMB[0], f"{BOMB[1]}\n\nوقتل 20 شخصا الاثنين في مدينة البصرة."))
    assert all(entry.also == () for entry in found.timeline)


def test_an_entity_has_the_event_once() -> None:
    found = dossier(BOMB, ("2021-05-12", "وكان 20 شخصا قتلوا الاثنين في تفجير في البصرة."))
    entries = [entry for entry in (found.entities or {})["basrah"].timeline if entry.event.event_class == "death"]
    assert len(entries) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("اغتيال", "واغتيل", True),
        ("مقتل", "قتل", True),
        ("انفجار", "تفجير", True),
        ("وفاة", "وتوفي", True),
        ("وصول", "وصلت", True),
        ("قتل", "قصف", False),
    ],
)
def test_words_of_one_root_are_told_by_their_strong_letters(one: str, other: str, same: bool) -> None:
    assert (skeleton(one) == skeleton(other)) is same
