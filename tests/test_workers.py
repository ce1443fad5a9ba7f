"""Many articles: what is kept is found again, what has changed is annotated anew, order holds."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from isnad.annotate import annotate
from isnad.article import Article, Publication
from isnad.entities import load_knowledge
from isnad.workers import Annotator, in_order
from tests.samples import sample_article


def _slow_first(n: int) -> int:
    time.sleep(0.2 if n == 0 else 0)
    return n * n


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_order(_slow_first, range(12), jobs=3)) == [n * n for n in range(12)]
    assert list(in_order(_slow_first, range(3), jobs=1)) == [0, 1, 4]


def test_a_kept_annotation_equals_a_new_one(tmp_path: Path) -> None:
    article = sample_article()
    annotator = Annotator(None, tmp_path)
    first = annotator(article)
    assert list(tmp_path.iterdir())
    assert annotator(article) == first == annotate(article, load_knowledge(None))


def test_the_same_words_under_another_name_or_day(tmp_path: Path) -> None:
    annotator = Annotator(None, tmp_path)
    article = sample_article()
    later = replace(article, publication=Publication(date(2022, 5, 4), by="stated"))
    assert annotator(replace(article, id="other")).id == "other"
    assert annotator(article).times[0].edtf != annotator(later).times[0].edtf


def test_a_damaged_file_in_the_cache_is_made_again(tmp_path: Path) -> None:
    annotator = Annotator(None, tmp_path)
    article: Article = sample_article()
    first = annotator(article)
    (kept,) = tmp_path.iterdir()
    kept.write_text('{"schema": "isnad/1"', encoding="utf-8")
    assert annotator(article) == first
    assert json.loads(kept.read_text(encoding="utf-8"))["id"] == "maarad"


def test_other_knowledge_is_another_result(tmp_path: Path) -> None:
    entities = tmp_path / "entities.yml"
    cache = tmp_path / "cache"
    annotator = Annotator(None, cache)
    annotator(sample_article())
    assert len(list(cache.iterdir())) == 1
    entities.write_text("- id: maarad\n  type: event\n  name: المعرض\n", encoding="utf-8")
    Annotator(entities, cache)(sample_article())
    assert len(list(cache.iterdir())) == 2
