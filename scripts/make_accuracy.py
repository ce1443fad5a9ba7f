"""Measure every layer on public suites and on articles held out, and write what readers should know: docs/accuracy.md.

    python scripts/make_accuracy.py

The suites and their scorers lie outside the repository (../shared): where they are not, nothing is written, and the
script says so. The words of the page stand in make_accuracy.toml.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts import score_entities, score_statements, score_times  # noqa: E402

PAGE = ROOT / "docs/accuracy.md"
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
HELD_OUT = sorted((ROOT / "tests/statements/articles").glob("held_out*"))
MARK = "<!-- Made by scripts/make_accuracy.py: change that, or its words in make_accuracy.toml. -->"


def main() -> int:
    """Write the page; 0 also where there is nothing to measure with."""
    scorer = score_entities.load_scorer()
    if scorer is None or not score_times.SCORER.exists():
        print("The suites and their scorers are not beside this checkout (../shared): nothing is written.")
        return 0
    page = WORDS["page"]
    head = ["---", f"title: {page['title']}", f"description: {page['description']}", "---", "", MARK, ""]
    sections = [*section("dates", dates()), *section("names", names(scorer)), *section("statements", said())]
    lines = [*head, f"# {page['title']}", "", page["lead"], "", *sections, page["again"]]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{PAGE} is written.")
    return 0


def section(name: str, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A heading, what its numbers mean, and the table."""
    words = WORDS[name]
    yield from (f"## {words['title']}", "", words["lead"], "")
    yield f"| {' | '.join(words['head'])} |"
    yield f"|{'---|' * len(words['head'])}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def dates() -> Iterator[Sequence[str]]:
    """The values right by suite, and those of the best tool that the suite was not made for."""
    scorer = score_times.load_scorer()
    peers = json.loads((score_times.SUITES / "peers.json").read_text(encoding="utf-8"))["suites"]
    for suite, title in WORDS["dates"]["suites"].items():
        cases = scorer.read_suite(score_times.SUITES / f"{suite}.jsonl")
        answers, _, _ = scorer.run_command(score_times.COMMAND, cases, True)
        ours = scorer.figures(scorer.count(cases, answers)[0])["value"]
        name, best = score_times.best_peer(suite, peers.get(suite, {}))
        yield title, f"{ours:.0f}%", f"{best:.0f}% (<bdi>{name}</bdi>)"


def names(scorer: Any) -> Iterator[Sequence[str]]:
    """Precision, recall and F1 by suite and type."""
    for suite, title in WORDS["names"]["suites"].items():
        table = score_entities.table_of(scorer, score_entities.documents_of(scorer, score_entities.SUITES[suite]))
        for kind, label in WORDS["names"]["types"].items():
            yield title, label, *(f"{table[kind][key]:.0f}" for key in ("precision", "recall", "f1"))


def said() -> Iterator[Sequence[str]]:
    """Quotations with their speakers, and events with their dates, by the whole way from the text."""
    total: Counter[str] = Counter()
    for path in (path for folder in HELD_OUT for path in sorted(folder.glob("*.json"))):
        gold = score_statements.read_gold(path)
        total += score_statements.score(gold, *score_statements.found_in(gold, whole=True))
    for column, label in WORDS["statements"]["rows"].items():
        yield label, str(total[column]), str(total[f"of {column}"])


if __name__ == "__main__":
    sys.exit(main())
