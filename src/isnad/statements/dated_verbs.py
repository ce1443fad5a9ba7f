"""Verbs that only their date gives away: unlisted ones, and words as often nouns, before a date in their clause.

«وكانت الجائزة ذهبت العام الماضي إلى …», «قبل أن تسوء العلاقة في نوفمبر», «وتتقبل العائلة التعازي اليوم».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.annotation import Time
from isnad.statements.calendar_spans import parsed
from isnad.statements.claiming import Dated, expression
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import VerbForm, context, nouns, verbs
from isnad.statements.idle_times import dates_nothing
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.time_words import in_times
from isnad.statements.triggers import UNLISTED, Report, Tense
from isnad.statements.verb_places import after_was

_ARTICLE, _WAW, _FAA = "\u0627\u0644", "\u0648", "\u0641"
_DAMMA = "\u064f"
_PRESENT = re.compile(r"[يت]\w{2,}[^\Wا]$")
_FEMININE = re.compile(r"\w{2,}[^\Wاويةه]ت(?:ه|ها|هم)?$")
_PLURAL = re.compile(r"\w{3,}(?:وا|ونا|وه|وها)$")
_THAT = frozenset(("ان", "بان", "لن", "سوف"))
_HAD = frozenset(("قد", "وقد", "لقد"))
_OPENERS = frozenset(
    ("الذي", "التي", "الذين", "حين", "عندما", "حيث", "بعدما", "لما", "فيما", "بينما", "وفيها", "وفيه", "ثم", "منذ")
)
_REACH = 14  # words from a verb to its date
_YEAR = 366  # days of the widest time
_SHORT = 3  # letters of the shortest verb


def dated_verbs(
    scene: Scene, clauses: Clauses, found: Sequence[Report], times: Sequence[Time], governed: dict[int, Dated]
) -> tuple[list[Report], set[int]]:
    """The verbs, and the numbers of the expressions that date them: each dates nothing else in its clause."""
    reports = {one.at for one in found}
    dates = in_times(scene, times)
    used = {dated.time: found[number] for number, dated in governed.items()}
    made: list[Report] = []
    taken: set[int] = set()
    for number, time in enumerate(times):
        first = scene.word_at(time.start)
        if first <= 0 or not _is_own_time(time) or dates_nothing(scene, clauses, expression(scene, number, time)):
            continue
        when = _verb_of_when(scene, scene.word_from(time.end), reports)
        if when < 0 and number in used and _keeps(clauses, used[number], first):
            continue
        at = when if when >= 0 else _verb_before(scene, clauses, first, reports, dates)
        if at >= 0 and (at == scene.sentence_start(at) or not _is_today(time)):
            reports.add(at)
            taken.add(number)
            made.append(_report(scene, at))
    return made, taken


def _keeps(clauses: Clauses, report: Report, first: int) -> bool:
    """Whether what an expression dates is its clause's own: no verb behind it («الذين عملوا هنا منذ 2013 وجدوا …»)."""
    own = clauses.clause_of[report.at] == clauses.clause_of[first]
    return own and (report.at < first or report.kind == "noun")


def _is_own_time(time: Time) -> bool:
    """Whether it is a time of a year at most, and no «now»."""
    first, last = parsed(time.earliest), parsed(time.latest)
    near = first is not None and last is not None and (last - first).days <= _YEAR
    return near and time.kind in ("date", "time") and not any(step.op in ("reference", "feast") for step in time.steps)


def _is_today(time: Time) -> bool:
    """«اليوم», which past the head of a sentence often means these times."""
    return any(step.op == "unit" and step.args.get("offset") == 0 for step in time.steps)


def _report(scene: Scene, at: int) -> Report:
    key = scene.keys[at]
    forms: tuple[VerbForm, ...] = verbs().get(key, ())
    bare = key.removeprefix(_WAW).removeprefix(_FAA) if key.startswith((_WAW, _FAA)) and len(key) > _SHORT + 1 else key
    tense: Tense = "present" if _PRESENT.match(bare) and scene.keys[at - 1] not in _HAD else "past"
    tense = "any" if scene.keys[at - 1] in _THAT or forms else tense
    return Report(at, "verb", forms[0].entry if forms else UNLISTED, tense, bare != key, strong=False, guessed=True)


def _verb_of_when(scene: Scene, last: int, reports: set[int]) -> int:
    """«منذ مارس 2022، حين تخارجت استثمارات»: the verb that tells what was at the time before it, or -1."""
    keys = scene.keys
    last += keys[last : last + 1] in (["،"], [","])
    at = last + 1
    if at >= len(keys) or keys[last] not in context()["when"] or at in reports or scene.is_name(at):
        return -1
    return at if keys[at] not in nouns() and not _is_function_word(keys[at]) and _by_shape(keys[at], heads=True) else -1


def _verb_before(scene: Scene, clauses: Clauses, first: int, reports: set[int], dates: frozenset[int]) -> int:
    """The last word of the clause before word `first` that is a verb where it stands, or -1."""
    clause, level = clauses.clause_of[first], clauses.level[first]
    start = max(clauses.ranges[clause][0], first - _REACH)
    for at in range(first - 1, start - 1, -1):
        if at in reports or clauses.level[at] != level:
            return -1
        if at not in dates and not scene.is_name(at) and _is_verb(scene, at, clauses.ranges[clause][0]):
            return at
    return -1


def _is_verb(scene: Scene, at: int, start: int) -> bool:
    key = scene.keys[at]
    before = scene.keys[at - 1] if at > scene.sentence_start(at) else ""
    if len(key) < _SHORT or not key.isalpha() or key.startswith(_ARTICLE) or _is_function_word(key):
        return False
    written = scene.text[scene.words[at].start : scene.words[at].end]
    if _DAMMA in written[1:3] and len(key) >= _SHORT:
        return True
    if before in _HAD or (before in _OPENERS and key not in nouns() and not key.endswith("\u0627\u064b")):
        return True
    if before in _THAT:
        return bool(_PRESENT.match(key)) and key not in nouns()
    heads = at == start or before in _OPENERS or after_was(scene, at, start)
    return key not in nouns() and _by_shape(key, heads=heads)


def _by_shape(key: str, *, heads: bool) -> bool:
    """«تراشقوا» anywhere, «ذهبت» and «وتتقبل» at the head of a clause."""
    bare = key[1:] if key.startswith((_WAW, _FAA)) and len(key) > _SHORT + 1 else key
    if key in context()["no_verb"] or bare in context()["reminds"] or bare in context()["no_verb"]:
        return False
    return bool(_PLURAL.match(bare)) or (heads and bool(_PRESENT.match(bare) or _FEMININE.match(bare)))


def _is_function_word(key: str) -> bool:
    return any(key in words for words in particles().values()) or any(
        key in context()[name] for name in ("was", "copulas")
    )
