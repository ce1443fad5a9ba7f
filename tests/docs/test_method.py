"""docs/method.md uses the words of the interface, so that a reader finds there what the pages say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
LABELS = tomllib.loads((ROOT / "src" / "isnad" / "pages" / "labels.toml").read_text(encoding="utf-8"))


def test_the_degrees_of_certainty_are_those_of_the_timeline() -> None:
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", TEXT, re.MULTILINE)
    assert rows[1:] == list(zip(LABELS["certainty"].values(), LABELS["certainty_means"].values(), strict=True))


def test_the_qualities_of_events_are_those_of_the_timeline() -> None:
    said = re.findall(r"\*\*([^*]+)\*\*", TEXT.split("صفته حيث تلزم")[1].split("\n")[0])
    assert said == [words for words in LABELS["modality"].values() if words]


def test_the_classes_of_events_are_those_of_the_lexicon() -> None:
    path = ROOT / "src" / "isnad" / "statements" / "data" / "classes.toml"
    names = [entry["ar"] for entry in tomllib.loads(path.read_text(encoding="utf-8")).values()]
    assert f"صنف من هذه: {'، '.join(names)}." in TEXT


def test_the_licence_of_the_fonts_is_the_one_they_carry() -> None:
    fonts = tomllib.loads((ROOT / "scripts" / "make_fonts.toml").read_text(encoding="utf-8"))
    for face in fonts["face"]:
        name = face["package"].split("/")[1].replace("-", " ").title()
        assert name in TEXT
        assert face["licence"].startswith("OFL-1.1")
    assert "SIL OFL 1.1" in TEXT
