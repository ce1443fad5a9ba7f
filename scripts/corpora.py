"""The labelled sentences that the recogniser of names learns from: CoNLL files, our own sentences, and variations.

Our own sentences (scripts/press, written for this) carry their names in braces: {P person} {O organisation}
{L place} {F facility}; a clitic stands before the brace, with a tatweel where the name's article fuses with it.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from isnad.arabic.sentences import sentences
from isnad.arabic.words import words

# WikiFANE's other classes have no counterpart among the four types, or are labelled too unevenly to learn from.
COARSE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC"}
_MARKS = {"P": "PER", "O": "ORG", "L": "LOC", "F": "LOC", "M": "MISC"}
_MARKED = re.compile(r"\{([POLFM]) ([^}]+)\}")
_FUSED = re.compile("\u0644\u0640{([POLFM]) \u0627\u0644")  # lam with tatweel before a name with an article
_BEFORE = re.compile("([\u0644\u0628])\u0640{")
_CLITICS = "\u0648\u0641\u0628\u0644\u0643"


class Sentence(NamedTuple):
    """Folded words and their IOB2 tags."""

    words: list[str]
    tags: list[str]


def read_conll(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL file, cut into words as the recogniser cuts texts."""
    opener: Callable[..., Iterable[str]] = lzma.open if path.suffix == ".xz" else open
    found, rows = [], list[tuple[str, str]]()
    for line in [*opener(path, "rt", encoding="utf-8"), "\n"]:
        if line.strip():
            token, _, tag = line.rstrip("\n").partition("\t")
            rows.append((token, tag))
        elif rows:
            found.append(_sentence(rows))
            rows = []
    return found


def read_marked(path: Path) -> list[Sentence]:
    """The sentences of a file in our own form, one or a few a line; a line that begins with # is a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [sentence for line in lines if line.strip() and not line.startswith("#") for sentence in _marked(line)]


def chunks(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end and type of each name."""
    first = None
    for at, tag in enumerate([*tags, "O"]):
        if first is not None and tag != f"I-{tags[first][2:]}":
            yield first, at, tags[first][2:]
            first = None
        if tag != "O" and first is None:
            first = at


def bioes(tags: Sequence[str]) -> list[str]:
    """IOB2 tags with the ends of names told too: E- for the last word of several, S- for a word alone."""
    following = [*tags[1:], "O"]
    return [_ended(tag) if after != f"I-{tag[2:]}" else tag for tag, after in zip(tags, following, strict=True)]


def iob(tags: Sequence[str]) -> list[str]:
    """The way back from `bioes`."""
    return [{"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:] for tag in tags]


def _ended(tag: str) -> str:
    return {"B": "S", "I": "E"}.get(tag[0], "O") + tag[1:]


def renamed(
    sentences: Sequence[Sentence], people: Sequence[Sequence[str]], places: Sequence[str], copies: int, seed: int
) -> list[Sentence]:
    """The sentences again, `copies` times, with other names in place of theirs: a lesson in what stands around names.

    people: full names from elsewhere; every other person gets one, the rest a given and a family name of the sentences.
    """
    chance = random.Random(seed)  # noqa: S311  # repeatable, and no secret
    own = sorted(
        {tuple(s.words[a:b]) for s in sentences for a, b, kind in chunks(s.tags) if kind == "PER" and b > a + 1}
    )

    def other(name: list[str], kind: str) -> list[str]:
        if kind == "PER" and len(name) > 1:
            return (
                list(chance.choice(people))
                if chance.random() < 0.5
                else [chance.choice(own)[0], chance.choice(own)[-1]]
            )
        alone = kind == "LOC" and len(name) == 1 and name[0][0] not in _CLITICS
        return [chance.choice(places)] if alone else name

    return [_with_names(sentence, other) for _ in range(copies) for sentence in sentences]


def _with_names(sentence: Sentence, other: Callable[[list[str], str], list[str]]) -> Sentence:
    new, done = Sentence([], []), 0
    for first, last, kind in [*chunks(sentence.tags), (len(sentence.words), len(sentence.words), "")]:
        name = other(sentence.words[first:last], kind)
        new.words.extend([*sentence.words[done:first], *name])
        new.tags.extend([*sentence.tags[done:first], *(f"{'I' if at else 'B'}-{kind}" for at in range(len(name)))])
        done = last
    return new


def _sentence(rows: list[tuple[str, str]]) -> Sentence:
    found = Sentence([], [])
    for token, tag in rows:
        kind = COARSE.get(tag[2:])
        pieces = [word.text for word in words(token)] or [token]
        for at, piece in enumerate(pieces):
            found.words.append(piece)
            found.tags.append(f"{'I' if at else tag[0]}-{kind}" if kind else "O")
    return found


def _marked(line: str) -> list[Sentence]:
    line = _BEFORE.sub(r"\1{", _FUSED.sub("{\\1 \u0644\u0644", line))
    text, names, done = "", dict[int, tuple[int, str]](), 0
    for mark in _MARKED.finditer(line):
        text += line[done : mark.start()]
        names[len(text)] = (len(text) + len(mark[2]), _MARKS[mark[1]])
        text, done = text + mark[2], mark.end()
    text += line[done:]
    if "{" in text or "}" in text:
        raise ValueError(f"a brace is out of place: {line}")
    return [_tagged(text, one.start, one.end, names) for one in sentences(text)]


def _tagged(text: str, first: int, last: int, names: Mapping[int, tuple[int, str]]) -> Sentence:
    found = Sentence([], [])
    for word in words(text[first:last]):
        tag = "O"
        for start, (end, kind) in names.items():
            if start < first + word.end and first + word.start < end:
                tag = f"{'B' if first + word.start <= start else 'I'}-{kind}"
        found.words.append(word.text)
        found.tags.append(tag)
    return found
