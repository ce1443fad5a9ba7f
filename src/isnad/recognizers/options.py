"""What a recogniser is told: a TOML file that names it, its model, and which of our types its labels are.

recognizer = "transformers"
model = "/models/camelbert-ner"       a folder, or a name where downloading is allowed
allow_download = false
batch = 16
least = 0.5                           what it is less sure of is left out

[labels]                              its labels; one that is not here is left out
PERS = "person"
LOC = "place"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from isnad.annotation import MentionType
from isnad.errors import IsnadError

TYPES = get_args(MentionType)
_KINDS: Mapping[str, tuple[type, ...]] = {
    "recognizer": (str,),
    "model": (str,),
    "allow_download": (bool,),
    "batch": (int,),
    "least": (int, float),
    "labels": (dict,),
}


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of one recogniser; see the top of this file.

    labels: the recogniser's labels to our types; empty for the adapter's own map. path: the file they stand in.
    """

    recognizer: str
    model: str = ""
    allow_download: bool = False
    batch: int = 16
    least: float = 0.5
    labels: Mapping[str, MentionType] = field(default_factory=dict)
    path: Path | None = None

    def needed_model(self) -> str:
        """The model's folder or name. Raises IsnadError where it is missing, or would have to be downloaded."""
        if not self.model:
            raise IsnadError("is missing.", self.path, field="model", mend="Give the folder that the model lies in.")
        if not self.allow_download and not Path(self.model).exists():
            raise IsnadError(
                f"found «{self.model}», which is not there.",
                self.path,
                field="model",
                mend="Put the model there, or write allow_download = true to let its library fetch it.",
            )
        return self.model


def read_options(path: Path) -> Options:
    """The options in the TOML file at `path`. Raises IsnadError on what is wrong in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise IsnadError(f"cannot be read: {problem.strerror}.", path, mend="Give a TOML file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise IsnadError(f"is not TOML: {problem}.", path, mend="See https://toml.io for the format.") from None
    _check(raw, path)
    return Options(**raw, path=path)


def _check(raw: Mapping[str, Any], path: Path) -> None:
    known = ", ".join(item.name for item in fields(Options) if item.name != "path")
    for key, value in raw.items():
        if key not in _KINDS:
            raise IsnadError("is not known.", path, field=key, mend=f"Known: {known}.")
        if not isinstance(value, _KINDS[key]) or (isinstance(value, bool) and bool not in _KINDS[key]):
            raise IsnadError(f"found {value!r}.", path, field=key, mend=f"It is a {_KINDS[key][0].__name__}.")
    if "recognizer" not in raw:
        raise IsnadError("is missing.", path, field="recognizer", mend="Name the recogniser to use.")
    for label, kind in raw.get("labels", {}).items():
        if kind not in TYPES:
            raise IsnadError(f"found {kind!r}.", path, field=f"labels.{label}", mend=f"One of: {', '.join(TYPES)}.")
