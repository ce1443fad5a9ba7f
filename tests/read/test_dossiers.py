"""A folder of articles: read whole, in the order of names, or refused with all that is wrong in it."""

from pathlib import Path

import pytest

from isnad.errors import IsnadError
from isnad.read import read_dossier


def _folder(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text("title: خبر\n" if name.endswith(".yml") else "خبر\n", encoding="utf-8")
    return folder


def test_articles_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    seeds = _folder(tmp_path, "b.txt", "a.txt", "a.yml", "خبر-1.txt", "entities.yml", ".hidden.yml", "notes.md")
    assert [article.id for article in read_dossier(seeds)] == ["a", "b", "خبر-1"]
    assert [article.sidecar for article in read_dossier(seeds)] == [tmp_path / "a.yml", None, None]


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert read_dossier(tmp_path) == ()


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["a.yml"], "a.yml: has no text beside it.\n  Put the article into a.txt, or remove this file."),
        (["a.txt", "a.yaml"], "a.yaml: ends in .yaml.\n  Rename it to a.yml."),
        (["a.txt", "A.txt"], "a.txt: has the same id as A.txt where upper and lower case are one.\n"
         "  Rename one of them."),
        (["my news.txt"], "my news.txt: has a name that makes no web address.\n"
         "  Rename it with letters, digits, hyphens and dots alone, for example to my-news.txt."),
        (["!.txt"], "!.txt: has a name that makes no web address.\n"
         "  Rename it with letters, digits, hyphens and dots alone, for example to article.txt."),
        (["index.txt"], "index.txt: is named «index», which the site needs itself.\n  Rename the article."),
        (["entities.txt"], "entities.txt: is named «entities», which the site needs itself.\n  Rename the article."),
    ],
)  # fmt: skip
def test_names_that_cannot_stand(names: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_folder(tmp_path, *names))
    with pytest.raises(IsnadError) as problem:
        read_dossier(Path())
    assert str(problem.value) == says


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    seeds = _folder(tmp_path, "c.yml", "good.txt")
    (seeds / "a.txt").write_bytes(b"\xff")
    (seeds / "b.txt").write_bytes(b"")
    with pytest.raises(IsnadError) as problem:
        read_dossier(seeds)
    said = [line.split(": ")[0] for line in str(problem.value).splitlines() if not line.startswith(" ")]
    assert said == [f"{seeds}/a.txt:1", f"{seeds}/b.txt", f"{seeds}/c.yml"]


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(IsnadError, match="is not a folder"):
        read_dossier(tmp_path / "missing")
