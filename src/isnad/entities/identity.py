"""Which entity a mention is: one of the knowledge base, that of a fuller name, or one made of its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from isnad.annotation import Mention
from isnad.entities.knowledge import Entity, Knowledge
from isnad.entities.page import Candidate, Page
from isnad.entities.propagation import Name, words_of

_LONG = 80  # characters of an id


def identified(page: Page, candidates: Sequence[Candidate], knowledge: Knowledge) -> Iterator[Mention]:
    """The candidates as mentions, each with the id of its entity; None where two entities are as likely."""
    names = [words_of(page, candidate) for candidate in candidates]
    fuller = _fuller(candidates, names)
    for candidate, name in zip(candidates, names, strict=True):
        entity = candidate.entity or _entity(candidate, name, fuller, knowledge)
        known = knowledge.entities.get(entity or "")
        yield Mention(
            *candidate.span,
            text=page.text[slice(*candidate.span)],
            type=known.type if known else candidate.type,
            entity=entity,
            confidence=round(candidate.confidence, 3),
            source=candidate.source,
            rule=candidate.rule,
        )


def made_id(name: Name) -> str:
    """An id from a name that no knowledge base has: its folded words, safe in addresses and in file names."""
    words = ["".join(char for char in word if char.isalnum()) for word in name]
    return "-".join(word for word in words if word).casefold()[:_LONG].strip("-")


def _entity(candidate: Candidate, name: Name, fuller: dict[str, set[Name]], knowledge: Knowledge) -> str | None:
    if candidate.rule == "propagation.anaphor" or (candidate.type == "person" and len(name) == 1):
        whole = fuller.get(name[0], set())
        if len(whole) > 1:
            return None
        name = next(iter(whole), name)
    known = [one for one in knowledge.named(" ".join(name)) if _fits(one, candidate)]
    return known[0].id if known else made_id(name) or None


def _fits(entity: Entity, candidate: Candidate) -> bool:
    """Whether a known entity of that name may be what the candidate's type says; places and buildings shade off."""
    spatial = {"place", "facility"}
    return entity.type == candidate.type or {entity.type, candidate.type} <= spatial or candidate.type == "work"


def _fuller(candidates: Sequence[Candidate], names: Sequence[Name]) -> dict[str, set[Name]]:
    """By short form the full names that it may stand for: a person's last word, a body's first or its noun."""
    found: dict[str, set[Name]] = defaultdict(set)
    for candidate, name in zip(candidates, names, strict=True):
        if candidate.type == "person" and len(name) > 1:
            found[name[-1]].add(name)
        elif candidate.type == "organization" and candidate.rule != "propagation.anaphor":
            if len(name) > 1:
                found[_definite(name[0])].add(name)
            if candidate.head:
                found[_definite(candidate.head)].add(name)
    return found


def _definite(noun: str) -> str:
    return noun if noun.startswith("\u0627\u0644") else f"\u0627\u0644{noun}"
