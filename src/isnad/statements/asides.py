"""Relative clauses between commas, after which the main clause goes on: «الشركة، التي تأسست عام 2015، …»."""

from __future__ import annotations

from isnad.statements.clauses import Clauses
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene

_COMMAS = frozenset("،,")
_JOINING = ("\u0648", "\u0641")
_THEN = frozenset(("ثم", "بعد", "قبل", "بعدما", "لكن", "حيث", "اذ", "حين", "عندما", "فيما", "بينما", "اي", "حتي"))


def past_aside(scene: Scene, clauses: Clauses, inside: int, outside: int) -> bool:
    """Whether word `inside` lies in a relative clause that ends with a comma before word `outside`, in the main clause.

    «وأطلقت الشركة، التي تأسست أواخر 2015، برنامجها في 30 نوفمبر»: «تأسست» and «30».
    """
    start, opened = _stretch(scene, clauses, inside)
    behind, _ = _stretch(scene, clauses, outside)
    if not start < inside < behind <= outside or scene.sentence_of[inside] != scene.sentence_of[outside]:
        return False
    goes_on = scene.keys[behind]
    return opened and not (goes_on.startswith(_JOINING) or goes_on in _THEN or _is_relative(goes_on))


def _stretch(scene: Scene, clauses: Clauses, at: int) -> tuple[int, bool]:
    """The first word behind the last comma before word `at`, and whether a relative opens that stretch."""
    number, first = clauses.clause_of[at], scene.sentence_start(at)
    start = clauses.ranges[number][0]
    while start > first and scene.keys[start - 1] not in _COMMAS:
        number -= 1
        start = clauses.ranges[number][0]
    return start, start > first and _is_relative(scene.keys[start])


def _is_relative(key: str) -> bool:
    return key in particles()["relative"] or key[1:] in particles()["relative"]
