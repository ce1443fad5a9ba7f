"""CONTRIBUTING.md keeps its word: its corrections are read, its table says what the reader accepts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

from isnad.read import read_article

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RULES = tomllib.loads((ROOT / "src/isnad/read/corrections.toml").read_text(encoding="utf-8"))


def _codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_action_and_key_of_a_correction_stands_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`confirm`.*?) \| (.*?) \|$", TEXT, re.MULTILINE)
    said = {layer: (_codes(actions), _codes(keys)) for layer, actions, keys in rows}
    real = {
        layer: (list(rules["actions"]), list(rules["keys"])) for layer, rules in RULES.items() if layer != "selector"
    }
    assert said == real


def test_the_example_of_corrections_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    (tmp_path / "article.txt").write_text("نص المقال.\n", encoding="utf-8")
    (tmp_path / "article.yml").write_text(example, encoding="utf-8")
    article = read_article(tmp_path / "article.txt")
    assert len(article.corrections) == len(yaml.safe_load(example)["corrections"])


def test_every_folder_of_the_layout_is_there() -> None:
    folders = re.findall(r"^\| `([a-z/]+)` \|", TEXT, re.MULTILINE)
    assert len(folders) > 10
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def test_no_part_of_the_library_is_left_out() -> None:
    parts = {path.name for path in (ROOT / "src" / "isnad").iterdir() if (path / "__init__.py").is_file()}
    assert parts - set(re.findall(r"`src/isnad/(\w+)`", TEXT)) == set()
