"""Whom the relative before a verb points back at: «الوزير الذي أعلن», «المتحدث، الذي طلب …، قال»."""

from __future__ import annotations

from isnad.annotation import Speaker
from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles, roles
from isnad.statements.remembered import State
from isnad.statements.scene import Scene
from isnad.statements.subjects import subject
from isnad.statements.unknown_nouns import speaker_of
from isnad.statements.word_shapes import bare, nominative

_COMMAS = frozenset("،,")
_WAS = frozenset(("كان", "كانت", "كانوا"))
_HAD = _WAS | {"قد", "سبق", "ان"}
_PLURAL = ("\u0648\u0646", "\u064a\u0646", "\u0627\u0646")
_WHO = frozenset(("الذين", "اللذان", "اللذين", "اللواتي", "اللاتي"))

_WHICH = frozenset(("التي", "اللتان", "اللتين", "اللواتي", "اللاتي"))


def of_relative(scene: Scene, cue: Cue, state: State) -> Speaker | None:
    """«الوزير الذي أعلن», «الوزير الذي كان قد أعلن»: whom the relative before the verb points back at."""
    first, relative = scene.sentence_start(cue.at), cue.at - 1
    while relative > first and scene.keys[relative] in _HAD:
        relative -= 1
    if scene.keys[relative] not in particles()["relative"] or _of_another(scene, cue):
        return None
    return _apposed(scene, cue, state) or antecedent(scene, relative, first)


def _of_another(scene: Scene, cue: Cue) -> bool:
    """«الشباك التي قال إنها تقتل السلاحف»: the verb's gender is not that of «التي», and so not what it stands for."""
    gender = cue.form.gender if cue.form is not None else ""
    return bool(gender) and gender != ("f" if scene.keys[cue.at - 1] in _WHICH else "m")


def _apposed(scene: Scene, cue: Cue, state: State) -> Speaker | None:
    """«صرخ فلان، رئيس الجمعية، الذي طالب …»: whoever spoke, where only his office stands between."""
    voice, relative = state.voice, cue.at - 1
    if voice is None or voice.speaker is None or scene.keys[relative - 1] not in _COMMAS or voice.subject_end < 0:
        return None
    between = scene.keys[voice.subject_end : relative - 1]
    office = between[:1] in (["،"], [","]) and len(between) > 1 and bare(between[1]) in roles().heads
    return voice.speaker if office and not _COMMAS & set(between[1:]) else None


def antecedent(scene: Scene, relative: int, first: int) -> Speaker | None:
    """Whoever is named last before word `relative` of the sentence that begins at word `first`, where it fits him."""
    if scene.keys[relative] in _WHO:
        return _several(scene, relative, first)
    for word in range(relative - 1, max(first, relative - 8) - 1, -1):
        mention = scene.mention_at.get(word)
        if mention is not None and mention.type in ("person", "organization", "place"):
            return Speaker(mention.start, mention.end, mention.text, mention.entity)
    found = subject(scene, max(first, relative - 6), relative)
    return found.speaker if found is not None and found.kind in ("source", "back") else None


def _several(scene: Scene, relative: int, first: int) -> Speaker | None:
    """«النواب في لجنة المال الذين أعلنوا أن …»: the people nearest before, and no place or body that they belong to."""
    for word in range(relative - 1, max(first, relative - 8) - 1, -1):
        mention, plain = scene.mention_at.get(word), nominative(scene.keys[word])
        if mention is not None and mention.type == "person":
            return Speaker(mention.start, mention.end, mention.text, mention.entity)
        if plain not in roles().heads and scene.keys[word].startswith("ال") and plain.endswith(_PLURAL[:2]):
            if not bare(scene.keys[word - 1]).endswith(_PLURAL[:2]):
                return speaker_of(scene, word, word + 1)  # «أنصار الحزب التقدميين الذين …»
            continue
        people = plain in roles().several or (plain in roles().heads and plain.endswith(_PLURAL))
        found = subject(scene, word, relative) if people else None
        if found is not None and found.kind in ("source", "back"):
            return found.speaker
    return None
