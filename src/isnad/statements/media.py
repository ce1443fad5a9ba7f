"""Which names are media: those that stand after such a word («موقع», «وكالة») and those that every reader knows."""

from __future__ import annotations

from isnad.annotation import Mention, Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.lexicon import roles
from isnad.statements.scene import Scene


def is_medium(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether the name that begins in word `at` is a medium's."""
    if mention.type == "place":
        return False  # «الخبير في شؤون الشرق الأوسط»
    name = tuple(fold_word(mention.text.strip('«»"')).split())
    if name in roles().media or (name[:1] and name[0] in roles().medium):
        return True
    before = [key for key in scene.keys[max(0, at - 2) : at] if key[0].isalpha()]
    return bool(before) and _class_word(before[-1])


def medium_between(scene: Scene, start: int, stop: int) -> Speaker | None:
    """The medium that somebody spoke to or through, named in the words start..stop, or None."""
    for at in range(start, min(stop, start + 40)):
        mention = scene.mention_at.get(at)
        if mention is not None and mention.type == "organization" and is_medium(scene, at, mention):
            return Speaker(mention.start, mention.end, mention.text, mention.entity)
    return None


def _class_word(key: str) -> bool:
    return any(text in roles().medium for text in (key, key[1:], key[2:]))
