"""The generated Markdown of a small dossier, word for word.

When a change is meant, write the files anew and read the difference before committing it:

    ISNAD_GOLDEN=write pytest tests/pages/test_golden.py
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from isnad.article import Publication
from isnad.dossier import Dossier, collect
from isnad.dossier.model import EntityInfo
from isnad.pages import render
from tests.samples import sample_annotation, sample_article

GOLDEN = Path(__file__).parent / "golden"


def dossier() -> Dossier:
    """The sample, its date inferred, half of it confirmed by an editor, one of its names known."""
    day = date(2021, 12, 1)
    publication = Publication(day, day, date(2021, 12, 3), "inferred", ("يذكر الخبر افتتاح المعرض غدا.",))
    article = replace(sample_article(), publication=publication, source="صحيفة المثال", notes=("نص من وضعنا.",))
    sample = sample_annotation()
    annotation = replace(
        sample,
        published_by="inferred",
        mentions=tuple(replace(mention, confirmed=n == 0) for n, mention in enumerate(sample.mentions)),
        quotations=tuple(replace(quotation, confirmed=True) for quotation in sample.quotations),
        events=tuple(replace(event, confirmed=True) for event in sample.events),
    )
    beirut = EntityInfo(
        "beirut", "place", "بيروت", "Beirut", ("بيروت الكبرى",), "عاصمة لبنان.", lat=33.8938, lon=35.5018,
        kind="city", country="lebanon",
        links=(("ويكيبيديا", "https://ar.wikipedia.org/wiki/بيروت"),), sources={"coordinates": "GeoNames"}, known=True,
    )  # fmt: skip
    return collect([(article, annotation)], {"beirut": beirut})


RENDERED = {page.path: page.content for page in render(dossier())}


@pytest.mark.skipif("ISNAD_GOLDEN" not in os.environ, reason="set ISNAD_GOLDEN=write to write the files anew")
def test_write_the_files_anew() -> None:
    for old in GOLDEN.rglob("*.*"):
        old.unlink()
    for path, content in RENDERED.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(content)


def test_the_pages_are_those_of_the_golden_folder() -> None:
    assert sorted(RENDERED) == sorted(p.relative_to(GOLDEN).as_posix() for p in GOLDEN.rglob("*.*"))


@pytest.mark.parametrize("path", sorted(RENDERED))
def test_a_page_is_word_for_word_as_it_was(path: str) -> None:
    assert RENDERED[path].decode() == (GOLDEN / path).read_bytes().decode()
