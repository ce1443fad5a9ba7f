"""Which words of a text belong to its expressions of time, and so report nothing themselves."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotation import Time
from isnad.statements.happenings import context, nouns
from isnad.statements.scene import Scene


def in_times(scene: Scene, times: Sequence[Time]) -> frozenset[int]:
    """The words of expressions of time, but not those of the event that one counts from."""
    found: set[int] = set()
    for time in times:
        first, last = scene.word_at(time.start), scene.word_from(time.end)
        if time.anchor is not None:
            last = min(last, scene.word_at(time.anchor.start))
        found |= {
            at for at in range(first, last) if scene.keys[at] not in nouns() or scene.keys[at] in context()["edges"]
        }
    return frozenset(found)
