"""Words of time inside the title of a work, which tell no time: «مسرحية «بالنسبة لبكرا شو»»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from isnad.arabic.letters import fold_word
from isnad.arabic.words import Word
from isnad.times.lexicon import load_toml

LONGEST = 8  # words of a title
REACH = 6  # words from the noun of a work to its title: «مسرحية الأخوين رحباني «…»»
_OPEN, _SHUT, _EITHER = "«“", "»”", '"'
_FEMININE, _TAA = "\u0647", "\u062a"  # «رواية» folded, «روايته»
_STOPS = frozenset(".:؛؟!،")
_THAT = frozenset(map(fold_word, ("إن", "أن", "بأن", "وأن", "فإن", "قال", "قالت", "وقال", "وقالت")))
_BEFORE = re.compile(r"^[وف]?[بلك]?(?:ال|لل)?")
_OWNER = re.compile(r"(?:ه|ها|هما|هم|ي|نا)$")


def in_title(text: str, tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words first..last (last excluded) stand in marks behind the noun of a work."""
    opened = next((at for at in range(first - 1, max(first - LONGEST, 0), -1) if _is_mark(tokens[at])), 0)
    if not opened or not _opens(text, tokens[opened]):
        return False
    shut = next((at for at in range(last, min(opened + LONGEST + 2, len(tokens))) if _is_mark(tokens[at])), 0)
    if not shut or _opens(text, tokens[shut]):
        return False
    for at in range(opened - 1, max(opened - 1 - REACH, -1), -1):
        if tokens[at].text in _STOPS | _THAT or _is_mark(tokens[at]):
            return False  # «قالت مديرة المعرض إن «الدورة تبدأ الخميس»» is speech
        if _names_work(tokens[at].text):
            return True
    return False


def _is_mark(word: Word) -> bool:
    return word.text in _OPEN or word.text in _SHUT or word.text == _EITHER


def _opens(text: str, mark: Word) -> bool:
    """Whether a mark opens; a straight one does where it leans on the word behind it."""
    if mark.text != _EITHER:
        return mark.text in _OPEN
    return not text[mark.end : mark.end + 1].isspace() and not text[mark.start - 1 : mark.start].isalnum()


@lru_cache(maxsize=4096)
def _names_work(word: str) -> bool:
    """«فيلم», «روايته», «والمسرحية»."""
    bare = _BEFORE.sub("", word)
    owned = _OWNER.sub("", bare)
    forms = {word, bare, owned, owned[:-1] + _FEMININE if owned.endswith(_TAA) else owned}
    return not forms.isdisjoint(_works())


@lru_cache(maxsize=1)
def _works() -> frozenset[str]:
    return frozenset(map(fold_word, load_toml("lexicon", "works")["work"]))
