"""Which expression of time dates which event: the one in its own clause, as far as the tenses allow it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from isnad.annotation import Time
from isnad.statements.appointed import appointed
from isnad.statements.asides import past_aside
from isnad.statements.claiming import Dated, Expression, dated_by_claims, day_key, lead_word
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.idle_times import counts_since, dates_nothing, is_since
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report
from isnad.times.speaking import speech_day

_ALEF, _LAM = "\u0627", "\u0644"
_LABEL_ENDS = frozenset((":", "-", "\u2013", "\u2014"))
_NEAR = 16  # words between a noun and the expression that dates it
_LONGEST_NAME = 6  # words of an event's name before its day
_ORDERS = frozenset(("statement", "decision", "agreement"))  # classes of which what is said holds from a day on


def governed(
    scene: Scene,
    clauses: Clauses,
    found: Sequence[Report],
    times: Sequence[Time],
    contents: dict[int, int],
    published: str | None,
) -> dict[int, Dated]:
    """By the number of the report: what dates it. contents: by word of a verb of saying, where what is said begins."""
    claims: dict[int, list[tuple[Expression, bool]]] = {}
    places = [one.at for one in found]
    told = {number for number, _ in appointed(scene, found, times).values()}
    for number, time in enumerate(times):
        first, last = scene.word_at(time.start), scene.word_from(time.end)
        if first < 0 or time.kind == "set" or number in told or scene.sentence_of[first] < 0:
            continue
        expression = Expression(number, first, last, time)
        start, end = scene.sentence_start(first), scene.sentence_end(first)
        inside = range(bisect_left(places, max(start, first - 90)), bisect_left(places, min(end, last + 90)))
        governors = _Governors(scene, clauses, found, inside, expression, contents, published)
        for report, loose in governors.chosen():
            claims.setdefault(report, []).append((expression, loose))
    return {number: dated_by_claims(scene, found[number], some) for number, some in claims.items()}


class _Governors:
    """The reports in one sentence that one expression may date."""

    def __init__(
        self,
        scene: Scene,
        clauses: Clauses,
        found: Sequence[Report],
        inside: range,
        expression: Expression,
        contents: dict[int, int],
        published: str | None,
    ) -> None:
        self.scene, self.clauses, self.found, self.expression = scene, clauses, found, expression
        self.contents, self.published = contents, speech_day(expression.time) or published
        level = clauses.level[expression.first]
        self.reports = [n for n in inside if clauses.level[found[n].at] == level and not found[n].tied]
        self.clause = clauses.clause_of[expression.first]

    def _labelled(self) -> int | None:
        """«3 حزيران 2019: الجيش يطيح بالرئيس»: what an entry of a chronology tells, in whatever tense."""
        at, keys = self.expression.last, self.scene.keys
        heads = self._fronted() and at < len(keys) and keys[at] in _LABEL_ENDS
        return next((n for n in self.reports if self.found[n].at > at), None) if heads else None

    def chosen(self) -> list[tuple[int, bool]]:
        """The reports, each with whether the choice is loose."""
        if dates_nothing(self.scene, self.clauses, self.expression):
            return []
        named = self._named_event()
        if named is not None:
            return [(number, False) for number in self.reports if self.found[number].at == named]
        labelled = self._labelled()
        if labelled is not None:
            return [(labelled, False)]
        told = self._told_when()
        if counts_since(self.scene, self.expression):
            return [(told, False)] if told is not None else []
        if told is not None and told != self._nearest_before():
            main = self._main()
            return [*([(main, not self._same_clause(main))] if main is not None else []), (told, False)]
        return self._of_noun_and_verb(self._noun(), self._main())

    def _of_noun_and_verb(self, noun: int | None, verb: int | None) -> list[tuple[int, bool]]:
        """Which of the noun before the expression and the verb of its clause, or both."""
        if noun is None:
            return [(verb, not self._same_clause(verb))] if verb is not None else []
        if verb is None or self._names(noun, verb) or lemma_of(self.found[verb].entry) in context()["relates"]:
            return [(noun, False)]
        if self._meant_for(verb, noun):
            return [(verb, True), (noun, True)]
        done = self.found[noun].at - 1
        if self.scene.keys[done] in context()["auxiliary"] and self.found[verb].at != done:
            return [(noun, False)]  # «قبلت الطلب وتم بناء المقر بين عامي …»
        says = self.found[verb].entry.event_class == "statement"
        far = self._since() and not self._same_clause(verb)
        if far or self._apart(verb, noun) or (says and self._until()):
            return [(noun, False)]
        over = says and self.expression.time.earliest != self.expression.time.latest
        return [(verb, over or not self._same_clause(verb)), (noun, says)]

    def _names(self, noun: int, verb: int) -> bool:
        """«المتظاهرين خلال ثورة 25 يناير 2011»: the date is the noun's own, not that of a verb further off."""
        report, first, keys = self.found[noun], self.expression.first, self.scene.keys
        form = nouns().get(keys[report.at])
        alone = form is not None and not form.prefix and not keys[report.at].endswith(_ALEF)
        own = alone and report.at + 1 == first and not report.definite
        fixed = bool(self.expression.time.steps) and self.expression.time.steps[0].op in ("day", "month", "years")
        return own and fixed and report.at - self.found[verb].at > 1

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
        if report.at > self.expression.first and not (self._fronted() or self._opens_clause()):
            return False  # «سائق الأجرة منذ 18 سنة يعرب عن أسفه»
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
        sure, at = self._verbs(), self.expression.first
        verbs = sure or self._verbs(any_tense=True)
        own = [number for number in verbs if self.clauses.clause_of[self.found[number].at] == self.clause]
        earlier_own = [number for number in own if self.found[number].at < at]
        if earlier_own:
            return earlier_own[-1]
        if own and not self._in_effect():
            return own[0]
        earlier = [] if self._of_a_state() else [n for n in verbs if self.found[n].at < at]
        earlier = [n for n in earlier if not self._aside(n)] if sure else earlier
        later = [] if self._in_effect() else [n for n in verbs if self.found[n].at > at and not self._cited(n)]
        if earlier and not self._leads(later):
            return earlier[-1]
        return later[0] if later and (self._fronted() or self._leads(later) or not self._noun_before()) else None

    def _aside(self, number: int) -> bool:
        """«وأطلقت الشركة، التي تأسست عام 2015، برنامجها في مايو»: the verb between commas is over."""
        return past_aside(self.scene, self.clauses, self.found[number].at, self.expression.first)

    def _cited(self, number: int) -> bool:
        """«… اعتصاما منذ ثلاثة أيام، وفق ما أفاد شهود»: who is cited behind the expression said it at another time."""
        between = self.scene.keys[self.expression.last : self.found[number].at]
        return not (context()["citing"] | context()["explains"]).isdisjoint(between)

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
        if self.scene.keys[at - 1] in context()["site"] or self._is_genitive(number):
            return None
        if number and self.found[number - 1].kind == "noun" and self.found[number - 1].at == at - 1:
            number, at = number - 1, at - 1  # «خفض إنتاج النفط اعتبارا من نوفمبر»
        near = self.expression.first - at <= _NEAR and self.clauses.clause_of[at] == self.clause
        return number if near else None

    def _is_genitive(self, number: int) -> bool:
        """«على خفض إنتاج النفط»: the noun belongs to a verbal noun before it that reports nothing by itself."""
        at = self.found[number].at
        head = nouns().get(self.scene.keys[at - 1]) if not self.found[number].definite else None
        told = number > 0 and self.found[number - 1].at == at - 1
        return head is not None and not head.definite and not head.bound and not told

    def _apart(self, verb: int, noun: int) -> bool:
        """Whether «بعد», «قبل», «منذ» … put the noun at another time than the verb."""
        first, second = sorted((self.found[verb].at, self.found[noun].at))
        between = self.scene.keys[max(first + 1, second - 3) : second]
        if any(key in context()["apart"] for key in between):
            return True
        to_it = self.scene.keys[second].startswith("ل") and self.found[noun].at == second
        held = self.found[verb].entry.event_class == "meeting"  # «يعقد جلسة لمناقشة الأزمة غدا»
        return to_it and not held and self.scene.keys[first] not in context()["result"]  # but «تعرض لحريق»

    def _meant_for(self, verb: int, noun: int) -> bool:
        """«سيقدم طلبا لرفع الحظر الشهر المقبل»: what is to be done, or its aim, has the day."""
        report, key = self.found[verb], self.scene.keys[self.found[noun].at]
        ahead = report.tense == "future" or report.entry.event_class == "plan"
        aim = key.startswith(_LAM) and self.found[noun].at > report.at + 1 and key not in particles()["preposition"]
        return ahead and aim and report.entry.event_class not in ("movement", "statement")

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
        if report.entry.event_class in _ORDERS and (self._in_effect() or self._until_of_object(report)):
            return False
        if self._of_purpose(report):
            return False
        time, published = self.expression.time, self.published
        if report.tense in ("present", "future") and time.timex3 == "PAST_REF":
            return False
        if any_tense or published is None or report.tense == "any" or not (time.earliest or time.latest):
            return True
        ahead = time.latest is None or day_key(time.latest) >= day_key(published)
        if report.tense == "past":
            if _runs_on(time, published):
                return False
            return time.earliest is None or day_key(time.earliest) <= day_key(published)
        return ahead or (report.tense != "future" and self._since())

    def _until_of_object(self, report: Report) -> bool:
        """«وفرض حظر تجول حتى 27 أغسطس»: how long it holds, not when it was decided."""
        lasts = lemma_of(report.entry) in context()["extends"]
        return report.kind == "verb" and self._until() and not lasts

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
        return lead_word(self.scene, self.expression) in context()["until"]

    def _since(self) -> bool:
        return is_since(self.scene, self.expression)


def _runs_on(time: Time, published: str) -> bool:
    """«كلفه في أيار باستعادة الأمن خلال ثلاثة أشهر»: from publication on, so of nothing that is over."""
    ahead = time.earliest == published and (time.latest or "") > published
    return ahead and any(step.op == "shift" for step in time.steps)
