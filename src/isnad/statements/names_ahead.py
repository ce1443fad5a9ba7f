"""Whether a description of somebody goes on to a name: over nouns, behind a comma, at the end of an aside."""

from __future__ import annotations

from isnad.statements.lexicon import roles
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import bare

_ARTICLE = "\u0627\u0644"
_COMMAS = frozenset("،,؛")
_ASIDE, _NOUNS, _AHEAD, _TITLE = 8, 4, 4, 9  # words of each stretch


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


def name_of_aside(scene: Scene, first: int, stop: int) -> int:
    """«مخرجة الفيلم، البريطانية من أصل مصري فلانة، إن»: the name at the end of an aside, or -1."""
    if first >= stop or bare(scene.keys[first]) not in roles().nationality:
        return -1
    for at in range(first + 1, min(first + _ASIDE, stop)):
        mention = scene.mention_at.get(at)
        if mention is not None and (mention.type == "person" or scene.mention_end[at] > at + 1):
            return at
    return -1


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
