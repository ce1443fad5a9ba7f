"""The article on its page: whatever the text and however the layers cross, the tags taken off leave the article."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from isnad.annotation import Annotation, Event, Mention, MentionType, Quantity, Quotation, Speaker, Time, Trigger
from isnad.arabic.sentences import paragraphs, sentences
from isnad.article import Article
from isnad.dossier import collect
from isnad.pages import render
from tests.samples import TEXT, sample_annotation, sample_article
from tests.texts import arabic_texts

EXTENSIONS = ["md_in_html", "attr_list", "def_list", "footnotes", "tables", "toc", "admonition"]
VOID = {"input", "br", "hr", "img", "wbr"}


class ArticleReader(HTMLParser):
    """Collects what stands inside .isnad-text and not inside .isnad-ui, and all ids; insists on well-formed nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)  # Python's own drops control characters, which browsers keep
        self.open: list[tuple[str, set[str]]] = []
        self.text = ""
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        if tag not in VOID:
            self.open.append((tag, set(values.get("class", "").split())))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_charref(self, name: str) -> None:
        self.handle_data(chr(int(name)))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_data(self, data: str) -> None:
        around = set().union(*(classes for _, classes in self.open)) if self.open else set()
        if "isnad-text" in around and "isnad-ui" not in around:
            self.text += data


def article_text(html: str) -> ArticleReader:
    """The article as a reader of the page would copy it; `.text` is exact."""
    reader = ArticleReader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def _dated(start: int, end: int, text: str) -> Time:
    return Time(start, end, text, "date", edtf="2020-03-30", earliest="2020-03-30", latest="2020-03-30")


def page_of(article: Article, annotation: Annotation) -> str:
    """The article's page as Markdown makes it, its front matter left out."""
    pages = {page.path: page.content.decode() for page in render(collect([(article, annotation)], {}))}
    source = pages[f"articles/{article.id}.md"].split("\n---\n", 1)[1]
    return str(markdown(source, extensions=EXTENSIONS))


@st.composite
def any_annotations(draw: st.DrawFn) -> Annotation:
    """Any text with any spans in every layer: inside each other, crossing, over several sentences and paragraphs."""
    text = draw(arabic_texts().filter(str.strip))

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, len(text) - 1))
        return start, draw(st.integers(start + 1, len(text)))

    def spans() -> list[tuple[int, int, str]]:
        return [(a, b, text[a:b]) for a, b in (span() for _ in range(draw(st.integers(0, 3))))]

    kinds: st.SearchStrategy[MentionType] = st.sampled_from(["person", "place", "weapon"])
    return Annotation(
        id="a",
        sha256="0",
        text=text,
        paragraphs=tuple(paragraphs(text)),
        sentences=tuple(sentences(text)),
        mentions=tuple(Mention(*s, draw(kinds), draw(st.sampled_from([None, "x", "ع/<"]))) for s in spans()),
        times=tuple(_dated(*s) for s in spans()),
        quotations=tuple(Quotation(a, b, draw(st.booleans()), None, Speaker(a, b, t)) for a, b, t in spans()),
        events=tuple(Event(a, b, Trigger(a, b, t), "attack", "asserted", reason=t) for a, b, t in spans()),
        quantities=tuple(Quantity(*s, 2.0) for s in spans()),
    )


@given(any_annotations())
def test_the_tags_taken_off_leave_the_article(annotation: Annotation) -> None:
    html = page_of(Article(id="a", text=annotation.text, title="<b>*x*</b> {{ x }} [y](z)"), annotation)
    reader = article_text(html)
    assert reader.text == annotation.text
    assert len(reader.ids) == len(set(reader.ids))


@pytest.mark.parametrize(
    "line",
    [
        "# ليس عنوانا",
        "- ليست قائمة",
        "    ليس برنامجا",
        "[رابط](http://example.org) و![صورة](x.png) و<http://example.org>",
        "<script>alert(1)</script> </p></div></article>",
        "**ليس غليظا** و`ليس برنامجا` و~~ليس مشطوبا~~ و\\* و\\",
        "{{ ليس قالبا }} {% ولا %} {: .class } { #id }",
        '--8<-- "/etc/passwd"',
        "&amp; &lt; &#65; &nbsp; &",
        "[^1]: ليست حاشية",
        "a\u2028b\u2029c\u0085d\x0be\x0cf\tg\u00a0h",
        "<div markdown='1'>*لا*</div>",
        "| ليس | جدولا |",
        "*[HTML]: لا",
        "\u202eمقلوب\u202c و\u2067معزول\u2069",
    ],
)
def test_markup_in_an_article_is_text(line: str) -> None:
    text = f"فقرة أولى.\r\n\r\n{line}\r\n\r\n---\r\n\r\n\r\nفقرة أخيرة."
    annotation = Annotation("a", "0", text, paragraphs=tuple(paragraphs(text)), sentences=tuple(sentences(text)))
    html = page_of(Article(id="a", text=text, title=line), annotation)
    assert article_text(html).text == text
    assert re.findall("<script[^>]*>", html) == ['<script type="application/ld+json">']
    assert "passwd" in html or "passwd" not in line


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    text = "قال «أول الكلام.\n\nآخر الكلام» وسكت."
    start, end = text.index("«") + 1, text.index("»")
    quotation = Quotation(start, end, direct=True, speaker=Speaker(0, 3, "قال"))
    parts = tuple(paragraphs(text))
    annotation = Annotation("a", "0", text, paragraphs=parts, sentences=tuple(sentences(text)), quotations=(quotation,))
    html = page_of(Article(id="a", text=text), annotation)
    assert html.count('<q class="isnad-quotation') == 2
    assert html.count('id="q1"') == 1


def test_every_layer_of_the_sample_stands_in_its_element() -> None:
    html = page_of(sample_article(), sample_annotation())
    reader = article_text(html)
    assert reader.text == TEXT
    assert {"p1", "p1-s1", "p2", "p2-s1", "p2-s2", "t1", "t1-note", "q1", "n1"} <= set(reader.ids)
    assert '<time class="isnad-time is-proposed" id="t1" data-n="1" datetime="2021-11-29">' in html
    assert 'data-speaker="سلمى الحداد"' in html
