"""Which words name an event where something dates them: the nouns of events.tsv and, only then, those of ties.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from isnad.statements.happenings import Happening, NounForm, noun_forms_of, nouns
from isnad.statements.lexicon import folded, toml
from isnad.statements.scene import Scene
from isnad.statements.spelt import as_noun

_ABOVE, _ALEF, _HAA, _TAA, _MARBUTA = "\u0623", "\u0627", "\u0647", "\u062a", "\u0629"
_PRONOUNS = (_HAA + "\u0645\u0627", _HAA + _ALEF, _HAA + "\u0645", _HAA)
_SHORT = 4  # letters of a noun with the ending of the accusative
_FIRST_ROW = -10  # no row of events.tsv
_QUALIFIED = 2  # words behind a noun that may tell its class


def occasion(scene: Scene, at: int) -> NounForm | None:
    """The noun of an event that the word may be: «الهجوم», «جلسة», «هجوما»; None in the name of anything else."""
    mention = scene.mention_at.get(at)
    if (scene.is_name(at) and (mention is None or mention.type != "event")) or scene.keys[at] in tie_words()["aside"]:
        return None
    key, written = scene.keys[at], scene.text[scene.words[at].start : scene.words[at].end]
    form = _spelt(key, written)
    if form is None and key.endswith(_ALEF) and len(key) >= _SHORT and not written.startswith(_ABOVE):
        form = _spelt(key[:-1], written[:-1])
        form = None if form is None or form.definite else form
    return _qualified(scene, at, form) if form is not None and is_weak(form) else form


def is_weak(form: NounForm) -> bool:
    """Whether the noun is an event by its date alone."""
    return form.entry.row <= _FIRST_ROW


def base(form: NounForm) -> str:
    """The noun without its possessor: «استقالته» as «استقاله», folded."""
    for ending in _PRONOUNS if form.bound else ():
        if form.text.endswith(ending):
            stem = form.text.removesuffix(ending)
            return stem[:-1] + _HAA if stem.endswith(_TAA) and not stem.endswith(_ALEF + _TAA) else stem
    return form.text


def _spelt(key: str, written: str) -> NounForm | None:
    for form in (nouns().get(key), _occasions().get(key)):
        other = form is not None and key.endswith(_HAA) and written.endswith(_MARBUTA) == form.bound
        if form is not None and not other and as_noun(written, form):
            return form
    return None


def _qualified(scene: Scene, at: int, form: NounForm) -> NounForm:
    """«عملية عسكرية», «جولة مفاوضات»: what stands behind tells the class."""
    behind = scene.keys[at + 1 : min(at + 1 + _QUALIFIED, scene.sentence_end(at))]
    for key in behind:
        event_class = _qualifiers().get(key, _qualifiers().get(key.removeprefix(_ALEF + "\u0644")))
        if event_class is not None:
            return replace(form, entry=replace(form.entry, event_class=event_class))
    return form


@lru_cache(maxsize=1)
def _occasions() -> Mapping[str, NounForm]:
    found: dict[str, NounForm] = {}
    row = _FIRST_ROW
    for event_class, words in toml("ties.toml")["occasions"].items():
        for name in words.split():
            row -= 1
            entry = Happening(event_class, row, weak=True)
            for form in noun_forms_of(entry, name):
                found.setdefault(form.prefix + form.text, form)
    return found


@lru_cache(maxsize=1)
def _qualifiers() -> Mapping[str, str]:
    lists = toml("ties.toml")["qualified"]
    return {key: event_class for event_class, words in lists.items() for key in folded(words)}


@lru_cache(maxsize=1)
def tie_words() -> Mapping[str, frozenset[str]]:
    """The lists of ties.toml, folded."""
    lists = toml("ties.toml")
    return {name: folded(words) for part in ("verbs", "nouns") for name, words in lists[part].items()}


@lru_cache(maxsize=1)
def leads_through() -> Mapping[str, frozenset[str]]:
    """By verb, the prepositions behind which stands what it carries out."""
    return {next(iter(folded(verb))): folded(words) for verb, words in toml("ties.toml")["through"].items()}
