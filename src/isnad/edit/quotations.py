"""Corrections of quotations: their extent, who speaks, through whom, and with which verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from isnad.annotation import Quotation, Speaker
from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.complaints import complaint, one_place
from isnad.edit.draft import Draft, span_of
from isnad.edit.mentions import entity_of
from isnad.edit.pens import Change, Pen, likeness, point_elsewhere

# Two stretches that share half of what they cover are one statement, differently cut.
_SAME = 0.5
_SPEAKERS = {"speaker": "entity", "via": "via_entity"}


def find(items: Mapping[int, Quotation], span: Span) -> int | None:
    """The number of the quotation that `span` is, or the shortest one that it is part of."""
    same = _rivals(items, span)
    holding = [key for key, item in items.items() if span_of(item).holds(span)]
    return same[0] if same else min(holding, key=lambda key: items[key].end - items[key].start, default=None)


def _rivals(items: Mapping[int, Quotation], span: Span) -> list[int]:
    found = [key for key, item in items.items() if likeness(span_of(item), span) >= _SAME]
    return sorted(found, key=lambda key: -likeness(span_of(items[key]), span))


def _begun(draft: Draft, span: Span, old: Quotation | None) -> Quotation:
    if old:
        return replace(old, start=span.start, end=span.end)
    return Quotation(span.start, span.end, direct=_in_guillemets(draft.text, span), source="editor")


def _changed(draft: Draft, quotation: Quotation, correction: Correction) -> Quotation:
    values: dict[str, Any] = dict(correction.values)
    for role, entity in _SPEAKERS.items():
        if role in values:
            values[role] = _speaker(draft, quotation, correction, role) if values[role] else None
        if entity in values:
            values[role] = _named(
                draft, correction, values.get(role, getattr(quotation, role)), role, values.pop(entity)
            )
    return replace(quotation, **values)


def _named(draft: Draft, correction: Correction, speaker: Speaker | None, role: str, entity: str | None) -> Speaker:
    if speaker is None:
        mend = f"Write «{role}: » and the words that name or describe who it is."
        raise complaint(
            draft.article, correction, "found nobody in the text whom this could be.", mend, _SPEAKERS[role]
        )
    return replace(speaker, entity=entity)


def _speaker(draft: Draft, quotation: Quotation, correction: Correction, role: str) -> Speaker:
    span = one_place(draft.article, correction, role, quotation.start)
    bare = Speaker(span.start, span.end, draft.text[span.start : span.end])
    return replace(bare, entity=entity_of(bare, list(draft.mentions.values())))


def _settled(draft: Draft, change: Change[Quotation]) -> None:
    """What the machine cut out of the same speaker's words goes: it is a part of what the editor has marked."""
    new = change.new
    if new is None or new.speaker is None:
        return
    for key, item in list(draft.quotations.items()):
        same_speaker = item.speaker and item.speaker.start == new.speaker.start
        if key != change.key and same_speaker and not item.confirmed and span_of(new).touches(span_of(item)):
            del draft.quotations[key]
            point_elsewhere(draft, "attribution", key, change.key)


def _in_guillemets(text: str, span: Span) -> bool:
    return text[: span.start].rstrip()[-1:] in ("«", "“", '"') and text[span.end :].lstrip()[:1] in ("»", "”", '"')


PEN: Pen[Quotation] = Pen(lambda draft: draft.quotations, find, _rivals, _begun, _changed, _settled)
