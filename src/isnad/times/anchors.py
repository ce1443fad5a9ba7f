"""The event that an expression counts from: «بعد شهرين من تعرض قواته لهجوم»."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.arabic.letters import fold_word
from isnad.arabic.spans import Span
from isnad.arabic.words import Word
from isnad.times import algebra as a

_LINKS = frozenset(fold_word(word) for word in ("\u0645\u0646", "\u0639\u0644\u0649", "\u0639\u0646"))
_ENDS = frozenset(".,\u060c\u061b:\u061f!?()[]\u00ab\u00bb\"-\u2013")
LONGEST = 8  # words of an event


def anchor_after(text: str, tokens: Sequence[Word], node: a.Node, at: int) -> Span | None:
    """The words of the event after the expression that ends before token `at`; None where it counts from now."""
    if not isinstance(node, a.Shift) or node.base is not None or at + 1 >= len(tokens):
        return None
    if tokens[at].text not in _LINKS or tokens[at + 1].text in _ENDS or tokens[at + 1].text.isdecimal():
        return None
    last = at + 1
    while last + 1 < len(tokens) and last - at < LONGEST and _goes_on(text, tokens[last], tokens[last + 1]):
        last += 1
    return Span(tokens[at + 1].start, tokens[last].end)


def _goes_on(text: str, word: Word, following: Word) -> bool:
    return following.text not in _ENDS and "\n" not in text[word.end : following.start]
