"""An article's text as rows of HTML: a paragraph with its marks, and beside it the dates that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from isnad.annotation import Annotation, Mention, Time
from isnad.arabic.spans import Span
from isnad.dossier.model import ArticleRecord, TimelineEntry
from isnad.dossier.places import Locator
from isnad.pages.links import Links
from isnad.pages.marks import Mark, escape, marked

# Which element holds which, from the outside in.
SENTENCE, QUOTATION, TRIGGER, TIME, WHY, QUANTITY, MENTION = range(7)


@dataclass(frozen=True, slots=True)
class Gloss:
    """A date in the margin. number: of the expression in the article, as in its id («t4»)."""

    number: int
    time: Time


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph. before: the exact text between the paragraph before it and this one, as HTML."""

    number: int
    before: str
    html: str
    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """All rows of an article, and the exact text that follows the last."""

    rows: tuple[Row, ...]
    after: str


def article_text(record: ArticleRecord, entries: tuple[TimelineEntry, ...], links: Links) -> ArticleText:
    """The article's text with all its marks. entries: its events, for the places of their triggers."""
    annotation = record.annotation
    marks = [*_marks(annotation, entries, links)]
    rows, at = [], 0
    for number, paragraph in enumerate(annotation.paragraphs, 1):
        clipped = [piece for mark in marks if (piece := _clip(mark, paragraph))]
        html = marked(annotation.text, *paragraph, clipped)
        glosses = tuple(Gloss(n, t) for n, t in enumerate(annotation.times, 1) if _begins_in(t, paragraph))
        rows.append(Row(number, escape(annotation.text[at : paragraph.start]), html, glosses))
        at = paragraph.end
    return ArticleText(tuple(rows), escape(annotation.text[at:]))


def datetime_of(time: Time) -> str | None:
    """The value for HTML's `datetime`, which knows days, months and years of our era; None for anything else."""
    first, last = time.earliest, time.latest
    if not first or not last or first.startswith("-") or len(first) > 10:
        return None
    if first == last:
        return first
    if first[:7] == last[:7] and (time.edtf or "") == first[:7]:
        return first[:7]
    return first[:4] if (time.edtf or "") == first[:4] else None


def _begins_in(time: Time, paragraph: Span) -> bool:
    return paragraph.start <= time.start < paragraph.end


def _clip(mark: Mark, paragraph: Span) -> Mark | None:
    """The part of `mark` in the paragraph; a later part carries no id."""
    start, end = max(mark.start, paragraph.start), min(mark.end, paragraph.end)
    if start >= end:
        return None
    attributes = mark.attributes if start == mark.start else mark.again
    return replace(mark, start=start, end=end, attributes=attributes, tail=mark.tail if end == mark.end else "")


def _marks(annotation: Annotation, entries: tuple[TimelineEntry, ...], links: Links) -> Iterator[Mark]:
    yield from _sentences(annotation)
    yield from _quotations(annotation)
    yield from _times(annotation)
    for mention in annotation.mentions:
        yield _mention(mention, links)
    for number, quantity in enumerate(annotation.quantities, 1):
        classes = f"isnad-quantity{_state(quantity.confirmed)}"
        yield _element(Span(quantity.start, quantity.end), QUANTITY, "span", classes, f"n{number}")
    for entry in entries:
        trigger = entry.event.trigger
        yield _element(Span(trigger.start, trigger.end), TRIGGER, "span", "isnad-trigger", entry.id)


def _sentences(annotation: Annotation) -> Iterator[Mark]:
    for place in Locator(annotation).places():
        link = f'<a class="isnad-permalink isnad-ui" href="#{place.fragment}" title="رابط هذه الجملة"></a>'
        mark = _element(Span(place.start, place.end), SENTENCE, "span", "isnad-sentence", place.fragment)
        yield replace(mark, tail=link)


def _quotations(annotation: Annotation) -> Iterator[Mark]:
    """Who speaks is an attribute that the style sheet shows, so that copying a sentence copies the article alone."""
    for number, quotation in enumerate(annotation.quotations, 1):
        speaker = f' data-speaker="{escape(quotation.speaker.text)}"' if quotation.speaker else ""
        kind = "isnad-quotation" if quotation.direct else "isnad-reported"
        classes = f"{kind}{_state(quotation.confirmed)}"
        span = Span(quotation.start, quotation.end)
        tag = "q" if quotation.direct else "span"
        span = _with_guillemets(annotation.text, span) if quotation.direct else span
        mark = _element(span, QUOTATION, tag, classes, f"q{number}")
        yield replace(mark, attributes=mark.attributes + speaker)


def _with_guillemets(text: str, span: Span) -> Span:
    """The quotation and the marks right around it, so that a label after it never parts the two."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    inside = Span(span.start - 1, span.end + 1)
    return inside if before and before + after in ("«»", "“”", '""') else span


def _times(annotation: Annotation) -> Iterator[Mark]:
    for number, time in enumerate(annotation.times, 1):
        span, value = Span(time.start, time.end), datetime_of(time)
        classes = f"isnad-time{_state(time.confirmed)}"
        mark = _element(span, TIME, "time" if value else "span", classes, f"t{number}")
        moment = f' datetime="{value}"' if value else ""
        # The number is printed, where the reasoning stands at the foot of the document.
        yield replace(mark, attributes=f'{mark.attributes} data-n="{number}"{moment}', again=mark.again + moment)
        if not any(span.touches(Span(m.start, m.end)) for m in annotation.mentions):
            yield Mark(*span, WHY, "a", f' href="#t{number}-note"', f' href="#t{number}-note"')


def _mention(mention: Mention, links: Links) -> Mark:
    target = links.entity(mention.entity) if mention.entity else None
    classes = f"isnad-mention isnad-{mention.type}{_state(mention.confirmed)}"
    if target is None:
        return _element(Span(mention.start, mention.end), MENTION, "span", classes)
    attributes = f' class="{classes}" href="{escape(target)}"'
    return Mark(mention.start, mention.end, MENTION, "a", attributes, attributes)


def _element(span: Span, rank: int, tag: str, classes: str, name: str = "") -> Mark:
    again = f' class="{classes}"'
    return Mark(*span, rank, tag, again + (f' id="{name}"' if name else ""), again)


def _state(confirmed: bool) -> str:
    return " is-confirmed" if confirmed else " is-proposed"
