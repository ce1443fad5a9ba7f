"""Who has spoken so far, and whom later words point back at: «المصدر», «الوزير», «وأضاف زعيم الحزب»."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from isnad.annotation import Mention, Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles, roles
from isnad.statements.salience import Topic, described, is_bare, last_topic, told_afresh
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.word_shapes import bare

if TYPE_CHECKING:
    from isnad.statements.voicing import Voice

_SOURCES = frozenset(("مصدر", "مصدران", "مصادر"))
_KNOWN, _PAPERS = 40, 6  # speakers back to one who is meant again, and to a paper
_BACK = 4  # speakers, or sentences, back to a body that a class word means


@dataclass(slots=True)
class Said:
    """Somebody who spoke, with what later words may point back by."""

    speaker: Speaker
    heads: frozenset[str]
    qualifiers: frozenset[str]
    gender: str
    plural: bool
    kind: str


@dataclass(slots=True)
class State:
    """What is remembered while a text is read.

    voice, nested: who spoke last in the sentence, and who in what he says. heard: the last sentence in which somebody
    spoke. silent: sentences without marks since then. titles: by office the names that bore it, with its attributes.
    topics, bodies: whom the sentences of the text name first.
    """

    said: list[Said] = field(default_factory=list)
    sentence: int = -1
    heard: int = -1
    silent: int = 0
    voice: Voice | None = None
    nested: Voice | None = None
    titles: dict[str, list[tuple[Mention, frozenset[str]]]] = field(default_factory=dict)
    titled: int = 0
    topics: list[Topic] = field(default_factory=list)
    bodies: list[Topic] = field(default_factory=list)


def goes_on_as(found: Subject, cue: Cue, state: State) -> bool:
    """«وأضاف زعيم الحزب»: a verb of going on, and an office in place of the name of the person who spoke before."""
    if fold_word(cue.lemma) not in particles()["going_on"] or found.kind != "source" or not state.said:
        return False
    last, office = state.said[-1], found.heads & roles().office
    return last.kind == "person" and bool(office) and found.definite and not (last.heads - found.heads)


def whom(found: Subject, cue: Cue, state: State) -> Speaker | None:
    """Somebody told of before whom a definite description means."""
    if found.kind == "back" and found.heads & roles().late:
        return described(found, cue.at, state.sentence, state.topics)
    known = pointed(found, state) if found.kind == "back" else _by_office(found, state)
    if known is not None:
        return known
    if fold_word(cue.lemma) not in particles()["going_on"]:
        afresh = told_afresh(found, cue.at, state.sentence, state.heard, state.topics)
        if afresh is not None:
            return afresh
    last = _last_speaker(found, state) if found.kind == "back" else None
    gender = cue.form.gender if cue.form else ""
    other = bool(gender and state.said and state.said[-1].gender not in ("", gender))
    if last is not None and not other:
        return last
    return described(found, cue.at, state.sentence, state.topics) or (
        last if not other or found.heads & roles().document else None
    )


def _by_office(found: Subject, state: State) -> Speaker | None:
    """«مدرب ليفربول» behind «مدرب ليفربول يورغن كلوب»: the whole description, as it stood before a name."""
    of = frozenset(bare(fold_word(word)) for word in found.speaker.text.split())
    if not found.definite or found.mention is not None or len(of & roles().office) > 1:
        return None
    for head in found.heads & roles().office:
        for mention, attributes in reversed(state.titles.get(head, ())):
            if len(of) > 1 and of - {head} <= attributes and not attributes & roles().office:
                return Speaker(mention.start, mention.end, mention.text, mention.entity)
    return None


def pointed(found: Subject, state: State) -> Speaker | None:
    """The earlier speaker, or the holder of the office, that a definite noun names again."""
    head = next(iter(found.heads))
    for one in reversed(state.said[-(_PAPERS if head in roles().document else _KNOWN) :]):
        if head in roles().body and one.kind == "person":
            continue  # «الهيئة» is not her chairman
        if head in one.heads and found.qualifiers <= one.qualifiers | found.heads:
            return one.speaker
    for mention, attributes in reversed(state.titles.get(head, ())):
        if found.qualifiers <= attributes:
            return Speaker(mention.start, mention.end, mention.text, mention.entity)
    return None


def _last_speaker(found: Subject, state: State) -> Speaker | None:
    """Whoever has spoken last, as far as a definite noun that was not heard before may mean him."""
    head = next(iter(found.heads))
    if head in roles().several and not (state.said and state.said[-1].plural):
        return None
    if head in roles().of_bodies and not found.qualifiers:
        return _body_meant(found, state)
    if not state.said or (found.qualifiers and not _fits_anyone(head, state.said[-1])):
        return None
    if head in roles().document:
        return next((one.speaker for one in reversed(state.said[-10:]) if _is_body(one)), None)
    if head in roles().body:
        return None
    last = state.said[-1]
    if last.heads & _SOURCES and head not in last.heads | roles().anyone | roles().document:
        return None  # «المتهم» is not the source that told of him
    if head in roles().office and last.heads & roles().office and head not in last.heads | roles().anyone:
        return None  # «المدرب» is not the chairman of the club
    return last.speaker if last.kind in ("person", "source", "back") else None


def _body_meant(found: Subject, state: State) -> Speaker | None:
    """«قالت أرامكو إن … وأضافت الشركة»: the body that spoke or acted last, where its name tells no class."""
    told = last_topic(state.bodies, found.end, state.sentence)
    spoke = next((one for one in reversed(state.said[-_BACK:]) if one.kind == "organization"), None)
    if told is not None and told.sentence > state.heard:
        return named(told.mention) if state.sentence - told.sentence <= _BACK else None
    return spoke.speaker if spoke is not None and is_bare(spoke.speaker.text) else None


def _fits_anyone(head: str, last: Said) -> bool:
    """«المسؤول الحكومي», «المدرب الإسباني»: more is told of whoever has just spoken under his name."""
    return last.kind == "person" and (head in roles().anyone or (not last.heads and head in roles().heads))


def _is_body(one: Said) -> bool:
    return one.kind == "organization" or bool(one.heads & roles().body)
