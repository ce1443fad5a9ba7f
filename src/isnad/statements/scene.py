"""A text made ready for reading statements: its words, its sentences and names, what stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from isnad.annotation import Mention
from isnad.arabic.letters import fold_word
from isnad.arabic.spans import Span
from isnad.arabic.words import Word, words
from isnad.statements.marks import Pair, pairs, single_marks
from isnad.statements.misread_names import repaired

_ARTICLE, _OPENS_NAME = "\u0627\u0644", frozenset(("عبد", "ابو", "ابن", "بنت", "ولد", "سيدي", "مولاي", "صباح", "مساء"))
_SHORT = 2  # letters of what is no surname


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything by word index.

    sentences: half-open word ranges. sentence_of: for each word the index of its sentence, -1 outside.
    mention_at: for a word the name that begins in it. within: for each word the index of the outermost pair of
    quotation marks around it, -1 outside. named: for each word whether it belongs to a name. surnames: by last word the
    people who are named by more than one, each with the first place; also by a first word that is nobody else's.
    """

    text: str
    words: Sequence[Word]
    keys: Sequence[str]
    starts: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    sentence_of: Sequence[int]
    mentions: Sequence[Mention]
    mention_at: dict[int, Mention]
    mention_end: dict[int, int]
    pairs: Sequence[Pair]
    within: Sequence[int]
    named: Sequence[int]
    surnames: dict[str, Mention]

    def is_silent(self, number: int) -> bool:
        """Whether no word of a sentence stands in quotation marks, so that nobody may still be speaking in it."""
        first, last = self.sentences[number]
        return all(self.within[at] < 0 for at in range(first, last))

    def is_name(self, word: int) -> bool:
        """Whether the word belongs to a name."""
        return bool(self.named[word])

    def word_at(self, position: int) -> int:
        """The index of the word that holds the character at `position`, or the last one before it."""
        return bisect_right(self.starts, position) - 1

    def word_from(self, position: int) -> int:
        """The index of the first word that begins at `position` or later."""
        return bisect_left(self.starts, position)

    def span(self, first: int, last: int) -> Span:
        """The exact text's offsets of the words first..last (last included)."""
        return Span(self.words[first].start, self.words[last].end)

    def sentence_end(self, word: int) -> int:
        """The index just past the last word of the sentence that `word` is in."""
        at = self.sentence_of[word]
        return self.sentences[at][1] if at >= 0 else word + 1

    def sentence_start(self, word: int) -> int:
        """The index of the first word of the sentence that `word` is in."""
        at = self.sentence_of[word]
        return self.sentences[at][0] if at >= 0 else word


def scene(text: str, sentences: Sequence[Span], mentions: Sequence[Mention], paragraphs: Sequence[Span] = ()) -> Scene:
    """The scene of a text; costs one pass over it, and tokens are kept for the next layer of the same text."""
    mentions = repaired(mentions)
    found, keys, starts = tokens(text)
    ranges = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in sentences]
    sentence_of = [-1] * len(found)
    for number, (first, last) in enumerate(ranges):
        sentence_of[first:last] = [number] * (last - first)
    blocks = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in paragraphs or sentences]
    marked = pairs(keys, blocks)
    at, ends = _places(mentions, starts)
    within, named = _within(marked, keys), _named(ends, len(keys))
    return Scene(
        text, found, keys, starts, ranges, sentence_of, mentions, at, ends, marked, within, named, _surnames(mentions)
    )


@lru_cache(maxsize=2)
def tokens(text: str) -> tuple[list[Word], list[str], list[int]]:
    """The words of a text, their folded forms and their offsets. Kept, since three layers read the same text."""
    found, single = words(text), single_marks(text)
    keys = ['"' if word.start in single else word.text for word in found] if single else [word.text for word in found]
    return found, keys, [word.start for word in found]


def _places(mentions: Sequence[Mention], starts: Sequence[int]) -> tuple[dict[int, Mention], dict[int, int]]:
    """By first word: the longest name that begins in it, and the word just past that name."""
    at: dict[int, Mention] = {}
    ends: dict[int, int] = {}
    for mention in mentions:
        word = bisect_right(starts, mention.start) - 1
        if word not in at or at[word].end < mention.end:
            at[word] = mention
            ends[word] = bisect_left(starts, mention.end)
    return at, ends


def _surnames(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """«وصف عون الحكومة بأنها …»: a common noun that is the last word of somebody's name is him where he may speak."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        parts = mention.text.split()
        if mention.type == "person" and len(parts) > 1 and len(parts[-1]) > _SHORT:
            found.setdefault(fold_word(parts[-1]), mention)
    return _given(mentions) | found


def _given(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """«رزان بني هاني … وقالت رزان»: by first word those people with whom no other shares it."""
    found: dict[str, Mention] = {}
    names: dict[str, set[str]] = {}
    for mention in mentions:
        first, *rest = mention.text.split()
        if mention.type == "person" and rest and len(first) > _SHORT and not first.startswith(_ARTICLE):
            names.setdefault(fold_word(first), set()).add(rest[-1])
            found.setdefault(fold_word(first), mention)
    return {first: mention for first, mention in found.items() if len(names[first]) == 1 and first not in _OPENS_NAME}


def _named(ends: dict[int, int], size: int) -> bytearray:
    named = bytearray(size)
    for at, end in ends.items():
        named[at:end] = b"\1" * (end - at)
    return named


def _within(marked: Sequence[Pair], keys: Sequence[str]) -> list[int]:
    within = [-1] * len(keys)
    for number, pair in enumerate(marked):
        if pair.depth == 0 and (pair.closed or keys[pair.open - 1] == ":"):
            within[pair.open + 1 : pair.close] = [number] * max(0, pair.close - pair.open - 1)
    return within
