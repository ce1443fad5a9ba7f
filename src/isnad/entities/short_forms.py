"""What a name in an article is short for: family names, other spellings, acronyms, «التنظيم» with one antecedent.

All within one article. Where two people or bodies could be meant, both are given, and nobody guesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from isnad.entities import person_names
from isnad.entities.choice import rules
from isnad.entities.grammar import grammar
from isnad.entities.page import CLOSING, OPENING, Candidate, Page
from isnad.entities.person_names import Part
from isnad.entities.propagation import Name, words_of
from isnad.entities.sequence_model import word_lists

ANAPHOR = "propagation.anaphor"
_ARTICLE = "\u0627\u0644"
_BY = " \u0628"  # the preposition of «المعروفة بـ», alone before a guillemet
_MOST_BETWEEN = 6  # words between a name and its other name


def name_of(page: Page, candidate: Candidate) -> Name:
    """The folded words of a name, without titles before a person's; «عبدالمهدي» as two words."""
    name = words_of(page, candidate)
    if candidate.type != "person":
        return name
    while len(name) > 1 and name[0] in grammar().titles:
        name = name[1:]
    return tuple(word for part in person_names.parts(name) for word in part.words)


def wholes(page: Page, candidates: Sequence[Candidate], names: Sequence[Name]) -> list[tuple[Name, ...]]:
    """For each candidate the fuller names that it may be short for; its own name where there is no fuller one."""
    same = {**_people(candidates, names), **_bodies(candidates, names)}
    same |= _other_names(page, candidates, names)
    people = _by_part({same.get(name, name) for name in _full(candidates, names)})
    nouns = _by_noun(candidates, names, same)
    return [_whole(*pair, same, people, nouns) for pair in zip(candidates, names, strict=True)]


def _whole(
    candidate: Candidate,
    name: Name,
    same: Mapping[Name, Name],
    people: Sequence[Mapping[Name, set[Name]]],
    nouns: Mapping[str, set[Name]],
) -> tuple[Name, ...]:
    if candidate.rule == ANAPHOR:
        return tuple(sorted(nouns.get(name[0], {name})))
    parts = person_names.parts(name)
    if candidate.type == "person" and len(parts) == 1:
        found = next((by[parts[0].words] for by in people if parts[0].words in by), None)
        found = found or _respelt(parts[0], people[0])
        if found:
            return tuple(sorted(found))
    return (same.get(name, name),)


def _respelt(part: Part, families: Mapping[Name, set[Name]]) -> set[Name]:
    known = word_lists().parts
    alike = [full for family, full in families.items() if person_names.spelt_alike(part.words, family, known)]
    return set().union(*alike)


def _full(candidates: Iterable[Candidate], names: Iterable[Name]) -> list[Name]:
    """The names of people that have two parts or more, the longest first, each once."""
    pairs = zip(candidates, names, strict=True)
    full = {name for one, name in pairs if one.type == "person" and len(person_names.parts(name)) > 1}
    return sorted(full, key=lambda name: (-len(name), name))


def _people(candidates: Sequence[Candidate], names: Sequence[Name]) -> dict[Name, Name]:
    """By full name the longest one that can only be the same person's: parts left out, or spelt otherwise."""
    found: dict[Name, Name] = {}
    kept: list[Name] = []
    for name in _full(candidates, names):
        longer = [one for one in kept if _same_person(name, one)]
        if len(longer) == 1:
            found[name] = longer[0]
        else:
            kept.append(name)
    return found


def _same_person(short: Name, long: Name) -> bool:
    """Whether all parts of the one stand in the other in order, the first of both being one given name."""
    ours, theirs = person_names.parts(short), person_names.parts(long)
    if not _alike(ours[0], theirs[0]):
        return False
    left = iter(theirs[1:])
    return all(any(_alike(part, other) for other in left) for part in ours[1:])


def _alike(one: Part, other: Part) -> bool:
    return person_names.spelt_alike(one.words, other.words, word_lists().parts)


def _by_part(full: Iterable[Name]) -> tuple[dict[Name, set[Name]], ...]:
    """Full names by their last part, by a part in the middle, and by the first: in this order a short form is read."""
    last: dict[Name, set[Name]] = defaultdict(set)
    middle: dict[Name, set[Name]] = defaultdict(set)
    first: dict[Name, set[Name]] = defaultdict(set)
    for name in full:
        head, *others, tail = person_names.parts(name)
        last[tail.words].add(name)
        first[head.words].add(name)
        for part in others:
            middle[part.words].add(name)
    return last, middle, first


def _bodies(candidates: Sequence[Candidate], names: Sequence[Name]) -> dict[Name, Name]:
    """By name without the noun that says what it is («رويترز») the one name with it («وكالة رويترز»)."""
    longer: dict[Name, set[Name]] = defaultdict(set)
    for one, name in zip(candidates, names, strict=True):
        if one.type != "person" and len(name) > 1 and name[0] in rules()["appositions"]:
            longer[name[1:]].add(name)
    typed = {name for one, name in zip(candidates, names, strict=True) if one.type == "organization"}
    return {
        short: next(iter(found))
        for short, found in longer.items()
        if len(found) == 1 and short in typed and found <= typed
    }


def _other_names(page: Page, candidates: Sequence[Candidate], names: Sequence[Name]) -> dict[Name, Name]:
    """By other name the name that stands right before it: «قوات سوريا الديمقراطية (قسد)», «… المعروفة باسم …»."""
    found: dict[Name, Name] = {}
    for n in range(1, len(candidates)):
        one, other = candidates[n - 1], candidates[n]
        if one.type == other.type and names[n] != names[n - 1] and _introduces(page, one, other):
            found[names[n]] = names[n - 1]
    return found


def _introduces(page: Page, one: Candidate, other: Candidate) -> bool:
    between = page.plain[one.last : other.first]
    if not between or len(between) > _MOST_BETWEEN:
        return False
    words = " ".join(word for word in between if word not in OPENING | CLOSING).removesuffix(_BY)
    if words in _phrases():
        return True
    closed = other.last < len(page.plain) and page.plain[other.last] in CLOSING | {")"}
    alone = words in ("(", "") and (words or between[-1] in OPENING) and between[0] not in CLOSING
    return bool(alone and closed and one.type == "organization" and other.last - other.first == 1)


@cache
def _phrases() -> frozenset[str]:
    return frozenset({phrase.strip().removesuffix(_BY) for phrase in rules()["known_as"]} - {"(", "«"})


def _by_noun(candidates: Iterable[Candidate], names: Iterable[Name], same: Mapping[Name, Name]) -> dict[str, set[Name]]:
    """By definite noun the bodies that it may mean: those whose name begins with it, or that it introduced."""
    found: dict[str, set[Name]] = defaultdict(set)
    for candidate, name in zip(candidates, names, strict=True):
        if candidate.type == "organization" and candidate.rule != ANAPHOR:
            whole = same.get(name, name)
            if len(name) > 1:
                found[_definite(name[0])].add(whole)
            if candidate.head:
                found[_definite(candidate.head)].add(whole)
    return found


def _definite(noun: str) -> str:
    return noun if noun.startswith(_ARTICLE) else _ARTICLE + noun
