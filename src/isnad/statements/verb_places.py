"""Where a word spelt like a noun is a verb: behind a time, «أن», «كان» or a fronted adjunct, before a subject."""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.arabic.numbers import starts_number
from isnad.statements.happenings import VerbForm, context, nouns, verbs
from isnad.statements.lexicon import particles, roles
from isnad.statements.scene import Scene
from isnad.statements.word_shapes import is_past_verb_of_saying

_COMMAS = frozenset("،,؛:")
_HEADS = frozenset("؛:")  # after these a time opens a clause as it opens a sentence
_OPENING = frozenset('«"“')
_WAW = "\u0648"
_ARTICLE = "\u0627\u0644"
_SUBJECT = 3  # words of the longest subject behind «أن»
_REACH = 12  # words of the time that opens a clause
_ALEF = "\u0627"
_DUALS = ("\u0627\u0646", "\u064a\u0646", "\u0647\u0645\u0627")  # «الطرفان», «الطرفين», «هما»
_LONG = 4  # letters of a dual at least
_TAA, _YAA = "\u062a", "\u064a"
_THAT, _TO, _HAS = "ان", "الي", "فقد"
_PAST_THAT = frozenset(("بعد", "منذ", "الي", "ما", "وما", "حتي", "لولا", "قبل", "سبق", "وسبق", "وبعد", "ومنذ"))
_NEVER_VERBS = frozenset(("قبل", "بعد", "حول", "دون", "ضد", "نحو", "بين", "عند"))
_OWNERS = ("ها", "هم", "هما", "ه")
# A feminine past («…ت», not the plural «…ات»), or a derived stem without the long vowel of its noun.
_PAST_SHAPE = re.compile(r"(?:\w+[^\Wاوي]ت|است\w{2}[^\Wا]\w|ان\w[^\Wا]\w|ا\wت[^\Wا]\w)$")
_BEFORE_PRESENT = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "سوف", "وسوف"))


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


def agrees(scene: Scene, at: int, first: int, form: VerbForm) -> bool:
    """Whether a form may stand behind the word before: «لم تقدم حلا» is present, «تباعا» and «ودعما» no duals."""
    if _is_dual(scene.keys[at], form) and not _has_two(scene, at, first, form):
        return False
    return form.kind != "past" or not (_wants_present(scene, at, first) or _is_particle(scene, at))


def _wants_present(scene: Scene, at: int, first: int) -> bool:
    """Behind «لم», «لن», «سوف», and behind «أن» where no «بعد» and the like stands before it: «يمكن أن تقدمها»."""
    before = scene.keys[at - 1] if at > first else ""
    if before != _THAT or scene.keys[at][:1] not in (_TAA, _YAA):
        return before in _BEFORE_PRESENT
    return _PAST_THAT.isdisjoint(scene.keys[max(first, at - _SUBJECT - 1) : at - 1])  # «سبق للفريق أن توج»


def _is_particle(scene: Scene, at: int) -> bool:
    """«فقد زاد», «فقبل نهاية العام», «حولها»: a particle or a preposition that is spelt like a verb."""
    key, following = scene.keys[at], scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    if key == _HAS:
        return any(form.kind == "past" for form in verbs().get(following, ()))
    owned = next((key.removesuffix(end) for end in _OWNERS if key.endswith(end)), "")
    return key[1:] in _NEVER_VERBS or (owned in _NEVER_VERBS and following != _TO)


def _is_dual(key: str, form: VerbForm) -> bool:
    """A form of the past, or of the present without its ending, that is spelt like an adverbial accusative."""
    return (
        form.plural and key.endswith(_ALEF) and ((form.kind == "past" and form.gender == "m") or form.kind == "present")
    )


def _has_two(scene: Scene, at: int, first: int, form: VerbForm) -> bool:
    """Whether two are told of before a dual of the past, as behind its subject, or it goes on from what was said."""
    if scene.keys[at].endswith(_WAW + _ALEF):
        return True
    if at > first and starts_number(scene.keys[at - 1]):
        return False  # «عشرين رأسا»
    if form.joined and (at == first or scene.keys[at - 1] in _COMMAS):
        return True
    before = range(max(first, at - _REACH), at)
    if any(len(scene.keys[word]) >= _LONG and scene.keys[word].endswith(_DUALS) for word in before):
        return True
    if any(scene.keys[word - 1] in particles()["that"] and scene.keys[word].endswith(_YAA) for word in before[1:]):
        return True  # «إن صاروخي كاتيوشا سقطا»
    return sum(word in scene.mention_at for word in before) > 1


def looks_like_verb(scene: Scene, at: int, last: int) -> bool:
    """«واستهجنت الصحيفة …», «واقتحم الجنود …»: a past verb by its shape, heading a sentence before its subject."""
    key = scene.keys[at].removeprefix("و")
    following = scene.keys[at + 1] if at + 1 < last else ""
    begins_subject = at + 1 in scene.mention_at or following.startswith("ال") or following in roles().heads
    if not begins_subject or len(key) < 4 or key.startswith("ال") or key in known_words():
        return False
    return bool(_PAST_SHAPE.match(key))


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """The function words of all lists."""
    return frozenset().union(*particles().values())
