"""The fonts that are shipped: few bytes, each named in the style sheet, and letters for all that is published."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src" / "isnad" / "pages" / "theme" / "fonts"
SHEET = (FONTS / "fonts.css").read_text(encoding="utf-8")
FAMILIES = ("Isnad Naskh", "Isnad Sans")
# Letters, marks, numbers, punctuation. Controls are never drawn, and signs (⇐, ✓) are left to the fonts of the system.
DRAWN_BY_US = ("L", "M", "N", "P")


def _drawn(family: str) -> set[str]:
    """The characters that the style sheet gives to a family."""
    found = set()
    for ranges in re.findall(rf'"{family}".*?unicode-range:([^}}]+)', SHEET):
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
            found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return found


def test_all_of_them_together_weigh_little() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= 120_000


def test_the_sheet_names_every_file_and_no_other() -> None:
    assert sorted(re.findall(r'url\("([^"]+)"\)', SHEET)) == sorted(path.name for path in FONTS.glob("*.woff2"))


def test_their_licence_lies_beside_them() -> None:
    for name in ("naskh", "sans"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / f"{name}-LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("folder", ["seeds", "docs"])
def test_every_character_that_we_publish_is_drawn(family: str, folder: str) -> None:
    texts = [
        path.read_text(encoding="utf-8") for kind in ("txt", "md", "yml") for path in (ROOT / folder).glob(f"*.{kind}")
    ]
    assert texts
    written = {letter for letter in set("".join(texts)) if unicodedata.category(letter).startswith(DRAWN_BY_US)}
    assert written - _drawn(family) == set()
