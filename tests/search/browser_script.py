"""Our scripts run for a test: by Node where there is one, else by Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from scripts import headless


def evaluated(script: str, expression: str, value: object) -> Any:
    """What `expression` gives after `script`, with the variable INPUT set to `value`."""
    body = f"{script}\nconst INPUT = {json.dumps(value)};\nreturn {expression};"
    node, chromium = shutil.which("node"), headless.chromium()
    if node:
        program = f"process.stdout.write(JSON.stringify((() => {{{body}}})()));"
        done = subprocess.run([node, "-"], input=program.encode(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)
    if chromium:
        with ThreadPoolExecutor(1) as apart:  # Playwright allows no second browser in the thread of the first
            return apart.submit(_in_chromium, chromium, body).result()
    return pytest.skip("needs Node or Chromium, to run our scripts")


def _in_chromium(chromium: str, body: str) -> Any:
    with headless.browser(chromium) as window:
        return window.new_page().evaluate(f"() => {{{body}}}")
