"""Plans of dates, parts, ranges, feasts and clock times: here the policy and the tense decide what is left open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from isnad.times import algebra as a
from isnad.times import calendars, feasts
from isnad.times.plan import Context, Op, Plan, base_plan, plan, plans
from isnad.times.replay import Stack, run


@plans(a.Year)
def _year(node: a.Year, context: Context) -> Plan:
    return [Op("years", {"calendar": node.calendar, "first": node.number, "last": node.number})]


@plans(a.Date)
def _date(node: a.Date, context: Context) -> Plan:
    if isinstance(node.year, a.Year) and not _mixed(node):
        return [_fixed(node, node.year)]
    if node.year:
        return [*plan(node.year, context), Op("inside", _fields(node))]
    if node.month:
        return _of_year_before(node, context) or [
            *base_plan(None, context),
            Op("near", {**_fields(node), **_way(node, context, _month_way)}),
        ]
    if node.day is not None:
        return [*base_plan(None, context), Op("day-near", {**_fields(node), "way": _month_way(node, context)})]
    way = _way(node, context, _weekday_way)
    return [*base_plan(None, context), Op("weekday", {"weekday": node.weekday, **way})]


def _of_year_before(node: a.Date, context: Context) -> Plan | None:
    """«شهد عام 2013 …، ففي 3 يوليو عزل»: the day of that year, where it is over by now."""
    published, before = context.published, context.year
    past = published is not None and before is not None and int(before[1][:-6]) < published.year
    if not past or before is None or published is None or context.tense in ("future", "present"):
        return None
    first, last, unit = before
    start = [Op("spoken", {"first": first, "last": last, "unit": unit})]
    steps = [*start, Op("near", {**_fields(node), "way": "this-year"}), Op("approximate", {})]
    day = _days(steps, context)
    return steps if day is not None and day <= calendars.from_iso(published.isoformat()) else None


def _mixed(node: a.Date) -> bool:
    """«رمضان 2019»: a Hijri month of a Gregorian year."""
    return isinstance(node.year, a.Year) and node.month is not None and node.month.calendar != node.year.calendar


def _fixed(node: a.Date, year: a.Year) -> Op:
    calendar = node.month.calendar if node.month else year.calendar
    if node.month is None:
        return Op("years", {"calendar": calendar, "first": year.number, "last": year.number})
    args: dict[str, Any] = {"calendar": calendar, "year": year.number, "month": node.month.number}
    return Op("month", args) if node.day is None else Op("day", {**args, "day": node.day})


def _fields(node: a.Date) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if node.month:
        fields = {"calendar": node.month.calendar, "month": node.month.number}
    if node.day is not None:
        fields["day"] = node.day
    if node.weekday is not None:
        fields["weekday"] = node.weekday
    return fields


Pointed = a.Date | a.Season | a.Feast


WAYS = {"last": "before", "next": "after"}


def _way(node: Pointed, context: Context, bare: Callable[[Pointed, Context], str]) -> dict[str, Any]:
    way = WAYS.get(node.direction or "") or bare(node, context)
    skip = getattr(node, "skip", 0)
    return {"way": way, "skip": skip} if skip else {"way": way}


def _month_way(node: Pointed, context: Context) -> str:
    """How a month, a day of the month, a season or a feast without a year is found."""
    if node.direction == "this":
        return "this-year" if not isinstance(node, a.Date) or node.month else "this-month"
    if node.direction == "near" or (isinstance(node, a.Date) and node.weekday is not None):
        return "nearest"
    if context.policy.bare == "future":
        whole_month = (
            isinstance(node, a.Date) and node.day is None and node.month and node.month.calendar == "gregorian"
        )
        return "this-year" if whole_month else "on-or-after"
    return {"past": "on-or-before", "future": "on-or-after"}.get(context.tense, "nearest")


def _weekday_way(node: Pointed, context: Context) -> str:
    if node.direction == "this":
        return "on-or-before" if context.tense in ("past", "told") else "on-or-after"
    if context.policy.bare == "future":
        return "after"
    return "on-or-after" if context.tense in ("future", "present") else "on-or-before"


@plans(a.Nth)
def _nth(node: a.Nth, context: Context) -> Plan:
    args: dict[str, Any] = {"n": node.n}
    if isinstance(node.what, int):
        args["weekday"] = node.what
    else:
        args |= {"unit": node.what, "start": context.policy.week_start}
        year = isinstance(node.base, a.Year) or (isinstance(node.base, a.Period) and node.base.unit == "year")
        if node.what == "week" and not year:
            args["full"] = True
    return [*plan(node.base, context), Op("nth", args)]


@plans(a.Part)
def _part(node: a.Part, context: Context) -> Plan:
    args: dict[str, Any] = {"part": node.name}
    if node.name in ("rest", "later") and context.published:
        args["from"] = context.published.isoformat()
    steps = [*plan(node.base, context), Op("part", args)]
    return steps if node.name[-1].isdigit() or node.name == "rest" else [*steps, Op("approximate", {})]


@plans(a.Within)
def _within(node: a.Within, context: Context) -> Plan:
    outer = plan(node.outer, context)
    if isinstance(node.inner, a.Date):
        fields = _fields(node.inner)
        if set(fields) == {"weekday"}:
            return [*outer, Op("weekday", {"weekday": node.inner.weekday, "way": "inside"})]
        return [*outer, Op("inside", fields)]
    return [*outer, *plan(node.inner, context)[1:]]


@plans(a.Timed)
def _timed(node: a.Timed, context: Context) -> Plan:
    steps = _day_of(node, context)
    if node.clock:
        return [
            *steps,
            Op("clock", {"at": _clock_text(node.clock), **({"zone": node.clock.zone} if node.clock.zone else {})}),
        ]
    return [*steps, Op("part-of-day", {"part": node.part})]


def _day_of(node: a.Timed, context: Context) -> Plan:
    """The day of a clock time: the one beside it, else the one the sentence spoke of, else the publication day."""
    if node.base is not None:
        return plan(node.base, context)
    if context.previous and context.previous[0] == context.previous[1]:
        first, last, unit = context.previous
        return [Op("spoken", {"first": first, "last": last, "unit": unit})]
    return base_plan(None, context)


def _clock_text(clock: a.Clock) -> str:
    seconds = "" if clock.second is None else f":{clock.second:02d}"
    return f"{clock.hour:02d}:{clock.minute:02d}{seconds}"


@plans(a.Range)
def _range(node: a.Range, context: Context) -> Plan:
    """The end that says more is placed first; the other is the nearest to it on its side."""
    first, last = node.first, node.last
    if _loose(first) and isinstance(first, a.Date):
        return [*plan(last, context), Op("copy", {}), _beside(first, "on-or-before"), Op("hull", {})]
    if _loose(last) and isinstance(last, a.Date) and isinstance(first, a.Date):
        return [*plan(first, context), Op("copy", {}), _beside(last, "on-or-after"), Op("hull", {})]
    steps = plan(first, context)
    if _counts_back(last) and (day := _days(steps, context)) is not None:
        context = replace(context, previous=(calendars.iso(day), calendars.iso(day), "day"))
    return [*steps, *plan(last, context), Op("hull", {})]


def _counts_back(node: object) -> bool:
    """Whether a meaning counts from what was spoken of («31 كانون الأول من السنة نفسها»)."""
    parts = (getattr(node, name, None) for name in ("base", "year", "inner", "outer"))
    return isinstance(node, a.Spoken) or any(_counts_back(part) for part in parts if part is not None)


def _loose(node: a.Node) -> bool:
    return isinstance(node, a.Date) and node.year is None and node.direction is None


def _beside(node: a.Date, way: str) -> Op:
    if node.month:
        return Op("near", {**_fields(node), "way": way})
    if node.day is not None:
        return Op("day-near", {**_fields(node), "way": way})
    return Op("weekday", {"weekday": node.weekday, "way": way})


@plans(a.Open)
def _open(node: a.Open, context: Context) -> Plan:
    if node.side == "since":
        context = replace(context, tense="past", policy=replace(context.policy, bare="tense"))
    if node.side == "until" and context.tense in ("unknown", "told") and not _of_month(node.base):
        context = replace(context, tense="future")
    bare = _of_month(node.base) or isinstance(node.base, a.Season)
    if node.side in ("before", "after", "until") and context.tense == "past" and bare:
        context = replace(context, tense="unknown")  # «أقر أن يحال إلى البرلمان قبل 15 نيسان»
    steps = plan(node.base, context)
    if node.side == "starting":
        return [*steps, Op("since", {})]
    if node.side != "since":
        return [*steps, Op("open", {"side": node.side})]
    if isinstance(node.base, a.Shift):
        if node.base.length.vague or steps[-1].op == "clock":
            return steps
        counted = [op for op in steps if op.op not in ("unit", "approximate")]
        about = [Op("approximate", {})] if node.base.length.about else []
        return [*counted, *base_plan(None, context), Op("hull", {}), *about]
    return [*steps, Op("since", {})]


def _of_month(node: a.Node) -> bool:
    return isinstance(node, a.Date) and node.month is not None


@plans(a.Every)
def _every(node: a.Every, context: Context) -> Plan:
    return [Op("set", {})]


@plans(a.Reference)
def _reference(node: a.Reference, context: Context) -> Plan:
    steps = base_plan(None, context) if node.kind == "PRESENT_REF" else []
    return [*steps, Op("reference", {"value": node.kind})]


@plans(a.About)
def _about(node: a.About, context: Context) -> Plan:
    return [*plan(node.base, context), Op("approximate", {})]


@plans(a.Season)
def _season(node: a.Season, context: Context) -> Plan:
    if isinstance(node.year, a.Year):
        return [Op("season", {"name": node.name, "year": node.year.number})]
    if isinstance(node.year, a.Period):
        return [*plan(node.year, context), Op("near", {"season": node.name, "way": "this-year"})]
    return [*base_plan(None, context), Op("near", {"season": node.name, **_way(node, context, _month_way)})]


@plans(a.Feast)
def _feast(node: a.Feast, context: Context) -> Plan:
    if isinstance(node.year, a.Year):
        return [Op("feast", {"name": node.name, "year": node.year.number, "calendar": node.year.calendar})]
    fields = {"feast": node.name, "calendar": feasts.calendar_of(node.name)}
    if isinstance(node.year, a.Period):
        return [*plan(node.year, context), Op("near", {**fields, "way": "on-or-after"})]
    return [*base_plan(None, context), Op("near", {**fields, **_way(node, context, _month_way)})]


@plans(a.Decade)
def _decade(node: a.Decade, context: Context) -> Plan:
    if isinstance(node.century, a.Century):
        first = 100 * (node.century.number - 1) + node.start
    elif isinstance(node.century, a.Period):
        today = context.published.year if context.published else 2000
        first = (today // 100 + node.century.offset) * 100 + node.start
    else:
        first = 1900 + node.start
    return [Op("years", {"calendar": "gregorian", "first": first, "last": first + 9})]


@plans(a.Century)
def _century(node: a.Century, context: Context) -> Plan:
    first = 100 * (node.number - 1) + 1
    if node.before:
        first = -100 * node.number + 1
    return [Op("years", {"calendar": node.calendar, "first": first, "last": first + 99})]


@plans(a.Weekend)
def _weekend(node: a.Weekend, context: Context) -> Plan:
    return [*base_plan(None, context), Op("weekend", {"offset": node.offset, "days": list(context.policy.weekend)})]


@plans(a.Week)
def _week(node: a.Week, context: Context) -> Plan:
    start = context.policy.week_start
    if isinstance(node.year, a.Year):
        return [Op("week", {"year": node.year.number, "number": node.number, "start": start})]
    year = (context.published.year if context.published else 2000) + (node.year.offset if node.year else 0)
    return [Op("week", {"year": year, "number": node.number, "start": start})]


@plans(a.Spoken)
def _spoken(node: a.Spoken, context: Context) -> Plan:
    if context.previous and context.previous[2] != "day" and node.day:
        return [Op("reference", {"value": "PAST_REF"})]
    if context.previous:
        first, last, unit = context.previous
        steps = [Op("spoken", {"first": first, "last": last, "unit": unit})]
    else:
        steps = base_plan(None, context)
    return [*steps, Op("unit", {"unit": "day", "offset": node.offset})] if node.offset else steps


@plans(a.Either)
def _either(node: a.Either, context: Context) -> Plan:
    first = plan(node.first, context)
    weekday = getattr(node.first, "weekday", None)
    day = _days(first, context)
    agrees = day is not None and weekday == calendars.weekday(day)
    return first if agrees else plan(node.second, context)


@plans(a.Told)
def _told(node: a.Told, context: Context) -> Plan:
    return plan(node.base, context)


@plans(a.Record)
def _record(node: a.Record, context: Context) -> Plan:
    """A Hijri day is where the Gregorian day beside it says, if that is a matter of sighting the moon."""
    own, other = plan(node.base, context), plan(node.other, context)
    one, two = _days(own, context), _days(other, context)
    near = one is not None and two is not None and 0 < abs(one - two) <= 2
    return other if near and node.base.month and node.base.month.calendar == "hijri" else own


def _days(steps: Plan, context: Context) -> int | None:
    stack: Stack = []
    try:
        for op in steps:
            run(op.op, op.args, stack, context.published)
    except (ValueError, IndexError):
        return None
    return stack[-1].first


@plans(a.OfYear)
def _of_year(node: a.OfYear, context: Context) -> Plan:
    if context.published is None:
        return base_plan(None, context)
    day = context.published
    return [Op("day", {"calendar": "gregorian", "year": node.year.number, "month": day.month, "day": day.day})]


@plans(a.Beside)
def _beside_node(node: a.Beside, context: Context) -> Plan:
    way = "after" if node.sign > 0 else "before"
    return [*plan(node.base, context), Op("weekday", {"weekday": node.weekday, "way": way, "skip": node.n - 1})]
