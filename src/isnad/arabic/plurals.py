"""Counted nouns: one, two, three to ten, eleven to ninety-nine, hundreds; each takes another form in Arabic."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """A noun with its counted forms.

    one: «مقال واحد». two: «مقالان». few: with 3 to 10, «مقالات». many: with 11 to 99, «مقالا». hundred: «مقال».
    none: what stands for zero, «لا مقالات».
    """

    one: str
    two: str
    few: str
    many: str
    hundred: str
    none: str


def counted(number: int, noun: Noun) -> str:
    """The number with the noun in the form that it asks for: 3 → «3 مقالات», 11 → «11 مقالا», 100 → «100 مقال»."""
    if number in (0, 1, 2):
        return (noun.none, noun.one, noun.two)[number]
    return f"{number:,} {agreeing(number, noun)}"


def agreeing(number: int, noun: Noun) -> str:
    """The noun alone as it stands beside the number in figures: 1 → «مقال», 2 → «مقالان», 11 → «مقالا»."""
    if number == 2:
        return noun.two
    rest = number % 100
    return noun.few if number == 0 or 3 <= rest <= 10 else noun.many if rest >= 11 else noun.hundred
