"""The data files beside the pages: each article's annotation and exact text, and the tables of the dossier."""

from __future__ import annotations

import json
from collections.abc import Iterator

from isnad.dossier.model import Dossier
from isnad.export.event_data import event_data
from isnad.export.icalendar import to_icalendar
from isnad.export.json import to_json as annotation_json
from isnad.export.tables import TABLES, to_csv, to_json
from isnad.export.timeline_js import to_timeline_js
from isnad.pages.page import Page

__all__ = ["TABLES", "files"]


def files(dossier: Dossier) -> Iterator[Page]:
    """All data files, under data/."""
    for record in dossier.articles:
        name, annotation = record.article.id, record.annotation
        line = json.dumps(annotation_json(annotation), ensure_ascii=False, indent=1)
        yield Page.of_text(f"data/articles/{name}.json", line + "\n")
        yield Page(f"data/articles/{name}.txt", annotation.text.encode("utf-8"))
    for table in TABLES:
        rows = list(table.rows(dossier))
        yield Page.of_text(f"data/{table.name}.csv", to_csv(rows))
        yield Page.of_text(f"data/{table.name}.json", to_json(rows))
    yield Page.of_text("data/timeline.ics", to_icalendar(dossier))
    yield Page.of_text("data/timeline-js.json", to_timeline_js(dossier))
    yield Page.of_text("data/timeline.jsonld", json.dumps(event_data(dossier), ensure_ascii=False, indent=1) + "\n")
