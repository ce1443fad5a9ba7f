"""One JSON line of `isnad annotate --lines` to an Article."""

from __future__ import annotations

import json
from typing import Any, Literal

from isnad.article import Article, Publication
from isnad.errors import IsnadError
from isnad.read.days import moment
from isnad.read.plain_text import check_characters

_EXAMPLE = 'Write {"id": "1", "text": "…", "published": "2020-04-01"}, one object a line.'


def parse_line(line: bytes | str) -> Article:
    """The article of {"id", "text", "published", "policy"}. Raises IsnadError when the line is anything else.

    published: a day or a date-time, or absent or null. policy: news (the default) or future. Other keys are ignored.
    """
    value = _object(line)
    text = _string(value, "text")
    check_characters(text, None, "text")
    return Article(id=_string(value, "id"), text=text, publication=_publication(value), policy=_policy(value))


def _object(line: bytes | str) -> dict[str, Any]:
    try:
        value = json.loads(line if isinstance(line, str) else line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        found = f"found byte 0x{problem.object[problem.start]:02X} (byte {problem.start}), which is not UTF-8."
        raise IsnadError(found, mend="Save the lines as UTF-8.") from None
    except (ValueError, RecursionError) as problem:
        raise IsnadError(f"is not JSON: {problem}.", mend=_EXAMPLE) from None
    if not isinstance(value, dict):
        raise IsnadError(f"found {_kind(value)}, expected an object.", mend=_EXAMPLE)
    return value


def _string(value: dict[str, Any], key: str) -> str:
    if key not in value:
        raise IsnadError("is not there.", field=key, mend=_EXAMPLE)
    found = value[key]
    if not isinstance(found, str):
        raise IsnadError(f"found {_kind(found)}, expected a string.", field=key, mend=_EXAMPLE)
    return found


def _publication(value: dict[str, Any]) -> Publication:
    if value.get("published") is None:
        return Publication()
    written = _string(value, "published")
    try:
        day, time = moment(written)
    except ValueError:
        mend = "Write 2020-04-01 or 2020-04-01T13:53:00, or leave it out."
        raise IsnadError(f"found «{written}», which is not a day.", field="published", mend=mend) from None
    return Publication(day, day, day, "stated", time=time)


def _policy(value: dict[str, Any]) -> Literal["news", "future"]:
    match value.get("policy", "news"):
        case "news" | None:
            return "news"
        case "future":
            return "future"
    raise IsnadError(f"found {value['policy']!r}.", field="policy", mend="Write «news», «future», or leave it out.")


def _kind(value: object) -> str:
    kinds = {str: "a string", list: "a list", dict: "an object", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
