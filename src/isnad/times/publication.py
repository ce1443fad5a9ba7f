"""When an article may have appeared, from what its text says of days: candidates with their reasons.

Each piece of evidence allows some stretches of days and adds its weight to them; the best stretches are proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from isnad.arabic.calendar_names import month_name, span_words
from isnad.arabic.letters import Folded, fold, fold_word
from isnad.arabic.sentences import sentences
from isnad.arabic.spans import Span
from isnad.times import algebra as a
from isnad.times import calendars
from isnad.times.finder import Meaning, meanings
from isnad.times.lexicon import load_toml
from isnad.times.says import hijri_month, weekday_name

FIRST_YEAR, LAST_YEAR = 1990, 2040  # where no year is named
BEST = 5  # candidates proposed


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days (ISO) on which the article may have appeared, the weight of what speaks for them, and why (Arabic)."""

    earliest: str
    latest: str
    score: float
    reasons: tuple[str, ...]


class Landmark(NamedTuple):
    """A happening whose days (ordinals, inclusive) are known, and the forms that name it."""

    title: str
    first: int
    last: int
    forms: tuple[str, ...]


class Evidence(NamedTuple):
    """A stretch of days (ordinals, inclusive) that a reason speaks for, with its weight; weekday: only these days."""

    first: int
    last: int
    weight: float
    reason: str
    weekday: int | None = None


