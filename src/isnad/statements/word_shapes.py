"""What a single folded word shows: glued prepositions and articles, adverbs by their ending, verbs of saying."""

from __future__ import annotations

import re

from isnad.statements.lexicon import particles, roles, saying

_VERBAL = re.compile("ا\\w{3,4}ا[^ء]|ت\\w\\wي\\w")
_ARTICLE = "\u0627\u0644"
_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627")
_THEIRS = ("\u0647\u0645", "\u0647\u0646", "\u0647\u0645\u0627")
_HAA, _TAA = "\u0647", "\u062a"
_ALEF, _LAM, _WAW, _BAA, _NOON, _YAA = "\u0627", "\u0644", "\u0648", "\u0628", "\u0646", "\u064a"


def bare(key: str) -> str:
    """A folded word without a glued «و» before the article, and without the article."""
    if key.startswith(_WAW + _ARTICLE) and key not in particles()["father"]:
        key = key[1:]
    return key[2:] if key.startswith(_ARTICLE) and len(key) > 3 else key


def nominative(key: str) -> str:
    """An indefinite noun for somebody who may speak without the ending of the accusative («أن مسؤولا»), bare."""
    plain = bare(key)
    if plain in particles()["whats"]:
        return plain
    if plain not in roles().heads and plain + _NOON in roles().heads:
        return plain + _NOON  # «ممثلو الحزب», «مسؤولي الوزارة»
    owned = _owned(plain)
    if owned:
        return owned
    stem = plain.removesuffix(_NOON).removesuffix(_YAA)
    if plain not in roles().heads and plain.endswith((_YAA, _YAA + _NOON)) and stem + _WAW + _NOON in roles().heads:
        return stem + _WAW + _NOON  # «لمراسلي الصحف», «المتظاهرين»
    stem = plain.removesuffix(_ALEF)
    return stem if plain not in roles().heads and stem in roles().heads and plain == key else plain


def _owned(plain: str) -> str:
    """The noun for somebody who may speak that stands with a pronoun: «ابنتها», «زميله», «محاميهم»; or nothing."""
    heads = roles().heads
    if plain in heads:
        return ""
    for ending in _PRONOUNS:
        stem = plain.removesuffix(ending) if plain.endswith(ending) else ""
        plural = stem[:-1] + _WAW + _NOON if stem.endswith((_WAW, _YAA)) else ""  # «منظموه», «لمحققيه»
        for noun in (stem, plural, stem[:-1] + _HAA if stem.endswith(_TAA) else ""):
            if len(noun) > 2 and noun in heads:
                return noun
    return ""


def is_verbal_noun(key: str) -> bool:
    """Whether the word has a shape of verbal nouns that few other nouns have: «الالتزام», «استئناف», «تأجيل»."""
    return _VERBAL.fullmatch(bare(key)) is not None


def is_owned(key: str) -> bool:
    """Whether the word is such a noun with a pronoun, and so definite."""
    plain = bare(key)
    return bool(_owned(plain)) or any(
        plain.endswith(one) and plain.removesuffix(one) in roles().heads for one in _THEIRS
    )


def is_setting(key: str) -> bool:
    """Whether the word is what one speaks in or at: «في بيان», «في تصريحاته»."""
    plain, setting = bare(key), roles().setting
    return plain in setting or any(plain.removesuffix(one) in setting for one in _PRONOUNS)


def unglued(key: str) -> str:
    """A folded word without the preposition «ل» («لمسؤولين», «للمتحدث»)."""
    if key.startswith(_LAM + _LAM):
        return _ARTICLE + key[2:]
    return key[1:] if key.startswith(_LAM) else key


def holds_object(key: str) -> bool:
    """«فيه», «لها»: a preposition with its pronoun governs nothing more."""
    return key.endswith(_PRONOUNS) and key != "تجاه"


def is_adverbial(key: str) -> bool:
    """An indefinite accusative («موجها كلامه إلى …») describes how, and is no subject."""
    accusative = key.endswith(_ALEF) and not key.endswith(_WAW + _ALEF)
    return accusative and not key.startswith(_ARTICLE) and len(key) > 4


def is_verb_of_saying(key: str) -> bool:
    """A subject ends before the next verb; forms with homographs don't count."""
    return any(form.verb.clear and form.kind in ("past", "present", "future") for form in saying().get(key, ()))


def joins_verb(key: str) -> bool:
    """Whether a verb of saying in the present stands there behind «و» («تقول وتضحك»)."""
    return any(form.joined and form.kind == "present" for form in saying().get(key, ()))


def is_past_verb_of_saying(key: str) -> bool:
    """Whether the word may be a past verb of saying, homographs included."""
    return any(form.kind == "past" for form in saying().get(key, ()))


def binds(key: str) -> bool:
    """Whether a word with a glued preposition goes on describing an office: «باسم», «للشؤون», «بوزارة»."""
    if key in particles()["binding"]:
        return True
    if key[:1] not in (_LAM, _BAA) or len(key) < 4:
        return False
    plain = bare(unglued(key)) if key.startswith(_LAM) else bare(key[1:])
    named = {plain, key[1:]} if key.startswith(_LAM * 2) else {plain}  # «للجنة» holds «اللجنة»
    return bool(named & roles().body) and not named & roles().medium
