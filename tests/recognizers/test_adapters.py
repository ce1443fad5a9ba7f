"""The adapters against small fakes with the shape of the real libraries, which are not installed here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from isnad.errors import IsnadError
from isnad.recognizers import Options, Raw, load

TEXT = "زار جون سميث بيروت. ثم سافر إلى عمان."
JOHN, BEIRUT, AMMAN = (4, 12), (13, 18), (32, 36)


def _module(monkeypatch: pytest.MonkeyPatch, name: str, **members: Any) -> None:
    parts = name.split(".")
    for at in range(1, len(parts) + 1):
        monkeypatch.setitem(sys.modules, ".".join(parts[:at]), ModuleType(".".join(parts[:at])))
    for key, value in members.items():
        setattr(sys.modules[name], key, value)


def _spans(names: list[Raw]) -> list[tuple[str, str]]:
    return [(TEXT[name.start : name.end], name.label) for name in names]


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(tmp_path)


def test_the_fixture_text() -> None:
    assert [TEXT[slice(*span)] for span in (JOHN, BEIRUT, AMMAN)] == ["جون سميث", "بيروت", "عمان"]


def test_camel_tools(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    class NERecognizer:
        def __init__(self, model_path: str) -> None:
            self.path = model_path

        def predict(self, sentences: list[list[str]]) -> list[list[str]]:
            tags = {"جون": "B-PERS", "سميث": "I-PERS", "بيروت": "B-LOC", "عمان": "I-LOC"}
            return [[tags.get(word, "O") for word in sentence] for sentence in sentences]

    _module(monkeypatch, "camel_tools.ner", NERecognizer=NERecognizer)
    (names,) = load(Options("camel", model))([TEXT])
    assert _spans(list(names)) == [("جون سميث", "PERS"), ("بيروت", "LOC"), ("عمان", "LOC")]


def test_stanza(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    asked: dict[str, Any] = {}

    def pipeline(**settings: Any) -> Any:
        asked.update(settings)
        entity = SimpleNamespace(start_char=JOHN[0], end_char=JOHN[1], type="PER", text="جون سميث")
        return lambda text: SimpleNamespace(ents=[entity])

    _module(monkeypatch, "stanza", Pipeline=pipeline, DownloadMethod=SimpleNamespace(REUSE_RESOURCES=2))
    (names,) = load(Options("stanza", model))([TEXT])
    assert _spans(list(names)) == [("جون سميث", "PER")]
    assert asked["download_method"] is None, "nothing may be fetched unasked"
    assert asked["dir"] == model


def test_transformers(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    asked: list[tuple[str, bool]] = []

    class Auto:
        @staticmethod
        def from_pretrained(name: str, *, local_files_only: bool) -> str:
            asked.append((name, local_files_only))
            return name

    def pipeline(task: str, **settings: Any) -> Any:
        assert (task, settings["aggregation_strategy"]) == ("token-classification", "simple")

        def run(texts: list[str], batch_size: int) -> list[list[dict[str, Any]]]:
            spots = [[("LOC", text.find(name), name) for name in ("بيروت", "عمان") if name in text] for text in texts]
            return [
                [{"entity_group": g, "start": s, "end": s + len(w), "score": 0.97, "word": w} for g, s, w in spot]
                for spot in spots
            ]

        return run

    _module(monkeypatch, "transformers", AutoTokenizer=Auto, AutoModelForTokenClassification=Auto, pipeline=pipeline)
    (names,) = load(Options("transformers", model))([TEXT])
    assert _spans(list(names)) == [("بيروت", "LOC"), ("عمان", "LOC")]
    assert asked == [(model, True), (model, True)], "nothing may be fetched unasked"


def test_gliner(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    class GLiNER:
        @classmethod
        def from_pretrained(cls, name: str, *, local_files_only: bool) -> GLiNER:
            assert local_files_only
            return cls()

        def predict_entities(self, text: str, labels: list[str], threshold: float) -> Iterator[dict[str, Any]]:
            assert "person" in labels
            at = text.find("جون سميث")
            if at >= 0:
                yield {"start": at, "end": at + 8, "text": "جون سميث", "label": "person", "score": 0.9}

    _module(monkeypatch, "gliner", GLiNER=GLiNER)
    (names,) = load(Options("gliner", model))([TEXT])
    assert _spans(list(names)) == [("جون سميث", "person")]


@pytest.mark.parametrize("name", ["camel", "stanza", "transformers", "gliner"])
def test_a_library_that_is_not_there_is_said_in_words(name: str, model: str) -> None:
    with pytest.raises(IsnadError, match="pip install"):
        list(load(Options(name, model))([TEXT]))


def test_a_model_that_would_be_fetched_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _module(monkeypatch, "gliner", GLiNER=object)
    with pytest.raises(IsnadError, match="allow_download"):
        list(load(Options("gliner", "somebody/some-model"))([TEXT]))


def test_a_recogniser_that_nobody_offers() -> None:
    with pytest.raises(IsnadError, match="Installed: camel"):
        load(Options("other"))
