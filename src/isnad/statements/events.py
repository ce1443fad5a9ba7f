"""Events: what the text reports to happen, of which class, how sure, who takes part, where and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from isnad.annotation import Event, Mention, Modality, Quotation, Role, Time, Trigger
from isnad.arabic.spans import Span
from isnad.statements.claiming import Dated
from isnad.statements.clauses import Clauses, clauses
from isnad.statements.cues import cues
from isnad.statements.dated_verbs import dated_verbs
from isnad.statements.dating import datings
from isnad.statements.governing import governed
from isnad.statements.happenings import context
from isnad.statements.known import KnownEvent
from isnad.statements.lexicon import particles
from isnad.statements.modality import modality
from isnad.statements.overlooked import overlooked
from isnad.statements.participants import roles
from isnad.statements.scene import Scene, scene
from isnad.statements.setting import Dating, Setting
from isnad.statements.ties import Tie, tied, ties
from isnad.statements.time_words import in_times
from isnad.statements.triggers import Report, reports

_DATELINE = frozenset(":-–—(")
_STOPS = "،,.!؟?؛…: "


def events(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    published: date | None,
    known: Sequence[KnownEvent] = (),
) -> tuple[Event, ...]:
    """The events of a text in the order of their triggers.

    Every date has a basis, steps and a reason; an event without a date has a reason. `time` and `attribution` are
    indices into `times` and `quotations`. known: events dated apart from the text.
    The classes are those of data/classes.toml.
    """
    ready = scene(text, sentences, mentions)
    said = cues(ready)
    openings = frozenset(ready.word_at(one.start) for one in quotations)
    found = reports(ready, said, openings, in_times(ready, times), frozenset(one.id for one in known))
    parts = clauses(ready, found, times, quotations)
    contents = {cue.at: cue.opened.at for cue in said if cue.opened is not None and cue.opened.by != "noun"}
    day = published.isoformat() if published else None
    found, joined = _with_dated(ready, parts, found, times, governed(ready, parts, found, times, contents, day))
    covering = _Covering(quotations)
    attributed = [covering.smallest(ready.words[one.at].start) for one in found]
    modalities = [
        _done_by_word(modality(ready, parts, one, None if at is None else quotations[at]), joined.get(one.at))
        for one, at in zip(found, attributed, strict=True)
    ]
    named = [_names(ready, parts, one) for one in found]
    setting = Setting(
        ready,
        parts,
        found,
        times,
        contents,
        day,
        [frozenset(name.entity for name in names if name.entity) for names in named],
        modalities,
        attributed,
        known,
        joined,
    )
    dated = datings(setting)
    made = [
        _event(setting, number, named[number], dated[number])
        for number in range(len(found))
        if _worth(setting, number, dated[number])
    ]
    return tuple(made)


def _with_dated(
    ready: Scene, parts: Clauses, found: Sequence[Report], times: Sequence[Time], chosen: dict[int, Dated]
) -> tuple[list[Report], dict[int, Tie]]:
    """The reports with those that only a date makes events, and the ties by which a verb dates a noun."""
    joined = ties(ready, parts, found, times, chosen)
    guessed, taken = dated_verbs(ready, parts, found, times, chosen)
    more = [*guessed, *overlooked(ready, parts, found, times, chosen, taken)]
    found = [*found, *(one for one in more if one.at not in joined)]
    return sorted([*found, *tied(ready, found, joined)], key=lambda one: one.at), joined


def _done_by_word(made: Modality, tie: Tie | None) -> Modality:
    """«قررت أمس تعليق العمل بالقانون»: what a decision puts in force is no plan; what is set for a day is one."""
    if tie is not None and tie.how == "set_for" and made != "denied":
        return "planned"
    return "asserted" if made == "planned" and tie is not None and tie.how == "announced_with" else made


class _Covering:
    """Which quotation a place lies in: the smallest."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        order = sorted(range(len(quotations)), key=lambda number: (quotations[number].start, -quotations[number].end))
        self._order, self._quotations = order, quotations
        self._starts = [quotations[number].start for number in order]

    def smallest(self, position: int) -> int | None:
        """The number of the shortest quotation around the character at `position`, None outside all."""
        at = bisect_right(self._starts, position) - 1
        for index in range(at, max(-1, at - 6), -1):
            if self._quotations[self._order[index]].end > position:
                return self._order[index]
        return None


