"""The sections of a page that people wrote: found by their headings and by what stands under them."""

from __future__ import annotations

from html.parser import HTMLParser

from isnad.search.documents import Document

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SKIPPED = ("script", "style", "svg", "pre")
_LONGEST = 160  # characters of a section that are searched and shown


def sections(html: str, page: str, title: str) -> list[Document]:
    """The sections of a page's HTML. page: its address from the root. title: its name, for what stands before any."""
    reader = _Reader(title)
    reader.feed(html)
    reader.close()
    found = []
    for fragment, heading, text in reader.sections:
        name, said = _one_line(heading), _one_line(text)
        if name or said:
            strong = ((0, len(name) + 1),)
            found.append(Document(page, title, fragment, name, said[:_LONGEST], strong))
    return found


class _Reader(HTMLParser):
    """Gathers sections: the id of the heading, its words, and the words up to the next heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sections: list[list[str]] = [["", title, ""]]
        self._in_heading = False
        self._skipped = 0
        self._link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What the parser calls for an opening tag."""
        values = dict(attrs)
        self._skipped += tag in _SKIPPED
        self._link = self._link or (tag == "a" and "headerlink" in (values.get("class") or ""))
        if tag in _HEADINGS:
            self._in_heading = True
            if tag == "h1":
                self.sections[-1][1] = ""
            else:
                self.sections.append([values.get("id") or "", "", ""])

    def handle_endtag(self, tag: str) -> None:
        """What it calls for a closing tag."""
        self._skipped -= tag in _SKIPPED and self._skipped > 0
        self._link = self._link and tag != "a"
        self._in_heading = self._in_heading and tag not in _HEADINGS
        self._add(" ")

    def handle_data(self, data: str) -> None:
        """What it calls for text."""
        self._add(data)

    def _add(self, data: str) -> None:
        if not self._skipped and not self._link:
            self.sections[-1][1 if self._in_heading else 2] += data


def _one_line(text: str) -> str:
    return " ".join(text.split())
