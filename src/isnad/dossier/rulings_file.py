"""seeds/identities.yml: the editor's rulings on who is who, every mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from isnad.dossier.rulings import Action, Ruling, folded
from isnad.errors import IsnadError, raise_all
from isnad.read.yaml_lines import Value, check_keys, list_of, load, mapping_of, text_of, texts_of

NAME = "identities.yml"
KEYS: dict[Action, tuple[str, ...]] = {
    "merge": ("into", "name", "reason"),
    "rename": ("to", "name", "reason"),
    "split": ("into", "names", "articles", "reason"),
}
_NO_ID = re.compile(r"[\s/\\#?%]")


def read_rulings(path: Path) -> tuple[Ruling, ...]:
    """The rulings of the file in its order; none where there is no file. Raises IsnadError with every mistake in it."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ()
    except OSError as problem:
        raise IsnadError(f"cannot be read: {problem.strerror}.", path, mend="Check its place and rights.") from None
    except UnicodeDecodeError:
        raise IsnadError("is not UTF-8.", path, mend="Save it as UTF-8.") from None
    document = load(text, path)
    return _rulings(list_of(document)) if document.content is not None else ()


def _rulings(items: list[Value]) -> tuple[Ruling, ...]:
    found: list[Ruling] = []
    problems: list[IsnadError] = []
    taken: dict[str, Value] = {}
    for item in items:
        try:
            ruling = _ruling(item)
            _check_first(ruling, item, taken)
        except IsnadError as problem:
            problems.append(problem)
        else:
            found.append(ruling)
    raise_all(problems)
    _check_ends(found, taken)
    return tuple(found)


def _ruling(item: Value) -> Ruling:
    given = mapping_of(item)
    actions = [action for action in KEYS if action in given]
    if len(actions) != 1:
        mend = "Begin each with one of «merge: [ids]», «rename: id» or «split: id»."
        raise item.problem(f"found {len(actions)} actions, expected one.", mend)
    action = actions[0]
    raise_all(check_keys(given, (action, *KEYS[action])))
    olds = tuple(_id(value) for value in _values(given[action]))
    if action != "merge" and len(olds) != 1:
        raise given[action].problem(f"found {len(olds)} ids, expected one.", "Write one ruling for each.")
    target = "to" if action == "rename" else "into"
    ruling = Ruling(
        action=action,
        olds=olds,
        new=_id(given[target]) if target in given else olds[0] if olds else "",
        name=_word(given, "name"),
        names=frozenset(map(folded, _texts(given, "names"))),
        articles=frozenset(_texts(given, "articles")),
        reason=_word(given, "reason"),
        place=f"{item.where.name}:{item.line}",
    )
    _check_says_something(ruling, item, given, target)
    return ruling


def _check_says_something(ruling: Ruling, item: Value, given: Mapping[str, Value], target: str) -> None:
    if ruling.action == "rename" and (target in given or ruling.name):
        return
    if ruling.action == "rename":
        raise item.problem("gives neither a name nor an id.", "Write «name: …», or «to: id», or both.")
    if target not in given:
        raise item.problem(f"found no «{target}».", f"Write «{target}: id».")
    if ruling.action == "split" and not (ruling.names or ruling.articles):
        mend = "Say which of its places: «names: […]» as written, «articles: […]», or both. All of them is a merge."
        raise item.problem("takes everything away.", mend)
    if not set(ruling.olds) - {ruling.new}:
        raise given[target].problem(f"found «{ruling.new}», which it is already.", "Write the other id.")


def _check_first(ruling: Ruling, item: Value, taken: dict[str, Value]) -> None:
    if ruling.action == "split":
        return
    for old in set(ruling.olds) - ({ruling.new} if ruling.action == "merge" else set()):
        if old in taken:
            mend = f"Keep one of them; the first is in line {taken[old].line}."
            raise item.problem(f"found «{old}» given away twice.", mend)
        taken[old] = item


def _check_ends(rulings: list[Ruling], taken: Mapping[str, Value]) -> None:
    """Raise where rulings lead in a circle."""
    goes = {old: one.new for one in rulings if one.action != "split" for old in one.olds if old != one.new}
    for start in goes:
        seen, at = {start}, goes[start]
        while at in goes and at not in seen:
            seen.add(at)
            at = goes[at]
        if at == start:
            mend = "Let all of them lead to one id that is not given away."
            raise taken[start].problem(f"found «{start}», which comes back to itself.", mend)


def _values(value: Value) -> list[Value]:
    return value.content if isinstance(value.content, list) else [value]


def _id(value: Value) -> str:
    text = text_of(value).strip()
    if not text or _NO_ID.search(text):
        mend = "Write it as it stands in the address of its page: no blanks, slashes or signs."
        raise value.problem(f"found {value.shown()}, which is not an id.", mend)
    return text


def _word(given: Mapping[str, Value], key: str) -> str:
    return text_of(given[key]).strip() if key in given else ""


def _texts(given: Mapping[str, Value], key: str) -> tuple[str, ...]:
    return texts_of(given[key]) if key in given else ()
