"""The real site, built once for all its tests, and a real browser over it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from scripts import headless

from isnad.pages.write import MANIFEST

ROOT = Path(__file__).parents[2]
WRITTEN = ("mkdocs.yml", "seeds", "docs", "src/isnad/pages/theme/overrides")


@dataclass(frozen=True)
class Site:
    """A copy of the project with its site built. said: what the build printed."""

    project: Path
    said: str

    @property
    def folder(self) -> Path:
        return self.project / "site"

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    def articles(self) -> list[str]:
        return sorted(path.stem for path in (self.project / "seeds").glob("*.txt"))


def run(project: Path, tool: str, *arguments: str, status: int = 0) -> str:
    """What a tool of our environment prints in the project's folder; the test fails when it ends otherwise."""
    command = [str(Path(sys.executable).parent / tool), *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def project_copy(folder: Path) -> Path:
    """What people wrote of this project, without what was generated, in `folder`."""
    generated = _generated()
    for name in WRITTEN:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            shutil.copy2(source, target)
        else:
            shutil.copytree(source, target, ignore=lambda at, names: {n for n in names if Path(at, n) in generated})
    return folder


def _generated() -> set[Path]:
    manifest = ROOT / "docs" / MANIFEST
    names = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {}
    return {manifest, *(ROOT / "docs" / name for name in names)}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = project_copy(tmp_path_factory.mktemp("project"))
    return Site(project, run(project, "mkdocs", "build", "--strict"))


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with headless.served(site.folder) as address:
        yield address
