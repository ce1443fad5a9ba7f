"""What a subject is that was read from a text: its words, of which kind they are, and the nouns that describe it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from isnad.annotation import Mention, Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.lexicon import particles

_ALEF, _FOR_THE = "\u0627", "\u0644\u0644"
SubjectKind = Literal["person", "organization", "source", "back", "other"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject read. end: the word just past it. heads: the nouns that describe it, folded and bare.

    definite: whether a description is, by itself or by its complement.
    kind back: the words point at somebody named before («المصدر»). other: a noun that no list knows.
    """

    speaker: Speaker
    kind: SubjectKind
    end: int
    heads: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    mention: Mention | None = None
    definite: bool = False


def named(mention: Mention) -> Speaker:
    """The speaker whom a name names, without a day that was read into it."""
    text = mention.text
    *rest, last = text.split(" ")
    if rest and fold_word(last) in particles()["day"] and mention.type != "event":
        text = " ".join(rest)
    end = mention.start + len(text)
    if mention.type == "organization" and text.startswith(_FOR_THE):
        text = _ALEF + text[1:]  # «وفقا للبنك المركزي» names «البنك المركزي»
    return Speaker(mention.start, end, text, mention.entity)
