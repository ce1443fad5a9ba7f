"""What comes out: standoff layers over one article's exact text, the source of every page and every export.

Offsets are code points into `text`, end exclusive. `earliest` and `latest` are inclusive ISO 8601 days (astronomical
years before 1), None where open or not on the calendar. Every item says where it came from: source, confidence (0 to
1), and whether an editor confirmed it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from isnad.arabic.spans import Span

SCHEMA = "isnad/1"

MentionType = Literal["person", "organization", "place", "facility", "weapon", "event", "work"]
Source = Literal["model", "lexicon", "rule", "propagation", "editor"]
TimeKind = Literal["date", "time", "duration", "set"]
Modality = Literal["asserted", "claimed", "denied", "planned", "possible"]
Role = Literal["agent", "patient", "partner", "opponent", "recipient"]
DateBasis = Literal["expression", "event", "knowledge", "assumed", "editor", "none"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: an operation from a closed vocabulary and its arguments.

    op: the vocabulary is documented and replayed by `isnad.times`. says: the step in Arabic, for readers.
    """

    op: str
    args: Mapping[str, object] = field(default_factory=dict)
    says: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. entity: an id of the knowledge base or one made from the name; None when it can't be told.

    metonym_for: the id of the government that a capital stands for here («قالت واشنطن»); such a one is on no map.
    role: the words right before a person's name that say who that is («رئيس الوزراء»).
    """

    start: int
    end: int
    text: str
    type: MentionType
    entity: str | None = None
    confidence: float = 1.0
    source: Source = "rule"
    confirmed: bool = False
    rule: str = ""
    reason: str = ""
    metonym_for: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression placed on the calendar, with its derivation."""

    start: int
    end: int
    text: str
    kind: TimeKind
    edtf: str | None = None
    timex3: str | None = None
    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    steps: tuple[Step, ...] = ()
    rule: str = ""
    anchor: Span | None = None  # the words of the event that the expression counts from
    confidence: float = 1.0
    source: Source = "rule"
    confirmed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that reports an event, or any other stretch that needs no more than its place and surface."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the words that name or describe the speaker, and the entity where there is one."""

    start: int
    end: int
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, without its guillemets.

    verb: the verb of saying, as its lemma. stance: what that verb commits to. via: the medium that relays it.
    """

    start: int
    end: int
    direct: bool
    verb: str | None = None
    speaker: Speaker | None = None
    via: Speaker | None = None
    stance: str = "neutral"
    confidence: float = 1.0
    source: Source = "rule"
    confirmed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something reported to happen, with the sentence as evidence.

    start, end: the clause. time: index into `times` of the expression that dates it. basis: what the date rests on.
    reason: in Arabic, why it is dated so, or why it is not dated. label: a short title given by an editor.
    attribution: index into `quotations` of the statement that reports it, None when the article itself does.
    roles: by participant how he takes part, for those of whom the syntax tells it.
    """

    start: int
    end: int
    trigger: Trigger
    event_class: str
    modality: Modality = "asserted"
    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    approximate: bool = False
    time: int | None = None
    basis: DateBasis = "none"
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)
    attribution: int | None = None
    label: str = ""
    reason: str = ""
    steps: tuple[Step, ...] = ()
    confidence: float = 1.0
    source: Source = "rule"
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted amount. bound: exact, at-least, at-most, about. unit: what is counted, as written."""

    start: int
    end: int
    text: str
    value: float | None
    bound: Literal["exact", "at-least", "at-most", "about"] = "exact"
    unit: str = ""
    confidence: float = 1.0
    source: Source = "rule"
    confirmed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the machine could not do or doubts, with the place and the reason (message in Arabic)."""

    code: str
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """All layers over one article's text."""

    id: str
    sha256: str
    text: str
    published: str | None = None
    published_by: str = "unknown"
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    warnings: tuple[Notice, ...] = ()
