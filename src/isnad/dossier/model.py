"""The dossier: all articles together, the entity index, the timeline and what was said. Values only.

`collect` makes them.

Everything that refers to a place in an article does so by a `Place`: the article's id and 1-based paragraph and
sentence numbers, which are also the permalink («#p5-s1»).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from isnad.annotation import Annotation, Event, Mention, Quantity, Quotation, Time
from isnad.article import Article

# How sure a timeline entry's date is. exact: stated or resolved to the day or period; approximate: the expression
# itself is vague; assumed: the narrative default; background: dated by knowledge from outside the article;
# editor: an editor's date.
Certainty = Literal["exact", "approximate", "assumed", "background", "editor"]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article. paragraph and sentence are 1-based, the sentence within its paragraph."""

    article: str
    paragraph: int
    sentence: int
    start: int
    end: int

    @property
    def fragment(self) -> str:
        """The permalink inside the article's page, without the hash sign."""
        return f"p{self.paragraph}-s{self.sentence}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement about an entity and where it comes from."""

    value: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """What is known of an entity apart from the articles. known: whether a knowledge base or the dossier describes it.

    lat, lon: decimal degrees, WGS 84; None where no point would be honest. sources: field name to source.
    latin: the name in Latin letters by rule, where nobody has told how it is written. country: its state's id.
    """

    id: str
    type: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    role: str = ""
    lat: float | None = None
    lon: float | None = None
    links: tuple[tuple[str, str], ...] = ()  # label, URL
    sources: Mapping[str, str] | None = None
    known: bool = False
    latin: str = ""
    kind: str = ""
    country: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention of an entity, in its sentence."""

    place: Place
    mention: Mention


@dataclass(frozen=True, slots=True)
class Conflict:
    """What articles tell differently of one event. told: the place of each, with its date (EDTF) or its figure."""

    kind: Literal["date", "figure"]
    told: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event on the timeline, or one that could not be dated (`earliest` and `latest` both None).

    id: stable across builds while the event's words stay. time: the expression that dates it. said_by: the statement
    that reports it. published: the article's publication day (ISO), published_by: how that day is known. also: the
    entries of other articles that tell of the same event, surest first. conflicts: where they differ.
    """

    id: str
    place: Place
    event: Event
    certainty: Certainty
    time: Time | None = None
    said_by: Quotation | None = None
    published: str | None = None
    published_by: str = "unknown"
    also: tuple[TimelineEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def evidence(self) -> tuple[TimelineEntry, ...]:
        """The entry itself and those of other articles that tell of the same event."""
        return (self, *self.also)

    @property
    def dated(self) -> bool:
        """Whether the event has at least one end on the calendar."""
        return self.event.earliest is not None or self.event.latest is not None


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation in its sentence. speaker, via: entity ids where there are any.

    inside: it lies in a longer one of the same speaker, which tells it as well.
    """

    place: Place
    quotation: Quotation
    text: str
    speaker: str | None = None
    via: str | None = None
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity in its sentence."""

    place: Place
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity and all that the dossier says of it.

    spellings: surface to number of times, most frequent first. companions: ids of entities in the same sentences,
    with the number of shared sentences, most frequent first. sort_key: Arabic alphabetical order, «ال» ignored.
    letter: the first letter for the index. spoken_of: what others said in sentences that name it. metonyms: where a
    capital stands for this government.
    """

    info: EntityInfo
    appearances: tuple[Appearance, ...]
    spellings: tuple[tuple[str, int], ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    sayings: tuple[Saying, ...] = ()
    spoken_of: tuple[Saying, ...] = ()
    metonyms: tuple[Appearance, ...] = ()
    companions: tuple[tuple[str, int], ...] = ()
    sort_key: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with its final annotation (after the editor), and the ids of its entities by number of mentions."""

    article: Article
    annotation: Annotation
    entities: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """An editor's ruling on who is who, and how many mentions in how many articles it changed; see `rulings`."""

    action: str
    olds: tuple[str, ...]
    new: str
    name: str
    reason: str
    place: str
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the pages are made from. articles: newest first; timeline: by date; undated: in reading order.

    open_names: mentions whose entity could not be told. rulings: what the editor's rulings on identity changed.
    """

    articles: tuple[ArticleRecord, ...] = ()
    entities: Mapping[str, EntityRecord] | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    undated: tuple[TimelineEntry, ...] = ()
    sayings: tuple[Saying, ...] = ()
    counts: tuple[Count, ...] = ()
    open_names: tuple[Appearance, ...] = ()
    rulings: tuple[Ruled, ...] = ()

    @property
    def told(self) -> tuple[Saying, ...]:
        """The sayings without those inside others of the same speaker."""
        return tuple(saying for saying in self.sayings if not saying.inside)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All entries, each article's own: of an event that several articles tell, one for each; then the undated."""
        return (*(own for entry in self.timeline for own in entry.evidence), *self.undated)
