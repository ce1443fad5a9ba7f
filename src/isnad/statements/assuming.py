"""What is assumed of events that no expression dates, and the reason where nothing can be: the lead of news, states."""

from __future__ import annotations

from bisect import bisect_right

from isnad.annotation import Step
from isnad.statements.calendar_spans import Days, before, edtf
from isnad.statements.claiming import Dated
from isnad.statements.happenings import context, recent_reach
from isnad.statements.lexicon import particles
from isnad.statements.openings import turns
from isnad.statements.reasons import says_why
from isnad.statements.setting import Dating, Setting
from isnad.statements.triggers import Report

_HOUR = frozenset(("published", "clock", "part-of-day", "approximate", "vague"))  # steps of an hour without its day
_RECENT = 2  # days before publication that the happenings of a lead are assumed to lie in
_LEAD = 2  # sentences of a lead


def otherwise(setting: Setting, number: int, dated: Dated | None) -> Dating:
    """Assumed for the lead, else undated with the reason."""
    report, modality = setting.reports[number], setting.modalities[number]
    vague = _vaguely(setting, dated) if dated is not None and setting.published is not None else None
    if vague is not None:
        return vague
    in_lead = setting.scene.sentence_of[report.at] < _LEAD or turns(
        setting.scene, setting.scene.sentence_start(report.at)
    )
    if setting.published is None:
        return Dating(reason=says_why("none_published"))
    if report.entry.event_class == "state" and modality != "planned":
        return _assumed(setting.published, "state", _RECENT)
    main = report.kind == "verb" and report.tense == "past" and setting.clauses.level[report.at] < 0
    plain = modality in ("asserted", "claimed") and not is_relative(setting, report)
    if in_lead and main and plain and not _of_earlier(setting, number):
        return _assumed(setting.published, "assumed", _RECENT)
    if dated is not None and hour_of_another_day(setting, number, dated):
        return Dating(reason=says_why("none_hour", words=setting.times[dated.time].text))
    if dated is not None:
        return Dating(reason=says_why("none_vague", words=setting.times[dated.time].text))
    if modality in ("planned", "possible"):
        return Dating(reason=says_why("none_planned"))
    return Dating(reason=says_why("none_claimed" if modality == "claimed" else "none"))


def _vaguely(setting: Setting, dated: Dated) -> Dating | None:
    return _recently(setting, dated) or _long_since(setting, dated)


def _long_since(setting: Setting, dated: Dated) -> Dating | None:
    """«كان يخطط منذ عدة أشهر»: since when is not said; by the day of publication it was so."""
    time = setting.times[dated.time]
    if time.timex3 != "PAST_REF" or setting.scene.keys[setting.scene.word_at(time.start)] not in context()["since"]:
        return None
    days = Days(None, setting.published)
    says = says_why("long_since", words=time.text)
    step = Step("event-long_since", {"time": dated.time, "published": setting.published}, says)
    return Dating(days, edtf(days), True, dated.time, "expression", says, (step,))


def _recently(setting: Setting, dated: Dated) -> Dating | None:
    """«خلال الأسابيع الأخيرة»: some days or weeks up to the day of publication."""
    time, published = setting.times[dated.time], setting.published or ""
    keys = setting.scene.keys[setting.scene.word_at(time.start) : setting.scene.word_from(time.end)]
    reach = next((recent_reach()[key] for key in keys if key in recent_reach()), None)
    ahead = any(key in context()["coming"] for key in keys)  # «خلال الأيام القليلة المقبلة»
    last = setting.scene.word_from(time.end)
    bounded = last < len(setting.scene.keys) and setting.scene.keys[last] == "من"  # «في الأيام الأخيرة من الحرب»
    if reach is None or ahead or bounded or not any(key in context()["recent"] for key in keys):
        return None
    days = Days(before(published, reach), published)
    says = says_why("recent", words=time.text, count=str(reach))
    step = Step("event-recent", {"time": dated.time, "published": published, "days": reach}, says)
    return Dating(days, edtf(days), True, dated.time, "expression", says, (step,))


def _of_earlier(setting: Setting, number: int) -> bool:
    """«أسقطت … الطائرة التي تحطمت الأربعاء»: what it is about is told of as older than a lead's news."""
    report, limit = setting.reports[number], before(setting.published or "", _RECENT) or ""
    sentence_end = setting.scene.sentence_end(report.at)
    later = bisect_right(setting.times, setting.scene.words[report.at].end, key=lambda time: time.start)
    for time in setting.times[later:]:
        at = setting.scene.word_at(time.start)
        if at >= sentence_end:
            return False
        if at > report.at and time.latest is not None and time.latest < limit:
            between = setting.scene.keys[report.at + 1 : at]
            return any(key in particles()["relative"] for key in between)
    return False


def _assumed(published: str, how: str, recent: int) -> Dating:
    days = Days(before(published, recent), published)
    says = says_why(how)
    return Dating(
        days, edtf(days), True, None, "assumed", says, (Step(f"event-{how}", {"published": published}, says),)
    )


def hour_of_another_day(setting: Setting, number: int, dated: Dated) -> bool:
    """«وقعت الهزة عند الساعة 23:11», «أغارت صباحا» past the lead: without its day it may be of another day."""
    report, time = setting.reports[number], setting.times[dated.time]
    ops = {step.op for step in time.steps}
    hour = bool(ops & {"clock", "part-of-day"}) and ops <= _HOUR
    return hour and report.tense in ("past", "any") and setting.scene.sentence_of[report.at] > 0


def is_relative(setting: Setting, report: Report) -> bool:
    """«الذي كان …»: a relative clause may tell of an earlier time."""
    start = setting.clauses.ranges[setting.clauses.clause_of[report.at]][0]
    own = setting.scene.keys[start : min(report.at, start + 3)]
    return any(key.startswith(("الذ", "الت", "والذ", "والت", "وكان", "كان")) for key in own)
