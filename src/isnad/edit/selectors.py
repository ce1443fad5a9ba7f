"""Selectors: places in a text told by what stands there (W3C TextQuoteSelector), as people copy and shorten it.

White space counts as any white space, and « … » in a quote stands for what lies between, within one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.arabic.letters import DIACRITICS, is_arabic
from isnad.arabic.spans import Span
from isnad.arabic.words import CONJUNCTIONS, PREPOSITIONS
from isnad.article import Selector

_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")
_GAP = 5000  # characters that an ellipsis may stand for
_LONGEST_SUFFIX = 200
_FIRST_CONTEXT = 8  # characters on either side that a made selector begins with
_LONGEST_WORD = 20  # characters by which context may grow so that it does not cut a word
_CLITICS = (*CONJUNCTIONS, *PREPOSITIONS)


def places(text: str, selector: Selector) -> list[Span]:
    """Where `selector` fits, in order. Of several places those win where the quote stands as a word of its own."""
    for found in (_exact(text, selector), _loose(text, selector)):
        if found:
            return [span for span in found if stands_alone(text, span)] or found
    return []


def selector_for(text: str, span: Span) -> Selector:
    """The selector of the non-empty `span`, with as little context as makes it the only one that fits."""
    exact = text[span.start : span.end]
    context = 0
    while True:
        start, end = _word_start(text, span.start - context), _word_end(text, span.end + context)
        selector = Selector(exact, text[start : span.start], text[span.end : end]) if context else Selector(exact)
        if places(text, selector) == [span] or context > len(text):
            return selector
        context = max(_FIRST_CONTEXT, context * 2)


def _word_start(text: str, offset: int) -> int:
    """Where the word at `offset` begins, if that is near."""
    near = max(0, offset - _LONGEST_WORD)
    return max(text.rfind(" ", near, max(offset, 0)) + 1, near)


def _word_end(text: str, offset: int) -> int:
    """Where the word at `offset` ends, if that is near."""
    near = min(len(text), offset + _LONGEST_WORD)
    end = text.find(" ", offset, near)
    return near if end < 0 else end


def stands_alone(text: str, span: Span) -> bool:
    """Whether no letter is glued to the span but conjunctions and prepositions before it («والبيشمركة»)."""
    if span.end < len(text) and _is_letter(text[span.end]) and _is_letter(text[span.end - 1]):
        return False
    start = span.start
    while _is_letter(text[start]) and start > 0 and _is_letter(text[start - 1]):
        start -= 1
        if text[start] not in _CLITICS or span.start - start > 2:
            return False
    return True


def parts(quote: str) -> list[str]:
    """The pieces of a quote that has been shortened with an ellipsis; the quote itself where it has not."""
    return [part for part in _ELLIPSIS.split(quote.strip()) if part]


def _is_letter(char: str) -> bool:
    return is_arabic(char) or char.isalnum() or char in DIACRITICS


def _exact(text: str, selector: Selector) -> list[Span]:
    needle = selector.prefix + selector.exact + selector.suffix
    return [
        Span(at + len(selector.prefix), at + len(selector.prefix) + len(selector.exact)) for at in _each(text, needle)
    ]


def _each(text: str, needle: str) -> Iterator[int]:
    """Every place of `needle`, overlapping ones too."""
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _loose(text: str, selector: Selector) -> list[Span]:
    """By words alone, the first piece of a shortened quote after the prefix, the last one before the suffix."""
    pieces = [f"({_spaced(piece)})" for piece in parts(selector.exact)]
    if not pieces:
        return []
    if selector.prefix.strip():
        pieces[0] = _spaced(selector.prefix) + r"\s*" + pieces[0]
    if selector.suffix.strip():
        pieces[-1] += r"\s*" + _spaced(selector.suffix)
    first, rest = re.compile(f"(?={pieces[0]})"), [re.compile(piece) for piece in pieces[1:]]
    found: dict[int, Span] = {}
    for match in first.finditer(text):
        end = _end_of(text, match.end(1), rest)
        if end is not None:
            # Of several beginnings before one end the last is meant: the shortest quote.
            found[end] = Span(match.start(1), end)
    return sorted(found.values())


def _end_of(text: str, at: int, pieces: list[re.Pattern[str]]) -> int | None:
    """Where the last of the pieces ends that follow one another after `at`, in the same paragraph and not too far."""
    for piece in pieces:
        line_end = text.find("\n", at, at + _GAP)
        match = piece.search(text, at, at + _GAP if line_end < 0 else line_end + _LONGEST_SUFFIX)
        if match is None or 0 <= line_end < match.start(1):
            return None
        at = match.end(1)
    return at


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())
