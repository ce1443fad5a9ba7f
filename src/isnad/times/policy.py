"""How what is underspecified is read: the policies that a caller may choose, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Policy:
    """The conventions that decide where the text does not.

    bare: a weekday, month or day of the month without a pointing word. «tense»: the clause decides, else the past for
    weekdays and the nearest for months and days; «future»: the next one (a bare month: that of the current year).
    week_start: ISO weekday that weeks begin on (news: Monday, so that weeks have ISO numbers; future: Saturday).
    weekend: the two ISO weekdays of rest.
    day_first: 3/4 is the third of April. within: whether «خلال ثلاثة أيام» is the span up to that day or its end.
    """

    name: str
    bare: Literal["tense", "future"] = "tense"
    week_start: int = 1
    weekend: tuple[int, int] = (5, 6)
    day_first: bool = True
    within: Literal["span", "end"] = "span"


NEWS = Policy("news")
FUTURE = Policy("future", bare="future", week_start=6, within="end")
