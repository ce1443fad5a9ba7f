"""Days as people write them: what is read, and what is not."""

from collections.abc import Callable

import pytest

from isnad.read.days import clock, day, days, moment


def _refused(parse: Callable[[str], object], written: str) -> bool:
    try:
        parse(written)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "approximate"),
    [
        ("2020-03-30", "2020-03-30", "2020-03-30", False),
        ("2020-02", "2020-02-01", "2020-02-29", False),
        ("2019", "2019-01-01", "2019-12-31", False),
        ("2020-03~", "2020-03-01", "2020-03-31", True),
        ("2020-03-21/2020-03-29", "2020-03-21", "2020-03-29", False),
        ("2019/2020-02", "2019-01-01", "2020-02-29", False),
        ("2020-05-24/..", "2020-05-24", "None", False),
        ("../2020-03-30?", "None", "2020-03-30", True),
        ("/2020", "None", "2020-12-31", False),
    ],
)
def test_days(written: str, earliest: str, latest: str, approximate: bool) -> None:
    found = days(written)
    assert (str(found.earliest), str(found.latest), found.approximate, found.edtf) == (
        earliest,
        latest,
        approximate,
        written,
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "..",
        "../..",
        "/",
        "2020-13",
        "2020-04-31",
        "20-3-1",
        "2020-03-30/2020-03-29",
        "2020/2021/2022",
        "٢٠٢٠",
        "x~",
    ],
)
def test_no_days(written: str) -> None:
    assert _refused(days, written)


def test_a_day_is_written_in_one_way_only() -> None:
    assert day("2020-03-31").isoformat() == "2020-03-31"
    for written in ("20200331", "2020-3-31", "2020-W14-2", "2020-03-31T00:00"):
        assert _refused(day, written)


def test_a_moment_is_the_day_and_the_clock_on_the_spot() -> None:
    assert [str(part) for part in moment("2013-02-12T04:30:00-02:00")] == ["2013-02-12", "04:30:00"]
    assert [str(part) for part in moment("2021-09-01 10:38:04.5")] == ["2021-09-01", "10:38:04"]
    assert str(moment("2021-09-01")[1]) == "None"
    for written in ("2021-09-01T", "2021-09-01x10:00", "2021-09-01T25:00"):
        assert _refused(moment, written)


def test_a_clock_shows_hours_and_minutes() -> None:
    assert [clock("08:40"), clock("23:59:59")] == ["08:40", "23:59:59"]
    for written in ("8:40", "24:00", "08:60", "08:40 "):
        assert _refused(clock, written)
