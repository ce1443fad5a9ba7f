"""Events dated by counting from others: «بعد شهرين من الهجوم», «…، بعد يوم من إغلاق المصارف»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from isnad.annotation import Step, Time
from isnad.statements.calendar_spans import Days, edtf, from_edtf, shifted
from isnad.statements.claiming import Dated
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.reasons import says_why
from isnad.statements.scene import Scene
from isnad.statements.setting import Dating, Setting, word_of

_WAW = "\u0648"
_NEAR = 5  # words from what went on to the verb that tells how long
_THAT = "\u0630\u0644\u0643"
# «غداة» and «عشية», folded: the day after and the day before what follows.
_BESIDE = {"\u063a\u062f\u0627\u0647": 1, "\u0639\u0634\u064a\u0647": -1}


def shift(setting: Setting, chosen: dict[int, Dated], found: list[Dating | None]) -> None:
    """«بعد شهرين من الهجوم»: count the length from the event that follows, where that one is dated."""
    for number, dated in chosen.items():
        time = setting.times[dated.time]
        if found[number] is not None or time.timex3 is None or not _is_offset(setting.scene, time):
            continue
        if _behind(setting.scene, time) and lemma_of(setting.reports[number].entry) in context()["lasts"]:
            continue  # «استمر القصف ثلاثة أيام بعد سقوط المدينة»
        anchor = _anchor(setting, time, number)
        base = None if anchor is None else found[anchor] or _twin(setting, anchor, found)
        if base is None and (anchor is None or _points_back(setting, anchor)):
            anchor = _named_again(setting, time, number, found)
            base = None if anchor is None else found[anchor]
        days = None if base is None else _counted(base.days, time.timex3, _direction(setting.scene, time))
        if anchor is None or base is None or days is None or not days.known or _too_late(setting, number, days):
            continue
        says = says_why("shifted", words=time.text, trigger=word_of(setting, anchor))
        step = Step("event-shifted", {"time": dated.time, "event": anchor, "period": time.timex3}, says)
        found[number] = Dating(days, edtf(days), True, dated.time, "event", says, (*base.steps, step))


def shift_back(setting: Setting, found: list[Dating | None]) -> None:
    """«تخلفت في 30 حزيران …، بعد يوم من إغلاق المصارف»: the other way round, from the dated verb before it."""
    for index, time in enumerate(setting.times):
        if time.timex3 is None or time.kind != "duration" or not _is_offset(setting.scene, time):
            continue
        source = _dated_before(setting, time.start, found)
        anchor = None if source is None else _anchor(setting, time, source)
        base = None if source is None else found[source]
        if anchor is None or base is None or found[anchor] is not None:
            continue
        days = _counted(base.days, time.timex3, -_direction(setting.scene, time))
        if days is not None and days.known:
            says = says_why("shifted", words=time.text, trigger=word_of(setting, source or 0))
            step = Step("event-shifted", {"time": index, "event": source, "period": time.timex3}, says)
            found[anchor] = Dating(days, edtf(days), True, index, "event", says, (*base.steps, step))


def _dated_before(setting: Setting, start: int, found: Sequence[Dating | None]) -> int | None:
    """The last verb before a place in its sentence that an expression dates to one day."""
    scene, first = setting.scene, setting.scene.word_at(start)
    for number in range(bisect_left(setting.reports, first, key=lambda one: one.at) - 1, -1, -1):
        report, dating = setting.reports[number], found[number]
        if scene.sentence_of[report.at] != scene.sentence_of[first]:
            return None
        if dating is not None and report.kind == "verb":
            exact = dating.basis == "expression" and dating.days.earliest == dating.days.latest
            return number if exact and report.tense in ("past", "any") else None
    return None


def _counted(days: Days, period: str, sign: int) -> Days | None:
    """The days so much later; one counts months and years from a day in whole months and years."""
    moved = shifted(days, period, sign)
    if moved is None or moved.earliest is None or moved.latest is None or period[-1] not in "MY":
        return moved
    size = 7 if period[-1] == "M" else 4
    first, last = from_edtf(moved.earliest[:size]), from_edtf(moved.latest[:size])
    return Days(first.earliest, last.latest) if first and last else moved


def _is_offset(scene: Scene, time: Time) -> bool:
    """«بعد شهرين من …» counts from something; «عن 75 عاما» is a length."""
    first = scene.word_at(time.start)
    around = (scene.keys[first], scene.keys[max(first - 1, 0)])
    counts = time.anchor is not None or any(key in context()["before"] | context()["after"] for key in around)
    return counts or _behind(scene, time) != 0


def _behind(scene: Scene, time: Time) -> int:
    """«ثلاثة أيام بعد مقاطعته الانتخابات»: 1 where «بعد» and an event stand behind the length, -1 for «قبل», else 0."""
    at = scene.word_from(time.end)
    if time.kind != "duration" or at + 1 >= len(scene.keys) or scene.keys[at + 1] not in nouns():
        return 0
    return 1 if scene.keys[at] in context()["after"] else -(scene.keys[at] in context()["before"])


def _too_late(setting: Setting, number: int, days: Days) -> bool:
    """Whether what is told as past would be after publication."""
    later = bool(setting.published and days.earliest and days.earliest > setting.published)
    return later and setting.reports[number].tense == "past"


def _direction(scene: Scene, time: Time) -> int:
    first = scene.word_at(time.start)
    if side := _behind(scene, time):
        return side
    return -1 if any(scene.keys[at] in context()["before"] for at in (first, max(first - 1, 0))) else 1


def _anchor(setting: Setting, time: Time, number: int) -> int | None:
    """The event that the expression counts from: in its anchor's words, or right after «من» or «بعد»."""
    scene = setting.scene
    last = scene.word_from(time.end)
    first, end = last, min(last + 10, scene.sentence_end(max(last - 1, 0)))
    if time.anchor is not None:
        first, end = scene.word_at(time.anchor.start), scene.word_from(time.anchor.end)
    inside = [
        n for n in range(number + 1, min(number + 12, len(setting.reports))) if first <= setting.reports[n].at < end
    ]
    nominal = [n for n in inside if setting.reports[n].kind == "noun"]
    chosen = nominal or inside
    return chosen[0] if chosen else None


