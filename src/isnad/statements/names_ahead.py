"""Whether a description of somebody goes on to a name: over nouns, behind a comma, at the end of an aside."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotation import Mention
from isnad.statements.lexicon import particles, roles
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import addresses, is_adjunct
from isnad.statements.word_shapes import bare, binds

_ARTICLE, _LAM, _WAW = "\u0627\u0644", "\u0644", "\u0648"
_QUOTES = frozenset("«“”") | {'"'}
_COMMAS, _WHO = frozenset("،,؛"), ("وهو", "وهي")
_NISBA = ("\u064a", "\u064a\u0647")
_OFFICIAL = frozenset(("رسمي", "رسميه", "حكومي", "حكوميه"))
_ASIDE, _NOUNS, _AHEAD, _TITLE = 8, 4, 4, 9  # words of each stretch


def binds_marked(scene: Scene, at: int, stop: int) -> bool:
    """«المدير التنفيذي لحاضنة «يوكاس» فلان»: what an office is of, by a noun that no list knows before marks."""
    marked = scene.keys[at].startswith(_LAM) and (*scene.keys[at + 1 : at + 2], "")[0] in _QUOTES
    leads = marked and at not in scene.mention_at and not addresses(scene, at)
    return leads and person_within(scene, at + 1, min(at + 7, stop))


def person_within(scene: Scene, first: int, stop: int) -> bool:
    """Whether somebody is named in the words, and no adjunct begins right there."""
    people = (scene.mention_at[at].type == "person" for at in range(first, stop) if at in scene.mention_at)
    return first < stop and any(people) and not is_adjunct(scene.keys[first])


def passes_mark(scene: Scene, at: int, stop: int, *, described: bool, strict: bool) -> bool:
    """Whether a phrase goes on over a mark, or a number: «رئيس لجنة 1922 فلان»."""
    if scene.keys[at].isdigit():
        return described and person_within(scene, at + 1, min(at + 4, stop))
    return scene.keys[at] in _QUOTES | {"»"} or (scene.keys[at] in "()" and not strict)


def past_described(scene: Scene, at: int, stop: int) -> int:
    """Past what tells of a body behind its name: «أعلنت أرامكو السعودية», «ذكرت وكالة واس الرسمية»."""
    told = roles().nationality | roles().adjective | _OFFICIAL
    while (
        at < stop
        and scene.keys[at].startswith(_ARTICLE)
        and bare(scene.keys[at]) in told
        and at not in scene.mention_at
    ):
        at += 1
    return at


def past_gathering(scene: Scene, at: int, stop: int) -> int:
    """Past «المؤتمر», «القمة العربية», which speak by themselves, else `stop`."""
    if at >= stop or not scene.keys[at].startswith(_ARTICLE) or bare(scene.keys[at]) not in particles()["gathering"]:
        return stop
    at += 1
    while at < stop and scene.keys[at].startswith(_ARTICLE) and bare(scene.keys[at]).endswith(_NISBA):
        at += 1
    return at


def past_joined(scene: Scene, at: int, stop: int) -> int:
    """Past the other people of «رفض فلان وفلان الرد»."""
    while at < stop and (name := scene.mention_at.get(at)) is not None and name.type == "person":
        if name.start != scene.words[at].start + 1 or not scene.keys[at].startswith(_WAW):
            break
        at = scene.mention_end[at]
    return at


def joins_office(scene: Scene, at: int, stop: int) -> bool:
    """«وزير التربية ووزير التعليم العالي فلان»: a second office of the same person, who is named behind it."""
    plain = bare(scene.keys[at])
    offices = roles().office | roles().source
    second = plain not in roles().heads and plain.startswith(_WAW) and plain.removeprefix(_WAW) in offices
    return second and person_within(scene, at + 1, min(at + _TITLE + 1, stop))


def names_another(scene: Scene, at: int, stop: int, *, titled: bool = False) -> bool:
    """«المتحدث باسم الرئيس فلان، فلان، إن»: whether past one person another is named, at once or behind a comma.

    titled: whether also behind a title."""
    ahead = range(at, min(at + _AHEAD, stop))
    commas = any(scene.keys[word] in _COMMAS for word in ahead)
    names = [scene.mention_at[word] for word in ahead if word in scene.mention_at]
    beside = scene.starts[at] if at < len(scene.starts) else -1
    titled = titled and at < stop and bare(scene.keys[at]) in roles().office  # «حليف فلان زعيم الحزب فلان»
    return any(name.type == "person" for name in names) and (commas or titled or names[0].start == beside)


def office_behind(scene: Scene, at: int, stop: int) -> frozenset[str]:
    """«الطيار فلان وزير الطيران», «فلان، وزير الطيران،»: the office right behind a name, or nothing."""
    at += at < stop and scene.keys[at] in _COMMAS
    office = bare(scene.keys[at]) if at < stop else ""
    return frozenset({office}) if office in roles().office and office == scene.keys[at] else frozenset()


def leads_to_name(scene: Scene, first: int, stop: int) -> bool:
    """«المعلق في البث المباشر فلان بأن»: whether nothing but nouns with the article leads to a person."""
    at = first
    while at < min(first + _NOUNS, stop) and scene.keys[at].startswith(_ARTICLE):
        at += 1
    mention = scene.mention_at.get(at)
    return at > first and mention is not None and mention.type == "person"


def office_goes_on(scene: Scene, first: int, stop: int) -> bool:
    """«الممثل الأعلى للأمن والسياسة الخارجية فلان»: whether what an office is for, by nouns with the article, leads
    to a person."""
    if not scene.keys[first].startswith(_LAM * 2) or addresses(scene, first):
        return False
    for at in range(first + 1, min(first + _TITLE, stop)):
        mention = scene.mention_at.get(at)
        if mention is not None:
            return mention.type == "person"
        if not scene.keys[at].startswith((_ARTICLE, _WAW + _ARTICLE, _LAM * 2)):
            return False
    return False


def name_of_aside(scene: Scene, first: int, stop: int) -> int:
    """«مخرجة الفيلم، البريطانية من أصل مصري فلانة، إن»: the name at the end of an aside, or -1."""
    if first >= stop or bare(scene.keys[first]) not in roles().nationality:
        return -1
    for at in range(first + 1, min(first + _ASIDE, stop)):
        mention = scene.mention_at.get(at)
        if mention is not None and (mention.type == "person" or scene.mention_end[at] > at + 1):
            return at
    return -1


def aside_end(scene: Scene, first: int, stop: int) -> int:
    """«مديرها التنفيذي، ورجل الأعمال المعروف، فلان»: the comma behind a second description, or -1."""
    nouns = [key.startswith((_ARTICLE, _WAW)) for key in scene.keys[first : min(first + _ASIDE, stop)]]
    past = first + (nouns.index(False) if False in nouns else len(nouns))
    joined = past - first > 1 and bare(scene.keys[first].removeprefix(_WAW)) in roles().heads
    named = joined and scene.keys[past] in _COMMAS and person_within(scene, past + 1, min(past + 2, stop))
    return past if named else -1


def tells_who(scene: Scene, at: int) -> bool:
    """«المرشد أحمد، وهو طالب», «الطالب يوسف (9 سنوات)»: what stands behind a name shows that it was one."""
    key = scene.keys[at] if at < len(scene.keys) else "."
    return key in _WHO or key.isdigit()


def second_office(scene: Scene, comma: int, stop: int) -> bool:
    """«رئيس الشركة، وزير الدولة لشؤون الطاقة فلان»: whether an office behind the comma leads on to a name."""
    if comma + 1 >= stop or bare(scene.keys[comma + 1]) not in roles().office:
        return False
    for at in range(comma + 2, min(comma + _TITLE, stop)):
        mention = scene.mention_at.get(at)
        if mention is not None and mention.type == "person":
            return True
        if scene.keys[at] in _COMMAS:
            return False
    return False


def bears_on(scene: Scene, mention: Mention, at: int, past: int, stop: int) -> bool:
    """«حاكم ولاية زامفارا في شمال غرب نيجيريا فلان»: a place between the office and the name of who holds it."""
    ahead = scene.mention_at.get(past)
    held = mention.type == "place" or binds(scene.keys[at - 1])  # «رئيس اللجنة لدى الحوثيين فلان»
    return held and ahead is not None and ahead.type == "person" and past < stop


def speaks_for(scene: Scene, person: Mention, heads: Sequence[str], head: int, stop: int) -> bool:
    """Whether the phrase may go on to name who speaks on the person's behalf, after a comma."""
    leads = 0 <= head < scene.word_at(person.start)  # but «فلان مساعد فلان»
    titled = bool(heads) and heads[0] not in roles().office
    another = names_another(scene, scene.word_from(person.end), stop, titled=titled)
    return leads and another and bool(set(heads[:-1] or heads) & roles().on_behalf)
