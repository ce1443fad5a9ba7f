"""Subjects that begin with a noun which no list of roles knows: a nationality in place of a name, any other noun."""

from __future__ import annotations

from dataclasses import replace

from isnad.annotation import Mention, Speaker
from isnad.statements.happenings import nouns
from isnad.statements.lexicon import particles, roles
from isnad.statements.names_ahead import tells_who
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.unlisted_names import (
    is_adjunct,
    may_be_named,
    may_be_of_name,
    name_end,
    names_deed,
    names_thing,
    other_end,
    stands_alone,
)
from isnad.statements.word_shapes import bare, is_adverbial, is_past_verb_of_saying

_ARTICLE, _LAM, _WAW, _ALEF = "\u0627\u0644", "\u0644", "\u0648", "\u0627"
_AFTER_NAME = frozenset('،,؛:()«»"“”')
_LONGEST = 7  # words of such a subject


def of_nation(scene: Scene, start: int, other: int) -> Subject | None:
    """«وقال الإسباني»: a nationality in place of a name."""
    key, alone = scene.keys[other], stands_alone(scene, other + 1)
    known = key.startswith(_ARTICLE) and bare(key) in roles().nationality
    back = Subject(speaker_of(scene, other, other + 1), "back", other + 1, frozenset({bare(key)}))
    return back if known and alone and other <= start + 1 else None


def unlisted(scene: Scene, start: int, other: int, stop: int, *, strict: bool) -> Subject | None:
    """A noun that no list knows; strictly read it must be definite, and followed by an indefinite one."""
    if other == start and scene.keys[other + 1 : other + 2] == ["،"] and tells_who(scene, other + 2):
        named_so = may_be_of_name(scene, other, other)  # «بحسب دعاء، وهي موظفة»
        return Subject(speaker_of(scene, other, other + 1), "person", other + 1) if named_so else None
    end = other_end(scene, other, stop)
    if other > start + 1 or end - other > _LONGEST or names_thing(scene, other):
        return None
    if names_deed(scene.keys[other]) if strict else _is_owned_deed(scene, other):
        return None
    if strict:
        end = other
        while end < stop and scene.keys[end].startswith(_ARTICLE):
            end += 1
        past = end  # «طلب الرحيل مجددا من …»: an adverb is no object
        while past < stop and (is_adverbial(scene.keys[past]) or scene.keys[past] in particles()["adverb"]):
            past += 1
        following = scene.keys[past] if past < len(scene.keys) else "."
        told = following.startswith(_WAW) and is_past_verb_of_saying(following)  # «انتقد الاتفاق واعتبر أنه»
        if end == other or not following[0].isalpha() or is_adjunct(following) or told:
            return None
    return Subject(speaker_of(scene, other, end), "other", end)


def _is_owned_deed(scene: Scene, at: int) -> bool:
    """«وأعلن دخوله في طاعته»: what somebody did does not speak."""
    form = nouns().get(scene.keys[at])
    return form is not None and form.bound


def name_behind(scene: Scene, first: int, stop: int, *, owned: bool) -> tuple[int, int]:
    """A name that nobody recognised behind an office, over «للجميع» in «عضو الاتحاد للرياضة للجميع فلانة»."""
    while first < stop and scene.keys[first].startswith(_LAM * 2):
        first += 1
    return first, unlisted_name(scene, first, stop, owned=owned)


def unlisted_name(scene: Scene, first: int, stop: int, *, owned: bool) -> int:
    """Just past a name that nobody recognised behind an office, or -1. owned: the office has a pronoun («مديرها»)."""
    at = name_end(scene, first, stop)
    following = scene.keys[at] if at < len(scene.keys) else "."
    ends = at >= stop or following in _AFTER_NAME | particles()["day"] | roles().medium or is_adjunct(following)
    alone = owned and following == ":"
    alone = alone or (following in _AFTER_NAME and tells_who(scene, at + 1))
    if at - first < (1 if alone else 2) or not (ends or following.startswith((_LAM, _ARTICLE))):
        return -1
    return at


def whole_name(scene: Scene, person: Mention, end: int, stop: int, *, strict: bool) -> Speaker:
    """The person with the rest of a name of which only the first word was recognised («مروان الهمص»)."""
    first = scene.word_at(person.start)
    at = last = scene.mention_end.get(first, first + 1)
    if strict or last - first > 1 or last != end:
        return named(person)
    while at < min(stop, last + 2) and may_be_named(scene, at):
        if not (scene.keys[at].startswith(_ARTICLE) or may_be_of_name(scene, at, -1)) or names_deed(scene.keys[at]):
            break
        at += 1
    closed = at < len(scene.keys) and (at == stop or scene.keys[at] in _AFTER_NAME)
    return replace(speaker_of(scene, first, at), entity=person.entity) if closed and at > last else named(person)


def speaker_of(scene: Scene, first: int, past: int, *, glued: bool = False) -> Speaker:
    """Who speaks in the words first..past (exclusive). glued: «ل» may stand before the first («بالنسبة لخبراء»)."""
    word = scene.words[first].text
    start, end = scene.span(first, past - 1)
    if glued and word.startswith(_LAM * 2):
        return Speaker(start, end, _ALEF + scene.text[start + 1 : end])  # «وفقا للبنك» names «البنك»
    clip = glued and word.startswith(_LAM)
    return Speaker(start + clip, end, scene.text[start + clip : end])
