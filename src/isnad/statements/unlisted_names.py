"""Which words may belong to a person's name that nobody recognised, and words that look like others and are names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from isnad.annotation import Mention, Speaker
from isnad.statements.happenings import context, nouns, verbs
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject
from isnad.statements.word_shapes import (
    bare,
    is_adverbial,
    is_owned,
    is_verb_of_saying,
    is_verbal_noun,
    nominative,
    unglued,
)

_ARTICLE = "\u0627\u0644"
_LAM, _MEEM, _WAW = "\u0644", "\u0645", "\u0648"
_PLURAL = ("\u0627\u062a", "\u0648\u0646", "\u064a\u0646")
_NISBA = ("\u064a", "\u064a\u0647")
_BAA, _HOW = (
    "\u0628",
    ("بصوت", "بلهجة", "بنبرة", "بلغة", "باللغة", "بالعربية", "بالفرنسية", "بالإنكليزية", "بالإنجليزية"),
)
_OF_NAMES = ("\u0643", "\u0628")
_OWNERS, _OWNED = ("\u0647", "\u0647\u0627", "\u0647\u0645"), 5  # «لأنصاره», and the letters that it has at least
_THINGS = ("ته", "تها", "تهم")
_THING = "\u0629"
_COMMAS = frozenset("،,؛")
_OWN = 6  # words from «طلب» to «اسمه»
_MARKED = 3  # words of a name in marks that speaks, with the first mark
_GOD = "\u0644\u0644\u0647"
_NAME = 5  # words of the longest name that is read without being recognised
_ALI, _ON, _TO = "\u0639\u0644\u064a", "\u0639\u0644\u0649", "\u0625\u0644\u0649"
_WALI = "\u0648\u0627\u0644\u064a"
_SON = "\u0628\u0646"
_KI = "\u0643\u064a"
_BAN, _THAT = "\u0628\u0627\u0646", ("\u0628\u0623\u0646", " \u0623\u0646 ")


def is_adjunct(key: str) -> bool:
    """Whether the word opens an adjunct, also with a conjunction («وفي باريس»)."""
    lists = particles()
    plain = key[1:] if key[:1] == _WAW and len(key) > 2 else key
    return any(one in lists["preposition"] or one in lists["hard_adjunct"] for one in (key, plain))


def addresses(scene: Scene, at: int) -> bool:
    """«قال أورسوا للرئيس فلان», «وصرح لقناة «الأولى»», «وقال لأنصاره»: who is spoken to."""
    key = scene.keys[at]
    if key.startswith(_LAM * 2):
        return bare(unglued(key)) in roles().office | roles().medium
    if not key.startswith(_LAM):
        return False
    owned = _raw(scene, at).endswith(_OWNERS) and len(key) >= _OWNED
    press = key[1:] in roles().medium | particles()["press"]
    crowd = key[1:] in context()["amount"]  # «وقال لآلاف من أنصاره: …»
    return owned or press or crowd or nominative(key[1:]) in roles().source


def is_governed(scene: Scene, at: int, mention: Mention, *, first: bool) -> bool:
    """Whether a preposition is glued to the name in word `at` («لرويترز»). first: whether it opens a phrase, where a
    letter that looks like one belongs to a person's name («قال كيجي»)."""
    word = scene.words[at]
    prefix = word.text[: mention.start - word.start]
    if first and mention.type in ("person", "organization") and prefix in _OF_NAMES:
        return False
    return prefix.lstrip(_WAW) != "" or (word.text.startswith(_LAM * 2) and mention.text.startswith(_LAM * 2))


def is_other_body(scene: Scene, at: int, heads: Sequence[str]) -> bool:
    """«حملت المعارضة الحكومة المسؤولية»: of two bodies with the article side by side only the first speaks."""
    both = scene.keys[at - 1].startswith(_ARTICLE) and scene.keys[at].startswith(_ARTICLE)
    return both and bool(heads) and {bare(scene.keys[at]), heads[-1]} <= roles().body


def in_marks(scene: Scene, start: int, stop: int) -> Subject | None:
    """«دعت «سلام» الحكومة إلى …»: a word or two in marks right behind the verb, and something told of them."""
    pair = scene.within[start + 1] if start + 2 < stop else -1
    if pair < 0 or scene.pairs[pair].open != start or scene.pairs[pair].close - start > _MARKED:
        return None
    past = scene.pairs[pair].close + 1
    if past >= stop or not scene.keys[past][0].isalpha() or start + 1 in scene.mention_at:
        return None
    whole = scene.span(start + 1, past - 2)
    return Subject(Speaker(whole.start, whole.end, scene.text[whole.start : whole.end]), "organization", past)


