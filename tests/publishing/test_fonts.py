"""The fonts that are shipped: few bytes, each named in the style sheet, and letters for all that is published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src" / "isnad" / "pages" / "theme" / "fonts"
SHEET = (FONTS / "fonts.css").read_text(encoding="utf-8")
FAMILIES = ("Isnad Naskh", "Isnad Sans")
# Line ends and marks of direction are never drawn.
UNDRAWN = set("\n\r\t\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{BOM}")


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
    assert set("".join(texts)) - UNDRAWN - _drawn(family) == set()