def candidates(text: str, landmarks: Iterable[Landmark] = ()) -> tuple[Candidate, ...]:
    """The days on which an article of this text may have appeared, the likeliest first; none without evidence.

    landmarks: happenings that the dossier's own knowledge dates, besides those that everyone knows.
    """
    evidence = _once(_evidence(text, (*common_landmarks(), *landmarks)))
    spans = [piece for piece in evidence if piece.weekday is None]
    best = sorted(_weighed(spans), key=lambda found: (-found.score, found.earliest))[:BEST]
    weekdays = [piece for piece in evidence if piece.weekday is not None]
    return tuple(_on_weekday(found, weekdays[0]) if weekdays else found for found in best)


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each piece once: a month that the text points at twice says no more than one."""
    found: dict[tuple[int, int, float, int | None], Evidence] = {}
    for piece in evidence:
        found.setdefault((piece.first, piece.last, piece.weight, piece.weekday), piece)
    return list(found.values())


def _on_weekday(found: Candidate, piece: Evidence) -> Candidate:
    """The candidate, narrowed to the first and last day that is of the weekday the text was printed on."""
    first, last = calendars.from_iso(found.earliest), calendars.from_iso(found.latest)
    wanted = piece.weekday or 1
    first += (wanted - calendars.weekday(first)) % 7
    last -= (calendars.weekday(last) - wanted) % 7
    if first > last:
        return found
    return Candidate(
        calendars.iso(first), calendars.iso(last), found.score + piece.weight, (*found.reasons, piece.reason)
    )


def _weighed(evidence: list[Evidence]) -> Iterator[Candidate]:
    """The stretches between any two bounds of the evidence, with all that speaks for each."""
    bounds = sorted({piece.first for piece in evidence} | {piece.last + 1 for piece in evidence})
    for first, after in pairwise(bounds):
        holding = [piece for piece in evidence if piece.first <= first and after - 1 <= piece.last]
        if holding:
            score = round(sum(piece.weight for piece in holding), 2)
            reasons = tuple(dict.fromkeys(piece.reason for piece in holding if piece.reason))
            yield Candidate(calendars.iso(first), calendars.iso(after - 1), score, reasons)


@lru_cache(maxsize=1)
def common_landmarks() -> tuple[Landmark, ...]:
    """The happenings of lexicon/landmarks.toml."""
    return tuple(
        Landmark(row["title"], row["earliest"].toordinal(), row["latest"].toordinal(), tuple(row["forms"]))
        for row in _data()["landmark"]
    )


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return load_toml("lexicon", "landmarks")


def _says(kind: str, **words: str) -> str:
    return str(_data()["reason"][kind]).format(**words)


class _Page(NamedTuple):
    text: str
    folded: Folded
    found: list[Meaning]
    clauses: list[Span]
    named: list[tuple[Landmark, Span]]
    years: tuple[int, int]


def _evidence(text: str, landmarks: Iterable[Landmark]) -> Iterator[Evidence]:
    folded = fold(text)
    found = list(meanings(text))
    named = [(mark, span) for mark in landmarks if (span := _named(folded, mark))]
    page = _Page(text, folded, found, sentences(text), named, _years(found, named))
    for mark, span in named:
        yield from _of_landmark(page, mark, span)
    yield from _of_years(page)
    for meaning in found:
        yield from _of_meaning(page, meaning)


def _named(folded: Folded, mark: Landmark) -> Span | None:
    """Where the text names a landmark first."""
    for form in mark.forms:
        match = re.search(rf"(?<!\w)[\u0648\u0641\u0628\u0644\u0643]?{re.escape(fold_word(form))}(?!\w)", folded.text)
        if match:
            return Span(*folded.span(match.start(), match.end()))
    return None


def _years(found: list[Meaning], named: list[tuple[Landmark, Span]]) -> tuple[int, int]:
    """The years to look at: from the latest landmark or year on for three years; else all that may be."""
    seen = [calendars.ymd(mark.first)[0] for mark, _ in named]
    seen += [year for meaning in found if (year := _year_of(meaning.node)) is not None and 1900 < year <= LAST_YEAR]
    return (max(seen) - 1, max(seen) + 2) if seen else (FIRST_YEAR, LAST_YEAR)


def _year_of(node: a.Node) -> int | None:
    year = node if isinstance(node, a.Year) else getattr(node, "year", None)
    return year.number if isinstance(year, a.Year) and year.calendar == "gregorian" else None


def _of_landmark(page: _Page, mark: Landmark, span: Span) -> Iterator[Evidence]:
    days = span_words(calendars.iso(mark.first), calendars.iso(mark.last))
    words = page.text[span.start : span.end]
    reason = _says("landmark", words=words, title=mark.title, days=days)
    yield Evidence(mark.first, max(mark.last, mark.first + 365), 2, reason)
    clause = next((clause for clause in page.clauses if clause.holds(span)), span)
    month = calendars.ymd(mark.first)[1]
    for meaning in page.found:
        date = _month_in(meaning.node)
        if (
            date
            and date.direction == "last"
            and date.month == a.Month("gregorian", month)
            and clause.holds(meaning.span)
        ):
            last = calendars.month_span(calendars.ymd(mark.first)[0], month)[1]
            shown = f"{month_name(month)} {calendars.ymd(mark.first)[0]}"
            surface = page.text[meaning.span.start : meaning.span.end]
            reason = _says("dated-month", words=surface, title=mark.title, days=days, month=shown)
            yield Evidence(last + 1, last + 334, 5, reason)


def _of_years(page: _Page) -> Iterator[Evidence]:
    dated = [(year, meaning) for meaning in page.found if (year := _year_of(meaning.node)) is not None and year > 1900]
    if not dated:
        return
    year, meaning = max(dated, key=lambda pair: pair[0])
    words = page.text[meaning.span.start : meaning.span.end]
    date = meaning.node
    if isinstance(date, a.Date) and date.day and date.month and date.month.calendar == "gregorian":
        day = calendars.ordinal(year, date.month.number, date.day)
        yield Evidence(day, day + 120, 3, _says("date", words=words))
    else:
        yield Evidence(calendars.year_span(year)[0], calendars.year_span(year + 1)[1], 1, _says("year", words=words))


def _month_in(node: a.Node) -> a.Date | None:
    """The month that is pointed at, in «شباط الماضي» and in «منذ يناير الماضي»."""
    if isinstance(node, a.Date) and node.month and node.year is None:
        return node
    base = getattr(node, "base", None)
    return _month_in(base) if base is not None else None


def _of_meaning(page: _Page, meaning: Meaning) -> Iterator[Evidence]:
    words = page.text[meaning.span.start : meaning.span.end]
    if isinstance(meaning.node, a.Told) and isinstance(meaning.node.base, a.Period):
        day = (meaning.node.weekday - meaning.node.base.offset - 1) % 7 + 1
        yield Evidence(0, 0, 2, _says("weekday-deictic", words=words, weekday=weekday_name(day)), weekday=day)
        return
    date = _month_in(meaning.node)
    if date is None or date.month is None:
        return
    for year in range(page.years[0], page.years[1] + 1):
        if date.month.calendar == "hijri":
            yield from _of_hijri(date, meaning.node, words, year)
        elif date.weekday and date.day:
            yield from _of_weekday_date(date, words, year)
        elif date.direction:
            yield from _of_turned(date, words, year)


def _of_turned(date: a.Date, words: str, year: int) -> Iterator[Evidence]:
    """«شباط الماضي»: eleven months that follow, the nearer the likelier."""
    number = date.month.number if date.month else 1
    name = month_name(number)
    first, last = calendars.month_span(year, number)
    if date.direction == "last":
        yield Evidence(last + 1, last + 334, 1, _says("last-month", words=words, month=name))
        yield Evidence(last + 1, last + 92, 0.5, _says("last-month-near", words=words, month=name))
    elif date.direction == "this":
        yield Evidence(first, last, 2, _says("this-month", words=words, month=name))
    else:
        yield Evidence(first - 334, first - 1, 1, _says("next-month", words=words, month=name))
        yield Evidence(first - 92, first - 1, 0.5, _says("next-month-near", words=words, month=name))


def _of_weekday_date(date: a.Date, words: str, year: int) -> Iterator[Evidence]:
    try:
        day = calendars.ordinal(year, date.month.number if date.month else 1, date.day or 1)
    except ValueError:
        return
    if calendars.weekday(day) == date.weekday:
        yield Evidence(day - 14, day + 60, 3, _says("weekday-date", words=words, year=str(year)))


def _of_hijri(date: a.Date, node: a.Node, words: str, year: int) -> Iterator[Evidence]:
    """What is to come after a Hijri month, or in the coming one, was printed before its end."""
    coming = date.direction == "next" or _after(node)
    if not coming or date.month is None:
        return
    hijri = calendars.hijri(calendars.ordinal(year, 1, 1))[0] + 1
    first, last = calendars.hijri_month_span(hijri, date.month.number)
    days = span_words(calendars.iso(first), calendars.iso(last))
    reason = _says("ramadan-coming", words=words, feast=hijri_month(date.month.number), year=str(hijri), days=days)
    yield Evidence(first - 100, last, 1.5, reason)
    yield Evidence(first - 60, first - 1, 0.5, _says("hijri-near", words=words, feast=hijri_month(date.month.number)))


def _after(node: a.Node) -> bool:
    base = getattr(node, "base", None)
    return (isinstance(node, a.Open) and node.side == "after") or (base is not None and _after(base))
