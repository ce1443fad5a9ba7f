"""What a recogniser found, as JSON Lines beside the article: written where its model is, read where the site is built.

{"start": 26, "end": 41, "text": "...", "type": "person", "confidence": 0.98, "by": "transformers"}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from isnad.annotation import MentionType
from isnad.article import Article, Proposed
from isnad.errors import IsnadError
from isnad.recognizers import Raw, Recognizer, recognized
from isnad.recognizers.options import TYPES, Options

SUFFIX = ".spans.jsonl"


def written(articles: Iterable[Article], recognizer: Recognizer, options: Options) -> Iterator[tuple[Path, int]]:
    """Write what the recogniser finds beside each article; the file and the number of names in it, as they are done."""
    kept = [article for article in articles if article.path]
    found = recognized(recognizer, (article.text for article in kept), options.batch)
    for article, raws in zip(kept, found, strict=True):
        path = (article.path or Path()).with_suffix(SUFFIX)
        names = proposed(raws, article.text, options, recognizer.labels)
        path.write_text(lines(names, article.text), encoding="utf-8")
        yield path, len(names)


def proposed(raws: Iterable[Raw], text: str, options: Options, labels: Mapping[str, MentionType]) -> list[Proposed]:
    """The names with our types, those that the options leave out left out; labels: the adapter's own map."""
    chosen = options.labels or labels
    return [
        Proposed(raw.start, raw.end, chosen[raw.label], round(raw.score, 3), options.recognizer)
        for raw in sorted(raws)
        if raw.label in chosen and raw.score >= options.least and 0 <= raw.start < raw.end <= len(text)
    ]


def lines(names: Iterable[Proposed], text: str) -> str:
    """The names as JSON Lines."""
    rows = ({"start": n.start, "end": n.end, "text": text[n.start : n.end], "type": n.type,
             "confidence": n.confidence, "by": n.by} for n in names)  # fmt: skip
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read_spans(path: Path, text: str) -> tuple[Proposed, ...]:
    """The names that stand in `path` for `text`. Raises IsnadError on a line that is wrong or of another text."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return tuple(_read(row, text, path, number) for number, row in enumerate(rows, 1) if row.strip())


def _read(row: str, text: str, path: Path, number: int) -> Proposed:
    try:
        found: dict[str, Any] = json.loads(row)
        start, end, kind = int(found["start"]), int(found["end"]), found["type"]
        name = Proposed(start, end, kind, float(found.get("confidence", 1.0)), str(found.get("by", "")))
    except (ValueError, KeyError, TypeError) as problem:
        raise IsnadError(f"is no span: {problem}.", path, number, mend=_FORM) from None
    if kind not in TYPES:
        raise IsnadError(f"found {kind!r}.", path, number, "type", mend=f"One of: {', '.join(TYPES)}.")
    if not 0 <= name.confidence <= 1:
        raise IsnadError(f"found {name.confidence}.", path, number, "confidence", mend="A number from 0 to 1.")
    if not 0 <= start < end <= len(text) or text[start:end] != found.get("text", text[start:end]):
        raise IsnadError("is not of this text.", path, number, "text", mend="Make the file anew: isnad spans.")
    return name


_FORM = 'Each line is {"start": 0, "end": 4, "text": "...", "type": "person", "confidence": 0.9, "by": "..."}.'
