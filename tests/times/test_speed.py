"""Speed: a floor on newswire, and time that grows no faster than the text, hostile text included."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from scripts import bench_times as bench

pytestmark = pytest.mark.slow


def test_newswire_is_read_at_its_floor() -> None:
    speed, found = bench.speed(bench.own_text() * 3)
    assert found > 1000
    assert speed > 100  # every line of it holds a date; of newswire, one in three


@pytest.mark.parametrize("piece", bench.HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    """In a process of its own, since what the tests before it hold slows the long text more than the short one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        assert min(alone.submit(bench.growth, piece, 5_000).result() for _ in range(3)) < bench.LIMIT + 1
