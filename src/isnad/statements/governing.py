"""Which expression of time dates which event: the one in its own clause, as far as the tenses allow it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from isnad.annotation import Time
from isnad.statements.calendar_spans import Days, before, from_edtf, parsed
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WAW = "\u0648"
_NEAR = 16  # words between a noun and the expression that dates it
_LONGEST_NAME = 6  # words of an event's name before its day
_ORDERS = frozenset(("statement", "decision", "agreement"))  # classes of which what is said holds from a day on


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

    def _of_rank(self) -> bool:
        """«، هي الثامنة منذ منتصف نيسان،»: since when something is counted, and the date of no verb."""
        keys, words, at = self.scene.keys, context(), self.expression.first
        at -= keys[at] not in words["since"]
        return at > 0 and keys[at] in words["since"] and keys[at - 1] in words["rank"]

    def chosen(self) -> list[tuple[int, bool]]:
        """The reports, each with whether the choice is loose."""
        if self._of_participle() or self._of_rank():
            return []
        named = self._named_event()
        if named is not None:
            return [(number, False) for number in self.reports if self.found[number].at == named]
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

    def _named_event(self) -> int | None:
        """«ثورة 17 فبراير 2011»: the word with which an event begins whose name has the day, and gives it no other."""
        at = self.expression.first
        for word in range(at, max(self.scene.sentence_start(at), at - _LONGEST_NAME) - 1, -1):
            mention = self.scene.mention_at.get(word)
            if mention is not None:
                return word if mention.type == "event" and self.scene.mention_end[word] > at else None
        return None

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
        if own and not self._in_effect():
            return own[0]
        earlier = [] if self._of_a_state() else [number for number in verbs if self.found[number].at < at]
        later = [] if self._in_effect() else [number for number in verbs if self.found[number].at > at]
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
        if report.entry.event_class in _ORDERS and self._in_effect():
            return False
        if self._of_purpose(report):
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

    def _in_effect(self) -> bool:
        """«أعلن الحداد ابتداء من الأحد», «قررت … اعتبارا من غد»: from when it holds, not when it was said."""
        first = self.expression.first
        return not context()["effective"].isdisjoint(self.scene.keys[max(0, first - 2) : first + 1])

    def _of_purpose(self, report: Report) -> bool:
        """«يجري محادثات بهدف إبرام هدنة خلال رمضان», but not «فاز بهدف لصلاح أمس»."""
        keys = self.scene.keys
        between = range(report.at + 1, self.expression.first - 1)
        return any(keys[word] in context()["purpose"] and keys[word + 1] in nouns() for word in between)

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
    ordered = sorted(claims, key=lambda claim: (not _known(claim[0].time), claim[1], _distance(report, claim[0])))
    expression, loose = ordered[0]
    if len(ordered) > 1 and (both := _both(scene, expression, [claim[0] for claim in ordered[1:]])) is not None:
        return Dated(expression.number, both, "expression", None, loose)
    for other, also_loose in ordered[1:]:
        beside = 0 <= max(other.first - expression.last, expression.first - other.last) <= 2
        if beside and also_loose == loose and _width(other.time) < _width(expression.time):
            expression = other
    return _read(scene, report, expression, loose)


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
