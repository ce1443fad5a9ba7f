"""Dates for events: from an expression, from another event, assumed for a lead, or none with the reason.

Every date carries its basis, its steps and a reason in Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from isnad.annotation import Step
from isnad.statements.asides import past_aside
from isnad.statements.assuming import hour_of_another_day, is_relative, otherwise
from isnad.statements.calendar_spans import Days, before, edtf, shifted
from isnad.statements.claiming import Dated
from isnad.statements.counting import ahead, counted_from, day_before_it, lasting, next_day, shift, shift_back
from isnad.statements.doubting import doubt, had_been_planned
from isnad.statements.governing import governed
from isnad.statements.happenings import context, lemma_of
from isnad.statements.known import dated_by, meant
from isnad.statements.lexicon import particles
from isnad.statements.reasons import says_why
from isnad.statements.relations import describes, goes_together
from isnad.statements.retelling import refer, repeated, see
from isnad.statements.setting import Dating, Setting, taken_over, word_of
from isnad.statements.triggers import Report

_OVER = frozenset(("arrest", "attack", "death", "disaster", "health"))  # classes whose nouns report what is over
_ADDED = 5  # words between two events that «و» joins
_HALF = 183  # days ahead, past which what had been planned was meant for the year before


def datings(setting: Setting) -> list[Dating]:
    """One dating for each report, in the same order."""
    scene = setting.scene
    chosen = governed(scene, setting.clauses, setting.reports, setting.times, setting.contents, setting.published)
    found: list[Dating | None] = [
        _by_expression(setting, number, chosen[number]) if number in chosen else None
        for number in range(len(setting.reports))
    ]
    _know(setting, found)
    _tie(setting, found)
    _leave_plans(setting, found)
    shift(setting, chosen, found)
    _join(setting, found)
    shift_back(setting, found)
    next_day(setting, found)
    day_before_it(setting, found)
    lasting(setting, found)
    ahead(setting, found)
    see(setting, found)
    _inherit(setting, found, counted_from(setting, chosen))
    refer(setting, found)
    made = [one or otherwise(setting, number, chosen.get(number)) for number, one in enumerate(found)]
    return repeated(setting, made)


def _by_expression(setting: Setting, number: int, dated: Dated) -> Dating | None:
    if not dated.days.known or hour_of_another_day(setting, number, dated) or _looks_ahead(setting, number, dated):
        return None
    time = setting.times[dated.time]
    days = _last_one(setting, number, dated)
    days = _next_one(setting, number, dated) if days == dated.days else days
    says = says_why(dated.how, words=time.text)
    steps = [Step(f"event-{dated.how}", {"time": dated.time}, says)]
    doubtful = doubt(setting, number, dated, days)
    if doubtful is not None:
        steps.append(Step("event-doubt", {"why": doubtful}, says_why(doubtful, words=time.text)))
    return Dating(
        days,
        (dated.edtf if days == dated.days else None) or edtf(days),
        time.approximate or doubtful is not None,
        dated.time,
        "expression",
        says,
        tuple(steps),
    )


def _looks_ahead(setting: Setting, number: int, dated: Dated) -> bool:
    """«وهذا ثاني هجوم خلال شهر»: what is over was in the month before, not in the one to come."""
    report, published = setting.reports[number], setting.published
    over = report.kind == "noun" and report.entry.event_class in _OVER
    from_now = dated.days.earliest == published and (dated.days.latest or "") > (published or "")
    return over and from_now and setting.modalities[number] in ("asserted", "claimed")


def _know(setting: Setting, found: list[Dating | None]) -> None:
    """What the knowledge files date: it stands in for a date that the text leaves out, and is compared with others."""
    for number in range(len(found)) if setting.known else ():
        event = meant(setting, number, setting.known)
        if event is not None:
            found[number] = dated_by(event, found[number] or Dating(), word_of(setting, number))


def _last_one(setting: Setting, number: int, dated: Dated) -> Days:
    """«مقتل 97 مدنيا حتى مساء الأحد»: what has happened was on the last such day, not on the next one."""
    report, published, days = setting.reports[number], setting.published, dated.days
    noun = report.kind == "noun" and (report.entry.event_class in _OVER or _is_behind(setting, report))
    happened = noun or report.tense == "past" or _is_resumed(setting, report)
    over = happened and setting.modalities[number] in ("asserted", "claimed")
    far = before(published, -_HALF) if published else None
    missed = bool(far and days.earliest and days.earliest > far) and had_been_planned(setting, number)
    if not (over or missed) or published is None or not (days.earliest or days.latest or "") > published:
        return days
    time = setting.times[dated.time]
    keys = setting.scene.keys[setting.scene.word_at(time.start) : setting.scene.word_from(time.end)]
    if any(key in context()["coming"] or (key.isdigit() and len(key) == 4) for key in keys):
        return days
    weekday = any(key in particles()["day"] for key in keys)
    if not (noun or weekday or missed):
        return days
    earlier = shifted(days, "P1W" if weekday else "P1Y", -1)
    within = earlier is not None and earlier.latest is not None and earlier.latest <= published
    return earlier if within and earlier is not None else days


def _is_behind(setting: Setting, report: Report) -> bool:
    """«توج … بعد فوزه الثلاثاء»: a result after which something has happened."""
    before_it = setting.scene.keys[report.at - 1] if report.at else ""
    return report.entry.event_class == "sport" and before_it in context()["after"] | context()["cause"]


def _is_resumed(setting: Setting, report: Report) -> bool:
    """«العملية التي تعرض لها المتحف الأحد»: a past verb that is spelt like a present one, since «لها» means another."""
    keys, at = setting.scene.keys, report.at
    either = report.kind == "verb" and report.tense == "any" and at + 1 < len(keys)
    return either and keys[at - 1] == "التي" and keys[at + 1] in ("لها", "بها", "منها", "عليها", "اليها", "فيها")


def _next_one(setting: Setting, number: int, dated: Dated) -> Days:
    """«على أن يستمع إليه يوم الاثنين»: what is still to be done is on the next such day, not on the last one."""
    at, keys = setting.reports[number].at, setting.scene.keys
    to_be = setting.reports[number].tense == "present" and at > 1 and keys[at - 2 : at] == ["علي", "ان"]
    time, days = setting.times[dated.time], dated.days
    words = keys[setting.scene.word_at(time.start) : setting.scene.word_from(time.end)]
    weekday = all(key in particles()["day"] for key in words)
    if not (to_be and weekday and setting.published and days.latest and days.latest < setting.published):
        return days
    return shifted(days, "P1W") or days


def _tie(setting: Setting, found: list[Dating | None]) -> None:
    """«الهجوم الذي استهدف …», «أعلنت أمس إعفاء …»: a noun takes the date of the verb that carries it."""
    numbers = {report.at: number for number, report in enumerate(setting.reports)} if setting.ties else {}
    for at, tie in setting.ties.items():
        number = numbers.get(at)
        if number is None or found[number] is not None or setting.modalities[number] == "denied":
            continue
        if tie.time is None:
            found[number] = taken_over(setting, numbers[tie.source], found, tie.how)
        else:
            time = setting.times[tie.time]
            dated = Dated(tie.time, Days(time.earliest, time.latest), "expression", time.edtf, loose=True)
            found[number] = _by_expression(setting, number, dated)


def _leave_plans(setting: Setting, found: list[Dating | None]) -> None:
    """«تعتزم الهيئة إطلاق برنامج مطلع العام»: the day of what is planned is not that of the planning."""
    sentence_of = setting.scene.sentence_of
    for number, report in enumerate(setting.reports[:-1]):
        dating, planned = found[number], found[number + 1]
        plans = report.kind == "verb" and report.entry.event_class == "plan"
        same = planned is not None and dating is not None and planned.time == dating.time is not None
        if plans and same and sentence_of[report.at] == sentence_of[setting.reports[number + 1].at]:
            found[number] = None


def _join(setting: Setting, found: list[Dating | None]) -> None:
    """An event takes the date of a later one in its sentence with which it is told to go together."""
    for number in range(len(found) - 1, -1, -1):
        ahead = setting.reports[number].tense not in ("past", "any")
        if found[number] is not None or (ahead and not _unsure(setting, number)):
            continue
        for other in range(number + 1, min(number + 5, len(found))):
            if _joined(setting, number, other, found[other]):
                found[number] = taken_over(setting, other, found, "together")
                break
            if other == number + 1 and _both_then(setting, number, found[other]):
                found[number] = taken_over(setting, other, found, "together")
                break
            if _begun(setting, number, other, found[other]):
                found[number] = _since_then(setting, other, found)
                break


def _both_then(setting: Setting, number: int, dating: Dating | None) -> bool:
    """«قتل ضابط وأصيب آخران، مساء السبت»: the day behind two verbs that «و» joins is that of both."""
    first, second, scene = setting.reports[number], setting.reports[number + 1], setting.scene
    if dating is None or dating.time is None or not (first.kind == second.kind == "verb" and second.joined):
        return False
    between = scene.keys[first.at + 1 : second.at]
    near = scene.sentence_of[first.at] == scene.sentence_of[second.at] and first.at - scene.sentence_start(first.at) < 5
    apart = any(key in context()["apart"] or not key[0].isalnum() for key in between)
    past = first.tense == "past" and second.tense in ("past", "any") and dating.approximate
    return past and near and not apart and scene.word_at(setting.times[dating.time].start) > second.at


def _begun(setting: Setting, number: int, other: int, dating: Dating | None) -> bool:
    """«قتل العشرات منذ بدء المعارك في أيار»: the noun after «منذ» says when it began."""
    first, second = setting.reports[number], setting.reports[other]
    known = dating is not None and dating.basis == "expression" and dating.days.earliest is not None
    clause_of = setting.clauses.clause_of
    beside = second.kind == "noun" and setting.scene.keys[second.at - 1] in context()["since"]
    held = any(key in context()["held"] for key in setting.scene.keys[first.at + 1 : second.at])
    return known and beside and not held and first.kind == "verb" and clause_of[first.at] == clause_of[second.at]


def _since_then(setting: Setting, source: int, found: Sequence[Dating | None]) -> Dating | None:
    base = taken_over(setting, source, found, "since_event")
    if base is None:
        return None
    days = Days(base.days.earliest, None)
    return replace(base, days=days, edtf=edtf(days))


def _joined(setting: Setting, number: int, other: int, dating: Dating | None) -> bool:
    first, second = setting.reports[number], setting.reports[other]
    if (
        dating is None
        or dating.basis != "expression"
        or (_unsure(setting, number) and not _both_ahead(setting, number, other, dating))
    ):
        return False
    if dating.days.latest is None:
        return False  # «أعفي … في ختام مشاورات تستضيفها الرياض منذ آذار»
    same_sentence = setting.scene.sentence_of[first.at] == setting.scene.sentence_of[second.at]
    same_level = setting.clauses.level[first.at] == setting.clauses.level[second.at]
    if not (same_sentence and same_level):
        return False
    told = goes_together(setting.scene, setting.clauses, first, second)
    return told or describes(setting.scene, setting.clauses, first, second)


def _unsure(setting: Setting, number: int) -> bool:
    return setting.modalities[number] in ("planned", "possible")


def _both_ahead(setting: Setting, number: int, other: int, dating: Dating) -> bool:
    """«ستكرم الحكومة اللاعبين في احتفالية تقام يوم الأحد»: what is planned takes a day to come."""
    report, ahead = setting.reports[number], dating.days.earliest or ""
    told = report.tense in ("future", "present") and setting.reports[other].kind == "verb"
    return told and ahead >= (setting.published or "9")


def _inherit(setting: Setting, found: list[Dating | None], apart: frozenset[int]) -> None:
    """In one sentence a past verb, or a noun together with it, takes over the date of the one before.

    apart: those that are told to be so long before or after something, so not at the same time.
    """
    last: dict[int, int] = {}
    for number, report in enumerate(setting.reports):
        sentence = setting.scene.sentence_of[report.at]
        if found[number] is not None:
            if report.tense in ("past", "any") and (report.kind == "verb" or sentence not in last) and not report.tied:
                last[sentence] = number
            continue
        if number in apart:
            continue
        earlier = _seen(setting, number, found)
        if earlier is not None:
            found[number] = taken_over(setting, earlier, found, "coordinated")
            continue
        begun = _fronted_since(setting, number, found)
        if begun is not None:
            found[number] = _since_then(setting, begun, found)
            continue
        earlier = _own_verb(setting, number, found)
        earlier = last.get(sentence) if earlier is None else earlier
        if earlier is not None and _goes_with(setting, earlier, number, found):
            found[number] = taken_over(setting, earlier, found, "coordinated")


def _seen(setting: Setting, number: int, found: Sequence[Dating | None]) -> int | None:
    """The dated verb of «يشهد لبنان منذ أشهر احتجاجات» for the noun that is its object."""
    before, keys = number - 1, setting.scene.keys
    if before < 0 or setting.reports[number].kind != "noun" or found[before] is None:
        return None
    clause_of, verb = setting.clauses.clause_of, setting.reports[before]
    same = clause_of[verb.at] == clause_of[setting.reports[number].at]
    return before if same and keys[verb.at] in context()["witness"] else None


def _fronted_since(setting: Setting, number: int, found: Sequence[Dating | None]) -> int | None:
    """«ومنذ اندلاع النزاع في مارس 2011، قتل …»: the noun from which the main verb of its sentence counts."""
    report, source = setting.reports[number], number - 1
    if source < 0 or report.kind != "verb" or report.tense != "past":
        return None
    noun, dating, scene = setting.reports[source], found[source], setting.scene
    same = scene.sentence_of[noun.at] == scene.sentence_of[report.at]
    known = dating is not None and dating.basis == "expression" and dating.days.earliest is not None
    fronted = noun.at - scene.sentence_start(noun.at) == 1 and scene.keys[noun.at - 1] in context()["since"]
    return source if same and known and fronted and noun.kind == "noun" else None


def _own_verb(setting: Setting, number: int, found: Sequence[Dating | None]) -> int | None:
    """The dated verb that a noun is the subject of: «وكان زلزال قد ضرب …»."""
    following = number + 1
    if setting.reports[number].kind != "noun" or following >= len(found) or found[following] is None:
        return None
    clause_of, report = setting.clauses.clause_of, setting.reports[following]
    same = clause_of[setting.reports[number].at] == clause_of[report.at]
    return following if same and report.kind == "verb" else None


def _between(setting: Setting, first: Report, second: Report, dating: Dating | None) -> list[str]:
    """The words between, without those that date the first: «أفضت بعد خمسة أشهر إلى تشكيل الحكومة»."""
    scene, number = setting.scene, dating.time if dating is not None else None
    own = range(0)
    if number is not None:
        own = range(scene.word_at(setting.times[number].start), scene.word_from(setting.times[number].end))
    return [scene.keys[at] for at in range(max(first.at + 1, second.at - 10), second.at) if at not in own]


def _goes_with(setting: Setting, earlier: int, number: int, found: Sequence[Dating | None]) -> bool:
    first, second = setting.reports[earlier], setting.reports[number]
    levels = setting.clauses.level
    unsure = ("planned", "possible")
    if levels[first.at] != levels[second.at] or setting.modalities[number] in unsure:
        return False
    if setting.modalities[earlier] in unsure and second.tense == "past":
        return False  # «كان مقررا أن يصوت الأربعاء، لكن الجلسة أرجئت»
    if setting.attributions[earlier] != setting.attributions[number] or _keeps_its_time(setting, first):
        return False
    if past_aside(setting.scene, setting.clauses, first.at, second.at):
        return False  # «كان المصرف، الذي تأسس عام 1850، قد سجل خسائر»
    during = not context()["during_it"].isdisjoint(setting.scene.keys[second.at + 1 : second.at + 2])
    if during and (first.entry.event_class == "start" or not _is_day(found[earlier])):
        return False  # «انطلقت المحاكمة في آذار وعقدت خلالها 25 جلسة»
    if _goes_on_with_relative(setting, earlier, number, found) or _counted_from(number, found[earlier]):
        return False
    before_it = _between(setting, first, second, found[earlier])
    if "اذ" in before_it:
        before_it = before_it[before_it.index("اذ") :]  # «بعد عام من الفراغ، إذ وقع …» tells of the verb before
    clause_of = setting.clauses.clause_of
    other_clause = clause_of[first.at] != clause_of[second.at]
    parts = context()["apart"] | context()["and_that"]  # «قال إن البلدية هدمت … وإن القرار جمد»
    if any(key in parts for key in before_it) or (other_clause and is_relative(setting, second)):
        return False
    return second.kind == "noun" or second.tense in ("past", "any")


def _is_day(dating: Dating | None) -> bool:
    """Whether the date is one day: what was during it was that day too."""
    return dating is not None and dating.days.earliest is not None and dating.days.earliest == dating.days.latest


def _counted_from(number: int, dating: Dating | None) -> bool:
    """«نشر الصواريخ بعد شهرين من تعرض قواته لهجوم»: the event that another counts from, and what is told behind it."""
    steps = dating.steps if dating is not None else ()
    return any(step.op == "event-shifted" and _told_by(step.args.get("event"), number) for step in steps)


def _told_by(event: object, number: int) -> bool:
    """Whether a step's event is this report or one told before it."""
    return isinstance(event, int) and event <= number


def _keeps_its_time(setting: Setting, first: Report) -> bool:
    """A speech act, a birth, and «ومنذ اندلاع النزاع في مارس 2011، قتل …»: no other event was at that time."""
    apart = first.kind == "noun" and _set_apart(setting, first)
    return apart or first.entry.event_class == "statement" or lemma_of(first.entry) in context()["birth"]


def _goes_on_with_relative(setting: Setting, earlier: int, number: int, found: Sequence[Dating | None]) -> bool:
    """«وجه بالتحقيق في الهجوم، والذي أسفر عن مقتل اثنين وجرح تسعة»: what «و» adds to an undated relative clause."""
    before, report = number - 1, setting.reports[number]
    near = before > earlier and report.joined and report.at - setting.reports[before].at <= _ADDED
    return near and found[before] is None and is_relative(setting, setting.reports[before])


def _set_apart(setting: Setting, report: Report) -> bool:
    before_it = setting.scene.keys[report.at - 1] if report.at else ""
    return before_it in context()["apart"] or before_it.removeprefix("و") in context()["apart"]
