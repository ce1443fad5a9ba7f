"""All names of a text: known ones, those a rule proposes, those the model finds, and what repeats them, told apart.

Order of merging, where two overlap: the dossier's names; rules and longer known names; the model where it is sure;
other known names; the rest of the model. Of the same standing, the longer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from isnad.annotation import Mention
from isnad.entities import sequence_model
from isnad.entities.grammar import grammar
from isnad.entities.identity import identified
from isnad.entities.knowledge import Knowledge
from isnad.entities.lexicon import known_names, lexicon_of
from isnad.entities.page import Candidate, Page, forms, page_of
from isnad.entities.propagation import propagated
from isnad.entities.triggers import triggered

_SURE = 0.6  # the model's probability from which it is heard before single known words
_HEARD = 0.35  # and below which it is not heard at all


def recognise(text: str, knowledge: Knowledge) -> tuple[Mention, ...]:
    """The mentions of `text`, in order, none overlapping, each with its entity where it can be told."""
    page, lexicon = page_of(text), lexicon_of(knowledge)
    known = list(known_names(page, lexicon))
    modelled = list(_modelled(page))
    supported = [one for one in known if one.confidence >= 0.5 or _overlaps_any(one, modelled)]
    chosen = _chosen([*supported, *triggered(page, lexicon), *modelled])
    return tuple(identified(page, propagated(page, chosen), knowledge))


def _modelled(page: Page) -> Iterator[Candidate]:
    """What the model finds, less clitics, titles and units of money."""
    starts = [word.start for word in page.tokens]
    for found in sequence_model.names(page.text):
        first, last = bisect_left(starts, found.start), bisect_left(starts, found.end)
        while first < last - 1 and page.plain[first] in grammar().titles:
            first += 1
        if found.probability < _HEARD or _is_no_name(page, first, last):
            continue
        span = page.span(first, last, _clitics(page, first))
        yield Candidate(first, last, span, found.type, "model", found.probability, "model.crf")


def _is_no_name(page: Page, first: int, last: int) -> bool:
    words = page.plain[first:last]
    single = len(words) == 1 and (words[0] in grammar().titles or len(words[0]) < 3)
    return single or any(word in grammar().money for word in words) or words[0] in grammar().particles


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
    elif candidate.source == "rule" or (candidate.source == "lexicon" and length > 1):
        rank = 1
    elif candidate.source == "model" and candidate.confidence >= _SURE and length > 1:
        rank = 2
    else:
        rank = 3 if candidate.source == "lexicon" else 4
    return rank, -length, -candidate.confidence


def _overlaps_any(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    return any(other.first < candidate.last and candidate.first < other.last for other in others)
