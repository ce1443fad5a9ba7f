"""Which nouns a dated verb of their sentence dates: what a relative clause tells of, what is announced or carried out.

«الهجوم الذي استهدف المنشأة في 14 سبتمبر», «أعلنت الوزارة أمس إعفاء المدير», «أقدم على قطع رأس …».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from isnad.annotation import Time
from isnad.statements.antecedents import head_of
from isnad.statements.appointed import appointed
from isnad.statements.asides import past_aside
from isnad.statements.claiming import Dated
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import NounForm, context, lemma_of
from isnad.statements.lexicon import particles, saying
from isnad.statements.occasions import base, leads_through, occasion, tie_words
from isnad.statements.relations import led_to
from isnad.statements.scene import Scene
from isnad.statements.time_words import in_times
from isnad.statements.triggers import Report, refined, tells_who_was_there

_ARTICLE, _WAW, _BAA = "\u0627\u0644", "\u0648", "\u0628"
_COMMAS = frozenset("،,")
_OBJECT = 14  # words from a verb to its object
_SAID = 32  # words from a verb of announcing to what is announced


@dataclass(frozen=True, slots=True)
class Tie:
    """The noun at word `at` was when the report at word `source` was, or at the expression `time`.

    how: a key of reasons.toml.
    """

    at: int
    source: int
    how: str
    time: int | None = None


def ties(
    scene: Scene, clauses: Clauses, found: Sequence[Report], times: Sequence[Time], governed: dict[int, Dated]
) -> dict[int, Tie]:
    """By word: the nouns that a verb dated by an expression dates."""
    verbs = {one.at for one in found if one.kind == "verb"}
    known = {found[number].at for number in governed}
    reader = _Reader(scene, clauses, verbs, times, in_times(scene, times))
    made = {
        at: Tie(at, -1, "set_for" if planned else "told_of", number)
        for at, (number, planned) in appointed(scene, found, times).items()
    }
    for number, dated in governed.items():
        verb = found[number]
        if verb.kind == "verb" and dated.days.known and not _denied(scene, verb.at):
            for tie in reader.of(verb, dated.time, since=dated.how == "since"):
                if tie.at not in verbs and tie.at not in known:
                    made.setdefault(tie.at, tie)
    return made


def tied(scene: Scene, found: Sequence[Report], made: dict[int, Tie]) -> list[Report]:
    """The reports of those nouns that are none without their verb."""
    taken = {one.at for one in found}
    return [one for at in made if at not in taken and (one := _report(scene, at)) is not None]


def _report(scene: Scene, at: int) -> Report | None:
    form = occasion(scene, at)
    if form is None:
        return None
    return refined(scene, Report(at, "noun", form.entry, "any", definite=form.definite, strong=False, tied=True))


def _denied(scene: Scene, at: int) -> bool:
    return scene.keys[at - 1] in context()["negation"] if at else False


@dataclass(frozen=True, slots=True)
class _Reader:
    """The nouns around one verb. verbs: words that report by a verb. dates: words of expressions of time."""

    scene: Scene
    clauses: Clauses
    verbs: set[int]
    times: Sequence[Time]
    dates: frozenset[int]

    def of(self, verb: Report, time: int, *, since: bool) -> Iterator[Tie]:
        """The nouns that the verb dates. time: the expression that dates it; since: it is so from then on."""
        lemma = lemma_of(verb.entry) or _said(self.scene.keys[verb.at])
        if lemma in tie_words()["plans"]:
            yield from self._planned(verb, time)
            return
        if since and lemma not in tie_words()["lasts"]:
            return
        head = head_of(self.scene, verb, lemma)
        if head is not None:
            yield Tie(head, verb.at, "told_of")
        yield from (Tie(at, verb.at, "carried_out") for at in self._objects(verb, lemma))
        if lemma in tie_words()["announces"]:
            first = self.scene.word_at(self.times[time].start)
            yield from (Tie(at, verb.at, "announced_with") for at in self._announced(verb) if at > first)
        if verb.tense in ("past", "any"):
            yield from (Tie(at, verb.at, "brought_about") for at in self._adjuncts(verb, lemma))
            yield from (Tie(at, verb.at, "together") for at in self._held(verb))

    def _planned(self, verb: Report, time: int) -> Iterator[Tie]:
        """«يستعد المغرب لاحتضان المؤتمر من 7 إلى 18 نوفمبر»: the day is that of what is prepared."""
        for at in self._behind(verb, _OBJECT):
            if at < self.scene.word_at(self.times[time].start) and occasion(self.scene, at) is not None:
                yield Tie(at, -1, "set_for", time)
                return

    def _objects(self, verb: Report, lemma: str) -> Iterator[int]:
        """«عقد المجلس أمس جلسة», «أقدم التنظيم على قطع رأس …»: the first noun of an event that the verb takes."""
        direct, through = lemma in tie_words()["carries_out"], leads_through().get(lemma, frozenset())
        for at in self._behind(verb, _OBJECT) if direct or through else ():
            form = occasion(self.scene, at)
            if form is None or tells_who_was_there(form):
                continue
            led = self.scene.keys[at - 1] in through or (form.prefix.removesuffix(_ARTICLE) or "-") in through
            if led or (direct and self._is_object(at, form)):
                yield at
                return

    def _announced(self, verb: Report) -> Iterator[int]:
        """«أعلنت الوزارة أمس إعفاء المدير وإقالة نائبه»: each thing that is done by saying so."""
        some = False
        for at in self._behind(verb, _SAID):
            form = occasion(self.scene, at)
            if form is None or base(form) not in tie_words()["by_word"]:
                continue
            about = self.scene.keys[at - 1] == "عن" and not some and not form.definite
            also = some and form.prefix == _WAW and (not form.definite or form.bound)
            if also or about or self._is_object(at, form) or self._leads_on(at, form):
                some = True
                yield at

    def _adjuncts(self, verb: Report, lemma: str) -> Iterator[int]:
        """«توج … بعد فوزه», «حققت إنجازا بتتويجها», «قتل ثلاثة أمس إثر انهيار مبنى»: what brought it about."""
        reaches = lemma in tie_words()["reaches"]
        for at in self._behind(verb, _SAID):
            form = occasion(self.scene, at)
            if form is None or (form.definite and not form.bound):
                continue
            noun, words = Report(at, "noun", form.entry, "any"), context()
            by_it = reaches and form.prefix == _BAA and form.bound
            through = led_to(self.scene, verb, noun)
            if reaches and form.entry.event_class == "sport":
                through = words["cause"] | words["after"]
            if by_it or (not form.prefix and self.scene.keys[at - 1] in through):
                yield at

    def _held(self, verb: Report) -> Iterator[int]:
        """«صرح خلال مؤتمر صحفي أمس»: the meeting in which something was said or done."""
        for at in self._behind(verb, _OBJECT):
            form = occasion(self.scene, at)
            if form is not None and self.scene.keys[at - 1] in ("خلال", "اثناء", "في"):
                if form.entry.event_class == "meeting" and not form.prefix and verb.entry.event_class == "statement":
                    yield at
                return

    def _behind(self, verb: Report, reach: int) -> Iterator[int]:
        """The words behind the verb that are its own, past what stands between commas and has a verb of its own."""
        scene, lists, level = self.scene, particles(), self.clauses.level
        at, end = verb.at + 1, min(verb.at + 1 + reach, scene.sentence_end(verb.at))
        while at < end:
            key = scene.keys[at]
            if key in _COMMAS and (past := self._past_aside(at, end)) > 0:
                at = past
                continue
            if key in _COMMAS and at + 1 < end and past_aside(scene, self.clauses, verb.at, at + 1):
                return
            if at in self.verbs or key in lists["that"] or key in lists["relative"] or key in lists["that_pronoun"]:
                return
            if level[at] == level[verb.at] and at not in self.dates:
                yield at
            at += 1

    def _past_aside(self, comma: int, end: int) -> int:
        """«، في أعقاب احتجاجات شهدتها المدينة،»: the word past the commas around what has a verb; 0 where none has."""
        close = next((at for at in range(comma + 1, end) if self.scene.keys[at] in _COMMAS), 0)
        inside = range(comma + 1, close)
        own = any(at in self.verbs or self.scene.keys[at] in particles()["relative"] for at in inside)
        joined = self.scene.keys[comma + 1].startswith(_WAW) if comma + 1 < end else True
        return close + 1 if close and own and not joined else 0

    def _is_object(self, at: int, form: NounForm) -> bool:
        """Whether a noun without article stands where an object may: behind the verb, its subject or a time."""
        scene, before = self.scene, self.scene.keys[at - 1]
        if form.prefix or (form.definite and not form.bound):
            return False
        if at - 1 in self.verbs or at - 1 in self.dates or scene.is_name(at - 1) or not before[0].isalnum():
            return True
        return (
            before.startswith(_ARTICLE)
            or before in particles()["adverb"] | tie_words()["counts"] | context()["rank"]
            or _with_pronoun(before)
        )

    def _leads_on(self, at: int, form: NounForm) -> bool:
        """«أعلن التوصل إلى اتفاق», «قرر الانسحاب من الاتفاق»: a noun with the article and what it takes."""
        behind = self.scene.keys[at + 1] if at + 1 < len(self.scene.keys) else ""
        return (
            form.prefix == _ARTICLE
            and behind in ("الي", "عن", "من")
            and self._is_object(at, replace(form, prefix="", definite=False))
        )


def _with_pronoun(key: str) -> bool:
    """«أجرى معه اتصالا», «وجه إليها ضربة»."""
    return key in particles()["preposition"] and key.endswith(("\u0647", "\u0647\u0627", "\u0647\u0645"))


def _said(key: str) -> str:
    return next((form.verb.lemma for form in saying().get(key, ())), "").replace("\u0623", "\u0627")
