"""Corrections of counted amounts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from isnad.annotation import Quantity
from isnad.arabic.spans import Span
from isnad.article import Correction
from isnad.edit.draft import Draft, span_of
from isnad.edit.pens import Pen, exactly, nothing_else, overlapping


def _begun(draft: Draft, span: Span, old: Quantity | None) -> Quantity:
    if old and span_of(old) == span:
        return old
    return Quantity(span.start, span.end, draft.text[span.start : span.end], None, source="editor")


def _changed(draft: Draft, quantity: Quantity, correction: Correction) -> Quantity:
    values: dict[str, Any] = dict(correction.values)
    return replace(quantity, **values)


PEN: Pen[Quantity] = Pen(lambda draft: draft.quantities, exactly, overlapping, _begun, _changed, nothing_else)
