"""Exact text with marks as HTML: well-formed however the marks cross, and the text again when the tags are taken off.

The text never passes through Markdown: it becomes raw HTML on one line, with every character that Markdown or HTML
would change written as a character reference.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from isnad.arabic.spans import Span
from isnad.pages.directions import from_left

# Line ends and tabs would be normalised by Markdown, the other controls dropped or kept by luck.
_REFERENCES = {code: f"&#{code};" for code in [*range(0x20), 0x7F]}
_ESCAPES = str.maketrans(
    _REFERENCES | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
)


_LEFT = ' dir="ltr"'
_WHOLE = 24  # characters of a date or a telephone number at most, which no line should break
_INNERMOST = 99


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text inside an element.

    rank: which of two marks over the same characters is outside (the lower). tag: the element's name.
    attributes: escaped, with a leading space, on the first piece; again: those of later pieces, where another mark
    cuts this one in two (ids must not repeat). tail: an element without text, right before the end.
    """

    start: int
    end: int
    rank: int
    tag: str
    attributes: str = ""
    again: str = ""
    tail: str = ""


def escape(text: str) -> str:
    """The text as raw HTML that Markdown leaves alone; reading it as HTML gives the text back exactly."""
    return text.translate(_ESCAPES)


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` with all `marks` that lie in it. Marks that cross are cut, the inner one in two.

    What reads from the left in it keeps its order by an element of its own.
    """
    inside = [m for m in marks if start <= m.start < m.end <= end]
    inside = sorted((*inside, *_isolates(text, start, end, inside)), key=lambda m: m.start)
    edges = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    waiting = deque(inside)
    stack: list[Mark] = []
    begun: set[int] = set()
    out: list[str] = []
    for at, following in pairwise(edges):
        wanted = [mark for mark in stack if mark.end > at]
        while waiting and waiting[0].start == at:
            wanted.append(waiting.popleft())
        wanted.sort(key=lambda m: (m.rank, m.start, -m.end))
        _change(stack, wanted, at, begun, out)
        out.append(escape(text[at:following]))
    _change(stack, [], end, begun, out)
    return "".join(out)


def _isolates(text: str, start: int, end: int, marks: list[Mark]) -> list[Mark]:
    """An element around each stretch that reads from the left: outside the marks in it, inside those around it."""
    return [
        Mark(*span, min((m.rank for m in marks if _within(m, span)), default=_INNERMOST), "bdi", look, look)
        for span in from_left(text, start, end)
        for look in (_LEFT + (' class="isnad-whole"' if span.end - span.start <= _WHOLE else ""),)
    ]


def _within(mark: Mark, span: Span) -> bool:
    return span.start <= mark.start and mark.end <= span.end and (mark.start, mark.end) != span


def _change(stack: list[Mark], wanted: list[Mark], at: int, begun: set[int], out: list[str]) -> None:
    """Close and open elements so that `wanted` are open, from the outside in; what both share stays as it is."""
    same = 0
    while same < min(len(stack), len(wanted)) and stack[same] is wanted[same]:
        same += 1
    while len(stack) > same:
        mark = stack.pop()
        out.append(f"{mark.tail if mark.end == at else ''}</{mark.tag}>")
    for mark in wanted[same:]:
        out.append(f"<{mark.tag}{mark.again if id(mark) in begun else mark.attributes}>")
        begun.add(id(mark))
        stack.append(mark)
