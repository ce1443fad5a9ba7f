"""YAML in which every value knows its line, so that a mistake can be shown where it stands. Knows no field names.

Values stay as written («2020-03» is not turned into anything); what a field means is the caller's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import yaml

from isnad.errors import IsnadError

T = TypeVar("T")
_WRITE_AGAIN = "See seeds/README.md for how to write a sidecar."


@dataclass(frozen=True, slots=True)
class Value:
    """A YAML value with its place. content: a string as written, a list, a mapping by key, or None for nothing."""

    content: str | list[Value] | dict[str, Value] | None
    where: Path
    line: int
    field: str = ""

    def problem(self, message: str, mend: str) -> IsnadError:
        """The error that names this value's file, line and field."""
        return IsnadError(message, self.where, self.line, self.field, mend)

    def shown(self) -> str:
        """The value in the words of an error message."""
        if isinstance(self.content, str):
            return f"«{self.content}»" if len(self.content) <= 60 else f"«{self.content[:60]}…»"
        if self.content is None:
            return "nothing"
        return "a list" if isinstance(self.content, list) else "keys and values"


def load(text: str, where: Path) -> Value:
    """The document's value. Raises IsnadError when it is no YAML, repeats a key, or uses aliases."""
    try:
        node = yaml.compose(text.removeprefix("\N{BOM}"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise IsnadError(_said(problem), where, mark.line + 1 if mark else None, mend=_quoting_hint(problem)) from None
    except yaml.reader.ReaderError as problem:
        message = f"found the character U+{_code(problem.character):04X}, which YAML does not allow."
        line = text.count("\n", 0, problem.position) + 1
        raise IsnadError(message, where, line, mend="Remove it.") from None
    except RecursionError:
        raise IsnadError("is nested too deeply.", where, mend=_WRITE_AGAIN) from None
    if node is None:
        return Value(None, where, 1)
    return _value(node, where, "", set())


def check_keys(value: Mapping[str, Value], known: Iterable[str]) -> list[IsnadError]:
    """One problem for every key that is not `known`, each with the nearest known one."""
    names = list(known)
    return [_unknown(key, item, names) for key, item in value.items() if key not in names]


def text_of(value: Value) -> str:
    """The value as one string. Raises IsnadError for a list, a mapping or nothing."""
    if not isinstance(value.content, str):
        raise value.problem(f"found {value.shown()}, expected words.", "Write the words after the colon, on one line.")
    return value.content


def texts_of(value: Value) -> tuple[str, ...]:
    """The value as strings, one or a list of them. Raises IsnadError for anything else."""
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(text_of(item) for item in items)


def mapping_of(value: Value) -> dict[str, Value]:
    """The value as keys and values. Raises IsnadError for anything else."""
    if not isinstance(value.content, dict):
        raise value.problem(f"found {value.shown()}, expected keys and values.", "Write «key: value», one a line.")
    return value.content


def list_of(value: Value) -> list[Value]:
    """The value as a list. Raises IsnadError for anything else."""
    if not isinstance(value.content, list):
        raise value.problem(f"found {value.shown()}, expected a list.", "Write one item a line, each after a hyphen.")
    return value.content


def parsed(value: Value, parse: Callable[[str], T], what: str, mend: str) -> T:
    """`parse` of the value's words; its ValueError becomes «found …, which is not `what`»."""
    try:
        return parse(text_of(value))
    except ValueError:
        raise value.problem(f"found {value.shown()}, which is not {what}.", mend) from None


def _unknown(key: str, item: Value, names: list[str]) -> IsnadError:
    near = get_close_matches(key.lower(), names, 1, 0.6)
    mend = f"Did you mean «{near[0]}»?" if near else f"Known here: {', '.join(names)}."
    parent = item.field.rpartition(".")[0]
    return IsnadError(f"found the key «{key}», which is not known here.", item.where, item.line, parent, mend)


def _value(node: yaml.Node, where: Path, field: str, seen: set[int]) -> Value:
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise IsnadError("found an alias (*).", where, line, field, "Write the value out again.")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return Value(_mapping(node, where, field, seen), where, line, field)
    if isinstance(node, yaml.SequenceNode):
        items = [_value(item, where, f"{field}[{n}]", seen) for n, item in enumerate(node.value, 1)]
        return Value(items, where, line, field)
    return Value(None if node.tag.endswith(":null") else node.value, where, line, field)


def _mapping(node: yaml.MappingNode, where: Path, field: str, seen: set[int]) -> dict[str, Value]:
    out: dict[str, Value] = {}
    for key_node, item in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise IsnadError("found a key that is not a word.", where, line, field, "Write «key: value».")
        name = f"{field}.{key}" if field else key
        if key in out:
            mend = f"Keep one of them; the first is in line {out[key].line}."
            raise IsnadError(f"found the key «{key}» twice.", where, line, field, mend)
        value = _value(item, where, name, seen)
        # A value that begins on a later line is still looked for at its key.
        out[key] = Value(value.content, where, line, name)
    return out


def _said(problem: yaml.MarkedYAMLError) -> str:
    said = "; ".join(part for part in (problem.context, problem.problem) if part)
    return f"is not YAML: {said}."


def _quoting_hint(problem: yaml.MarkedYAMLError) -> str:
    if "tab" in str(problem.problem) or "'\\t'" in str(problem.problem):
        return "Indent with spaces, not with tabs."
    return "Words with a colon, a hash sign or a quotation mark in them stand between single quotes: '…'."


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")
