"""What an editor probably meant: the words of a text that are most like a quote which does not stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from isnad.arabic.letters import fold_word
from isnad.arabic.spans import Span
from isnad.arabic.words import Word, words

# A message must come at once, also for a book in one line.
_MOST_WORDS = 20_000
_MOST_CHARACTERS = 120
_LEAST_LIKENESS = 0.65


def nearest(text: str, quote: str) -> Span | None:
    """The stretch of words most like `quote`, letters folded; None when nothing is like it."""
    shown = quote[:_MOST_CHARACTERS]
    if not words(shown):
        return None
    wanted = fold_word(" ".join(word.text for word in words(shown)))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, found = _LEAST_LIKENESS, None
    for span, candidate in _windows(words(text)[:_MOST_WORDS], len(words(shown))):
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), span
    return found


def _windows(tokens: list[Word], length: int) -> Iterator[tuple[Span, str]]:
    """Stretches of as many words as the quote has, one fewer and one more."""
    for size in (size for size in (length, length - 1, length + 1) if size > 0):
        for first in range(len(tokens) - size + 1):
            window = tokens[first : first + size]
            yield Span(window[0].start, window[-1].end), " ".join(word.text for word in window)
