"""How each kind of page looks, wide and narrow, light and dark, and whether it looks as somebody has approved.

    make looks                        take the pictures anew: look at them before you commit them
    python -m scripts.audit.looks --compare

Pictures are kept at a quarter of their size, which is enough to see a page that falls apart and too little for the
differences between two machines' letters.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from scripts import headless
from scripts.audit.in_browser import opened
from scripts.audit.model import SCHEMES, SIZES, kinds

ROOT = Path(__file__).parents[2]
APPROVED = ROOT / "tests/publishing/looks"
SCALE, BLOCK = 4, 8
# A block differs when its mean tone moves so far (of 255); a picture, when so many in a hundred of its blocks do.
TONE, SHARE = 24, 5.0


def taken(site: Path, browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    """Every picture by its name, at a quarter of its size."""
    for path in kinds(site):
        for size in SIZES:
            for scheme in SCHEMES:
                with opened(browser, f"{address}/{path}", size, scheme) as page:
                    whole = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
                name = f"{path.removesuffix('.html').replace('/', '-')}-{size[0]}-{scheme}.png"
                yield name, whole.convert("RGB").reduce(SCALE)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How many in a hundred blocks differ; all of them where the sizes do."""
    if one.size != other.size:
        return 100.0
    blocks = ImageChops.difference(one.convert("L"), other.convert("L")).reduce(BLOCK).tobytes()
    return 100 * sum(tone > TONE for tone in blocks) / len(blocks)


def unlike(pictures: Iterator[tuple[str, Image.Image]], approved: Path = APPROVED) -> Iterator[str]:
    """What is wrong with each picture that is not like the approved one, in words."""
    seen = set()
    for name, picture in pictures:
        seen.add(name)
        if not (approved / name).is_file():
            yield f"{name}: nobody has approved such a picture"
        elif (share := difference(picture, Image.open(approved / name))) > SHARE:
            yield f"{name}: {share:.0f} % of it look different"
    yield from (
        f"{path.name}: there is no such page any more" for path in approved.glob("*.png") if path.name not in seen
    )


def main() -> int:
    """Take the pictures, or compare; 1 when one is not like the approved one, 2 when there is nothing to look at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site [default: site]")
    parser.add_argument("--compare", action="store_true", help="compare with the approved ones, write nothing")
    arguments = parser.parse_args()
    chromium = headless.chromium()
    if chromium is None or not (arguments.site / "index.html").is_file():
        print("A built site and Chromium are needed: make site; apt-get install chromium.", file=sys.stderr)
        return 2
    with headless.served(arguments.site) as address, headless.browser(chromium) as browser:
        pictures = taken(arguments.site, browser, address)
        problems = list(unlike(pictures)) if arguments.compare else _approved(pictures)
    print(*problems, sep="\n")
    return 1 if problems and arguments.compare else 0


def _approved(pictures: Iterator[tuple[str, Image.Image]]) -> list[str]:
    APPROVED.mkdir(parents=True, exist_ok=True)
    for old in APPROVED.glob("*.png"):
        old.unlink()
    for name, picture in pictures:
        picture.quantize(64).save(APPROVED / name, optimize=True)
    total = sum(path.stat().st_size for path in APPROVED.glob("*.png"))
    return [f"{len(list(APPROVED.glob('*.png')))} pictures, {total:,} bytes, in {APPROVED}: look at them"]


if __name__ == "__main__":
    sys.exit(main())
