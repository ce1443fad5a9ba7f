"""Which of several known things of one name is meant: what the article is about decides, or nothing does."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from isnad.arabic.letters import fold_word
from isnad.entities.knowledge import Entity, Knowledge, nisbas
from isnad.entities.page import Page, forms

_CLEARLY = 3  # times as much evidence as for any other country
_DWARFS = 20  # times as many inhabitants as any other place of the name
_ARTICLE = "\u0627\u0644"
_ENDS, _SHORTEST = frozenset("\u064a\u0647"), 3  # yaa and haa: the ends of a folded adjective


def countries(page: Page, told: Iterable[Sequence[Entity]]) -> Counter[str]:
    """How often the article speaks of each country: by name, by adjective, and by names that only it has.

    told: what each name of the article may mean. People are no evidence: which of their name is meant follows from it.
    """
    found: Counter[str] = Counter()
    for options in told:
        if any(one.type == "person" for one in options):
            continue
        homes = {one.country for one in options}
        if len(homes) == 1 and (home := homes.pop()):
            found[home] += 1
    adjective = adjectives()
    likely = (word for word in page.plain if word[-1] in _ENDS and len(word) > _SHORTEST)
    said = (next((adjective[form.text] for form in forms(word) if form.text in adjective), "") for word in likely)
    found.update(filter(None, said))
    return found


def chosen(options: Sequence[Entity], evidence: Mapping[str, int], before: str) -> Entity | None:
    """The one that is meant; None where the article leaves it open. before: the word before the name, folded."""
    own = [one for one in options if one.origin == "dossier"]
    if len(own) == 1:
        return own[0]
    homes: dict[str, list[Entity]] = defaultdict(list)
    for one in own or options:
        homes[one.country].append(one)
    best = {home: min(found, key=lambda one: _fitness(one, before)) for home, found in homes.items()}
    if len(best) == 1:
        return next(iter(best.values()))
    return _giant(best.values()) or _supported(best, evidence) or _state(best.values())


def country_of(name: Sequence[str]) -> str | None:
    """The country whose adjective stands last in a name of folded words («وزارة الدفاع العراقية»)."""
    return adjectives().get(name[-1]) if len(name) > 1 else None


def country_named(name: str) -> str | None:
    """`country_of` a name as written."""
    return country_of(fold_word(name).split())


def dominant(evidence: Counter[str]) -> str | None:
    """The country that the article is about; None where there is none, or more than one."""
    (home, most), *others = evidence.most_common(2) or [("", 0)]
    return home if most and (not others or most >= _CLEARLY * others[0][1]) else None


@cache
def adjectives() -> dict[str, str]:
    """By folded adjective of one word, definite or not, its country; those of two countries are left out."""
    homes: dict[str, set[str]] = defaultdict(set)
    for nisba in nisbas():
        for form in (*nisba.masculine, *nisba.feminine):
            homes[fold_word(form)].add(nisba.country)
    told = {form: next(iter(found)) for form, found in homes.items() if len(found) == 1 and " " not in form}
    return told | {_ARTICLE + form: home for form, home in told.items()}


@cache
def rules() -> Mapping[str, frozenset[str]]:
    """The folded word lists of identity.toml, those of a table by the table's key."""
    raw = tomllib.loads((files("isnad.entities") / "data/rules/identity.toml").read_text(encoding="utf-8"))
    flat = {name: words for name, words in raw.items() if isinstance(words, list)} | raw["sort"]
    return {name: frozenset(map(fold_word, words)) for name, words in flat.items()}


def options_of(knowledge: Knowledge, name: Sequence[str], told: str | None) -> list[Entity]:
    """What a name may mean, and what a recogniser has told that it means."""
    found = list(knowledge.named(" ".join(name)))
    entity = knowledge.entities.get(told or "")
    return found if entity is None or entity in found else [entity, *found]


def _fitness(one: Entity, before: str) -> tuple[bool, int, int]:
    """Within one country: the sort that the noun before says, then the country itself, then its cities."""
    asked = next((sort for sort in ("city", "region") if before in rules()[sort]), None)
    rank = {"country": 0, "city": 1}.get(one.kind, 2)
    return asked is not None and one.kind != asked, rank, -one.weight


def _supported(best: Mapping[str, Entity], evidence: Mapping[str, int]) -> Entity | None:
    ranked = sorted(best, key=lambda home: -evidence.get(home, 0))
    first, second = (evidence.get(home, 0) for home in ranked[:2])
    return best[ranked[0]] if first and first >= _CLEARLY * second else None


def _giant(options: Iterable[Entity]) -> Entity | None:
    """A metropolis among towns: whoever means the town says so."""
    first, second = sorted(options, key=lambda one: -one.weight)[:2]
    return (
        first if first.weight >= _DWARFS * max(second.weight, 1) and "region" not in (first.kind, second.kind) else None
    )


def _state(options: Iterable[Entity]) -> Entity | None:
    """The one country among them («جورجيا»), where nothing speaks for another."""
    states = [one for one in options if one.kind == "country"]
    return states[0] if len(states) == 1 else None
