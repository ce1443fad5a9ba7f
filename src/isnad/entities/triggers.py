"""Names by what stands before them: heads, bodies with adjectives, titles.

The words are data: grammar.toml and heads.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from isnad.annotation import MentionType
from isnad.arabic.spans import Span
from isnad.entities.grammar import Rule, body_end, construct_end, grammar, heads
from isnad.entities.lexicon import Lexicon
from isnad.entities.page import CLOSING, OPENING, Candidate, Form, Page, forms
from isnad.entities.sequence_model import word_lists

_LONGEST_QUOTE = 5  # words between guillemets that are a name and no speech
_LONGEST_PERSON = 5
_ARTICLE = "\u0627\u0644"


def triggered(page: Page, lexicon: Lexicon, modelled: AbstractSet[int]) -> Iterator[Candidate]:
    """All names that a rule proposes, in reading order; they may overlap.

    modelled: the words that the model takes for parts of bodies' names.
    """
    for at, word in enumerate(page.plain):
        for form in forms(word):
            found = _headed(page, at, form, lexicon, modelled) or _body(page, at, form) or _titled(page, at, form)
            if found:
                yield found
                break


def _headed(page: Page, at: int, form: Form, lexicon: Lexicon, modelled: AbstractSet[int]) -> Candidate | None:
    rule = heads().get(form.text) or heads().get(form.text.removeprefix(_ARTICLE))
    if rule is None:
        return None
    quoted = _quoted(page, at + 1)
    if quoted:
        return _candidate(page, quoted, rule.quoted or rule.type, f"{rule.id}.quoted", 0.95, head=form.text)
    if not rule.inside or form.text.startswith(_ARTICLE):
        return None
    return _construct(page, at, form, rule, lexicon, modelled)


def _construct(
    page: Page, at: int, form: Form, rule: Rule, lexicon: Lexicon, modelled: AbstractSet[int]
) -> Candidate | None:
    known = lexicon.hit(page.plain, at + 1) if at + 1 < len(page.plain) else None
    named = known if known and not known.form.cut and not known.ambiguous else None
    end = construct_end(page.plain, at, named.end if named else None)
    if end is None:
        return None
    if rule.evidence and not (named or grammar().adjective(page.plain[end - 1]) or at in modelled):
        return None
    if rule.type == "place":
        end = _with_country(page, end, lexicon)
    span = page.span(at, end, form.cut)
    return Candidate(at, end, span, rule.type, "rule", 0.85, rule.id, page.plain[at])


def _with_country(page: Page, end: int, lexicon: Lexicon) -> int:
    """Past the country that stands right after the name of a part of it («إقليم كردستان العراق»)."""
    hit = lexicon.hit(page.plain, end) if end < len(page.plain) else None
    country = hit and not hit.form.cut and any(entity.kind == "country" for entity in hit.entities)
    return hit.end if hit and country else end


def _body(page: Page, at: int, form: Form) -> Candidate | None:
    if form.text not in grammar().bodies:
        return None
    end = body_end(page.plain, at)
    if end is None:
        return None
    return Candidate(at, end, page.span(at, end, form.cut), "organization", "rule", 0.9, "body.adjective", form.text)


def _titled(page: Page, at: int, form: Form) -> Candidate | None:
    if form.text not in grammar().titles:
        return None
    first = at + 1
    while first < len(page.plain) and page.plain[first] in (grammar().nisba | grammar().titles):
        first += 1
    last = _person_end(page, first)
    if last is None:
        return None
    return Candidate(first, last, page.span(first, last), "person", "rule", 0.85, "person.titled", form.text)


def _person_end(page: Page, first: int) -> int | None:
    """The end of a run of known parts of personal names; a joint («عبد», «بن») takes the word after it along."""
    parts, at = word_lists().parts, first
    while at < min(len(page.plain), first + _LONGEST_PERSON):
        word = page.plain[at]
        if word in grammar().joints and at + 1 < len(page.plain):
            at += 2
        elif word in parts and not _other_word(word):
            at += 1
        else:
            break
    return at if at > first else None


def _other_word(word: str) -> bool:
    """Whether a word that is somebody's name somewhere is more likely another word right after a title."""
    words = grammar()
    return word in heads() or any(word in of for of in (words.stops, words.particles, words.bodies, words.offices))


def _quoted(page: Page, at: int) -> tuple[int, int] | None:
    """The words between the guillemets that open at `at`, when they are few enough to be a name."""
    if at >= len(page.plain) or page.plain[at] not in OPENING:
        return None
    for end in range(at + 2, min(len(page.plain), at + 2 + _LONGEST_QUOTE)):
        if page.plain[end] in CLOSING:
            return at + 1, end
        if page.plain[end] in OPENING:
            return None
    return None


def _candidate(
    page: Page, words: tuple[int, int], kind: MentionType, rule: str, confidence: float, head: str
) -> Candidate:
    span: Span = page.span(*words)
    return Candidate(*words, span, kind, "rule", confidence, rule, head)
