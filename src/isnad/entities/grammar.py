"""How far a name goes: the words of grammar.toml and the adjectives of countries, folded for comparison."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import fields as fields_of
from functools import cache
from importlib.resources import files

from isnad.annotation import MentionType
from isnad.arabic.letters import fold_word
from isnad.entities.knowledge import nisbas

_LONGEST = 7  # words of a name that grammar alone builds
_AND, _FOR = "\u0648", "\u0644"


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
    years: frozenset[str]
    sayings: frozenset[str]
    particles: frozenset[str]
    fields: frozenset[str]
    purposes: frozenset[str]
    ministries: frozenset[str]
    generic: frozenset[str]
    departments: frozenset[str]
    plurals: frozenset[str]
    feminine: frozenset[str]
    forces: frozenset[str]
    manners: frozenset[str]
    civil: frozenset[str]
    phrases: frozenset[str]
    deictic: frozenset[str]
    led: frozenset[str]
    as_for: frozenset[str]
    meant: frozenset[str]
    apart: frozenset[str]
    sites: frozenset[str]
    sited: frozenset[str]
    settlements: frozenset[str]
    reigning: frozenset[str]
    regnal: frozenset[str]
    compounds: frozenset[str]
    complements: frozenset[str]
    missions: frozenset[str]
    units: frozenset[str]
    ordinals: frozenset[str]
    wings: frozenset[str]
    sport: frozenset[str]
    nisba: frozenset[str]

    @property
    def marks(self) -> frozenset[str]:
        """Adjectives that make a body of a field («الدفاع المدني», «الخارجية الأميركية»; not «الدفاع الجوي»)."""
        return self.nisba | self.civil

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
def introducers(kind: MentionType) -> frozenset[str]:
    """The folded heads that only introduce names of that type."""
    return frozenset(
        fold_word(head) for rule in rules() if rule.type == kind and not rule.inside for head in rule.heads
    )


@cache
def heads() -> dict[str, Rule]:
    """The first rule of each folded head word."""
    return {fold_word(head): rule for rule in reversed(rules()) for head in rule.heads}


def classes() -> dict[str, tuple[str, ...]]:
    """By folded word the names of the sets, and of the kinds of heads, that it belongs to."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in fields_of(Grammar):
        for word in sorted(getattr(grammar(), item.name)):
            found[word].append(f"k{item.name[:4]}")
    for rule in rules():
        kind = f"k{rule.type[:3]}{'.in' if rule.inside else '.out'}"
        for head in map(fold_word, rule.heads):
            for word in (head, "\u0627\u0644" + head):
                found[word] += [] if kind in found[word] else [kind]
    return {word: tuple(kinds) for word, kinds in found.items()}


def body_end(words: Sequence[str], at: int) -> int | None:
    """The end (exclusive) of a definite noun with its adjectives at `at`, «الجيش الأميركي»; None when it is none.

    What the body is for belongs to it: «المؤسسة الوطنية للنفط», «المجلس الأعلى لحقوق الإنسان».
    """
    end, body = at + 1, words[at]
    while end < min(len(words), at + _LONGEST) and _agrees(body, words[end]) and _qualifies(words[end]):
        end += 1
    if end == at + 1:
        return None
    return _with_purpose(words, end, whole=body in grammar().departments)


def construct_end(words: Sequence[str], at: int, known: int | None) -> int | None:
    """The end (exclusive) of a construct that begins with the head at `at`; None when nothing after it is a name.

    known: the end of a known name that begins right after the head, where there is one.
    """
    end = known if known is not None else _dependent(words, at + 1)
    if end is None:
        return None
    end = _adjectives(words, end)
    end = _with_fields(words, end) if words[end - 1] in grammar().fields else end
    return _with_purpose(words, end)


def _dependent(words: Sequence[str], at: int) -> int | None:
    """Past the nouns in between to the definite noun that ends a construct."""
    for end in range(at, min(at + 3, len(words))):
        if _definite(words[end]) and words[end] not in grammar().stops:
            return end + 1
        if words[end] not in grammar().middles:
            return None
    return None


def _adjectives(words: Sequence[str], end: int) -> int:
    while end < len(words) and _continues(words[end]):
        end += 1
    return end


def _described(words: Sequence[str], end: int) -> int:
    """Past any adjectives of a field («للأنشطة البترولية»)."""
    while end < len(words) and _qualifies(words[end]):
        end += 1
    return end


def _with_fields(words: Sequence[str], end: int) -> int:
    """Past «والتنمية الاجتماعية» and the like."""
    while end < len(words) and words[end][0] == _AND and words[end][1:] in grammar().fields:
        end = _adjectives(words, end + 1)
    return end


def _with_purpose(words: Sequence[str], end: int, *, whole: bool = False) -> int:
    """Past «ل» and what the body is for. whole: it may be a part of the body that follows «ل»."""
    if end >= len(words) or words[end][0] != _FOR:
        return end
    word = words[end]
    definite = "\u0627\u0644" + word[2:] if word.startswith(_FOR * 2) else ""
    if " ".join((definite, *words[end + 1 : end + 2])) in grammar().complements:
        last = _dependent(words, end + 2)
        return end if last is None else _with_fields(words, _adjectives(words, last))
    if definite in grammar().fields:
        return _with_fields(words, _described(words, end + 1))
    if whole and definite in grammar().bodies:
        return _adjectives(words, end + 1)
    last = _dependent(words, end + 1) if word[1:] in grammar().purposes else None
    return end if last is None else _with_fields(words, _adjectives(words, last))


def _agrees(noun: str, adjective: str) -> bool:
    """Whether the adjective is of the noun's gender; bodies in the plural take the feminine."""
    feminine = noun.endswith(("\u0647", "\u0627\u062a")) or noun in grammar().plurals
    return feminine == (adjective.endswith("\u0647") or adjective in grammar().feminine)


def _qualifies(word: str) -> bool:
    """Whether a definite word after a body is an adjective of its name: a listed one, or any in -ī that is no stop."""
    formed = _definite(word) and word.endswith(("\u064a", "\u064a\u0647")) and word not in grammar().stops
    return grammar().adjective(word) or (formed and word not in grammar().ministries)


def _continues(word: str) -> bool:
    return grammar().adjective(word) and (word not in grammar().stops or word in grammar().nisba)


def _definite(word: str) -> bool:
    return word.startswith("\u0627\u0644") and len(word) >= 4


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _nisba() -> frozenset[str]:
    forms = [form for nisba in nisbas() for form in (*nisba.masculine, *nisba.feminine, *_plural(nisba.masculine))]
    return frozenset(f"\u0627\u0644{fold_word(form)}" for form in forms)


def _plural(masculine: Iterable[str]) -> Iterator[str]:
    for form in masculine:
        if form.endswith("\u064a"):
            yield from (form + "\u064a\u0646", form + "\u0648\u0646")


def _text(name: str) -> str:
    return (files("isnad.entities") / "data" / "rules" / name).read_text(encoding="utf-8")
