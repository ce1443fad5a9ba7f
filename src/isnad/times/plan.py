"""From a meaning to the operations that place it: what each kind of meaning is planned by, and what it is planned for.

The planners are in `plan_dates` and `plan_lengths`; there the policy, the tense and the day spoken of decide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from isnad.times import algebra as a
from isnad.times.policy import NEWS, Policy

# told: a verb of saying in the past, whose matter may be to come; present: an imperfect that opens its sentence.
Tense = Literal["past", "told", "present", "future", "unknown"]


class Op(NamedTuple):
    """One operation of `replay`, with its arguments."""

    op: str
    args: dict[str, Any]


Plan = list[Op]


@dataclass(frozen=True, slots=True)
class Context:
    """What a meaning is resolved against. previous: first and last day (ISO) and unit of the date spoken of before.

    narrated: a verb of the past stands right before, so that «بعد يومين» cannot count from the publication day.
    year: the last days told in the sentence since it named a year, to which a month without one belongs.
    hijri: the day spoken of was told in that calendar, so that «الشهر نفسه» is a month of it.
    alone: the expression is all the text.
    """

    published: date | None = None
    policy: Policy = NEWS
    tense: Tense = "unknown"
    previous: tuple[str, str, str] | None = None
    clock: str | None = None
    narrated: bool = False
    year: tuple[str, str, str] | None = None
    hijri: bool = False
    alone: bool = False


Planner = Callable[[Any, Context], Plan]
PLANNERS: dict[type, Planner] = {}


def plans(kind: type) -> Callable[[Planner], Planner]:
    """Marks the function that plans one kind of meaning."""

    def mark(planner: Planner) -> Planner:
        PLANNERS[kind] = planner
        return planner

    return mark


def plan(node: a.Node, context: Context) -> Plan:
    """The operations that give the days of `node`, in the order of replay."""
    return PLANNERS[type(node)](node, context)


def base_plan(node: a.Node | None, context: Context) -> Plan:
    """The operations that give what is counted from: the publication day where nothing is named."""
    return [Op("published", {})] if node is None else plan(node, context)
