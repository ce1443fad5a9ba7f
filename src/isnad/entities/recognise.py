"""All names of a text: known ones, those a rule proposes, those the model finds, and what repeats them, told apart.

Order of merging, where two overlap: the dossier's names; rules and longer known names; the model where it is sure;
other known names; the rest of the model. Of the same standing, the longer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from isnad.annotation import Mention, MentionType
from isnad.entities import sequence_model
from isnad.entities.grammar import grammar, heads
from isnad.entities.identity import identified
from isnad.entities.knowledge import Knowledge
from isnad.entities.lexicon import known_names, lexicon_of
from isnad.entities.page import Candidate, Page, forms, page_of
from isnad.entities.propagation import propagated
from isnad.entities.triggers import triggered

_SURE = 0.6  # the model's probability from which it is heard before single known words
_DOUBTED = 0.5  # confidence of a known name under which something else must speak for it
_HEARD = 0.35  # and below which it is not heard at all


def recognise(text: str, knowledge: Knowledge) -> tuple[Mention, ...]:
    """The mentions of `text`, in order, none overlapping, each with its entity where it can be told."""
    page, lexicon = page_of(text), lexicon_of(knowledge)
    known = list(known_names(page, lexicon))
    modelled = list(_modelled(page))
    supported = [one for one in known if one.confidence >= _DOUBTED or _backed(one, modelled)]
    found = {at for one in modelled if one.type == "organization" for at in range(one.first, one.last)}
    chosen = _chosen([*supported, *triggered(page, lexicon, found), *modelled])
    return tuple(identified(page, propagated(page, chosen), knowledge))


def _modelled(page: Page) -> Iterator[Candidate]:
    """What the model finds, less clitics, titles and units of money."""
    starts = [word.start for word in page.tokens]
    for found in sequence_model.names(page.text):
        first, last = bisect_left(starts, found.start), bisect_left(starts, found.end)
        first, kind, head = _past_introduction(page, first, last, found.type)
        if found.probability < _HEARD or _is_no_name(page, first, last):
            continue
        span = page.span(first, last, _clitics(page, first))
        yield Candidate(first, last, span, kind, "model", found.probability, "model.crf", head)


def _past_introduction(page: Page, first: int, last: int, kind: MentionType) -> tuple[int, MentionType, str]:
    """The first word of the name itself, past titles and nouns that only introduce it, and what those make it."""
    head = ""
    while first < last - 1:
        word = page.plain[first]
        rule = next((heads()[form.text] for form in forms(word) if form.text in heads()), None)
        if rule is not None and not rule.inside:
            kind, head = rule.type, word
        elif word not in grammar().titles:
            break
        first += 1
    return first, kind, head


def _is_no_name(page: Page, first: int, last: int) -> bool:
    words = page.plain[first:last]
    if all(word in grammar().titles or word in grammar().nisba for word in words):
        return True
    money = words[-1] in grammar().money or (words[0] in grammar().money and _is_nisba(words[-1]))
    short = len(words) == 1 and len(words[0]) < 3
    return short or money or any(form.text in grammar().particles for form in forms(words[0]))


def _is_nisba(word: str) -> bool:
    return f"\u0627\u0644{word}" in grammar().nisba or word in grammar().nisba


def _clitics(page: Page, at: int) -> int:
    """How many letters of the first word of a model's name are clitics: those whose rest the lists know, and it not."""
    word = page.plain[at]
    lists = sequence_model.word_lists()
    if lists.knows(word):
        return 0
    for form in forms(word)[1:]:
        if form.cut and (lists.knows(form.text) or form.text.startswith("\u0627\u0644")):
            return form.cut
    return 1 if word.startswith("\u0648") and len(word) > 4 else 0


def _chosen(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand after merging, in reading order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=_standing):
        places = range(candidate.first, candidate.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept)


def _standing(candidate: Candidate) -> tuple[int, int, float]:
    length = candidate.last - candidate.first
    if candidate.rule == "lexicon.dossier":
        rank = 0
    elif candidate.rule == "person.titled":
        rank = 2
    elif candidate.source == "rule" or (candidate.source == "lexicon" and length > 1):
        rank = 1
    elif candidate.source == "model" and candidate.confidence >= _SURE:
        rank = 2
    else:
        rank = 3 if candidate.source == "lexicon" else 4
    return rank, -length, -candidate.confidence


def _backed(candidate: Candidate, modelled: Iterable[Candidate]) -> bool:
    """Whether the model, by itself, takes a doubtful known name for a name of its type."""
    return any(
        other.first <= candidate.first
        and candidate.last <= other.last
        and other.type == candidate.type
        and other.confidence >= _SURE
        for other in modelled
    )
