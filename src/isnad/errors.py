"""The one root error: what a user reads when an input is wrong, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
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


def raise_all(problems: Iterable[IsnadError]) -> None:
    """Raise what is wrong: one problem as it is, several as one error that says them one below the other."""
    ordered = sorted(problems, key=lambda problem: (str(problem.where), problem.line or 0))
    if len(ordered) == 1:
        raise ordered[0]
    if ordered:
        raise IsnadError("\n".join(str(problem) for problem in ordered))
