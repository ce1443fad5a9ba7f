"""Who said what, and which quantities the articles name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from isnad.dossier.model import EntityRecord, Saying
from isnad.pages.page import Page
from isnad.pages.paging import paged
from isnad.pages.shelf import Shelf, fill

ON_ONE_PAGE = 300

Key = tuple[int, str, str]


def pages(shelf: Shelf) -> Iterator[Page]:
    """The quotations, then the quantities."""
    for path, pager, part in paged(_by_speaker(shelf), ON_ONE_PAGE, "quotations/index.md"):
        groups = [(key, [saying for _, saying in group]) for key, group in groupby(part, key=lambda item: item[0])]
        yield fill(path, "quotations", shelf, groups=groups, pager=pager, speakers=_speakers(shelf))
    for record in _speakers(shelf):
        yield _speaker_page(shelf, record)
    for path, pager, counts in paged(shelf.dossier.counts, ON_ONE_PAGE, "numbers/index.md"):
        yield fill(path, "numbers", shelf, counts=counts, pager=pager)


def _speakers(shelf: Shelf) -> list[EntityRecord]:
    """Those known by name who say something, who said most first."""
    found = [record for record in shelf.entities.values() if record.sayings]
    return sorted(found, key=lambda record: (-len(record.sayings), record.sort_key))


def _speaker_page(shelf: Shelf, record: EntityRecord) -> Page:
    """What one speaker said, by the day that it was printed, with the verbs that the articles use."""
    sayings = sorted(record.sayings, key=lambda saying: _printed(shelf, saying))
    verbs = Counter(saying.quotation.verb for saying in sayings if saying.quotation.verb)
    days = [(day, list(group)) for day, group in groupby(sayings, key=lambda saying: _printed(shelf, saying)[0])]
    path = f"quotations/speakers/{record.info.id}.md"
    return fill(path, "speaker", shelf, record=record, days=days, verbs=verbs.most_common())


def _printed(shelf: Shelf, saying: Saying) -> tuple[str, str, int]:
    published = shelf.articles[saying.place.article].annotation.published
    return published or "", saying.place.article, saying.quotation.start


def _by_speaker(shelf: Shelf) -> list[tuple[Key, Saying]]:
    """Sayings with their speakers: those known by name first, who said most before the others.

    An unnamed source of one article and wording stands apart from that of another: they may not be the same.
    """
    groups: dict[Key, list[Saying]] = defaultdict(list)
    for saying in shelf.dossier.told:
        groups[_speaker(saying, shelf)].append(saying)
    ordered = sorted(groups, key=lambda key: (key[0], -len(groups[key]), key))
    return [(key, saying) for key in ordered for saying in groups[key]]


def _speaker(saying: Saying, shelf: Shelf) -> Key:
    if saying.speaker in shelf.entities:
        return 0, saying.speaker or "", ""
    words = saying.quotation.speaker.text if saying.quotation.speaker else ""
    return (1 if words else 2), saying.place.article, words
