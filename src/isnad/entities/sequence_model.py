"""The statistical recogniser: a linear-chain CRF over words, loaded when first needed.

scripts/train_recognizer.py trains it and makes the lists beside it.
"""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import pycrfsuite

from isnad.annotation import MentionType
from isnad.arabic.sentences import sentences
from isnad.arabic.words import Word, words
from isnad.entities.features import features
from isnad.entities.word_lists import WordLists, Words

NEWS = "news"  # the manner of labelling of the corpus that reads like ours
MODEL, LISTS, NAMES = "crf.xz", "names.tsv.xz", "name_parts.txt.xz"
_TYPES: dict[str, MentionType] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "work"}


class Found(NamedTuple):
    """A name that the model found: its words' places (code points), its type, and how sure the model is (0 to 1)."""

    start: int
    end: int
    type: MentionType
    probability: float


def names(text: str) -> Iterator[Found]:
    """The names in `text`, sentence by sentence."""
    tagger, lists = _tagger(), word_lists()
    for sentence in sentences(text):
        tokens = words(text[sentence.start : sentence.end])
        if tokens:
            yield from _names_in(tokens, sentence.start, tagger, lists)


@cache
def word_lists() -> WordLists:
    """The shipped lists: names that the corpora and gazetteers hold, and parts of personal names."""
    found: dict[Words, list[str]] = defaultdict(list)
    for line in _lines(LISTS):
        name, _, labels = line.partition("\t")
        found[tuple(name.split())] = labels.split()
    return WordLists(found, _lines(NAMES))


def _names_in(tokens: list[Word], offset: int, tagger: pycrfsuite.Tagger, lists: WordLists) -> Iterator[Found]:
    plain = [word.text for word in tokens]
    tagger.set(features(plain, lists.labels(plain), NEWS))
    tags = tagger.tag()
    for first, last in _chunks(tags):
        kind = tags[first][2:]
        probability = min(tagger.marginal(tags[at], at) for at in range(first, last + 1))
        yield Found(offset + tokens[first].start, offset + tokens[last].end, _TYPES[kind], probability)


def _chunks(tags: list[str]) -> Iterator[tuple[int, int]]:
    """First and last word of each name; an I- that continues nothing begins one."""
    first = None
    for at, tag in enumerate([*tags, "O"]):
        if first is not None and tag != f"I-{tags[first][2:]}":
            yield first, at - 1
            first = None
        if tag != "O" and first is None:
            first = at


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


@cache
def _model() -> bytes:
    """The model's bytes, which must outlive the tagger: it reads them where they lie."""
    return lzma.decompress(_data(MODEL))


def _lines(name: str) -> list[str]:
    return lzma.decompress(_data(name)).decode("utf-8").splitlines()


def _data(name: str) -> bytes:
    return (resources.files("isnad.entities") / "data" / "model" / name).read_bytes()
