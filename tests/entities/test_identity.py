"""Which entity a name is: cases in identity/, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.annotation import Mention
from isnad.entities import load_knowledge, recognise
from isnad.entities.identity import identified, made_id
from isnad.entities.page import Candidate, page_of
from tests.cases import cases

CASES = Path(__file__).parent / "identity"
KNOWLEDGE = load_knowledge()


def mentions(case: dict[str, Any]) -> list[Mention]:
    """The mentions of the case's text; where it names them itself, only their identity is asked."""
    if "names" not in case:
        return list(recognise(case["text"], KNOWLEDGE))
    page, found, taken = page_of(case["text"]), list[Candidate](), set[int]()
    for name, kind in sorted(case["names"], key=lambda pair: -len(pair[0])):
        words = [word.text for word in page_of(name).tokens]
        for at in range(len(page.plain)):
            places = range(at, at + len(words))
            if page.plain[at : at + len(words)] == words and taken.isdisjoint(places):
                taken.update(places)
                span = page.span(at, at + len(words))
                found.append(Candidate(at, at + len(words), span, kind, "model", 0.9, "model.crf"))
    return list(identified(page, sorted(found), KNOWLEDGE))


@pytest.mark.parametrize("case", cases(CASES / "links.jsonl"))
def test_a_name_is_linked_to_what_it_means(case: dict[str, Any]) -> None:
    found = mentions(case)
    for name, entity in case["gives"].items():
        # The last place of a name: the short form stands after the full one.
        linked = [one.entity for one in found if one.text == name]
        assert linked, [one.text for one in found]
        assert linked[-1] == entity
    if "metonyms" in case:
        assert {one.text: one.metonym_for for one in found if one.metonym_for} == case["metonyms"]


def test_an_open_link_says_what_it_may_be() -> None:
    (one,) = (one for one in recognise("وقع الحادث في طرابلس أمس.", KNOWLEDGE) if one.text == "طرابلس")
    assert one.reason == "قد يكون «طرابلس (ليبيا)» أو «طرابلس (لبنان)»، ولم يُحسم الربط."


def test_an_id_is_made_of_the_folded_words() -> None:
    assert made_id(("حركه", "«النهضه»")) == "حركه-النهضه"


@pytest.mark.parametrize("case", cases(CASES / "roles.jsonl"))
def test_what_stands_before_a_person_says_who_that_is(case: dict[str, Any]) -> None:
    found = mentions(case | {"names": [[case["name"], "person"], *case.get("others", ())]})
    assert [one.role for one in found if one.text == case["name"]] == [case["gives"]]
