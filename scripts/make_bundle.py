"""Makes one archive of the built site with a start page, to be read from a folder without a network: `make bundle`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from isnad.pages.offline import START, bundle

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Pack the site that `mkdocs build` left."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site [site]")
    parser.add_argument(
        "--to", type=Path, default=ROOT / "dist/isnad-site.zip", help="the archive [dist/isnad-site.zip]"
    )
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        sys.exit(f"{options.site}: no built site is here.\n  Build it first: make site")
    number = bundle(options.site, options.to)
    size = options.to.stat().st_size / 1e6
    print(f"{options.to}: {number} files, {size:.1f} MB. Unpack it anywhere and open {options.to.stem}/{START}.")


if __name__ == "__main__":
    main()
