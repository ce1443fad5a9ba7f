"""Spellings and forms of one word for search, by the rules of normaliser.toml; the browser runs the same rules.

A word is folded, has candidates for its stem, and a skeleton: the letters that its forms have in common, under which
the index keeps it. Not for display: what a reader sees is always the text as received.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple, TypedDict

from isnad.arabic.letters import CONTROLS, DIACRITICS, TATWEEL, fold_word, is_arabic

HAMZA = "\N{ARABIC LETTER HAMZA}"
ALEF = "\N{ARABIC LETTER ALEF}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_FUSED = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER LAM}"


class Rules(TypedDict):
    """normaliser.toml as it reads; each field is explained there."""

    token: str
    hamza: str
    hamza_end: str
    prefixes: list[str]
    suffixes: list[list[str]]
    weak: str
    mute_end: str
    shapes: list[list[str]]
    verbal: list[str]
    past: list[str]
    latin: list[list[str]]
    latin_vowels: str
    romanised: dict[str, str]
    heads: list[str]
    stop: list[str]
    date_heads: list[str]


class Token(NamedTuple):
    """A word as it stands in a text, folded, with its offsets (code points, end exclusive)."""

    form: str
    start: int
    end: int


class Stem(NamedTuple):
    """A reading of a folded form: what is left, form[start:end], and what it cost to get there (0 to 1)."""

    text: str
    start: int
    end: int
    cost: float


@cache
def rules() -> Rules:
    """The rules, read once."""
    text = resources.files(__package__).joinpath("normaliser.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)  # type: ignore[return-value]


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in their order; what folds to nothing is none."""
    found = ((fold(match.group()), *match.span()) for match in _pattern().finditer(text))
    return [Token(*token) for token in found if token[0]]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """One token as the index knows it: «المسئولين» as «المسءولين», «1,100» as «1100», «Sana'a» as «sanaa»."""
    plain = unicodedata.normalize("NFKC", word).translate(_dropped())
    if plain[:1].isdigit():
        return fold_word(plain).replace(",", "").replace("\u066c", "").replace("\u066b", ".")
    if plain[:1] and is_arabic(plain[0]):
        word = fold_word(plain).translate(_seats())
        return word.removesuffix(rules()["hamza_end"]) + HAMZA if word.endswith(rules()["hamza_end"]) else word
    return _unaccented(plain.lower())


def stems(form: str) -> list[Stem]:
    """What `form` may be a form of, the cheapest first: the form itself, less what is glued in front, and behind.

    Numbers and words of other scripts are their own and only stem.
    """
    found = {form: Stem(form, 0, len(form), 0.0)}
    if not is_arabic(form[:1] or " "):
        return list(found.values())
    for start, cost in _fronts(form):
        for end, more in _backs(form, start):
            stem = Stem(form[start:end], start, end, round(cost + more, 2))
            if stem.text not in found or found[stem.text].cost > stem.cost:
                found[stem.text] = stem
    return sorted(found.values(), key=lambda stem: stem.cost)


def skeleton(stem: str) -> str:
    """The letters that the forms of a word share: «صواريخ» and «صاروخ» give «صرخ», «Soleimani» gives «slmn»."""
    if not stem or stem[0].isdigit():
        return stem
    return _bones(stem) if is_arabic(stem[0]) else _latin_bones(stem)


def shape(stem: str) -> str:
    """The consonants of an Arabic stem as 1, 2, 3 …, weak letters as they are: «صواريخ» gives «1وا2ي3».

    A consonant right after itself keeps its number: «طبيب» gives «12ي2».
    """
    first = 1 if stem[0] == ALEF and len(stem) > 2 else 0
    out, count, before = stem[:first], 0, ""
    for at, char in enumerate(stem[first:]):
        if at and char != HAMZA and char in rules()["weak"]:
            out += char
            continue
        count += char != before
        before = char
        out += str(count)
    return out


def sound(bones: str) -> str:
    """A Latin skeleton with what ears and lands hear apart made one: «gurnah», «قرنح»."""
    return _DOUBLED.sub(r"\1", bones.replace("g", "k"))


def romanised(form: str) -> str:
    """The Latin skeleton of an Arabic word, as a reader who writes it in Latin letters would give it; or nothing."""
    by_letter = _romanised()
    bare = form.removeprefix(_ARTICLE) if len(form) > 4 else form
    return _latin_bones("".join(by_letter.get(char, "") for char in bare))


@cache
def stop() -> frozenset[str]:
    """The folded forms that are not looked up."""
    return frozenset(map(fold, rules()["stop"]))


def _fronts(form: str) -> list[tuple[int, float]]:
    """Where a stem may begin, with the cost; an article costs little, a letter that may belong to the word more."""
    found = [(0, 0.0)]
    for prefix in rules()["prefixes"]:
        definite = prefix.endswith((_ARTICLE, _FUSED))
        if form.startswith(prefix) and len(form) - len(prefix) >= (2 if definite else 3):
            found.append((len(prefix), 0.02 if prefix == _ARTICLE else 0.05 if definite else 0.1))
    return found


def _backs(form: str, start: int) -> list[tuple[int, float]]:
    """Where a stem that begins at `start` may end, with the cost of each ending taken off."""
    found = {len(form): 0.0}
    for row in rules()["suffixes"]:
        for end, cost in list(found.items()):
            for suffix in row:
                cut = end - len(suffix)
                left = cut - start
                least = 3 if len(suffix) == 1 and suffix != rules()["mute_end"] else 2
                if left >= least and form.startswith(suffix, cut) and cut not in found:
                    found[cut] = cost + (0.02 if len(suffix) == 1 and cost == 0 else 0.08) + (0.1 if left == 2 else 0)
    return list(found.items())


def _bones(stem: str) -> str:
    data = rules()
    body = stem[1:] if stem[0] == ALEF and len(stem) > 2 else stem
    kept = body[:1] + "".join(char for char in body[1:] if char not in data["weak"])
    if len(kept) > 1 and kept.endswith(data["mute_end"]):
        kept = kept[:-1]
    plain = _DOUBLED.sub(r"\1", kept)
    return plain if len(plain) > 1 else kept if len(kept) > 1 else body[:2]


def _latin_bones(word: str) -> str:
    data = rules()
    for pair, plain in data["latin"]:
        word = word.replace(pair, plain)
    first = "a" if word[:1] in tuple("aeiou") else word[:1]
    rest = "".join(char for char in word[1:] if char not in data["latin_vowels"])
    kept = _DOUBLED.sub(r"\1", first + rest)
    return kept[:-1] if len(kept) > 2 and kept.endswith("h") else kept


_DOUBLED = re.compile(r"(.)\1+")


def _unaccented(word: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not "\u0300" <= char <= "\u036f")
    return _APOSTROPHE.sub("", plain)


_APOSTROPHE = re.compile("['\u2019\u02bb\u02bc`]")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rules()["token"])


@cache
def _dropped() -> dict[int, None]:
    return dict.fromkeys(map(ord, DIACRITICS + TATWEEL + CONTROLS))


@cache
def _seats() -> dict[int, str]:
    return {ord(char): HAMZA for char in rules()["hamza"]}


@cache
def _romanised() -> dict[str, str]:
    return {letter: latin for latin, letters in rules()["romanised"].items() for letter in letters}
