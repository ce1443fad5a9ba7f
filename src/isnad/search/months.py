"""The names of the months of every tradition for the reader's query, from the lexicon of temporal expressions."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from isnad.search.normaliser import tokens

_KINDS = {
    "monthname": "", "weakname": "", "monthabbreviation": "", "hijriname": "h", "weakhijri": "h", "safar": "h",
}  # fmt: skip


@cache
def month_names() -> dict[str, str]:
    """«03» or «h08» by the folded name, its words joined by a space."""
    text = resources.files("isnad.times") / "lexicon" / "months.toml"
    lexicon = tomllib.loads(text.read_text(encoding="utf-8"))
    return {
        " ".join(token.form for token in tokens(name)): f"{mark}{int(month):02}"
        for kind, mark in _KINDS.items()
        for month, names in lexicon[kind].items()
        for name in names
    }
