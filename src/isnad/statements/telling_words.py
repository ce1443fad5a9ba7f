"""What the words around the word of an event make of it: of which class it is, or that it reports none.

«أطلق» a missile is an attack and «أطلق سراحه» a release; «ضبط النفس» is an idiom and nothing that happened. The rules
are rows of data/classes_by_object.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from isnad.statements.happenings import Happening, context, lemma_of, nouns, rows_of
from isnad.statements.lexicon import folded, particles, toml
from isnad.statements.scene import Scene

NO_EVENT = "none"
_VAGUE = "other"
_TANWIN, _PLURAL = "\u0627", "\u0627\u062a"  # «اتصالا», «اتصالات»
_NO_PREFIX = "-"
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
    before: int


@dataclass(frozen=True, slots=True)
class _Empty:
    """prefixes: what may be glued to the noun of an empty verb. after: what stands right before it without one."""

    prefixes: frozenset[str]
    after: frozenset[str]


def class_around(scene: Scene, at: int, entry: Happening) -> str | None:
    """The class that the nearest telling word gives the word at `at`, NO_EVENT where it is none; None without one."""
    rules = _rules().get(entry.row, ())
    found = _of_words_around(scene, at, rules) if rules else None
    return found or _of_its_noun(scene, at, entry)


def _of_words_around(scene: Scene, at: int, rules: tuple[_Rule, ...]) -> str | None:
    for rule in rules:
        if rule.before and _stands_before(scene, at, rule):
            return rule.event_class
    for distance, word in _ahead(scene, at):
        for rule in rules:
            if distance <= rule.reach and not rule.words.isdisjoint(_readings(scene.keys[word])):
                return rule.event_class
    for word in _subject_in_front(scene, at):
        for rule in rules:
            if rule.behind and not rule.words.isdisjoint(_readings(scene.keys[word])):
                return rule.event_class
    return None


def _stands_before(scene: Scene, at: int, rule: _Rule) -> bool:
    """«وقف فوري لإطلاق النار»: a word before that shows what the word at `at` belongs to."""
    first = max(scene.sentence_start(at), at - rule.before)
    return any(not rule.words.isdisjoint(_readings(scene.keys[word])) for word in range(first, at))


def _of_its_noun(scene: Scene, at: int, entry: Happening) -> str | None:
    """«قام بزيارة», «تعرض لانتقاد», «تشهد البلاد اشتباكات»: the verb is empty, and its noun tells what happens."""
    empty = _empty_verbs().get(entry.row)
    if empty is None or entry.event_class != _VAGUE:
        return None
    for distance, word in _ahead(scene, at):
        if distance > _REACH:
            break
        key = scene.keys[word]
        noun = nouns().get(key) or nouns().get(key.removesuffix(_TANWIN)) or nouns().get(key.removesuffix(_PLURAL))
        if noun is None or noun.prefix not in empty.prefixes or scene.is_name(word):
            continue
        before = scene.keys[word - 1]
        if noun.prefix or before in (empty.after or {before} - particles()["preposition"]):
            return _class_of(noun.entry)
    points = scene.keys[at].endswith(_PRONOUNS)
    return _of_antecedent(scene, at) if _ARTICLE in empty.prefixes and not points else None


def _of_antecedent(scene: Scene, at: int) -> str | None:
    """«الهجوم الذي وقع», «غارة وقعت»: what occurred stands before its relative clause."""
    behind = scene.keys[at - 1] in particles()["relative"] if at else False
    for word in range(at - 1, max(scene.sentence_start(at), at - _REACH if behind else at - 1) - 1, -1):
        noun = nouns().get(scene.keys[word])
        if noun is not None and not scene.is_name(word):
            return _class_of(noun.entry)
    return None


def _class_of(entry: Happening) -> str | None:
    return None if entry.weak or entry.event_class == _VAGUE else entry.event_class


def points_back(scene: Scene, at: int, entry: Happening) -> bool:
    """«التطورات التي تشهدها المنطقة»: an empty verb whose noun stands before it, so that it tells nothing new."""
    return entry.row in _empty_verbs() and scene.keys[at].endswith(_PRONOUNS)


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
        before = row.get("before", 0)
        reach = row.get("reach", 0 if before else _REACH)
        rule = _Rule(row["class"], folded(row["words"]), reach, row.get("behind", False), before)
        for number in rows_of(frozenset(row["of"].split())):
            found[number] = (*found.get(number, ()), rule)
    return found


@lru_cache(maxsize=1)
def _empty_verbs() -> Mapping[int, _Empty]:
    """The empty verbs by their rows."""
    found: dict[int, _Empty] = {}
    for row in toml("classes_by_object.toml")["empty"]:
        prefixes = frozenset("" if one == _NO_PREFIX else one for one in row["prefixes"].split())
        empty = _Empty(prefixes, folded(row.get("after", "")))
        found |= dict.fromkeys(rows_of(frozenset(row["of"].split())), empty)
    return found
