"""The entity index: every entity with its spellings, places, events and sayings, and who appears beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from types import MappingProxyType

from isnad.annotation import Annotation
from isnad.arabic.collation import index_letter, sort_key
from isnad.dossier.model import Appearance, EntityInfo, EntityRecord, Saying, TimelineEntry
from isnad.dossier.places import Locator

Describe = Callable[[EntityInfo], EntityInfo]


_NOTHING: Mapping[str, TimelineEntry] = MappingProxyType({})


class Index:
    """Gathers what the articles say of each entity, article by article, then makes the records."""

    def __init__(self, known: Mapping[str, EntityInfo], describe: Describe) -> None:
        self._known = known
        self._describe = describe
        self._appearances: dict[str, list[Appearance]] = defaultdict(list)
        self._timeline: dict[str, list[TimelineEntry]] = defaultdict(list)
        self._shown: Mapping[str, TimelineEntry] = _NOTHING
        self._sayings: dict[str, list[Saying]] = defaultdict(list)
        self._spoken_of: dict[str, list[Saying]] = defaultdict(list)
        self._metonyms: dict[str, list[Appearance]] = defaultdict(list)
        self._companions: dict[str, Counter[str]] = defaultdict(Counter)
        self.open_names: list[Appearance] = []

    def add(
        self, annotation: Annotation, locator: Locator, timeline: Iterable[TimelineEntry], sayings: Iterable[Saying]
    ) -> tuple[tuple[str, int], ...]:
        """Take in one article; gives its entities with their numbers of mentions, most mentioned first."""
        counts: Counter[str] = Counter()
        together: dict[int, set[str]] = defaultdict(set)
        for mention in annotation.mentions:
            place = locator.place(mention.start)
            if mention.entity is None:
                self.open_names.append(Appearance(place, mention))
                continue
            if mention.metonym_for:
                self._metonyms[mention.metonym_for].append(Appearance(place, mention))
            self._appearances[mention.entity].append(Appearance(place, mention))
            counts[mention.entity] += 1
            together[place.start].add(mention.entity)
        self._take_companions(together.values())
        self._take_deeds(timeline, sayings)
        self._take_subjects(annotation, sayings)
        return tuple(counts.most_common())

    def records(self, shown: Mapping[str, TimelineEntry] = _NOTHING) -> dict[str, EntityRecord]:
        """The records of all entities that appear or act, by id, in Arabic alphabetical order of their names.

        shown: by id of an entry the one that stands for its event, where several articles tell of it.
        """
        self._shown = shown
        # An editor may name who acted where the text has only a pronoun or a capital: such an entity has no mention.
        acting = (*self._timeline, *self._sayings, *self._metonyms)
        named = {entity for entity in acting if entity in self._known}
        made = [self._record(entity) for entity in {*self._appearances, *named}]
        return {record.info.id: record for record in sorted(made, key=lambda r: (r.sort_key, r.info.id))}

    def _take_companions(self, sentences: Iterable[set[str]]) -> None:
        for entities in sentences:
            for one, other in combinations(sorted(entities), 2):
                self._companions[one][other] += 1
                self._companions[other][one] += 1

    def _take_deeds(self, timeline: Iterable[TimelineEntry], sayings: Iterable[Saying]) -> None:
        for entry in timeline:
            for entity in dict.fromkeys((*entry.event.participants, *entry.event.places)):
                self._timeline[entity].append(entry)
        for saying in sayings:
            if saying.speaker is not None and not saying.inside:
                self._sayings[saying.speaker].append(saying)

    def _take_subjects(self, annotation: Annotation, sayings: Iterable[Saying]) -> None:
        """Whom a saying names beside its speaker."""
        mentions = [(mention.start, mention.entity) for mention in annotation.mentions if mention.entity]
        starts = [start for start, _ in mentions]
        for saying in (saying for saying in sayings if not saying.inside):
            inside = slice(*(bisect_left(starts, at) for at in (saying.quotation.start, saying.quotation.end)))
            for entity in dict.fromkeys(entity for _, entity in mentions[inside]):
                if entity != saying.speaker:
                    self._spoken_of[entity].append(saying)

    def _deeds(self, entity: str) -> tuple[TimelineEntry, ...]:
        own = (self._shown.get(entry.id, entry) for entry in self._timeline.get(entity, ()))
        return tuple({entry.id: entry for entry in own}.values())

    def _record(self, entity: str) -> EntityRecord:
        appearances = tuple(self._appearances.get(entity, ()))
        spellings = Counter(appearance.mention.text for appearance in appearances).most_common()
        info = self._describe(self._known.get(entity) or _unknown(entity, appearances, spellings))
        return EntityRecord(
            info=info,
            appearances=appearances,
            spellings=tuple(spellings),
            timeline=self._deeds(entity),
            sayings=tuple(self._sayings.get(entity, ())),
            spoken_of=tuple(self._spoken_of.get(entity, ())),
            metonyms=tuple(self._metonyms.get(entity, ())),
            companions=tuple(self._companions.get(entity, Counter[str]()).most_common()),
            sort_key=sort_key(info.name),
            letter=index_letter(info.name),
        )


def _unknown(entity: str, appearances: tuple[Appearance, ...], spellings: list[tuple[str, int]]) -> EntityInfo:
    """An entity that only the articles name: its longest spelling is its name, its commonest type its type."""
    kinds = Counter(appearance.mention.type for appearance in appearances)
    name = max(spellings, key=lambda spelling: (len(spelling[0]), spelling[1]))[0]
    return EntityInfo(id=entity, type=kinds.most_common(1)[0][0], name=name)
