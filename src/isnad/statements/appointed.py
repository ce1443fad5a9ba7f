"""Nouns whose day a participle tells: «الجلسة المقررة غدا», «الحفل الذي كان مقررا …», «الاتفاق المبرم عام 2015»."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotation import Time
from isnad.statements.antecedents import noun_before
from isnad.statements.happenings import context, verbs
from isnad.statements.lexicon import particles
from isnad.statements.occasions import occasion, tie_words
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_ARTICLE, _HAA, _FROM = "\u0627\u0644", "\u0647", "\u0645\u0646"
_BEFORE = frozenset(("في", "يوم", "بتاريخ", "ليوم"))
_BEGUN = 8  # words from «مع» to its date
_SUBJECT = 7  # words between «كان» and its participle


def appointed(scene: Scene, reports: Sequence[Report], times: Sequence[Time]) -> dict[int, tuple[int, bool]]:
    """By word of the noun: the expression that is its day, and whether it was only set for it."""
    found: dict[int, tuple[int, bool]] = {}
    known = {one.at for one in reports if not one.tied}
    for number, time in enumerate(times):
        at = scene.word_at(time.start)
        if at > 0 and time.kind in ("date", "time") and (time.earliest or time.latest):
            nouns, planned = _nouns(scene, at)
            nouns = nouns or [one for one in _begun(scene, at) if one not in known]
            for noun in nouns:
                found.setdefault(noun, (number, planned))
    return found


def _nouns(scene: Scene, first: int) -> tuple[list[int], bool]:
    """The noun whose participle stands right before the expression that begins at word `first`, and what is set."""
    words, keys = tie_words(), scene.keys
    at = first - 1 - (keys[first - 1] in _BEFORE)
    start = scene.sentence_start(first)
    done = occasion(scene, at) if at - 1 > start else None
    inner = at if done is not None and done.bound and keys[at - 1] in words["set_for"] else None
    at -= inner is not None  # «الانتخابات المقرر إجراؤها في …»
    if at <= start or not (keys[at] in words["set_for"] or keys[at] in words["held_on"]) or keys[at - 1] == _FROM:
        return [], False
    hers = inner is not None and done is not None and done.text.endswith(_HAA + "\u0627")
    feminine, planned = hers or (inner is None and keys[at].endswith(_HAA)), keys[at] in words["set_for"]
    if keys[at].startswith(_ARTICLE):
        noun = noun_before(scene, at, feminine=feminine)
    else:
        noun = _subject(scene, at, feminine=feminine) if planned else None
    return [one for one in (noun, inner) if one is not None], planned


def _begun(scene: Scene, first: int) -> list[int]:
    """«مع انطلاق حملة التطعيم في البلاد الثلاثاء»: what begins with the day of what is told."""
    for at in range(first - 1, max(scene.sentence_start(first), first - _BEGUN), -1):
        key = scene.keys[at]
        if not key.isalnum() or key in particles()["relative"] or key in particles()["that"] or key in verbs():
            return []
        form = occasion(scene, at) if scene.keys[at - 1] == "مع" else None
        if form is not None:
            return [at] if form.entry.event_class == "start" and not form.definite else []
    return []


def _subject(scene: Scene, at: int, *, feminine: bool) -> int | None:
    """«الحفل الذي كان مقررا», «كانت الجلسة مقررة»: what «كان» has for its subject."""
    for word in range(at - 1, max(scene.sentence_start(at), at - _SUBJECT) - 1, -1):
        key = scene.keys[word]
        if key.lstrip("وف") in context()["was"]:
            relative = word - 1 if word else 0
            if scene.keys[relative] in particles()["relative"]:
                return noun_before(scene, relative, feminine=feminine)
            return next((one for one in range(word + 1, at) if occasion(scene, one) is not None), None)
    return None
