"""The agency or paper that a text names as its source: «الرباط / الأناضول - …», «تونس (د ب أ)», «الخليل - معا -»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.entities.knowledge import Entity
from isnad.entities.lexicon import Lexicon
from isnad.entities.page import CLOSING, OPENING, Candidate, Page

RULE = "lexicon.source"
_REACH = 8  # words within which a text names its place and source
_LONGEST = 3
_BEFORE, _AFTER = frozenset("/(-–—،:"), frozenset(")-–—:/") | CLOSING
_KINDS = frozenset({"news-agency", "newspaper", "channel", "website"})
_NOUNS = ("\u0635\u062d\u064a\u0641\u0647", "\u0648\u0643\u0627\u0644\u0647")  # paper, agency, folded


def sources(page: Page, lexicon: Lexicon) -> Iterator[Candidate]:
    """The sources that the text begins with, as candidates that no other reading of their words outweighs."""
    for at in range(1, min(_REACH, len(page.plain))):
        framed = at - (page.plain[at - 1] in OPENING)
        if framed and page.plain[framed - 1] in _BEFORE:
            for end in range(min(at + _LONGEST, len(page.plain)), at, -1):
                entity = _medium(page.plain[at:end], lexicon) if _ends(page, end) else None
                if entity is not None:
                    span = page.span(at, end)
                    yield Candidate(at, end, span, "organization", "lexicon", 0.95, RULE, entity=entity.id)
                    break


def _ends(page: Page, end: int) -> bool:
    """Whether the source ends there: a mark or a new line follows."""
    if end >= len(page.plain):
        return False
    between = page.text[page.tokens[end - 1].end : page.tokens[end].start]
    return page.plain[end] in _AFTER or "\n" in between


def _medium(name: Sequence[str], lexicon: Lexicon) -> Entity | None:
    """The medium of that name, also where it is known by its noun alone: «صحيفة الشرق الأوسط», «وكالة معا»."""
    for words in (list(name), *([noun, *name] for noun in _NOUNS)):
        hit = lexicon.hit(words, 0)
        if hit is not None and hit.end == len(words):
            medium = next((one for one in hit.entities if one.kind in _KINDS), None)
            if medium is not None:
                return medium
    return None
