"""Which expression of time dates which event: the one in its own clause, as far as the tenses allow it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from isnad.annotation import Time
from isnad.statements.calendar_spans import Days, before, from_edtf, parsed
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, lemma_of
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WAW = "\u0648"
_LABEL_ENDS = frozenset((":", "-", "\u2013", "\u2014"))
_APPOSED = 6  # words from an expression to one within it
_NEAR = 16  # words between a noun and the expression that dates it


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that an expression gives an event. how: a key of reasons.toml. loose: read with less certainty."""

    time: int
    days: Days
    how: str
    edtf: str | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Expression:
    number: int
    first: int
    last: int
    time: Time


def governed(
    scene: Scene,
    clauses: Clauses,
    found: Sequence[Report],
    times: Sequence[Time],
    contents: dict[int, int],
    published: str | None,
) -> dict[int, Dated]:
    """By the number of the report: what dates it. contents: by word of a verb of saying, where what is said begins."""
    claims: dict[int, list[tuple[_Expression, bool]]] = {}
    places = [one.at for one in found]
    for number, time in enumerate(times):
        first, last = scene.word_at(time.start), scene.word_from(time.end)
        if first < 0 or time.kind == "set" or scene.sentence_of[first] < 0:
            continue
        expression = _Expression(number, first, last, time)
        start, end = scene.sentence_start(first), scene.sentence_end(first)
        inside = range(bisect_left(places, max(start, first - 90)), bisect_left(places, min(end, last + 90)))
        governors = _Governors(scene, clauses, found, inside, expression, contents, published)
        for report, loose in governors.chosen():
            claims.setdefault(report, []).append((expression, loose))
    return {number: _dated(scene, found[number], some) for number, some in claims.items()}


