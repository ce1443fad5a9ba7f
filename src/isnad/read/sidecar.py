"""A sidecar (NAME.yml beside NAME.txt): what people say of an article, typed and checked, all mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from isnad.article import Article
from isnad.errors import IsnadError, raise_all
from isnad.read.corrections import corrections
from isnad.read.plain_text import decoded
from isnad.read.publication import publication
from isnad.read.yaml_lines import Value, check_keys, load, mapping_of, parsed, text_of, texts_of

T = TypeVar("T")
KEYS = (
    "title",
    "published",
    "published_by",
    "published_reasons",
    "source",
    "author",
    "url",
    "licence",
    "language",
    "notes",
    "corrections",
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def with_sidecar(article: Article, path: Path, data: bytes) -> Article:
    """`article` with what the sidecar `data`, read from `path`, says of it. Raises one IsnadError with all mistakes."""
    document = load(decoded(data, path), path)
    items = mapping_of(document) if document.content is not None else {}
    problems = check_keys(items, KEYS)

    def take(key: str, read: Callable[[Value], T], default: T) -> T:
        if key not in items or items[key].content is None:
            return default
        return _attempt(lambda: read(items[key]), default, problems)

    read = replace(
        article,
        sidecar=path,
        title=take("title", text_of, article.title),
        publication=_attempt(lambda: publication(items), article.publication, problems),
        source=take("source", text_of, ""),
        author=take("author", text_of, ""),
        url=take("url", _url, ""),
        licence=take("licence", text_of, ""),
        language=take("language", _language, article.language),
        notes=take("notes", texts_of, ()),
        corrections=take("corrections", lambda value: corrections(value, problems), ()),
    )
    raise_all(problems)
    return read


def _attempt(read: Callable[[], T], default: T, problems: list[IsnadError]) -> T:
    try:
        return read()
    except IsnadError as problem:
        problems.append(problem)
        return default


def _url(value: Value) -> str:
    return parsed(value, _web_address, "a web address", "Write it whole, beginning with https:// or http://.")


def _web_address(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r'[\s<>"\\]', written):
        raise ValueError(written)
    return written


def _language(value: Value) -> str:
    return parsed(value, _language_tag, "a language tag", "Write ar, or for example ar-IQ.")


def _language_tag(written: str) -> str:
    if not _LANGUAGE.fullmatch(written):
        raise ValueError(written)
    return written
