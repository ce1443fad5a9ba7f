"""Direct speech without quotation marks: behind a colon, and at the head of a line."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotation import Speaker
from isnad.statements.conjugation import Kind
from isnad.statements.cues import Cue
from isnad.statements.lexicon import saying
from isnad.statements.scene import Scene
from isnad.statements.speech import Spoken, speech
from isnad.statements.voicing import Voice

_TOLD = 7  # words behind the colon in which he is named again who does not speak
_STOPS = frozenset("،,.!؟?؛…")
_FINITE: tuple[Kind, ...] = ("past", "present", "future")


def after_colon(scene: Scene, voice: Voice, following: int, taken: set[int]) -> Spoken | None:
    """«وقال: …» without marks: to the end of the sentence, or to «، مضيفا …»."""
    opened = voice.cue.opened
    if opened is None or opened.by != "colon" or voice.cue.kind == "phrase":
        return None
    end = min(scene.sentence_end(voice.cue.at), following)
    first, last = opened.at, _trimmed(scene, opened.at, end)
    if last - first < 2 or any(at in taken for at in range(first, min(first + 3, last))):
        return None
    return speech(scene, first, last, voice, voice.confidence - 0.1)


def _trimmed(scene: Scene, first: int, last: int) -> int:
    while last > first and scene.keys[last - 1] in _STOPS:
        last -= 1
    return last


def headlines(scene: Scene, taken: set[int]) -> Iterator[Spoken]:
    """«الرئيس فلان: لن نقبل …» at the head of a line."""
    for first, last in scene.sentences:
        colon = next((at for at in range(first, min(last, first + 9)) if scene.keys[at] == ":"), -1)
        if colon < 0 or colon + 2 >= last:
            continue
        name = next((scene.mention_at[at] for at in range(first, colon) if scene.mention_end.get(at) == colon), None)
        if name is None or name.type != "person" or has_verb(scene, first, colon) or has_verb(scene, colon, colon + 3):
            continue
        if any(not scene.keys[at][0].isalpha() for at in range(first, colon)):
            continue
        end = _trimmed(scene, colon + 1, last)
        if scene.keys[colon - 1] in scene.keys[colon + 1 : colon + _TOLD]:
            continue  # «مسيرة فلان: تألق فلان في …» tells of him
        if colon + 1 in taken or colon + 2 in taken or end - colon < 3:
            continue
        speaker = Speaker(name.start, name.end, name.text, name.entity)
        cue = Cue(first, colon, "verb", "", "neutral", colon)
        yield speech(scene, colon + 1, end, Voice(cue, speaker, None, 0.6))


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb of saying is among the words first to last (exclusive)."""
    return any(form.kind in _FINITE for at in range(first, last) for form in saying().get(scene.keys[at], ()))
