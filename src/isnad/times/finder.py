"""The one road from text to times: neighbourhoods, readings, the best cover, and each meaning placed in its turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from isnad.annotation import Time
from isnad.arabic.letters import fold
from isnad.arabic.spans import Span
from isnad.arabic.words import Word
from isnad.times import algebra as a
from isnad.times.anchors import anchor_after
from isnad.times.chart import STEP, parse
from isnad.times.placing import Place, place
from isnad.times.plan import Context
from isnad.times.plan_lengths import FINE
from isnad.times.policy import NEWS, Policy
from isnad.times.rules import Edge, grammar
from isnad.times.scan import Neighbourhood, lexical, neighbourhoods
from isnad.times.tense import asides, cue_of, narrated, sermons, tense_at
from isnad.times.titles import in_title


def find(text: str, published: date | None = None, policy: Policy = NEWS, time: str | None = None) -> tuple[Time, ...]:
    """All expressions of time in `text`, in order, placed on the calendar as of `published`.

    published: the publication day; without it what counts from it has no days, and a step says so.
    policy: how what is underspecified is read. time: the clock of publication as HH:MM[:SS], where known.
    """
    tokens, around = neighbourhoods(text, fold(text))
    page = _Page(text, tokens, Context(published, policy, clock=time))
    return tuple(moment for run in around for moment in page.times_of(run))


class Meaning(NamedTuple):
    """An expression of a text, not yet placed: where it stands, and what it means."""

    span: Span
    node: a.Node


def meanings(text: str) -> Iterator[Meaning]:
    """All expressions of time in `text` by what they mean, whatever the publication day."""
    tokens, around = neighbourhoods(text, fold(text))
    page = _Page(text, tokens, Context())
    for run in around:
        for one in _readings(run):
            reading = one
            yield Meaning(page.span_of(run, reading), reading.value)


class Reading(NamedTuple):
    """One chosen reading of a run: its meaning, its rule, and its words as chart positions."""

    start: int
    end: int
    value: a.Node
    rule: str


@dataclass(slots=True)
class _Page:
    """What the expressions of a text share while they are placed one after the other."""

    text: str
    tokens: Sequence[Word]
    context: Context
    previous: tuple[str, str, str] | None = None
    spoken_until: int = 0
    looked_until: int = 0
    stopped_at: int = -1
    told_year: bool = False
    hijri: bool = False

    def times_of(self, run: Neighbourhood) -> Iterator[Time]:
        """The expressions of a run in order, without those that only name something."""
        for one in _readings(run):
            reading = one
            first = run.first + reading.start // STEP
            last = run.first + -(-reading.end // STEP)
            if self._only_named(run, reading) or in_title(self.text, self.tokens, first, last):
                continue
            anchor = anchor_after(self.text, self.tokens, reading.value, last)
            context = replace(
                self.context,
                tense=tense_at(self.tokens, first, last),
                previous=self.previous if self._same_sentence(first) or _looks_back(reading.value) else None,
                year=self._year_before(first, reading.value),
                hijri=self.hijri,
                alone=run.whole,
            )
            if self._told_from(reading.value, first, context):
                context = replace(context, narrated=True)
            elif self._goes_on(reading.value, first, context) or self._follows(reading, first, context):
                context = replace(context, narrated=True, previous=self.previous)
            unplaced = anchor is not None or self._of_event(
                reading.value, first, context, deadline=reading.rule == DEADLINE
            )
            placed = place(reading.value, context, anchored=unplaced)
            if placed is not None and self._counts_people(reading.value, placed, last, context):
                reading, last = _weekday_alone(reading), last - 1
                placed = place(reading.value, context)
            start, end = self.span_of(run, reading)
            if placed is None:
                continue
            if placed.days and placed.kind in ("date", "time") and not self._passes(reading.value, first):
                self.previous, self.spoken_until = placed.days, last
                self.hijri = any(step.args.get("calendar") == "hijri" for step in placed.steps)
                self._remember_year(reading.value, first, context, placed)
            yield _time(self.text, start, end, placed, reading.rule, anchor)

    def _counts_people(self, node: a.Node, placed: Place, last: int, context: Context) -> bool:
        """«أوقفت الشرطة الأحد 25 شخصا»: a number that is no day of the month near by, with what it counts behind it."""
        bare = isinstance(node, a.Date) and node.month is None and node.year is None
        both = bare and isinstance(node, a.Date) and node.weekday is not None and node.day is not None
        if not both or last >= len(self.tokens) or not self.tokens[last - 1].text.isdecimal():
            return False
        published, day = context.published, date.fromisoformat(placed.earliest) if placed.earliest else None
        far = published is None or day is None or abs(day - published).days > MONTH
        to_come = published is not None and day is not None and day > published and context.tense in ("past", "told")
        return (far or to_come) and self.tokens[last].text[0].isalpha()

    def _told_from(self, node: a.Node, first: int, context: Context) -> bool:
        """Whether a length after nothing named counts from the day told before it: «زار في أيار ثم عاد بعد شهر»."""
        if not _ahead(node) or context.previous is None:
            return False
        verb = narrated(self.tokens, first)
        then = next((at for at in range(first - 1, max(first - THEN, -1), -1) if self.tokens[at].text in _THEN), -1)
        before = next((at for at in range(first - 1, max(first - BEFORE, 0), -1) if self._before_that(at)), -1)
        then = max(then, before)
        then = max(then, self._announced(first, context))
        return then >= self.spoken_until or (verb is not None and verb >= self.spoken_until)

    def _announced(self, first: int, context: Context) -> int:
        """«قتل في 26 تشرين الأول 2019، وأعلن خليفته بعد خمسة أيام»: a verb of saying behind a day long ago; or -1."""
        day, published = (context.previous or ("", "", ""))[1], context.published
        if context.tense != "told" or published is None or len(day) != _ISO:
            return -1
        old = (published - date.fromisoformat(day)).days > MONTH
        return next((at for at in range(first - 1, self.spoken_until, -1) if self._tells(at)), -1) if old else -1

    def _tells(self, at: int) -> bool:
        return cue_of(self.tokens[at].text) == "told"

    def _passes(self, node: a.Node, first: int) -> bool:
        """An hour without its day, or the Friday of a sermon: no day that «في اليوم نفسه» points at."""
        return _only_hour(node) or (first > 0 and self.tokens[first - 1].text in sermons())

    def _before_that(self, at: int) -> bool:
        """«… قبل أن يتغلب على الكويت بعد ثلاثة أيام»: what follows what is told."""
        return (self.tokens[at - 1].text, self.tokens[at].text) == _BEFORE_THAT

    def _goes_on(self, node: a.Node, first: int, context: Context) -> bool:
        """«… ليلة 13 آب 1961. وبعد أسبوع سقط أول قتيل»: what was cannot count from now."""
        opens = first == 0 or self.tokens[first].text[0] == _AND or self.tokens[first - 1].text in _STOPS
        return opens and _ahead(node) and context.tense == "past" and self.previous is not None

    def _follows(self, reading: Reading, first: int, context: Context) -> bool:
        """«سقط في 18 أيار. واستقال المدرب بعد تسعة أيام»: what was told counts from the day of the sentence before."""
        if not _ahead(reading.value) or reading.rule == DEADLINE or context.previous or not self.previous:
            return False
        first_day, last_day, _ = self.previous
        exact = first_day == last_day and context.published is not None and last_day < context.published.isoformat()
        stops = [at for at in range(self.spoken_until, first) if self.tokens[at].text in _ENDINGS]
        verb = narrated(self.tokens, first)
        return exact and len(stops) == 1 and verb is not None and verb - stops[0] <= 2  # words to what it tells

    def _of_event(self, node: a.Node, first: int, context: Context, *, deadline: bool) -> bool:
        """Whether a length counts from what no day is known of."""
        if not isinstance(node, a.Shift) or context.narrated:
            return False
        if not _ahead(node):
            return context.previous is None and _looks_back(node)
        past = context.tense not in ("future", "present") and context.policy.bare == "tense" and not deadline
        hours = past and first > 0 and all(unit in FINE for unit, _ in node.length.amounts)
        beside = past and first == self.spoken_until and context.previous is not None
        return hours or beside or narrated(self.tokens, first) is not None

    def _only_named(self, run: Neighbourhood, reading: Reading) -> bool:
        """Whether a bare month or weekday stands alone in quotation marks: then it is somebody's name."""
        start, end = self.span_of(run, reading)
        quoted = self.text[start - 1 : start] in _OPEN and self.text[end : end + 1] in _SHUT
        return bool(start and quoted and self.text[end : end + 1]) and _bare(reading.value)

    def _same_sentence(self, first: int) -> bool:
        """Whether no sentence has ended since the last day was spoken of."""
        while self.looked_until < first:
            if self.tokens[self.looked_until].text in _ENDINGS:
                self.stopped_at = self.looked_until
            self.looked_until += 1
        return self.stopped_at < self.spoken_until

    def _year_before(self, first: int, node: a.Node) -> tuple[str, str, str] | None:
        """The days in whose year a month without its own is: «شهد عام 2013 …، ففي 3 يوليو عزل»."""
        same = self.told_year and self.previous and self._same_sentence(first)
        return self.previous if same and _yearless(node) else None

    def _remember_year(self, node: a.Node, first: int, context: Context, placed: Place) -> None:
        """A year that the text names holds for the months after it, until another day or a year still running."""
        if _names_year(node):
            before = {word.text for word in self.tokens[max(self.stopped_at + 1, first - ASIDE) : first]}
            self.told_year = before.isdisjoint(asides())
        elif context.year is None and placed.steps[0].op != "spoken":
            self.told_year = False

    def span_of(self, run: Neighbourhood, reading: Reading) -> Span:
        """The exact offsets of a reading; glued prepositions stay outside."""
        word = run.words[reading.start // STEP]
        start = word.start + _skipped(self.text, word, reading.start % STEP)
        return Span(start, run.words[-(-reading.end // STEP) - 1].end)


def _skipped(text: str, word: Word, letters: int) -> int:
    """How far into the exact text so many folded letters reach; a fused article keeps its preposition."""
    if letters and word.text[letters - 1 :].startswith("\u0644\u0644"):
        letters -= 1
    return 0 if not letters else fold(text[word.start : word.end]).origin(letters)


_OPEN, _SHUT = '\u00ab\u201c"', '\u00bb\u201d"'


def _bare(node: a.Node) -> bool:
    return isinstance(node, a.Date) and node.year is None and node.day is None and node.direction is None


def _ahead(node: a.Node) -> bool:
    """Whether a meaning is a length after something that it does not name («بعد شهر»)."""
    return isinstance(node, a.Shift) and node.sign > 0 and node.base is None and not node.length.vague


_BEFORE_THAT = ("\u0642\u0628\u0644", "\u0627\u0646")
_AND, _STOPS = "\u0648", frozenset(".\u060c\u061b")
_ISO = 10  # letters of a day of years 1 to 9999
_ENDINGS = ".؟!?"  # of a sentence
THEN = 7  # words between «ثم» and a length
BEFORE = 12  # words between «قبل أن» and a length
_THEN = frozenset((fold("\u062b\u0645").text, fold("\u0648\u0645\u0646 \u062b\u0645").text))
MONTH = 31  # days from publication to what a bare day of the month means


def _weekday_alone(reading: Reading) -> Reading:
    """The reading without the number behind its weekday."""
    node = reading.value
    weekday = node.weekday if isinstance(node, a.Date) else None
    return reading._replace(end=reading.end - STEP, value=a.Date(weekday=weekday))


def _only_hour(node: a.Node) -> bool:
    return isinstance(node, a.Timed) and node.base is None


ASIDE = 5  # words before a year that may put it aside


def _yearless(node: a.Node | None) -> bool:
    """Whether a meaning is a month, or a day in one, of a year that goes without saying."""
    if isinstance(node, a.Range):
        return _yearless(node.first) and _yearless(node.last)
    if isinstance(node, a.Part | a.Timed):
        return _yearless(node.base)
    alone = isinstance(node, a.Date) and node.year is None and node.direction is None and node.weekday is None
    return alone and isinstance(node, a.Date) and node.month is not None


def _names_year(node: a.Node | None) -> bool:
    return isinstance(node, a.Year) or (isinstance(node, a.Date) and isinstance(node.year, a.Year))


def _looks_back(node: a.Node) -> bool:
    """Whether a meaning counts from the day spoken of, however far back that stands."""
    parts = (getattr(node, name, None) for name in ("base", "year", "inner", "outer"))
    return isinstance(node, a.Spoken) or any(_looks_back(part) for part in parts if part is not None)


def _readings(run: Neighbourhood) -> Iterable[Reading]:
    key = tuple(word.text for word in run.words)
    glue = tuple(one.end == two.start for one, two in zip(run.words, run.words[1:], strict=False))
    return _chosen(key, glue, whole=run.whole) if len(key) <= MEMORABLE else _choose(run.words, whole=run.whole)


DEADLINE = "duration.deadline"  # «في غضون ساعتين»: from now, whatever the tense
MEMORABLE = 12  # words of a run whose readings are kept


@lru_cache(maxsize=8192)
def _chosen(texts: tuple[str, ...], glue: tuple[bool, ...], *, whole: bool) -> tuple[Reading, ...]:
    """The readings of a run by its words: the same words mean the same until they are placed."""
    run, at = [], 0
    for index, text in enumerate(texts):
        run.append(Word(text, at, at + len(text)))
        at += len(text) + (0 if index < len(glue) and glue[index] else 1)
    return _choose(run, whole=whole)


def _choose(run: Sequence[Word], *, whole: bool) -> tuple[Reading, ...]:
    edges = parse(lexical(run), grammar(), whole=STEP * len(run) if whole else None)
    chosen: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: (edge.start - edge.end, -edge.weight, edge.start)):
        if all(edge.end <= other.start or other.end <= edge.start for other in chosen):
            chosen.append(edge)
    chosen.sort(key=lambda edge: edge.start)
    return tuple(reading for edge in chosen if edge.label != "name" for reading in _told_apart(edge))


def _told_apart(edge: Edge) -> Iterator[Reading]:
    """A pair is two readings, of which the second may be a pair again."""
    if isinstance(edge.value, a.Pair):
        start, end, after, last = edge.value.cut
        yield Reading(start, end, edge.value.first, edge.rule)
        second = Edge(edge.label, after, edge.end if last is None else last, edge.value.second, edge.rule)
        yield from _told_apart(second)
    else:
        yield Reading(edge.start, edge.end, edge.value, edge.rule)


def _time(text: str, start: int, end: int, placed: Place, rule: str, anchor: object) -> Time:
    return Time(
        start=start,
        end=end,
        text=text[start:end],
        kind=placed.kind,
        edtf=placed.edtf,
        timex3=placed.timex3,
        earliest=placed.earliest,
        latest=placed.latest,
        approximate=placed.approximate,
        steps=placed.steps,
        rule=rule,
        anchor=anchor,  # type: ignore[arg-type]
        confidence=placed.confidence,
        source="rule",
        reason=placed.reason,
    )