def counted_from(setting: Setting, chosen: dict[int, Dated]) -> frozenset[int]:
    """The reports that are so long before or after something: «عاد بعد أربعين يوما من الحادث»."""
    times, scene = setting.times, setting.scene
    lengths = {n: times[dated.time] for n, dated in chosen.items() if times[dated.time].kind == "duration"}
    return frozenset(number for number, time in lengths.items() if _is_offset(scene, time))


def next_day(setting: Setting, found: list[Dating | None]) -> None:
    """«وزار الوزير البلدة غداة الحادث»: the day after the event that the noun names, or the day before it."""
    scene = setting.scene
    for number, report in enumerate(setting.reports):
        start, end = setting.clauses.ranges[setting.clauses.clause_of[report.at]]
        at = next((at for at in range(start, end - 1) if scene.keys[at].removeprefix(_WAW) in _BESIDE), None)
        if found[number] is not None or at is None or report.kind != "verb" or report.tense not in ("past", "any"):
            continue
        own = next((n for n in range(number + 1, len(found)) if setting.reports[n].at >= at + 1), None)
        here = own is not None and setting.reports[own].at == at + 1 and found[own] is not None
        anchor = own if here else _meant(setting, at + 1, at + 2, number, found)
        if anchor is None and scene.keys[at + 1] == _THAT:
            anchor = next((n for n in range(number - 1, -1, -1) if found[n] is not None), None)
        base = None if anchor is None else found[anchor]
        exact = base is not None and base.days.known and base.days.earliest == base.days.latest
        days = shifted(base.days, "P1D", _BESIDE[scene.keys[at].removeprefix(_WAW)]) if base and exact else None
        if anchor is None or base is None or days is None:
            continue
        says = says_why("shifted", words=scene.text[slice(*_ends(scene, at))], trigger=word_of(setting, anchor))
        step = Step("event-shifted", {"event": anchor, "period": "P1D"}, says)
        found[number] = Dating(days, edtf(days), True, None, "event", says, (*base.steps, step))


def day_before_it(setting: Setting, found: list[Dating | None]) -> None:
    """«استقال الاثنين غداة نشر التقرير»: what the noun tells was the day before the dated verb, or the day after."""
    scene = setting.scene
    for number, report in enumerate(setting.reports):
        side = _BESIDE.get(scene.keys[report.at - 1].removeprefix(_WAW)) if report.at else None
        if side is None or found[number] is not None or report.kind != "noun":
            continue
        source = _dated_before(setting, setting.scene.words[report.at].start, found)
        base = None if source is None else found[source]
        days = None if base is None else shifted(base.days, "P1D", -side)
        if base is None or days is None or not days.known:
            continue
        says = says_why(
            "shifted", words=scene.text[slice(*_ends(scene, report.at - 1))], trigger=word_of(setting, source or 0)
        )
        step = Step("event-shifted", {"event": source, "period": "P1D"}, says)
        found[number] = Dating(days, edtf(days), True, None, "event", says, (*base.steps, step))


