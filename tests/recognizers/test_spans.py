"""Options, and spans as JSON Lines: out of a recogniser on one machine, into the annotation on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pytest
from click.testing import CliRunner

from isnad import recognizers
from isnad.annotate import annotate
from isnad.annotation import MentionType
from isnad.article import Article, Proposed
from isnad.cli import cli
from isnad.entities import load_knowledge
from isnad.errors import IsnadError
from isnad.read import read_article
from isnad.recognizers import Options, Raw, read_options, recognized
from isnad.recognizers.spans import lines, read_spans, written

TEXT = "التقى زكريا الطحان وفدا من شركة «نسيم» في ضيعته."


class Fake:
    """Finds one word."""

    labels: ClassVar[dict[str, MentionType]] = {"who": "person"}

    def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
        for text in texts:
            at = text.find("ضيعته")
            yield [Raw(at, at + 5, "who", 0.99), Raw(0, 5, "what", 0.99), Raw(6, 11, "who", 0.1)]


def test_what_is_written_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert list(written([read_article(path)], Fake(), Options("fake"))) == [(tmp_path / "a.spans.jsonl", 1)]
    article = read_article(path)
    assert article.proposed == (Proposed(TEXT.find("ضيعته"), TEXT.find("ضيعته") + 5, "person", 0.99, "fake"),)
    heard = {mention.text: mention.rule for mention in annotate(article, load_knowledge()).mentions}
    assert heard["ضيعته"] == "model.fake"


def test_a_span_inside_a_word_takes_the_word() -> None:
    at = TEXT.find("الطحان")
    article = Article("a", TEXT, proposed=(Proposed(at + 2, at + 6, "person", 0.99, "x"),))
    for mention in annotate(article, load_knowledge()).mentions:
        assert TEXT[mention.end] in " »."


def test_lines_and_back(tmp_path: Path) -> None:
    names = (Proposed(6, 18, "person", 0.75, "x"), Proposed(33, 37, "organization", 1.0, "x"))
    path = tmp_path / "a.spans.jsonl"
    path.write_text(lines(names, TEXT), encoding="utf-8")
    assert read_spans(path, TEXT) == names


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is no span"),
        ('{"start": 0}', "is no span"),
        ('{"start": 0, "end": 5, "type": "people"}', "found 'people'"),
        ('{"start": 0, "end": 5, "type": "person", "text": "غير"}', "not of this text"),
        ('{"start": 5, "end": 5, "type": "person"}', "not of this text"),
        ('{"start": 0, "end": 5, "type": "person", "confidence": 7}', "found 7.0"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "a.spans.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(IsnadError, match=said) as problem:
        read_spans(path, TEXT)
    assert problem.value.line == 2


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("", "recognizer: is missing"),
        ('recognizer = "x"\ncolour = 1', "colour: is not known"),
        ('recognizer = "x"\nbatch = true', "batch: found True"),
        ('recognizer = "x"\n[labels]\nPER = "people"', "labels.PER: found 'people'"),
        ("recognizer =", "is not TOML"),
    ],
)
def test_bad_options_are_named(tmp_path: Path, toml: str, said: str) -> None:
    path = tmp_path / "options.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(IsnadError, match=said):
        read_options(path)


def test_texts_go_in_batches() -> None:
    sizes = list[int]()

    class Counting(Fake):
        def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
            sizes.append(len(texts))
            return super().__call__(texts)

    assert len(list(recognized(Counting(), ["ضيعته"] * 5, 2))) == 5
    assert sizes == [2, 2, 1]


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "o.toml").write_text('recognizer = "fake"', encoding="utf-8")
    monkeypatch.setattr(recognizers, "load", lambda options: Fake())
    result = CliRunner().invoke(cli, ["spans", "--options", str(tmp_path / "o.toml"), str(tmp_path / "a.txt")])
    assert result.exit_code == 0
    assert (tmp_path / "a.spans.jsonl").read_text(encoding="utf-8").count("\n") == 1
