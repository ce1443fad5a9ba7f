"""Folding: spellings that a reader takes for the same letter become one, with a map back to the exact text.

Not for display: what a page shows is always the text as received.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

DIACRITICS = "".join(map(chr, [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE)]))
TATWEEL = "\N{ARABIC TATWEEL}"
_CONTROL_RANGES = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x206A))
CONTROLS = "\u00ad\u061c\ufeff" + "".join(chr(code) for codes in _CONTROL_RANGES for code in codes)

ALEF_FORMS = "\u0623\u0625\u0622\u0671"  # alef with hamza above, below, madda, wasla
_DROPPED = DIACRITICS.translate({0x06DD: None, 0x06DE: None, 0x06E9: None}) + TATWEEL + CONTROLS
_DIGITS = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}
_SAME_LENGTH = {
    **{ord(letter): "\u0627" for letter in ALEF_FORMS},
    0x0649: "\u064a",  # alef maqsura as yaa
    0x06CC: "\u064a",  # Farsi yaa
    0x0629: "\u0647",  # taa marbuta as haa
    0x06A9: "\u0643",  # keheh as kaf
    0x00A0: " ",
    0x202F: " ",
    **_DIGITS,
}
_FOLD: dict[int, str | None] = str.maketrans(_SAME_LENGTH) | dict.fromkeys(map(ord, _DROPPED))
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    text: the folded form.
    cuts, shifts: parallel; from folded position cuts[i] on, the original is shifts[i] code points further.
    """

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, position: int) -> int:
        """Code-point offset in the exact text of the character at `position` in the folded one."""
        if not self.cuts:
            return position
        at = bisect_right(self.cuts, position) - 1
        return position if at < 0 else position + self.shifts[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The exact text's offsets of the non-empty folded slice start:end (end exclusive)."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """Fold alef and yaa forms, taa marbuta, digits of three scripts; drop diacritics, tatweel, invisible controls."""
    if _PRESENTATION.search(text):
        return _fold_presentation_forms(text)
    folded = text.translate(_FOLD)
    if len(folded) == len(text):
        return Folded(folded)
    cuts, shifts, dropped = [], [], 0
    for match in _DROPPED_RUN.finditer(text):
        cuts.append(match.start() - dropped)
        dropped += match.end() - match.start()
        shifts.append(dropped)
    return Folded(folded, tuple(cuts), tuple(shifts))


def fold_word(word: str) -> str:
    """The folded form alone, for keys of lexicons."""
    return fold(word).text


def fold_words(words: Sequence[str]) -> list[str]:
    """`fold_word` of each, all at one go; none may hold a line break.

    Letter by letter over the whole, which for tens of thousands of words is several times as quick as a table.
    """
    text = "\n".join(words)
    if _PRESENTATION.search(text):
        text = _fold_presentation_forms(text).text
    for char in set(text):
        if ord(char) in _FOLD:
            text = text.replace(char, _FOLD[ord(char)] or "")
    return text.split("\n") if words else []


def is_arabic(char: str) -> bool:
    """Whether `char` is a letter of the Arabic script."""
    return "\u0620" <= char <= "\u06d3" and unicodedata.category(char).startswith("L")


def _fold_presentation_forms(text: str) -> Folded:
    """The slow road: ligatures such as lam-alef unfold to several letters, each from the same place."""
    out: list[str] = []
    cuts, shifts, length, done = [], [], 0, 0
    for match in _UNEVEN.finditer(text):
        plain = text[done : match.start()].translate(_FOLD)
        piece = unicodedata.normalize("NFKC", match.group()).translate(_FOLD)
        length += len(plain)
        for offset in range(len(piece) + 1):
            cuts.append(length + offset)
            shifts.append((match.start() if offset < len(piece) else match.end()) - length - offset)
        out += (plain, piece)
        length, done = length + len(piece), match.end()
    return Folded("".join((*out, text[done:].translate(_FOLD))), tuple(cuts), tuple(shifts))


_DROPPED_RUN = re.compile(f"[{re.escape(_DROPPED)}]+")
_UNEVEN = re.compile(f"{_PRESENTATION.pattern}|[{re.escape(_DROPPED)}]+")
