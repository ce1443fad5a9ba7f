"""Names that one article tells and another leaves without a mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.article import Article, Publication
from isnad.dossier import collect
from isnad.dossier.unmarked import unmarked
from isnad.entities import load_knowledge

DAY = date(2021, 5, 12)
TELLS = "وقال رئيس المجلس الرئاسي محمد المنفي إن الانتخابات في موعدها."


def _found(text: str, *, marked: bool) -> list[str]:
    """The words that are proposed in an article of `text` beside one that names its people."""
    articles = [
        Article(f"a{n}", one, publication=Publication(DAY, DAY, DAY, "stated")) for n, one in enumerate((TELLS, text))
    ]
    pairs = [(article, annotate(article, load_knowledge())) for article in articles]
    if not marked:
        pairs[1] = (pairs[1][0], replace(pairs[1][1], mentions=()))
    dossier = collect(pairs, {})
    found = unmarked(dossier.articles, (dossier.entities or {}).values())
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("وأبلغ محمد المنفي الوفد بذلك.", ["محمد المنفي"]),
        ("والتقى الوفد بمحمد المنفي أمس.", ["محمد المنفي"]),
        ("وعلم محمد أن المنفي طويل.", []),
    ],
)
def test_a_full_name_without_a_mark_is_proposed(text: str, proposed: list[str]) -> None:
    assert _found(text, marked=False) == proposed


def test_what_is_marked_is_not_proposed() -> None:
    assert _found("وقال محمد المنفي للوفد إن الأمر جاد.", marked=True) == []
