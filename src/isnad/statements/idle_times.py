"""Expressions of time that date no event: they tell of a noun, a life, or what something is compared with."""

from __future__ import annotations

from isnad.statements.claiming import Expression, lead_word
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, nouns
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene

_ARTICLE, _BAA, _WAW = "\u0627\u0644", "\u0628", "\u0648"
_DASHES = frozenset("-–—")
_PHRASE = 9  # words from a superlative to its «منذ»
_DATELINE = 5  # words before the day of a dateline
_DATELINE_ENDS = frozenset("/:") | _DASHES
_INTO = frozenset(("الي",))


def dates_nothing(scene: Scene, clauses: Clauses, expression: Expression) -> bool:
    """Whether the words around the expression show that no event of its sentence is dated by it."""
    if _of_participle(scene, expression) or _of_rank(scene, expression) or _in_other_words(scene, expression):
        return True
    if _of_noun(scene, expression) or _goes_back(scene, expression) or _is_object(scene, expression):
        return True
    if _of_dateline(scene, expression):
        return True
    return _of_a_life(scene, expression) or _compared(scene, clauses, expression)


def is_since(scene: Scene, expression: Expression) -> bool:
    """Whether «منذ» leads the expression."""
    return lead_word(scene, expression) in context()["since"]


def _of_participle(scene: Scene, expression: Expression) -> bool:
    """«المركب المصنوع عام 1974»: the date of the participle before it, and of no verb."""
    first = expression.first
    before = [key for key in scene.keys[max(0, first - 2) : first] if key != "في"]
    if is_since(scene, expression) and any(key in context()["held"] for key in scene.keys[max(0, first - 4) : first]):
        return True  # «أطلق المخطوفين في بيروت منذ آب»
    place = first > 1 and scene.keys[first - 2] in particles()["preposition"]  # «إلى الموقع الأسبوع المقبل»
    return bool(before) and before[-1] in context()["participle"] and not place


def _of_rank(scene: Scene, expression: Expression) -> bool:
    """«، هي الثامنة منذ منتصف نيسان،»: the date of no verb, unless a clause tells what was then («…، حين أعدم»)."""
    behind = scene.keys[expression.last : expression.last + 2]
    return counts_since(scene, expression) and context()["when"].isdisjoint(behind)


def counts_since(scene: Scene, expression: Expression) -> bool:
    """Whether the expression tells since when something is counted or compared: «أكبر تخفيض منذ عام 2020»."""
    keys, words, at = scene.keys, context(), expression.first
    at -= keys[at] not in words["since"]
    if at <= 0 or keys[at] not in words["since"]:
        return False
    return keys[at - 1] in words["rank"] or _of_superlative(scene, at)


def _of_superlative(scene: Scene, since: int) -> bool:
    """«أكبر تخفيض منذ عام 2020», «أول لقاء حضوري منذ مارس»: over which time something is the greatest or the first."""
    ranks = context()["superlative"] | context()["rank"]
    for at in range(since - 1, max(since - 1 - _PHRASE, scene.sentence_start(since) - 1), -1):
        key = scene.keys[at]
        if not key[0].isalpha() or key in particles()["relative"]:
            return False
        if key in ranks or key[1:] in ranks:
            return True
    return False


def _in_other_words(scene: Scene, expression: Expression) -> bool:
    """«في 19 آب، أي قبل شهرين»: what was told already, less exactly."""
    return expression.first > 2 and scene.keys[expression.first - 1] in context()["that_is"]


def _of_noun(scene: Scene, expression: Expression) -> bool:
    """«أبرز عقول القرن العشرين»: an age behind a noun that is no event is the noun's."""
    first, keys = expression.first, scene.keys
    age = any(step.op == "years" for step in expression.time.steps) and keys[first].startswith(_ARTICLE)
    before = keys[first - 1] if age and first > scene.sentence_start(first) else ""
    dates = particles()["preposition"] | context()["edges"] | context()["part"]
    return age and before[:1].isalpha() and before not in dates and before not in nouns()


def _goes_back(scene: Scene, expression: Expression) -> bool:
    """«لوحة تعود إلى عام 1904 سرقت …»: how old something is."""
    before = scene.keys[max(0, expression.first - 2) : expression.first]
    return len(before) == 2 and before[1] in _INTO and before[0].removeprefix(_WAW) in context()["goes_back"]


def _is_object(scene: Scene, expression: Expression) -> bool:
    """«يرتبط بشهر رمضان», «احتفل بعام 2020»: what the verb is about, not when."""
    word, first = scene.words[expression.first], expression.first
    glued = word.start < expression.time.start and scene.text[word.start] == _BAA
    return glued and scene.keys[first].removeprefix(_BAA) in context()["units"]


def _of_a_life(scene: Scene, expression: Expression) -> bool:
    """«سلامة موسى (1887 - 1958)», «أسرة مينغ 1368 - 1644»: when somebody lived or reigned."""
    first, last, keys = expression.first, expression.last, scene.keys
    if first and keys[first - 1] in _DASHES and keys[max(0, first - 2)].isdigit():
        return True
    inside = range(max(0, first - 1), min(last + 1, len(keys)))
    bracket = any(keys[at] == "(" for at in inside) and any(keys[at] == ")" for at in inside)
    spans = not _DASHES.isdisjoint(keys[first:last])
    return bracket and spans and expression.time.earliest != expression.time.latest


def _of_dateline(scene: Scene, expression: Expression) -> bool:
    """«نيودلهي 24 أغسطس 2023 / …»: the day of the report, not of what it tells."""
    start, last = scene.sentence_start(expression.first), expression.last
    placed = start in scene.mention_at and scene.mention_end[start] <= expression.first
    near = expression.first - start <= _DATELINE
    return placed and near and last < len(scene.keys) and scene.keys[last] in _DATELINE_ENDS


def _compared(scene: Scene, clauses: Clauses, expression: Expression) -> bool:
    """«تراجع الإنتاج إلى 600 ألف مقارنة مع مليون في شباط»: the time of what something is compared with."""
    start = clauses.ranges[clauses.clause_of[expression.first]][0]
    return any(key in context()["compared"] for key in scene.keys[start : expression.first])
