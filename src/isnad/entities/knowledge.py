"""What is known of entities before an article is read: the shipped tables, and over them the dossier's own file.

A table is a TSV file with a header; entities.yml, its keys and its mistakes are `knowledge_file`'s.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from isnad.annotation import MentionType
from isnad.arabic.letters import fold, fold_words
from isnad.collector import paused

Origin = Literal["shipped", "dossier"]
# Tables that say how names are made and spelt.
_OTHER_TABLES = frozenset({"institutions.tsv", "nisba.tsv", "spellings.tsv"})
# The columns of a table of entities, in the order in which _entities hands them on.
_COLUMNS = "id type name name_en aliases kind country ambiguous source lat lon population metonym_for".split()
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Entity(NamedTuple):
    """One real thing: a person, an organisation, a place and so on; a tuple, as tens of thousands are made at a start.

    name, aliases: as written in Arabic, vowels left out. kind: the narrower sort («air-base»). country: its state's id.
    lat, lon: decimal degrees, WGS 84, None where no point would be honest. sources: field name to where it comes from.
    date: when an event was, in EDTF.
    ambiguous: those of the names that are also common words, so that a text must show that the name is meant.
    metonym_for: id of the government that the name stands for when it acts («واشنطن»). weight: inhabitants, or 0.
    """

    id: str
    type: MentionType
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    country: str = ""
    description: str = ""
    role: str = ""
    rank: str = ""
    date: str = ""
    lat: float | None = None
    lon: float | None = None
    links: tuple[tuple[str, str], ...] = ()
    sources: Mapping[str, str] = _NOTHING
    ambiguous: tuple[str, ...] = ()
    metonym_for: str = ""
    weight: int = 0
    known: bool = True
    origin: Origin = "shipped"


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All known entities by id, the dossier's in place of the shipped ones that they extend."""

    entities: Mapping[str, Entity]

    def names(self) -> Iterator[tuple[str, str, bool]]:
        """Every name and alias, the id it names, whether it is a common word too. A name may come with several ids."""
        for entity in self.entities.values():
            for name in (entity.name, *entity.aliases):
                yield name, entity.id, name in entity.ambiguous

    @cached_property
    @paused()
    def folded(self) -> Mapping[str, str]:
        """Each name and alias, folded."""
        names = list(dict.fromkeys(name for one in self.entities.values() for name in (one.name, *one.aliases)))
        return dict(zip(names, fold_words(names), strict=True))

    @cached_property
    @paused()
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that each name, folded, may mean; the dossier's own first, then the most populous."""
        found: dict[str, tuple[str, ...]] = {}
        folded = self.folded
        for entity in self.entities.values():
            for name in (entity.name, *entity.aliases):
                ids = found.get(folded[name], ())
                found[folded[name]] = ids if entity.id in ids else (*ids, entity.id)
        return {name: self._by_prominence(ids) if len(ids) > 1 else ids for name, ids in found.items()}

    def _by_prominence(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=lambda one: _prominence(self.entities[one])))

    @cached_property
    def capitals(self) -> Mapping[str, tuple[str, ...]]:
        """By government the names of the cities that stand for it."""
        found: dict[str, tuple[str, ...]] = {}
        for entity in self.entities.values():
            if entity.metonym_for:
                found[entity.metonym_for] = (*found.get(entity.metonym_for, ()), entity.name)
        return found

    def named(self, surface: str) -> tuple[Entity, ...]:
        """The entities that `surface` may name, whatever its spelling of alef, yaa and taa marbuta."""
        return tuple(self.entities[one] for one in self.by_name.get(fold(surface).text, ()))


@dataclass(frozen=True, slots=True)
class Nisba:
    """The adjectives of a country: country is its id, masculine its singular forms («أميركي», «أمريكي»)."""

    country: str
    masculine: tuple[str, ...]

    @property
    def feminine(self) -> tuple[str, ...]:
        """The feminine singular of each form («أميركية»)."""
        return tuple(re.sub(r"ي\b", "ية", form) for form in self.masculine)

    def definite(self, gender: str) -> tuple[str, ...]:
        """Each form with the article, in gender «m» or «f»: «الأميركية», «الكورية الشمالية», «الجنوب أفريقية»."""
        return tuple(_with_article(form) for form in (self.feminine if gender == "f" else self.masculine))


