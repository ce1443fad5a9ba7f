"""Corrections applied: case files of what an editor writes and what becomes of the annotation."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.annotation import Annotation, Event, Mention, Notice, Quantity, Quotation, Time, Trigger
from isnad.article import Article, Correction, Selector
from isnad.edit import apply
from isnad.errors import IsnadError
from isnad.read.sidecar import with_sidecar
from isnad.times import replay
from tests.cases import cases
from tests.samples import PUBLISHED, TEXT, sample_annotation, sample_article

CASES = Path(__file__).parent / "cases"


def _edited(corrections: list[str]) -> Annotation:
    """The sample annotation with corrections as they stand in a sidecar."""
    lines = "\n".join(["corrections:", *corrections]).encode("utf-8")
    return apply(sample_annotation(), with_sidecar(sample_article(), Path("maarad.yml"), lines))


def _shown(annotation: Annotation, layer: str) -> list[str]:
    """A line for each item: what a case compares. «+» the editor's own, «=» confirmed, «-» the machine's."""
    return [_line(annotation, item) for item in getattr(annotation, layer)]


def _line(annotation: Annotation, item: Any) -> str:
    if isinstance(item, Notice):
        return f"{item.code}: {item.message}"
    mark = "-" if not item.confirmed else "+" if item.source == "editor" else "="
    return " ".join([mark, *(str(part) for part in _parts(annotation, item))])


def _parts(annotation: Annotation, item: Any) -> list[object]:
    text = annotation.text[item.start : item.end]
    match item:
        case Mention():
            return [text, item.type, item.entity]
        case Time():
            return [text, item.kind, item.edtf, item.timex3, *[f"({step.says})" for step in item.steps[1:]]]
        case Quotation():
            people = [f"{one.text}:{one.entity}" for one in (item.speaker, item.via) if one]
            return [text, "direct" if item.direct else "indirect", item.verb, *people]
        case Quantity():
            return [text, item.value, item.bound, item.unit]
    return [item.trigger.text, item.event_class, *_event_parts(annotation, item)]


def _event_parts(annotation: Annotation, event: Event) -> list[object]:
    time = "" if event.time is None else annotation.times[event.time].text
    said = "" if event.attribution is None else annotation.text[annotation.quotations[event.attribution].start :][:6]
    who = ",".join([*event.participants, "@", *event.places])
    return [f"{event.earliest}/{event.latest}", event.basis, f"[{time}]", f"«{said}»", who, event.label]


@pytest.mark.parametrize("case", cases(CASES / "corrections.jsonl"))
def test_corrections(case: dict[str, Any]) -> None:
    edited = _edited(case["corrections"])
    for layer, lines in case["gives"].items():
        assert [line.rstrip() for line in _shown(edited, layer)] == lines


@pytest.mark.parametrize("case", cases(CASES / "misfits.jsonl"))
def test_a_correction_that_does_not_fit_says_why(case: dict[str, Any]) -> None:
    with pytest.raises(IsnadError) as problem:
        _edited(case["corrections"])
    assert str(problem.value) == case["says"]


def test_no_corrections_change_nothing() -> None:
    annotation = sample_annotation()
    assert apply(annotation, sample_article()) is annotation


def test_every_layer_still_slices_to_its_surface() -> None:
    edited = _edited(["  - {add: mention, quote: [المعرض, حفل الختام], type: event}", "  - {add: time, quote: موعد}"])
    assert [TEXT[one.start : one.end] for one in edited.mentions] == [one.text for one in edited.mentions]
    assert [TEXT[one.start : one.end] for one in edited.times] == [one.text for one in edited.times]


def _words(count: int) -> tuple[str, list[tuple[int, int, str]]]:
    text = " ".join(f"ك{number}" for number in range(count))
    found, start = [], 0
    for word in text.split():
        found.append((start, start + len(word), word))
        start += len(word) + 1
    return text, found


@given(st.lists(st.sampled_from(["keep", "reject", "add"]), min_size=2, max_size=12), st.data())
def test_references_hold_whatever_comes_and_goes(fates: list[str], data: st.DataObject) -> None:
    """Each event is dated by one word: after any edits by that word still, or by none if it was rejected."""
    text, words = _words(len(fates))
    times = tuple(Time(*word, "date", word[2]) for word, fate in zip(words, fates, strict=True) if fate != "add")
    order = data.draw(st.permutations(range(len(times))))
    events = tuple(
        Event(*words[0][:2], Trigger(number, number, times[time].text), "x", time=time, basis="expression")
        for number, time in enumerate(order)
    )
    corrections = [
        Correction("reject" if fate == "reject" else "add", "time", Selector(word[2]))
        for word, fate in zip(words, fates, strict=True)
        if fate in ("reject", "add")
    ]
    before = Annotation("a", "", text, times=times, events=events)
    edited = apply(before, Article("a", text, corrections=tuple(corrections)))
    rejected = {word[2] for word, fate in zip(words, fates, strict=True) if fate == "reject"}
    for event in edited.events:
        dated_by = None if event.time is None else edited.times[event.time].text
        assert dated_by == (None if event.trigger.text in rejected else event.trigger.text)


@pytest.mark.parametrize("written", ["2021-11-22", "2021-11", "2021-11-22/..", "../2021-11-22", ""])
def test_an_editors_step_replays_to_the_date(written: str) -> None:
    (time,) = _edited([f"  - {{redate: time, quote: الاثنين الماضي, date: {written or '~'}}}"]).times
    assert replay(time.steps[-1:], PUBLISHED) == (time.earliest, time.latest)


def test_an_annotation_with_corrections_is_not_changed_itself() -> None:
    annotation = sample_annotation()
    article = replace(sample_article(), corrections=(Correction("reject", "mention", Selector("بيروت")),))
    assert len(apply(annotation, article).mentions) == len(annotation.mentions) - 1
    assert annotation == sample_annotation()
