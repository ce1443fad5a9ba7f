"""What else English calls what the shipped knowledge names: «USA», «Burma», «coronavirus» (english.tsv)."""

from __future__ import annotations

from functools import cache
from importlib import resources


def in_english(entity: str) -> tuple[str, ...]:
    """Other English names of an entity by its id; none for most."""
    return names().get(entity, ())


@cache
def names() -> dict[str, tuple[str, ...]]:
    """The table, read once."""
    text = resources.files(__package__).joinpath("english.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {entity: tuple(others) for entity, *others in rows}
