"""Checks of the files, and by tools that are programs of their own: links, the Nu checker, Lighthouse."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

from scripts.audit.links import broken
from scripts.audit.model import Finding, an_article

LIGHTHOUSE = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def links(site: Path) -> Finding:
    """Every link and fragment inside the site."""
    pages = sorted(site.rglob("*.html"))
    problems = tuple((link, str(path.relative_to(site))) for path in pages for link in broken(site, path))
    return Finding("links", f"{len(problems)} broken on {len(pages)} pages", "0 broken", problems)


def html(site: Path, jar: Path) -> Finding:
    """The Nu checker on every page."""
    name, bar = "HTML (Nu checker)", "0 errors"
    if not shutil.which("java"):
        return Finding(name, "", bar, skipped="java is not installed")
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    problems = tuple((one["message"], _page(one, site)) for one in messages if one["type"] == "error")
    return Finding(name, f"{len(problems)} errors", bar, problems)


def lighthouse(site: Path, address: str, tool: Path, chromium: str, runs: int = 5) -> Finding:
    """Lighthouse on an article as on a phone: the median of `runs` runs."""
    name = "Lighthouse, mobile"
    bar = " / ".join(f"{key} >= {wanted}" for key, wanted in LIGHTHOUSE.items())
    if not shutil.which("node"):
        return Finding(name, "", bar, skipped="node is not installed")
    reports = [_lighthouse(f"{address}/{an_article(site)}", tool, chromium) for _ in range(runs)]
    scores = {key: statistics.median(100 * one["categories"][key]["score"] for one in reports) for key in LIGHTHOUSE}
    low = {key for key, score in scores.items() if score < LIGHTHOUSE[key]}
    problems = tuple((line, key) for key in sorted(low) for line in _failed(reports[-1], key) or ["too low"])
    measured = " / ".join(f"{key} {score:.0f}" for key, score in scores.items())
    return Finding(name, f"{measured}; median of {runs}", bar, problems)


def _lighthouse(url: str, tool: Path, chromium: str) -> Any:
    command = ["node", str(tool), url, "--output=json", "--quiet", f"--chrome-flags={CHROME}"]
    command.append(f"--only-categories={','.join(LIGHTHOUSE)}")
    environment = {**os.environ, "CHROME_PATH": chromium}
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)


def _failed(report: Any, category: str) -> list[str]:
    """The audits that cost a category its points."""
    audits = report["audits"]
    parts = [part for part in report["categories"][category]["auditRefs"] if part["weight"]]
    low = [audits[part["id"]] for part in parts if (audits[part["id"]]["score"] or 0) < 1]
    return [f"{one['title']} ({one.get('displayValue', '')})" for one in low if one["score"] is not None]


def _page(message: dict[str, Any], site: Path) -> str:
    return str(message.get("url", "")).rpartition(f"/{site.name}/")[2]
