"""Sidecars: what they say of an article, and one message a mistake with file, line, field and the way to mend it."""

from pathlib import Path
from typing import Any, get_args

import pytest

from isnad.annotation import MentionType, Modality, Quantity, TimeKind
from isnad.article import Article, Publication
from isnad.errors import IsnadError
from isnad.read import read_article
from isnad.read.correction_rules import ACTIONS, layer_rules
from isnad.read.days import days
from tests.cases import cases

CASES = Path(__file__).parent / "cases"


def _article(folder: Path, sidecar: list[str]) -> Article:
    (folder / "خبر.txt").write_text("خبر", encoding="utf-8")
    (folder / "خبر.yml").write_text("\n".join(sidecar) + "\n", encoding="utf-8")
    return read_article(Path("خبر.txt"))


@pytest.mark.parametrize("case", cases(CASES / "bad_sidecars.jsonl"))
def test_a_mistake_is_shown_where_it_stands(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IsnadError) as problem:
        _article(tmp_path, case["sidecar"])
    assert str(problem.value) == case["says"]


@pytest.mark.parametrize("case", cases(CASES / "sidecars.jsonl"))
def test_what_a_sidecar_says(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article = _article(tmp_path, case["sidecar"])
    for name, value in case["gives"].items():
        assert _plain(article, name) == value


def _plain(article: Article, name: str) -> object:
    if name == "publication":
        return _publication(article.publication)
    if name == "reasons":
        return list(article.publication.reasons)
    value = getattr(article, name)
    return list(value) if isinstance(value, tuple) else value


def _publication(found: Publication) -> list[str | None]:
    dates = [day.isoformat() if day else None for day in (found.date, found.earliest, found.latest)]
    return [*dates, found.by, found.time]


def test_deep_nesting_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IsnadError, match=r"خبر\.yml: is nested too deeply"):
        _article(tmp_path, ["title: " + "[" * 20_000])


def test_a_correction_keeps_its_line_its_order_and_its_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [
        "corrections:",
        "  - add: event",
        "    quote: [وصل, غادر]",
        "    class: arrival",
        "    date: 2020-03",
        "    participants: [a-b, c]",
        "    time:",
        "    reason: سبب",
        "  - reject: mention",
        "    quote: الوفد",
        "    prefix: وصل",
        "    all: true",
    ]
    first, second, third = _article(tmp_path, lines).corrections
    assert [(one.line, one.field, one.at.exact) for one in (first, second)] == [
        (2, "corrections[1]", "وصل"),
        (2, "corrections[1]", "غادر"),
    ]
    values = {"class": "arrival", "date": days("2020-03"), "time": None, "participants": ("a-b", "c")}
    assert (first.action, first.layer, first.values, first.reason) == ("add", "event", values, "سبب")
    assert (third.action, third.line, third.at.prefix, third.every) == ("reject", 9, "وصل", True)


def test_the_choices_are_those_of_the_annotation() -> None:
    rules = layer_rules()
    assert rules["mention"].keys["type"].of == get_args(MentionType)
    assert rules["time"].keys["kind"].of == get_args(TimeKind)
    assert rules["event"].keys["modality"].of == get_args(Modality)
    assert repr(rules["quantity"].keys["bound"].of)[1:-1] in str(Quantity.__annotations__["bound"]).replace('"', "'")


def test_every_action_names_keys_that_there_are() -> None:
    for rules in layer_rules().values():
        assert set(rules.actions) <= set(ACTIONS)
        assert all(set(needs) <= set(rules.keys) for needs in rules.actions.values())
