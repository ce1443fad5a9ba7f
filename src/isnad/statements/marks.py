"""Quotation marks: which opens, which closes, what lies in what. It doesn't tell speech from names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_OPENERS = {"«": "»", "‹": "›"}
_CLOSERS = {"»": "«", "›": "‹"}
_TOGGLES = {"“": '"', "”": '"', '"': '"', "„": '"', "‟": '"'}
_PARAGRAPHS = 4  # over which a quotation may run on without a mark
_ALL = _OPENERS.keys() | _CLOSERS.keys() | _TOGGLES.keys()


_OPENING = r"(?<!\w)(?:''|['\u2018])(?=\w)"
_CLOSING = r"(?<=[\w.!?؟…])(?:''|['\u2019])(?!\w)"
_SINGLE = re.compile(f"({_OPENING})|({_CLOSING})")


class Pair(NamedTuple):
    """A pair of marks by word index. close: the word just past what is quoted; closed: whether a mark stands there."""

    open: int
    close: int
    depth: int
    closed: bool = True


def single_marks(text: str) -> frozenset[int]:
    """The offsets of apostrophes that some papers write for quotation marks: «وقال ان 'المجرمين هم قادتهم'».

    Only in paragraphs where they open and close in turn; «''» is one mark.
    """
    if "'" not in text and "\u2018" not in text:
        return frozenset()
    found: set[int] = set()
    start = 0
    for line in text.splitlines(keepends=True):
        marks = list(_SINGLE.finditer(line))
        in_turn = all(bool(mark[1]) != bool(number % 2) for number, mark in enumerate(marks))
        if in_turn and len(marks) % 2 == 0:
            found.update(start + mark.start() for mark in marks)
        start += len(line)
    return frozenset(found)


def pairs(keys: Sequence[str], blocks: Sequence[tuple[int, int]]) -> tuple[Pair, ...]:
    """The pairs of quotation marks in a text of several paragraphs, in the order of their opening marks.

    A quotation that is left open runs on where the next paragraph opens with a mark again, or where one of the next
    closes it; else it ends with its paragraph. Takes time linear in the number of words, whatever the marks.
    """
    found: list[Pair] = []
    stack: list[tuple[int, str]] = []
    for number, (start, end) in enumerate(blocks):
        _pair_block(keys, start, end, stack, found)
        if stack and not _runs_on(keys, blocks, number):
            found += [Pair(open_at, end, 0, closed=False) for open_at, _ in stack[:1]]
            stack.clear()
        del stack[1:]
    return tuple(sorted(found))


def _pair_block(keys: Sequence[str], start: int, end: int, stack: list[tuple[int, str]], found: list[Pair]) -> None:
    again = bool(stack)
    for at in range(start, end):
        mark = keys[at]
        if mark not in _ALL or (again and at == start):
            continue
        if mark in _OPENERS:
            stack.append((at, mark))
        elif mark in _CLOSERS:
            _close(at, _CLOSERS[mark], stack, found)
        elif any(family == '"' for _, family in stack[-2:]):
            _close(at, '"', stack, found)
        else:
            stack.append((at, '"'))


def _close(at: int, family: str, stack: list[tuple[int, str]], found: list[Pair]) -> None:
    """Close the innermost open mark of the family; what was opened inside it and never closed is forgotten."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if stack[depth][1] == family:
            found.append(Pair(stack[depth][0], at, depth))
            del stack[depth:]
            return


def _runs_on(keys: Sequence[str], blocks: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the next paragraph opens with a mark again, or the next mark of the next few paragraphs closes."""
    if number + 1 >= len(blocks):
        return False
    start, end = blocks[number + 1]
    if start < end and keys[start] in _ALL:
        return True
    for start, end in blocks[number + 1 : number + 1 + _PARAGRAPHS]:
        mark = next((keys[at] for at in range(start, end) if keys[at] in _ALL), None)
        if mark is not None:
            return mark in _CLOSERS
    return False
