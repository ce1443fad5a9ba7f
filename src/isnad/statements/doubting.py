"""Whether the date that an expression gives an event is less than sure: read from afar, counted roughly, of «now»."""

from __future__ import annotations

import re

from isnad.annotation import Time
from isnad.statements.calendar_spans import Days, before
from isnad.statements.claiming import Dated
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.lexicon import particles, saying
from isnad.statements.scene import Scene
from isnad.statements.setting import Setting
from isnad.statements.verb_places import known_words

_TALE = 4  # sentences over which a tale of another year goes on
_HALF = 183  # days back, past which an earlier sentence tells of another year
_SEASON = 30  # days around publication in which a famous day is rather this year's
_LEAD = 2  # sentences in which «today» is the day itself
_AT_ONCE = frozenset(("movement", "meeting", "negotiation", "start", "end", "sport", "culture", "election", "justice"))
_ROUGH = frozenset(("week", "month", "year"))
_SHORT = 4  # letters of a word whose shape alone shows a verb
_ARTICLE = "\u0627\u0644"
_PARTICIPLE = _ARTICLE + "\u0645"
_RELATION = ("\u064a", "\u064a\u0647")  # «المصري», «المدنية»: an adjective of relation, no participle
# «يتمتع», «تمتعت», «استضاف»: what a noun is seldom like.
_VERB_SHAPE = re.compile(r"(?:ي\w{3,}|\w{3,}[^\Wاوي]ت|است\w[^\Wا]\w+)$")
_YEAR = re.compile(r"\d{4}$")
_WAW, _LAM = "\u0648", "\u0644"
_GLUED = re.compile(r"^[وف]")


def doubt(setting: Setting, number: int, dated: Dated, days: Days) -> str | None:
    """Why the days are to be shown as approximate although the expression itself is plain: a key of reasons.toml."""
    time = setting.times[dated.time]
    if setting.reports[number].guessed:
        return "doubt_event"
    if dated.loose or _over_a_verb(setting, number, dated) or _of_state(setting, dated):
        return "doubt_link"
    if _behind_a_bound(setting, number, dated) or _of_purpose(setting, number):
        return "doubt_link"
    if _of_several(setting, dated):
        return "doubt_several"
    if _of_another_year(setting, number, dated) or _of_fame(setting, dated):
        return "doubt_year"
    if _of_now(setting, number, dated):
        return "doubt_now"
    if _counted(time):
        return "doubt_counted"
    meant = _points_far_back(setting, dated.time) or _of_prayer(setting, dated)
    other = meant or had_been_planned(setting, number) or _is_unclear(setting, number, days)
    return "doubt_day" if other else None


def _over_a_verb(setting: Setting, number: int, dated: Dated) -> bool:
    """«بدأ عمله في الصحافة واشتهر عام 1960»: a verb that nobody lists stands nearer to the expression."""
    scene, time, at = setting.scene, setting.times[dated.time], setting.reports[number].at
    first, last = scene.word_at(time.start), scene.word_from(time.end)
    if at >= first:
        return any(_is_like_verb(scene, word) for word in range(last, at))
    copulas = context()["copulas"]
    return any(scene.keys[word] in copulas or _is_like_verb(scene, word) for word in range(at + 1, first))


def _of_several(setting: Setting, dated: Dated) -> bool:
    """«ثلاث انتخابات في 1997 و2007 و2013», «عامي 1978 و1986»: several dates of what a plural may tell, no stretch."""
    scene, time = setting.scene, setting.times[dated.time]
    first, last = scene.word_at(time.start), scene.word_from(time.end)
    if not context()["between"].isdisjoint(scene.keys[max(0, first - 1) : first + 1]):
        return False
    keys = scene.keys[first : last + 2]
    return any(
        keys[at] == _WAW and _YEAR.match(keys[at + 1]) and _YEAR.match(keys[at - 1]) for at in range(1, len(keys) - 1)
    )


def _behind_a_bound(setting: Setting, number: int, dated: Dated) -> bool:
    """«كان يمضي فيها الشتاء حتى الثورة في 1979»: the expression tells when the noun was up to which it was so."""
    scene, at = setting.scene, setting.reports[number].at
    first, bounds = scene.word_at(setting.times[dated.time].start), context()["bounds"]
    return any(scene.keys[word] in bounds for word in range(at + 1, first - 1))


def _of_fame(setting: Setting, dated: Dated) -> bool:
    """«يوم 11 سبتمبر» in another season: rather the day that all know by that name than the nearest one."""
    near = next((step.args for step in setting.times[dated.time].steps if step.op == "near"), {})
    famous = f"{near.get('month')}-{near.get('day')}" in context()["famous"]
    day, published = dated.days.earliest, setting.published
    season = bool(
        day and published and (before(published, _SEASON) or "") <= day <= (before(published, -_SEASON) or "")
    )
    return famous and not season


def _of_state(setting: Setting, dated: Dated) -> bool:
    """«الحصار البحري المفروض على الجزيرة منذ أسابيع»: since when a participle is true, not a verb further off."""
    scene = setting.scene
    first = scene.word_at(setting.times[dated.time].start)
    first -= scene.keys[first] not in context()["since"]
    if scene.keys[first] not in context()["since"]:
        return False
    return any(_is_participle(scene, at) for at in range(max(first - 4, scene.sentence_start(first) + 1), first))


