"""What the words around the word of an event make of it: of which class it is, or that it reports none.

«أطلق» a missile is an attack and «أطلق سراحه» a release; «ضبط النفس» is an idiom and nothing that happened. The rules
are rows of data/classes_by_object.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from isnad.statements.happenings import Happening, context, lemma_of, rows_of
from isnad.statements.lexicon import folded, particles, toml
from isnad.statements.scene import Scene

NO_EVENT = "none"
_REACH = 7  # words from a verb past its subject to its object, where a rule says no other
_FARTHEST = 12  # and at most
_BEHIND = 4  # words back to a subject in front
_STOPS = frozenset("،,؛:.")
_ARTICLE, _LAM = "\u0627\u0644", "\u0644"
_WITH = "\u0628"
_HAA, _TAA = "\u0647", "\u062a"
_PRONOUNS = ("\u0647\u0645\u0627", "\u0647\u0645", "\u0647\u0627", "\u0647")
_GLUED = frozenset("\u0648\u0641\u0628\u0644\u0643")  # waw, faa, baa, lam, kaf
_SHORTEST = 2  # letters left of a word


@dataclass(frozen=True, slots=True)
class _Rule:
    event_class: str
    words: frozenset[str]
    reach: int
    behind: bool


def class_around(scene: Scene, at: int, entry: Happening) -> str | None:
    """The class that the nearest telling word gives the word at `at`, NO_EVENT where it is none; None without one."""
    rules = _rules().get(entry.row, ())
    if not rules:
        return None
    compounds = [rule for rule in rules if not rule.reach]
    if compounds and (event_class := _class_in_front(scene, at, compounds)) is not None:
        return event_class
    for distance, word in _ahead(scene, at):
        for rule in rules:
            if distance <= rule.reach and not rule.words.isdisjoint(_readings(scene.keys[word])):
                return rule.event_class
    return _class_in_front(scene, at, [rule for rule in rules if rule.behind])


def _class_in_front(scene: Scene, at: int, rules: Sequence[_Rule]) -> str | None:
    for word in _subject_in_front(scene, at):
        for rule in rules:
            if not rule.words.isdisjoint(_readings(scene.keys[word])):
                return rule.event_class
    return None


def is_sentence(scene: Scene, at: int, court: int, verdict: Happening) -> bool:
    """«قضت محكمة بإعدام أربعة»: what a court gives is told with its verdict, and not done yet.

    court, verdict: the word and the entry of the event told last before the word at `at`.
    """
    key, words = scene.keys[at], context()
    near = court >= scene.sentence_start(at) and lemma_of(verdict) in words["sentences"]
    return near and key[:1] == _WITH and key[1:] in words["penalty"]


def _ahead(scene: Scene, at: int) -> Iterator[tuple[int, int]]:
    """The words behind `at` and how far they are, up to where its clause ends."""
    stops = _STOPS | particles()["relative"] | particles()["that"] | particles()["opens_clause"]
    for distance, word in enumerate(range(at + 1, min(at + 1 + _FARTHEST, scene.sentence_end(at))), 1):
        if scene.keys[word] in stops:
            return
        yield distance, word


def _subject_in_front(scene: Scene, at: int) -> Iterator[int]:
    """«زلزال عنيف قد ضرب …», «السيول التي اجتاحت …»."""
    for word in range(at - 1, max(scene.sentence_start(at), at - 1 - _BEHIND) - 1, -1):
        if scene.keys[word] in _STOPS:
            return
        yield word


def _readings(key: str) -> frozenset[str]:
    """The word without what may be glued to it: «بالسجن» is «سجن», «استقالته» is «استقالة»."""
    heads = {key, key.removeprefix(_ARTICLE)}
    if key[:1] in _GLUED:
        heads |= {key[1:], key[1:].removeprefix(_ARTICLE), key.removeprefix(_LAM + _LAM)}
    ends = {head.removesuffix(pronoun) for head in heads for pronoun in _PRONOUNS}
    ends |= {end[:-1] + _HAA for end in ends if end.endswith(_TAA)}
    return frozenset(word for word in heads | ends if len(word) >= _SHORTEST)


@lru_cache(maxsize=1)
def _rules() -> Mapping[int, tuple[_Rule, ...]]:
    """The rules by the rows of the entries that they are of."""
    found: dict[int, tuple[_Rule, ...]] = {}
    for row in toml("classes_by_object.toml")["object"]:
        rule = _Rule(row["class"], folded(row["words"]), row.get("reach", _REACH), row.get("behind", False))
        for number in rows_of(frozenset(row["of"].split())):
            found[number] = (*found.get(number, ()), rule)
    return found
