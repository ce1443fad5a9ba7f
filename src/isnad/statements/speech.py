"""A stretch of direct speech with the voice that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import combining

from isnad.annotation import Quotation
from isnad.statements.scene import Scene
from isnad.statements.voicing import Voice


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation in marks or after a colon, and the voice it belongs to. words: first and just past the last."""

    quotation: Quotation
    words: tuple[int, int]
    voice: Voice | None


def speech(scene: Scene, first: int, last: int, voice: Voice | None, confidence: float | None = None) -> Spoken:
    """The words first to last (exclusive) as said by the voice, as sure as it is unless `confidence` says otherwise."""
    start, end = scene.words[first].start, scene.words[last - 1].end
    while end < len(scene.text) and combining(scene.text[end]):
        end += 1  # «خطيراً»: vowel signs belong to the last word
    sure = confidence if confidence is not None else (voice.confidence if voice else 0.4)
    quotation = Quotation(
        start,
        end,
        direct=True,
        verb=(voice.cue.lemma or None) if voice else None,
        speaker=voice.speaker if voice else None,
        via=voice.via if voice and voice.via != voice.speaker else None,
        stance=voice.cue.stance if voice else "neutral",
        confidence=round(sure, 2),
    )
    return Spoken(quotation, (first, last), voice)