def _with_article(form: str) -> str:
    first, *rest = form.split()
    agrees = first.endswith(("ي", "ية"))
    return " ".join(["ال" + first, *("ال" + word if agrees else word for word in rest)])


def load_knowledge(dossier: Path | None = None) -> Knowledge:
    """The shipped knowledge, under the dossier's file when there is one. Raises IsnadError for what is wrong in it."""
    if dossier is None:
        return _shipped()
    from isnad.entities.knowledge_file import read_entities  # the YAML reader is not needed without a file

    entities = dict(_shipped().entities)
    for entity in read_entities(dossier):
        below = entities.get(entity.id)
        entities[entity.id] = extended(below, entity) if below else entity
    return Knowledge(entities)


def extended(below: Entity, above: Entity) -> Entity:
    """`below` with all that `above` says in its place; aliases, ambiguous names and sources of both."""
    said: dict[str, Any] = {name: value for name, value in zip(Entity._fields, above, strict=True) if value}
    both = (below.name, *above.aliases, *below.aliases)
    said["aliases"] = tuple(name for name in dict.fromkeys(both) if name != above.name)
    said["ambiguous"] = tuple(dict.fromkeys((*above.ambiguous, *below.ambiguous)))
    said["sources"] = {**below.sources, **above.sources}
    if above.lat is not None:
        said |= {"lat": above.lat, "lon": above.lon}
    return below._replace(**said)


@cache
def nisbas() -> tuple[Nisba, ...]:
    """The adjectives of all countries, by country id."""
    return tuple(Nisba(row["country"], _split(row["masculine"])) for row in _rows("nisba.tsv"))


def table(text: str) -> Iterator[dict[str, str]]:
    """The rows of a TSV file by the names in its header; lines that begin with a hash sign are left out."""
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    header = next(lines, [])
    return (dict(zip(header, cells, strict=True)) for cells in lines)


@cache
@paused()
def _shipped() -> Knowledge:
    listed: dict[str, Entity] = {}
    spelt = {row["written"]: row["also"] for row in _rows("spellings.tsv")}
    for entity in (*_tables("gazetteer", {}), *_tables("knowledge", spelt)):
        # a row by hand with the id of a place gives it the names that the press uses
        listed[entity.id] = extended(listed[entity.id], entity) if entity.id in listed else entity
    for entity in _institutions(listed):
        listed.setdefault(entity.id, entity)
    return Knowledge(MappingProxyType(listed))


def _tables(folder: str, spelt: Mapping[str, str]) -> Iterator[Entity]:
    """The entities of all tables in the folder. spelt: parts of names with another spelling, which they get too."""
    for path in sorted((files("isnad.entities") / "data" / folder).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".tsv") and path.name not in _OTHER_TABLES:
            yield from _entities(path.read_bytes().decode("utf-8"), spelt)


def _entities(text: str, spelt: Mapping[str, str]) -> Iterator[Entity]:
    """The rows of a table of entities.

    There are tens of thousands: columns are read whole, and each entity is made as the tuple that it is.
    """
    header, *lines = [line for line in text.split("\n") if line and line[0] != "#"] or [""]
    given = dict(zip(header.split("\t"), zip(*[line.split("\t") for line in lines], strict=True), strict=False))
    nothing = ("",) * len(lines)
    identity, kind, name, english, more, sort, country, doubted, source, lat, lon, people, capital = (
        given.get(column, nothing) for column in _COLUMNS
    )
    aliases = _lists(more)
    for row, also in _other_spellings(list(map("|".join, zip(name, more, strict=True))), spelt):
        aliases[row] = tuple(dict.fromkeys((*aliases[row], *also)))
    sources = [_placed_from(one) if at else _named_from(one) for one, at in zip(source, lat, strict=True)]
    values: tuple[Iterable[Any], ...] = (
        *(identity, kind, name, english, aliases, sort, country, nothing, nothing, nothing, nothing),
        *([float(cell) if cell else None for cell in lat], [float(cell) if cell else None for cell in lon]),
        *(repeat(()), sources, _lists(doubted), capital, [int(cell) if cell else 0 for cell in people]),
        *(repeat(True), repeat("shipped")),
    )
    return map(tuple.__new__, repeat(Entity), zip(*values, strict=False))  # what is repeated has no end


