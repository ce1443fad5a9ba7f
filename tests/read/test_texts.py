"""Article files: their text is kept to the last character, or refused with the way to mend it."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from isnad.errors import IsnadError
from isnad.read import read_article
from isnad.read.articles import title_of
from isnad.read.plain_text import exact_text, is_blank
from tests.cases import cases
from tests.texts import arabic_texts


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases" / "bad_texts.jsonl"))
def test_what_is_no_text_says_why_and_how_to_mend_it(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("خبر.txt").write_bytes(case["text"].encode(case["encoding"]))
    with pytest.raises(IsnadError) as problem:
        read_article(Path("خبر.txt"))
    assert str(problem.value) == case["says"]


@pytest.mark.parametrize(
    "text",
    [
        "\N{BOM}وصل الوفد\n",
        "وصل الوفد\r\nثم غادر\r\n",
        "سطر\rآخر\N{LINE SEPARATOR}ثالث\n\n\n",
        '# عنوان\n<script>alert(1)</script> [رابط](javascript:x) {{ macro }} --8<-- "x"',
        "  خبر \N{RIGHT-TO-LEFT MARK}\u0007 ",
    ],
)
def test_the_text_is_kept_exactly(text: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode("utf-8"))
    article = read_article(path)
    assert article.text == text
    assert article.text.encode("utf-8") == path.read_bytes()


@given(arabic_texts())
def test_any_text_that_says_something_comes_back(text: str) -> None:
    if not is_blank(text):
        assert exact_text(text.encode("utf-8"), "text") == text


def test_five_megabytes_in_one_line_are_read_in_no_time(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("قال المسؤول إن الوفد وصل إلى بغداد، " * 80_000, encoding="utf-8")
    began = time.perf_counter()
    article = read_article(path)
    assert time.perf_counter() - began < 2
    assert len(article.text) == 36 * 80_000
    assert len(article.title) <= 81


def test_a_title_is_the_first_line_or_its_first_words() -> None:
    assert title_of("\N{BOM}\n  وصول الوفد إلى بغداد.\nقال") == "وصول الوفد إلى بغداد"
    assert title_of("كلمة، " * 30) == "كلمة، " * 12 + "كلمة…"
    assert title_of("ا" * 200) == "ا" * 80 + "…"


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.txt", "is not there."), (".", "is a folder.")],
)
def test_a_path_that_is_no_file_says_so(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(IsnadError, match=says):
        read_article(tmp_path / name)