def _is_participle(scene: Scene, at: int) -> bool:
    key, before = scene.keys[at], scene.keys[at - 1]
    noun = scene.is_name(at) or key.endswith(_RELATION) or not key.startswith(_PARTICIPLE)
    return not noun and (before.startswith(_ARTICLE) or scene.is_name(at - 1))


def _is_like_verb(scene: Scene, at: int) -> bool:
    key = scene.keys[at]
    bare = _GLUED.sub("", key)
    if scene.is_name(at) or len(bare) < _SHORT or key in nouns() or bare in context()["no_verb"]:
        return False
    if scene.keys[at - 1] in particles()["preposition"] - {"حتي"}:
        return False
    if key in known_words():
        return False
    return bool(_VERB_SHAPE.match(key) or _VERB_SHAPE.match(bare)) or key in saying()


def _of_now(setting: Setting, number: int, dated: Dated) -> bool:
    """«يواجه حاليا», and past the lead «تستعد اليوم»: a time around publication rather than that day."""
    time, report = setting.times[dated.time], setting.reports[number]
    if any(step.op == "reference" for step in time.steps):
        return True
    steps = [(step.op, step.args.get("unit"), step.args.get("offset")) for step in time.steps[1:]]
    today = steps == [("unit", "day", 0)]
    late = setting.scene.sentence_of[report.at] >= _LEAD
    lasts = report.entry.event_class not in _AT_ONCE and report.tense in ("present", "any")
    return today and late and lasts and report.kind == "verb"


def _counted(time: Time) -> bool:
    """«قبل ثلاثة أشهر»: counted back in more than days, so about then."""
    steps = [step for step in time.steps if step.op == "shift"]
    return any(step.args.get("unit") in _ROUGH for step in steps)


def _of_purpose(setting: Setting, number: int) -> bool:
    """«لعلاج المرضى عام 1885» where no verb in its clause has the expression: what something was meant for."""
    report, keys = setting.reports[number], setting.scene.keys
    form = nouns().get(keys[report.at]) if report.kind == "noun" else None
    return form is not None and form.prefix.endswith(_LAM) and keys[report.at - 1] not in context()["result"]


def _of_prayer(setting: Setting, dated: Dated) -> bool:
    """«قاطع خطبة الجمعة» past the lead: of which Friday is not said."""
    at = setting.scene.word_at(setting.times[dated.time].start)
    return setting.scene.sentence_of[at] > 1 and setting.scene.keys[at - 1].removeprefix(_LAM) in context()["prayer"]


def _of_another_year(setting: Setting, number: int, dated: Dated) -> bool:
    """«… في تشرين الأول 1989. وفي التاسع من تشرين الثاني أعلن»: it may be of that year too."""
    time, sentence_of, scene = setting.times[dated.time], setting.scene.sentence_of, setting.scene
    near = any(step.op == "near" and step.args.get("way") in ("nearest", "on-or-before") for step in time.steps)
    here = sentence_of[scene.word_at(time.start)]
    if near and here > 0 and _is_birth(setting, number):
        return True
    if not near or setting.reports[number].tense not in ("past", "any") or setting.published is None:
        return False
    earlier = [
        one
        for one in setting.times[: dated.time]
        if one.latest and here - _TALE <= sentence_of[scene.word_at(one.start)] < here
    ]
    return bool(earlier) and (earlier[-1].latest or "")[:4] < (before(setting.published, _HALF) or "")[:4]


def _is_birth(setting: Setting, number: int) -> bool:
    """«ولد في 13 رجب» past the lead: seldom this year."""
    return lemma_of(setting.reports[number].entry) in context()["birth"]


def had_been_planned(setting: Setting, number: int) -> bool:
    """«وكان مقررا أن يصوت الأربعاء»: that day may be past or still to come."""
    at, keys = setting.reports[number].at, setting.scene.keys
    before_it = keys[max(setting.scene.sentence_start(at), at - 5) : at]
    was = any(key.removeprefix("و") in context()["was"] for key in before_it)
    return was and setting.modalities[number] == "planned"


def _points_far_back(setting: Setting, number: int) -> bool:
    """Whether «في اليوم نفسه» points over other sentences at a day: which one is then less than sure."""
    time, sentences = setting.times[number], setting.scene.sentence_of
    if not any(step.op == "spoken" for step in time.steps):
        return False
    after = setting.scene.word_from(time.end)
    if after < len(sentences) and setting.scene.keys[after] in particles()["relative"]:
        return True  # «من العام نفسه الذي شهد الكارثة»
    if after < len(sentences) and _to_event(setting.scene.keys[after]):
        return True  # «في اليوم التالي لتوليه المنصب»
    here = sentences[setting.scene.word_at(time.start)]
    earlier = (one for one in reversed(setting.times[:number]) if one.earliest is not None)
    last = next(earlier, None)
    return last is None or here - sentences[setting.scene.word_at(last.start)] > 1


def _to_event(key: str) -> bool:
    form = nouns().get(key)
    return form is not None and form.prefix.startswith(_LAM)


def _is_unclear(setting: Setting, number: int, days: Days) -> bool:
    """A form that may be past or present, and a day to come: which of the two weeks is less than sure."""
    report, published = setting.reports[number], setting.published
    coming = bool(published and days.earliest and days.earliest > published)
    return coming and report.kind == "verb" and report.tense == "any"
