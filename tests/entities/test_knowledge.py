"""What is shipped of knowledge: the schema of its tables, names made by rule, and what a dossier lays over them."""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

from isnad.annotation import MentionType
from isnad.arabic.letters import fold
from isnad.entities import knowledge
from isnad.entities.knowledge import Entity, Knowledge, extended, load_knowledge, nisbas, table
from tests.cases import cases

DATA = Path(str(files("isnad.entities") / "data"))
CASES = Path(__file__).parent / "knowledge"
MADE = {"institutions.tsv", "nisba.tsv", "spellings.tsv"}
TABLES = sorted(path for name in ("gazetteer", "knowledge") for path in (DATA / name).glob("*.tsv"))
OF_ENTITIES = [path for path in TABLES if path.name not in MADE]
REQUIRED = {"id", "type", "name", "aliases", "name_en", "kind", "country", "ambiguous", "source"}
# Letters, and what stands in names beside them: digits, hyphens, dots of abbreviations, a plus, a stroke.
NAME = re.compile(
    r"[\u0621-\u063a\u0641-\u064a0-9]+(?: ?[-./+] ?[\u0621-\u063a\u0641-\u064a0-9]*| [\u0621-\u063a\u0641-\u064a0-9]+)*"
)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _rows(path: Path) -> list[dict[str, str]]:
    return list(table(path.read_text(encoding="utf-8")))


def _names(row: Mapping[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize("path", OF_ENTITIES, ids=lambda path: path.stem)
def test_a_table_has_its_columns_and_is_sorted(path: Path) -> None:
    rows = _rows(path)
    assert set(rows[0]) >= REQUIRED
    ids = [row["id"] for row in rows]
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", OF_ENTITIES, ids=lambda path: path.stem)
def test_rows_are_well_formed(path: Path) -> None:
    wrong = [f"{row['id']}: {problem}" for row in _rows(path) for problem in _problems(row)]
    assert wrong == []


def _problems(row: Mapping[str, str]) -> Iterator[str]:
    names = _names(row)
    if not SLUG.fullmatch(row["id"]):
        yield "the id is not of small Latin letters, digits and hyphens"
    if row["type"] not in get_args(MentionType):
        yield f"unknown type {row['type']}"
    if not row["source"].strip() or not row["kind"] or not row["name_en"]:
        yield "no source, kind or English name"
    yield from (f"not Arabic: {name}" for name in names if not NAME.fullmatch(name))
    yield from (
        f"ambiguous, but no name: {name}" for name in set(filter(None, row["ambiguous"].split("|"))) - set(names)
    )
    yield from (f"twice: {name}" for name, count in Counter(names).items() if count > 1)
    if row.get("lat") and not (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180):
        yield "no place on earth"


def test_an_id_stands_in_one_table_or_gives_names_to_a_place_of_the_gazetteer() -> None:
    places: dict[str, str] = {}
    by_hand: dict[str, str] = {}
    for path in OF_ENTITIES:
        seen = places if path.parent.name == "gazetteer" else by_hand
        for row in _rows(path):
            assert row["id"] not in seen, f"{row['id']} in {path.name} and {seen[row['id']]}"
            seen[row["id"]] = path.name
    assert {by_hand[one] for one in set(places) & set(by_hand)} <= {"places.tsv"}


def test_countries_of_rows_are_known() -> None:
    known = {row["id"] for row in _rows(DATA / "gazetteer" / "countries.tsv")}
    rows = [row for path in OF_ENTITIES for row in _rows(path)]
    assert {row["country"] for row in rows} - known <= {""}
    assert {nisba.country for nisba in nisbas()} <= known


def test_two_things_of_a_country_and_type_share_a_name_only_where_it_is_ambiguous() -> None:
    named: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    doubtful = set()
    for path in OF_ENTITIES:
        if path.parent.name == "knowledge":
            for row in _rows(path):
                for name in _names(row):
                    key = (row["country"], row["type"], fold(name).text)
                    named[key].add(row["id"])
                    doubtful |= {key} if name in row["ambiguous"].split("|") else set()
    assert [(key, ids) for key, ids in named.items() if len(ids) > 1 and key not in doubtful] == []


def test_no_table_takes_the_name_of_a_country_or_of_its_capital(shipped: Knowledge) -> None:
    wrong = []
    for entity in shipped.entities.values():
        if entity.kind == "country" or entity.metonym_for:
            found = shipped.named(entity.name)
            wrong += [entity.name for one in found if one.type != "place" and entity.name not in one.ambiguous]
    assert wrong == []


def test_what_names_institutions_is_whole() -> None:
    rows = _rows(DATA / "knowledge" / "institutions.tsv")
    assert [row["suffix"] for row in rows] == sorted({row["suffix"] for row in rows})
    countries = {row["id"] for row in _rows(DATA / "gazetteer" / "countries.tsv")}
    for row in rows:
        assert row["gender"] in "fm"
        assert set(filter(None, row["short"].split("|"))) <= {row["noun"], *row["other_nouns"].split("|")}
        assert set((row["only"] + " " + row["except"]).split()) <= countries
        assert row["source"]


@pytest.mark.parametrize("case", cases(CASES / "names.jsonl"))
def test_a_name_as_the_press_writes_it_names_what_it_should(case: Any, shipped: Knowledge) -> None:
    found = shipped.named(case["text"])
    assert [one.id for one in found[:1]] == ([case["id"]] if case["id"] else []), case["why"]


@pytest.mark.parametrize("case", cases(CASES / "adjectives.jsonl"))
def test_adjectives_of_countries_take_the_article(case: Any) -> None:
    nisba = next(one for one in nisbas() if one.country == case["country"])
    assert case["text"] in nisba.definite(case["gender"]), case["why"]


def test_every_government_that_a_capital_stands_for_is_known(shipped: Knowledge) -> None:
    named = {nisba.country for nisba in nisbas()}
    stood_for = {one.metonym_for for one in shipped.entities.values() if one.metonym_for and one.country in named}
    assert stood_for - set(shipped.entities) == set()


def test_every_entity_has_a_source_for_its_name_and_its_place(shipped: Knowledge) -> None:
    bare = [one.id for one in shipped.entities.values() if not one.sources.get("name")]
    unplaced = [one.id for one in shipped.entities.values() if one.lat is not None and "coordinates" not in one.sources]
    assert (bare, unplaced) == ([], [])


def test_a_dossier_says_its_own_in_place_of_the_shipped_and_keeps_the_rest() -> None:
    below = Entity("harir", "facility", "قاعدة حرير", aliases=("حرير",), lat=36.5, lon=44.3, sources={"name": "a"})
    above = Entity("harir", "facility", "قاعدة حرير الجوية", role="x", sources={"role": "b"}, origin="dossier")
    both = extended(below, above)
    assert (both.name, both.aliases) == ("قاعدة حرير الجوية", ("قاعدة حرير", "حرير"))
    assert (both.lat, both.lon, both.role, both.origin) == (36.5, 44.3, "x", "dossier")
    assert both.sources == {"name": "a", "role": "b"}


def test_a_place_on_the_equator_and_the_meridian_moves_there() -> None:
    below = Entity("null-island", "place", "جزيرة", lat=1.0, lon=2.0)
    assert extended(below, Entity("null-island", "place", "جزيرة", lat=0.0, lon=0.0)).lat == 0.0


def test_knowledge_loads_quickly() -> None:
    def once() -> float:
        knowledge._shipped.cache_clear()
        start = time.process_time()
        load_knowledge()
        return time.process_time() - start

    try:
        assert min(once() for _ in range(5)) < 0.15
    finally:
        load_knowledge()
