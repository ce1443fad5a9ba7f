"""Known names in a text: longest match of words over the knowledge base, never blindly.

A name that is also a common word counts only where its surroundings say that a name is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from isnad.annotation import MentionType
from isnad.arabic.words import words
from isnad.collector import paused
from isnad.entities.grammar import grammar, heads, introducers
from isnad.entities.knowledge import Entity, Knowledge
from isnad.entities.page import CLOSING, OPENING, Candidate, Form, Page, forms
from isnad.entities.word_traits import frequency

# A town of fewer inhabitants needs its surroundings to vouch for it, unless rare: such names are often other words too.
WELL_KNOWN = 150_000
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a ]+")  # letters and spaces alone
_RARE = 3.0  # on Zipf's scale: a small town's name that is as rare is hardly another word
_SHORTEST = 3  # letters of a name of one word
_ARTICLE, _FEMININE_ADJECTIVE = "\u0627\u0644", "\u064a\u0647"  # folded
_CAPITAL = "\u0627\u0644\u0639\u0627\u0635\u0645\u0647"  # the one definite noun that introduces a town


class Hit(NamedTuple):
    """A known name found: its end (exclusive), the reading of its first word, what it may name, its folded words."""

    end: int
    form: Form
    entities: tuple[Entity, ...]
    ambiguous: bool
    name: tuple[str, ...]


class _Names(NamedTuple):
    """The names of one first word: by their words the ids, and whether a common word is among them; the most words."""

    known: dict[tuple[str, ...], tuple[list[str], bool]]
    longest: int


class Lexicon:
    """The names of a knowledge base by their first word, for longest match.

    A text asks for few of the tens of thousands, which are put in order when their first word is first seen.
    """

    @paused()
    def __init__(self, knowledge: Knowledge) -> None:
        self._waiting: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        self._by_first: dict[str, _Names] = {}
        self._entities, self._folded = knowledge.entities, knowledge.folded
        for name, entity, ambiguous in knowledge.names():
            self._waiting[_first_word(name, self._folded[name])].append((name, entity, ambiguous))

    def hit(self, plain: Sequence[str], at: int) -> Hit | None:
        """The longest known name that begins with the word at `at`; the fewest letters cut off, where equally long."""
        best: Hit | None = None
        for form in forms(plain[at]):
            found = self._longest_from(plain, at, form)
            if found and (best is None or found.end > best.end):
                best = found
        return best

    def _longest_from(self, plain: Sequence[str], at: int, form: Form) -> Hit | None:
        if form.text in self._waiting:
            self._by_first[form.text] = self._names(self._waiting.pop(form.text))
        names = self._by_first.get(form.text)
        if not names:
            return None
        for length in range(min(names.longest, len(plain) - at), 0, -1):
            key = (form.text, *plain[at + 1 : at + length])
            if key in names.known:
                ids, ambiguous = names.known[key]
                return Hit(at + length, form, tuple(self._entities[one] for one in ids), ambiguous, key)
        return None

    def _names(self, waiting: Sequence[tuple[str, str, bool]]) -> _Names:
        known: dict[tuple[str, ...], tuple[list[str], bool]] = {}
        for name, entity, ambiguous in waiting:
            key = _words(name, self._folded[name])
            if len(key) > 1 or (key and len(key[0]) >= _SHORTEST):
                ids, doubtful = known.get(key, ([], False))
                known[key] = (ids if entity in ids else [*ids, entity], doubtful or ambiguous)
        return _Names(known, max(map(len, known), default=0))


def _first_word(name: str, folded: str) -> str:
    """The first of a name's folded words, "" where it has none."""
    first = folded.partition(" ")[0]
    return first if first.isalpha() else next((word.text for word in words(name)), "")


def _words(name: str, folded: str) -> tuple[str, ...]:
    """The folded words of a name; plain ones, which nearly all are, the short way."""
    return tuple(folded.split()) if _PLAIN.fullmatch(name) else tuple(word.text for word in words(name))


_BUILT: WeakKeyDictionary[Knowledge, Lexicon] = WeakKeyDictionary()


def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of a knowledge base, built once."""
    if knowledge not in _BUILT:
        _BUILT[knowledge] = Lexicon(knowledge)
    return _BUILT[knowledge]


def known_names(page: Page, lexicon: Lexicon) -> Iterator[Candidate]:
    """The known names of the page, each with the most prominent entity of that name."""
    at = 0
    while at < len(page.plain):
        hit = lexicon.hit(page.plain, at)
        if hit is None:
            at += 1
            continue
        entity = _best(hit.entities)
        sure = _sure(hit, entity) or vouched(page, at, hit.end, entity.type)
        first = _past_noun(page, at, hit, entity, lexicon)
        yield Candidate(
            first,
            hit.end,
            page.span(first, hit.end, 0 if first > at else hit.form.cut),
            entity.type,
            "lexicon",
            0.95 if sure else 0.4,
            f"lexicon.{entity.origin}",
            entity=entity.id,
        )
        at = hit.end


def vouched(page: Page, first: int, last: int, kind: MentionType) -> bool:
    """Whether what stands around the words says that they are a name of that type: a head, a title, or guillemets."""
    if quoted(page, first, last):
        return True
    before = page.plain[first - 1] if first else ""
    found = (heads().get(form.text) for form in forms(before))
    introduced = any(rule and (not rule.inside or rule.type == kind) for rule in found)
    titled = kind == "person" and any(form.text in grammar().titles for form in forms(before))
    return introduced or titled or any(form.text == _CAPITAL for form in forms(before))


def quoted(page: Page, first: int, last: int) -> bool:
    """Whether guillemets stand around the words and nothing else."""
    before, after = page.plain[max(first - 1, 0) : first], page.plain[last : last + 1]
    return bool(before and after) and before[0] in OPENING and after[0] in CLOSING


def _past_noun(page: Page, at: int, hit: Hit, entity: Entity, lexicon: Lexicon) -> int:
    """The first word of the name, without a noun that only introduces it («محافظة الأنبار»)."""
    if hit.end == at + 1 or hit.form.text not in introducers(entity.type) | grammar().apart:
        return at
    if page.plain[hit.end - 1].endswith(_FEMININE_ADJECTIVE) and not page.plain[hit.end - 1].startswith(_ARTICLE):
        return at  # «صواريخ بالستية»: an adjective alone is no name
    if heads()[hit.form.text].inside:  # «وكالة» does both: it goes where the name is known without it
        rest = lexicon.hit(page.plain, at + 1)
        known = rest is not None and rest.end == hit.end and not rest.form.cut and entity in rest.entities
        return at + 1 if known else at
    return at + 1


def _best(entities: tuple[Entity, ...]) -> Entity:
    """The dossier's own first, then what is no town, then the most populous."""
    return min(entities, key=lambda one: (one.origin != "dossier", one.kind == "city", -one.weight))


def _sure(hit: Hit, entity: Entity) -> bool:
    if hit.ambiguous:
        return False
    small = entity.origin == "shipped" and entity.kind == "city" and entity.weight < WELL_KNOWN
    return not small or len(hit.name) > 1 or frequency(hit.name[0]) < _RARE
