"""Who does what a sentence tells, where no verb of saying has a subject of its own."""

from __future__ import annotations

from isnad.annotation import Speaker
from isnad.statements.happenings import verbs
from isnad.statements.lexicon import roles
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject
from isnad.statements.subjects import subject
from isnad.statements.unlisted_names import is_adjunct, may_be_of_name

_AHEAD = 8  # words of the sentence in which its subject may begin


def agent(scene: Scene, first: int, last: int) -> Subject | None:
    """Who does what a sentence tells: somebody named or described right behind its verb, or at its head."""
    if (named := _apposed_name(scene, first, last)) is not None:
        return named
    for at in range(first, min(first + _AHEAD, last - 1)):
        if at > first and not (at == first + 1 or scene.keys[at - 1] in verbs()):
            continue
        if at == first + 1 and is_adjunct(scene.keys[first]):
            continue  # «داخل مركز البلدة، يجلس فلان»
        found = subject(scene, at, last, strict=True)
        if found is None:
            continue
        begins = found.mention is None or scene.word_at(found.mention.start) - at <= _AHEAD
        told = found.kind in ("person", "source") or (found.kind == "back" and bool(found.heads & roles().epithet))
        if begins and told and not is_adjunct(scene.keys[at]):
            return found
    return None


def _apposed_name(scene: Scene, first: int, last: int) -> Subject | None:
    """«ليلى، طبيبة أطفال في الثلاثين، حزمت حقائبها»: a name that nobody recognised, told by what its bearer is."""
    if first + 3 >= last or scene.keys[first + 1] != "،" or first in scene.mention_at:
        return None
    told = scene.keys[first + 2] in roles().source and scene.keys[first + 2] not in roles().body
    if not told or not scene.keys[first][0].isalpha() or not may_be_of_name(scene, first, first):
        return None
    start, end = scene.span(first, first)
    return Subject(Speaker(start, end, scene.text[start:end]), "person", first + 1, frozenset({scene.keys[first + 2]}))
