"""The reasons that readers are told, in Arabic, from data/reasons.toml."""

from __future__ import annotations

from functools import lru_cache

from isnad.statements.lexicon import toml


def says_why(how: str, **words: str) -> str:
    """The reason of that name, with its words filled in."""
    return _reasons()[how].format(**words)


@lru_cache(maxsize=1)
def _reasons() -> dict[str, str]:
    return dict(toml("reasons.toml"))
