"""Pages onto the disk: only what changed, whole, and never over or away what people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.errors import IsnadError
from isnad.pages import Page, Report, assets, write
from isnad.pages.write import MANIFEST


def pages(**texts: str) -> list[Page]:
    return [Page.of_text(f"{name}.md", text) for name, text in texts.items()]


def files(docs: Path) -> dict[str, str]:
    return {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in docs.rglob("*") if p.is_file()}


def written(docs: Path) -> dict[str, str]:
    return {path: text for path, text in files(docs).items() if path != MANIFEST}


def test_pages_are_written_below_docs(tmp_path: Path) -> None:
    assert write([Page.of_text("a/b.md", "نص"), Page("c.bin", b"\x00\xff")], tmp_path) == Report(2, 0, 0)
    assert (tmp_path / "a" / "b.md").read_text(encoding="utf-8") == "نص"
    assert (tmp_path / "c.bin").read_bytes() == b"\x00\xff"
    assert not list(tmp_path.rglob("*.part"))


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write([Page.of_text("a.txt", "a\r\nb\n")], tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"a\r\nb\n"


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    write(pages(one="1", two="2"), tmp_path)
    before = (tmp_path / "one.md").stat().st_mtime_ns
    assert write(pages(one="1", two="other"), tmp_path) == Report(1, 1, 0)
    assert (tmp_path / "one.md").stat().st_mtime_ns == before
    manifest = (tmp_path / MANIFEST).stat().st_mtime_ns
    assert write(pages(one="1", two="other"), tmp_path) == Report(0, 2, 0)
    assert (tmp_path / MANIFEST).stat().st_mtime_ns == manifest, "a watcher of docs/ would build for ever"


def test_a_page_that_is_no_longer_made_goes_with_its_folder(tmp_path: Path) -> None:
    write([Page.of_text("a/b.md", "1"), *pages(two="2")], tmp_path)
    assert write(pages(two="2"), tmp_path) == Report(0, 1, 1)
    assert written(tmp_path) == {"two.md": "2"}
    assert not (tmp_path / "a").exists()


def test_what_people_wrote_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("كتبه إنسان", encoding="utf-8")
    with pytest.raises(IsnadError, match=r"one\.md: stands where a generated page must go"):
        write(pages(one="1", two="2"), tmp_path)
    assert files(tmp_path) == {"one.md": "كتبه إنسان"}, "nothing at all was written"


def test_what_people_wrote_beside_the_pages_stays(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "own.md").write_text("كتبه إنسان", encoding="utf-8")
    write([Page.of_text("articles/a.md", "1")], tmp_path)
    assert write([], tmp_path) == Report(0, 0, 1)
    assert written(tmp_path) == {"articles/own.md": "كتبه إنسان"}


def test_a_page_that_somebody_changed_is_not_removed(tmp_path: Path) -> None:
    write(pages(one="1", two="2"), tmp_path)
    (tmp_path / "one.md").write_text("غيره إنسان", encoding="utf-8")
    assert write(pages(two="2"), tmp_path) == Report(0, 1, 0)
    assert written(tmp_path) == {"one.md": "غيره إنسان", "two.md": "2"}


def test_a_page_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    write(pages(one="1"), tmp_path)
    (tmp_path / "one.md").write_text("غيره إنسان", encoding="utf-8")
    with pytest.raises(IsnadError, match=r"one\.md: was changed by hand"):
        write(pages(one="other"), tmp_path)
    with pytest.raises(IsnadError, match=r"one\.md: was changed by hand"):
        write(pages(one="1"), tmp_path)
    assert written(tmp_path) == {"one.md": "غيره إنسان"}


def test_a_file_that_is_already_what_we_would_write_is_ours(tmp_path: Path) -> None:
    write(pages(one="1"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert write(pages(one="1"), tmp_path) == Report(0, 1, 0)
    assert write(pages(one="other"), tmp_path) == Report(1, 0, 0)


def test_a_build_that_was_stopped_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pages(one="1", two="2"), tmp_path)
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if target.name == "two.md":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write(pages(one="new", two="new"), tmp_path)
    monkeypatch.undo()
    write(pages(one="newer", two="newer"), tmp_path)
    assert written(tmp_path) == {"one.md": "newer", "two.md": "newer"}


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../out.md", "", "a//../b.md"])
def test_no_page_leaves_docs(tmp_path: Path, path: str) -> None:
    with pytest.raises(IsnadError, match="stays inside"):
        write([Page.of_text(path, "x")], tmp_path / "docs")


def test_two_pages_for_one_file_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(IsnadError, match="twice"):
        write([Page.of_text("index.md", "1"), Page.of_text("index.md", "2")], tmp_path)


@pytest.mark.parametrize("manifest", ["", "[]", '{"a": 1}', '{"../x": "y"}', "\ufeff{", '{"files": {"a": "b"}}'])
def test_a_manifest_of_another_shape_is_no_manifest(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    assert write(pages(one="1"), tmp_path) == Report(1, 0, 0)


def test_the_theme_goes_to_its_folder() -> None:
    paths = {page.path for page in assets()}
    assert {"assets/isnad/isnad.css", "assets/isnad/isnad.js", "assets/isnad/favicon.svg"} <= paths
    assert {"assets/isnad/fonts/fonts.css", "assets/isnad/fonts/naskh-arabic-400.woff2"} <= paths
    assert not [path for path in paths if "overrides" in path]
