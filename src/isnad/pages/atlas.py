"""Maps as inline SVG, drawn from atlas.json (made by scripts/make_atlas.py): shapes, Arabic names, points. No tiles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise
from math import cos, radians
from typing import Any

from isnad.pages.lettering import Box, wide

WIDTH, HEIGHT = 480, 320  # of a map, in its own units
MARGIN = 6.0  # beyond the edge, so that no cut shape shows its cut
NEAR, CLOSE = 7.0, 2.5  # degrees of latitude that a map shows at least, either side of a place and of a country
ROOM = 1.35  # how much more than its places a map of several shows
NORTH, SOUTH, EDGE = 80.0, -58.0, 4.0  # degrees beyond which nothing is drawn that no place lies near
FINEST, SPECK = 1.6, 3.0  # units between two points of a shape; square units of an island too small to be seen
SMALLEST_NAMED = 700.0  # square units of a country whose name is written
NAME, PLACE = 13.0, 14.0  # sizes of letters

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country in degrees. rings: its outlines, the largest first. boxes: west, south, east and north of each.

    at: a point well inside.
    """

    id: str
    name: str
    rings: tuple[tuple[Point, ...], ...]
    boxes: tuple[tuple[float, float, float, float], ...]
    at: Point


@dataclass(frozen=True, slots=True)
class Shape:
    """A country as a path. home: whether the map is about it."""

    path: str
    home: bool


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words on a map, centred at x; y is their base line."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A place. id: of its entity. label: its name where there is room for it."""

    id: str
    name: str
    x: float
    y: float
    label: Lettering | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """What a map shows."""

    shapes: tuple[Shape, ...]
    names: tuple[Lettering, ...]
    dots: tuple[Dot, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that a map shows. scale: units for a degree of latitude; squeeze: of one of longitude."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int
    taken: list[Box] = field(default_factory=list)

    def at(self, lon: float, lat: float) -> Point:
        """Where a place lies on the drawing; degrees in, units of the drawing out."""
        return (lon - self.west) * self.scale * self.squeeze, (self.north - lat) * self.scale


def drawn(
    places: Sequence[tuple[str, str, float, float]], home: str = "", *, width: int = WIDTH, height: int = HEIGHT
) -> Map:
    """The map of places (id, name, latitude, longitude). home: the id of a country to set off."""
    return _filled(_frame([place[2:] for place in places], width, height), places, home)


@cache
def country_names() -> Mapping[str, str]:
    """The Arabic names of all states by id, for those that no article mentions."""
    return {country.id: country.name for country in countries() if country.id}


def of_country(home: str, *, width: int = WIDTH, height: int = HEIGHT) -> Map | None:
    """The map of a whole country, as far as its larger parts reach, a dot where it is too small to be seen.

    None for one that is not in the data.
    """
    country = next((one for one in countries() if one.id == home), None)
    if country is None:
        return None
    large = [
        box
        for ring, box in zip(country.rings, country.boxes, strict=True)
        if _area(ring) >= _area(country.rings[0]) / 4
    ]
    corners = [(lat, lon) for west, south, east, north in large for lat, lon in ((south, west), (north, east))]
    found = _filled(_frame(corners, width, height, CLOSE), (), home)
    if any(shape.home for shape in found.shapes):
        return found
    return drawn([(home, country.name, country.at[1], country.at[0])], home, width=width, height=height)


def _filled(frame: _Frame, places: Sequence[tuple[str, str, float, float]], home: str) -> Map:
    dots = tuple(_dots(frame, places))
    found = [(country, rings) for country in countries() if (rings := [*_rings(frame, country)])]
    shapes = tuple(Shape("".join(map(_path, rings)), country.id == home != "") for country, rings in found)
    return Map(shapes, tuple(_names(frame, found)), dots, frame.width, frame.height)


@cache
def countries() -> tuple[Country, ...]:
    """All countries, from the data file."""
    atlas = json.loads(resources.files("isnad.pages").joinpath("atlas.json").read_text(encoding="utf-8"))
    return tuple(_country(row, atlas["units"]) for row in atlas["countries"])


def _country(row: dict[str, Any], units: int) -> Country:
    rings = tuple(tuple(_points(flat, units)) for flat in row["rings"])
    x, y = row["at"]
    return Country(row["id"], row["name"], rings, tuple(map(_box, rings)), (x / units, y / units))


def _points(flat: Sequence[int], units: int) -> Iterator[Point]:
    x = y = 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / units, y / units


def _box(ring: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _frame(points: Sequence[tuple[float, ...]], width: int, height: int, near: float = NEAR) -> _Frame:
    lats, lons = [point[0] for point in points], [point[1] for point in points]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle)))
    tall = max(2 * near, (max(lats) - min(lats)) * ROOM, (max(lons) - min(lons)) * ROOM * squeeze * height / width)
    scale = max(height / tall, width / 360 / squeeze)
    west = (min(lons) + max(lons)) / 2 - width / scale / squeeze / 2
    north = min(middle + height / scale / 2, max(NORTH, max(lats) + EDGE))
    south = max(middle - height / scale / 2, min(SOUTH, min(lats) - EDGE))
    return _Frame(west, north, scale, squeeze, width, min(height, round((north - south) * scale)))


