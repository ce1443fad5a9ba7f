"""Marks in text: the tags taken off leave the text, and what is left of the tags is well-formed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
from hypothesis import given
from hypothesis import strategies as st

from isnad.pages.marks import Mark, escape, marked
from tests.texts import arabic_texts


class Reader(HTMLParser):
    """Reads HTML as a browser would: the text, and whether every element is closed in its order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.ids = "", list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(arabic_texts().filter(bool))
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        rank = draw(st.integers(0, 4))
        marks.append(Mark(start, end, rank, f"x{rank}", f' id="m{number}"', ""))
    return text, marks


@given(texts_with_marks())
def test_the_text_comes_back_however_the_marks_cross(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    reader = read(marked(text, 0, len(text), marks))
    assert reader.text == text
    assert len(reader.ids) == len(set(reader.ids)), "a mark that is cut keeps its id once"
    assert set(reader.ids) == {re.findall('"(.*)"', mark.attributes)[0] for mark in marks}


@given(arabic_texts())
def test_markdown_leaves_the_escaped_text_alone(text: str) -> None:
    extensions = ["md_in_html", "attr_list", "footnotes", "tables"]
    html = markdown.markdown(f"<div>{escape(text)}|</div>\n", extensions=extensions)
    assert read(html).text.rpartition("|")[0] == text


def test_crossing_marks_are_cut_so_that_the_outer_rank_stays_whole() -> None:
    sentence, name = Mark(0, 6, 0, "p", ' id="s"'), Mark(4, 9, 1, "a", ' id="a"', ' class="again"')
    rest = Mark(6, 9, 0, "p", ' id="r"')
    html = marked("abcdefghi", 0, 9, [sentence, name, rest])
    assert html == '<p id="s">abcd<a id="a">ef</a></p><p id="r"><a class="again">ghi</a></p>'


def test_a_tail_stands_once_at_the_end() -> None:
    outer, inner = Mark(0, 4, 0, "p", tail="<b></b>"), Mark(2, 6, 1, "i")
    assert marked("abcdef", 0, 6, [outer, inner]) == "<p>ab<i>cd</i><b></b></p><i>ef</i>"
