"""Events that only their date gives away: a verbal noun in front of an expression of time that dates nothing else."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from isnad.annotation import Time
from isnad.statements.claiming import Dated, expression
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context
from isnad.statements.idle_times import dates_nothing
from isnad.statements.occasions import is_weak, occasion
from isnad.statements.scene import Scene
from isnad.statements.telling_words import NO_EVENT, class_around
from isnad.statements.triggers import Report, refined, tells_who_was_there

_NEAR = 9  # words between the noun and the expression


def overlooked(
    scene: Scene,
    clauses: Clauses,
    found: Sequence[Report],
    times: Sequence[Time],
    governed: dict[int, Dated],
    taken_already: Set[int],
) -> list[Report]:
    """One report for each expression on the calendar that dates none of those found, where a noun fits it.

    «يعيد إلى الأذهان هبوط الإنسان على القمر في 20 تموز 1969»
    """
    used, taken = {dated.time for dated in governed.values()} | taken_already, {one.at for one in found}
    made: list[Report] = []
    for number, time in enumerate(times):
        idle = number in used or not _is_day(time) or dates_nothing(scene, clauses, expression(scene, number, time))
        at = -1 if idle else _noun_before(scene, clauses, scene.word_at(time.start))
        form = occasion(scene, at) if at >= 0 and at not in taken else None
        if form is not None:
            taken.add(at)
            one = refined(scene, Report(at, "noun", form.entry, "any", strong=False, guessed=is_weak(form)))
            made += [] if one is None else [replace(one, strong=False)]
    return made


def _is_day(time: Time) -> bool:
    return time.kind in ("date", "time") and time.earliest is not None and time.latest is not None


def _noun_before(scene: Scene, clauses: Clauses, first: int) -> int:
    """The last noun of an event with a complement before word `first` in its clause, or -1."""
    if first <= 0:
        return -1
    clause = clauses.clause_of[first]
    for at in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if clauses.clause_of[at] != clause:
            return -1
        form = None if scene.keys[at] in context()["no_event"] else occasion(scene, at)
        if (
            form is not None
            and (is_weak(form) or form.prefix + form.text == scene.keys[at])  # no «تحديدا», «جفافا»
            and not tells_who_was_there(form)
            and (form.bound or not form.definite)
            and clauses.level[at] == clauses.level[first]
            and class_around(scene, at, form.entry) != NO_EVENT
        ):
            return at - 1 if _is_genitive(scene, at) else at
    return -1


def _is_genitive(scene: Scene, at: int) -> bool:
    """«على خفض إنتاج النفط اعتبارا من تشرين الثاني»: the cutting is what begins then."""
    head = occasion(scene, at - 1) if at > scene.sentence_start(at) else None
    return head is not None and not head.definite and not head.bound
