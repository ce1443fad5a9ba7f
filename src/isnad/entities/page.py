"""A text as the recognisers see it: its words, their folded forms, and where names may not reach across."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from isnad.annotation import MentionType, Source
from isnad.arabic.letters import fold
from isnad.arabic.spans import Span
from isnad.arabic.words import Word, words

_KEPT = 100_000  # words whose readings are kept
OPENING, CLOSING = frozenset('«“"'), frozenset('»”"')
_CONJUNCTIONS, _PREPOSITIONS = frozenset("\u0648\u0641"), frozenset("\u0628\u0644\u0643")
_ALI, _ON = "\u0639\u0644\u064a", "\u0639\u0644\u0649"
_WRONG_TO = " \u0625\u0644\u064a "  # «to» as those write it who end all such words in yaa
_SHORT = frozenset({"\u0627\u0645", "\u0648\u062f"})  # first words of names, of two letters: «أم», «ود»
_FUSED, _ARTICLE = "\u0644\u0644", "\u0627\u0644"


class Candidate(NamedTuple):
    """A possible name: its words (indices, end exclusive), and the exact text without clitics.

    head: the noun that introduced it («تنظيم»), folded, "" where none did. entity: what it names, when already told.
    """

    first: int
    last: int
    span: Span
    type: MentionType
    source: Source
    confidence: float
    rule: str
    head: str = ""
    entity: str | None = None


class Form(NamedTuple):
    """A reading of a word without its clitics: the folded rest, and how many folded letters were cut."""

    text: str
    cut: int


@dataclass(frozen=True)
class Page:
    """A text with its words."""

    text: str
    tokens: list[Word]

    @cached_property
    def plain(self) -> list[str]:
        """The folded words."""
        return [word.text for word in self.tokens]

    def names_ali(self, at: int) -> bool:
        """Whether the word is the name «علي» and not «على»: known where the text tells the two letters apart."""
        word = self.tokens[at]
        return self._tells_yaa and self.text[word.start : word.end].endswith(_ALI)

    @cached_property
    def _tells_yaa(self) -> bool:
        return _ON in self.text and _WRONG_TO not in self.text

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """The exact text of the words first to last (exclusive), less the first `cut` folded letters."""
        word = self.tokens[first]
        skipped = fold(self.text[word.start : word.end]).origin(cut) if cut else 0
        return Span(word.start + skipped, self.tokens[last - 1].end)


def page_of(text: str) -> Page:
    """The words of `text`."""
    return Page(text, words(text))


@lru_cache(_KEPT)
def forms(word: str) -> tuple[Form, ...]:
    """How a word may be read as clitics and a name, the bare reading first.

    «لل» reads as «ال» and is not cut («للجيش», «للجنة»), or as «ل» before a name that begins with it («للبنان»).
    """
    found = [Form(word, 0)]
    starts = [0, 1] if word[:1] in _CONJUNCTIONS and (len(word) > 3 or word[1:] in _SHORT) else [0]
    for start in starts:
        rest = word[start:]
        if start:
            found.append(Form(rest, start))
        if rest.startswith(_FUSED):
            found += (Form(_ARTICLE + rest[2:], start), Form(_ARTICLE + rest[1:], start), Form(rest[1:], start + 1))
        elif rest[:1] in _PREPOSITIONS and len(rest) > 3:
            found.append(Form(rest[1:], start + 1))
    return tuple(found)
