"""The annotation format: what is written comes back, and offsets in it slice to their surfaces."""

import json

import pytest

from isnad.export.json import from_json, to_json
from tests.samples import sample_annotation


def test_an_annotation_survives_the_round_trip() -> None:
    annotation = sample_annotation()
    assert from_json(json.loads(json.dumps(to_json(annotation)))) == annotation


def test_every_item_says_its_surface() -> None:
    value = to_json(sample_annotation())
    for layer in ("mentions", "times", "quotations", "events", "quantities"):
        assert value[layer]
        for item in value[layer]:
            assert item["text"] == value["text"][item["start"] : item["end"]]


def test_names_are_those_of_the_format() -> None:
    value = to_json(sample_annotation())
    assert value["schema"] == "isnad/1"
    assert value["events"][0]["class"] == "statement"
    assert value["events"][0]["trigger"]["text"] == "أعلنت"
    assert value["quotations"][0]["speaker"]["entity"] == "salma"
    assert value["times"][0]["steps"][0]["op"] == "previous-weekday"


def test_another_schema_is_refused() -> None:
    with pytest.raises(TypeError, match="isnad/1"):
        from_json(to_json(sample_annotation()) | {"schema": "isnad/0"})