def _worth(setting: Setting, number: int, dating: Dating) -> bool:
    """A plain «قال» is news only with a time of its own."""
    report = setting.reports[number]
    return report.strong or dating.basis == "expression" or (report.kind == "noun" and dating.basis == "event")


def _names(ready: Scene, parts: Clauses, report: Report) -> list[Mention]:
    """The names in the clause of the report."""
    first, last = parts.ranges[parts.clause_of[report.at]]
    window = range(max(first, report.at - 30), min(last, report.at + 40))
    return [ready.mention_at[at] for at in window if at in ready.mention_at]


def _event(setting: Setting, number: int, names: Sequence[Mention], dating: Dating) -> Event:
    ready, report = setting.scene, setting.reports[number]
    first, last = setting.clauses.ranges[setting.clauses.clause_of[report.at]]
    start, end = _clause_span(ready, first, last)
    word = ready.words[report.at]
    places = [name for name in names if _is_place(ready, name)]
    actors = [name for name in names if name.type in ("person", "organization", "place") and name not in places]
    return Event(
        start,
        end,
        Trigger(word.start, word.end, ready.text[word.start : word.end]),
        report.entry.event_class,
        _modality(setting, number, dating),
        dating.days.earliest,
        dating.days.latest,
        dating.edtf,
        dating.approximate,
        dating.time,
        dating.basis,
        _ids(actors),
        _ids(places),
        attribution=setting.attributions[number],
        roles=_roles(setting, report, actors),
        reason=dating.reason,
        steps=dating.steps,
        confidence=_confidence(report, dating),
    )


def _roles(setting: Setting, report: Report, actors: Sequence[Mention]) -> dict[str, Role]:
    found = roles(setting.scene, setting.clauses, report, actors) if actors else {}
    return {name: found[name] for name in _ids(actors) if name in found}


def _modality(setting: Setting, number: int, dating: Dating) -> Modality:
    """«ويعقد المجلس جلسة غدا»: a present verb with a day to come tells a plan."""
    made, first = setting.modalities[number], dating.days.earliest
    ahead = bool(first and setting.published and first > setting.published)
    return "planned" if made == "asserted" and ahead and setting.reports[number].tense != "past" else made


def _clause_span(ready: Scene, first: int, last: int) -> tuple[int, int]:
    start, end = ready.words[first].start, ready.words[last - 1].end
    while end > start and ready.text[end - 1] in _STOPS:
        end -= 1
    return start, end


def _is_place(ready: Scene, name: Mention) -> bool:
    """A place where something is: after a preposition or a word such as «مدينة»; else it stands for its government."""
    if name.type == "facility":
        return True
    if name.type != "place":
        return False
    at = ready.word_at(name.start)
    if ready.words[at].start < name.start:
        return ready.text[ready.words[at].start] in "بلوكف"
    end = ready.mention_end.get(at, at + 1)
    if at == ready.sentence_start(at) and end < len(ready.keys) and ready.keys[end] in _DATELINE:
        return True
    before = [key for key in ready.keys[max(0, at - 2) : at] if key[0].isalpha()]
    return bool(before) and (before[-1] in particles()["preposition"] or before[-1] in context()["place_word"])


def _ids(names: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity for name in names if name.entity))


def _confidence(report: Report, dating: Dating) -> float:
    sure = 0.9 if report.kind == "verb" else 0.75
    return round(sure - (0.15 if dating.approximate else 0.0), 2)
