"""The written forms of an Arabic verb in the third person, from its principal parts, and what each form tells.

Unvowelled spelling: active and passive look alike in most verbs, and so do many forms and other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from isnad.arabic.letters import fold_word

Kind = Literal["past", "present", "future", "circumstance", "noun"]

_ALEF, _MAQSURA, _YAA, _WAW = "\u0627", "\u0649", "\u064a", "\u0648"
_TAA, _NOON, _SEEN, _HAA, _MEEM, _MARBUTA = "\u062a", "\u0646", "\u0633", "\u0647", "\u0645", "\u0629"
_HAMZA, _ON_WAW, _ON_YAA = "\u0621", "\u0624", "\u0626"
_WEAK = (_ALEF, _MAQSURA, _YAA, _WAW)


class Form(NamedTuple):
    """One written form, folded. gender: m, f, or empty when the form doesn't tell; plural counts the dual in.

    cut: a present without its last, weak letter, as after «لم» («يبق» of «يبقى»).
    """

    text: str
    kind: Kind
    gender: str = ""
    plural: bool = False
    cut: bool = False


def verb_forms(past: str, present: str) -> Iterator[Form]:
    """All third-person forms of a verb, from «قال» and «يقول»; either may be empty."""
    for text, gender, plural in _past(past):
        yield Form(fold_word(text), "past", gender, plural)
    for text, gender, plural in _present(present):
        yield Form(fold_word(text), "present", gender, plural)
        yield Form(fold_word(_SEEN + text), "future", gender, plural)
    for text, gender in _cut(present):
        yield Form(fold_word(text), "present", gender, cut=True)


def object_forms(past: str) -> Iterator[Form]:
    """The past with an object glued to it: «أعلنه», «أعلنته», «وصفها بأنها»."""
    for form in _past(past):
        text, gender, plural = form
        if plural and not text.endswith(_WAW + _ALEF):
            continue
        stem = text.removesuffix(_ALEF) if plural else text[:-1] + _ALEF if text.endswith(_MAQSURA) else text
        for suffix in (_HAA, _HAA + _ALEF, _HAA + _MEEM):
            yield Form(fold_word(stem + suffix), "past", gender, plural)


def circumstance_forms(participle: str) -> Iterator[Form]:
    """The accusative participle in all persons, from the masculine singular («مؤكدا»)."""
    stem = participle.removesuffix(_ALEF)
    if stem:
        yield Form(fold_word(participle), "circumstance", "m")
        yield Form(fold_word(stem + _MARBUTA), "circumstance", "f")
        yield Form(fold_word(stem.removesuffix(_YAA) + _YAA + _NOON), "circumstance", "", plural=True)


def noun_forms(noun: str) -> Iterator[Form]:
    """The verbal noun with a possessor («قوله»), as in «نقل عنه قوله إن»."""
    stem = noun.removesuffix(_MARBUTA) + _TAA if noun.endswith(_MARBUTA) else noun
    for written in _with_hamza(stem) if noun else ():
        yield from _owned(written)


def _with_hamza(stem: str) -> Iterator[str]:
    """«إجراء» before a pronoun, by its case: «إجراءها», «إجراؤها», «إجرائها»."""
    yield stem
    if stem.endswith(_ALEF + _HAMZA):
        yield from (stem[:-1] + _ON_WAW, stem[:-1] + _ON_YAA)


def _owned(stem: str) -> Iterator[Form]:
    yield Form(fold_word(stem + _HAA), "noun", "m")
    yield Form(fold_word(stem + _HAA + _ALEF), "noun", "f")
    yield Form(fold_word(stem + _HAA + _MEEM), "noun", "", plural=True)
    yield Form(fold_word(stem + _HAA + _MEEM + _ALEF), "noun", "", plural=True)


def _past(past: str) -> Iterator[tuple[str, str, bool]]:
    if not past:
        return
    yield past, "m", False
    if past[-1] in (_ALEF, _MAQSURA):
        stem = past[:-1]
        yield from ((stem + _TAA, "f", False), (stem + _WAW + _ALEF, "m", True), (stem + _TAA + _ALEF, "f", True))
        yield stem + (_YAA if past[-1] == _MAQSURA else _WAW) + _ALEF, "m", True
        return
    stem = past[:-1] if past.endswith(_NOON) else past
    yield past + _TAA, "f", False
    yield from ((past + _WAW + _ALEF, "m", True), (past + _TAA + _ALEF, "f", True), (stem + _NOON, "f", True))
    yield past + _ALEF, "m", True


def _present(present: str) -> Iterator[tuple[str, str, bool]]:
    if not present:
        return
    weak = present[-1] in _WEAK
    stem = present[:-1] if weak else present
    for prefix, gender in ((_YAA, "m"), (_TAA, "f")):
        rest = prefix + present[1:]
        base = prefix + stem[1:]
        yield rest, gender, False
        for suffix in (_WAW + _NOON, _WAW + _ALEF):
            yield base + suffix, "m" if prefix == _YAA else "", True
        dual = rest if rest[-1] in (_YAA, _WAW) else base
        yield dual + _ALEF + _NOON, gender, True
        yield dual + _ALEF, gender, True


def _cut(present: str) -> Iterator[tuple[str, str]]:
    if present and present[-1] in _WEAK and len(present) > 3:
        yield from ((_YAA + present[1:-1], "m"), (_TAA + present[1:-1], "f"))
