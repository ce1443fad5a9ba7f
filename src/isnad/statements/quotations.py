"""Quotations: direct and indirect speech with its speakers, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.annotation import Mention, Quotation
from isnad.arabic.spans import Span
from isnad.statements.cues import cues
from isnad.statements.reported import reported
from isnad.statements.scene import scene
from isnad.statements.speakers import voices
from isnad.statements.spoken import spoken

_RELAYED = "relay"


def quotations(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], paragraphs: Sequence[Span]
) -> tuple[Quotation, ...]:
    """What the text says that somebody said, direct and indirect, with speaker, verb, stance and relay.

    Offsets are code points; a direct quotation lies inside its marks. Names and titles in marks are none. A speaker
    who is only pointed at («المصدر», «وأضاف أن») stands for the words that named him, with lower confidence.
    """
    ready = scene(text, sentences, mentions, paragraphs)
    heard = voices(ready, cues(ready))
    direct = spoken(ready, heard)
    found = [*(one.quotation for one in direct), *reported(ready, heard, direct)]
    return tuple(sorted(_once(found), key=lambda one: (one.start, -one.end)))


def _once(found: Iterable[Quotation]) -> Iterable[Quotation]:
    """«نقلت الوكالة عن مصدر قوله إن …»: what two verbs lead to is said once, by the verb of who said it first."""
    kept: dict[tuple[int, int, bool], Quotation] = {}
    for one in found:
        same = kept.setdefault((one.start, one.end, one.direct), one)
        if same.stance == _RELAYED:
            kept[one.start, one.end, one.direct] = one
    return kept.values()
