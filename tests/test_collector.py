"""The garbage collector is as it was after what put it off, whatever happened inside."""

from __future__ import annotations

import gc

import pytest

from isnad.collector import paused


def test_nothing_is_collected_inside_and_afterwards_all_is_as_before() -> None:
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_inside_leaves_it_on() -> None:
    with pytest.raises(ValueError, match="inside"), paused():
        raise ValueError("inside")
    assert gc.isenabled()