def _lists(cells: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(cell.split("|")) if cell else () for cell in cells]


def _other_spellings(rows: Sequence[str], spelt: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    """The place of each row of names whose parts are spelt in two ways, and its names in the other one.

    The letters are looked for in all rows at once, as few have any.
    """
    text = "\n".join(rows)
    for part, instead in spelt.items():
        text = text.replace(part, instead)
    for place, (row, other) in enumerate(zip(rows, text.split("\n"), strict=True)):
        if row != other:
            names = zip(row.split("|"), other.split("|"), strict=True)
            yield place, [new for name, new in names if new != name]


def _rows(name: str) -> Iterator[dict[str, str]]:
    return table((files("isnad.entities") / "data/knowledge" / name).read_text(encoding="utf-8"))


@cache
def _named_from(source: str) -> Mapping[str, str]:
    """Where a row's name is from; one for all rows of a source."""
    return MappingProxyType({"name": source})


@cache
def _placed_from(source: str) -> Mapping[str, str]:
    """The same for a row that says where it is, too."""
    return MappingProxyType({"name": source, "coordinates": source})


def _institutions(listed: Mapping[str, Entity]) -> Iterator[Entity]:
    """What every state has, named by rule: the noun and the country's adjective («الحكومة العراقية»).

    A name that a table gives to something of the same country stays with it.
    """
    rows = [
        (row, _nouns(row), set(row["except"].split()), set(row["only"].split())) for row in _rows("institutions.tsv")
    ]
    taken: dict[str, set[str]] = defaultdict(set)
    for entity in listed.values():
        if entity.type == "organization" and entity.country:
            taken[entity.country].update((entity.name, *entity.aliases))
    for nisba in nisbas():
        country = listed.get(nisba.country)
        if country:
            adjectives = {gender: nisba.definite(gender) for gender in ("f", "m")}
            has = (one[:2] for one in rows if _has(country.id, *one[2:]))
            made = (_institution(row, nouns, adjectives, country) for row, nouns in has)
            yield from _left(made, taken[country.id])


def _has(country: str, without: AbstractSet[str], only: AbstractSet[str]) -> bool:
    return country in only if only else country not in without


def _nouns(row: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Each noun of the row as a pattern for the adjective, with its gender, and whether it is in short."""
    other = "m" if row["gender"] == "f" else "f"
    nouns = [(noun, row["gender"]) for noun in (row["noun"], *_split(row["other_nouns"]))]
    nouns += [(noun, other) for noun in _split(row["other_gender"])]
    short = _split(row["short"])
    return [(noun if "{}" in noun else f"{noun} {{}}", gender, noun in short) for noun, gender in nouns]


def _left(made: Iterable[Entity], taken: AbstractSet[str]) -> Iterator[Entity]:
    """Those whose name is not taken, with such aliases as are not."""
    for entity in made:
        if entity.name in taken:
            continue
        if taken.isdisjoint(entity.aliases):
            yield entity
        else:
            yield entity._replace(aliases=tuple(name for name in entity.aliases if name not in taken))


def _institution(
    row: Mapping[str, str],
    nouns: Iterable[tuple[str, str, bool]],
    adjectives: Mapping[str, tuple[str, ...]],
    country: Entity,
) -> Entity:
    named = [(noun.replace("{}", one), short) for noun, gender, short in nouns for one in adjectives[gender]]
    return Entity(
        id=f"{country.id}-{row['suffix']}",
        type="organization",
        name=named[0][0],
        name_en=row["name_en"].replace("{country}", country.name_en),
        aliases=tuple([name for name, _ in named[1:]]),
        kind=row["kind"],
        country=country.id,
        sources=_named_from(row["source"]),
        ambiguous=tuple([name for name, short in named if short]),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _prominence(entity: Entity) -> tuple[bool, int]:
    return entity.origin == "shipped", -entity.weight
