"""The rules of the house that a machine can check: who may import whom, sizes, invisible characters."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "scripts").glob("*.py"))
PACKAGES = ("read", "arabic", "times", "entities", "statements", "edit", "dossier", "pages", "search", "export")
LANGUAGE = {"times", "entities", "statements", "annotate"}
INVISIBLE = set("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def _imports(path: Path) -> set[str]:
    """The parts of isnad, and the top-level packages, that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names} if node.module == "isnad" else {node.module}
    return {part for name in found for part in _parts(name)}


def _parts(name: str) -> list[str]:
    head, *rest = name.split(".")
    return rest[:1] if head == "isnad" else [head + "!"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_imports_what_it_must_not(path: Path) -> None:
    imports = _imports(path)
    package = path.relative_to(ROOT).parts[2] if "src" in path.parts else ""
    if package == "arabic":
        assert imports & {*PACKAGES, "annotation", "article"} <= {"arabic"}, "arabic/ stands alone"
    if package in ("pages", "export", "dossier"):
        assert not imports & LANGUAGE, "what is shown is made from the annotation, not by language work"
    if path.name != "mkdocs_plugin.py":
        assert "mkdocs!" not in imports, "only the plugin knows mkdocs"


def _functions() -> list[tuple[str, int]]:
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append((f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines))
    return found


def test_functions_are_short() -> None:
    functions = _functions()
    lengths = sorted(lines for _, lines in functions)
    assert statistics.median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.9)] <= 25
    assert [name for name, lines in functions if lines > 50] == []


def test_files_are_short() -> None:
    assert [path.name for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > 400] == []


def test_no_invisible_character_hides_in_the_source() -> None:
    texts = [
        *SOURCES,
        *(path for kind in ("html", "css", "js", "toml", "md") for path in (ROOT / "src").rglob(f"*.{kind}")),
    ]
    assert [path.name for path in texts if INVISIBLE & set(path.read_text(encoding="utf-8"))] == []
