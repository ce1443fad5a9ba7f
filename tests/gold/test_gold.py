"""The first article against its hand-made gold: floors for the machine, and everything sure after the editor."""

import pytest
from scripts.score_gold import GOLD, Score, scores

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"the hand-made gold is not there ({GOLD})")


@pytest.fixture(scope="module")
def columns() -> tuple[dict[str, Score], dict[str, Score]]:
    return scores()


def test_the_machine_alone_stays_above_its_floors(columns: tuple[dict[str, Score], dict[str, Score]]) -> None:
    automatic = columns[0]
    assert automatic["mentions"].f1 >= 60
    assert automatic["times"].found == automatic["times"].asked
    assert automatic["times"].right >= 9
    assert automatic["quotations"].right == automatic["quotations"].asked
    assert automatic["reports"].right >= 6
    assert automatic["events"].found == automatic["events"].asked
    assert automatic["events"].right >= 10


def test_the_editor_leaves_nothing_sure_out(columns: tuple[dict[str, Score], dict[str, Score]]) -> None:
    edited = columns[1]
    assert [miss for score in edited.values() for miss in score.misses] == []
    assert all(score.found == score.right == score.asked for score in edited.values())