def _rings(frame: _Frame, country: Country) -> Iterator[list[Point]]:
    """The outlines that the frame meets, also those that it meets once around the world."""
    for ring, (west, south, east, north), turn in (
        (*pair, turn) for pair in zip(country.rings, country.boxes, strict=True) for turn in (-360, 0, 360)
    ):
        (left, top), (right, bottom) = frame.at(west + turn, north), frame.at(east + turn, south)
        if right < 0 or left > frame.width or bottom < 0 or top > frame.height:
            continue
        cut = _cut([frame.at(lon + turn, lat) for lon, lat in ring], frame)
        thin = [*_thinned(cut)]
        if len(thin) > 2 and _area(thin) >= SPECK:
            yield thin


def _cut(ring: list[Point], frame: _Frame) -> list[Point]:
    """The part of a ring inside the frame and its margin (Sutherland and Hodgman)."""
    for axis, limit, side in (
        (0, -MARGIN, 1),
        (0, frame.width + MARGIN, -1),
        (1, -MARGIN, 1),
        (1, frame.height + MARGIN, -1),
    ):
        if not ring:
            break
        ring = [*_half(ring, axis, limit, side)]
    return ring


def _half(ring: list[Point], axis: int, limit: float, side: int) -> Iterator[Point]:
    for before, here in pairwise([ring[-1], *ring]):
        was, now = (before[axis] - limit) * side >= 0, (here[axis] - limit) * side >= 0
        if was != now:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if now:
            yield here


def _thinned(ring: Iterable[Point]) -> Iterator[Point]:
    last = (-1e9, -1e9)
    for x, y in ring:
        if abs(x - last[0]) + abs(y - last[1]) >= FINEST:
            yield (x, y)
            last = (x, y)


def _path(ring: Sequence[Point]) -> str:
    whole = [(round(x), round(y)) for x, y in ring]
    steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(whole) if (a, b) != (x, y))
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"


def _dots(frame: _Frame, places: Sequence[tuple[str, str, float, float]]) -> Iterator[Dot]:
    """The places, those named first whose names come first. A name that finds no room is left to the list."""
    points = [frame.at(lon, lat) for _, _, lat, lon in places]
    frame.taken.extend(Box(x - 5, y - 5, x + 5, y + 5) for x, y in points)
    for (entity, name, _, _), (x, y) in zip(places, points, strict=True):
        tries = (
            (x, y - 10),
            (x, y + 20),
            (x + wide(name, PLACE) / 2 + 9, y + 5),
            (x - wide(name, PLACE) / 2 - 9, y + 5),
        )
        label = next((one for at in tries if (one := _placed(frame, name, *at, PLACE))), None)
        yield Dot(entity, name, round(x, 1), round(y, 1), label)


def _names(frame: _Frame, found: Iterable[tuple[Country, list[list[Point]]]]) -> Iterator[Lettering]:
    sized = [(max(rings, key=_area), country.name) for country, rings in found if country.name]
    for ring, name in sorted(sized, key=lambda pair: -_area(pair[0])):
        if _area(ring) < SMALLEST_NAMED:
            continue
        inside = [point for point in ring if 0 <= point[0] <= frame.width and 0 <= point[1] <= frame.height] or ring
        left, top, right, bottom = _box(inside)
        tries = ((x, y) for y in (0.5, 0.35, 0.65, 0.2, 0.8) for x in (0.5, 0.3, 0.7))
        spots = ((left + (right - left) * x, top + (bottom - top) * y) for x, y in tries)
        within = (spot for spot in spots if _holds(ring, spot))
        label = next((one for x, y in within if (one := _placed(frame, name, x, y + 4, NAME))), None)
        if label:
            yield label


def _placed(frame: _Frame, words: str, x: float, y: float, size: float) -> Lettering | None:
    """The words there, unless they leave the map or lie upon others."""
    half = wide(words, size) / 2
    box = Box(x - half, y - size, x + half, y + size * 0.35)
    outside = box.left < 2 or box.right > frame.width - 2 or box.top < 2 or box.bottom > frame.height - 2
    if outside or any(box.touches(other) for other in frame.taken):
        return None
    frame.taken.append(box)
    return Lettering(words, round(x, 1), round(y, 1))


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def _holds(ring: Sequence[Point], spot: Point) -> bool:
    x, y = spot
    crossed = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed
