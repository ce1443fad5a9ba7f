"""What an editor decides on who is who across articles: two names are one, one is two, a name or an id is another.

Rulings act on annotations as the corrections left them, before anything is collected. `rulings_file` reads them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from isnad.annotation import Annotation, Event, Mention, Speaker
from isnad.arabic.letters import fold
from isnad.dossier.model import EntityInfo, Ruled

Action = Literal["merge", "rename", "split"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision. olds: the ids that it takes from; new: the id that it gives, that of `olds` where only a name is.

    names, articles: what a split is limited to: names as written, folded, and ids of articles. place: file and line.
    """

    action: Action
    olds: tuple[str, ...]
    new: str
    name: str = ""
    names: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    reason: str = ""
    place: str = ""


class Court:
    """Applies rulings to annotation after annotation, and counts what each of them changes."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self.rulings = tuple(rulings)
        self._whole = {old: n for n, one in enumerate(self.rulings) if one.action != "split" for old in one.olds}
        self._splits: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self.rulings):
            if one.action == "split":
                self._splits[one.olds[0]].append(n)
        self._mentions: Counter[int] = Counter()
        self._articles: dict[int, set[str]] = defaultdict(set)

    def settled(self, annotation: Annotation) -> Annotation:
        """The annotation with every entity as the rulings have it."""
        if not self.rulings:
            return annotation
        moved: dict[int, str] = {}
        mentions = tuple(self._mention(annotation.id, one, moved) for one in annotation.mentions)
        changed = replace(annotation, mentions=mentions)
        return replace(
            changed,
            quotations=tuple(
                replace(one, speaker=self._speaker(one.speaker, moved), via=self._speaker(one.via, moved))
                for one in annotation.quotations
            ),
            events=tuple(self._event(annotation, changed, one) for one in annotation.events),
        )

    def known(self, infos: Mapping[str, EntityInfo]) -> dict[str, EntityInfo]:
        """What is known of entities, under the ids and names that the rulings give them."""
        told = dict(infos)
        for ruling in self.rulings:
            if ruling.action == "split":
                continue
            taken = [told.pop(old) for old in ruling.olds if old != ruling.new and old in told]
            below = told.get(ruling.new) or (replace(taken[0], id=ruling.new) if taken else None)
            if below is not None:
                told[ruling.new] = self.named(_joined(below, taken))
        return told

    def named(self, info: EntityInfo) -> EntityInfo:
        """The entity under the name that a ruling gives it; its own name becomes one of its others."""
        name = next((one.name for one in self.rulings if one.new == info.id and one.name), info.name)
        others = tuple(other for other in dict.fromkeys((*info.aliases, info.name)) if other != name)
        return info if name == info.name else replace(info, name=name, aliases=others)

    def effects(self) -> tuple[Ruled, ...]:
        """What each ruling has changed so far, in the order of the file."""
        return tuple(
            Ruled(
                one.action,
                one.olds,
                one.new,
                one.name,
                one.reason,
                one.place,
                self._mentions[n],
                len(self._articles[n]),
            )
            for n, one in enumerate(self.rulings)
        )

    def _mention(self, article: str, mention: Mention, moved: dict[int, str]) -> Mention:
        if mention.entity is None:
            return mention
        now = self._split(article, mention)
        while now in self._whole:
            n = self._whole[now]
            self._count(n, article)
            if self.rulings[n].new == now:
                break
            now = self.rulings[n].new
        if now == mention.entity:
            return mention
        moved.update(dict.fromkeys(range(mention.start, mention.end), now))
        return replace(mention, entity=now)

    def _split(self, article: str, mention: Mention) -> str:
        """The id after a split. What an editor confirmed in the article itself was read there, and stays."""
        for n in self._splits.get(mention.entity or "", ()):
            one = self.rulings[n]
            here = not one.articles or article in one.articles
            if here and (not one.names or folded(mention.text) in one.names) and not mention.confirmed:
                self._count(n, article)
                return one.new
        return mention.entity or ""

    def _count(self, n: int, article: str) -> None:
        self._mentions[n] += 1
        self._articles[n].add(article)

    def _speaker(self, speaker: Speaker | None, moved: Mapping[int, str]) -> Speaker | None:
        if speaker is None or speaker.entity is None:
            return speaker
        inside = {moved[at] for at in range(speaker.start, speaker.end) if at in moved}
        whole = self._final(speaker.entity)
        return replace(speaker, entity=inside.pop() if len(inside) == 1 and whole == speaker.entity else whole)

    def _event(self, before: Annotation, after: Annotation, event: Event) -> Event:
        """The event with its people and places as the mentions of its clause now say."""
        pairs = zip(before.mentions, after.mentions, strict=True)
        turned: dict[str, set[str]] = defaultdict(set)
        for old, new in pairs:
            if old.entity and new.entity and event.start <= old.start and old.end <= event.end:
                turned[old.entity].add(new.entity)

        def now(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(new for one in ids for new in sorted(turned.get(one, {self._final(one)}))))

        roles = {name: role for one, role in event.roles.items() for name in now((one,))}
        return replace(event, participants=now(event.participants), places=now(event.places), roles=roles)

    def _final(self, entity: str) -> str:
        while entity in self._whole and self.rulings[self._whole[entity]].new != entity:
            entity = self.rulings[self._whole[entity]].new
        return entity


def folded(name: str) -> str:
    """A name as rulings compare it."""
    return " ".join(fold(name).text.split())


def _joined(info: EntityInfo, taken: Iterable[EntityInfo]) -> EntityInfo:
    others = (*info.aliases, *(name for one in taken for name in (one.name, *one.aliases)))
    return replace(info, aliases=tuple(name for name in dict.fromkeys(others) if name != info.name))
