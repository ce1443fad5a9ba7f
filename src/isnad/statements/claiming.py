"""What the expressions that claim an event give it: which of them counts, and the days read with the word before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from isnad.annotation import Time
from isnad.statements.calendar_spans import Days, before, from_edtf, parsed
from isnad.statements.happenings import context, lemma_of
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WAW, _OR = "\u0648", "\u0627\u0648"
_BESIDE = 2  # words between two expressions of one time
_APPOSED = 6  # words from an expression to one within it


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that an expression gives an event. how: a key of reasons.toml. loose: read with less certainty."""

    time: int
    days: Days
    how: str
    edtf: str | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time as words first..last (last excluded), by its number among the times."""

    number: int
    first: int
    last: int
    time: Time


def expression(scene: Scene, number: int, time: Time) -> Expression:
    """The expression by its words."""
    return Expression(number, scene.word_at(time.start), scene.word_from(time.end), time)


def day_key(day: str) -> tuple[int, str]:
    """ISO days in calendar order, years before 0 too."""
    year, _, rest = day.lstrip("-").partition("-")
    return (-int(year) if day.startswith("-") else int(year)), rest


def dated_by_claims(scene: Scene, report: Report, claims: Sequence[tuple[Expression, bool]]) -> Dated:
    """The nearest of the expressions that claim the report; of two side by side the narrower."""
    ordered = sorted(claims, key=lambda claim: (*_rank(claim), _distance(report, claim[0])))
    expression, loose = ordered[0]
    if len(ordered) > 1 and (both := _both(scene, expression, [claim[0] for claim in ordered[1:]])) is not None:
        return Dated(expression.number, both, "expression", None, loose)
    for other, also_loose in ordered[1:]:
        beside = 0 <= max(other.first - expression.last, expression.first - other.last) <= _BESIDE
        if beside and _known(other.time) and _is_feast(expression.time) and not _is_feast(other.time):
            expression = other  # «يوم أحد الشعانين الموافق 9 نيسان 2017»
            continue
        if beside and _is_weekday(expression.time) and (_is_deictic(other.time) or _is_dated(other.time)):
            expression = other  # «عقب صلاة الجمعة غدا», «يوم الجمعة الموافق 9 أكتوبر 1238»
            continue
        holds = _holds(expression, other) and (also_loose == loose or other.first - expression.last <= _APPOSED)
        near = holds or (also_loose == loose and beside and _overlap(expression.time, other.time))
        if near and _width(other.time) < _width(expression.time):
            expression = other
    return _read(scene, report, expression, loose)


def _rank(claim: tuple[Expression, bool]) -> tuple[bool, bool]:
    """What has days before what has none, what is near before what is far."""
    return not _known(claim[0].time), claim[1]


def _is_weekday(time: Time) -> bool:
    return any(step.op == "weekday" for step in time.steps)


def _is_deictic(time: Time) -> bool:
    """«غدا», «أمس»: a day counted from that of publication."""
    return [step.op for step in time.steps[:2]] == ["published", "unit"] and time.earliest == time.latest is not None


def _is_dated(time: Time) -> bool:
    """A day with its month and year."""
    return any(step.op == "day" for step in time.steps)


def _is_feast(time: Time) -> bool:
    return any("feast" in step.args for step in time.steps)


def _overlap(one: Time, other: Time) -> bool:
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    if not all(ends):
        return True
    first, last, begin, end = (day_key(day) for day in ends if day is not None)
    return first <= end and begin <= last


def _holds(wide: Expression, narrow: Expression) -> bool:
    """«وفي عام 1959 نشرت … بين 21 أيلول و25 كانون الأول»: days of the year named before."""
    first, last, inner = wide.time.earliest, wide.time.latest, narrow.time
    ends = (first, inner.earliest, inner.latest, last)
    days = [day_key(end) for end in ends if end is not None]
    return len(days) == len(ends) and days == sorted(days) and wide.last <= narrow.first


def _both(scene: Scene, expression: Expression, others: Sequence[Expression]) -> Days | None:
    """«الخميس والجمعة»: two expressions that «و» joins, read as one stretch."""
    for other in others:
        first, second = sorted((expression, other), key=lambda one: one.first)
        gap = scene.keys[first.last : second.first]
        joined = gap in ([_WAW], [_OR]) or (not gap and scene.keys[second.first].startswith(_WAW))
        ends = (first.time.earliest, first.time.latest, second.time.earliest, second.time.latest)
        if joined and all(ends) and lead_word(scene, first) not in context()["since"]:
            days = sorted((end for end in ends if end is not None), key=day_key)
            return Days(days[0], days[-1])
    return None


def _known(time: Time) -> bool:
    return time.earliest is not None or time.latest is not None


def _distance(report: Report, expression: Expression) -> int:
    return expression.first - report.at if expression.first > report.at else (report.at - expression.last) * 2


def _width(time: Time) -> int:
    first, last = parsed(time.earliest), parsed(time.latest)
    return (last - first).days if first and last else 10**6


def lead_word(scene: Scene, expression: Expression) -> str:
    """The word before the expression, or its first word where it holds the preposition itself."""
    words = context()
    own = scene.keys[expression.first]
    if any(own in words[name] for name in ("since", "until", "before", "after")):
        return own
    before_it = scene.keys[expression.first - 1] if expression.first else ""
    if before_it in words["ending"] and expression.first > 1:
        return scene.keys[expression.first - 2]
    return before_it


def _read(scene: Scene, report: Report, expression: Expression, loose: bool) -> Dated:
    """The days that the expression and the word before it give."""
    time, words = expression.time, context()
    days, lead = Days(time.earliest, time.latest), lead_word(scene, expression)
    holds = scene.keys[expression.first] == lead
    told = _is_told_when(scene, report, expression)
    if told:
        return Dated(expression.number, _closed(time), "when", _closed_edtf(time), loose)
    ends = expression.last < len(scene.keys) and scene.keys[expression.last] in words["until"]
    if lead in words["since"] and days.known and _begins(report) and not ends:
        return Dated(expression.number, _closed(time), "expression", _closed_edtf(time), loose)
    if lead in words["since"] and days.known:
        return Dated(expression.number, Days(days.earliest, None), "since", f"{days.earliest}/..", loose)
    if not holds and days.earliest and days.latest and time.kind != "time":
        bounded = _bounded(days, lead, vague=time.approximate or _ends_week(scene, expression))
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


def _ends_week(scene: Scene, expression: Expression) -> bool:
    """«قبل نهاية الأسبوع المقبل»: the end of that week, not what comes before its weekend."""
    weekend = any(step.op == "weekend" for step in expression.time.steps)
    return weekend and scene.keys[expression.first] in context()["ending"]


def _is_told_when(scene: Scene, report: Report, expression: Expression) -> bool:
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
