"""The offices that stand before people's names in a text, by which later words point back at their holders."""

from __future__ import annotations

from isnad.annotation import Mention
from isnad.statements.lexicon import particles, roles
from isnad.statements.remembered import State
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import bare

Titled = tuple[int, str, frozenset[str], Mention]  # word, office, the words between, the person


def titles(scene: Scene) -> list[Titled]:
    """The offices that stand before people's names: word, office, the words between, the person."""
    found: list[Titled] = []
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
                found.append((at, stem, frozenset(between), mention))
            between.append(plain)
    return found


def _headed(scene: Scene, at: int, mention: Mention) -> list[Titled]:
    """«الهيئة» points back at the last body whose name begins so."""
    keys = [bare(key) for key in scene.keys[at : scene.mention_end[at]]]
    return [(at, keys[0], frozenset(keys[1:]), mention)] if keys and keys[0] in roles().body else []


def advance(state: State, titled: list[Titled], at: int) -> None:
    """Remember the offices that stand before word `at`."""
    while state.titled < len(titled) and titled[state.titled][0] < at:
        _, head, qualifiers, mention = titled[state.titled]
        state.titles.setdefault(head, []).append((mention, qualifiers))
        state.titled += 1
