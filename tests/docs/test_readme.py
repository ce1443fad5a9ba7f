"""README.md keeps its word: its commands run, its tables say what the program says, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from isnad.cli import cli
from tests.publishing.conftest import project_copy

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md", "docs/method.md")
# One runs until it is stopped (tests/publishing/test_serve.py runs it), the other runs this very test.
ENDLESS = re.compile(r"^make (serve|test)\b.*$", re.MULTILINE)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with our environment in it, as `make install` left it."""
    folder = project_copy(tmp_path_factory.mktemp("readme"))
    for name in ("Makefile", "pyproject.toml", "requirements", "scripts"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    installed = subprocess.run(["make", "--question", ".venv/.installed"], cwd=folder, capture_output=True, check=False)
    if installed.returncode:
        reason = "needs the packages as `make install` leaves them"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("block", blocks("sh"), ids=lambda block: block.split("\n")[0])
def test_its_commands_run(block: str, project: Path) -> None:
    script = ENDLESS.sub("", block)
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=project, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
def test_its_article_is_published(project: Path) -> None:
    page = (project / "site" / "articles" / "book-fair.html").read_text(encoding="utf-8")
    assert "معرض الكتاب يعود إلى بيروت" in page
    assert 'datetime="2021-12-02"' in page


@pytest.mark.parametrize("block", blocks("python"))
def test_its_python_runs(block: str) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "2020-03-30" in done.stdout.decode()


def _rows(heading: str) -> dict[str, str]:
    """The rows of the first table under a heading: the code in the first column, and the rest of the line."""
    table = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|(.*)$", table, re.MULTILINE)
    return {name: rest for names, rest in rows for name in re.findall(r"`([^`]+)`", names)}


def test_every_command_and_option_stands_in_its_table() -> None:
    said = {name: set(re.findall(r"`(--[a-z-]+)`", rest)) for name, rest in _rows("On the command line").items()}
    real = {
        f"isnad {name}": {parameter.opts[0] for parameter in command.params if isinstance(parameter, click.Option)}
        for name, command in cli.commands.items()
    }
    assert said == real


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    document = ROOT / name
    links = re.findall(r"(?<=\]\()[^)\s]+(?=\))|(?<=src=\")[^\"]+", document.read_text(encoding="utf-8"))
    generated = ("timeline/", "entities/", "quotations/", "numbers/", "data/", "articles/", "index.md")
    for link in links:
        path, _, fragment = link.partition("#")
        if "://" in link or (document.parent.name == "docs" and path.startswith(generated)):
            continue
        target = document.parent / path if path else document
        assert target.exists(), link
        if fragment and document.parent.name != "docs":
            assert fragment in _anchors(target), link


def _anchors(document: Path) -> set[str]:
    """The fragments of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
