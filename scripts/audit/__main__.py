"""Hold the built site to its bars, each with the real tool, and print the table; status 1 when one is missed.

make audit                                  builds the site, installs the tools (npm), runs everything
python -m scripts.audit --only links,axe    some of: axe, html, links, weight, layout, lighthouse
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from scripts import headless
from scripts.audit import in_browser, in_files
from scripts.audit.model import Finding

ROOT = Path(__file__).parents[2]
TOOLS = Path(__file__).parent / "node_modules"
AXE, NU, LIGHTHOUSE = "axe-core/axe.min.js", "vnu-jar/build/dist/vnu.jar", "lighthouse/cli/index.js"


def main() -> int:
    """0 when every bar is met, 1 when one is not, 2 when the checks cannot run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site [default: site]")
    parser.add_argument("--only", default="axe,html,links,weight,layout,lighthouse", help="which checks")
    arguments = parser.parse_args()
    chromium = headless.chromium()
    if not (arguments.site / "index.html").is_file() or chromium is None or not (TOOLS / AXE).is_file():
        print("A built site, Chromium and the tools are needed: make audit sets up all but Chromium.", file=sys.stderr)
        return 2
    findings = [_shown(check()) for check in checks(arguments.site, chromium, arguments.only.split(","))]
    return 1 if any(one.problems for one in findings) else 0


def checks(site: Path, chromium: str, wanted: list[str]) -> list[Callable[[], Finding]]:
    """The wanted checks, each ready to run."""

    def served(check: Callable[..., Finding], *more: object) -> Finding:
        with headless.served(site) as address, headless.browser(chromium) as browser:
            return check(site, browser, address, *more)

    def measured() -> Finding:
        with headless.served(site) as address:
            return in_files.lighthouse(site, address, TOOLS / LIGHTHOUSE, chromium)

    known: dict[str, Callable[[], Finding]] = {
        "axe": lambda: served(in_browser.accessibility, TOOLS / AXE),
        "html": lambda: in_files.html(site, TOOLS / NU),
        "links": lambda: in_files.links(site),
        "weight": lambda: served(in_browser.weight),
        "layout": lambda: served(in_browser.layout),
        "lighthouse": measured,
    }
    return [known[name] for name in wanted]


def _shown(finding: Finding) -> Finding:
    mark = "-" if finding.skipped else "MISSED" if finding.problems else "met"
    print(f"{finding.name:26} {mark:7} {finding.skipped or finding.measured}  (bar: {finding.bar})", flush=True)
    where = dict(reversed(finding.problems))
    for what, times in Counter(what for what, _ in finding.problems).most_common():
        print(f"    {what}\n        {where[what]}" + (f" and {times - 1} more" if times > 1 else ""))
    return finding


if __name__ == "__main__":
    sys.exit(main())
