"""seeds/entities.yml: read whole, or refused with every mistake, its line and its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.entities.knowledge import load_knowledge
from isnad.entities.knowledge_file import read_entities
from isnad.errors import IsnadError
from tests.cases import cases

MISTAKES = Path(__file__).parent / "knowledge" / "mistakes.jsonl"


def _file(folder: Path, text: str) -> Path:
    path = folder / "entities.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entity_with_everything(tmp_path: Path) -> None:
    (found,) = read_entities(
        _file(
            tmp_path,
            "- id: harir\n  type: facility\n  name: قاعدة حرير\n  name_en: Harir\n  aliases: [حرير]\n  kind: air-base\n"
            "  country: iraq\n  description: قاعدة\n  coordinates: [36.5, 44.25]\n  wikidata: Q1\n  ambiguous: [حرير]\n"
            "  links: [{label: ص, url: 'https://example.org/x'}]\n"
            "  sources: {description: ا, coordinates: ب, wikidata: ج, links: د}\n",
        )
    )
    assert (found.id, found.type, found.name, found.aliases) == ("harir", "facility", "قاعدة حرير", ("حرير",))
    assert (found.lat, found.lon, found.ambiguous, found.origin) == (36.5, 44.25, ("حرير",), "dossier")
    assert found.links == (("Wikidata", "https://www.wikidata.org/wiki/Q1"), ("ص", "https://example.org/x"))


@pytest.mark.parametrize("text", ["", "# لا شيء\n", "[]\n"])
def test_a_file_of_nothing_adds_nothing(text: str, tmp_path: Path) -> None:
    assert read_entities(_file(tmp_path, text)) == ()


@pytest.mark.parametrize("case", cases(MISTAKES))
def test_a_mistake_is_shown_with_its_line_and_its_remedy(case: Any, tmp_path: Path) -> None:
    path = _file(tmp_path, case["file"])
    with pytest.raises(IsnadError) as problem:
        read_entities(path)
    assert str(problem.value) == f"{path}:{case['says']}"


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    text = "- {id: A, type: place, name: أ}\n- {id: b, type: x, name: ب}\n- {id: c, type: place, name: ج, rank: د}\n"
    with pytest.raises(IsnadError) as problem:
        read_entities(_file(tmp_path, text))
    said = [line for line in str(problem.value).splitlines() if not line.startswith(" ")]
    assert [line.rpartition("entities.yml:")[2][0] for line in said] == ["1", "2", "3"]


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(IsnadError, match="is not UTF-8"):
        read_entities(path)
    with pytest.raises(IsnadError, match="cannot be read"):
        read_entities(tmp_path / "none.yml")


def test_the_dossier_comes_before_what_is_shipped(tmp_path: Path) -> None:
    shipped = load_knowledge().named("الجزيرة السورية")
    path = _file(
        tmp_path, "- {id: my-island, type: place, name: الجزيرة السورية}\n- {id: iraq, type: place, name: عراق}\n"
    )
    found = load_knowledge(path)
    assert [one.id for one in found.named("الجزيرة السورية")] == ["my-island", *(one.id for one in shipped)]
    assert found.entities["iraq"].name == "عراق"
    assert "جمهورية العراق" in found.entities["iraq"].aliases
