"""Numbers as readers write them, and the units that stand apart from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.pages.labels import amount, stands_apart
from tests.cases import cases


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "amounts.jsonl"))
def test_a_number_is_written(case: dict[str, Any]) -> None:
    assert amount(case["value"]) == case["gives"]
    assert (case["value"] is not None and stands_apart(case["value"], case["unit"])) == case["apart"]
