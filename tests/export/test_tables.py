"""The tables of a dossier as CSV and JSON: nothing lost, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from isnad.dossier import Dossier, collect
from isnad.export.tables import BYTE_ORDER_MARK, TABLES, Row, to_csv, to_json
from tests.samples import TEXT, sample_annotation, sample_article


def rows_of(name: str) -> list[Row]:
    dossier = collect([(sample_article(), sample_annotation())], {})
    return list(next(table for table in TABLES if table.name == name).rows(dossier))


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_every_row_has_the_same_columns_in_both_formats(name: str) -> None:
    rows = rows_of(name)
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    assert json.loads(to_json(rows)) == rows
    assert [list(row) for row in read(to_csv(rows))] == [list(row) for row in rows]


@pytest.mark.parametrize("name", ["mentions", "quotations", "quantities"])
def test_places_slice_to_their_words(name: str) -> None:
    assert [TEXT[row["start"] : row["end"]] for row in rows_of(name)] == [row["text"] for row in rows_of(name)]


def test_the_timeline_has_dated_and_undated_events_with_their_sentences() -> None:
    dated, undated = rows_of("timeline")
    assert (dated["earliest"], dated["participants"], dated["paragraph"]) == ("2021-11-29", ["salma"], 1)
    assert (undated["earliest"], undated["reason"]) == (None, "لا يذكر النص موعدا")
    assert undated["sentence_text"] == "وألغي حفل الختام دون ذكر موعد."


def test_an_empty_dossier_has_empty_tables() -> None:
    for table in TABLES:
        assert list(table.rows(Dossier())) == []
    assert (to_csv([]), to_json([])) == ("", "[]\n")


@pytest.mark.parametrize("word", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\r=x"])
def test_no_cell_is_a_formula(word: str) -> None:
    assert read(to_csv([{"text": word}]))[0]["text"] == f"'{word}"


@pytest.mark.parametrize("word", ["-0043-03-15", "سطر\nوآخر", 'قال "نعم"، ثم; سكت', "«نص»", "", "a,b"])
def test_other_words_come_back_as_they_were(word: str) -> None:
    assert read(to_csv([{"text": word, "more": "x"}]))[0]["text"] == word


def test_spreadsheets_are_told_that_it_is_unicode() -> None:
    assert to_csv([{"a": "ع"}]).encode() == "\ufeffa\r\nع\r\n".encode()


def test_lists_are_joined() -> None:
    annotation = sample_annotation()
    event = replace(annotation.events[0], participants=("salma", "beirut"))
    dossier = collect([(sample_article(), replace(annotation, events=(event,)))], {})
    assert read(to_csv(TABLES[0].rows(dossier)))[0]["participants"] == "salma; beirut"
