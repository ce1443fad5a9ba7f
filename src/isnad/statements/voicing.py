"""Somebody's voice: a cue with its speaker, and whom the words that name a speaker mean."""

from __future__ import annotations

from dataclasses import dataclass

from isnad.annotation import Speaker
from isnad.statements.cues import Cue
from isnad.statements.remembered import Said, State, goes_on_as, whom
from isnad.statements.salience import Topic, last_topic
from isnad.statements.subject_kinds import Subject, named

_FAR = 1  # sentences without speech behind more of which nobody is still speaking
_NEAR = 4  # sentences back to the one of whom the text has told
NAMED, POINTED, CARRIED, GUESSED = 0.95, 0.8, 0.65, 0.4


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue with its speaker. subject_end: the word just past the subject as written, -1 when it has none there."""

    cue: Cue
    speaker: Speaker | None
    via: Speaker | None
    confidence: float
    subject_end: int = -1
    nested: bool = False  # inside what somebody else is said to have said


def meant(found: Subject, cue: Cue, state: State) -> tuple[Speaker, float]:
    """Whom the words mean, and how sure that is; remembers him."""
    speaker, sure = found.speaker, NAMED
    kind = found.kind
    earlier = whom(found, cue, state) if found.kind in ("back", "source") else None
    if earlier is not None:
        speaker, sure, kind = earlier, POINTED, "back" if found.kind == "back" else "person"
    elif found.kind == "back":
        sure, kind = CARRIED, "source"
    elif goes_on_as(found, cue, state):
        speaker, sure, kind = state.said[-1].speaker, CARRIED, "person"
    gender = cue.form.gender if cue.form else ""
    plural = bool(cue.form and cue.form.plural)
    state.said.append(Said(speaker, found.heads, found.qualifiers, gender, plural, kind))
    return speaker, sure


def remembered(topic: Topic, cue: Cue, state: State) -> Speaker:
    """The person of a topic, who speaks now and is remembered for it."""
    speaker, gender = named(topic.mention), cue.form.gender if cue.form else ""
    state.said.append(Said(speaker, frozenset(), frozenset(), gender, plural=False, kind="person"))
    return speaker


def told_since(cue: Cue, state: State) -> Voice | None:
    """Whoever the text has told of since somebody last spoke."""
    topic = last_topic(state.topics, cue.at, state.sentence)
    if topic is None or not topic.sentence > state.heard >= 0:
        return None
    return Voice(cue, remembered(topic, cue, state), None, CARRIED)


def carried(cue: Cue, state: State, *, to_him: bool = False, far: bool = False) -> Voice:
    """The last speaker, of the verb's gender where it shows one; to_him: another than who has just spoken.

    far: also one who fell silent long ago («وأكد جلالته أن …»)."""
    recent = state.said[-4:] if far or state.silent <= _FAR else []
    gender = cue.form.gender if cue.form else ""
    fitting = [one for one in recent if not gender or not one.gender or one.gender == gender]
    if cue.form and cue.form.plural and recent:
        fitting = [one for one in recent if one.plural] or fitting
    if not recent:
        return _first_told(cue, state) or Voice(cue, None, None, GUESSED)
    chosen = (fitting or recent)[-1]
    if to_him:
        chosen = next((one for one in reversed(fitting) if one.speaker.text != recent[-1].speaker.text), chosen)
    return Voice(cue, chosen.speaker, None, CARRIED)


def _first_told(cue: Cue, state: State) -> Voice | None:
    """Where nobody has spoken yet: the person of whom the text has told («تجلس فلانة … «…»، تقول وهي تقلب الجمر»)."""
    topic, gender = last_topic(state.topics, cue.at, state.sentence), cue.form.gender if cue.form else ""
    if topic is None or state.sentence - topic.sentence > _NEAR or (cue.form is not None and cue.form.plural):
        return None
    if not topic.leads or not (gender in ("", topic.gender) or not topic.gender):
        return None
    return Voice(cue, remembered(topic, cue, state), None, CARRIED - 0.15)


def same_sentence(cue: Cue, state: State) -> Voice | None:
    """Whoever has spoken before in the sentence."""
    voice = state.voice
    return Voice(cue, voice.speaker, voice.via, POINTED) if voice is not None and voice.speaker is not None else None
