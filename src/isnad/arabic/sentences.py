"""Paragraphs and sentences of a text. A full stop inside guillemets or after an abbreviation ends nothing."""

from __future__ import annotations

import re

from isnad.arabic.spans import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_MARK = re.compile(r"[«“»”\"]|[.!?؟…]+")
_CLOSERS = "»”\"')]"
# Single letters before a stop are titles or initials: «د. أحمد», «ا. ب.», «B.»; Latin ones shorten names.
_ABBREVIATION = re.compile(r"(?:^|[\s(«])(?:[^\W\d_]|[^\W\d_]\.[^\W\d_]|Mr|Dr|St|vs|No)$")


def paragraphs(text: str) -> list[Span]:
    """The non-blank lines of `text`, without the white space around them."""
    return [span for m in _LINE.finditer(text) if (span := _trim(text, m.start(), m.end()))]


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, paragraph by paragraph; each ends with its closing marks."""
    return [sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph)]


def _sentences_of(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    balanced = _balanced(text[paragraph.start : paragraph.end])
    depth = 0
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if mark.group() in '«“»”"':
            depth = _depth_after(mark.group(), depth) if balanced else 0
            continue
        end = _past_closers(text, mark.end(), paragraph.end) if depth == 0 else mark.end()
        if depth == 0 and _ends_sentence(text, mark, end, paragraph.end):
            found.append(_trim(text, start, end))
            start = end
    found.append(_trim(text, start, paragraph.end))
    return [span for span in found if span]


def _balanced(paragraph: str) -> bool:
    return paragraph.count("«") == paragraph.count("»") and paragraph.count("“") == paragraph.count("”")


def _depth_after(mark: str, depth: int) -> int:
    if mark in "«“":
        return depth + 1
    return max(depth - 1, 0) if mark in "»”" else depth


def _past_closers(text: str, position: int, limit: int) -> int:
    while position < limit and text[position] in _CLOSERS:
        position += 1
    return position


def _ends_sentence(text: str, mark: re.Match[str], end: int, limit: int) -> bool:
    if end < limit and not text[end].isspace():
        return False
    return mark.group() != "." or not _ABBREVIATION.search(text, max(0, mark.start() - 6), mark.start())


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
