"""Whether a verb of saying belongs to what is being said, so that its subject says nothing to the reader."""

from __future__ import annotations

from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles
from isnad.statements.remembered import State
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import is_verb_of_saying

_COMMAS = frozenset("،,؛")
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها"))
_HE, _BUT = frozenset(("انه", "انها", "انهم", "ان")), frozenset(("الا", "غير", "بيد", "علي", "قبل"))
_ONLY = frozenset(("لكن", "ولكن"))
_WHICH_IS = frozenset(("وهو", "وهي", "وهذا"))
_SUBJECT = 8  # words of a subject in front of its verb


def is_nested(scene: Scene, cue: Cue, state: State) -> bool:
    """«قال إن الحزب يتوقع …»: the verb belongs to what is said, and its subject says nothing to the reader."""
    outer = state.voice.cue.opened if state.voice is not None else None
    if outer is None or cue.kind != "verb" or cue.form is None or cue.form.joined or cue.at <= outer.at:
        return False
    before = scene.keys[cue.at - 1]
    earlier = scene.keys[cue.at - 2]
    beside = before in _COMMAS or before in particles()["aside"] or before in ("حين", "فقد")
    beside = beside or (before in particles()["beside"] and (before in _BUT_HE or earlier in _COMMAS))
    beside = beside or (before == "ما" and earlier in _WHICH_IS)  # «وهو ما أيده فلان»
    beside = beside or (before in _HE and earlier in _BUT)  # «إلا أنه رأى أن …»
    return not (beside or _sets_against(scene, cue)) and scene.within[cue.at] < 0


def _sets_against(scene: Scene, cue: Cue) -> bool:
    """«…، لكن الوزير أكد أن …», «…، غير أن فلانا رجح»: a subject that a conjunction behind a comma sets against."""
    for at in range(cue.at - 1, max(cue.at - _SUBJECT, scene.sentence_start(cue.at) + 1), -1):
        key = scene.keys[at]
        if key in _COMMAS or is_verb_of_saying(key):
            return False
        if key in _ONLY or (key == "ان" and scene.keys[at - 1] in _BUT):
            before = at - 1 - (key == "ان")
            return at + 1 < cue.at and scene.keys[before] in _COMMAS
    return False
