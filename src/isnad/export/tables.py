"""The dossier as flat tables: a row for each event, entity, quotation and quantity, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from isnad.dossier.model import Dossier, Place, TimelineEntry

Row = dict[str, Any]
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Table:
    """name: of the files. title: in Arabic. rows: makes the rows of a dossier; all have the same keys."""

    name: str
    title: str
    rows: Callable[[Dossier], Iterable[Row]]


def to_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """RFC 4180 with a header and a byte order mark, without which spreadsheets garble Arabic.

    Lists are joined by semicolons; a leading = + - @ is quoted, so that no spreadsheet takes words for a formula.
    """
    rows = list(rows)
    out = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return BYTE_ORDER_MARK + out.getvalue() if rows else ""


def to_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """An array of objects, one a line, so that a change shows as the lines that it touches."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _timeline(dossier: Dossier) -> Iterable[Row]:
    texts = _texts(dossier)
    same = {own.id: entry.id for entry in dossier.timeline for own in entry.also}
    for entry in dossier.entries:
        words = texts[entry.place.article][entry.place.start : entry.place.end]
        yield _event(entry) | {"same_as": same.get(entry.id), "sentence_text": words}


def _event(entry: TimelineEntry) -> Row:
    event = entry.event
    return {
        "id": entry.id,
        "earliest": event.earliest,
        "latest": event.latest,
        "edtf": event.edtf,
        "certainty": entry.certainty,
        "class": event.event_class,
        "modality": event.modality,
        "label": event.label,
        "trigger": event.trigger.text,
        "participants": list(event.participants),
        "roles": [f"{event.roles[name]}: {name}" for name in event.participants if name in event.roles],
        "places": list(event.places),
        "said_by": entry.said_by.speaker.text if entry.said_by and entry.said_by.speaker else None,
        "reason": event.reason,
        "confirmed": event.confirmed,
        **_place(entry.place),
    }


def _entities(dossier: Dossier) -> Iterable[Row]:
    for name, record in (dossier.entities or {}).items():
        info = record.info
        yield {
            "id": name,
            "type": info.type,
            "name": info.name,
            "name_en": info.name_en,
            "mentions": len(record.appearances),
            "articles": len({appearance.place.article for appearance in record.appearances}),
            "spellings": [spelling for spelling, _ in record.spellings],
            "latitude": info.lat,
            "longitude": info.lon,
            "description": info.description,
        }


def _mentions(dossier: Dossier) -> Iterable[Row]:
    for name, record in (dossier.entities or {}).items():
        for appearance in record.appearances:
            mention = appearance.mention
            yield {
                "entity": name,
                "type": mention.type,
                "text": mention.text,
                "start": mention.start,
                "end": mention.end,
                "role": mention.role or None,
                "stands_for": mention.metonym_for or None,
                "source": mention.source,
                "confidence": mention.confidence,
                "confirmed": mention.confirmed,
                **_place(appearance.place),
            }


def _quotations(dossier: Dossier) -> Iterable[Row]:
    for saying in dossier.sayings:
        quotation = saying.quotation
        yield {
            "speaker": quotation.speaker.text if quotation.speaker else None,
            "speaker_entity": saying.speaker,
            "via": quotation.via.text if quotation.via else None,
            "verb": quotation.verb,
            "direct": quotation.direct,
            "text": saying.text,
            "start": quotation.start,
            "end": quotation.end,
            "confirmed": quotation.confirmed,
            **_place(saying.place),
        }


def _quantities(dossier: Dossier) -> Iterable[Row]:
    for count in dossier.counts:
        quantity = count.quantity
        yield {
            "text": quantity.text,
            "value": quantity.value,
            "bound": quantity.bound,
            "unit": quantity.unit,
            "start": quantity.start,
            "end": quantity.end,
            **_place(count.place),
        }


TABLES = (
    Table("timeline", "الخط الزمني", _timeline),
    Table("entities", "الأعلام والكيانات", _entities),
    Table("mentions", "مواضع الأسماء", _mentions),
    Table("quotations", "الأقوال", _quotations),
    Table("quantities", "الأرقام", _quantities),
)


def _place(place: Place) -> Row:
    return {"article": place.article, "paragraph": place.paragraph, "sentence": place.sentence}


def _texts(dossier: Dossier) -> dict[str, str]:
    return {record.article.id: record.annotation.text for record in dossier.articles}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        # A spreadsheet would run it as a formula (OWASP: CSV injection).
        return value if _is_day(value) else f"'{value}"
    return value


def _is_day(value: str) -> bool:
    """An ISO day before our era begins with a minus sign and is no formula."""
    return bool(re.fullmatch(r"-\d{4,}-\d\d-\d\d", value))
