"""Where a word spelt like a noun is a verb: behind a time, «أن», «كان» or a fronted adjunct, before a subject."""

from __future__ import annotations

from isnad.arabic.numbers import starts_number
from isnad.statements.happenings import context, nouns, verbs
from isnad.statements.lexicon import particles
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import is_past_verb_of_saying

_COMMAS = frozenset("،,؛:")
_HEADS = frozenset("؛:")  # after these a time opens a clause as it opens a sentence
_OPENING = frozenset('«"“')
_WAW = "\u0648"
_ARTICLE = "\u0627\u0644"
_SUBJECT = 3  # words of the longest subject behind «أن»
_REACH = 12  # words of the time that opens a clause


def after_was(scene: Scene, at: int, first: int) -> bool:
    """«وكان الوزير السابق أقر …»: the first verb behind «كان» and a short subject."""
    if not first < at - 1 <= first + 5 or not was(scene.keys[first]):
        return False
    between = scene.keys[first + 1 : at]
    return not any(key in verbs() or is_past_verb_of_saying(key) or _ends_subject(key) for key in between)


def _ends_subject(key: str) -> bool:
    return key in _COMMAS or key in particles()["preposition"]


def after_that(scene: Scene, at: int, first: int) -> bool:
    """«يذكر أن البلدين وقعا …»: the word right behind «أن» and a short subject with the article, or a name."""
    start = at
    while start - 1 > first and (scene.keys[start - 1].startswith(_ARTICLE) or scene.is_name(start - 1)):
        start -= 1
    return 0 < at - start <= _SUBJECT and start > first and scene.keys[start - 1] in particles()["that"]


def after_time(scene: Scene, at: int, first: int, dates: frozenset[int]) -> bool:
    """«وفي 12 تموز 2006 أسر مقاتلو الحزب …»: a verb between the time that opens the sentence and its subject."""
    behind = at - 1 - (scene.keys[at - 1] in _COMMAS)
    start = behind
    while start in dates:
        start -= 1
    opens = start <= first or scene.keys[start - 1] in _HEADS or _joins(scene, start)
    if behind not in dates or at - start > _REACH or not opens:
        return False
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    noun = following[:1].isalpha() and following not in particles()["preposition"] | particles()["relative"]
    return noun or at + 1 in scene.mention_at or _begins_amount(following) or following in _OPENING


def _joins(scene: Scene, start: int) -> bool:
    """«…، وبعد ذلك بأسابيع قتل ألماني»: «و» opens the clause, before the time or glued to its first word."""
    at = start if scene.keys[start] not in _COMMAS else start + 1
    return scene.keys[at].startswith(_WAW) and scene.keys[at - 1] in _COMMAS


def was(key: str) -> bool:
    """Whether the word is «كان» or one of its like, also with a conjunction."""
    return key.lstrip("وف") in context()["was"]


def heads_news(scene: Scene, at: int, first: int) -> bool:
    """«عمق ليفربول جراح ضيفه …»: at the head of a sentence, before the name of a body or a person."""
    mention = scene.mention_at.get(at + 1)
    return at == first and mention is not None and mention.type in ("organization", "person")


def _begins_amount(key: str) -> bool:
    """«قتل أكثر من …», «أصيب عشرات …», «قتل ثلاثة»."""
    return key[:1].isdigit() or starts_number(key) or key in context()["amount"]


def after_fronted(scene: Scene, at: int, first: int) -> bool:
    """«في خطوة مفاجئة، حل الرئيس البرلمان»: the first word past an adjunct that opens the sentence."""
    opening = scene.keys[first]
    if not any(key in particles()["preposition"] for key in (opening, opening[1:])):
        return False
    earlier = scene.keys[first : at - 1]
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    subject = following.startswith(_ARTICLE) or at + 1 in scene.mention_at or _begins_amount(following)
    return subject and not any(key in _COMMAS or key in particles()["that"] for key in earlier)


def before_subject(scene: Scene, at: int) -> bool:
    """«ولد سلفادور دالي», «ولد عام 1371», «وقتل ثلاثة»: a name, a number or a year follows."""
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else "."
    if following in context()["year"] or _begins_amount(following):
        return True
    mention = scene.mention_at.get(at + 1)
    return mention is not None and mention.type in ("person", "organization")


def after_subject(scene: Scene, at: int, first: int) -> bool:
    """«الجيش نشر قواته»: the word follows a name with which the sentence begins."""
    if first not in scene.mention_at and first + 1 not in scene.mention_at:
        return False
    ends = (scene.mention_end.get(first), scene.mention_end.get(first + 1))
    return at in ends


def never_noun(key: str) -> bool:
    """Whether the word can only be a verb of the past, behind which no other stands: «بدأت عملها», «سيطرت فرق …»."""
    return key not in nouns() and any(form.kind == "past" and form.gender == "f" for form in verbs().get(key, ()))


def tells_of_indefinite(scene: Scene, at: int, first: int) -> bool:
    """«بأمر ملكي صدر في …», «في اجتماع عقد أمس»: a passive behind the indefinite noun that it tells of."""
    before = scene.keys[at - 1] if at > first else ""
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    told = before[:1].isalpha() and not (before.startswith(_ARTICLE) or scene.is_name(at - 1) or before in _no_nouns())
    return told and scene.keys[at] in context()["of_indefinite"] and following in context()["time_follows"]


def _no_nouns() -> frozenset[str]:
    """The words that stand before a verb and are no nouns."""
    return particles()["preposition"] | particles()["relative"] | particles()["that"] | particles()["opens_clause"]
