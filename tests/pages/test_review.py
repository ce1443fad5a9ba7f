"""The editor's page of names: what it lists, and which names it takes for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from isnad.annotation import Mention
from isnad.arabic.spans import Span
from isnad.dossier import Dossier, collect
from isnad.pages import render
from tests.samples import sample_annotation, sample_article


def dossier(*names: str) -> Dossier:
    """An article whose people have these names, each the id of its own."""
    text = "، ".join(names) + "."
    starts = [text.index(name) for name in names]
    mentions = tuple(
        Mention(start, start + len(name), name, "person", name.replace(" ", "-") or None)
        for name, start in zip(names, starts, strict=True)
    )
    sample = replace(
        sample_annotation(), text=text, mentions=mentions, times=(), quotations=(), events=(), quantities=()
    )
    whole = (Span(0, len(text)),)
    return collect([(sample_article(), replace(sample, paragraphs=whole, sentences=whole))], {})


def page(found: Dossier) -> str:
    return next(one.content.decode() for one in render(found) if one.path == "entities/pages/review.md")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كينيث ماكنزي", "كينيث ماكينزي"),
        ("محمد مرسي", "محمد محمد مرسي"),
        ("رجب طيب أردوغان", "أردوغان"),
        ("نور الدين بدوي", "نورالدين بدوي"),
    ],
)
def test_names_that_may_be_one_come_with_the_line_that_makes_them_one(one: str, other: str) -> None:
    said = page(dossier(one, other))
    assert "merge: [" in said
    assert one.replace(" ", "-") in said
    assert other.replace(" ", "-") in said


@pytest.mark.parametrize(("one", "other"), [("محمد علي", "أحمد علي"), ("خالد حسن", "سمير فؤاد")])
def test_names_of_two_people_are_left_alone(one: str, other: str) -> None:
    assert "merge: [" not in page(dossier(one, other))


def test_a_family_name_of_two_people_is_nobodys() -> None:
    assert "]&#10;  into" not in page(dossier("محمود عباس", "نبيل عباس", "عباس"))


def test_a_name_that_may_be_two_things_is_listed_with_them() -> None:
    found = dossier("محمود عباس")
    (record,) = found.articles
    reason = "قد يكون «أ» أو «ب»، ولم يُحسم الربط."
    mention = replace(record.annotation.mentions[0], entity=None, reason=reason)
    told = collect([(record.article, replace(record.annotation, mentions=(mention,)))], {})
    assert reason in page(told)
    assert "لم تُربط بعد" in page(told)
