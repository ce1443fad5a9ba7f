"""Lists of places as short strings: numbers in base 32, low digits first, of the second half where more follow.

A place is two numbers: the document, as the distance from the one before, and twice the position of the word in it,
plus one where it is strong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

# No quote, backslash, comma, semicolon: it stands in JSON, and between commas.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Posting(NamedTuple):
    """A word of a document. position: its number there. strong: whether it counts for more."""

    document: int
    position: int
    strong: bool = False


def encoded(postings: Iterable[Posting]) -> str:
    """The places in their order as one string."""
    out, before = [], 0
    for document, position, strong in sorted(set(postings)):
        out.append(number(document - before) + number(2 * position + strong))
        before = document
    return "".join(out)


def number(value: int) -> str:
    """A number from 0 up."""
    out = ""
    while value >= 32:
        out += DIGITS[32 + value % 32]
        value //= 32
    return out + DIGITS[value]
