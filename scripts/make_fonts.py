# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "brotli==1.2.1"]
# ///
"""Makes the fonts of the site: Noto faces from npm, cut down to what Arabic news needs, and their style sheet.

Run it with `uv run scripts/make_fonts.py`: it needs npm and the network, and writes src/isnad/pages/theme/fonts/.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SETTINGS = Path(__file__).with_suffix(".toml")
FONTS = Path(__file__).parents[1] / "src" / "isnad" / "pages" / "theme" / "fonts"
MARK = "/* Made by scripts/make_fonts.py from scripts/make_fonts.toml: change those. */\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """One file to make: a script's part of one weight of one face."""

    face: dict[str, Any]
    script: str
    weight: int
    codes: str

    @property
    def source(self) -> str:
        """The file's name inside the npm package."""
        return f"{self.face['package'].split('/')[1]}-{self.script}-{self.weight}-normal.woff2"

    @property
    def name(self) -> str:
        """The file's name on the site."""
        return f"{self.face['file']}-{self.script}-{self.weight}.woff2"

    @property
    def rule(self) -> str:
        """The style sheet's rule for the file."""
        return (
            f'@font-face{{font-family:"{self.face["family"]}";font-style:normal;font-weight:{self.weight};'
            f'font-display:swap;src:url("{self.name}") format("woff2");unicode-range:{self.codes}}}\n'
        )


def main() -> None:
    """Fetch, check, cut, write, and print what came from where under which licence."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    FONTS.mkdir(parents=True, exist_ok=True)
    rules = []
    for face in settings["face"]:
        with tempfile.TemporaryDirectory() as folder:
            package = _fetched(face, Path(folder))
            for cut in _cuts(face, settings["script"]):
                _write(cut, package, settings["features"])
                rules.append(cut.rule)
            (FONTS / f"{face['file']}-LICENSE.txt").write_bytes((package / "LICENSE").read_bytes())
        print(f"{face['family']}: {face['package']} {face['version']}, {face['licence']}")
    for family, names in settings["cards"].items():
        _join([FONTS / f"{name}.woff2" for name in names], family)
    (FONTS / "fonts.css").write_text(MARK + "".join(rules), encoding="utf-8")
    print(f"{sum(path.stat().st_size for path in FONTS.glob('*.woff2')):,} bytes of fonts")


def _fetched(face: dict[str, Any], folder: Path) -> Path:
    """The unpacked npm package; ends the run when its digest is not the one that the settings name."""
    name = f"{face['package']}@{face['version']}"
    done = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, capture_output=True, check=True, text=True)
    archive = folder / done.stdout.split()[-1]
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != face["sha256"]:
        sys.exit(f"{name}: found SHA-256 {digest}, expected {face['sha256']}; see what changed, then {SETTINGS.name}.")
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return folder / "package"


def _cuts(face: dict[str, Any], scripts: dict[str, dict[str, Any]]) -> list[Cut]:
    return [
        Cut(face, script, weight, ",".join(parts["codes"]))
        for weight in face["weights"]
        for script, parts in scripts.items()
    ]


def _write(cut: Cut, package: Path, features: list[str]) -> None:
    """Keep the letters and the joining of them that the page needs; leave out hints and what no rule reaches."""
    subprocess.run(
        [
            *(sys.executable, "-m", "fontTools.subset", str(package / "files" / cut.source)),
            *(f"--unicodes={cut.codes}", f"--layout-features={','.join(features)}"),
            *("--flavor=woff2", "--no-hinting", "--name-IDs=0,1,2,13,14"),
            f"--output-file={FONTS / cut.name}",
        ],
        check=True,
    )


def _join(paths: list[Path], family: str) -> None:
    """The scripts of a face in one TrueType file, with the names that a library wants before it draws with it."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / f"{path.stem}.ttf" for path in paths]
        for path, part in zip(paths, parts, strict=True):
            font = TTFont(path)
            font.flavor = None
            font.save(part)
        joined = Merger().merge([str(part) for part in parts])
    for identifier, name in ((1, family), (6, family.replace(" ", ""))):
        joined["name"].setName(name, identifier, 3, 1, 0x409)
    joined.save(FONTS / f"{family.replace(' ', '-').lower()}.ttf")


if __name__ == "__main__":
    main()
