"""The scripts of search as they are served: the rules written into them, comments and indentation left out."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from isnad.arabic.letters import CONTROLS, DIACRITICS, TATWEEL, fold_word
from isnad.search.months import month_names
from isnad.search.normaliser import rules

_WORKER = ("engine.js", "results.js", "worker.js")


@cache
def worker() -> str:
    """The worker: rules, normaliser, engine, and the protocol, in one script."""
    return f"(()=>{{\n{normaliser()}{''.join(map(_lean, _WORKER))}}})();\n"


@cache
def normaliser() -> str:
    """The rules and the normaliser alone."""
    return f"const RULES={_json(browser_rules())};\n{_lean('normalise.js')}"


@cache
def start() -> str:
    """What a page runs before the theme's script: it names the worker, and lets it run from a disk."""
    return _lean("start.js")


@cache
def style() -> str:
    """What the dialog has beside the theme's own looks."""
    return _source("search.css")


def browser_rules() -> dict[str, object]:
    """normaliser.toml, and what of `isnad.arabic` its rules build on, for the browser."""
    folded = {char: fold_word(char) for char in map(chr, range(0x0620, 0x0700))}
    same = "".join(char + plain for char, plain in folded.items() if plain and plain != char)
    return {**rules(), "dropped": _ranges(DIACRITICS + TATWEEL + CONTROLS), "same": same, "months": month_names()}


def _ranges(characters: str) -> str:
    """Characters as the inside of a class of a regular expression, runs as ranges, each by its number."""
    codes = sorted(map(ord, characters))
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in zip(starts, ends, strict=True))


def _lean(name: str) -> str:
    lines = (line.strip() for line in _without_comments(_source(name)).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _source(name: str) -> str:
    return (resources.files("isnad.pages") / "theme" / "search" / name).read_text(encoding="utf-8")


def _without_comments(source: str) -> str:
    """Whole-line comments only: a script of ours has no other."""
    plain = re.sub(r"^\s*/\*.*?\*/[ \t]*$", "", source, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^\s*//.*$", "", plain, flags=re.MULTILINE)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
