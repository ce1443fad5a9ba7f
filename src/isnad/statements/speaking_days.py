"""What «today» is inside quotation marks: the day on which the words were spoken, not that of publication."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from isnad.annotation import Quotation, Time
from isnad.arabic.spans import Span
from isnad.statements.happenings import context
from isnad.statements.lexicon import particles, saying
from isnad.statements.scene import tokens
from isnad.times.speaking import counts_from_publication, is_day, of_unknown_day, spoken_on

_COLON = ":"
_MARKS = frozenset('«»“”"،,')
_BEHIND = 6  # words from the closing mark to a verb that says who spoke


def as_spoken(
    text: str, sentences: Sequence[Span], times: Sequence[Time], quotations: Sequence[Quotation], published: date | None
) -> tuple[Time, ...]:
    """The times of a text, those in direct speech counted from the day on which it was spoken.

    «وصرح الاثنين: «قصفنا أمس …»» was on Sunday, whenever it is printed. Where the text doesn't tell that day, what
    is said of «today» is less sure.
    """
    inside = dict(_inside(times, quotations))
    if published is None or not inside:
        return tuple(times)
    reading = _Reading(text, sentences, times, frozenset(inside), published.isoformat())
    made, heard = list(times), dict[str, str]()
    days = {number: reading.day_of(quotations[number]) for number in sorted(set(inside.values()))}
    for at, number in inside.items():
        who = _speaker(quotations[number])
        day = days[number]
        if day is not None:
            made[at] = spoken_on(times[at], day) if day != reading.published else times[at]
            heard[who] = day
        elif is_day(times[at]):
            made[at] = of_unknown_day(spoken_on(times[at], heard[who]) if who and who in heard else times[at])
    return tuple(made)


def _speaker(quotation: Quotation) -> str:
    who = quotation.speaker
    return "" if who is None else who.entity or who.text


def _inside(times: Sequence[Time], quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """The times that count from publication in a direct quotation, by number, each with the widest around it."""
    starts = [time.start for time in times]
    covered = -1
    for number, quotation in enumerate(quotations):
        if not quotation.direct or quotation.end <= covered:
            continue
        covered = quotation.end
        for at in range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)):
            if counts_from_publication(times[at]):
                yield at, number


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as its frames are read. inside: the numbers of the times in direct speech."""

    text: str
    sentences: Sequence[Span]
    times: Sequence[Time]
    inside: frozenset[int]
    published: str

    def day_of(self, quotation: Quotation) -> str | None:
        """The day on which a quotation was spoken, by the words before its marks or behind them."""
        _, keys, starts = tokens(self.text)
        opened, shut = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        sentence = bisect_right(self.sentences, quotation.start, key=lambda one: one.start) - 1
        if sentence < 0:
            return None
        first = bisect_left(starts, self.sentences[sentence].start)
        day = self._told(keys, starts, first, opened)
        if day is None:
            behind = next((at for at in range(shut, min(shut + _BEHIND, len(keys))) if keys[at] in saying()), None)
            last = bisect_right(self.sentences, quotation.end, key=lambda one: one.start) - 1
            end = bisect_left(starts, self.sentences[last].end)
            day = None if behind is None else self._first_day(keys, starts, behind + 1, end)
        return day

    def _told(self, keys: Sequence[str], starts: Sequence[int], first: int, opened: int) -> str | None:
        """By the words before the marks: behind the verb of saying, else in front of it."""
        if opened - first < 2:
            return None
        verbs = [at for at in range(first, opened) if keys[at] in saying()]
        colon = _COLON in keys[max(first, opened - 3) : opened]
        if not verbs and not colon:
            return None
        behind = (self._first_day(keys, starts, verb, opened) for verb in reversed(verbs or [first]))
        day = next((one for one in behind if one is not None), None)
        return day or self._first_day(keys, starts, first, verbs[0] if verbs else first)

    def _first_day(self, keys: Sequence[str], starts: Sequence[int], first: int, end: int) -> str | None:
        """The first single day that the words first..end tell, unless they tell it of something else."""
        if end <= first:
            return None
        begin, stop = starts[first], starts[end] if end < len(starts) else len(self.text)
        at = bisect_left(self.times, begin, key=lambda time: time.start)
        while at < len(self.times) and self.times[at].start < stop:
            time = self.times[at]
            exact = time.earliest is not None and time.earliest == time.latest and time.earliest <= self.published
            if at not in self.inside and exact and time.kind in ("date", "time"):
                word = bisect_right(starts, time.start) - 1
                return None if _of_something_else(keys, first, word) else time.earliest
            at += 1
        return None


def _of_something_else(keys: Sequence[str], first: int, word: int) -> bool:
    """«قال عن الهجوم الذي وقع الخميس: «…»»; but «قال في الكلمة التي ألقاها الخميس: «…»»."""
    aside = context()["told_aside"] | particles()["that"]
    for at in range(first, word):
        if keys[at] in aside:
            return True
        if keys[at] in particles()["relative"] and keys[at + 1] not in context()["delivers"]:
            return True
    return False
