"""When an article may have appeared, from what its text says of days: candidates with their reasons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days (ISO) on which the article may have appeared, how strongly, and why (Arabic)."""

    earliest: str
    latest: str
    score: float
    reasons: tuple[str, ...]


def candidates(text: str) -> tuple[Candidate, ...]:
    """The days on which an article of this text may have appeared, the likeliest first."""
    return ()
