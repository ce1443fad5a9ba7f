"""The engine as a library of its own right: its examples run as they are printed, and it needs nothing of the site."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import isnad.times

PAGE = Path(__file__).parents[2] / "docs" / "temporal-expressions.md"


def test_example_of_the_page_gives_what_it_says() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    scope: dict[str, object] = {}
    said = 0
    for line in block.splitlines():
        code, _, comment = line.partition("#")
        if comment:
            assert eval(code, scope) == ast.literal_eval(comment.strip()), line  # noqa: S307 - our own page
            said += 1
        else:
            exec(code, scope)  # noqa: S102 - our own page
    assert said >= 3


def test_example_of_the_docstring_gives_what_it_says() -> None:
    from datetime import date

    example = re.search(r"^find\(.*$", isnad.times.__doc__ or "", re.MULTILINE)
    assert example
    code, comment = example.group().split("#")
    scope = {"find": isnad.times.find, "date": date}
    assert eval(code, scope) == ast.literal_eval(comment.strip())  # noqa: S307 - our own docstring


def test_it_loads_nothing_of_the_site() -> None:
    code = "import sys, isnad.times; isnad.times.find('أمس'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.decode().split()}
    assert loaded.isdisjoint({"mkdocs", "click", "yaml", "jinja2", "numpy"})
    parts = {name.split(".")[1] for name in done.stdout.decode().split() if name.startswith("isnad.")}
    assert parts <= {"times", "arabic", "annotation"}


def test_every_name_it_offers_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in ("find", "replay", "candidates", "complete"):
        assert getattr(isnad.times, name).__doc__
        assert f"`{name}(" in page
