"""Documents become an index: the forms of words with their places, grouped by skeleton, and the documents to show.

It is cut into shards that a browser loads as it needs them: groups of words by the order of their skeletons, the same
skeletons by their ends (for a word whose first letters are mistyped), and documents by their order.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from itertools import chain, pairwise

from isnad.arabic.letters import is_arabic
from isnad.arabic.words import ARTICLE
from isnad.search.documents import Document
from isnad.search.normaliser import Token, fold, romanised, rules, skeleton, sound, stems, stop, tokens
from isnad.search.postings import Posting, encoded, number
from isnad.search.stemming import chosen

SHARD = 24_000  # bytes of one shard, about: what a phone loads in no time
INLINE = 60_000  # an index smaller than this stands whole in its root
_KIN = 0.2  # what may be taken off a word of plurals.tsv to find it in the texts
_CAPITALS = re.compile(r"[A-Z][\w'’]*(?:[ -](?:(?:of|the|and|for|in|to) )*[A-Z][\w'’]*)+", re.ASCII)
_GAP = 8  # positions between title and text, so that no phrase spans them


@dataclass(frozen=True, slots=True)
class Index:
    """An index as it is written. root: what the browser has from the start. shards: by name, what it loads later."""

    root: dict[str, object]
    shards: Mapping[str, str]


@dataclass(slots=True)
class _Words:
    """Places by form, and by key («@2020», «=12»)."""

    forms: dict[str, list[Posting]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[str, list[Posting]] = field(default_factory=lambda: defaultdict(list))


def make(entities: Sequence[Document], others: Iterable[Document], *, inline: bool = False) -> Index:
    """The index of documents: entities are found first. inline: whether it must stand whole in its root."""
    words, shown = _Words(), []
    numbers = {document.entity: number for number, document in enumerate(entities)}
    for at, document in enumerate(chain(entities, others)):
        shown.append(_take(words, at, document, numbers))
    return _cut(_groups(words), shown, len(entities), INLINE if not inline else sys.maxsize)


def _take(words: _Words, at: int, document: Document, numbers: Mapping[str, int]) -> _Shown:
    """Take in the words of one document; gives what is shown of it."""
    found = positions(document)
    for position, token in found:
        strong = any(start <= token.start < end for start, end in document.strong)
        posting = Posting(at, position, strong)
        if token.form not in stop():
            words.forms[token.form].append(posting)
    for posting, form in chain(_joined(at, document, found), _initials(at, document, found)):
        words.forms[form].append(posting)
    return _Shown(document, tuple(_marks(words, at, document, found, numbers)))


def positions(document: Document) -> list[tuple[int, Token]]:
    """The words of a document with their numbers: those of the title first, the text after a gap."""
    found = tokens(document.whole)
    in_title = sum(token.start < len(document.title) for token in found)
    return [(n if n < in_title else n + _GAP, token) for n, token in enumerate(found)]


def _joined(at: int, document: Document, found: Sequence[tuple[int, Token]]) -> Iterator[tuple[Posting, str]]:
    """Names that are written in one word or two: «عبد المهدي» is found as «عبدالمهدي» too, and the other way."""
    heads = [fold(head) for head in rules()["heads"]]
    for (position, token), (after, following) in pairwise(found):
        if token.form in heads and after == position + 1:
            for one in (position, after):
                yield Posting(at, one, _strong(document, token)), token.form + following.form
    for position, token in found:
        for head in heads:
            if len(head) > 2 and token.form.startswith(head + ARTICLE):
                for part in (head, token.form[len(head) :]):
                    yield Posting(at, position, _strong(document, token)), part


def _initials(at: int, document: Document, found: Sequence[tuple[int, Token]]) -> Iterator[tuple[Posting, str]]:
    """English names by their capitals: «Syrian Democratic Forces» is found as «SDF» too."""
    for name in _CAPITALS.finditer(document.whole) if document.entity else ():
        inside = [(place, token) for place, token in found if name.start() <= token.start < name.end()]
        words = [(place, token) for place, token in inside if document.whole[token.start].isupper()]
        capitals = fold("".join(document.whole[token.start] for _, token in words))
        yield from ((Posting(at, place, _strong(document, token)), capitals) for place, token in words)


def _strong(document: Document, token: Token) -> bool:
    return any(start <= token.start < end for start, end in document.strong)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A document, and its marks with a label as first and last position."""

    document: Document
    marks: tuple[tuple[int, int, str], ...]


def _marks(
    words: _Words, at: int, document: Document, found: Sequence[tuple[int, Token]], numbers: Mapping[str, int]
) -> Iterator[tuple[int, int, str]]:
    for mark in document.marks:
        inside = [position for position, token in found if mark.start <= token.start < mark.end]
        if not inside:
            continue
        for key in mark.keys:
            known = numbers.get(key[1:]) if key.startswith("=") else None
            name = key if known is None else f"={known}"
            words.keys[name].append(Posting(at, inside[0], mark.strong))
        if mark.label or any(key.startswith("=") for key in mark.keys):
            yield inside[0], inside[-1], mark.label


