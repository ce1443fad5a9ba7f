"""Which stem the index keeps a form under. The texts themselves are asked: «ببغداد» is «بغداد» where «بغداد» occurs.

A reader's word is looked up under every stem that it may have, so a choice here may be plain, but must not be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from isnad.arabic.words import ARTICLE, CONJUNCTIONS, PREPOSITIONS
from isnad.search.normaliser import Stem, rules, stems

_RARE = 20  # a form seen more often, whose rest is never seen, begins with a letter of its own
_GLUED = frozenset((*CONJUNCTIONS, *PREPOSITIONS))


def chosen(form: str, seen: Mapping[str, int]) -> list[Stem]:
    """One stem, or two where nothing tells whether the first letter is glued on. seen: how often each form occurs."""
    readings = stems(form)
    starts = sorted({stem.start for stem in readings})
    return [_with_end([s for s in readings if s.start == start], seen) for start in _starts(form, starts, seen)]


def _starts(form: str, starts: list[int], seen: Mapping[str, int]) -> list[int]:
    """Where the stem may begin."""
    after_plain_article = len(ARTICLE) if form.startswith(ARTICLE) else 0
    if after_plain_article in starts[1:]:
        return [after_plain_article]
    known = [start for start in starts[1:] if _seen(form[start:], seen) >= seen.get(form, 0)]
    if known:
        return [max(known)]
    glued = [
        start for start in starts[1:] if form[:start] in _GLUED or form[:start].endswith((ARTICLE, "\u0644\u0644"))
    ]
    return [0, max(glued)] if glued and seen.get(form, 0) <= _RARE else [0]


def _with_end(readings: list[Stem], seen: Mapping[str, int]) -> Stem:
    """The shortest stem that stands alone somewhere in the texts, or what is left without the commonest endings."""
    whole = max(readings, key=lambda stem: stem.end)
    attested = [s for s in readings if s is not whole and 3 * _seen(s.text, seen) >= seen.get(whole.text, 0) + 1]
    if attested:
        return min(attested, key=lambda stem: stem.end)
    return _without(whole, readings, own=_seen(whole.text, seen) > 1)


def _without(whole: Stem, readings: Iterable[Stem], *, own: bool) -> Stem:
    """own: whether the word is too common for an ending that names have as well («لبنان») to be taken for one."""
    by_end = {stem.end: stem for stem in readings}
    pronouns, endings, *_, of_names = rules()["suffixes"]
    told = () if own else tuple(ending for ending in pronouns if len(ending) > 1)
    kept = _cut(whole, told, by_end)
    sure = [ending for ending in endings if len(ending) > 1 and not (own and ending in of_names[1:])]
    return _cut(kept, (*sure, rules()["mute_end"]), by_end)


def _cut(stem: Stem, endings: Iterable[str], by_end: Mapping[int, Stem]) -> Stem:
    """The stem less the first of the endings that it has."""
    for ending in endings:
        if stem.text.endswith(ending) and stem.end - len(ending) in by_end:
            return by_end[stem.end - len(ending)]
    return stem


def _seen(stem: str, seen: Mapping[str, int]) -> int:
    return seen.get(stem, 0) + seen.get(ARTICLE + stem, 0)
