"""Names that only what stands right before them tells: places that «و» adds to a list, the acronym of a body.

«كفر نبل وحزارين والفطيرة», «وكالة الأنباء العراقية (واع)». Of a place the model must see at least a hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from isnad.annotation import MentionType
from isnad.entities.grammar import grammar, heads
from isnad.entities.page import CLOSING, OPENING, Candidate, Page
from isnad.entities.word_traits import frequency

_AND, _ARTICLE = "\u0648", "\u0627\u0644"
_ADJECTIVAL = ("\u064a", "\u064a\u0647")  # folded endings
_SHORTEST = 3  # letters of a place's name
_RARE = 3.0  # on Zipf's scale: a rarer word needs less of a hint
_HINT, _SMALL_HINT = 0.2, 0.02  # likelihood of being of a name, in the model's eyes
_LONGEST_ACRONYM = 3  # words: «د ب أ»
_COMMON = 4.5  # on Zipf's scale: a word in brackets that is as common explains, and names nothing


def beside(page: Page, chosen: Sequence[Candidate], named: Mapping[int, float]) -> list[Candidate]:
    """`chosen` and what stands beside them, in reading order.

    named: by the place of each word, how likely the model thinks it of some name.
    """
    taken = {at for one in chosen for at in range(one.first, one.last)}
    found = list(chosen)
    for one in chosen:
        more = _acronym(page, one, taken) if one.type == "organization" else _listed(page, one, taken, named)
        for other in more:
            found.append(other)
            taken.update(range(other.first, other.last))
    return sorted(found)


def _listed(page: Page, one: Candidate, taken: set[int], named: Mapping[int, float]) -> Iterator[Candidate]:
    """The unknown places that follow a place with «و», one after the other."""
    at = one.last
    while one.type == "place" and at < len(page.plain) and at not in taken:
        word = page.plain[at]
        end = _place_end(page, at, word[1:]) if word.startswith(_AND) else None
        if end is None or not taken.isdisjoint(range(at, end)) or not _may_name(page, at, named):
            return
        yield _candidate(page, at, end, 1, "place", "place.listed")
        at = end


def _place_end(page: Page, at: int, word: str) -> int | None:
    """The end of a place's name whose first word, without «و», is `word`; «أم», «بيت» and the like take one along."""
    words = grammar()
    if word in words.compounds and at + 1 < len(page.plain) and page.plain[at + 1].isalpha():
        return at + 2
    known = word in heads() or word.removeprefix(_ARTICLE) in heads()
    other = any(word in of for of in (words.stops, words.titles, words.offices, words.particles, words.bodies))
    usual = word in words.generic or word in words.fields or words.adjective(word)
    return None if len(word) < _SHORTEST or not word.isalpha() or known or other or usual else at + 1


def _may_name(page: Page, at: int, named: Mapping[int, float]) -> bool:
    likely = named.get(page.tokens[at].start, 0.0)
    return likely >= (_SMALL_HINT if frequency(page.plain[at][1:]) < _RARE else _HINT)


def _acronym(page: Page, one: Candidate, taken: set[int]) -> Iterator[Candidate]:
    """«(واع)» right after the name of a body."""
    after = page.plain[one.last : one.last + 8]
    if after and after[0] in CLOSING:
        after = after[1:]
    if after[:1] != ["("] or ")" not in after:
        return
    first = one.last + page.plain[one.last : one.last + 2].index("(") + 1
    last = first + after.index(")") - 1
    if first < last and page.plain[first] in OPENING and page.plain[last - 1] in CLOSING:
        first, last = first + 1, last - 1
    if 0 < last - first <= _LONGEST_ACRONYM and taken.isdisjoint(range(first, last)) and _is_acronym(page, first, last):
        yield _candidate(page, first, last, 0, "organization", "body.acronym")


def _is_acronym(page: Page, first: int, last: int) -> bool:
    words = page.plain[first:last]
    letters = all(len(word) <= 3 for word in words) and last - first > 1
    adjective = words[0].startswith(_ARTICLE) and words[0].endswith(_ADJECTIVAL)
    one = last - first == 1 and frequency(words[0]) < _COMMON and not adjective
    return all(word.isalpha() for word in words) and (letters or one)


def _candidate(page: Page, first: int, last: int, cut: int, kind: MentionType, rule: str) -> Candidate:
    return Candidate(first, last, page.span(first, last, cut), kind, "rule", 0.7, rule)
