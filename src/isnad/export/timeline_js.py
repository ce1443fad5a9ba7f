"""The timeline as JSON of TimelineJS (knightlab), whose texts are HTML and whose dates may leave out day or month."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from isnad.dossier.model import Dossier
from isnad.export.happenings import Happening, happenings


def to_timeline_js(dossier: Dossier) -> str:
    """The document; TimelineJS can't draw what has no beginning, so that what is open before begins with its end."""
    events = [_event(happening) for happening in happenings(dossier)]
    title = {"text": {"headline": "الخط الزمني"}}
    return json.dumps({"title": title, "events": events, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"


def _event(happening: Happening) -> dict[str, Any]:
    event = happening.entry.event
    first, last = event.earliest or event.latest or "", event.latest or event.earliest or ""
    told = "".join(
        f"<blockquote>{escape(words)}<cite>{escape(title)}</cite></blockquote>" for words, title in happening.sentences
    )
    notes = "، ".join((*happening.qualified, event.reason) if event.reason else happening.qualified)
    made: dict[str, Any] = {
        "unique_id": happening.entry.id,
        "start_date": _date(first, event.edtf),
        "text": {"headline": escape(happening.title), "text": f"{told}<p>{escape(notes)}</p>" if notes else told},
        "group": event.event_class,
    }
    if first != last and not _is_period(event.edtf):
        made["end_date"] = _date(last, None)
    return made


def _is_period(edtf: str | None) -> bool:
    """Whether one year or month says all: «2020-03»."""
    plain = (edtf or "").rstrip("~?%")
    return "/" not in plain and plain.lstrip("-").count("-") < 2 and bool(plain)


def _date(day: str, edtf: str | None) -> dict[str, int]:
    sign = -1 if day.startswith("-") else 1
    parts = [int(part) for part in day.lstrip("-").split("-")]
    known = (edtf or "").rstrip("~?%").lstrip("-").count("-") + 1 if _is_period(edtf) else 3
    named = dict(zip(("year", "month", "day"), parts[:known], strict=False))
    return named | {"year": sign * named["year"]}
