"""The statistical recogniser: a linear-chain CRF over words, loaded when first needed.

scripts/train_recognizer.py trains it and makes the lists beside it.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

import pycrfsuite

from isnad.annotation import MentionType
from isnad.arabic.sentences import sentences
from isnad.arabic.words import Word, words
from isnad.entities.features import features
from isnad.entities.word_lists import WordLists

NEWS = "news"  # the manner of labelling of the corpus that reads like ours
MODEL, LISTS, NAMES = "crf.gz", "names.tsv.gz", "name_parts.txt.gz"
CLASSES = "classes.tsv.gz"
_TYPES: dict[str, MentionType] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "work"}


class Found(NamedTuple):
    """A name that the model found: its words' places (code points), its type, and how sure the model is (0 to 1)."""

    start: int
    end: int
    type: MentionType
    probability: float


class Reading(NamedTuple):
    """What the model makes of a text: the names, and by the place of each word how likely it is of some name."""

    names: list[Found]
    named: dict[int, float]


def read(text: str, hints: Mapping[int, str]) -> Reading:
    """The names in `text`, sentence by sentence. hints: by the place of a word what the rules take it for."""
    reading = Reading([], {})
    for sentence in sentences(text):
        tokens = words(text[sentence.start : sentence.end])
        if tokens:
            _read_sentence(tokens, sentence.start, hints, reading)
    return reading


@cache
def word_lists() -> WordLists:
    """The shipped lists: names that the corpora and gazetteers hold, and parts of personal names."""
    return WordLists(_lines(LISTS), _lines(NAMES), dict(_labelled(CLASSES)))


def _labelled(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in _lines(file):
        name, _, labels = line.partition("\t")
        yield name, tuple(labels.split())


def told(
    listed: Iterable[tuple[str, ...]], tokens: Iterable[Word], offset: int, hints: Mapping[int, str]
) -> list[tuple[str, ...]]:
    """The labels of each word with the hint for it, where there is one."""
    given = (hints.get(offset + word.start) for word in tokens)
    return [(*labels, hint) if hint else labels for labels, hint in zip(listed, given, strict=True)]


def _read_sentence(tokens: list[Word], offset: int, hints: Mapping[int, str], reading: Reading) -> None:
    tagger, plain = _tagger(), [word.text for word in tokens]
    tagger.set(features(plain, told(word_lists().labels(plain), tokens, offset, hints), NEWS))
    tags = tagger.tag()
    for at, word in enumerate(tokens):
        reading.named[offset + word.start] = 1 - tagger.marginal("O", at)
    for first, last in _chunks(tags):
        kind = tags[first][2:]
        probability = min(tagger.marginal(tags[at], at) for at in range(first, last + 1))
        found = Found(offset + tokens[first].start, offset + tokens[last].end, _TYPES[kind], probability)
        reading.names.append(found)


def _chunks(tags: list[str]) -> Iterator[tuple[int, int]]:
    """First and last word of each name. Tags: B- begins, I- continues, E- ends one of several words, S- is one."""
    first = None
    for at, tag in enumerate([*tags, "O"]):
        if first is not None and not (tag[0] in "IE" and tags[at - 1][0] in "BI" and tag[2:] == tags[first][2:]):
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
    return gzip.decompress(_data(MODEL))


def _lines(name: str) -> list[str]:
    return gzip.decompress(_data(name)).decode("utf-8").splitlines()


def _data(name: str) -> bytes:
    return (resources.files("isnad.entities") / "data" / "model" / name).read_bytes()
