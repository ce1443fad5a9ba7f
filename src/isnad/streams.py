"""Articles in, annotations out, for the command line: from files, or as JSON lines that stream in order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from isnad import edit
from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.article import Article, Publication
from isnad.entities import Knowledge, load_knowledge
from isnad.errors import IsnadError
from isnad.export.json import to_json
from isnad.read import parse_line, read_article
from isnad.workers import in_order


def article_of(path: Path, published: date | None) -> Article:
    """The article at `path`; `published` takes the place of the sidecar's date. Raises IsnadError on bad input."""
    article = read_article(path)
    if published is None:
        return article
    return replace(article, publication=Publication(published, published, published, "stated"))


def finished(article: Article, *, automatic: bool = False) -> Annotation:
    """The annotation of `article`, with the editor's corrections unless `automatic`.

    The dossier's knowledge is read from entities.yml beside the article where there is one.
    """
    beside = article.path.parent / "entities.yml" if article.path else None
    annotation = annotate(article, _knowledge(beside if beside and beside.exists() else None))
    return annotation if automatic else edit.apply(annotation, article)


def line_of(annotation: Annotation) -> str:
    """The annotation as one line of JSON with its line end."""
    return json.dumps(to_json(annotation), ensure_ascii=False) + "\n"


def annotate_lines(lines: Iterable[bytes], out: BinaryIO, jobs: int = 1) -> int:
    """Answer each JSON line with one, in order, as soon as it is ready; 1 (the exit status) when any line was bad."""
    status = 0
    for answer, good in in_order(_answer, (line for line in lines if line.strip()), jobs):
        out.write(answer)
        out.flush()
        status = status if good else 1
    return status


def _answer(line: bytes) -> tuple[bytes, bool]:
    try:
        annotation = annotate(parse_line(line), _knowledge(None))
    except IsnadError as problem:
        return json.dumps({"id": _id_of(line), "error": str(problem)}, ensure_ascii=False).encode() + b"\n", False
    return line_of(annotation).encode("utf-8"), True


def _id_of(line: bytes) -> Any:
    """The id of a line that is otherwise bad; None when not even that can be read."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value.get("id") if isinstance(value, dict) else None


@lru_cache(maxsize=4)
def _knowledge(path: Path | None) -> Knowledge:
    return load_knowledge(path)
