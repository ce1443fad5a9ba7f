"""Reading case files: JSON Lines, a case a line, named by its text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def cases(path: Path) -> list[Any]:
    """The cases of a file as pytest parameters; each is named by its text, so that a failure reads as a sentence."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [pytest.param(row, id=str(row.get("text", row.get("id", "")))[:80]) for row in rows]
