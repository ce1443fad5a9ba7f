"""Where an offset lies in an article: its paragraph and sentence, numbered as the pages number them."""

from __future__ import annotations

from bisect import bisect_right

from isnad.annotation import Annotation
from isnad.dossier.model import Place


class Locator:
    """Finds the sentence of an offset. Built once for each article."""

    def __init__(self, annotation: Annotation) -> None:
        self._places = tuple(_numbered(annotation))
        self._starts = [place.start for place in self._places]

    def place(self, offset: int) -> Place:
        """The sentence that `offset` lies in, or the one before it when it lies between two.

        Raises IndexError for an article without a sentence.
        """
        return self._places[max(bisect_right(self._starts, offset) - 1, 0)]

    def places(self) -> tuple[Place, ...]:
        """All sentences in reading order."""
        return self._places


def _numbered(annotation: Annotation) -> list[Place]:
    starts = [paragraph.start for paragraph in annotation.paragraphs]
    places: list[Place] = []
    for sentence in annotation.sentences:
        paragraph = bisect_right(starts, sentence.start)
        first = not places or places[-1].paragraph != paragraph
        number = 1 if first else places[-1].sentence + 1
        places.append(Place(annotation.id, paragraph, number, sentence.start, sentence.end))
    return places
