"""What a text tells of an event that it has dated before: its results, and the event itself once more."""

from __future__ import annotations

from isnad.statements.happenings import context, nouns
from isnad.statements.setting import Dating, Setting, taken_over

_AGAIN = 12  # reports back that may be told again


def repeated(setting: Setting, made: list[Dating]) -> list[Dating]:
    """What is told again, nearby and of the same names, was when it was the first time."""
    for number, dating in enumerate(made):
        if dating.days.known or setting.modalities[number] not in ("asserted", "claimed"):
            continue
        for other in range(number - 1, max(-1, number - _AGAIN - 1), -1):
            if made[other].days.known and _same_again(setting, other, number):
                made[number] = taken_over(setting, other, made, "same") or dating
                break
    return made


def _same_again(setting: Setting, first: int, second: int) -> bool:
    one, other = setting.reports[first], setting.reports[second]
    sentences = setting.scene.sentence_of
    near = sentences[other.at] - sentences[one.at] in (1, 2)
    told = setting.modalities[first] in ("asserted", "claimed") and other.tense in ("past", "any")
    return (
        near and told and one.entry.row == other.entry.row and bool(setting.entities[first] & setting.entities[second])
    )


def see(setting: Setting, found: list[Dating | None]) -> None:
    """«شهد السودان آخر تفش عام 2017»: what was seen is dated, and so is its being seen."""
    clause_of = setting.clauses.clause_of
    for number, report in enumerate(setting.reports[:-1]):
        sees = (
            found[number] is None and report.tense == "past" and setting.scene.keys[report.at] in context()["witness"]
        )
        noun, dating = setting.reports[number + 1], found[number + 1]
        dated = noun.kind == "noun" and dating is not None and dating.basis == "expression"
        if sees and dated and clause_of[report.at] == clause_of[noun.at]:
            found[number] = taken_over(setting, number + 1, found, "together")


def refer(setting: Setting, found: list[Dating | None]) -> None:
    """«وأسفر الانفجار عن مقتل …»: what a sentence without a date tells of an event dated before."""
    known: dict[str, int] = {}
    sentence, subject = -1, None
    for number, report in enumerate(setting.reports):
        here = setting.scene.sentence_of[report.at]
        if here != sentence:
            sentence, subject = here, _told_of(setting, here, known)
        if found[number] is None and subject is not None and _results(setting, number):
            found[number] = taken_over(setting, subject, found, "follows")
        noun = nouns().get(setting.scene.keys[report.at]) if report.kind == "noun" else None
        if found[number] is not None and found[number].basis == "expression":  # type: ignore[union-attr]
            known[noun.text if noun else f"row {report.entry.row}"] = number
            known[f"row {report.entry.row}"] = number


def _told_of(setting: Setting, sentence: int, known: dict[str, int]) -> int | None:
    """The dated event that a definite noun near the head of the sentence points back at."""
    first, last = setting.scene.sentences[sentence]
    for at in range(first, min(last, first + 6)):
        noun = nouns().get(setting.scene.keys[at])
        if noun is not None and noun.definite and not noun.bound:
            return known.get(noun.text, known.get(f"row {noun.entry.row}"))
    return None


def _results(setting: Setting, number: int) -> bool:
    report = setting.reports[number]
    plain = setting.modalities[number] in ("asserted", "claimed")
    return (
        plain
        and report.entry.event_class in ("death", "health", "other", "disaster")
        and report.tense in ("past", "any")
    )
