#!/usr/bin/env python3
"""How fast expressions of time are found: throughput on newswire, growth with the text's length, start-up.

python scripts/bench_times.py [FILE ...]      FILE: text or CoNLL (token, tab, tag); else sentences of our own
"""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

PUBLISHED = date(2020, 4, 1)
HOSTILE = ("1", "12 ", "2020 ", "قبل ", "يوم ", "1 يناير ", "من 1 إلى 2 ", "ثلاث سنوات و", "1:", "في ", "خمسة ", "و")
LIMIT = 11  # ten times the text may take so many times as long


def main() -> int:
    """Print the figures; 1 where time grows faster than the text."""
    text = "\n".join(_read(Path(name)) for name in sys.argv[1:]) or _own_text()
    print(f"start-up with the first call: {_startup():.3f} s")
    speed, found = _speed(text)
    print(f"throughput: {speed:.0f} KB/s of UTF-8 ({len(text.encode()) / 1000:.0f} KB, {found} times)")
    worst = max(_growth(piece) for piece in HOSTILE)
    print(f"ten times the text takes at most {worst:.1f} times as long")
    return int(worst > LIMIT)


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if "\t" not in text:
        return text
    sentences = [" ".join(line.split("\t")[0] for line in block.split("\n")) for block in text.split("\n\n")]
    return "\n".join(sentences)


def _own_text() -> str:
    """The sentences of the test cases, among others without a date."""
    cases = Path(__file__).parents[1] / "tests" / "times" / "cases"
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(cases.glob("*.jsonl")))


def _startup() -> float:
    code = "from isnad.times import find; find('قال أمس')"
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    whole = time.perf_counter() - began
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return whole - (time.perf_counter() - began)


def _speed(text: str) -> tuple[float, int]:
    from isnad.times import find

    find("قال أمس", PUBLISHED)
    began = time.perf_counter()
    found = len(find(text, PUBLISHED))
    return len(text.encode()) / 1000 / (time.perf_counter() - began), found


def _growth(piece: str, times: int = 10_000) -> float:
    from isnad.times import find

    seconds = []
    for count in (times // 10, times):
        began = time.perf_counter()
        for _ in range(3):
            find(piece * count, PUBLISHED)
        seconds.append(time.perf_counter() - began)
    return seconds[1] / max(seconds[0], 0.002)


if __name__ == "__main__":
    sys.exit(main())
