"""The timeline for calendars, for TimelineJS and for search engines: what each format asks, and no claim as a fact."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from isnad.annotation import Event
from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo
from isnad.export.event_data import event_data
from isnad.export.icalendar import escape, to_icalendar
from isnad.export.timeline_js import to_timeline_js
from tests.samples import sample_annotation, sample_article

BEIRUT = EntityInfo("beirut", "place", "بيروت", "Beirut", lat=33.9, lon=35.5, known=True)


def dossier(**changes: Any) -> Dossier:
    annotation = sample_annotation()
    event: Event = replace(annotation.events[0], **changes)
    return collect([(sample_article(), replace(annotation, events=(event,)))], {"beirut": BEIRUT})


def lines(found: Dossier) -> list[str]:
    """The calendar's lines, unfolded."""
    text = to_icalendar(found)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def value(found: Dossier, name: str) -> str:
    return next(line.partition(":")[2] for line in lines(found) if line.partition(":")[0].split(";")[0] == name)


def test_a_day_is_whole_and_its_end_is_the_day_after() -> None:
    found = dossier()
    assert "DTSTART;VALUE=DATE:20211129" in lines(found)
    assert "DTEND;VALUE=DATE:20211130" in lines(found)
    assert lines(found)[0] == "BEGIN:VCALENDAR"
    assert lines(found)[-1] == "END:VCALENDAR"


def test_a_stretch_ends_the_day_after_its_last() -> None:
    found = dossier(earliest="2020-02-01", latest="2020-02-29", edtf="2020-02")
    assert "DTSTART;VALUE=DATE:20200201" in lines(found)
    assert "DTEND;VALUE=DATE:20200301" in lines(found)


@pytest.mark.parametrize(
    ("earliest", "latest", "begins", "says"),
    [("2020-02-01", None, "20200201", "منذ هذا اليوم"), (None, "2020-02-29", "20200229", "حتى هذا اليوم")],
)
def test_an_open_end_is_said(earliest: str | None, latest: str | None, begins: str, says: str) -> None:
    found = dossier(earliest=earliest, latest=latest, edtf=None)
    assert f"DTSTART;VALUE=DATE:{begins}" in lines(found)
    assert says in value(found, "SUMMARY")


def test_lines_are_folded_between_letters() -> None:
    text = to_icalendar(dossier(label="كلمة عربية طويلة " * 20))
    pieces = text.encode("utf-8").split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert all(piece.decode("utf-8") is not None for piece in pieces)
    assert ("كلمة عربية طويلة " * 20).strip() in text.replace("\r\n ", "")


def test_marks_are_escaped() -> None:
    assert escape("أ،ب, ج; د\\ه\nو\r\nز") == "أ،ب\\, ج\\; د\\\\ه\\nو\\nز"
    assert "\\," in value(dossier(label="واحد, اثنان"), "SUMMARY")


def test_the_same_dossier_gives_the_same_calendar() -> None:
    assert to_icalendar(dossier()) == to_icalendar(dossier())


def test_a_claim_is_tentative_and_says_so() -> None:
    found = dossier(modality="claimed")
    assert value(found, "STATUS") == "TENTATIVE"
    assert "بحسب مصدر" in value(found, "SUMMARY")
    assert value(dossier(), "STATUS") == "CONFIRMED"


def test_what_is_denied_or_out_of_the_calendar_is_left_out() -> None:
    assert "BEGIN:VEVENT" not in lines(dossier(modality="denied"))
    assert "BEGIN:VEVENT" not in lines(dossier(earliest="-0043-03-15", latest="-0043-03-15", edtf="-0043-03-15"))


def test_a_place_that_is_known_has_its_point() -> None:
    found = dossier(places=("beirut",))
    assert value(found, "LOCATION") == "بيروت"
    assert value(found, "GEO") == "33.9;35.5"


def drawn(found: Dossier) -> dict[str, Any]:
    [event] = json.loads(to_timeline_js(found))["events"]
    assert isinstance(event, dict)
    return event


def test_timeline_js_is_told_as_much_of_a_date_as_is_known() -> None:
    assert drawn(dossier())["start_date"] == {"year": 2021, "month": 11, "day": 29}
    month = drawn(dossier(earliest="2020-02-01", latest="2020-02-29", edtf="2020-02"))
    assert month["start_date"] == {"year": 2020, "month": 2}
    assert "end_date" not in month
    week = drawn(dossier(earliest="2020-02-01", latest="2020-02-07", edtf="2020-02-01/2020-02-07"))
    assert week["end_date"] == {"year": 2020, "month": 2, "day": 7}
    assert drawn(dossier(earliest="-0043-03-15", latest="-0043-03-15", edtf="-0043-03-15"))["start_date"]["year"] == -43


def test_timeline_js_gets_text_and_no_markup() -> None:
    assert drawn(dossier(label="<b>عنوان</b>"))["text"]["headline"] == "&lt;b&gt;عنوان&lt;/b&gt;"


def test_an_event_is_data_with_its_day_place_people_and_article() -> None:
    [event] = event_data(dossier(places=("beirut",), participants=("salma",)))["@graph"]
    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2021-11-29", "2021-11-29")
    assert event["location"][0]["geo"]["latitude"] == 33.9
    assert event["about"] == [{"@type": "Person", "name": "سلمى الحداد"}]
    assert event["subjectOf"] == [{"@type": "NewsArticle", "headline": "معرض بيروت"}]


def test_an_open_end_is_no_day() -> None:
    [event] = event_data(dossier(latest=None, edtf="2021-11-29/.."))["@graph"]
    assert "endDate" not in event
