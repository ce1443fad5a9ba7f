"""Takes the pictures of the README: the first article and the timeline, wide and narrow, from a fresh build.

Run it from the project's folder with `make pictures`. The same pages give the same pictures, to the pixel.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts import headless  # noqa: E402

LIMIT = 200_000  # bytes of one picture
# The pictures show what a reader finds behind «لماذا هذا التاريخ؟», once.
OPEN_ONE = "document.querySelectorAll('.isnad-note details')[1]?.setAttribute('open', '')"


@dataclass(frozen=True, slots=True)
class Picture:
    """What to take: a page, how wide and high the window is, and the scheme of its colours."""

    name: str
    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


def main() -> None:
    """Build, serve, look, and keep the pictures; says how large each is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "pictures", help="the folder to keep them in [pictures]")
    folder = parser.parse_args().to
    executable = headless.chromium()
    if executable is None:
        sys.exit("make_pictures.py: Chromium was not found.\n  Install it, or name its program in CHROMIUM.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site:
        _build(Path(site))
        with headless.served(Path(site)) as address, headless.browser(executable) as window:
            for picture in _pictures():
                _take(picture, address, window, folder / f"{picture.name}.png")


def _pictures() -> list[Picture]:
    article = f"articles/{min(path.stem for path in (ROOT / 'seeds').glob('*.txt'))}.html"
    return [
        Picture("article", article, 1280, 860),
        Picture("article-narrow", article, 390, 844),
        Picture("article-dark", article, 390, 844, "dark"),
        Picture("timeline", "timeline/index.html", 1280, 860),
        Picture("timeline-narrow", "timeline/index.html", 390, 844),
    ]


def _build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, check=True)


def _take(picture: Picture, address: str, window: Browser, to: Path) -> None:
    viewport = {"width": picture.width, "height": picture.height}
    page = window.new_page(viewport=viewport, color_scheme=picture.scheme, locale="ar", reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(f"{address}/{picture.page}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.evaluate(OPEN_ONE)
    page.screenshot(path=to, animations="disabled", caret="hide")
    page.close()
    size = to.stat().st_size
    print(f"{to}: {size:,} bytes")
    if size > LIMIT:
        sys.exit(f"make_pictures.py: {to.name} is over {LIMIT:,} bytes; make its window smaller.")


if __name__ == "__main__":
    main()
