"""Words in marks inside what the same speaker is reported to say are told once."""

from __future__ import annotations

from isnad.annotation import Quotation, Speaker
from isnad.dossier.nesting import outermost


def quotation(start: int, end: int, speaker: int | None = 0) -> Quotation:
    return Quotation(start, end, direct=True, speaker=None if speaker is None else Speaker(speaker, speaker + 1, "x"))


def test_what_lies_in_more_of_the_same_speaker_is_left_out() -> None:
    nested = [quotation(10, 50), quotation(11, 20), quotation(30, 50), quotation(50, 60)]
    assert list(outermost(nested)) == [0, 3]


def test_another_speaker_inside_stays_and_an_unknown_one_goes_with_an_unknown_one() -> None:
    assert list(outermost([quotation(10, 50), quotation(11, 20, speaker=5)])) == [0, 1]
    assert list(outermost([quotation(10, 50, None), quotation(11, 20, None), quotation(12, 15)])) == [0, 2]


def test_what_only_overlaps_stays() -> None:
    assert list(outermost([quotation(10, 30), quotation(20, 40)])) == [0, 1]
