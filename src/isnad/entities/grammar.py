"""How far a name goes: the words of grammar.toml and the adjectives of countries, folded for comparison."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from isnad.annotation import MentionType
from isnad.arabic.letters import fold_word
from isnad.entities.knowledge import nisbas

_LONGEST = 7  # words of a name that grammar alone builds


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of heads.toml, which says what each field is for."""

    id: str
    type: MentionType
    inside: bool
    heads: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    evidence: bool = False
    quoted: MentionType | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of folded words; see grammar.toml for what each is for. nisba: definite adjectives of countries."""

    bodies: frozenset[str]
    institutional: frozenset[str]
    middles: frozenset[str]
    offices: frozenset[str]
    stops: frozenset[str]
    titles: frozenset[str]
    anaphors: frozenset[str]
    joints: frozenset[str]
    money: frozenset[str]
    particles: frozenset[str]
    nisba: frozenset[str]

    def adjective(self, word: str) -> bool:
        """Whether `word` is an adjective that continues the name of a body."""
        return word in self.nisba or word in self.institutional


@cache
def grammar() -> Grammar:
    """The word sets, read once."""
    raw = tomllib.loads(_text("grammar.toml"))
    return Grammar(**{name: _folded(words) for name, words in raw.items()}, nisba=_nisba())


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of heads.toml in their order."""
    rows = tomllib.loads(_text("heads.toml"))["rule"]
    return tuple(
        Rule(**row | {"heads": tuple(row["heads"]), "examples": tuple(map(tuple, row["examples"]))}) for row in rows
    )


@cache
def heads() -> dict[str, Rule]:
    """The first rule of each folded head word."""
    return {fold_word(head): rule for rule in reversed(rules()) for head in rule.heads}


def body_end(words: Sequence[str], at: int) -> int | None:
    """The end (exclusive) of a definite noun with its adjectives at `at`, «الجيش الأميركي»; None when it is none."""
    end = at + 1
    while end < min(len(words), at + _LONGEST) and grammar().adjective(words[end]):
        end += 1
    return end if end > at + 1 else None


def construct_end(words: Sequence[str], at: int, known: int | None) -> int | None:
    """The end (exclusive) of a construct that begins with the head at `at`; None when nothing after it is a name.

    known: the end of a known name that begins right after the head, where there is one.
    """
    end = known if known is not None else _first_dependent(words, at + 1)
    if end is None:
        return None
    limit = min(len(words), at + _LONGEST)
    while end < limit and _continues(words[end]):
        end += 1
    return end


def _first_dependent(words: Sequence[str], at: int) -> int | None:
    for end in (at, at + 1):
        if end >= len(words):
            return None
        if _definite(words[end]) and words[end] not in grammar().stops:
            return end + 1
        if words[end] not in grammar().middles:
            return None
    return None


def _continues(word: str) -> bool:
    return grammar().adjective(word) and (word not in grammar().stops or word in grammar().nisba)


def _definite(word: str) -> bool:
    return word.startswith("\u0627\u0644") and len(word) > 4


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _nisba() -> frozenset[str]:
    forms = [form for nisba in nisbas() for form in (*nisba.masculine, *nisba.feminine)]
    return frozenset(f"\u0627\u0644{fold_word(form)}" for form in forms)


def _text(name: str) -> str:
    return (files("isnad.entities") / "data" / "rules" / name).read_text(encoding="utf-8")