def speaks_of(scene: Scene, head: int, heads: Sequence[str], person: Mention) -> bool:
    """«قالت زوجة فلان», «قال مكتب فلان»: whether the noun right before the name is not its bearer's."""
    at = scene.word_at(person.start) - 1
    kin = roles().kin | roles().body - roles().office
    return at >= head >= 0 and heads[-1:] == [scene.keys[at]] and scene.keys[at] in kin


def past_addressed(scene: Scene, at: int, stop: int) -> int:
    """Past «لـ«الرأي»» in «أكد لـ«الرأي» مصدر أن …», or -1 where no marks stand behind «لـ»."""
    marked = scene.within[at + 2] if at + 2 < stop else -1
    return scene.pairs[marked].close + 1 if marked >= 0 and scene.pairs[marked].open == at + 1 else -1


def is_time(scene: Scene, at: int, past: int) -> bool:
    """A day that was taken for a name, but no «صباح» without its day («وقالت صباح إن …»)."""
    days = particles()["day"]
    following = scene.keys[past] if past < len(scene.keys) else "."
    of_day = past - at > 1 or scene.keys[at].startswith(_ARTICLE) or following in days or following.startswith(_ARTICLE)
    return of_day and all(key in days or key.removeprefix(_WAW) in days for key in scene.keys[at:past])


def is_whereabouts(scene: Scene, at: int, mention: Mention) -> bool:
    """«قالت القوى بقطاع غزة»: a place behind a noun with «ب»."""
    return mention.type == "place" and scene.keys[at - 1].startswith(_BAA)


def is_ali(scene: Scene, at: int) -> bool:
    """«علي» in a text that writes «على» and «إلى» with their own last letter is the name, and «والي» a governor."""
    return _raw(scene, at) in (_ALI, _WALI) and _writes(scene.text, (_ON, _TO))


def is_owner(scene: Scene, at: int) -> bool:
    """«متحدثه»: somebody's speaker, and no participle with the ending «ة»."""
    return scene.keys[at].endswith(_OWNERS[0]) and _raw(scene, at).endswith(_OWNERS[0]) and is_owned(scene.keys[at])


def is_that(scene: Scene, at: int) -> bool:
    """Whether the word opens what is said; «بان» in a text that writes «بأن» is a name («بان كي مون»)."""
    lists = particles()
    if scene.keys[at] not in lists["that"] and scene.keys[at] not in lists["that_pronoun"]:
        return False
    return not (_raw(scene, at) == _BAN and _writes(scene.text, _THAT))


def names_ban(scene: Scene, at: int) -> bool:
    """Whether «بان» begins a name («بان كي مون»)."""
    return scene.keys[at] == _BAN and not is_that(scene, at)


def names_deed(key: str) -> bool:
    """«اقتراح», «رفضه», «الرحيل»: a noun of what is done or said, which neither speaks nor describes who does."""
    plain = bare(key)
    if plain in roles().heads or key in roles().heads:
        return False
    noun = any(form.kind == "noun" for form in saying().get(plain, ()))
    return noun or (key != plain and key in saying()) or plain in nouns() or is_verbal_noun(plain)


def asked_to_be_unnamed(scene: Scene, at: int) -> bool:
    """«قال مصدر طلب عدم كشف هويته إن …»: the verb of a source that remains unnamed ends its description."""
    lists = particles()
    return scene.keys[at] in lists["asked_for_itself"] and not lists["own_name"].isdisjoint(scene.keys[at : at + _OWN])


def name_between_commas(scene: Scene, first: int, stop: int) -> int:
    """Just past a name that nobody recognised, where a comma closes it, or -1."""
    at = name_end(scene, first, stop, apart=True)
    closed = at < len(scene.keys) and scene.keys[at] in _COMMAS
    return at if closed and at - first >= 2 and scene.keys[first] not in verbs() else -1


def names_thing(scene: Scene, at: int) -> bool:
    """An adverb, or somebody's thing («نشر روايته …»), which says nothing."""
    return (
        scene.keys[at] in particles()["his_words"]
        or scene.keys[at] in particles()["whats"] | particles()["never_speak"]
        or is_adverbial(scene.keys[at])
        or _raw(scene, at).endswith(_THINGS)
    )


def may_be_named(scene: Scene, at: int) -> bool:
    """Whether the word may be a name behind «يدعى» or an office."""
    key = scene.keys[at]
    if not key[0].isalpha() or key == _LAM or is_verb_of_saying(key) or key in particles()["relative"]:
        return False
    to_somebody = key.startswith(_LAM) and bare(unglued(key)) in roles().body
    return not to_somebody and (is_ali(scene, at) or not is_adjunct(key))


