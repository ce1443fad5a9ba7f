"""`mkdocs serve`: an article that changes in seeds/ is on the page soon after, and the server then rests."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.conftest import project_copy

pytestmark = pytest.mark.slow
PATIENCE = 90  # seconds for a build on a busy machine


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_copy(tmp_path)


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """A running server's address; what it prints goes to serve.log in the project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("wb") as log:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(20)


def _until(address: str, words: str) -> bool:
    """Whether the page at `address` says `words` before our patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


def _builds(project: Path) -> int:
    return len(re.findall("Documentation built in", (project / "serve.log").read_text(encoding="utf-8")))


def test_a_change_in_seeds_is_on_the_page_and_then_the_server_rests(project: Path, address: str) -> None:
    assert _until(f"{address}index.html", "إسناد")
    (project / "seeds" / "new.txt").write_text("وصل الوفد إلى بيروت أمس.\n", encoding="utf-8")
    (project / "seeds" / "new.yml").write_text("title: وفد في بيروت\npublished: 2021-02-18\n", encoding="utf-8")
    assert _until(f"{address}articles/new.html", "وفد في بيروت")
    time.sleep(4)
    builds = _builds(project)
    time.sleep(4)
    assert _builds(project) == builds, "the server goes on building by itself"
    assert builds <= 4


def test_a_mistake_in_a_sidecar_is_said_and_mended_without_a_restart(project: Path, address: str) -> None:
    assert _until(f"{address}index.html", "إسناد")
    (project / "seeds" / "new.txt").write_text("وصل الوفد إلى بيروت أمس.\n", encoding="utf-8")
    sidecar = project / "seeds" / "new.yml"
    sidecar.write_text("titel: وفد في بيروت\n", encoding="utf-8")
    end = time.monotonic() + PATIENCE
    while "titel" not in (project / "serve.log").read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.3)
    said = (project / "serve.log").read_text(encoding="utf-8")
    assert "seeds/new.yml:1" in said
    assert "Traceback" not in said
    sidecar.write_text("title: وفد في بيروت\n", encoding="utf-8")
    assert _until(f"{address}articles/new.html", "وفد في بيروت")
