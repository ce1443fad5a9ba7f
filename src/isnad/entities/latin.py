"""Arabic names in Latin letters, by a small plain scheme (rules/latin.toml), and a key that finds other spellings.

Arabic leaves short vowels out: where a word is not among the settled ones, «a» stands in for those that must be there.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby

from isnad.arabic.letters import TATWEEL, fold_word

_ARTICLE, _SERVANT = "\u0627\u0644", "\u0639\u0628\u062f"
_WAW, _YAA, _AIN = "\u0648", "\u064a", "\u0639"
_HELD = "\u0621\u0626\u0624"  # hamza, alone or on a seat, which is not folded into an alef
_TAA, _MAQSURA, _BELOW = "\u0629", "\u0649", "\u0625"
_WORD = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a4\u06af]+")
_DOUBLED, _DOUBLED_VOWEL = re.compile(r"(.)\1+"), re.compile(r"([aiu])\1+")
_SAME = (
    # spellings of one sound, and sounds that spellings do not keep apart
    ("ph", "f"),
    ("ch", "sh"),
    ("kh", "x"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("c", "k"),
    ("v", "f"),
    ("z", "s"),
)


def transliterate(name: str) -> str:
    """The name in Latin letters, «عادل عبد المهدي» as «Adil Abd al-Mahdi»; letters of other scripts stay.

    An approximation for readers and for search, never a claim on how somebody writes their own name.
    """
    plain = "".join(char for char in name if char != TATWEEL and not unicodedata.combining(char))
    latin = _WORD.sub(lambda found: _word(found.group()), plain)
    return latin[:1].upper() + latin[1:]


def latin_key(name: str) -> str:
    """What Latin spellings of one Arabic name have in common: «Mohammed», «Muhammad» and «Mohamed» give one key."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = re.sub(r"\babd[aeu]l\b", "abd", plain)
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    kept = [word for word in words if word not in ("al", "el")] or words
    return " ".join(filter(None, map(_skeleton, kept)))


def _skeleton(word: str) -> str:
    for spelling, sound in _SAME:
        word = word.replace(spelling, sound)
    single = _DOUBLED.sub(r"\1", word)
    rest = re.sub("[aeiouwy]", "", single[1:]).rstrip("h")
    return ("a" if single[:1] in "eiou" else single[:1]) + rest


def _word(word: str) -> str:
    settled = _words().get(fold_word(word))
    if settled:
        return settled
    if word.startswith(_SERVANT + _ARTICLE) and len(word) > 6:
        return f"{_words()[_SERVANT]} {_word(word[3:])}"
    if word.startswith(_ARTICLE) and len(word) > 3:
        return f"al-{_capital(_words().get(fold_word(word[2:])) or _spelt(word[2:]))}"
    return _capital(_spelt(word))


def _spelt(word: str) -> str:
    """A word letter by letter, with «a» where the syllables of Arabic need a vowel that is not written."""
    sounds = [sound for at in range(len(word)) if (sound := _sound(word, at))]
    runs = [list(group) for _, group in groupby(sounds, _consonant)]
    voiced = any(not _consonant(sound) for sound in sounds)
    spelt = [
        _run(run, first=not at, last=at + 1 == len(runs), voiced=voiced) if _consonant(run[0]) else "".join(run)
        for at, run in enumerate(runs)
    ]
    return _DOUBLED_VOWEL.sub(r"\1", "".join(spelt))


def _run(run: list[str], *, first: bool, last: bool, voiced: bool) -> str:
    """Consonants that follow one another: no two begin a word, no three meet, two end it only after a written vowel."""
    if first and len(run) > 1:
        return f"{run[0]}a{_run(run[1:], first=False, last=last, voiced=voiced)}"
    if len(run) > 2 or (last and len(run) > 1 and not voiced):
        return f"{''.join(run[:-1])}a{run[-1]}"
    return "".join(run)


def _consonant(sound: str) -> bool:
    return bool(sound) and sound[0] not in "aiu"


def _sound(word: str, at: int) -> str:
    letter, last = word[at], at + 1 == len(word)
    if letter == _TAA or (letter == _MAQSURA and last):
        return "a"
    folded = letter if letter in _HELD else fold_word(letter)
    if folded in (_WAW, _YAA) and (at == 0 or (not last and _is_vowel(word[at + 1]))):
        return "w" if folded == _WAW else "y"
    tables = _tables()
    if letter == _BELOW:
        return "i"
    return tables["consonants"].get(folded, tables["vowels"].get(folded, ""))


def _is_vowel(letter: str) -> bool:
    return fold_word(letter) in (_tables()["vowels"].keys() - {_AIN}) or letter == _TAA


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = (files("isnad.entities") / "data/rules/latin.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _words() -> Mapping[str, str]:
    return {fold_word(word): latin for word, latin in _tables()["words"].items()}
