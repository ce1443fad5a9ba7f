"""Merging, splitting and renaming entities by lines in a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from isnad.annotation import Annotation, Event, Mention, Quotation, Speaker, Trigger
from isnad.dossier.model import EntityInfo
from isnad.dossier.rulings import Court
from isnad.dossier.rulings_file import read_rulings
from isnad.errors import IsnadError
from tests.samples import sample_annotation

TEXT = "قالت واشنطن إن واشنطن مدينة."


def court(tmp_path: Path, text: str) -> Court:
    """A court with the rulings of a file."""
    path = tmp_path / "identities.yml"
    path.write_text(text, encoding="utf-8")
    return Court(read_rulings(path))


def annotation() -> Annotation:
    """The sample, with two names of one id."""
    first = Mention(5, 11, "واشنطن", "place", "washington")
    second = Mention(15, 21, "واشنطن", "place", "washington", confirmed=True)
    said = Quotation(12, 27, direct=False, speaker=Speaker(5, 11, "واشنطن", "washington"))
    event = Event(0, 12, Trigger(0, 4, "قالت"), "statement", participants=("washington",))
    return replace(sample_annotation(), text=TEXT, mentions=(first, second), quotations=(said,), events=(event,))


def test_a_merge_changes_mentions_speakers_and_participants(tmp_path: Path) -> None:
    judge = court(tmp_path, "- merge: [washington]\n  into: usa\n  reason: one\n")
    done = judge.settled(annotation())
    assert [one.entity for one in done.mentions] == ["usa", "usa"]
    assert [one.speaker and one.speaker.entity for one in done.quotations] == ["usa"]
    assert done.events[0].participants == ("usa",)
    assert [(one.mentions, one.articles) for one in judge.effects()] == [(2, 1)]


def test_a_split_leaves_what_an_editor_confirmed(tmp_path: Path) -> None:
    judge = court(tmp_path, "- split: washington\n  into: usa\n  names: [واشنطن]\n")
    done = judge.settled(annotation())
    assert [one.entity for one in done.mentions] == ["usa", "washington"]
    assert [one.speaker and one.speaker.entity for one in done.quotations] == ["usa"]
    assert done.events[0].participants == ("usa",)


def test_a_name_is_another_and_the_old_one_stays_beside_it(tmp_path: Path) -> None:
    judge = court(tmp_path, "- rename: washington\n  to: washington-dc\n  name: واشنطن العاصمة\n")
    known = judge.known({"washington": EntityInfo("washington", "place", "واشنطن", known=True)})
    assert list(known) == ["washington-dc"]
    assert known["washington-dc"].name == "واشنطن العاصمة"
    assert known["washington-dc"].aliases == ("واشنطن",)


def test_merged_entities_keep_all_their_names(tmp_path: Path) -> None:
    judge = court(tmp_path, "- merge: [b]\n  into: a\n")
    infos = {name: EntityInfo(name, "person", f"اسم {name}", known=True) for name in "ab"}
    assert judge.known(infos)["a"].aliases == ("اسم b",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- merge: [a]\n", ":1: [1]: found no «into»."),
        ("- merge: [a]\n  into: a\n", ":2: [1].into: found «a», which it is already."),
        ("- rename: a\n", ":1: [1]: gives neither a name nor an id."),
        ("- split: a\n  into: b\n", ":1: [1]: takes everything away."),
        ("- merge: [a b]\n  into: c\n", "found «a b», which is not an id."),
        ("- merge: [a]\n  into: b\n- merge: [a]\n  into: c\n", ":3: [2]: found «a» given away twice."),
        ("- merge: [a]\n  into: b\n- merge: [b]\n  into: a\n", "which comes back to itself."),
        ("- merge: [a]\n  in: b\n", "found the key «in», which is not known here."),
        ("- reason: x\n", "found 0 actions, expected one."),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(IsnadError) as problem:
        court(tmp_path, text)
    assert said in str(problem.value)


def test_no_file_means_no_rulings(tmp_path: Path) -> None:
    assert read_rulings(tmp_path / "identities.yml") == ()
