"""The lexicons of this layer, read once from data/: verbs of saying, who speaks, phrases of attribution.

Keys are folded. Nothing here knows a text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from isnad.arabic.letters import fold_word
from isnad.arabic.words import CONJUNCTIONS
from isnad.statements.conjugation import Form, Kind, circumstance_forms, noun_forms, object_forms, verb_forms

_HEADS = ("source", "office", "body", "document", "epithet", "epithet_of")
_LAM = "\u0644"
_SHORT = 4  # letters up to which a verb with its object is as often another word


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying. takes: how what is said follows it. event: always, dated or never. clear: no homograph."""

    lemma: str
    stance: str
    takes: frozenset[str]
    event: str
    clear: bool


@dataclass(frozen=True, slots=True)
class SayingForm:
    """A written form of a verb of saying. joined: whether a conjunction is glued to it."""

    verb: Saying
    kind: Kind
    gender: str
    plural: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that names a source. words: folded; glued: its last word is a preposition glued to the next.

    own: its pronoun means whoever spoke last. people: it names a source only before somebody («بالنسبة لفلان»).
    """

    words: tuple[str, ...]
    lemma: str
    stance: str
    verb: bool
    preposition: str = ""
    own: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """Words for who speaks, folded and without the article; `media` as tuples of words.

    heads: all nouns that may begin a subject who speaks.
    """

    source: frozenset[str]
    office: frozenset[str]
    on_behalf: frozenset[str]
    stands_for: frozenset[str]
    stands_over: frozenset[str]
    several: frozenset[str]
    document: frozenset[str]
    body: frozenset[str]
    medium: frozenset[str]
    media: frozenset[tuple[str, ...]]
    anyone: frozenset[str]
    adjective: frozenset[str]
    tail: frozenset[str]
    setting: frozenset[str]
    epithet: frozenset[str]
    epithet_of: frozenset[str]
    epithet_complement: frozenset[str]
    chosen: frozenset[str]
    nationality: frozenset[str]
    of_bodies: frozenset[str]
    around: frozenset[str]
    polite: frozenset[str]
    late: frozenset[str]
    former: frozenset[str]
    kin: frozenset[str]
    heads: frozenset[str]


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated data file; lines with # are comments."""
    for line in _read(name).splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def toml(name: str) -> dict[str, Any]:
    """A TOML data file."""
    return tomllib.loads(_read(name))


def folded(words: str | Iterable[str]) -> frozenset[str]:
    """The folded words of a list, or of a text with blanks between."""
    return frozenset(map(fold_word, words.split() if isinstance(words, str) else words))


def with_conjunctions(text: str) -> Iterator[tuple[str, bool]]:
    """A folded form bare and with each conjunction glued to it, and whether one is."""
    yield text, False
    for letter in CONJUNCTIONS:
        yield letter + text, True


@lru_cache(maxsize=1)
def saying() -> Mapping[str, tuple[SayingForm, ...]]:
    """Every written form of every verb of saying; clear verbs before those with homographs."""
    forms: dict[str, list[SayingForm]] = {}
    for row in table("saying.tsv"):
        verb, found = _saying(row)
        for form in found:
            for text, joined in with_conjunctions(form.text):
                forms.setdefault(text, []).append(SayingForm(verb, form.kind, form.gender, form.plural, joined))
        for form in object_forms(verb.lemma) if verb.stance == "describe" else ():
            if len(form.text) <= _SHORT:  # «ووصفه»
                short = SayingForm(verb, form.kind, form.gender, form.plural, joined=True)
                forms.setdefault(CONJUNCTIONS[0] + form.text, []).append(short)
        for form in found:
            if form.kind == "present":  # «ليرد الأخير: …»
                forms.setdefault(_LAM + form.text, []).append(
                    SayingForm(verb, "present", form.gender, form.plural, True)
                )
    return {
        text: tuple(sorted(found, key=lambda form: (not form.verb.clear, form.joined))) for text, found in forms.items()
    }


def _saying(row: list[str]) -> tuple[Saying, list[Form]]:
    lemma, present, circumstance, noun, stance, takes, event, clear, more = [*row, ""][:9]
    past = lemma.replace("\N{ARABIC SHADDA}", "")
    forms = [*verb_forms(past, present), *circumstance_forms(circumstance), *noun_forms(noun)]
    forms += [_other_form(text) for text in more.split(",") if text]
    taken = {form.text for form in forms if form.kind != "noun"}
    forms += [form for form in object_forms(past) if form.text not in taken and len(form.text) > _SHORT]
    return Saying(past, stance, frozenset(filter(None, takes.split(","))), event, clear == "yes"), forms


def _other_form(text: str) -> Form:
    return Form(fold_word(text.removeprefix("=")), "circumstance" if text.startswith("=") else "present")


@lru_cache(maxsize=1)
def saying_of_it() -> Mapping[str, tuple[SayingForm, ...]]:
    """«عزته», «عده», «وحثه»: verbs with an object, too short to be told from other words but by what stands around."""
    forms: dict[str, tuple[SayingForm, ...]] = {}
    for row in table("saying.tsv"):
        verb, _ = _saying(row)
        for form in object_forms(verb.lemma):
            known = any(other.kind == "past" for other in saying().get(form.text, ()))
            if len(form.text) <= _SHORT and not known:
                for text, joined in with_conjunctions(form.text):
                    one = SayingForm(verb, form.kind, form.gender, form.plural, joined)
                    forms.setdefault(text, (one,))
    return forms


@lru_cache(maxsize=1)
def attributions() -> Mapping[str, tuple[Attribution, ...]]:
    """The phrases of attribution by their first word, the longest first."""
    found: dict[str, list[Attribution]] = {}
    for entry in toml("attribution.toml")["phrase"]:
        words = tuple(map(fold_word, entry["words"].split()))
        preposition = words[-1].removesuffix("+") if words[-1].endswith("+") else ""
        words = words[:-1] if preposition else words
        flags = (entry.get(name, False) for name in ("own", "people"))
        phrase = Attribution(words, entry["lemma"], entry["stance"], entry.get("verb", False), preposition, *flags)
        for text, _ in with_conjunctions(words[0]):
            found.setdefault(text, []).append(phrase)
    return {first: tuple(sorted(some, key=lambda one: -len(one.words))) for first, some in found.items()}


@lru_cache(maxsize=1)
def roles() -> Roles:
    """Who speaks without a name, from roles.toml."""
    data = toml("roles.toml")
    media = frozenset(tuple(map(fold_word, name.split())) for name in data.pop("media"))
    lists = {name: folded(words) for name, words in data.items()}
    heads = frozenset().union(*(lists[name] for name in _HEADS))
    return Roles(media=media, heads=heads, **lists)


@lru_cache(maxsize=1)
def particles() -> Mapping[str, frozenset[str]]:
    """Closed classes of words, from particles.toml."""
    return {name: folded(words) for name, words in toml("particles.toml").items()}


@lru_cache(maxsize=1)
def never_verbs() -> frozenset[str]:
    """Words that fold to a form of a verb of saying, as they are written."""
    return frozenset(toml("particles.toml")["never_verbs"].split())


def _read(name: str) -> str:
    return resources.files("isnad.statements").joinpath("data", name).read_text(encoding="utf-8")
