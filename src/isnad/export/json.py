"""An annotation as the JSON object of the documented format, and back. Field names are the format's, not Python's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from isnad.annotation import (
    SCHEMA,
    Annotation,
    Event,
    Mention,
    Notice,
    Quantity,
    Quotation,
    Speaker,
    Step,
    Time,
    Trigger,
)
from isnad.arabic.spans import Span

JsonObject = dict[str, Any]

_NAMES = {"event_class": "class"}
_LAYERS: dict[str, type] = {
    "mentions": Mention,
    "times": Time,
    "quotations": Quotation,
    "events": Event,
    "quantities": Quantity,
    "warnings": Notice,
}
# Left out when empty, so that a line stays readable; a reader takes the default.
_OPTIONAL = {"reason", "rule", "anchor", "via", "label", "attribution", "metonym_for", "role"}


def to_json(annotation: Annotation) -> JsonObject:
    """The object of the annotation format, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "id": annotation.id,
        "sha256": annotation.sha256,
        "published": annotation.published,
        "published_by": annotation.published_by,
        "text": annotation.text,
        "paragraphs": [list(span) for span in annotation.paragraphs],
        "sentences": [list(span) for span in annotation.sentences],
        **{name: [_item(item, annotation.text) for item in getattr(annotation, name)] for name in _LAYERS},
    }


def from_json(value: Mapping[str, Any]) -> Annotation:
    """The annotation that `to_json` wrote. Raises KeyError or TypeError on an object of another shape."""
    if value["schema"] != SCHEMA:
        raise TypeError(f"schema {value['schema']!r} instead of {SCHEMA!r}")
    return Annotation(
        id=value["id"],
        sha256=value["sha256"],
        text=value["text"],
        published=value["published"],
        published_by=value["published_by"],
        paragraphs=tuple(Span(*span) for span in value["paragraphs"]),
        sentences=tuple(Span(*span) for span in value["sentences"]),
        **{name: tuple(_restore(kind, item) for item in value[name]) for name, kind in _LAYERS.items()},
    )


def _item(item: Any, text: str) -> JsonObject:
    out: JsonObject = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name in _OPTIONAL and value in (None, ""):
            continue
        out[_NAMES.get(field.name, field.name)] = _plain(value)
    if "text" not in out and not isinstance(item, Notice):
        out["text"] = text[item.start : item.end]
    return out


def _plain(value: Any) -> Any:
    if isinstance(value, Step):
        return {"op": value.op, **value.args, "says": value.says}
    if isinstance(value, Speaker | Trigger):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _restore(kind: type, item: Mapping[str, Any]) -> Any:
    values: JsonObject = {}
    for field in fields(kind):
        name = _NAMES.get(field.name, field.name)
        if name in item:
            values[field.name] = _value(field.name, item[name])
    return kind(**values)


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in ("speaker", "via"):
        return Speaker(**value)
    if name == "trigger":
        return Trigger(**value)
    if name == "anchor":
        return Span(*value)
    if name == "steps":
        return tuple(Step(s["op"], {k: v for k, v in s.items() if k not in ("op", "says")}, s["says"]) for s in value)
    return tuple(value) if isinstance(value, list) else value
