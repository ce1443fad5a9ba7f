"""What the dating of the events of a text is made from, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from isnad.annotation import DateBasis, Modality, Step, Time
from isnad.statements.calendar_spans import UNKNOWN, Days
from isnad.statements.clauses import Clauses
from isnad.statements.known import KnownEvent
from isnad.statements.reasons import says_why
from isnad.statements.scene import Scene
from isnad.statements.ties import Tie
from isnad.statements.triggers import Report


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was, and why we think so."""

    days: Days = UNKNOWN
    edtf: str | None = None
    approximate: bool = False
    time: int | None = None
    basis: DateBasis = "none"
    reason: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dating of all events of a text is made from. entities: by report, the names in its clause.

    ties: by word, the nouns that a verb of their sentence dates.
    """

    scene: Scene
    clauses: Clauses
    reports: Sequence[Report]
    times: Sequence[Time]
    contents: dict[int, int]
    published: str | None
    entities: Sequence[frozenset[str]]
    modalities: Sequence[Modality]
    attributions: Sequence[int | None]
    known: Sequence[KnownEvent] = ()
    ties: Mapping[int, Tie] = field(default_factory=dict)


def taken_over(setting: Setting, source: int, found: Sequence[Dating | None], how: str) -> Dating | None:
    """The date of the event `source` for another one, with the reason why it is the other's too."""
    base = found[source]
    if base is None:
        return None
    says = says_why(how, trigger=word_of(setting, source))
    steps = (*base.steps, Step(f"event-{how}", {"event": source}, says))
    return replace(base, approximate=True, time=None, basis="event", reason=says, steps=steps)


def word_of(setting: Setting, number: int) -> str:
    """The word that reports the event, as written."""
    word = setting.scene.words[setting.reports[number].at]
    return setting.scene.text[word.start : word.end]
