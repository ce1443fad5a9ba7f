"""Whether a word is spelt as the word of an event that it looks like when folded: hamzas and taa marbuta tell.

«بدا» (seemed) is not «بدأ» (began), «الحق» not «ألحق», «أحياء» (quarters) not «إحياء», «أسرة» not «أسره».
"""

from __future__ import annotations

from isnad.arabic.letters import CONTROLS, DIACRITICS, TATWEEL
from isnad.statements.happenings import NounForm, VerbForm, past_of

_ALEF, _ABOVE, _BELOW, _MARBUTA = "\u0627", "\u0623", "\u0625", "\u0629"
_ARTICLE = "\u0627\u0644"
_SHADDA, _DAMMA = "\u0651", "\u064f"
_CONJUNCTIONS = ("\u0648", "\u0641")
_NO_LETTERS = dict.fromkeys(map(ord, DIACRITICS + TATWEEL + CONTROLS))


def as_verb(word: str, form: VerbForm, *, heads: bool) -> bool:
    """Whether `word` as written may be the form. heads: it heads a sentence, where the press also leaves hamzas out."""
    past, letters = past_of(form.entry), _letters(word)
    if form.joined and letters.startswith(_CONJUNCTIONS):
        letters = letters[1:]
    if form.kind != "past" or not past:
        return True
    if past.endswith(_ABOVE):
        return letters != past[:-1] + _ALEF
    return heads or not (letters.startswith(_ARTICLE) and _lacks_hamza(letters, past))


def as_noun(word: str, form: NounForm) -> bool:
    """Whether `word` as written may be the form."""
    letters = _letters(word)
    if form.bound and letters.endswith(_MARBUTA):
        return False
    first = letters[len(form.prefix) : len(form.prefix) + 1]
    return not (first == _ABOVE and form.hamza_below)


def is_pointed(word: str) -> bool:
    """«صوّت», «سُلّم»: a vowel sign that the press sets to tell a verb from the noun without it."""
    bare = word.lstrip("".join(_CONJUNCTIONS))
    return not bare.startswith(_ARTICLE) and (bare[1:2] == _DAMMA or _SHADDA in bare[1:-1])


def _lacks_hamza(letters: str, past: str) -> bool:
    return any(one == _ALEF and other == _ABOVE for one, other in zip(letters, past, strict=False))


def _letters(word: str) -> str:
    return word.translate(_NO_LETTERS)
