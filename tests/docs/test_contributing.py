"""CONTRIBUTING.md keeps its word: the folders that it names are there, and none of the library is left out."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_folder_of_the_layout_is_there() -> None:
    folders = re.findall(r"^\| `([a-z/]+)` \|", TEXT, re.MULTILINE)
    assert len(folders) > 10
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def test_no_part_of_the_library_is_left_out() -> None:
    parts = {path.name for path in (ROOT / "src" / "isnad").iterdir() if (path / "__init__.py").is_file()}
    assert parts - set(re.findall(r"`src/isnad/(\w+)`", TEXT)) == set()
