"""The one root error: what a user reads when an input is wrong, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass
class IsnadError(Exception):
    """Bad input, said in one message: where, what was found, what was expected, how to mend it.

    where: the file, or the name of a stream; None when the input has no name.
    line: 1-based; None when the whole file is meant.
    field: the dotted path of the value inside the file («corrections[2].quote»), or "".
    """

    message: str
    where: Path | str | None = None
    line: int | None = None
    field: str = ""
    mend: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.where, self.line) if part is not None)
        head = ": ".join(part for part in (place, self.field, self.message) if part)
        return f"{head}\n  {self.mend}" if self.mend else head
