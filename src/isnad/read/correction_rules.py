"""What a correction may say, as written down in corrections.toml: layers, their actions and their keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from isnad.article import Action, Layer

ACTIONS: tuple[Action, ...] = get_args(Action)
LAYERS: tuple[Layer, ...] = get_args(Layer)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a layer. kind: how its value is read. of: the choices. empty: whether no value is a value."""

    kind: str
    means: str
    of: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class LayerRules:
    """actions: by name the keys that each needs. keys: by name all that may be written."""

    actions: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, Key]


@cache
def layer_rules() -> dict[Layer, LayerRules]:
    """The rules of each layer."""
    table = _table()
    return {layer: _rules(table[layer]) for layer in LAYERS}


@cache
def selector_keys() -> tuple[str, ...]:
    """The keys that every correction may have, whatever its layer: where, and why."""
    return tuple(_table()["selector"])


def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("corrections.toml").read_text(encoding="utf-8"))


def _rules(table: Mapping[str, Any]) -> LayerRules:
    keys = {
        name: Key(k["kind"], k["means"], tuple(k.get("of", ())), k.get("empty", False))
        for name, k in table["keys"].items()
    }
    return LayerRules({name: tuple(needs) for name, needs in table["actions"].items()}, keys)
