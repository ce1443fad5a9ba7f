"""The timeline as iCalendar (RFC 5545): an all-day event for each entry that has a day to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from isnad.dossier.model import Dossier
from isnad.export.happenings import Happening, happenings

_OCTETS = 75  # of a line, its end left out (RFC 5545, 3.1)
_NAME = "الخط الزمني"


def to_icalendar(dossier: Dossier) -> str:
    """The calendar, lines folded and ended as the standard says. The same dossier gives the same text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Isnad//Timeline//AR", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_NAME}", f"X-WR-CALNAME:{_NAME}"]
    for happening in happenings(dossier):
        lines += _event(happening)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _fold(line))


def _event(happening: Happening) -> Iterator[str]:
    event = happening.entry.event
    first, last = _day(event.earliest), _day(event.latest)
    begins = first or last
    if begins is None:
        return
    ends = last if first and last and last < date.max else begins
    yield "BEGIN:VEVENT"
    yield f"UID:{happening.entry.id}@isnad"
    yield f"DTSTAMP:{(happening.entry.published or '1970-01-01').replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{begins.year:04}{begins:%m%d}"
    # The day after the last one, on which the event is over: DTEND is exclusive.
    after = ends + timedelta(days=1) if ends < date.max else ends
    yield f"DTEND;VALUE=DATE:{after.year:04}{after:%m%d}"
    yield f"SUMMARY:{escape(_summary(happening))}"
    yield f"DESCRIPTION:{escape(_description(happening))}"
    yield f"CATEGORIES:{escape(event.event_class)}"
    yield f"STATUS:{'CONFIRMED' if event.modality == 'asserted' else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield from _where(happening)
    yield "END:VEVENT"


def _summary(happening: Happening) -> str:
    """The title with what qualifies it, and with the side to which the date is open."""
    event = happening.entry.event
    edge = "منذ هذا اليوم" if event.latest is None else "حتى هذا اليوم" if event.earliest is None else ""
    told = [*happening.qualified, *filter(None, [edge])]
    return f"{happening.title} ({'، '.join(told)})" if told else happening.title


def _description(happening: Happening) -> str:
    told = [f"«{words}» ({title})" for words, title in happening.sentences]
    return "\n".join((*told, happening.entry.event.reason)).strip()


def _where(happening: Happening) -> Iterator[str]:
    if happening.places:
        yield f"LOCATION:{escape('، '.join(place.name for place in happening.places))}"
    if len(happening.places) == 1 and happening.places[0].lat is not None:
        yield f"GEO:{happening.places[0].lat};{happening.places[0].lon}"


def escape(words: str) -> str:
    """Text as a value (RFC 5545, 3.3.11)."""
    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n")):
        words = words.replace(mark, escaped)
    return words


def _fold(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 octets, no letter cut in two; each but the first begins with a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece


def _day(day: str | None) -> date | None:
    """A day that the calendar knows: years 1 to 9999."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None
