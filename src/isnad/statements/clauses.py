"""The clauses of sentences, roughly: stretches between commas, conjunctions, and verbs that a conjunction joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from isnad.annotation import Quotation, Time
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_COMMAS = frozenset("،,؛:")


@dataclass(frozen=True, slots=True)
class Clauses:
    """clause_of: for each word the number of its clause. ranges: word range of each. level: for each word the index
    of the direct quotation around it, -1 outside; words of different levels don't govern each other."""

    clause_of: Sequence[int]
    ranges: Sequence[tuple[int, int]]
    level: Sequence[int]


def clauses(scene: Scene, found: Sequence[Report], times: Sequence[Time], quotations: Sequence[Quotation]) -> Clauses:
    """Cut every sentence into clauses; never inside an expression of time."""
    level = _levels(scene, quotations)
    joined = {one.at for one in found if one.kind == "verb" and one.joined}
    whole = _inside_times(scene, times)
    clause_of = [-1] * len(scene.keys)
    ranges: list[tuple[int, int]] = []
    for first, last in scene.sentences:
        start = first
        for at in range(first, last):
            if at > start and not whole[at] and _begins(scene, at, joined, level):
                ranges.append((start, at))
                start = at
            clause_of[at] = len(ranges)
        ranges.append((start, last))
    return Clauses(clause_of, ranges, level)


def _begins(scene: Scene, at: int, joined: set[int], level: Sequence[int]) -> bool:
    key, lists = scene.keys[at], particles()
    if scene.keys[at - 1] in _COMMAS or at in joined or level[at] != level[at - 1]:
        return True
    return key in lists["opens_clause"] or key in lists["relative"] or key in lists["that_pronoun"]


def _levels(scene: Scene, quotations: Sequence[Quotation]) -> list[int]:
    level = [-1] * len(scene.keys)
    for number, quotation in enumerate(quotations):
        if quotation.direct:
            first, last = scene.word_from(quotation.start), scene.word_from(quotation.end)
            level[first:last] = [number] * (last - first)
    return level


def _inside_times(scene: Scene, times: Sequence[Time]) -> bytearray:
    """Whether a word continues an expression of time."""
    inside = bytearray(len(scene.keys) + 1)
    for time in times:
        first, last = scene.word_at(time.start), scene.word_from(time.end)
        inside[first + 1 : last] = b"\1" * max(0, last - first - 1)
    return inside
