"""The rules, read from their files and woven into one trie of labels that the chart walks."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from typing import Any, NamedTuple

from isnad.arabic.letters import fold_word
from isnad.times.lexicon import Table, add, load_toml, table
from isnad.times.vocabulary import MEANINGS


class Edge(NamedTuple):
    """A stretch of the chart: what it is, where it ends, what it means, and the rule that made it."""

    label: str
    start: int
    end: int
    value: Any
    rule: str = ""
    weight: int = 0


Build = Callable[[Sequence[Edge | None]], object]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the chart uses it. after: labels of which one must stand right before; alone: only as a whole text.

    not_before: labels of words that may not come right behind.

    weight: of two readings of the same words the heavier is taken."""

    id: str
    gives: str
    build: Build
    after: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    alone: bool
    weight: int


@dataclass(slots=True)
class Branch:
    """A node of the trie: where each label leads, and the rules that end here with the places of their captures."""

    next: dict[str, Branch] = field(default_factory=dict)
    done: list[tuple[Rule, tuple[int | None, ...]]] = field(default_factory=list)


class Grammar(NamedTuple):
    """All rules: the trie, the lexicon with the literals of the patterns in it, and the labels that are results."""

    root: Branch
    forms: Table
    outputs: frozenset[str]
    labels: frozenset[str]
    inner: frozenset[str]  # words that stand only inside forms of several words


def rule_files() -> list[str]:
    """Names of the rule files, without their ending."""
    names = (file.name for file in resources.files("isnad.times").joinpath("rules").iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name != "labels.toml")


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar, compiled once when it is first asked for."""
    settings = load_toml("rules", "labels")
    forms: Table = {form: list(entries) for form, entries in table().items()}
    root, labels = Branch(), set[str]()
    literals: dict[str, str] = {}
    for name in rule_files():
        for raw in load_toml("rules", name)["rule"]:
            _weave(root, raw, settings["alias"], literals, labels)
    for label, form in literals.items():
        add(forms, label, form, form, exact=True)
    inner = frozenset(word for entries in forms.values() for entry in entries for word in entry.rest)
    return Grammar(root, forms, frozenset(settings["outputs"]), frozenset(labels), inner)


def _weave(
    root: Branch, raw: Mapping[str, Any], alias: dict[str, str], literals: dict[str, str], labels: set[str]
) -> None:
    patterns = raw["pattern"] if isinstance(raw["pattern"], list) else [raw["pattern"]]
    for pattern in patterns:
        elements = [_element(text, alias, literals) for text in pattern.split()]
        rule = Rule(
            id=raw["id"],
            gives=raw["gives"],
            build=_build(raw["means"], [element.name for element in elements]),
            after=frozenset(raw.get("after", ())),
            not_after=frozenset(raw.get("not_after", ())),
            not_before=frozenset(raw.get("not_before", ())),
            alone=raw.get("alone", False),
            weight=raw.get("weight", 0),
        )
        labels.update(label for element in elements for label in element.labels)
        labels.update(rule.after | rule.not_after | rule.not_before)
        for path, places in _paths(elements):
            _insert(root, path).done.append((rule, places))


class Element(NamedTuple):
    """A place of a pattern: the labels that fit it, the name it is captured by, whether it may be left out."""

    labels: tuple[str, ...]
    name: str
    optional: bool


def _element(text: str, alias: Mapping[str, str], literals: dict[str, str]) -> Element:
    optional = text.endswith("?")
    text = text.removesuffix("?")
    if not text.startswith("<"):
        label = "=" + fold_word(text)
        literals[label] = text
        return Element((label,), "", optional)
    name, _, choice = text[1:-1].rpartition("=")
    labels = alias.get(choice, choice).split("|")
    return Element(tuple(labels), name or choice.rstrip("+-").replace("-", "_"), optional)


def _paths(elements: Sequence[Element]) -> Iterable[tuple[list[str], tuple[int | None, ...]]]:
    """Every row of labels that fits, with the place of each element in it (None where it is left out)."""
    for kept in product(*[(True, False) if element.optional else (True,) for element in elements]):
        if not any(kept):
            continue
        count, places = 0, list[int | None]()
        for keep in kept:
            places.append(count if keep else None)
            count += keep
        used = [element for element, keep in zip(elements, kept, strict=True) if keep]
        for path in product(*[element.labels for element in used]):
            yield list(path), tuple(places)


def _insert(root: Branch, path: Iterable[str]) -> Branch:
    branch = root
    for label in path:
        branch = branch.next.setdefault(label, Branch())
    return branch


def _build(means: str, names: Sequence[str]) -> Build:
    """A function of the captured edges that makes what `means` says."""
    places = {name: place for place, name in enumerate(names) if name}
    return _compile(_tree(means), places)


@cache
def _tree(means: str) -> ast.expr:
    """The parsed meaning: a rule of several patterns parses it once."""
    return ast.parse(means, mode="eval").body


def _compile(tree: ast.expr, places: Mapping[str, int]) -> Build:
    if isinstance(tree, ast.Constant):
        constant = tree.value
        return lambda edges: constant
    if isinstance(tree, ast.UnaryOp):
        number = ast.literal_eval(tree)
        return lambda edges: number
    if isinstance(tree, ast.Name):
        place = places.get(tree.id)
        return (lambda edges: None) if place is None else _captured(place)
    if isinstance(tree, ast.Tuple):
        first, second = (places[name.id] for name in tree.elts if isinstance(name, ast.Name))
        return lambda edges: (*_place(edges[first]), *_place(edges[second]))
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
        return _call(tree, tree.func.id, places)
    raise ValueError(f"not a meaning: {ast.unparse(tree)}")


def _captured(place: int) -> Build:
    return lambda edges: edge.value if (edge := edges[place]) else None


def _place(edge: Edge | None) -> tuple[int, int]:
    return (edge.start, edge.end) if edge else (0, 0)


def _call(tree: ast.Call, name: str, places: Mapping[str, int]) -> Build:
    function = MEANINGS[name]
    positional = [_compile(argument, places) for argument in tree.args]
    named = {key.arg: _compile(key.value, places) for key in tree.keywords if key.arg}

    def call(edges: Sequence[Edge | None]) -> object:
        values = [argument(edges) for argument in positional]
        if any(value is None for value in values):
            return None
        options = {key: value for key, argument in named.items() if (value := argument(edges)) is not None}
        return function(*values, **options)

    return call