def _groups(words: _Words) -> dict[str, str]:
    """The entries of each skeleton: «form,from,to,places», from and to being the stem's place in the form."""
    seen = Counter({form: len(places) for form, places in words.forms.items()})
    groups: dict[str, list[str]] = defaultdict(list)
    kept: set[str] = set()
    for form in sorted(words.forms):
        places = encoded(words.forms[form])
        for stem in chosen(form, seen):
            groups[skeleton(stem.text)].append(f"{form},{stem.start},{stem.end},{places}")
            kept.add(stem.text)
    for asked, meant in _irregular():
        for stem in stems(meant):
            if stem.cost < _KIN and stem.text in kept:
                groups[skeleton(asked)].append(f"{asked},>,{stem.text}")
    for key in sorted(words.keys):
        groups[key].append(f",0,0,{encoded(words.keys[key])}")
    return {key: ";".join(groups[key]) for key in sorted(groups)}


def _irregular() -> Iterator[tuple[str, str]]:
    """Stems that mean each other and share no skeleton, both ways: «امرأة» and «نساء»."""
    text = resources.files(__package__).joinpath("plurals.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kin = [fold(word) for word in line.split("\t")]
            yield from ((one, other) for one in kin for other in kin if one != other)


def _sounds(groups: Mapping[str, str]) -> dict[str, str]:
    """By Latin skeleton the skeletons of the Arabic words that sound so, for a name that is typed in Latin letters."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, entries in groups.items():
        for entry in entries.split(";"):
            form, start, end, *_ = entry.split(",")
            if not is_arabic(form[:1] or " ") or start == ">":
                continue
            for part in (form[int(start) : int(end)], form[int(start) :]):
                if len(bones := romanised(part)) > 1:
                    found[sound(bones)][key] = None
    return {heard: " ".join(found[heard]) for heard in sorted(found)}


def _cut(groups: Mapping[str, str], shown: Sequence[_Shown], entities: int, inline: int) -> Index:
    root: dict[str, object] = {"documents": len(shown), "entities": entities}
    size = sum(len(f"{key}{value}".encode()) + 6 for key, value in groups.items()) + sum(map(_size, shown))
    if size <= inline:
        names, shards = _sharded(groups, shown, sys.maxsize)
        return Index(root | names | {"inline": {name: json.loads(shard) for name, shard in shards.items()}}, {})
    names, shards = _sharded(groups, shown, SHARD)
    digest = hashlib.sha256("\n".join(shards.values()).encode()).hexdigest()
    return Index(root | names | {"version": digest[:10]}, shards)


def _sharded(groups: Mapping[str, str], shown: Sequence[_Shown], size: int) -> tuple[dict[str, object], dict[str, str]]:
    """What the root says of the shards, and the shards: t0 … of words, r0 … of their skeletons from behind, s0 …"""
    words = [key for key in groups if key[0] not in "@="]
    terms = list(_shards(groups.items(), size))
    tails = list(_shards(sorted((key[::-1], "") for key in words), size)) if len(terms) > 1 else []
    sounds = list(_shards(_sounds(groups).items(), size))
    blocks = list(_blocks(shown, size))
    shards = {f"t{n}": _json(dict(shard)) for n, shard in enumerate(terms)}
    shards |= {f"r{n}": _json([key[::-1] for key, _ in shard]) for n, shard in enumerate(tails)}
    shards |= {f"s{n}": _json(dict(shard)) for n, shard in enumerate(sounds)}
    shards |= {f"d{n}": _json(_block(block)) for n, block in enumerate(blocks)}
    return {
        "terms": [shard[0][0] for shard in terms],
        "tails": [shard[0][0] for shard in tails],
        "sounds": [shard[0][0] for shard in sounds],
        "blocks": "".join(number(len(block)) for block in blocks),
    }, shards


def _shards(entries: Iterable[tuple[str, str]], limit: int) -> Iterator[list[tuple[str, str]]]:
    shard: list[tuple[str, str]] = []
    size = 0
    for key, value in entries:
        more = len(key.encode()) + len(value.encode()) + 6
        if shard and size + more > limit:
            yield shard
            shard, size = [], 0
        shard.append((key, value))
        size += more
    if shard:
        yield shard


def _blocks(shown: Sequence[_Shown], limit: int) -> Iterator[list[_Shown]]:
    block: list[_Shown] = []
    size = 0
    for one in shown:
        if block and size > limit * 2 // 3:
            yield block
            block, size = [], 0
        block.append(one)
        size += _size(one)
    if block:
        yield block


def _size(one: _Shown) -> int:
    return len(one.document.whole.encode()) + 40


def _block(block: Sequence[_Shown]) -> list[object]:
    """The pages of the block with their titles, then its documents: page, fragment, title, text, marks."""
    pages = list(dict.fromkeys((one.document.page, one.document.page_title) for one in block))
    numbers = {page: number for number, page in enumerate(pages)}
    documents = [
        [numbers[d.page, d.page_title], d.fragment, d.title, d.text, [list(mark) for mark in one.marks]]
        for one in block
        for d in (one.document,)
    ]
    return [[list(page) for page in pages], documents]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
