#!/usr/bin/env python3
"""How fast expressions of time are found: throughput on newswire, growth with the text's length, start-up.

python scripts/bench_times.py [FILE ...]      FILE: text or CoNLL (token, tab, tag); else sentences of our own
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

PUBLISHED = date(2020, 4, 1)
HOSTILE = ("1", "12 ", "2020 ", "قبل ", "يوم ", "1 يناير ", "من 1 إلى 2 ", "ثلاث سنوات و", "1:", "في ", "خمسة ", "و")
RUNS = 3
LIMIT = 11  # ten times the text may take so many times as long


def main() -> int:
    """Print the figures; 1 where time grows faster than the text."""
    text = "\n".join(_read(Path(name)) for name in sys.argv[1:]) or own_text()
    print(f"start-up with the first call: {_startup():.3f} s")
    rate, found = speed(text)
    print(f"throughput: {rate:.0f} KB/s of UTF-8 ({len(text.encode()) / 1000:.0f} KB, {found} times)")
    worst, piece = max((growth(piece), piece) for piece in HOSTILE)
    print(f"ten times the text takes at most {worst:.1f} times as long ({piece.strip()!r} again and again)")
    return int(worst > LIMIT)


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if "\t" not in text:
        return text
    sentences = [" ".join(line.split("\t")[0] for line in block.split("\n")) for block in text.split("\n\n")]
    return "\n".join(sentences)


def own_text() -> str:
    """The sentences of the test cases, among others without a date."""
    cases = Path(__file__).parents[1] / "tests" / "times" / "cases"
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(cases.glob("*.jsonl")))


def _startup() -> float:
    """What the first call costs beyond an interpreter that does nothing: medians of a few processes."""
    return _process("from isnad.times import find; find('قال أمس')") - _process("pass")


def _process(code: str) -> float:
    seconds = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        seconds.append(time.perf_counter() - began)
    return median(seconds)


def speed(text: str) -> tuple[float, int]:
    """KB of UTF-8 a second of processor time, the text read for the first time, and how many times it holds."""
    from isnad.times import find

    find("قال أمس", PUBLISHED)
    began = time.process_time()
    found = len(find(text, PUBLISHED))
    return len(text.encode()) / 1000 / (time.process_time() - began), found


def _seconds(text: str, runs: int = RUNS) -> float:
    """The processor time of one call, the least of a few: other programs of the machine do not count.

    What the process holds besides is frozen, or the collector would walk all of it while a long text is read.
    """
    from isnad.times import find

    gc.collect()
    gc.freeze()
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        find(text, PUBLISHED)
        seconds.append(time.process_time() - began)
    gc.unfreeze()
    return min(seconds)


def growth(piece: str, times: int = 10_000) -> float:
    """How much longer ten times the text takes; what takes under two milliseconds is too short to tell."""
    return _seconds(piece * times) / max(_seconds(piece * (times // 10)), 0.002)


if __name__ == "__main__":
    sys.exit(main())
