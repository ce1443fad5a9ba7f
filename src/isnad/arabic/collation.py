"""Arabic alphabetical order: «ال» ignored, hamza and its seats as their letters, letters of other scripts after."""

from __future__ import annotations

import re

from isnad.arabic.letters import fold

# The order of the alphabet; a letter that Arabic borrowed stands after the one it came from.
_ALPHABET = (
    "\u0627\u0628\u067e\u062a\u062b\u062c\u0686\u062d\u062e\u062f\u0630\u0631\u0632\u0698\u0633\u0634\u0635\u0636"
)
_ALPHABET += "\u0637\u0638\u0639\u063a\u0641\u06a4\u0642\u0643\u06af\u0644\u0645\u0646\u0647\u0648\u064a"
_SEATS = str.maketrans({"\u0624": "\u0648", "\u0626": "\u064a", "\u0621": "\u0627"})
_RANK = {letter: f"{rank:02}" for rank, letter in enumerate(_ALPHABET, 10)}
_NOT_SORTED = re.compile(r"[^\w\s]|_")
_ARTICLE = re.compile(r"\b\u0627\u0644(?=\w{2})")


def sort_key(name: str) -> str:
    """A key whose plain order is the alphabetical order of names."""
    return "".join(_weight(char) for char in _letters(name))


def index_letter(name: str) -> str:
    """The letter under which an index lists the name; a Latin one as a capital, «#» for anything else."""
    first = _letters(name)[:1]
    return first.upper() if first.isalpha() else "#"


def _letters(name: str) -> str:
    plain = _NOT_SORTED.sub("", fold(name).text.translate(_SEATS)).casefold()
    return " ".join(_ARTICLE.sub("", plain).split())


def _weight(char: str) -> str:
    if char == " ":
        return "00"
    if char.isdigit():
        return f"01{char}"
    return _RANK.get(char, f"90{char}")
