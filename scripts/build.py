"""The build script: writes the pages of seeds/ into docs/, and nothing else. `mkdocs build` does this by itself.

Run it where the page builder knows no MkDocs plugins (`.venv/bin/python scripts/build.py && zensical build`),
or to look at the Markdown.
"""

from __future__ import annotations

import sys

try:
    from isnad.cli import build, main
except ModuleNotFoundError as missing:
    sys.stderr.write(
        f"scripts/build.py: {missing}.\n"
        "  Run «make install» once, then «.venv/bin/python scripts/build.py»: that Python has what is needed.\n"
    )
    sys.exit(2)

if __name__ == "__main__":
    main(build)
