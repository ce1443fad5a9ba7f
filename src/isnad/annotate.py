"""One article in, all layers out. A pure function of the article and the knowledge: cacheable, parallel, repeatable.

It never looks at another article, at the clock or at the network.
"""

from __future__ import annotations

import traceback
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from isnad import entities, statements, times
from isnad.annotation import Annotation, Mention, Time
from isnad.arabic.sentences import paragraphs, sentences
from isnad.article import Article
from isnad.background import known_events
from isnad.entities import Knowledge
from isnad.errors import IsnadError
from isnad.notices import against_knowledge, at_odds, undated, unlinked


def annotate(article: Article, knowledge: Knowledge) -> Annotation:
    """The automatic annotation of `article`, before any editor's correction.

    A mistake of the program itself becomes an IsnadError that names the article, so that one text in a hundred thousand
    ends no run without a word; the exception stays its cause.
    """
    try:
        return _annotated(article, knowledge)
    except IsnadError:
        raise
    except Exception as mistake:  # any mistake of ours
        place = traceback.extract_tb(mistake.__traceback__)[-1]
        found = f"stops the program: {type(mistake).__name__} in {Path(place.filename).name}:{place.lineno}."
        mend = "The mistake is the program's: report it with the text, and leave the article out until it is mended."
        raise IsnadError(found, article.path or article.id, mend=mend) from mistake


def _outside(mentions: Iterable[Mention], found: Sequence[Time]) -> Iterator[Mention]:
    """Without places that are words of a date («من أفريل», «بتوقيت غرينتش»), but with those that it counts from."""
    spans = [(time.start, time.anchor.start if time.anchor else time.end) for time in found]
    starts = [start for start, _ in spans]
    for one in mentions:
        last = bisect_right(starts, one.start) - 1
        if one.type != "place" or last < 0 or one.end > spans[last][1]:
            yield one


def _annotated(article: Article, knowledge: Knowledge) -> Annotation:
    text, published = article.text, article.publication.date
    policy = times.FUTURE if article.policy == "future" else times.NEWS
    parts = tuple(paragraphs(text))
    clauses = tuple(sentences(text))
    found = times.find(text, published, policy, time=article.publication.time)
    mentions = tuple(_outside(entities.recognise(text, knowledge, proposed=article.proposed), found))
    quotations = statements.quotations(text, clauses, mentions, parts)
    found = statements.as_spoken(text, clauses, found, quotations, published)
    events = statements.events(text, clauses, mentions, found, quotations, published, known_events(knowledge))
    return Annotation(
        id=article.id,
        sha256=article.sha256,
        text=text,
        published=published.isoformat() if published else None,
        published_by=article.publication.by,
        paragraphs=parts,
        sentences=clauses,
        mentions=mentions,
        times=found,
        quotations=quotations,
        events=events,
        quantities=statements.quantities(text, found),
        warnings=(*undated(events), *against_knowledge(events), *unlinked(mentions), *at_odds(found)),
    )
