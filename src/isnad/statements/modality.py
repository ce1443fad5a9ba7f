"""How sure an event is: asserted by the article, claimed by somebody, denied, planned, or possible."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from isnad.annotation import Modality, Quotation
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, stances
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_WINDOW = 6
_JOINING = ("\u0648", "\u0641")
_MAY = "قد"
_THAT = "\u0627\u0646"


def modality(scene: Scene, clauses: Clauses, report: Report, quotation: Quotation | None) -> Modality:
    """The modality of a report, told by the words before it in its clause and by who says it."""
    words = context()
    first = max(clauses.ranges[clauses.clause_of[report.at]][0], report.at - _WINDOW)
    if scene.keys[first] in particles()["that"]:
        first = max(first - 3, scene.sentence_start(first))
    before = [_unjoined(key) for key in scene.keys[first : report.at]]
    denied = before and before[-1] in words["negation"] and scene.keys[report.at] not in words["lasting"]
    if denied and not _only(scene, report):
        return "denied"
    if report.tense == "future" or any(key in words["future"] for key in before):
        return "planned"
    if report.kind == "noun" and before and before[-1] in words["auxiliary_future"]:
        return "planned"
    if _possible(report, before) or _is_negotiated(report, before):
        return "possible"
    if quotation is None:
        return "planned" if report.entry.event_class == "plan" else "asserted"
    return "asserted" if _turned(scene, report, quotation) else _by_stance(quotation)


def _only(scene: Scene, report: Report) -> bool:
    """«ولم تستأنف الرحلات إلا في أيلول»: what is denied of other times."""
    return any(
        key in context()["only"]
        for key in scene.keys[report.at + 1 : min(report.at + 7, scene.sentence_end(report.at))]
    )


def _turned(scene: Scene, report: Report, quotation: Quotation) -> bool:
    """«رفض ترشحه، غير أنه أيد روحاني»: what follows is no more what was refused."""
    keys = scene.keys[scene.word_at(quotation.start) : report.at + 1]
    turned = any(one in context()["adversative"] and other.startswith(_THAT) for one, other in pairwise(keys))
    return not quotation.direct and stances().get(quotation.stance) == "denied" and turned


def _unjoined(key: str) -> str:
    """«ويتوقع» as «يتوقع», where the lists know it so."""
    words, rest = context(), key[1:]
    known = key[0] in _JOINING and any(rest in words[name] for name in ("future", "possible", "auxiliary_future"))
    return rest if known else key


def _possible(report: Report, before: Sequence[str]) -> bool:
    cues = context()["possible"]
    for key in before:
        if key == _MAY:
            if report.kind == "verb" and report.tense == "present":
                return True
        elif key in cues:
            return True
    return False


def _is_negotiated(report: Report, before: Sequence[str]) -> bool:
    """Whether the noun is what talks are about, right behind their preposition."""
    words = context()
    told = report.kind == "noun" and len(before) > 1 and before[-1] in words["about"]
    told = told and report.entry.event_class != "meeting"  # «ناقش المجلس في جلسته …»
    return told and any(key in words["negotiates"] or key[1:] in words["negotiates"] for key in before[:-1])


def _by_stance(quotation: Quotation) -> Modality:
    stance = stances().get(quotation.stance)
    if quotation.direct and stance != "denied":
        return "claimed"
    return stance if stance in ("denied", "planned", "possible") else "claimed"  # type: ignore[return-value]
