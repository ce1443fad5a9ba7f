"""The same event told by several articles: one entry of the timeline, with every article's sentence as evidence.

Two reports are one event only where nothing speaks against it: kind, word, people, places and days must agree, and so
must whether it happened. Where only the day or a figure differs, and it can have happened but once, the entry says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from isnad.arabic.letters import fold_word
from isnad.dossier.model import Conflict, Count, TimelineEntry

_LONGEST = 31  # days of the widest stretch in which a report is told apart from others of its kind
_APART = 4  # days by which two articles may differ on something that can have happened but once
_ONCE = frozenset(("agreement", "appointment", "death", "disaster", "election"))
_HAPPENED = frozenset(("asserted", "claimed"))
_WEAK_LETTERS = "\u0627\u0648\u064a\u062a\u0647\u0621\u0626\u0624"
_GLUED = (
    "\u0648\u0627\u0644",
    "\u0641\u0627\u0644",
    "\u0628\u0627\u0644",
    "\u0627\u0644",
    "\u0648\u0633",
    "\u0648",
    "\u0641",
    "\u0633",
)


_FORMING = ("\u0627\u0633\u062a", "\u0627\u0646", "\u0645", "\u0646", "\u064a", "\u062a")


@dataclass(frozen=True, slots=True)
class _Report:
    """An entry made ready to be compared. known: the id of the known event that it means."""

    entry: TimelineEntry
    first: date
    last: date
    known: str | None
    who: frozenset[str]
    where: frozenset[str]


def merged(entries: Iterable[TimelineEntry], counts: Iterable[Count]) -> list[TimelineEntry]:
    """The entries, those of one event as one of them with the others in `also`. counts: for figures that differ."""
    alone: list[TimelineEntry] = []
    groups: dict[tuple[str, str], list[list[_Report]]] = defaultdict(list)
    for entry in entries:
        report = _report(entry)
        if report is None:
            alone.append(entry)
        else:
            _place(report, groups[entry.event.event_class, report.known or skeleton(entry.event.trigger.text)])
    figures = _by_sentence(counts)
    return [*alone, *(_one(group, figures) for kind in groups.values() for group in kind)]


def skeleton(word: str) -> str:
    """The strong letters of a word, by which «اغتيل» and «اغتيال» are one; none where they are under two («توفي»)."""
    folded = fold_word(word)
    start = next((prefix for prefix in _GLUED if folded.startswith(prefix) and len(folded) - len(prefix) > 2), "")
    rest = folded[len(start) :]
    formed = next((prefix for prefix in _FORMING if rest.startswith(prefix) and len(rest) - len(prefix) > 2), "")
    strong = "".join(letter for letter in rest[len(formed) :] if letter not in _WEAK_LETTERS)
    return strong if len(strong) > 1 else ""


def _report(entry: TimelineEntry) -> _Report | None:
    """The entry ready to be compared, None where it can't be: open, too wide, or nobody and nowhere."""
    event = entry.event
    known = next((str(step.args["entity"]) for step in event.steps if step.op == "event-known"), None)
    try:
        first, last = date.fromisoformat(event.earliest or ""), date.fromisoformat(event.latest or "")
    except ValueError:
        return None
    who, where = frozenset(event.participants), frozenset(event.places)
    if (last - first).days > _LONGEST or (known is None and not who | where):
        return None
    return _Report(entry, first, last, known, who, where)


def _place(report: _Report, groups: list[list[_Report]]) -> None:
    for group in groups:
        if all(_is_same(report, other) for other in group):
            group.append(report)
            return
    groups.append([report])


def _is_same(one: _Report, other: _Report) -> bool:
    first, second = one.entry, other.entry
    if first.place.article == second.place.article or not _agree_that_it_was(first, second):
        return False
    if one.known and one.known == other.known:
        return True
    if one.who and other.who and not one.who & other.who:
        return False
    if one.where and other.where and not one.where & other.where:
        return False
    shared = (one.who & other.who) | (one.where & other.where)
    if _overlap(one, other, 0):
        narrow = min(one.last - one.first, other.last - other.first) <= timedelta(days=3)
        return bool(shared) and narrow and (first.event.event_class != "statement" or _same_words(first, second))
    once = first.event.event_class in _ONCE and len(shared) > 1
    return once and _overlap(one, other, _APART)


def _agree_that_it_was(one: TimelineEntry, other: TimelineEntry) -> bool:
    modalities = {one.event.modality, other.event.modality}
    return modalities <= _HAPPENED or len(modalities) == 1


def _same_words(one: TimelineEntry, other: TimelineEntry) -> bool:
    """Two statements of a day are one only where the same people make it, with the same verb."""
    return set(one.event.participants) == set(other.event.participants)


def _overlap(one: _Report, other: _Report, apart: int) -> bool:
    slack = timedelta(days=apart)
    return one.first - other.last <= slack and other.first - one.last <= slack


def _one(group: Sequence[_Report], figures: Mapping[tuple[str, int, int], Sequence[Count]]) -> TimelineEntry:
    ordered = sorted(group, key=_surest)
    best, *others = (report.entry for report in ordered)
    if not others:
        return best
    conflicts = (*_dates(ordered), *_figures([best, *others], figures))
    return replace(best, also=tuple(others), conflicts=conflicts)


def _surest(report: _Report) -> tuple[bool, bool, timedelta, str, str]:
    entry = report.entry
    vague = entry.certainty in ("approximate", "assumed")
    return not entry.event.confirmed, vague, report.last - report.first, entry.published or "9999", entry.id


def _dates(group: Sequence[_Report]) -> Iterable[Conflict]:
    if any(not _overlap(group[0], other, 0) for other in group[1:]):
        ordered = sorted(group, key=lambda report: report.entry.place.article, reverse=True)
        told = {report.entry.event.edtf or str(report.first): report.entry.place for report in ordered}
        yield Conflict("date", tuple((place, words) for words, place in reversed(told.items())))


def _figures(
    entries: Sequence[TimelineEntry], figures: Mapping[tuple[str, int, int], Sequence[Count]]
) -> Iterable[Conflict]:
    """The figures of one unit in the sentences of the entries that no two articles give alike."""
    by_unit: dict[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        place = entry.place
        for count in figures.get((place.article, place.paragraph, place.sentence), ()):
            if count.quantity.unit and count.quantity.value is not None:
                by_unit[fold_word(count.quantity.unit.split()[0])][place.article].append(count)
    for told in by_unit.values():
        values = [{count.quantity.value for count in counts} for counts in told.values()]
        if len(values) > 1 and not set.intersection(*values):
            yield Conflict(
                "figure", tuple((count.place, count.quantity.text) for one in told.values() for count in one)
            )


def _by_sentence(counts: Iterable[Count]) -> Mapping[tuple[str, int, int], Sequence[Count]]:
    found: dict[tuple[str, int, int], list[Count]] = defaultdict(list)
    for count in counts:
        found[count.place.article, count.place.paragraph, count.place.sentence].append(count)
    return found
