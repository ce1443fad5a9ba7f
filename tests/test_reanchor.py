"""What the timeline would be had the article appeared on another day: what moves, what stays, what is said of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner

from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.article import Article, Publication
from isnad.cli import cli
from isnad.entities import load_knowledge
from isnad.reanchor import difference, moved

TEXT = "وصل الرئيس إلى بيروت الاثنين الماضي. وانتخب الرئيس في 31 تشرين الأول 2016."


def published(day: date) -> Annotation:
    return annotate(Article("x", TEXT, publication=Publication(day, day, day, "stated")), load_knowledge(None))


def test_what_counts_from_the_publication_moves_and_the_rest_stays() -> None:
    found = moved(published(date(2020, 4, 1)), published(date(2020, 4, 8)))
    assert [(one.trigger, one.old, one.new) for one in found] == [
        ("وصل", "2020-03-30", "2020-04-06"),
        ("وانتخب", "2016-10-31", "2016-10-31"),
    ]


def test_the_difference_names_both_days_and_only_what_moves() -> None:
    lines = list(difference(published(date(2020, 4, 1)), published(date(2020, 4, 8))))
    assert lines[:2] == ["--- published 2020-04-01", "+++ published 2020-04-08"]
    assert [line[:11] for line in lines[2:-1]] == ["-2020-03-30", "+2020-04-06"]
    assert lines[-1] == "1 of 2 events move."


def test_the_command_prints_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.with_suffix(".yml").write_text("title: خبر\npublished: 2020-04-01\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["reanchor", "--published", "2020-04-08", str(file)])
    assert result.exit_code == 0, result.output
    assert "+2020-04-06" in result.output
    assert file.read_text(encoding="utf-8") == TEXT