def stands_alone(scene: Scene, after: int) -> bool:
    """«وقال الإسباني إن», «وقال الإسباني بعد المباراة», but not «وقال السويسري فلان»; after: the word behind it."""
    key, lists = (*scene.keys[after : after + 1], ".")[0], particles()
    glued = key[:1] in (_BAA, _LAM) and after not in scene.mention_at
    ends = is_adjunct(key) or key in lists["that"] | lists["adverb"] | lists["that_pronoun"] | lists["day"]
    return not key[0].isalpha() or ends or glued


def tells_how(scene: Scene, at: int) -> bool:
    """«وأضافت بصوت خافت», «وقال بلغته الأم»: how, and no part of who."""
    key, lists = scene.keys[at], particles()
    if not key.startswith(_BAA) or at in scene.mention_at or key in lists["adverb"] | lists["preposition"]:
        return False
    return key in _HOW or (key.endswith(_OWNERS) and len(key) > _OWNED and not is_owned(key))


def name_end(scene: Scene, first: int, stop: int, *, apart: bool = False) -> int:
    """Just past the words from `first` on that may be a name which nobody recognised. apart: commas set it off, so
    that a last word like «العلي» is no adjective."""
    at = first
    while at < stop and at - first < _NAME and may_be_named(scene, at):
        surname = at == first + 1 and scene.keys[at].startswith(_ARTICLE) and (apart or _is_surname(scene, at))
        if not surname and not may_be_of_name(scene, at, first):
            break
        at = scene.mention_end.get(at, at + 1)
    return at


def _is_surname(scene: Scene, at: int) -> bool:
    """«أضواء العريفي»: a word with the article behind one without that no list knows, and no nation or day."""
    key, known = scene.keys[at], roles()
    common = known.nationality | known.former | known.heads | known.adjective
    return key.endswith(_NISBA[0]) and bare(key) not in common and key not in particles()["day"]


def may_be_of_name(scene: Scene, at: int, first: int) -> bool:
    """Whether the word may be part of a name that begins with word `first`: none that a list knows, and none that
    tells how."""
    key, known = scene.keys[at], roles()
    if _is_owned_thing(_raw(scene, at)) if at > first else _is_for_thing(_raw(scene, at)):
        return False
    if at in scene.mention_at:
        return at > first and (scene.mention_at[at].type == "person" or key == _SON)  # «كمال بن أحمد»
    if key.startswith(_ARTICLE):
        common = bare(key) in known.heads or key.endswith(_PLURAL)
        return at > first and key not in particles()["day"] and not key.endswith(_NISBA) and not common
    tells_how = is_adverbial(key) and (key.startswith(_MEEM) or key in saying())
    if (key[0] == _WAW and at == first) or tells_how:
        return False
    if is_ali(scene, at) or (at > first and key == _KI and names_ban(scene, at - 1)):
        return True
    if key == _BAN:
        return not is_that(scene, at)
    return not any(key in words for words in particles().values()) and key not in known.heads | known.setting


def _is_for_thing(raw: str) -> bool:
    """«الملتقى الدولي لشجرة الأركان»: no name begins with «ل» and ends in «ة»."""
    return raw.startswith(_LAM) and raw.endswith(_THING)


def _is_owned_thing(raw: str) -> bool:
    """«موقف موكله»: a word with a pronoun, which no name has at its end but those with «الله»."""
    return len(raw) >= _OWNED and raw.endswith(_OWNERS[:2]) and not raw.endswith(_GOD)


def issuer(scene: Scene, first: int, stop: int) -> Mention | None:
    """«بيان صادر عن وزارة الدفاع»: the body right behind «عن»."""
    for at in range(first, min(first + 2, stop - 1)):
        if scene.keys[at] == "عن":
            return scene.mention_at.get(at + 1)
    return None


def other_end(scene: Scene, first: int, stop: int) -> int:
    """Just past the words that may belong to a noun which no list knows."""
    lists, at = particles(), first
    while at < stop and at not in scene.mention_at:
        key = scene.keys[at]
        if (
            not key[0].isalpha()
            or (is_adjunct(key) and not is_ali(scene, at))
            or key in lists["day"]
            or key in lists["relative"]
            or (at > first and _is_owned_thing(_raw(scene, at)) and names_deed(key))
        ):
            break
        at += 1
    at -= at < stop and at in scene.mention_at and scene.keys[at - 1].startswith(_BAA)  # «القوى بقطاع غزة»
    return max(at, first + 1)


@lru_cache(maxsize=8)
def _writes(text: str, spellings: tuple[str, ...]) -> bool:
    """Whether one of the spellings stands in the text; asked for many words of the same text."""
    return any(spelling in text for spelling in spellings)


def _raw(scene: Scene, at: int) -> str:
    word = scene.words[at]
    return scene.text[word.start : word.end]