def ahead(setting: Setting, found: list[Dating | None]) -> None:
    """«قبل يومين من افتتاح المعرض، لا تزال …» at the head of the news: the noun is so long after publication."""
    scene, published = setting.scene, setting.published
    for index, time in enumerate(setting.times) if published else ():
        at = scene.word_at(time.start)
        if scene.sentence_of[at] != 0 or at - scene.sentence_start(at) > 1:
            return
        anchor = _anchor(setting, time, -1) if time.kind == "duration" and time.anchor is not None else None
        base = Days(published, published)
        days = _counted(base, time.timex3 or "", -_direction(scene, time)) if anchor is not None else None
        if anchor is None or days is None or days.earliest is None or found[anchor] is not None:
            continue
        says = says_why("ahead", words=time.text)
        step = Step("event-ahead", {"time": index, "published": published, "period": time.timex3}, says)
        found[anchor] = Dating(days, edtf(days), True, index, "expression", says, (step,))


def lasting(setting: Setting, found: list[Dating | None]) -> None:
    """«وسيطروا على المدينة في 21 أيار بعد معارك استمرت تسعة أيام»: what went on until the dated verb before it."""
    scene = setting.scene
    for index, time in enumerate(setting.times):
        at = scene.word_at(time.start) - 1
        if time.kind != "duration" or time.timex3 is None or at < 2 or scene.keys[at] not in context()["lasted"]:
            continue
        number = bisect_left(setting.reports, at, key=lambda one: one.at) - 1
        report = setting.reports[number] if number >= 0 else None
        if report is None or report.kind != "noun" or found[number] is not None or report.at < at - _NEAR:
            continue
        source = _dated_before(setting, scene.words[report.at].start, found)
        base = None if source is None else found[source]
        after = scene.keys[report.at - 1] in context()["after"] | context()["cause"]
        begun = shifted(base.days, time.timex3, -1) if base is not None and after else None
        if base is None or begun is None or begun.earliest is None:
            continue
        days = Days(begun.earliest, base.days.latest)
        says = says_why("shifted", words=time.text, trigger=word_of(setting, source or 0))
        step = Step("event-shifted", {"time": index, "event": source, "period": time.timex3}, says)
        found[number] = Dating(days, edtf(days), True, index, "event", says, (*base.steps, step))


def _ends(scene: Scene, at: int) -> tuple[int, int]:
    return scene.words[at].start, scene.words[at].end


def _points_back(setting: Setting, number: int) -> bool:
    """«اعتقل في أيار … وبعد ثلاثة أيام من اعتقاله»: a noun that means what was told, of somebody told."""
    form = nouns().get(setting.scene.keys[setting.reports[number].at])
    return form is not None and form.definite


def _named_again(setting: Setting, time: Time, number: int, found: Sequence[Dating | None]) -> int | None:
    """«بعد شهرين من الاغتيال»: the last dated event before it that the definite noun can mean."""
    scene, last = setting.scene, setting.scene.word_from(time.end)
    last += abs(_behind(scene, time))
    first, end = last, min(last + 3, scene.sentence_end(max(last - 1, 0)))
    if time.anchor is not None:
        first, end = scene.word_at(time.anchor.start), scene.word_from(time.anchor.end)
    return _meant(setting, first, end, number, found)


def _meant(setting: Setting, first: int, end: int, number: int, found: Sequence[Dating | None]) -> int | None:
    """The last dated event before the report that a noun among the words first..end can mean."""
    scene = setting.scene
    meant = [nouns()[key].entry for key in scene.keys[first:end] if key in nouns()]
    if not meant:
        return None
    earlier = [n for n in range(number - 1, -1, -1) if found[n] is not None]
    same = [n for n in earlier if setting.reports[n].entry.row == meant[0].row]
    alike = [n for n in earlier if setting.reports[n].entry.event_class == meant[0].event_class]
    return next(iter(same or alike), None)


def _twin(setting: Setting, number: int, found: Sequence[Dating | None]) -> Dating | None:
    """The date of another report of the same happening: same class, and a name in common."""
    other = _same_happening(setting, number, found)
    return None if other is None else found[other]


def _same_happening(setting: Setting, number: int, found: Sequence[Dating | None]) -> int | None:
    mine, names = setting.reports[number], setting.entities[number]
    best, most = None, 0
    for other in range(max(0, number - 60), min(len(setting.reports), number + 60)):
        one = setting.reports[other]
        if other == number or found[other] is None or one.entry.event_class != mine.entry.event_class:
            continue
        shared = len(names & setting.entities[other])
        if shared > most:
            best, most = other, shared
    return best
