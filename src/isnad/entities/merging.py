"""Which of the names stand where several overlap.

The order, the first wins: 1. the editor (isnad.edit, on the finished annotation); 2. names of the dossier's own
knowledge, and the agency of a dateline; 3. rules about bodies, buildings and places, and known names of several words;
4. what a model is sure of, and rules about persons; 5. known names of one word; 6. the rest of a model. Of the same
standing, the longer, then the surer. A person's name of a model's that loses its end to another name keeps its
beginning; of a body that loses its beginning, the person who follows is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set

from isnad.entities import dateline
from isnad.entities.page import Candidate, Page
from isnad.entities.sequence_model import word_lists

SURE = 0.6  # a model's probability from which it is heard before single known words
_LONGER = 0.5  # and from which its longer name for a building is taken


def merged(page: Page, candidates: Iterable[Candidate], seen: Mapping[int, Candidate]) -> list[Candidate]:
    """The candidates that stand, in reading order. seen: the model's, by each of their words."""
    return _chosen(page, [_stretched(page, one, seen) for one in candidates])


def _chosen(page: Page, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand after merging, in reading order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=_standing):
        places = range(candidate.first, candidate.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
        elif rest := _before(page, candidate, taken) or _after(page, candidate, taken):
            taken.update(range(rest.first, rest.last))
            kept.append(rest)
    return sorted(kept)


def _before(page: Page, candidate: Candidate, taken: Collection[int]) -> Candidate | None:
    """What is left of a person's name of the model's before the name that took its end; None when that is one word."""
    if candidate.source != "model" or candidate.type != "person" or candidate.first in taken:
        return None
    last = next(at for at in range(candidate.first, candidate.last) if at in taken)
    if last < candidate.first + 2:
        return None
    return candidate._replace(last=last, span=candidate.span._replace(end=page.tokens[last - 1].end))


def _after(page: Page, candidate: Candidate, taken: Set[int]) -> Candidate | None:
    """The person that the model reads into the body before («المجلس الرئاسي فائز السراج»), once that is told."""
    if candidate.source != "model" or candidate.type != "organization" or candidate.first not in taken:
        return None
    first = next((at for at in range(candidate.first, candidate.last) if at not in taken), candidate.last)
    places = range(first, candidate.last)
    if len(places) < 2 or not taken.isdisjoint(places) or page.plain[first] not in word_lists().parts:
        return None
    return candidate._replace(first=first, span=page.span(first, candidate.last), type="person", rule="model.rest")


def _standing(candidate: Candidate) -> tuple[int, int, float]:
    length = candidate.last - candidate.first
    if candidate.rule in ("lexicon.dossier", dateline.RULE):
        rank = 0
    elif candidate.source == "rule" and candidate.type == "person":
        rank = 2
    elif candidate.source == "rule" or (
        candidate.source == "lexicon" and (length > 1 or candidate.rule == dateline.RULE)
    ):
        rank = 1
    elif candidate.source == "model" and candidate.confidence >= SURE:
        rank = 2
    else:
        rank = 3 if candidate.source == "lexicon" else 4
    return rank, -length, -candidate.confidence


def _stretched(page: Page, candidate: Candidate, seen: Mapping[int, Candidate]) -> Candidate:
    """A building that a rule finds, with the longer name that the model sees for it («شارع الحبيب بورقيبة»)."""
    other = seen.get(candidate.first)
    if other is None or candidate.type != "facility" or candidate.source != "rule":
        return candidate
    if other.first != candidate.first or other.last <= candidate.last or other.confidence < _LONGER:
        return candidate
    end = page.span(other.first, other.last).end
    return candidate._replace(last=other.last, span=candidate.span._replace(end=end))
