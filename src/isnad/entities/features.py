"""What the sequence model sees of a word: its letters, its clitics, its neighbours, and the lists that know it.

Words come folded (isnad.arabic.letters). The names of features are short because the model stores every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from isnad.arabic.words import ARTICLE
from isnad.entities.word_traits import traits

# Glued prefixes, the longest first, and endings of inflection; both closed sets of the language.
PREFIXES = ("\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0644\u0644",
            ARTICLE, "\u0648", "\u0641", "\u0628", "\u0644", "\u0643")  # fmt: skip
ENDINGS = ("\u0627\u062a", "\u0648\u0646", "\u064a\u0646", "\u0627\u0646", "\u064a\u0647", "\u064a\u0627",
           "\u0647\u0627", "\u0647\u0645", "\u0646\u0627", "\u064a\u0648\u0646", "\u064a\u064a\u0646",
           "\u0648\u0627", "\u0647", "\u064a", "\u0627")  # fmt: skip
PLACES = ("ll", "l", "L", "r", "rr")  # two before the word to two after it
BEFORE, AFTER = "<s>", "</s>"
SPORT = "kspor"  # the class of words of sport, in the labels of a word
_MOST_SPORT = 3  # such words in a sentence that are told apart
_NAME_LABELS = "BI"  # what the labels of listed names begin with
_KEPT = 100_000  # word forms whose features are kept; newswire repeats itself


def features(words: Sequence[str], listed: Sequence[Sequence[str]], corpus: str) -> list[list[str]]:
    """The features of each word of a sentence.

    listed: for each word, the labels of the lists that hold it. corpus: the manner of labelling, as in training.
    """
    padded = [BEFORE, BEFORE, *words, AFTER, AFTER]
    known = [(), (), *listed, (), ()]
    topic = f"S{min(sum(SPORT in labels for labels in listed), _MOST_SPORT)}"
    return [
        [*own(word), *near(padded[i + 1], "-"), *near(padded[i + 3], "+"), f"-2{padded[i]}", f"+2{padded[i + 4]}"]
        + [f"<{padded[i + 1]}|{word}", f">{word}|{padded[i + 3]}", corpus, topic]
        + [f"{topic}{label}" for label in listed[i] if label[0] in _NAME_LABELS]
        + [f"{place}{label}" for step, place in enumerate(PLACES) for label in known[i + step]]
        for i, word in enumerate(words)
    ]


@lru_cache(_KEPT)
def own(word: str) -> tuple[str, ...]:
    """Features of a word by itself."""
    plain = _without_digits(word)
    found = [f"w{plain}", f"n{min(len(plain), 9)}", f"s{shape(plain)}"]
    for size in range(1, min(5, len(plain))):
        found += [f"p{plain[:size]}", f"x{plain[-size:]}"]
    for prefix, stem in stems(plain):
        found += [f"c{prefix}", f"t{stem}", f"u{_bare(stem)}"]
    found += [f"e{ending}" for ending in ENDINGS if plain.endswith(ending)]
    found += traits(plain)
    found += [f"{prefix}~{trait}" for prefix, stem in list(stems(plain))[:1] for trait in traits(stem)[:3]]
    return tuple(found)


@lru_cache(_KEPT)
def near(word: str, side: str) -> tuple[str, ...]:
    """Features of the word right before (side «-») or after («+») another."""
    plain = _without_digits(word)
    found = [f"{side}w{plain}", f"{side}s{shape(plain)}"]
    for size in (2, 3):
        if len(plain) > size:
            found += [f"{side}p{plain[:size]}", f"{side}x{plain[-size:]}"]
    found += [f"{side}t{stem}" for _, stem in list(stems(plain))[:1]]
    found += [f"{side}{trait}" for trait in traits(plain)[:3]]
    return tuple(found)


def stems(word: str) -> Iterator[tuple[str, str]]:
    """Every reading of the word as a glued prefix and a stem of three letters or more."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            yield prefix, word[len(prefix) :]


def shape(word: str) -> str:
    """The kinds of characters in a word, runs as one: «a» Arabic, «X» another script, «0» digits, marks themselves."""
    kinds: list[str] = []
    for char in word:
        kind = "0" if char.isdigit() else _kind(char)
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds)[:6]


def _kind(char: str) -> str:
    if not char.isalpha():
        return char
    return "a" if "\u0600" <= char <= "\u06ff" else "X"


def _without_digits(word: str) -> str:
    return "".join("0" if char.isdigit() else char for char in word) if any(map(str.isdigit, word)) else word


def _bare(stem: str) -> str:
    """The stem without the first ending that leaves two letters."""
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 2:
            return stem[: -len(ending)]
    return stem
