"""The editor's corrections on top of what the machine proposed. The last word is the editor's.

Layers are corrected in the order of what rests on what (mentions, times, quotations, quantities, events), the
corrections of a layer in the order written. `add` is a statement that something is there: what the machine has found
by itself is confirmed, and what stands in its way goes. `reject` of something no longer proposed is only noted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from isnad.annotation import Annotation, Notice
from isnad.arabic.spans import Span
from isnad.article import Article, Correction, Layer
from isnad.edit import events, mentions, quantities, quotations, times
from isnad.edit.complaints import contradicted, located, not_proposed
from isnad.edit.draft import Draft, I, begin, finish, new_number, span_of
from isnad.edit.pens import Change, Pen, Reference, point_elsewhere
from isnad.errors import IsnadError, raise_all
from isnad.notices import against_knowledge, at_odds, undated, unlinked

# Any: each layer's pen is of another type, and the layer's name chooses it.
_PENS: dict[Layer, Pen[Any]] = {
    "mention": mentions.PEN,
    "time": times.PEN,
    "quotation": quotations.PEN,
    "quantity": quantities.PEN,
    "event": events.PEN,
}
_ORDER = list(_PENS)
# Layers whose items never lie inside one another.
_APART: tuple[Layer, ...] = ("mention", "time", "quantity")
# By which field an event refers to an item of the layer.
_REFERENCES: dict[Layer, Reference] = {"time": "time", "quotation": "attribution"}
_MADE_ANEW = ("event-undated", "event-contradicts-knowledge", "mention-unlinked", "time-disagrees")
_IDLE = "رفض المحرّر هنا اقتراحًا لم يعد واردًا؛ يمكن حذف التصحيح ({place})."


def apply(annotation: Annotation, article: Article) -> Annotation:
    """`annotation` with the corrections of `article`. Raises one IsnadError with all corrections that do not fit."""
    if not article.corrections:
        return annotation
    draft = begin(annotation, article)
    problems: list[IsnadError] = []
    for correction in sorted(article.corrections, key=lambda one: _ORDER.index(one.layer)):
        try:
            _correct(draft, correction, _PENS[correction.layer])
        except IsnadError as problem:
            problems.append(problem)
    raise_all(problems)
    edited = finish(draft)
    kept = (notice for notice in annotation.warnings if notice.code not in _MADE_ANEW)
    notices = (
        *kept,
        *undated(edited.events),
        *against_knowledge(edited.events),
        *unlinked(edited.mentions),
        *at_odds(edited.times),
        *draft.notices,
    )
    return replace(edited, warnings=tuple(sorted(notices, key=lambda notice: notice.start)))


def _correct(draft: Draft, correction: Correction, pen: Pen[I]) -> None:
    spans = located(draft.article, correction)
    if correction.every and correction.layer in _APART:
        spans = _outside_longer_ones(pen.items(draft), spans)
    met = [span for span in spans if _written(draft, correction, pen, span)]
    if met or not spans:
        return
    if correction.action != "reject":
        raise not_proposed(draft.article, correction, pen.items(draft), spans[0])
    place = f"{draft.article.sidecar.name}:{correction.line}" if draft.article.sidecar else correction.field
    draft.notices.append(Notice("correction-idle", *spans[0], _IDLE.format(place=place)))


def _outside_longer_ones(items: dict[int, I], spans: list[Span]) -> list[Span]:
    """Names inside names are not marked twice: «all» passes over what lies inside a longer item of the layer."""
    longer = [span_of(item) for item in items.values()]
    return [span for span in spans if not any(one.holds(span) and one != span for one in longer)]


def _written(draft: Draft, correction: Correction, pen: Pen[I], span: Span) -> bool:
    """Whether there was something to write on."""
    if correction.action == "add":
        _add(draft, correction, pen, span)
        return True
    items = pen.items(draft)
    key = pen.find(items, span)
    if key is None:
        return False
    if correction.action == "reject":
        pen.settled(draft, Change(key, items.pop(key), None))
    else:
        _put(draft, correction, pen, key, items[key])
    return True


def _add(draft: Draft, correction: Correction, pen: Pen[I], span: Span) -> None:
    items = pen.items(draft)
    rivals = pen.rivals(items, span)
    for rival in rivals:
        if items[rival].confirmed and pen.find(items, span) != rival:
            raise contradicted(draft.article, correction, span, span_of(items[rival]))
    for rival in rivals[1:]:
        dropped = items.pop(rival)
        if correction.layer in _REFERENCES:
            point_elsewhere(draft, _REFERENCES[correction.layer], rival, rivals[0])
        pen.settled(draft, Change(rival, dropped, None))
    key = rivals[0] if rivals else new_number(draft)
    _put(draft, correction, pen, key, pen.begun(draft, span, items.get(key)))


def _put(draft: Draft, correction: Correction, pen: Pen[I], key: int, item: I) -> None:
    """Put the corrected item in its place. It is the editor's own where the correction says something new of it."""
    items = pen.items(draft)
    old = items.get(key)
    new = pen.changed(draft, item, correction)
    source = new.source if new == old else "editor"
    items[key] = replace(new, confirmed=True, confidence=1.0, source=source, reason=correction.reason or new.reason)
    pen.settled(draft, Change(key, old, items[key]))
