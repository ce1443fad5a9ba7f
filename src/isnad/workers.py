"""Annotating many articles: results are kept by content hash, and work is spread over processes, order kept."""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.article import Article
from isnad.entities import Knowledge, load_knowledge
from isnad.export.json import from_json, to_json

T = TypeVar("T")
R = TypeVar("R")

# Below this many articles, starting processes costs more than it saves (measured: a process loads in 0.3 s).
WORTH_A_POOL = 16
_LANGUAGE = ("arabic", "times", "entities", "statements")  # what an annotation depends on, beside its inputs


class Annotator:
    """Annotates articles against one knowledge base; keeps results in `cache` (a folder) when one is given."""

    def __init__(self, knowledge_file: Path | None, cache: Path | None = None) -> None:
        self._file = knowledge_file
        self._cache = cache
        self._basis = _basis(knowledge_file) if cache else ""

    @functools.cached_property
    def knowledge(self) -> Knowledge:
        """The general knowledge base under the dossier's own."""
        return load_knowledge(self._file)

    def __call__(self, article: Article) -> Annotation:
        """The automatic annotation of `article`, from the cache where it is there."""
        if self._cache is None:
            return annotate(article, self.knowledge)
        kept = self._cache / f"{self._key(article)}.json"
        found = _recall(kept)
        if found is None:
            found = annotate(article, self.knowledge)
            _keep(kept, found)
        return replace(found, id=article.id, published_by=article.publication.by)

    def __getstate__(self) -> dict[str, object]:
        """Without the knowledge: each process loads its own, faster than it could be sent."""
        return {name: value for name, value in self.__dict__.items() if name != "knowledge"}

    def _key(self, article: Article) -> str:
        published = article.publication
        when = (str(published.date), str(published.time))
        parts = (self._basis, article.text, *when, article.policy, repr(article.proposed))
        return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """`work` of each item over `jobs` processes, results in the order of the items, few in flight at once."""
    if jobs <= 1:
        yield from map(work, items)
        return
    waiting: deque[Future[R]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= 4 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def default_jobs(articles: int) -> int:
    """As many processes as this process may use processors, or one where a pool would not pay."""
    return len(os.sched_getaffinity(0)) if articles >= WORTH_A_POOL and hasattr(os, "sched_getaffinity") else 1


def _basis(knowledge_file: Path | None) -> str:
    """A digest of everything but the article that an annotation is made from: our language code and data."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    files = [package / "annotate.py", package / "annotation.py"]
    for part in _LANGUAGE:
        files += sorted(path for path in (package / part).rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in [*files, *([knowledge_file] if knowledge_file and knowledge_file.exists() else [])]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _recall(path: Path) -> Annotation | None:
    """What is kept at `path`; None when nothing is, or when an interrupted run or another version left it unusable."""
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, annotation: Annotation) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(to_json(annotation), ensure_ascii=False), encoding="utf-8")
    part.replace(path)
