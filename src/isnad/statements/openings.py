"""Where a clause begins: at the head of a sentence, after a mark, a dateline, or an opener such as «من جهة أخرى»."""

from __future__ import annotations

from functools import lru_cache

from isnad.arabic.letters import fold_word
from isnad.statements.lexicon import particles, toml
from isnad.statements.scene import Scene

BREAKS = frozenset("،,؛:-–—|)»")
_LONGEST = 5
_ON_IT, _WRITTEN = ("عليه", "عليها"), ("كتب", "كتبت", "يكتب", "مكتوب", "خط", "نقش")


def begins_clause(scene: Scene, at: int, first: int) -> bool:
    """Whether word `at` begins a clause of the sentence that begins with word `first`."""
    if at == first:
        return True
    before = scene.keys[at - 1]
    return before in BREAKS or before in particles()["before_verb"] or opener_end(scene, first) == at


def opener_end(scene: Scene, first: int) -> int:
    """Just past the opener that the sentence begins with, or its first word when there is none."""
    for size in range(_LONGEST, 0, -1):
        if tuple(scene.keys[first : first + size]) in _openers():
            return first + size
    return first


def is_aside(scene: Scene, at: int) -> bool:
    """Whether a new member of the sentence begins, after which what was said is over: «فيما», «، في حين»."""
    key = scene.keys[at]
    if key in particles()["aside"]:
        return True
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    return key in ("في", "وفي") and following == "حين" and at > 0 and scene.keys[at - 1] in BREAKS


def is_inscribed(scene: Scene, mark: int) -> bool:
    """«قميصا كتب عليه «…»»: words in marks that stand on something, and that nobody says."""
    verb = scene.keys[max(0, mark - 2)].removeprefix("و")
    return scene.keys[mark - 1] in _ON_IT and verb in _WRITTEN


def turns(scene: Scene, first: int) -> bool:
    """Whether the sentence that begins with word `first` turns to other news, and so begins like a lead."""
    return any(tuple(scene.keys[first : first + size]) in _turns() for size in range(_LONGEST, 0, -1))


@lru_cache(maxsize=1)
def _turns() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(fold_word, words.split())) for words in toml("openers.toml")["turn"])


@lru_cache(maxsize=1)
def _openers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(fold_word, words.split())) for words in toml("openers.toml")["opener"])
