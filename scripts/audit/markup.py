"""A built page as a tree: enough of HTML to ask for ids, links, what is loaded, and the text inside an element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Union

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Elements whose addresses a browser fetches by itself; an <a> waits for the reader.
LOADING = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "track", "input"}
IN_STYLE = re.compile(r"""(?:@import\s*|url\()\s*['"]?([^'")\s;]+)""")
Child = Union["Node", str]


@dataclass(eq=False)
class Node:
    """An element, or the document itself (tag "")."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The words of the class attribute."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", of: str = "") -> Iterator[Node]:
        """This and all elements inside it, in order, with that tag and that class where they are given."""
        if (not tag or self.tag == tag) and (not of or of in self.classes):
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(tag, of)

    def text(self, without: str = "") -> str:
        """The characters inside, less those in elements of the class `without`."""
        if without and without in self.classes:
            return ""
        return "".join(child if isinstance(child, str) else child.text(without) for child in self.children)


@cache
def page(path: Path) -> Node:
    """The tree of the page at `path`."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.root


def article_text(root: Node) -> str:
    """The article on its page, without what the page adds to it."""
    (text,) = root.all(of="isnad-text")
    return text.text(without="isnad-ui")


def loaded(root: Node) -> set[str]:
    """The addresses that a browser asks for when it shows the page."""
    found = set()
    for node in root.all():
        if node.tag in LOADING:
            found |= {node.attributes.get(name, "") for name in ("src", "poster", "data")}
            found |= {part.split()[0] for part in node.attributes.get("srcset", "").split(",") if part.strip()}
        if node.tag == "link" and not {"canonical", "alternate", "prev", "next"} & set(node.attributes["rel"].split()):
            found.add(node.attributes.get("href", ""))
        found |= set(IN_STYLE.findall(node.attributes.get("style", "")))
        found |= set(IN_STYLE.findall(node.text())) if node.tag == "style" else set()
    return found - {""}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What the parser calls for an opening tag."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What it calls for a tag that closes itself."""
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """What it calls for a closing tag."""
        depth = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), 0)
        if depth:
            del self.open[depth:]

    def handle_data(self, data: str) -> None:
        """What it calls for text."""
        self.open[-1].children.append(data)
