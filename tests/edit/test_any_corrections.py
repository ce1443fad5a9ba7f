"""Whatever an editor writes: the outcome is a sound annotation, or one message. Nothing else."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from isnad.annotation import Annotation
from isnad.arabic.spans import Span
from isnad.article import Article, Correction, Layer
from isnad.edit import apply, selector_for
from isnad.errors import IsnadError
from isnad.read.correction_rules import LAYERS, Key, layer_rules
from isnad.read.days import days
from tests.samples import TEXT, sample_annotation, sample_article

_WORDS = [Span(at, at + len(word)) for word in dict.fromkeys(TEXT.split()) for at in [TEXT.index(word)]]
_DATES = [days("2021-11"), days("2021-11-22/.."), days("2020~"), None]


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    """From the beginning of one word to the end of the same or a later one."""
    first = draw(st.integers(0, len(_WORDS) - 1))
    last = draw(st.integers(first, min(first + 3, len(_WORDS) - 1)))
    start, end = _WORDS[first].start, _WORDS[last].end
    return Span(start, max(end, start + 1))


def _values(key: Key) -> st.SearchStrategy[Any]:
    quotes = _spans().map(lambda span: TEXT[span.start : span.end])
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "choice": st.sampled_from(key.of or ("",)),
        "id": st.sampled_from(["salma", "beirut", "meeting"]),
        "ids": st.lists(st.sampled_from(["salma", "new"]), max_size=2).map(tuple),
        "text": st.just("كلمة"),
        "quote": quotes,
        "flag": st.booleans(),
        "number": st.just(7.0),
        "days": st.sampled_from(_DATES),
    }
    return by_kind[key.kind] | st.none() if key.empty else by_kind[key.kind]


@st.composite
def _corrections(draw: st.DrawFn) -> Correction:
    layer: Layer = draw(st.sampled_from(LAYERS))
    rules = layer_rules()[layer]
    action: Any = draw(st.sampled_from(sorted(rules.actions)))
    # `earliest` and `latest` have become a date by the time they are applied.
    names = [name for name in rules.keys if rules.keys[name].kind != "day"]
    wanted = draw(st.sets(st.sampled_from(names))) | {name for name in rules.actions[action] if name in names}
    values = (
        {} if action in ("confirm", "reject") else {name: draw(_values(rules.keys[name])) for name in sorted(wanted)}
    )
    at = selector_for(TEXT, draw(_spans()))
    return Correction(
        action, layer, at, values, draw(st.sampled_from(["", "سبب"])), 1, "corrections[1]", draw(st.booleans())
    )


@given(st.lists(_corrections(), min_size=1, max_size=6))
def test_the_outcome_is_sound_or_a_message(corrections: list[Correction]) -> None:
    outcome = _outcome(replace(sample_article(), corrections=tuple(corrections)))
    if isinstance(outcome, str):
        assert "\n  " in outcome, "every message says how to mend it"
    else:
        _check(outcome)


def _outcome(article: Article) -> Annotation | str:
    try:
        return apply(sample_annotation(), article)
    except IsnadError as problem:
        return str(problem)


def _check(edited: Annotation) -> None:
    assert [one.text for one in edited.mentions] == [TEXT[one.start : one.end] for one in edited.mentions]
    assert [one.text for one in edited.times] == [TEXT[one.start : one.end] for one in edited.times]
    layers: list[Any] = [edited.mentions, edited.times, edited.quantities]
    for layer in layers:
        assert all(one.end <= other.start for one, other in pairwise(layer)), "in order, and apart"
    for quotation in edited.quotations:
        for named in (quotation.speaker, quotation.via):
            assert named is None or TEXT[named.start : named.end] == named.text
    for event in edited.events:
        assert TEXT[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.time is None or event.time < len(edited.times)
        assert event.attribution is None or event.attribution < len(edited.quotations)
        assert event.basis != "expression" or event.time is not None
    undated = {one.start for one in edited.events if one.earliest is None and one.latest is None}
    assert {one.start for one in edited.warnings if one.code == "event-undated"} == undated
