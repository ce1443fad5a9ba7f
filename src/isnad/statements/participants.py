"""Who takes part in an event, and how: agent, patient, partner, opponent, recipient, where the syntax shows it.

Word order and prepositions decide, with the lists of data/participants.toml; nothing is guessed from what names mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from isnad.annotation import Mention, Role
from isnad.arabic.letters import fold_word
from isnad.statements.clauses import Clauses
from isnad.statements.happenings import context, lemma_of, nouns
from isnad.statements.lexicon import folded, particles, toml
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject
from isnad.statements.subjects import subject
from isnad.statements.triggers import Report
from isnad.statements.unlisted_names import is_adjunct

_ARTICLE, _LAM = "\u0627\u0644", "\u0644"
_GLUED = "\u0628\u0644\u0648\u0641"
_STOPS = frozenset('،,؛:.!؟?…»”"')
_LONGEST_NAME = 8  # words of a name that is looked for before a preposition
_WITHOUT = ("meeting", "movement")  # classes whose plain object is where one goes or whom one meets


@dataclass(frozen=True, slots=True)
class _Clause:
    scene: Scene
    report: Report
    first: int
    last: int


def roles(scene: Scene, clauses: Clauses, report: Report, names: Sequence[Mention]) -> dict[str, Role]:
    """By the id of an entity the role that it has in the event; those without a clear one are left out."""
    clause = _Clause(scene, report, *clauses.ranges[clauses.clause_of[report.at]])
    placed = _of_noun(clause) if report.kind == "noun" else _of_verb(clause)
    found: dict[str, Role] = {}
    for mention, role in (*placed, *_by_preposition(clause, names)):
        if mention.entity:
            found.setdefault(mention.entity, role)
    return found


def _of_verb(clause: _Clause) -> list[tuple[Mention, Role]]:
    """Subject and object around the verb, in either order of subject and verb."""
    before = _subject_before(clause)
    after = _phrase(clause, clause.report.at + 1)
    doer, thing = (before, after) if before is not None else (after, None)
    if doer is None or doer.mention is None:
        return []
    end = doer.end if before is None else clause.report.at + 1
    thing = _phrase(clause, end) if thing is None else thing
    if not _has_object(clause, end):
        return [(doer.mention, "patient" if _undergoes(clause.report) else "agent")]
    made: list[tuple[Mention, Role]] = [(doer.mention, "agent")]
    if thing is not None and thing.mention is not None and thing.mention != doer.mention:
        made += _object(clause.report, thing.mention)
    return made


def _object(report: Report, mention: Mention) -> list[tuple[Mention, Role]]:
    if report.entry.event_class == "meeting" and mention.type == "person":
        return [(mention, "partner")]
    where = report.entry.event_class in _WITHOUT or mention.type == "place"
    return [] if where else [(mention, "patient")]


def _undergoes(report: Report) -> bool:
    lists = _lists()
    return report.entry.event_class in lists["undergone"] and lemma_of(report.entry) not in lists["acts"]


def _has_object(clause: _Clause, at: int) -> bool:
    """Whether something plain follows: no preposition, no mark, no word of time, not the end of the clause."""
    if at >= clause.last:
        return False
    key, lists = clause.scene.keys[at], particles()
    plain = key[0].isalnum() and not is_adjunct(key) and key not in lists["day"] | lists["adverb"] | lists["relative"]
    return plain and not _glued(key) and key not in context()["year"]


def _glued(key: str) -> bool:
    """Whether a preposition or a conjunction is glued to the word; a plain noun may look like it."""
    return (key[:1] in _GLUED and key[1:3] == _ARTICLE) or key[:2] == _LAM * 2 or key[1:] in nouns()


def _subject_before(clause: _Clause) -> Subject | None:
    """«الوزير فلان زار …», «وكان فلان قد أعلن …»: a subject right before the verb."""
    scene, at = clause.scene, clause.report.at
    end = at - (at > clause.first and scene.keys[at - 1] in ("قد", "وقد"))
    was = scene.keys[clause.first].removeprefix("و") in context()["was"]
    start = clause.first + (was or scene.keys[clause.first] in particles()["that"])
    found = subject(scene, start, end) if start < end else None
    if found is None or found.end != end or not _is_plain(scene, start, found):
        return None
    return found


def _phrase(clause: _Clause, start: int) -> Subject | None:
    """The noun phrase that begins in word `start`, when a name is its head and nothing stands between."""
    found = subject(clause.scene, start, clause.last, strict=True) if start < clause.last else None
    found = _with_name(clause.scene, start, found) if found is not None else None
    return found if found is not None and _is_plain(clause.scene, start, found) else None


def _with_name(scene: Scene, start: int, found: Subject) -> Subject:
    """«شركة فيسبوك», «تنظيم داعش»: the name that ends the phrase right behind its class word."""
    mention = scene.mention_at.get(start + 1)
    names = found.mention is None and mention is not None and scene.mention_end[start + 1] == found.end
    return replace(found, mention=mention) if names else found


def _is_plain(scene: Scene, start: int, found: Subject) -> bool:
    """Whether only nouns and adjectives lead to the name."""
    if found.mention is None:
        return False
    place = scene.word_at(found.mention.start)
    if scene.words[place].start < found.mention.start and place > start:
        return False
    between = scene.keys[start:place]
    return not any(key in _STOPS or is_adjunct(key) or key in particles()["that"] for key in between)


def _of_noun(clause: _Clause) -> list[tuple[Mention, Role]]:
    """The genitive behind a verbal noun: «اغتيال فلان» undergoes, «زيارة فلان» acts."""
    form = nouns().get(clause.scene.keys[clause.report.at])
    if form is None or form.definite:
        return []
    role: Role | None = "patient" if form.text in _lists()["noun_patient"] else None
    role = "agent" if form.text in _lists()["noun_agent"] else role
    found = _phrase(clause, clause.report.at + 1) if role is not None else None
    return [(found.mention, role)] if role is not None and found is not None and found.mention is not None else []


def _by_preposition(clause: _Clause, names: Sequence[Mention]) -> list[tuple[Mention, Role]]:
    """Names behind «مع», «ضد», «على يد», and behind the preposition that the verb asks for."""
    made: list[tuple[Mention, Role]] = []
    for mention in names:
        at = clause.scene.word_at(mention.start)
        role = _role_of(clause, at) if at > clause.report.at else None
        if role is not None and mention.type in ("person", "organization", "place"):
            made.append((mention, role))
    return made


def _role_of(clause: _Clause, at: int) -> Role | None:
    """By the nearest preposition before the name; titles may stand between."""
    keys = clause.scene.keys
    for word in range(at - 1, max(clause.report.at, at - 5), -1):
        if keys[word] in _STOPS or word in clause.scene.mention_at:
            return None
        if f"{keys[word - 1]} {keys[word]}" in _prepositions()["agent"] or keys[word] in _prepositions()["agent"]:
            return "agent"
        for role in ("partner", "opponent"):
            if keys[word] in _prepositions()[role]:
                return None if role == "opponent" and _tells_a_name(clause, word) else role
        if is_adjunct(keys[word]):
            return _asked_for(clause.report, keys[word])
    return None


def _tells_a_name(clause: _Clause, at: int) -> bool:
    """«ورجح المتحدث باسم التحالف الدولي ضد تنظيم «داعش»»: «ضد» says what the body before it is for, and no deed."""
    if clause.report.entry.event_class != "statement":
        return False
    scene, near = clause.scene, range(max(at - _LONGEST_NAME, 0), at)
    named = (scene.mention_at[word] for word in near if word in scene.mention_at and scene.mention_end[word] == at)
    return any(one.type == "organization" for one in named)


def _asked_for(report: Report, preposition: str) -> Role | None:
    for role, rule in _rules()["after"].items():
        if preposition in folded(rule["preposition"]) and lemma_of(report.entry) in folded(rule["of"]):
            return role  # type: ignore[no-any-return]
    return None


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, Any]:
    return toml("participants.toml")


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    rules = _rules()
    made = {name: folded(rules[name]) for name in ("acts", "noun_patient", "noun_agent")}
    return made | {"undergone": frozenset(rules["undergone"].split())}


@lru_cache(maxsize=1)
def _prepositions() -> Mapping[str, frozenset[str]]:
    rules = _rules()["preposition"]
    agent = frozenset(" ".join(map(fold_word, words.split())) for words in rules["agent_before"])
    return {"partner": folded(rules["partner"]), "opponent": folded(rules["opponent"]), "agent": agent}
