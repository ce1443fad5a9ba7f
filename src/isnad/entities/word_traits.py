"""How a word behaves in written Arabic: how common it is, and whether it takes the article, pronouns and particles.

Names seldom take an article or a pronoun; common nouns do, verbs take other prefixes. The counts behind it are of word
forms by themselves (data/model/frequencies.txt.gz, made by scripts/train_recognizer.py): nothing is known of contexts.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources

from isnad.collector import paused

FREQUENCIES = "frequencies.txt.gz"
_KEPT = 100_000  # words whose traits are kept
_ARTICLE, _HAA, _TAA = "\u0627\u0644", "\u0647", "\u062a"
_PRONOUNS = ("\u0647\u0627", "\u0647\u0645", "\u0647", "\u0646\u0627")
_PARTICLES = "\u0648\u0628\u0644\u0641\u0643"  # waw, baa, lam, faa, kaf
_VERBAL = "\u064a\u062a"  # yaa and taa, which begin the present tense
_PRESENT = frozenset(_VERBAL)
_STEP = 2  # grades to a power of ten
_FAIRLY_COMMON = 3.0  # on Zipf's scale
_LIMIT = 6  # grades of difference that are told apart


def frequency(word: str) -> float:
    """How common a folded word is, on Zipf's scale: log10 of its occurrences in a billion words; 0 below 2."""
    return _table().get(word, 0) / 10


@lru_cache(_KEPT)
def traits(word: str) -> tuple[str, ...]:
    """The grades of a folded word, as features: Z its frequency, then how its other forms compare with it."""
    own = frequency(word)
    found = [f"Z{_grade(own)}"]
    if not own:
        return tuple(found)
    if word.startswith(_ARTICLE):
        found.append(_compared("D", own, [word[2:]]))
    else:
        stem = word[:-1] + _TAA if word.endswith(_HAA) else word
        found.append(_compared("A", own, [_ARTICLE + word]))
        found.append(_compared("P", own, [stem + pronoun for pronoun in _PRONOUNS]))
    found.append(_compared("C", own, [particle + word for particle in _PARTICLES]))
    found.append(_compared("V", own, [letter + word for letter in _VERBAL]))
    return tuple(found)


def is_possessed(word: str) -> bool:
    """Whether a rare word is a commoner one with a pronoun («بائعها»)."""
    stems = [word.removesuffix(pronoun) for pronoun in _PRONOUNS if word.endswith(pronoun)]
    forms = [form for stem in stems for form in (stem, stem[:-1] + _HAA if stem.endswith(_TAA) else stem)]
    return max(map(frequency, forms), default=0) >= _FAIRLY_COMMON


def is_present_verb(word: str) -> bool:
    """Whether a word is a verb in the present, which its feminine shows («يلتقي», «تلتقي»); some are names as well."""
    others = [letter + word[1:] for letter in _VERBAL if word[:1] in _PRESENT and letter != word[0]]
    conjugated = frequency(max(others, key=frequency, default=""))
    return conjugated >= _FAIRLY_COMMON and conjugated > frequency(word) - _STEP and not frequency(_ARTICLE + word)


def table_text(frequencies: dict[str, int]) -> str:
    """The file's text: a line for each tenth on Zipf's scale, with its words."""
    lines: dict[int, list[str]] = {}
    for word, tenth in sorted(frequencies.items()):
        lines.setdefault(tenth, []).append(word)
    return "\n".join(f"{tenth} {' '.join(words)}" for tenth, words in sorted(lines.items()))


def _compared(trait: str, own: float, forms: list[str]) -> str:
    most = max(map(frequency, forms))
    return f"Z{trait}{max(-_LIMIT, min(_LIMIT, _grade(most - own)))}" if most else f"Z{trait}-"


def _grade(value: float) -> int:
    return round(value * _STEP)


@cache
@paused()
def _table() -> dict[str, int]:
    path = resources.files("isnad.entities") / "data" / "model" / FREQUENCIES
    found: dict[str, int] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        tenth, *words = line.split(" ")
        found.update(dict.fromkeys(words, int(tenth)))
    return found
