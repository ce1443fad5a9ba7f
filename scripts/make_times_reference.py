#!/usr/bin/env python3
"""Write docs/temporal-expressions.md from the rule files: every family with its examples, the policies, the steps.

python scripts/make_times_reference.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from isnad.times.lexicon import load_toml
from isnad.times.rules import rule_files

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "temporal-expressions.md"
CODE = """```python
from datetime import date
from isnad.times import find, replay

(time,) = find("الاثنين الماضي", date(2020, 4, 1))
time.earliest               # "2020-03-30"
time.steps[-1].says         # "آخر يوم اثنين قبل تاريخ النشر (الأربعاء 1 نيسان/أبريل 2020) ⇐ الاثنين 30 آذار/مارس 2020"
replay(time.steps, date(2020, 4, 1))    # ("2020-03-30", "2020-03-30")
```"""


def page() -> str:
    """The page's Markdown."""
    words = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    parts = [
        f'---\ntitle: "{words["title"]}"\ndescription: "{words["description"]}"\n---',
        f"# {words['title']}",
        words["intro"].strip(),
        f"## {words['library_title']} {{ #library }}\n\n{words['library'].strip()}",
        f"{CODE}\n\n{words['library_after'].strip()}",
        f"## {words['policy_title']} {{ #policy }}\n\n{_table(words['policy_head'], words['policy'])}",
        f"## {words['days_title']} {{ #days }}\n\n{words['days'].strip()}",
        *(_family(number, name, words) for number, name in enumerate(words["families"], 1)),
        f"## {words['steps_title']} {{ #steps }}\n\n{words['steps']}\n\n{_table(words['steps_head'], _steps())}",
    ]
    return "\n\n".join(parts) + "\n"


def rules() -> list[dict[str, Any]]:
    """All rules, in the order of their files."""
    return [rule for name in rule_files() for rule in load_toml("rules", name)["rule"]]


def _family(number: int, name: str, words: dict[str, Any]) -> str:
    rows = [row for rule in rules() if rule["family"] == name for row in _rows(rule, words)]
    return f"## {name} {{ #family-{number} }}\n\n{_table(words['table_head'], rows)}"


def _rows(rule: dict[str, Any], words: dict[str, Any]) -> Iterable[Sequence[str]]:
    """A row for each example; what the rule refuses is told beside its title."""
    refused = "، ".join(f"«{text}»" for text in rule.get("not", ()))
    title = rule["title"] + (f"<br>{words['refused']}{refused}" if refused else "")
    for place, example in enumerate(rule["examples"]):
        published = f" ({example['published']})" if "published" in example else ""
        value = f'<bdi dir="ltr">{example["gives"]}</bdi>' if example["gives"] else words["none"]
        yield (title if place == 0 else "", example["text"] + published, value, f"`{rule['id']}`" if place == 0 else "")


def _steps() -> list[Sequence[str]]:
    said = load_toml("lexicon", "says")["step"]
    return [(f"`{name}`", text.replace("{", "[").replace("}", "]")) for name, text in said.items()]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
