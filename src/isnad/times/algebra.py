"""What a temporal expression means, before it is placed on the calendar: small frozen values, one per way of meaning.

Nothing here knows the publication date: see `plan` for the resolution, `meanings` for the words rules write.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Calendar = Literal["gregorian", "hijri"]
Direction = Literal["last", "next", "this", "near"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number in its calendar."""

    calendar: Calendar
    number: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number in its calendar; Gregorian years are astronomical. era: it is written that it is AD, AH."""

    number: int
    calendar: Calendar = "gregorian"
    era: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: amounts by unit. vague: no number («عدة أشهر»), about: the number is a bound or rounded."""

    amounts: tuple[tuple[str, Fraction], ...]
    vague: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time, on a 24-hour clock unless `open`; zone as written in TIMEX3 («Z», «+03:00») or None."""

    hour: int
    minute: int = 0
    second: int | None = None
    zone: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The unit that holds the base day, `offset` units on; `count` > 1 is a rolling stretch of so many units."""

    unit: str
    offset: int
    count: int = 1
    base: Node | None = None
    calendar: Calendar = "gregorian"


@dataclass(frozen=True, slots=True)
class Date:
    """A date with the fields that the text gives. skip: occurrences beyond the one that `direction` picks."""

    day: int | None = None
    month: Month | None = None
    year: Year | Period | None = None
    weekday: int | None = None
    direction: Direction | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A season, of a year where one is given."""

    name: str
    year: Year | Period | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day of the calendar."""

    name: str
    year: Year | Period | None = None
    direction: Direction | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `start` (70 for the seventies), of a century where one is given."""

    start: int
    century: Century | Period | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """A century by number; `before` counts back from the era."""

    number: int
    calendar: Calendar = "gregorian"
    before: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A length away from the base (the publication day where None); sign is 1, -1, or 0 for what the tense says."""

    sign: int
    length: Length
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday inside the base; n = -1 is the last."""

    n: int
    what: str | int
    base: Node


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the base: start, mid, end, rest, later, half1, half2, quarter1..4, third1..3, first-day, last-day."""

    name: str
    base: Node


@dataclass(frozen=True, slots=True)
class Within:
    """The inner date (a weekday, a month, a day of the month) where it falls in the outer period."""

    inner: Node
    outer: Node


@dataclass(frozen=True, slots=True)
class Timed:
    """A day with a clock time or a part of day; base None is the day spoken of."""

    base: Node | None
    clock: Clock | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one end to the other, both included."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Open:
    """Open on one side: since, after, before, until."""

    side: Literal["since", "starting", "after", "before", "until"]
    base: Node


@dataclass(frozen=True, slots=True)
class During:
    """Within a length from now («خلال ثلاثة أيام»)."""

    length: Length


@dataclass(frozen=True, slots=True)
class Every:
    """A set: each weekday, month day, or length, perhaps at a clock time or part of day."""

    what: Length | Date | Nth
    clock: Clock | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The present, the past or the future, and nothing more exact."""

    kind: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class About:
    """The base, roughly."""

    base: Node


@dataclass(frozen=True, slots=True)
class Weekend:
    """The days of rest of a week, `offset` weeks on."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class Workdays:
    """So many working days away from the base."""

    sign: int
    count: int
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The n-th weekday strictly after (sign 1) or before (-1) the base."""

    weekday: int
    base: Node
    sign: int
    n: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A day whose weekday is told beside it, and may be wrong."""

    base: Node
    weekday: int


@dataclass(frozen=True, slots=True)
class Record:
    """A day told in two calendars; other: the same day as the text has it in the other one."""

    base: Date
    other: Date


@dataclass(frozen=True, slots=True)
class OfYear:
    """The day and month of publication, of another year."""

    year: Year


@dataclass(frozen=True, slots=True)
class Either:
    """The first, unless its weekday is not that of its day; then the second."""

    first: Node
    second: Node


@dataclass(frozen=True, slots=True)
class Week:
    """A numbered week of a year."""

    number: int
    year: Year | Period | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the text spoke of last, so many days on. day: a day is meant, nothing longer."""

    offset: int = 0
    day: bool = False


Cut = tuple[int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two expressions told as one («يومي السبت والأحد الماضيين»); cut: where each starts and ends."""

    first: Node
    second: Node
    cut: Cut


Node = (
    Date
    | Period
    | Year
    | Length
    | Season
    | Feast
    | Decade
    | Century
    | Shift
    | Nth
    | Part
    | Within
    | Timed
    | Range
    | Open
    | During
    | Every
    | Reference
    | About
    | Weekend
    | Workdays
    | Week
    | Spoken
    | Beside
    | Either
    | Told
    | Record
    | OfYear
    | Pair
)
