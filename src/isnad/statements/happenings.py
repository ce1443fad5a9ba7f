"""The lexicon of events: which written forms report one, of which class; and the words around that decide.

Keys are folded. Read once from data/events.tsv and data/context.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from isnad.arabic.letters import fold_word
from isnad.statements.conjugation import Form, Kind, noun_forms, verb_forms
from isnad.statements.lexicon import folded, table, toml, with_conjunctions

_ARTICLE, _LAM = "\u0627\u0644", "\u0644"
_ALEF, _WAW, _YAA, _HAMZA_BELOW = "\u0627", "\u0648", "\u064a", "\u0625"
_OBJECTS = ("\u0647\u0645\u0627", "\u0647\u0645", "\u0647\u0627", "\u0647")
_GLUED = ("", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0648\u0628", "\u0648\u0644")


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry: its class, and its row, by which two words are of one kind. weak: news only with a time of its own.

    bare: no event by itself, only with one of its objects.
    """

    event_class: str
    row: int
    weak: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A written form of a verb that reports an event. joined: a conjunction is glued to it. cut: as after «لم»."""

    entry: Happening
    kind: Kind
    gender: str
    plural: bool
    joined: bool
    cut: bool = False


@dataclass(frozen=True, slots=True)
class NounForm:
    """A written form of a noun that reports an event. prefix: what is glued before it. bound: it has a possessor.

    hamza_below: the noun begins with «إ».
    """

    entry: Happening
    text: str
    prefix: str
    definite: bool
    bound: bool
    hamza_below: bool


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, tuple[VerbForm, ...]]:
    """Every written form of every event verb."""
    found: dict[str, tuple[VerbForm, ...]] = {}
    made = lru_cache(maxsize=64)(VerbForm)  # one object for all written forms that tell the same
    for entry, past, present, _, more in _rows():
        for form in (*verb_forms(past, present), *_more(more)):
            for text, joined in with_conjunctions(form.text):
                one = made(entry, form.kind, form.gender, form.plural, joined, form.cut)
                known = found.get(text, ())
                found[text] = known if one in known else (*known, one)
    return found


@lru_cache(maxsize=4096)
def verb_forms_of(key: str) -> tuple[VerbForm, ...]:
    """The forms of event verbs that a word may be, also with an object glued to it («أسسها», «نقلوه»)."""
    found = verbs().get(key, ())
    if found or len(key) < 5:
        return found
    for suffix in _OBJECTS:
        if key.endswith(suffix):
            for stem in _before_object(key.removesuffix(suffix)):
                if stem in verbs() and stem not in nouns():
                    return verbs()[stem]
    return ()


def _before_object(stem: str) -> Iterator[str]:
    """The verb as it stands alone: «نقلو» is «نقلوا», «القا» is «القى»."""
    yield stem
    if stem.endswith(_WAW):
        yield stem + _ALEF
    if stem.endswith(_ALEF):
        yield stem[:-1] + _YAA


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, NounForm]:
    """Every written form of every event noun; the first class listed wins."""
    found: dict[str, NounForm] = {}
    for entry, _, _, names, _ in _rows():
        for name in filter(None, names.split(",")):
            for form in noun_forms_of(entry, name):
                found.setdefault(form.prefix + form.text, form)
    return found


def lemma_of(entry: Happening) -> str:
    """The verb of an entry, folded: its past, or nothing where the entry has only nouns or is no entry of the list."""
    return _lemmas()[entry.row][0] if entry.row >= 0 else ""


def past_of(entry: Happening) -> str:
    """The same as it is written."""
    return _lemmas()[entry.row][1] if entry.row >= 0 else ""


def rows_of(words: AbstractSet[str]) -> frozenset[int]:
    """The rows of the entries whose verb, or one of whose nouns, is among the words, as they are written."""
    return frozenset(entry.row for entry, past, _, names, _ in _rows() if words & {past, *names.split(",")} - {""})


@lru_cache(maxsize=1)
def _lemmas() -> tuple[tuple[str, str], ...]:
    return tuple((fold_word(past), past) for _, past, _, _, _ in _rows())


@lru_cache(maxsize=1)
def context() -> Mapping[str, frozenset[str]]:
    """The words around an event that decide, from context.toml."""
    return {name: folded(words) for name, words in toml("context.toml").items() if isinstance(words, str)}


@lru_cache(maxsize=1)
def recent_reach() -> Mapping[str, int]:
    """How many days before publication «الأيام الأخيرة» and the like reach at most, by unit."""
    return {fold_word(unit): days for unit, days in toml("context.toml")["recent_reach"].items()}


@lru_cache(maxsize=1)
def stances() -> Mapping[str, str]:
    """What a stance makes of the events that it reports."""
    return dict(toml("context.toml")["stance"])


@lru_cache(maxsize=1)
def classes() -> Mapping[str, str]:
    """The inventory of event classes with their Arabic names."""
    return {name: entry["ar"] for name, entry in toml("classes.toml").items()}


def _rows() -> Iterator[tuple[Happening, str, str, str, str]]:
    for number, row in enumerate(table("events.tsv")):
        event_class, past, present, names, more, weak = [*row, "", "", "", "", ""][:6]
        yield Happening(event_class, number, weak == "dated", weak == "object"), past, present, names, more


def _more(forms: str) -> Iterator[Form]:
    for text in filter(None, forms.split(",")):
        kind: Kind = "future" if text.startswith("س") and text[1:2] in "يت" else "past"
        kind = "present" if text[0] in "يت" and len(text) > 3 else kind
        yield Form(fold_word(text), kind, "f" if text.endswith("ت") else "")


def noun_forms_of(entry: Happening, name: str) -> Iterator[NounForm]:
    """Every written form of a noun of the entry, with what may be glued before it."""
    text, below = fold_word(name), name.startswith(_HAMZA_BELOW)
    for prefix in _GLUED:
        yield NounForm(entry, text, prefix, False, False, below)
        article = _LAM if prefix.endswith(_LAM) else _ARTICLE
        yield NounForm(entry, text, prefix + article, True, False, below)
        for form in noun_forms(name):
            yield NounForm(entry, form.text, prefix, True, True, below)
