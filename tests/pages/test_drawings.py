"""Maps, graphs and strips: what they show, where it stands, and that no words lie upon others."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest

from isnad.pages import atlas, graph
from isnad.pages import strip as strips
from isnad.pages.lettering import Box, fitted, wide

PLACES = [("baghdad", "بغداد", 33.34, 44.4), ("erbil", "أربيل", 36.19, 44.01), ("hit", "هيت", 33.64, 42.83)]


def _boxes(drawn: atlas.Map) -> list[Box]:
    labels = [*((dot.label, atlas.PLACE) for dot in drawn.dots), *((name, atlas.NAME) for name in drawn.names)]
    return [
        Box(one.x - wide(one.words, size) / 2, one.y - size, one.x + wide(one.words, size) / 2, one.y)
        for one, size in labels
        if one
    ]


def test_every_country_of_the_gazetteer_that_news_is_made_in_is_drawn() -> None:
    drawn = {country.id for country in atlas.countries()}
    assert {"iraq", "egypt", "morocco", "sudan", "south-sudan", "united-states", "china"} - drawn == set()
    assert len(drawn) > 200


def test_a_place_stands_in_the_middle_of_its_map_with_its_country_set_off() -> None:
    drawn = atlas.drawn(PLACES[:1], "iraq")
    (dot,) = drawn.dots
    assert (dot.x, dot.y) == (atlas.WIDTH / 2, atlas.HEIGHT / 2)
    assert dot.label is not None
    assert [shape.home for shape in drawn.shapes].count(True) == 1
    assert "العراق" in [name.words for name in drawn.names]


@pytest.mark.parametrize("places", [PLACES[:1], PLACES, [*PLACES, ("tokyo", "طوكيو", 35.68, 139.69)]])
def test_words_lie_on_the_map_and_not_upon_each_other(places: list[tuple[str, str, float, float]]) -> None:
    drawn = atlas.drawn(places)
    boxes = _boxes(drawn)
    assert all(
        box.left >= 0 and box.right <= drawn.width and box.top >= 0 and box.bottom <= drawn.height for box in boxes
    )
    assert not [pair for pair in combinations(boxes, 2) if pair[0].touches(pair[1])]
    assert all(0 <= dot.x <= drawn.width and 0 <= dot.y <= drawn.height for dot in drawn.dots)


def test_a_map_is_drawn_near_the_poles_and_at_the_edge_of_the_world() -> None:
    for lat, lon in ((89.0, 0.0), (-89.0, 10.0), (0.0, 179.9), (0.0, -179.9)):
        assert atlas.drawn([("x", "مكان", lat, lon)]).dots[0].label


@pytest.mark.parametrize("home", [country.id for country in atlas.countries() if country.id])
def test_every_country_has_a_map_of_its_own(home: str) -> None:
    drawn = atlas.of_country(home)
    assert drawn is not None
    assert any(shape.home for shape in drawn.shapes) or [dot.id for dot in drawn.dots] == [home]
    assert drawn.height > 100
    assert sum(len(shape.path) for shape in drawn.shapes) < 60_000


def test_what_has_no_shape_has_no_map() -> None:
    assert atlas.of_country("atlantis") is None


@pytest.mark.parametrize("number", range(1, 14))
def test_names_around_a_name_keep_apart(number: int) -> None:
    companions = [(f"e{n}", 20 - n) for n in range(number)]
    drawn = graph.around("x", "اسم طويل جدا لمنظمة دولية كبيرة", companions, [f"اسم {n}" for n in range(number)])
    assert drawn is not None
    assert len(drawn.nodes) == min(number, graph.MOST)
    boxes = [Box(node.left, node.top, node.left + node.width, node.top + drawn.tall) for node in drawn.nodes]
    boxes.append(Box(drawn.middle.left, drawn.middle.top, drawn.middle.left + drawn.middle.width, drawn.middle.top + 1))
    assert not [pair for pair in combinations(boxes, 2) if pair[0].touches(pair[1])]
    assert all(box.top >= 0 and box.bottom <= drawn.height and box.right <= drawn.width for box in boxes)
    assert drawn.middle.words.endswith("…")


def test_nobody_beside_it_means_no_drawing() -> None:
    assert graph.around("x", "اسم", [], []) is None


def test_words_that_do_not_fit_are_cut_between_words() -> None:
    assert fitted("التحالف الدولي ضد الإرهاب", 120, 14) == "التحالف…"
    assert fitted("قصير", 120, 14) == "قصير"


@pytest.mark.parametrize(("days", "least"), [(5, 8), (24, 5), (200, 4)])
def test_the_fewer_bars_a_strip_has_the_wider_they_are(days: int, least: int) -> None:
    ends = [str(date(2020, 1, 1) + timedelta(number * 200 // days)) for number in range(days)]
    found = strips.of_days(ends, str)
    assert len(found.bars) == days
    assert min(bar.width for bar in found.bars) == least
    assert all(0 <= bar.x <= strips.WIDTH - bar.width for bar in found.bars)