class _Governors:
    """The reports in one sentence that one expression may date."""

    def __init__(
        self,
        scene: Scene,
        clauses: Clauses,
        found: Sequence[Report],
        inside: range,
        expression: _Expression,
        contents: dict[int, int],
        published: str | None,
    ) -> None:
        self.scene, self.clauses, self.found, self.expression = scene, clauses, found, expression
        self.contents, self.published = contents, published
        level = clauses.level[expression.first]
        self.reports = [number for number in inside if clauses.level[found[number].at] == level]
        self.clause = clauses.clause_of[expression.first]

    def _of_participle(self) -> bool:
        """«المركب المصنوع عام 1974»: the date of the participle before it, and of no verb."""
        first = self.expression.first
        before = [key for key in self.scene.keys[max(0, first - 2) : first] if key != "في"]
        return bool(before) and before[-1] in context()["participle"]

    def _in_other_words(self) -> bool:
        """«في 19 آب، أي قبل شهرين»: what was told already, less exactly."""
        first, keys = self.expression.first, self.scene.keys
        return first > 2 and keys[first - 1] in context()["that_is"]

    def _compared(self) -> bool:
        """«تراجع الإنتاج إلى 600 ألف مقارنة مع مليون في شباط»: the time of what something is compared with."""
        start = self.clauses.ranges[self.clause][0]
        return any(key in context()["compared"] for key in self.scene.keys[start : self.expression.first])

    def _labelled(self) -> int | None:
        """«3 حزيران 2019: الجيش يطيح بالرئيس»: what an entry of a chronology tells, in whatever tense."""
        at, keys = self.expression.last, self.scene.keys
        heads = self._fronted() and at < len(keys) and keys[at] in _LABEL_ENDS
        return next((n for n in self.reports if self.found[n].at > at), None) if heads else None

    def chosen(self) -> list[tuple[int, bool]]:
        """The reports, each with whether the choice is loose."""
        if self._of_participle() or self._in_other_words() or self._compared():
            return []
        labelled = self._labelled()
        if labelled is not None:
            return [(labelled, False)]
        told = self._told_when()
        if told is not None and told != self._nearest_before():
            main = self._main()
            return [*([(main, False)] if main is not None else []), (told, False)]
        noun, verb = self._noun(), self._main()
        if noun is None:
            return [(verb, not self._same_clause(verb))] if verb is not None else []
        says = verb is not None and self.found[verb].entry.event_class == "statement"
        if verb is None or self._apart(verb, noun) or (says and self._until()):
            return [(noun, False)]
        return [(verb, not self._same_clause(verb)), (noun, says)]

    def _same_clause(self, number: int) -> bool:
        report = self.found[number]
        return self._agrees(report) and (self.clauses.clause_of[report.at] == self.clause or self._fronted())

    def _fronted(self) -> bool:
        """Whether the expression opens its sentence."""
        return self.expression.first - self.scene.sentence_start(self.expression.first) <= 2

    def _nearest_before(self) -> int | None:
        earlier = [number for number in self.reports if self.found[number].at < self.expression.first]
        return earlier[-1] if earlier else None

    def _verbs(self, *, any_tense: bool = False) -> list[int]:
        """The verbs that may have the expression; with any tense only where no noun stands in the sentence."""
        if any_tense and any(self.found[number].kind == "noun" for number in self.reports):
            return []
        verbs = [number for number in self.reports if self.found[number].kind == "verb"]
        return [number for number in verbs if self._agrees(self.found[number], any_tense=any_tense)]

    def _main(self) -> int | None:
        """The verb that the expression belongs to."""
        verbs, at = self._verbs() or self._verbs(any_tense=True), self.expression.first
        own = [number for number in verbs if self.clauses.clause_of[self.found[number].at] == self.clause]
        earlier_own = [number for number in own if self.found[number].at < at]
        if earlier_own:
            return earlier_own[-1]
        if own:
            return own[0]
        earlier = [] if self._of_a_state() else [number for number in verbs if self.found[number].at < at]
        later = [number for number in verbs if self.found[number].at > at]
        if earlier and not self._leads(later):
            return earlier[-1]
        return later[0] if later and (self._fronted() or self._leads(later) or not self._noun_before()) else None

    def _of_a_state(self) -> bool:
        """«… حيث كانت مخزنة منذ عام 2014»: a clause that tells how things stood keeps its time to itself."""
        start, keys = self.clauses.ranges[self.clause][0], self.scene.keys
        opens = particles()["relative"] | particles()["opens_clause"]
        own = keys[start : self.expression.first]
        return bool(own) and own[0] in opens and any(key in context()["stood"] for key in own[1:3])

    def _noun_before(self) -> bool:
        return any(
            self.found[number].kind == "noun" and self.found[number].at < self.expression.first
            for number in self.reports
        )

    def _leads(self, later: Sequence[int]) -> bool:
        """«وفي مايو، أعلن …» in the middle of a sentence: a comma after it and the verb right behind."""
        at = self.expression.last
        keys = self.scene.keys
        return (
            bool(later)
            and at < len(keys)
            and keys[at] in "،,"
            and self.found[later[0]].at == at + 1
            and self._opens_clause()
        )

    def _opens_clause(self) -> bool:
        start = self.clauses.ranges[self.clause][0]
        return self.expression.first - start <= 2

    def _noun(self) -> int | None:
        """The noun of an event that the expression stands behind, with no verb between."""
        number = self._nearest_before()
        if number is None or self.found[number].kind != "noun":
            return None
        at = self.found[number].at
        near = self.expression.first - at <= _NEAR and self.clauses.clause_of[at] == self.clause
        return number if near else None

    def _apart(self, verb: int, noun: int) -> bool:
        """Whether «بعد», «قبل», «منذ» … put the noun at another time than the verb."""
        first, second = sorted((self.found[verb].at, self.found[noun].at))
        between = self.scene.keys[max(first + 1, second - 3) : second]
        if any(key in context()["apart"] for key in between):
            return True
        to_it = self.scene.keys[second].startswith("ل") and self.found[noun].at == second
        return to_it and self.scene.keys[first] not in context()["result"]  # but «تعرض لحريق»

    def _told_when(self) -> int | None:
        """«في يناير، حين استهدفت …»: the verb of the clause that says what happened then."""
        at = self.expression.last
        keys = self.scene.keys
        while at < len(keys) and keys[at] in "،,":
            at += 1
        if at >= len(keys) or keys[at] not in context()["when"]:
            return None
        for number in self.reports:
            if at < self.found[number].at <= at + 6 and self.found[number].kind == "verb":
                return number
        return None

    def _agrees(self, report: Report, *, any_tense: bool = False) -> bool:
        """Whether the tense allows the expression, and a verb of saying isn't dated from inside what it says."""
        content = self.contents.get(report.at)
        if content is not None and self.expression.first >= content:
            return False
        time, published = self.expression.time, self.published
        if report.tense in ("present", "future") and time.timex3 == "PAST_REF":
            return False
        if any_tense or published is None or report.tense == "any" or not (time.earliest or time.latest):
            return True
        if report.tense == "past":
            return time.earliest is None or _key(time.earliest) <= _key(published)
        if report.tense == "future":
            return time.latest is None or _key(time.latest) >= _key(published)
        return time.latest is None or _key(time.latest) >= _key(published) or self._since()

    def _until(self) -> bool:
        return _lead_word(self.scene, self.expression) in context()["until"]

    def _since(self) -> bool:
        return _lead_word(self.scene, self.expression) in context()["since"]


def _key(day: str) -> tuple[int, str]:
    """ISO days in calendar order, years before 0 too."""
    year, _, rest = day.lstrip("-").partition("-")
    return (-int(year) if day.startswith("-") else int(year)), rest


def _dated(scene: Scene, report: Report, claims: Sequence[tuple[_Expression, bool]]) -> Dated:
    """The nearest of the expressions that claim the report; of two side by side the narrower."""
    ordered = sorted(claims, key=lambda claim: (*_rank(claim), _distance(report, claim[0])))
    expression, loose = ordered[0]
    if len(ordered) > 1 and (both := _both(scene, expression, [claim[0] for claim in ordered[1:]])) is not None:
        return Dated(expression.number, both, "expression", None, loose)
    for other, also_loose in ordered[1:]:
        beside = 0 <= max(other.first - expression.last, expression.first - other.last) <= 2
        if beside and _is_told(other.time) and not _is_told(expression.time):
            expression = other  # «يوم أحد الشعانين الموافق 9 نيسان 2017»
            continue
        holds = _holds(expression, other) and (also_loose == loose or other.first - expression.last <= _APPOSED)
        near = holds or (also_loose == loose and beside and _overlap(expression.time, other.time))
        if near and _width(other.time) < _width(expression.time):
            expression = other
    return _read(scene, report, expression, loose)


def _rank(claim: tuple[_Expression, bool]) -> tuple[bool, bool, bool]:
    """What has days before what has none, what is near before what is far, a date before what counts from another."""
    expression, loose = claim
    counted = {"spoken", "shift"} <= {step.op for step in expression.time.steps}
    return not _known(expression.time), loose, counted


def _is_told(time: Time) -> bool:
    """Whether the words name the year themselves."""
    return bool(time.steps) and time.steps[0].op in ("day", "month", "years")


def _overlap(one: Time, other: Time) -> bool:
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    if not all(ends):
        return True
    first, last, begin, end = (_key(day) for day in ends if day is not None)
    return first <= end and begin <= last


def _holds(wide: _Expression, narrow: _Expression) -> bool:
    """«وفي عام 1959 نشرت … بين 21 أيلول و25 كانون الأول»: days of the year named before."""
    first, last, inner = wide.time.earliest, wide.time.latest, narrow.time
    ends = (first, inner.earliest, inner.latest, last)
    days = [_key(end) for end in ends if end is not None]
    return len(days) == len(ends) and days == sorted(days) and wide.last <= narrow.first


def _both(scene: Scene, expression: _Expression, others: Sequence[_Expression]) -> Days | None:
    """«الخميس والجمعة»: two expressions that «و» joins, read as one stretch."""
    for other in others:
        first, second = sorted((expression, other), key=lambda one: one.first)
        gap = scene.keys[first.last : second.first]
        joined = gap == [_WAW] or (not gap and scene.keys[second.first].startswith(_WAW))
        ends = (first.time.earliest, first.time.latest, second.time.earliest, second.time.latest)
        if joined and all(ends) and _lead_word(scene, first) not in context()["since"]:
            days = sorted((end for end in ends if end is not None), key=_key)
            return Days(days[0], days[-1])
    return None


def _known(time: Time) -> bool:
    return time.earliest is not None or time.latest is not None


def _distance(report: Report, expression: _Expression) -> int:
    return expression.first - report.at if expression.first > report.at else (report.at - expression.last) * 2


def _width(time: Time) -> int:
    first, last = parsed(time.earliest), parsed(time.latest)
    return (last - first).days if first and last else 10**6


def _lead_word(scene: Scene, expression: _Expression) -> str:
    """The word before the expression, or its first word where it holds the preposition itself."""
    words = context()
    own = scene.keys[expression.first]
    if any(own in words[name] for name in ("since", "until", "before", "after")):
        return own
    before_it = scene.keys[expression.first - 1] if expression.first else ""
    if before_it in words["ending"] and expression.first > 1:
        return scene.keys[expression.first - 2]
    return before_it


def _read(scene: Scene, report: Report, expression: _Expression, loose: bool) -> Dated:
    """The days that the expression and the word before it give."""
    time, words = expression.time, context()
    days, lead = Days(time.earliest, time.latest), _lead_word(scene, expression)
    holds = scene.keys[expression.first] == lead
    told = _is_told_when(scene, report, expression)
    if told:
        return Dated(expression.number, _closed(time), "when", _closed_edtf(time), loose)
    if lead in words["since"] and days.known and _begins(report):
        return Dated(expression.number, _closed(time), "expression", _closed_edtf(time), loose)
    if lead in words["since"] and days.known:
        return Dated(expression.number, Days(days.earliest, None), "since", f"{days.earliest}/..", loose)
    if not holds and days.earliest and days.latest and time.kind != "time":
        bounded = _bounded(days, lead, vague=time.approximate)
        if bounded is not None:
            return Dated(expression.number, bounded[1], bounded[0], None, loose)
    return Dated(expression.number, days, "expression", time.edtf, loose)


def _begins(report: Report) -> bool:
    """«اندلعت منذ ليل الاثنين»: what begins does so then, and is not open."""
    return report.entry.event_class == "start" or lemma_of(report.entry) in context()["begins"]


def _bounded(days: Days, lead: str, *, vague: bool) -> tuple[str, Days] | None:
    words = context()
    if lead in words["until"]:
        return "until", Days(None, days.latest)
    if lead in words["before"]:
        return "before", Days(None, days.latest if vague else before(days.earliest or ""))
    if lead in words["after"]:
        return "after", Days(before(days.latest or "", -1), None)
    return None


def _is_told_when(scene: Scene, report: Report, expression: _Expression) -> bool:
    at = expression.last
    between = scene.keys[at : report.at]
    return report.at > at and len(between) <= 8 and any(key in context()["when"] for key in between[:3])


def _closed(time: Time) -> Days:
    """The expression's own days, without the open end that «منذ» or «حتى» gives it."""
    if time.edtf and (time.latest is None or time.earliest is None):
        return from_edtf(_closed_edtf(time) or "") or Days(time.earliest, time.latest)
    return Days(time.earliest, time.latest)


def _closed_edtf(time: Time) -> str | None:
    if time.edtf is None:
        return None
    if time.edtf.startswith("../") and not _DAY.search(time.text):
        return _period_until(time.edtf.removeprefix("../"))
    return time.edtf.removesuffix("/..").removeprefix("../")


def _period_until(last: str) -> str:
    """The month that ends with a day which the words «حتى سبتمبر 2020» don't name; any other day as it is."""
    month = from_edtf(last[:7])
    return last[:7] if month is not None and month.latest == last else last
