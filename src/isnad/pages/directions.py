"""Stretches of an Arabic text that read from the left and would be torn: browsers isolate them where they are told.

After an Arabic letter the parts of «2021-05-03» are put in order from the right, as 03-05-2021, and the signs of «C++»
go to its other side. Plain words and numbers need no help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.arabic.spans import Span

_ADDRESS = r"(?:https?://|www\.)[^\s«»<>\"“”،؛]*[\w/#=&%]"
_MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_POINT = r"[-−]?\d+(?:[.,]\d+)?\s?°(?:\s?\d+(?:[.,]\d+)?[′'’](?:\s?\d+(?:[.,]\d+)?[″\"”])?)?\s?[NSEWnsew]?\b"
_COORDINATES = rf"{_POINT}(?:[,;]?\s{_POINT})?"
_PHONE = r"\+\d[\d ()-]*\d"
_JOINED = r"\d+(?:[ ]?\d+)*(?:[-–]\d+(?:[.:]\d+)?)+(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_SIGNED = r"[.@#][A-Za-z][\w.+-]*\w|[A-Za-z][\w.]*(?:\+\+|[#+])"
_FROM_LEFT = re.compile("|".join((_ADDRESS, _MAIL, _COORDINATES, _PHONE, _JOINED, _SIGNED)))


def from_left(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of `text[start:end]` that must be kept in their own order."""
    for found in _FROM_LEFT.finditer(text, start, end):
        before = text[found.start() - 1 : found.start()] if found.start() > start else ""
        if not before.isalnum() or found.group()[0] in "+@#.":
            yield Span(*found.span())
