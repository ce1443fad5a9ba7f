"""Words in marks that stand inside other words of the same speaker: one saying, which lists and counts show once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotation import Quotation


def outermost(quotations: Sequence[Quotation]) -> Iterator[int]:
    """The places of the quotations that lie in no other of the same speaker, in their order.

    quotations: by their start, the longer first, as an annotation has them.
    """
    open_ones: list[Quotation] = []
    for place, one in enumerate(quotations):
        open_ones = [other for other in open_ones if other.end > one.start]
        if not any(other.end >= one.end and other.speaker == one.speaker for other in open_ones):
            yield place
        open_ones.append(one)
