"""The editor's corrections in a sidecar: each entry becomes one Correction for each of its quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from isnad.article import Action, Correction, Layer, Selector
from isnad.errors import IsnadError
from isnad.read.correction_rules import ACTIONS, LAYERS, Key, LayerRules, layer_rules, selector_keys
from isnad.read.days import Days, day, days
from isnad.read.yaml_lines import Value, check_keys, list_of, mapping_of, parsed, text_of, texts_of

_ID = re.compile(r"[^\W_]+(?:[-_.][^\W_]+)*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SEE = "An entry begins with an action and a layer, for example «- confirm: mention»"


def corrections(value: Value, problems: list[IsnadError]) -> tuple[Correction, ...]:
    """The corrections of a sidecar in their order; what is wrong goes to `problems`, one for each bad entry."""
    found: list[Correction] = []
    for entry in list_of(value):
        try:
            found += _corrections(entry)
        except IsnadError as problem:
            problems.append(problem)
    return tuple(found)


def _corrections(entry: Value) -> Iterator[Correction]:
    items = mapping_of(entry)
    action, layer = _action(entry, items), _layer(entry, items)
    rules = layer_rules()[layer]
    _check(entry, items, action, layer, rules)
    values = _values(entry, items, rules)
    reason = text_of(items["reason"]) if "reason" in items else ""
    for quote in _quotes(items["quote"]):
        at = Selector(quote, _words(items, "prefix"), _words(items, "suffix"))
        every = "all" in items and _flag(items["all"])
        yield Correction(action, layer, at, values, reason, entry.line, entry.field, every)


def _action(entry: Value, items: dict[str, Value]) -> Action:
    found = [action for action in ACTIONS if action in items]
    if len(found) != 1:
        said = "no action" if not found else "the actions " + " and ".join(f"«{one}»" for one in found)
        raise entry.problem(f"found {said}, expected one.", f"{_SEE}; actions are {', '.join(ACTIONS)}.")
    return found[0]


def _layer(entry: Value, items: dict[str, Value]) -> Layer:
    value = items[_action(entry, items)]
    for layer in LAYERS:
        if value.content == layer:
            return layer
    raise value.problem(f"found {value.shown()}, which is not a layer.", f"{_SEE}; layers are {', '.join(LAYERS)}.")


def _check(entry: Value, items: dict[str, Value], action: Action, layer: Layer, rules: LayerRules) -> None:
    if action not in rules.actions:
        can = ", ".join(rules.actions)
        raise entry.problem(f"found «{action}», which a {layer} does not have.", f"A {layer} has: {can}.")
    described = () if action in ("confirm", "reject") else tuple(rules.keys)
    for problem in check_keys(items, (action, *selector_keys(), *described)):
        raise problem
    if "quote" not in items:
        raise entry.problem("found no quote.", "Write «quote: » and the words as they stand in the article.")
    needs = rules.actions[action]
    missing = [key for key in needs if key not in items]
    if missing and (action == "add" or len(missing) == len(needs)):
        joined = (" and " if action == "add" else " or ").join(f"«{key}»" for key in missing)
        raise entry.problem(
            f"found no {joined}, which {action} needs.", f"Write «{missing[0]}: », on a line of its own."
        )


def _quotes(value: Value) -> tuple[str, ...]:
    quotes = texts_of(value)
    if not quotes or not all(quote.strip() for quote in quotes):
        raise value.problem("found no words.", "Write the words as they stand in the article.")
    return quotes


def _words(items: dict[str, Value], key: str) -> str:
    return text_of(items[key]) if key in items else ""


def _values(entry: Value, items: dict[str, Value], rules: LayerRules) -> dict[str, object]:
    values = {name: _read(items[name], key) for name, key in rules.keys.items() if name in items}
    if "earliest" not in values and "latest" not in values:
        return values
    if "date" in values:
        raise entry.problem("found a date and its bounds.", "Write either «date», or «earliest» and «latest».")
    values["date"] = _between(entry, values.pop("earliest", None), values.pop("latest", None))
    return values


def _between(entry: Value, earliest: object, latest: object) -> Days | None:
    if earliest is None and latest is None:
        return None
    try:
        return days(f"{earliest or '..'}/{latest or '..'}")
    except ValueError:
        raise entry.problem(f"«earliest» ({earliest}) lies after «latest» ({latest}).", "Exchange them.") from None


def _read(value: Value, key: Key) -> object:
    if value.content is None and key.empty:
        return None
    if key.kind == "choice":
        return _choice(value, key)
    return _READERS[key.kind](value)


def _choice(value: Value, key: Key) -> str:
    if value.content not in key.of:
        raise value.problem(f"found {value.shown()}, which is not known here.", f"Write one of: {', '.join(key.of)}.")
    return text_of(value)


def _flag(value: Value) -> bool:
    return parsed(value, _boolean, "true or false", "Write true or false.")


def _boolean(written: str) -> bool:
    if written not in ("true", "false"):
        raise ValueError(written)
    return written == "true"


def _id(value: Value) -> str:
    return parsed(value, _checked_id, "an id", "Write letters and digits, joined by hyphens: ain-al-asad.")


def _ids(value: Value) -> tuple[str, ...]:
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(_id(item) for item in items)


def _checked_id(written: str) -> str:
    if not _ID.fullmatch(written):
        raise ValueError(written)
    return written


def _number(value: Value) -> float:
    return parsed(value, _finite, "a number", "Write digits: 1100, 4000000000 or 2.5.")


def _finite(written: str) -> float:
    if not _NUMBER.fullmatch(written):
        raise ValueError(written)
    return float(written)


def _days(value: Value) -> Days:
    mend = "Write 2020-03-30, 2020-03, 2020, an interval 2020-03-21/2020-03-29, or 2020-05-24/.. (open)."
    return parsed(value, days, "a date", mend)


def _day(value: Value) -> date:
    return parsed(value, day, "a day", "Write a day as 2020-03-31.")


_READERS: dict[str, Callable[[Value], object]] = {
    "text": text_of,
    "quote": text_of,
    "flag": _flag,
    "id": _id,
    "ids": _ids,
    "number": _number,
    "days": _days,
    "day": _day,
}
