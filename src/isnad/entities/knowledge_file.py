"""seeds/entities.yml: what a dossier knows of its entities, every fact with its source, every mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from isnad.annotation import MentionType
from isnad.entities.knowledge import Entity
from isnad.errors import IsnadError, raise_all
from isnad.read.days import days
from isnad.read.yaml_lines import Value, check_keys, list_of, load, mapping_of, text_of, texts_of

KEYS = tuple(
    "id type name name_en aliases kind country description role rank date coordinates links wikidata ambiguous"
    " metonym_for sources".split()
)
TYPES: tuple[str, ...] = get_args(MentionType)
# A name needs no source; what is said of the thing does.
SOURCED = ("description", "role", "rank", "date", "coordinates", "links", "wikidata")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_LIMITS = (("latitude", 90.0), ("longitude", 180.0))


def read_entities(path: Path) -> tuple[Entity, ...]:
    """The entities of the file, in its order. Raises one IsnadError that names every mistake in it."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as problem:
        raise IsnadError(
            f"cannot be read: {problem.strerror}.", path, mend="Check the file's place and rights."
        ) from None
    except UnicodeDecodeError:
        raise IsnadError("is not UTF-8.", path, mend="Save it as UTF-8.") from None
    return _entities(load(text, path))


def _entities(document: Value) -> tuple[Entity, ...]:
    if document.content is None:
        return ()
    found: list[Entity] = []
    problems: list[IsnadError] = []
    lines: dict[str, int] = {}
    for item in list_of(document):
        try:
            entity = _entity(item)
            _check_new(entity.id, item, lines)
        except IsnadError as problem:
            problems.append(problem)
        else:
            found.append(entity)
    raise_all(problems)
    return tuple(found)


def _check_new(name: str, item: Value, lines: dict[str, int]) -> None:
    if name in lines:
        mend = f"Make one entity of both, or give one another id; the first is in line {lines[name]}."
        raise item.problem(f"found the id «{name}» twice.", mend)
    lines[name] = item.line


def _entity(item: Value) -> Entity:
    given = mapping_of(item)
    raise_all(check_keys(given, KEYS))
    sources = _sources(given)
    raise_all(_unsourced(given, sources))
    lat, lon = _coordinates(given["coordinates"]) if "coordinates" in given else (None, None)
    names = (_required(item, given, "name"), *_texts(given, "aliases"))
    word = partial(_word, given)
    return Entity(
        id=_id(item, given),
        type=_type(item, given),
        name=names[0],
        name_en=word("name_en"),
        aliases=names[1:],
        kind=word("kind"),
        country=word("country"),
        description=word("description"),
        role=word("role"),
        rank=word("rank"),
        date=_date(given),
        lat=lat,
        lon=lon,
        links=_links(given),
        sources=sources,
        ambiguous=_ambiguous(given, names),
        metonym_for=word("metonym_for"),
        origin="dossier",
    )


def _word(given: Mapping[str, Value], key: str) -> str:
    return text_of(given[key]) if key in given else ""


def _date(given: Mapping[str, Value]) -> str:
    if "date" not in given:
        return ""
    written = text_of(given["date"])
    try:
        return days(written).edtf
    except ValueError:
        mend = "Write a day, a month or a year: 2020-01-03, 2020-01 or 2020."
        raise given["date"].problem(f"found «{written}», which is not a date.", mend) from None


def _required(item: Value, given: Mapping[str, Value], key: str) -> str:
    if key not in given or not (text := text_of(given[key]).strip()):
        raise item.problem(f"found no «{key}».", f"Write «{key}: …» in this entity.")
    return text


def _texts(given: Mapping[str, Value], key: str) -> tuple[str, ...]:
    return texts_of(given[key]) if key in given else ()


def _id(item: Value, given: Mapping[str, Value]) -> str:
    text = _required(item, given, "id")
    if not _ID.fullmatch(text):
        mend = "Use small Latin letters, digits and hyphens («qasem-soleimani»)."
        raise given["id"].problem(f"found «{text}», which is not an id.", mend)
    return text


def _type(item: Value, given: Mapping[str, Value]) -> MentionType:
    text = _required(item, given, "type")
    known: tuple[MentionType, ...] = get_args(MentionType)
    for one in known:
        if text == one:
            return one
    raise given["type"].problem(f"found «{text}», which is not a type.", f"Write one of {', '.join(TYPES)}.")


def _sources(given: Mapping[str, Value]) -> dict[str, str]:
    if "sources" not in given:
        return {}
    stated = mapping_of(given["sources"])
    raise_all(check_keys(stated, KEYS))
    return {key: text_of(value) for key, value in stated.items()}


def _unsourced(given: Mapping[str, Value], sources: Mapping[str, str]) -> list[IsnadError]:
    mend = "Say under «sources» where it comes from: «{key}: …»."
    return [
        given[key].problem("has no source.", mend.format(key=key))
        for key in SOURCED
        if key in given and not sources.get(key, "").strip()
    ]


def _coordinates(value: Value) -> tuple[float, float]:
    items = list_of(value)
    if len(items) != 2:
        mend = "Write both, latitude first: «[33.34, 44.40]»."
        raise value.problem(f"found {_numbers(len(items))}, expected latitude and longitude.", mend)
    lat, lon = (_degrees(item, *limit) for item, limit in zip(items, _LIMITS, strict=True))
    return lat, lon


def _numbers(count: int) -> str:
    return "one number" if count == 1 else f"{count} numbers"


def _degrees(item: Value, what: str, limit: float) -> float:
    try:
        degrees = float(text_of(item))
    except ValueError:
        degrees = float("nan")
    if not -limit <= degrees <= limit:
        mend = f"Write decimal degrees from -{limit:.0f} to {limit:.0f}."
        raise item.problem(f"found {item.shown()}, which is not a {what}.", mend)
    return degrees


def _links(given: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    links = [_link(item) for item in list_of(given["links"])] if "links" in given else []
    if "wikidata" in given:
        links.insert(0, ("Wikidata", _wikidata(given["wikidata"])))
    return tuple(links)


def _link(item: Value) -> tuple[str, str]:
    given = mapping_of(item)
    raise_all(check_keys(given, ("label", "url")))
    label, url = _required(item, given, "label"), _required(item, given, "url")
    if not _is_address(url):
        mend = "Write the whole address, from «https://» on."
        raise given["url"].problem(f"found {given['url'].shown()}, which is not a web address.", mend)
    return label, url


def _is_address(url: str) -> bool:
    try:
        split = urlsplit(url)
    except ValueError:
        return False
    return split.scheme in ("http", "https") and bool(split.hostname) and not re.search(r"[\s<>\"]", url)


def _wikidata(value: Value) -> str:
    if not _WIKIDATA.fullmatch(text := text_of(value)):
        raise value.problem(f"found {value.shown()}, which is not a Wikidata id.", "Write it as «Q796».")
    return f"https://www.wikidata.org/wiki/{text}"


def _ambiguous(given: Mapping[str, Value], names: tuple[str, ...]) -> tuple[str, ...]:
    found = _texts(given, "ambiguous")
    for name in found:
        if name not in names:
            mend = "Write one of its names or aliases, letter for letter."
            raise given["ambiguous"].problem(f"found «{name}», which is not a name of this entity.", mend)
    return found
