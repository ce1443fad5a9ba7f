"""Which events of one sentence happened together, so that the date of one is the date of the other."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.triggers import Report

_COMMAS = frozenset("،,")
_ARTICLE = "\u0627\u0644"
_BAA = "\u0628"
_MARKS = frozenset('«»"“”')
_AFTER_THAT = frozenset(("بعدما", "وبعدما"))
_HARM = frozenset(("attack", "disaster"))
_PHRASE = 8  # words of a noun's phrase before the clause about it
_FAR = 40  # words over which one event may be told to go with another


def goes_together(scene: Scene, clauses: Clauses, first: Report, second: Report) -> bool:
    """Whether the sentence puts the first event at the time of the second, which follows it.

    «قتل … في غارة … أمس», «أقر القرار في جلسة عقدها السبت», «اندلعت الحرب حين سيطر … في أيلول».
    """
    if second.at - first.at > _FAR:
        return False
    link = _link(scene, clauses, second, led_to(scene, first, second))
    if link <= first.at:
        return False
    between = scene.keys[first.at + 1 : link]
    if second.kind == "noun" and any(key in particles()["relative"] for key in between):
        return False  # «خلال تشييع القائد الذي قتل في هجوم …»
    return not any(key in context()["apart"] or key in particles()["that"] for key in between)


def describes(scene: Scene, clauses: Clauses, noun: Report, verb: Report) -> bool:
    """«انفجار المرفأ الذي وقع قبل ذلك بثلاثة أيام», «الغارات التي استهدفت …»: the clause tells when the noun was."""
    start = clauses.ranges[clauses.clause_of[verb.at]][0]
    relative = scene.keys[start] in particles()["relative"]
    bare = not relative and not noun.definite and start <= noun.at and verb.at - noun.at <= 3  # «غارات استهدفت …»
    between = scene.keys[noun.at + 1 : start if relative else verb.at]
    near = bare or (relative and verb.at - start <= 2)
    if noun.kind != "noun" or verb.kind != "verb" or not near or len(between) > _PHRASE:
        return False
    words = [key for key in between if key not in _MARKS]
    if any(not key[0].isalnum() or key in nouns() or key in particles()["preposition"] for key in words):
        return False
    harms = verb.entry.event_class in _HARM or lemma_of(verb.entry) in context()["harms"]
    harm = noun.entry.event_class in _HARM and harms
    return harm or lemma_of(verb.entry) in context()["occurs"]


def led_to(scene: Scene, first: Report, second: Report) -> frozenset[str]:
    """By which words the second event is what the first happened through, in the same hour."""
    lemma, words = lemma_of(first.entry), context()
    if lemma in words["at_once"] and second.entry.event_class in ("disaster", "attack", "start"):
        return words["cause"]
    won = lemma in words["won"] and second.entry.event_class == "sport"
    return words["cause"] | words["after"] if won else frozenset()


def _link(scene: Scene, clauses: Clauses, second: Report, also: frozenset[str]) -> int:
    """The word by which the second event is said to be at the same time as what stands before it, or -1."""
    keys, at = scene.keys, second.at
    if second.kind == "verb":
        start = clauses.ranges[clauses.clause_of[at]][0]
        if keys[start] in particles()["relative"]:
            return _antecedent(keys, start)
        if keys[start] in _AFTER_THAT and not also.isdisjoint(context()["after"]):
            return start  # «توج باللقب بعدما تعادل ملاحقه مساء الاثنين»
        if keys[start] in context()["when"] and at - start <= 6:
            return -1 if keys[start - 1] in ("في", "وفي") else start  # «في حين» sets against, «حين» together
        # An indefinite noun right before the verb is what the clause tells about: «في جلسة عقدها», «في حفل أقيم».
        noun = nouns().get(keys[at - 1])
        if noun.definite if noun is not None else not _may_be_told(scene, at - 1):
            return -1
        at -= 1
        described = keys[at - 1] not in context()["together"] and keys[at].endswith("\u064a\u0647")
        at -= described and keys[at - 2] in context()["together"]  # «في ندوة صحفية عقدها السبت»
    at -= keys[at - 1] in context()["collective"] and second.kind == "verb"
    if keys[at - 1] in context()["together"] | also:
        return at - 1
    return at if keys[at].startswith(_BAA) and second.kind == "noun" and keys[at] in nouns() else -1


def _may_be_told(scene: Scene, at: int) -> bool:
    key = scene.keys[at]
    return key[0].isalpha() and not (scene.is_name(at) or key.startswith(_ARTICLE) or key in context()["when"])


def _antecedent(keys: Sequence[str], relative: int) -> int:
    """«أصيب في الهجوم، الذي وقع …»: the preposition before the event that the clause is about, or -1."""
    at = relative - 1 if keys[relative - 1] not in _COMMAS else relative - 2
    if (
        at > 1
        and not _may_be_antecedent(keys[at])
        and keys[at].startswith(_ARTICLE)
        and keys[at - 1].startswith(_ARTICLE)
    ):
        at -= 1  # «في المباراة النهائية التي أقيمت …»
    if at > 1 and keys[at] in nouns() and _may_be_antecedent(keys[at - 1]):
        at -= 1  # «في جولة الإعادة التي جرت …»
    near = at > 0 and _may_be_antecedent(keys[at]) and keys[at - 1] in context()["together"]
    return at - 1 if near else -1


def _may_be_antecedent(key: str) -> bool:
    return key in nouns() or key in context()["occasion"]
