#!/usr/bin/env python3
"""Score expressions of time on the suites of other projects, each peer's figure beside ours.

    python scripts/score_times.py [SUITE ...] [--misses N]      SUITE: press, maha, ...; all where none is named

The suites, their scorer and the peers' figures lie outside the repository (../shared/score, ../shared/suites/time);
without them the script says so and ends with 0. Every case goes through `isnad annotate --lines`. Ends with 1 where a
peer is ahead on a suite that was not made for it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[1] / "../shared"
SUITES = SHARED / "suites" / "time"
SCORER = SHARED / "score" / "times.py"
COMMAND = f"{Path(sys.executable).with_name('isnad')} annotate --lines"
# The tool that a suite was made for: its own figure there is no evidence.
MADE_FOR = {
    "duckling_time": "Duckling",
    "duckling_duration": "Duckling",
    "chrono_node": "chrono-node",
    "chronologia_core": "chronologia",
    "chronologia_sweep": "chronologia",
    "dateparser": "dateparser",
    "maha": "Maha",
}
ROW = "{:<22}{:>7}{:>7}{:>8}   {}"


def main() -> int:
    """Print the table; 1 where a peer is ahead."""
    options = _options()
    if not SCORER.exists() or not SUITES.exists():
        print("the suites and their scorer are not beside this checkout (../shared): nothing to score")
        return 0
    scorer = load_scorer()
    peers = json.loads((SUITES / "peers.json").read_text(encoding="utf-8"))["suites"]
    names = options.suites or sorted(path.stem for path in SUITES.glob("*.jsonl"))
    print(ROW.format("suite", "F1", "value", "marked", "values of the peers; * made for it, ! ahead of us"))
    ahead = 0
    for name in names:
        cases = scorer.read_suite(SUITES / f"{name}.jsonl")
        answers, _, messages = scorer.run_command(COMMAND, cases, True)
        counts, problems = scorer.count(cases, answers)
        figures = scorer.figures(counts)
        ahead += len(leading(name, figures["value"], peers.get(name, {})))
        print(row(name, figures, peers.get(name, {})))
        for message in messages:
            print(f"  {message}")
        scorer.print_problems(problems, options.misses) if options.misses else None
    return int(ahead > 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show the first N wrong cases of each suite")
    return parser.parse_args()


def load_scorer() -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("times_scorer", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def leading(suite: str, ours: float, peers: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The peers with more right values than ours, except the one that the suite was made for and their union."""
    return [
        peer
        for peer, figures in peers.items()
        if peer != MADE_FOR.get(suite) and not peer.startswith("union") and (figures["value"] or 0) > ours
    ]


def best_peer(suite: str, peers: Mapping[str, Mapping[str, Any]]) -> tuple[str, float]:
    """The best of the peers that the suite was not made for, and its values right; their union is none."""
    single = {peer: figures for peer, figures in peers.items() if not peer.startswith("union")}
    others = {peer: float(one["value"] or 0) for peer, one in single.items() if peer != MADE_FOR.get(suite)}
    return max(others.items(), key=lambda item: item[1])


def row(suite: str, ours: Mapping[str, Any], peers: Mapping[str, Mapping[str, Any]]) -> str:
    """A line of the table."""
    lead = leading(suite, ours["value"], peers)
    shown = [
        f"{peer} {figures['value']}{'*' if peer == MADE_FOR.get(suite) else ''}{'!' if peer in lead else ''}"
        for peer, figures in peers.items()
        if not peer.startswith("union")
    ]
    marked = f"{ours['negatives_hit']}/{ours['negatives']}"
    return ROW.format(suite, ours["F1"], ours["value"], marked, ", ".join(shown))


if __name__ == "__main__":
    sys.exit(main())
