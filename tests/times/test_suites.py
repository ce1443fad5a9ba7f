"""Floors on the suites of other projects, which lie beside the checkout: they only rise."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from scripts.score_times import best_peer

from isnad.times import FUTURE, NEWS, find, replay

SHARED = Path(__file__).parents[2] / "../shared"
SUITES = SHARED / "suites" / "time"
# suite: values right (%), F1 of spans by overlap (%), cases without a date that may be marked
FLOORS = {
    "press": (100.0, 100.0, 0),
    "duckling_time": (96.0, 100.0, 0),
    "duckling_duration": (100.0, 100.0, 0),
    "recognizers_supported": (81.5, 95.4, 0),
    "recognizers_more": (84.5, 97.0, 0),
    "chrono_node": (97.5, 100.0, 0),
    "chronologia_core": (94.5, 99.0, 3),
    "chronologia_sweep": (100.0, 100.0, 0),
    "dateparser": (92.5, 100.0, 0),
    "maha": (94.0, 98.4, 2),
    "cldr_relative": (100.0, 100.0, 0),
    "cldr_months": (100.0, 100.0, 0),
}

pytestmark = pytest.mark.skipif(
    not SUITES.exists(), reason="the suites are not beside this checkout (../shared/suites)"
)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("times_scorer", SHARED / "score" / "times.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(case: dict[str, Any]) -> dict[str, Any]:
    published = case["published"]
    day = date.fromisoformat(published[:10]) if published else None
    clock = published[11:19] if published and len(published) > 10 else None
    policy = FUTURE if case["policy"] == "future" else NEWS
    times = find(case["text"], day, policy, time=clock)
    for time in times:
        assert replay(time.steps, day) == (time.earliest, time.latest), time.text
    fields = ("start", "end", "text", "kind", "earliest", "latest", "timex3", "edtf")
    return {"id": case["id"], "times": [{field: getattr(time, field) for field in fields} for time in times]}


@pytest.mark.parametrize("suite", FLOORS)
def test_suite_keeps_its_floor(suite: str) -> None:
    module = scorer()
    cases = module.read_suite(SUITES / f"{suite}.jsonl")
    counts, _ = module.count(cases, {case["id"]: answer(case) for case in cases})
    figures = module.figures(counts)
    value, f1, traps = FLOORS[suite]
    assert figures["value"] >= value
    assert figures["F1"] >= f1
    assert figures["negatives_hit"] <= traps
    assert figures["bad_offsets"] == 0


@pytest.mark.parametrize("suite", FLOORS)
def test_suite_is_ahead_of_every_peer_that_it_was_not_made_for(suite: str) -> None:
    peers = json.loads((SUITES / "peers.json").read_text(encoding="utf-8"))["suites"][suite]
    _, best = best_peer(suite, peers)
    assert FLOORS[suite][0] >= best


def test_disputes_name_cases_that_are_there_and_that_we_read_otherwise() -> None:
    module = scorer()
    lines = (Path(__file__).parent / "suite_disputes.jsonl").read_text(encoding="utf-8").splitlines()
    disputes = [json.loads(line) for line in lines]
    for suite in {row["suite"] for row in disputes}:
        cases = {case["id"]: case for case in module.read_suite(SUITES / f"{suite}.jsonl")}
        for row in (row for row in disputes if row["suite"] == suite):
            case = cases[row["id"]]
            counts, _ = module.count([case], {case["id"]: answer(case)})
            wrong = counts["right"] < counts["valued"] or counts["predicted"] > counts["matched"]
            assert wrong, f"{row['id']} is right by now: take it out"
            assert row["reason"]
