#!/usr/bin/env python3
"""Measure how fast articles are annotated: each stage in KB/s of UTF-8 and tokens/s, and how time grows with length.

    python scripts/bench.py                      the articles of seeds/, repeated to 200 KB
    python scripts/bench.py --file text.txt      a text of your own
    python scripts/bench.py --json               the figures as JSON

Figures are medians over runs in one process on one core; machines are noisy, so compare ratios, not days.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from isnad import entities, statements, times
from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.arabic.letters import fold
from isnad.arabic.sentences import paragraphs, sentences
from isnad.arabic.words import words
from isnad.article import Article, Publication

PUBLISHED = date(2020, 4, 1)
Stage = Callable[[str], object]


def main() -> int:
    """Print the table, or the figures as JSON; the exit status."""
    options = _arguments()
    text = _text(options.file, options.kilobytes)
    figures = {name: _speed(stage, text, options.runs) for name, stage in _stages().items()}
    figures["annotate, 10 times the text"] = _speed(_annotate, text * 10, max(1, options.runs // 3))
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return 0
    print(f"{len(text.encode()) / 1024:.0f} KB, {len(text.split())} tokens, median of {options.runs} runs")
    print(f"{'stage':<30}{'seconds':>10}{'KB/s':>10}{'tokens/s':>12}")
    for name, figure in figures.items():
        print(f"{name:<30}{figure['seconds']:>10.3f}{figure['kb_per_s']:>10.0f}{figure['tokens_per_s']:>12.0f}")
    growth = figures["annotate, 10 times the text"]["seconds"] / figures["annotate"]["seconds"]
    print(f"10 times the text takes {growth:.1f} times as long")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, help="a UTF-8 text (default: the articles of seeds/)")
    parser.add_argument("--kilobytes", type=int, default=200, help="repeat the text up to this size (default: 200)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each stage, after one to warm up (default: 5)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def _text(file: Path | None, kilobytes: int) -> str:
    seeds = Path(__file__).parents[1] / "seeds"
    files = [file] if file else sorted(seeds.glob("*.txt"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in files).strip() + "\n\n"
    return text * max(1, round(kilobytes * 1024 / len(text.encode())))


def _stages() -> dict[str, Stage]:
    return {
        "fold and words": lambda text: words(fold(text)),
        "sentences": lambda text: (paragraphs(text), sentences(text)),
        "times": lambda text: times.find(text, PUBLISHED),
        "entities": lambda text: entities.recognise(text, _knowledge()),
        "statements": _statements,
        "annotate": _annotate,
    }


def _statements(text: str) -> object:
    done = _annotated(text)
    said = statements.quotations(text, done.sentences, done.mentions, done.paragraphs)
    events = statements.events(text, done.sentences, done.mentions, done.times, said, PUBLISHED)
    return events, statements.quantities(text, done.times)


@cache
def _annotated(text: str) -> Annotation:
    return _annotate(text)


def _annotate(text: str) -> Annotation:
    article = Article("bench", text, publication=Publication(PUBLISHED, by="stated"))
    return annotate(article, _knowledge())


@cache
def _knowledge() -> entities.Knowledge:
    return entities.load_knowledge(None)


def _speed(stage: Stage, text: str, runs: int) -> dict[str, float]:
    stage(text)
    seconds = statistics.median(_timed(stage, text) for _ in range(runs))
    size, tokens = len(text.encode()) / 1024, len(text.split())
    return {"seconds": seconds, "kb_per_s": size / seconds, "tokens_per_s": tokens / seconds}


def _timed(stage: Stage, text: str) -> float:
    began = time.perf_counter()
    stage(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
