"""A small annotated article of our own making, for tests that need one and no language work."""

from __future__ import annotations

import hashlib
from datetime import date

from isnad.annotation import (
    Annotation,
    Event,
    Mention,
    MentionType,
    Notice,
    Quantity,
    Quotation,
    Speaker,
    Step,
    Time,
    Trigger,
)
from isnad.arabic.sentences import paragraphs, sentences
from isnad.article import Article, Publication

TEXT = (
    "أعلنت سلمى الحداد في بيروت الاثنين الماضي أن «المعرض سيفتح أبوابه».\n"
    "\n"
    "وقالت الحداد إن 300 ناشر سجلوا أسماءهم. وألغي حفل الختام دون ذكر موعد.\n"
)
PUBLISHED = date(2021, 12, 1)


def place(words: str, nth: int = 0) -> tuple[int, int]:
    """The offsets of the `nth` time that `words` occur in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def sample_article(name: str = "maarad") -> Article:
    """The article, published on PUBLISHED as stated."""
    publication = Publication(PUBLISHED, PUBLISHED, PUBLISHED, "stated")
    return Article(id=name, text=TEXT, title="معرض بيروت", publication=publication)


def sample_annotation(name: str = "maarad") -> Annotation:
    """Every layer, with crossing references, as a machine would leave it."""
    said = Speaker(*place("سلمى الحداد"), "سلمى الحداد", "salma")
    when, day = "الاثنين الماضي", "2021-11-29"
    step = Step("previous-weekday", {"weekday": 1}, "آخر يوم اثنين قبل تاريخ النشر")
    return Annotation(
        id=name,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        published=PUBLISHED.isoformat(),
        published_by="stated",
        paragraphs=tuple(paragraphs(TEXT)),
        sentences=tuple(sentences(TEXT)),
        mentions=(
            _mention("سلمى الحداد", "person", "salma"),
            _mention("بيروت", "place", "beirut"),
            _mention("الحداد", "person", "salma", 1),
        ),
        times=(Time(*place(when), when, "date", day, day, day, day, steps=(step,), rule="weekday.last"),),
        quotations=(Quotation(*place("المعرض سيفتح أبوابه"), direct=True, verb="أعلن", speaker=said),),
        events=(
            _event("أعلنت", "statement", "2021-11-29", time=0, basis="expression"),
            _event("ألغي", "suspension", None, reason="لا يذكر النص موعدا"),
        ),
        quantities=(Quantity(*place("300 ناشر"), "300 ناشر", 300, "exact", "ناشر"),),
        warnings=(Notice("event-undated", *place("ألغي"), "لا يذكر النص موعدا"),),
    )


def _mention(words: str, kind: MentionType, entity: str, nth: int = 0) -> Mention:
    return Mention(*place(words, nth), words, kind, entity, 0.9, "rule")


def _event(word: str, kind: str, day: str | None, **more: object) -> Event:
    start, end = place(word)
    event = Event(start, end, Trigger(start, end, word), kind, "asserted", day, day, day, **more)  # type: ignore[arg-type]
    return event if day is None else _with_people(event)


def _with_people(event: Event) -> Event:
    from dataclasses import replace

    return replace(event, participants=("salma",), places=("beirut",))
