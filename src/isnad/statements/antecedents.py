"""The noun of an event that a relative clause tells of: «الهجوم الذي استهدف …», «جلسة عقدت أمس», «مؤتمر عقده أمس»."""

from __future__ import annotations

from isnad.statements.happenings import NounForm, context
from isnad.statements.lexicon import particles, roles
from isnad.statements.occasions import base, is_weak, occasion, tie_words
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report
from isnad.statements.word_shapes import bare

_ARTICLE, _HAA, _WAW, _BAA = "\u0627\u0644", "\u0647", "\u0648", "\u0628"
_HERS = _HAA + "\u0627"
_FEMININE = (_HAA, "\u0627\u062a", "\u062a", "\u0627\u062a\u0647")  # «جلسة», «غارات», «زيارته» as «زيارت»
_COMMAS = frozenset("،,")
_MARKS = frozenset('«»"“”')
_HAD = frozenset(("قد", "وقد", "كان", "كانت", "سبق", "ان"))
_WHICH = frozenset(("التي", "والتي"))
_FUNCTION = ("preposition", "that", "that_pronoun", "opens_clause", "relative", "negation", "pronoun", "demonstrative")
_PHRASE = 9  # words from a noun to the relative
_BARE = 5  # words from an indefinite noun to the verb that tells of it
_HARM = frozenset(("attack", "disaster"))
_SHORT_LIVED = frozenset(("attack", "disaster", "protest"))


def head_of(scene: Scene, verb: Report, lemma: str) -> int | None:
    """The word of the noun that the verb's clause tells of and whose time it tells, or None."""
    words = tie_words()
    points = lemma in words["holds"] and _points_back(scene, verb.at)
    if not points and lemma not in words["occurs"] | words["begins"] | context()["harms"]:
        return None
    relative = _relative(scene, verb)
    if relative is None:
        at = _bare(scene, verb, points=points)
    else:
        at = noun_before(scene, relative, feminine=scene.keys[relative] in _WHICH, points=points)
    form = occasion(scene, at) if at is not None else None
    return at if form is not None and _fits(form, lemma, points=points) else None


def _fits(form: NounForm, lemma: str, *, points: bool) -> bool:
    """Whether the verb tells when such an event was: what harms does, what ends soon began then."""
    event_class = form.entry.event_class
    if points:
        return True
    if lemma in tie_words()["damages"] | context()["harms"]:
        return event_class in _HARM
    lasts = event_class not in _SHORT_LIVED or base(form) in tie_words()["long"]
    return lemma not in tie_words()["begins"] or not lasts


def _points_back(scene: Scene, at: int) -> bool:
    """Whether the verb points back by a pronoun: «عقده», «قام بها»."""
    written = scene.text[scene.words[at].start : scene.words[at].end]
    return written.endswith((_HERS, _HAA)) or scene.keys[min(at + 1, len(scene.keys) - 1)] in tie_words()["points"]


def _relative(scene: Scene, verb: Report) -> int | None:
    """The word of the relative that opens the verb's clause, where at most «كان قد» stands between."""
    at = verb.at - 1
    first = max(scene.sentence_start(verb.at), verb.at - 4)
    while at > first and scene.keys[at] in _HAD:
        at -= 1
    key = scene.keys[at]
    return at if key in particles()["relative"] or key.removeprefix(_WAW) in particles()["relative"] else None


def noun_before(scene: Scene, relative: int, *, feminine: bool, points: bool = False) -> int | None:
    """The definite noun of an event before the relative that agrees with it, and no person between.

    points: the clause has a pronoun for it, so that a person between is not meant.
    """
    first = scene.sentence_start(relative)
    at = relative - 1 - (scene.keys[relative - 1] in _COMMAS)
    for word in range(at, max(first, at - _PHRASE) - 1, -1):
        key = scene.keys[word]
        form = occasion(scene, word)
        plain = form is not None and form.prefix + form.text == key  # a noun with the ending of «احتراما» rules none
        if form is not None and plain and _is_feminine(form) == feminine and (form.definite or word < at):
            return _ruler(scene, word, form, feminine=feminine)
        if key in _COMMAS or key in particles()["relative"] or (not points and _is_other_head(scene, word)):
            return None
    return None


def _ruler(scene: Scene, word: int, form: NounForm, *, feminine: bool) -> int:
    """«حفل الإدراج الذي أقيم», «مؤتمر القلب الذي عقد»: the noun of what is held, before what it is held for."""
    before = occasion(scene, word - 1) if word > scene.sentence_start(word) and not form.bound else None
    if before is None or before.definite or _is_feminine(before) != feminine:
        return word
    held = is_weak(before) or before.entry.event_class == "meeting" or before.text in tie_words()["rulers"]
    return word - 1 if held else word


def _is_other_head(scene: Scene, word: int) -> bool:
    """Whether the clause may rather tell of this word: a person, a body, or what stands behind a preposition."""
    mention = scene.mention_at.get(word)
    if mention is not None and mention.type in ("person", "organization"):
        return True
    return bare(scene.keys[word]) in roles().heads


def _is_feminine(form: NounForm) -> bool:
    stem = base(form)
    return stem.endswith(_FEMININE) or stem in tie_words()["plurals"]


def _is_function_word(key: str) -> bool:
    return any(key in particles()[name] for name in _FUNCTION)


def _bare(scene: Scene, verb: Report, *, points: bool) -> int | None:
    """«في جلسة طارئة عقدت أمس»: an indefinite noun with its adjectives right before the verb."""
    if verb.joined:
        return None
    for word in range(verb.at - 1, max(scene.sentence_start(verb.at), verb.at - _BARE) - 1, -1):
        key = scene.keys[word]
        prepositions = particles()["preposition"]
        aside = points and (key in prepositions or scene.keys[word - 1] in prepositions)
        form = occasion(scene, word)
        if form is not None and not (aside and form.definite):
            return None if form.definite else word
        if key in _MARKS or aside or (scene.is_name(word) and key[0] == _BAA):
            continue
        if not key[0].isalpha() or key.startswith(_ARTICLE) or scene.is_name(word) or _is_function_word(key):
            return None
    return None
