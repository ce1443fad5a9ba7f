"""From annotations to a dossier: what is dated, what is not, who appears where and with whom."""

from dataclasses import replace

import pytest

from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo
from isnad.dossier.places import Locator
from isnad.dossier.timeline import in_order
from tests.samples import place, sample_annotation, sample_article

KNOWN = {"beirut": EntityInfo("beirut", "place", "بيروت", "Beirut", description="عاصمة لبنان", known=True)}


@pytest.fixture
def dossier() -> Dossier:
    return collect([(sample_article(), sample_annotation())], KNOWN)


def test_dated_events_stand_on_the_timeline_and_the_others_apart(dossier: Dossier) -> None:
    assert [entry.event.trigger.text for entry in dossier.timeline] == ["أعلنت"]
    assert [entry.event.trigger.text for entry in dossier.undated] == ["ألغي"]
    assert dossier.timeline[0].time is not None
    assert dossier.timeline[0].time.text == "الاثنين الماضي"


def test_places_are_numbered_as_the_page_numbers_them() -> None:
    locator = Locator(sample_annotation())
    assert locator.place(place("بيروت")[0]).fragment == "p1-s1"
    assert locator.place(place("300")[0]).fragment == "p2-s1"
    assert locator.place(place("ألغي")[0]).fragment == "p2-s2"


def test_an_entity_gathers_its_spellings_deeds_and_company(dossier: Dossier) -> None:
    assert dossier.entities is not None
    salma = dossier.entities["salma"]
    assert dict(salma.spellings) == {"سلمى الحداد": 1, "الحداد": 1}
    assert salma.info.name == "سلمى الحداد"
    assert not salma.info.known
    assert salma.companions == (("beirut", 1),)
    assert [saying.text for saying in salma.sayings] == ["المعرض سيفتح أبوابه"]
    assert [entry.event.trigger.text for entry in salma.timeline] == ["أعلنت"]
    assert dossier.entities["beirut"].info.description == "عاصمة لبنان"


def test_the_index_is_in_alphabetical_order_without_the_article(dossier: Dossier) -> None:
    assert dossier.entities is not None
    assert list(dossier.entities) == ["beirut", "salma"]
    assert dossier.entities["salma"].letter == "س"


def test_the_same_event_keeps_its_id_whatever_else_changes() -> None:
    annotation = sample_annotation()
    other = replace(annotation, mentions=(), times=(), events=tuple(replace(e, time=None) for e in annotation.events))
    ids = [[e.id for e in collect([(sample_article(), one)], {}).timeline] for one in (annotation, other)]
    assert ids[0] == ids[1]


def test_days_before_our_era_come_first(dossier: Dossier) -> None:
    entry = dossier.timeline[0]
    days = ["-0043-03-15", "0476-09-04", "2021-11-29", "-0752-04-21"]
    dated = [replace(entry, event=replace(entry.event, earliest=day, latest=day)) for day in days]
    assert [e.event.earliest for e in in_order(dated)] == ["-0752-04-21", "-0043-03-15", "0476-09-04", "2021-11-29"]


def test_articles_come_newest_first() -> None:
    old, new = sample_article("old"), sample_article("new")
    earlier = replace(old.publication, date=None)
    pairs = [(replace(old, publication=earlier), sample_annotation("old")), (new, sample_annotation("new"))]
    assert [record.article.id for record in collect(pairs, {}).articles] == ["new", "old"]
