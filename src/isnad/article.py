"""What comes in: an article exactly as received, what its sidecar says of it, and the editor's corrections."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from isnad.annotation import MentionType

PublishedBy = Literal["stated", "inferred", "unknown"]
Layer = Literal["mention", "time", "quotation", "event", "quantity"]
Action = Literal["confirm", "reject", "retype", "relink", "redate", "add"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article appeared, and how that is known.

    date: the day everything relative is resolved against; None when unknown.
    earliest, latest: the inclusive interval it lies in; equal to `date` when that is certain.
    by: stated in the source, inferred by an editor, or unknown. reasons: why, in the editor's words (Arabic).
    time: the clock as HH:MM[:SS] where the source gives one.
    """

    date: datetime.date | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    by: PublishedBy = "unknown"
    reasons: tuple[str, ...] = ()
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Selector:
    """A place in the text by what it says (W3C TextQuoteSelector): the quote, and what stands right around it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of an editor's review.

    action, layer: what to do to which layer's item at `at`. values: the new values by field name.
    reason: why, in the editor's words. line: 1-based, in the sidecar; field: its path there («corrections[3]»).
    every: whether every place that says it is meant, not the one.
    """

    action: Action
    layer: Layer
    at: Selector
    values: Mapping[str, object] = field(default_factory=dict)
    reason: str = ""
    line: int = 0
    field: str = ""
    every: bool = False


class Proposed(NamedTuple):
    """A name that another recogniser proposes: code points, end exclusive, how sure it is (0 to 1), its name."""

    start: int
    end: int
    type: MentionType
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article exactly as received, with its metadata.

    proposed: what other recognisers found. path, sidecar: the files it came from; None for text that came over a pipe.
    """

    id: str
    text: str
    title: str = ""
    publication: Publication = Publication()
    source: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""
    language: str = "ar"
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    policy: Literal["news", "future"] = "news"
    proposed: tuple[Proposed, ...] = ()
    path: Path | None = None
    sidecar: Path | None = None

    @property
    def sha256(self) -> str:
        """Of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
