"""Events that the knowledge dates: linked where the article names them, compared with what it says, counted from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.annotation import Annotation
from isnad.article import Article, Publication
from isnad.entities import Knowledge, load_knowledge
from isnad.errors import IsnadError

SEEDS = """
- id: ahmad-salim
  type: person
  name: أحمد سالم
- id: killing-of-ahmad-salim
  type: event
  name: اغتيال أحمد سالم
  aliases: [مقتل أحمد سالم]
  date: 2018-05-06
  sources: {date: أرشيف الصحيفة}
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    path = tmp_path_factory.mktemp("seeds") / "entities.yml"
    path.write_text(SEEDS, encoding="utf-8")
    return load_knowledge(path)


def read(text: str, knowledge: Knowledge) -> Annotation:
    day = date(2020, 4, 1)
    return annotate(Article("x", text, publication=Publication(day, day, day, "stated")), knowledge)


def days(annotation: Annotation, trigger: str) -> tuple[str | None, str | None, str]:
    event = next(one for one in annotation.events if trigger in one.trigger.text)
    return event.earliest, event.latest, event.basis


def test_a_report_without_a_date_takes_the_known_one(knowledge: Knowledge) -> None:
    read_ = read("وتدهورت العلاقات بعد اغتيال الوزير السابق أحمد سالم قرب منزله.", knowledge)
    assert days(read_, "اغتيال") == ("2018-05-06", "2018-05-06", "knowledge")
    event = next(one for one in read_.events if one.trigger.text == "اغتيال")
    assert event.steps[-1].args["entity"] == "killing-of-ahmad-salim"
    assert "أرشيف الصحيفة" in event.reason


def test_what_agrees_is_made_more_exact(knowledge: Knowledge) -> None:
    read_ = read("وكان أحمد سالم قتل في أيار 2018 في العاصمة.", knowledge)
    assert days(read_, "قتل") == ("2018-05-06", "2018-05-06", "knowledge")
    assert not [one for one in read_.warnings if one.code == "event-contradicts-knowledge"]


def test_what_differs_is_kept_and_told(knowledge: Knowledge) -> None:
    read_ = read("وكان أحمد سالم قتل في حزيران 2018 في العاصمة.", knowledge)
    assert days(read_, "قتل") == ("2018-06-01", "2018-06-30", "expression")
    assert [one.code for one in read_.warnings].count("event-contradicts-knowledge") == 1


def test_other_events_are_counted_from_it(knowledge: Knowledge) -> None:
    read_ = read("واستقالت الحكومة بعد شهرين من اغتيال أحمد سالم.", knowledge)
    assert days(read_, "استقالت") == ("2018-07-01", "2018-07-31", "event")


def test_a_plan_or_another_man_is_not_it(knowledge: Knowledge) -> None:
    assert days(read("وأحبطت الشرطة محاولة اغتيال القاضي سمير حداد.", knowledge), "اغتيال")[2] != "knowledge"
    assert days(read("ومن المحتمل أن يقتل أحمد سالم إذا عاد.", knowledge), "يقتل")[2] != "knowledge"


@pytest.mark.parametrize(("line", "said"), [("date: أمس", "not a date"), ("date: 2018-05-06", "no source")])
def test_a_mistaken_date_is_refused(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    source = "\n  sources: {date: الصحيفة}" if said == "not a date" else ""
    path.write_text(f"- id: an-event\n  type: event\n  name: انقلاب\n  {line}{source}\n", encoding="utf-8")
    with pytest.raises(IsnadError, match=said):
        load_knowledge(path)
