"""The timeline for search engines: schema.org Event, as JSON-LD, each with the articles that tell of it."""

from __future__ import annotations

from typing import Any

from isnad.dossier.model import Dossier, EntityInfo
from isnad.export.happenings import Happening, happenings
from isnad.export.news_article import thing


def event_data(dossier: Dossier) -> dict[str, Any]:
    """The graph of the dated events, in the order of the timeline."""
    return {"@context": "https://schema.org", "@graph": [_event(happening) for happening in happenings(dossier)]}


def _event(happening: Happening) -> dict[str, Any]:
    event = happening.entry.event
    made: dict[str, Any] = {"@type": "Event", "identifier": happening.entry.id, "name": happening.title}
    made |= {"inLanguage": "ar", "description": _description(happening)}
    made |= {"startDate": event.earliest} if event.earliest else {}
    made |= {"endDate": event.latest} if event.latest else {}
    made |= {"location": [_place(place) for place in happening.places]} if happening.places else {}
    made |= {"about": [thing(info) for info in happening.participants]} if happening.participants else {}
    articles = dict.fromkeys(title for _, title in happening.sentences)
    return made | {"subjectOf": [{"@type": "NewsArticle", "headline": title} for title in articles]}


def _description(happening: Happening) -> str:
    told = " ".join(f"«{words}»" for words, _ in happening.sentences)
    return f"{told} ({'، '.join(happening.qualified)})" if happening.qualified else told


def _place(info: EntityInfo) -> dict[str, Any]:
    where = {"@type": "GeoCoordinates", "latitude": info.lat, "longitude": info.lon}
    return thing(info) | {"@type": "Place"} | ({"geo": where} if info.lat is not None else {})
