"""Makes the shapes of countries that the site's maps draw: Natural Earth by way of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_atlas.py package

It needs no network beyond that, and writes src/isnad/pages/atlas.json: for each country the id of the gazetteer, its
Arabic name, a point for that name, and its rings as whole numbers, hundredths of a degree, each point after the first
as its distance from the one before. Arcs are made simpler before they are joined, so that neighbours still touch.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src/isnad/pages/atlas.json"
GAZETTEER = ROOT / "src/isnad/entities/data/gazetteer/countries.tsv"
SETTINGS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ABOUT = (
    "Natural Earth 1:50m, public domain, from world-atlas {version} (ISC, Mike Bostock); simplified by make_atlas.py."
    " Arabic names: Unicode CLDR."
)
TOLERANCE = 0.05  # degrees that a simplified line may leave the true one by
SMALLEST = 0.03  # square degrees of an island that is drawn, unless it is all of a country
UNITS = 100  # to a degree
HALF = 180  # degrees: a longer step is a leap over the edge of the world

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    """Read the package, write the file, say what could not be named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the unpacked folder of world-atlas")
    package = parser.parse_args().package
    topology = json.loads((package / "countries-50m.json").read_text(encoding="utf-8"))
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    countries = sorted(_countries(topology), key=lambda country: country["name_en"])
    lines = ",\n".join(json.dumps(country, ensure_ascii=False, separators=(",", ":")) for country in countries)
    about = json.dumps(ABOUT.format(version=version))
    OUT.write_text(f'{{"about":{about},"units":{UNITS},"countries":[\n{lines}\n]}}\n', encoding="utf-8")
    unnamed = [country["name_en"] for country in countries if not country["name"]]
    print(f"{len(countries)} countries, {OUT.stat().st_size // 1024} KB; without an Arabic name: {unnamed}")


def _countries(topology: dict[str, Any]) -> Iterator[dict[str, Any]]:
    arcs = [_simple(arc) for arc in _arcs(topology)]
    known = _gazetteer()
    for geometry in topology["objects"]["countries"]["geometries"]:
        english = geometry["properties"]["name"]
        if english in SETTINGS["left_out"]:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = sorted((_joined(arcs, ring) for polygon in polygons for ring in polygon), key=lambda ring: -_area(ring))
        kept = [ring for n, ring in enumerate(rings) if len(ring) > 3 and (not n or _area(ring) >= SMALLEST)]
        entity, name = known.get(SETTINGS["names"].get(english, english), ("", ""))
        yield {
            "id": entity,
            "name": name,
            "name_en": english,
            "at": [round(axis * UNITS) for axis in _middle(kept[0] if kept else rings[0])],
            "rings": [_numbers(ring) for ring in kept or rings[:1]],
        }


def _arcs(topology: dict[str, Any]) -> Iterator[Ring]:
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * wide + left, y * high + low))
        yield line


def _simple(line: Ring) -> Ring:
    """Douglas and Peucker's line: no point that it leaves out is further from it than TOLERANCE."""
    keep, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        if not between:
            continue
        far = max(between, key=lambda n: _distance(line[n], line[first], line[last]))
        if _distance(line[far], line[first], line[last]) > TOLERANCE:
            keep.add(far)
            waiting += [(first, far), (far, last)]
    return [line[n] for n in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the stretch between two others, degrees of longitude shrunk as they are at that latitude."""
    shrunk = cos(radians(point[1]))
    px, py = (point[0] - start[0]) * shrunk, point[1] - start[1]
    ex, ey = (end[0] - start[0]) * shrunk, end[1] - start[1]
    along = max(0.0, min(1.0, (px * ex + py * ey) / ((ex * ex + ey * ey) or 1)))
    return hypot(px - along * ex, py - along * ey)


def _joined(arcs: Sequence[Ring], numbers: Iterable[int]) -> Ring:
    """A ring from its arcs; a number below zero means the arc backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return [*_unbroken(ring)]


def _unbroken(ring: Ring) -> Iterator[Point]:
    """The ring without leaps at the edge of the world: what lies beyond the 180th degree is counted on."""
    turns, last = 0, ring[0][0]
    for x, y in ring:
        turns += (x - last < -HALF) - (x - last > HALF)
        last = x
        yield x + turns * 2 * HALF, y


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _middle(ring: Ring) -> Point:
    """A point well inside: the middle of the widest stretch on one of several levels."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best: tuple[float, Point] = (0.0, ring[0])
    for level in range(3, 8):
        y = low + (high - low) * level / 10
        crossings = sorted(_crossings(ring, y))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            best = max(best, (right - left, ((left + right) / 2, y)))
    return best[1]


def _crossings(ring: Ring, y: float) -> Iterator[float]:
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)


def _numbers(ring: Ring) -> list[int]:
    flat: list[int] = []
    at = (0, 0)
    for x, y in ring:
        point = (round(x * UNITS), round(y * UNITS))
        if not flat or point != at:
            flat += (point[0] - at[0], point[1] - at[1])
        at = point
    return flat


def _gazetteer() -> dict[str, tuple[str, str]]:
    """By English name the id and the Arabic name of a country."""
    lines = [line.split("\t") for line in GAZETTEER.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    rows = (dict(zip(lines[0], cells, strict=True)) for cells in lines[1:])
    return {row["name_en"]: (row["id"], row["name"]) for row in rows}


if __name__ == "__main__":
    main()
