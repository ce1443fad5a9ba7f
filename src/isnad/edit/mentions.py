"""Corrections of mentions. Who takes part in an event, and who speaks, follow the mention that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from isnad.annotation import Event, Mention, Speaker
from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.draft import Draft, span_of
from isnad.edit.pens import Change, Pen, exactly, overlapping


def _begun(draft: Draft, span: Span, old: Mention | None) -> Mention:
    if old and span_of(old) == span:
        return old
    text = draft.text[span.start : span.end]
    alike = (mention.entity for mention in draft.mentions.values() if mention.text == text and mention.entity)
    return Mention(span.start, span.end, text, "person", next(alike, None), source="editor")


def _changed(draft: Draft, mention: Mention, correction: Correction) -> Mention:
    values: dict[str, Any] = dict(correction.values)
    return replace(mention, **values)


def _settled(draft: Draft, change: Change[Mention]) -> None:
    place = change.new or change.old
    if place is None:
        return
    span, old, new = span_of(place), _entity(change.old), _entity(change.new)
    if old and old != new:
        for key, event in draft.events.items():
            if span_of(event).holds(span):
                draft.events[key] = _with_entity(draft, event, old, new)
    for key, quotation in draft.quotations.items():
        speaker, via = _spoken(quotation.speaker, change), _spoken(quotation.via, change)
        draft.quotations[key] = replace(quotation, speaker=speaker, via=via)


def _with_entity(draft: Draft, event: Event, old: str, new: str | None) -> Event:
    """The event with `new` for `old`, unless another mention in its clause still says `old`."""
    if any(mention.entity == old and span_of(event).holds(span_of(mention)) for mention in draft.mentions.values()):
        return event

    def renamed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one in ids if (name := new if one == old else one)))

    roles = {name: role for one, role in event.roles.items() for name in renamed((one,))}
    return replace(event, participants=renamed(event.participants), places=renamed(event.places), roles=roles)


def _spoken(speaker: Speaker | None, change: Change[Mention]) -> Speaker | None:
    """The speaker with the entity that the corrected mention in its words gives it."""
    mention = change.new or change.old
    if speaker is None or mention is None or not Span(speaker.start, speaker.end).holds(span_of(mention)):
        return speaker
    if speaker.entity and speaker.entity == _entity(change.old):
        return replace(speaker, entity=_entity(change.new))
    return replace(speaker, entity=entity_of(speaker, [mention])) if speaker.entity is None else speaker


def _entity(mention: Mention | None) -> str | None:
    return mention.entity if mention else None


def entity_of(speaker: Speaker, mentions: list[Mention]) -> str | None:
    """The entity that the speaker's words name: the mention that they are, or the one person among them."""
    own = Span(speaker.start, speaker.end)
    inside = [mention for mention in mentions if own.holds(span_of(mention))]
    whole = [mention.entity for mention in inside if span_of(mention) == own]
    people = {mention.entity for mention in inside if mention.type == "person"}
    if whole:
        return whole[0]
    return people.pop() if len(people) == 1 else None


PEN: Pen[Mention] = Pen(lambda draft: draft.mentions, exactly, overlapping, _begun, _changed, _settled)
