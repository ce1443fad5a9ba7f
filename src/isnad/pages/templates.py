"""The templates' environment: what they can say and how it is written out, safe from HTML and from Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.annotation import Time
from isnad.arabic.calendar_names import day_words, month_name, month_words, span_words, year_words
from isnad.dossier.model import ArticleRecord, EntityRecord, Place
from isnad.pages.atlas import country_names
from isnad.pages.labels import amount, count, labels, noun, stands_apart
from isnad.pages.marks import Mark, escape, marked
from isnad.pages.text import datetime_of

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # no YAML may hold them as they are
_MONTH = re.compile(f"(?:{'|'.join(map(month_name, range(1, 13)))})(?: \\d+)?")
SHORT = 90  # characters of a clause that a list shows


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("isnad.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_guarded,
    )
    made.filters |= {"count": count, "noun": noun, "amount": amount, "json": _json, "day": day_words}
    made.filters |= {"apart": stands_apart, "ordered": _ordered}
    made.filters |= {"span": _span, "gloss": _gloss, "shorten": _shorten, "unbroken": _unbroken}
    made.globals |= {"label": labels(), "month_words": month_words, "year_words": year_words}
    made.globals |= {
        "datetime_of": datetime_of,
        "name_of": _name_of,
        "country_names": country_names(),
        "sentence": _sentence,
    }
    return made


def _sentence(record: ArticleRecord, place: Place, spans: Iterable[tuple[int, int]]) -> Markup:
    """A sentence with the words that are meant marked in it."""
    marks = [Mark(max(start, place.start), min(end, place.end), 0, "mark") for start, end in spans]
    return Markup(marked(record.annotation.text, place.start, place.end, marks))  # noqa: S704


def _ordered(text: str) -> Markup:
    """A text to be shown whose numbers and Latin names keep their own order."""
    return Markup(marked(text, 0, len(text), []))  # noqa: S704


def _span(item: Any) -> str:
    """The dates of a time or an event in words."""
    return span_words(item.earliest, item.latest, item.edtf)


def _unbroken(words: str) -> Markup:
    """Dates in words whose lines do not break inside a month's names or before its year."""
    return Markup(_MONTH.sub(r'<span class="isnad-nowrap">\g<0></span>', escape(words)))  # noqa: S704


def _gloss(time: Time) -> str:
    """What the margin says of a time: its days in words, or in a word what it is instead."""
    if time.earliest or time.latest:
        return span_words(time.earliest, time.latest, time.edtf)
    return str(labels()["undated_time"]["date" if time.kind == "time" else time.kind])


def _shorten(text: str) -> str:
    """The beginning of a long stretch of text, cut between words."""
    return text if len(text) <= SHORT else text[:SHORT].rpartition(" ")[0].rstrip(" ،؛:,;.") + "…"


def _guarded(value: Any) -> Any:
    """What a template prints, safe from Markdown too: an article's words never form a blank line or a heading."""
    return Markup(escape(value)) if isinstance(value, str) and not isinstance(value, Markup) else value  # noqa: S704


def _json(value: str) -> Markup:
    """A string as JSON, which is a YAML scalar too."""
    plain = json.dumps(value, ensure_ascii=False)
    return Markup(_UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", plain))  # noqa: S704


def _name_of(entities: Mapping[str, EntityRecord], entity: str) -> str:
    """The canonical name of an entity, or its id where no article mentions it."""
    return entities[entity].info.name if entity in entities else entity
