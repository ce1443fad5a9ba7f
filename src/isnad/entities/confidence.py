"""How sure a mention is: the share of mentions found in the same way that were right, from confidence.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from isnad.annotation import MentionType
from isnad.entities.page import Candidate

_ALIKE: Mapping[MentionType, MentionType] = {"facility": "place"}  # the model has one type for both


def weighed(candidates: Iterable[Candidate], modelled: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with their confidence. modelled: what the model found, which bears others out."""
    known = {(one.first, one.last, _ALIKE.get(one.type, one.type)) for one in modelled}
    return [one._replace(confidence=_confidence(one, known)) for one in candidates]


def calibrated(probability: float) -> float:
    """The share of the model's names of that probability that are right."""
    points = _table()[0]
    for (left, low), (right, high) in pairwise(points):
        if probability <= right:
            return low + (high - low) * (probability - left) / (right - left)
    return points[-1][1]


def _confidence(one: Candidate, known: set[tuple[int, int, MentionType]]) -> float:
    if one.source == "model":
        return calibrated(one.confidence)
    alone, agreed = _shares(one.rule, one.type)
    return agreed if (one.first, one.last, _ALIKE.get(one.type, one.type)) in known else alone


@cache
def _shares(rule: str, kind: MentionType) -> tuple[float, float]:
    found = _table()[1]
    keys = ("quoted",) if rule.endswith(".quoted") else (f"{rule}.{kind}", rule, rule.split(".", maxsplit=1)[0])
    return next((found[key] for key in keys if key in found), found["else"])


@cache
def _table() -> tuple[tuple[tuple[float, float], ...], Mapping[str, tuple[float, float]]]:
    text = (files("isnad.entities") / "data/rules/confidence.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    found = {key: (alone, agreed) for key, (alone, agreed) in raw["found"].items()}
    return tuple((left, low) for left, low in raw["model"]), found
