"""The offices that stand before names, by which later words point back at their bearers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.annotation import Mention
from isnad.statements.lexicon import particles, roles
from isnad.statements.remembered import State
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import bare

_OF = 5  # words of an office behind a name


class Title(NamedTuple):
    """at: the word of the name. office: folded and bare. of: the words between. mention: who bears it."""

    at: int
    office: str
    of: frozenset[str]
    mention: Mention


def advance(state: State, known: Sequence[Title], at: int) -> None:
    """Remember the bearers of offices who are named before word `at`."""
    while state.titled < len(known) and known[state.titled].at < at:
        _, head, qualifiers, mention = known[state.titled]
        state.titles.setdefault(head, []).append((mention, qualifiers))
        state.titled += 1


def titles(scene: Scene) -> list[Title]:
    """The offices that stand before people's names: word, office, the words between, the person."""
    found: list[Title] = []
    for at, mention in sorted(scene.mention_at.items()):
        if mention.type == "organization":
            found += _headed(scene, at, mention)
        if mention.type != "person":
            continue
        between: list[str] = []
        for word in range(at - 1, max(-1, at - 9), -1):
            plain = bare(scene.keys[word])
            if not scene.keys[word][0].isalpha() or scene.keys[word] in particles()["preposition"]:
                break
            stem = plain.removeprefix("و") if plain.removeprefix("و") in roles().office else plain
            if stem in roles().office:
                found.append(Title(at, stem, frozenset(between), mention))
            between.append(plain)
        found += _behind(scene, at, mention)
    return found


def _behind(scene: Scene, at: int, mention: Mention) -> list[Title]:
    """«فلان وزير الفلاحة»: the office right behind the name, with what it is of."""
    start = scene.mention_end[at]
    start += scene.keys[start : start + 1] == ["،"]
    office = bare(scene.keys[start]) if start < len(scene.keys) else ""
    before = bare(scene.keys[at - 1]) if at else ""
    if office not in roles().office or scene.keys[start].startswith("ال") or before in roles().office - roles().polite:
        return []  # «خاطب النائب فلان رئيس الوزراء»: whoever is spoken to
    of: list[str] = []
    for key in scene.keys[start + 1 : start + _OF]:
        if not key[0].isalpha() or key in particles()["preposition"] | particles()["that"]:
            break
        of.append(bare(key))
    return [Title(at, office, frozenset(of), mention)]


def _headed(scene: Scene, at: int, mention: Mention) -> list[Title]:
    """«الهيئة» points back at the last body whose name begins so."""
    keys = [bare(key) for key in scene.keys[at : scene.mention_end[at]]]
    return [Title(at, keys[0], frozenset(keys[1:]), mention)] if keys and keys[0] in roles().body else []
