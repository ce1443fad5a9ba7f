"""Other recognisers of names, by entry point: heavier models that may know more than the one that is shipped.

A recogniser is an object that takes texts and gives, for each, the names in it. A package offers one under the entry
point group `isnad.recognizers`: a callable that takes `Options` and gives a `Recognizer`. Its library and its model are
loaded when the first text comes, not before. What it finds is written beside the article (NAME.spans.jsonl) by
`isnad spans`, so that one machine may run the model and another, without it, build the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from isnad.annotation import MentionType
from isnad.errors import IsnadError
from isnad.recognizers.options import Options, read_options

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Options", "Raw", "Recognizer", "load", "read_options", "recognized"]

GROUP = "isnad.recognizers"


class Raw(NamedTuple):
    """A name as a recogniser finds it: code points, end exclusive; the label in its own terms; 0 to 1."""

    start: int
    end: int
    label: str
    score: float


class Recognizer(Protocol):
    """Finds names. One call may hold many texts, which a model can take at once."""

    @property
    def labels(self) -> Mapping[str, MentionType]:
        """Its labels and our types, where the options say nothing else."""
        ...

    def __call__(self, texts: Sequence[str], /) -> Iterable[Sequence[Raw]]:
        """The names of each text, in the order of the texts."""
        ...


def load(options: Options) -> Recognizer:
    """The recogniser that the options name. Raises IsnadError where none of that name is installed."""
    from importlib.metadata import entry_points  # slow to import, and only this needs it

    offered = {point.name: point for point in entry_points(group=GROUP)}
    if options.recognizer not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise IsnadError(
            f"found «{options.recognizer}», which no installed package offers.",
            options.path,
            field="recognizer",
            mend=f"Installed: {known}.",
        )
    return _made(offered[options.recognizer], options)


def _made(point: EntryPoint, options: Options) -> Recognizer:
    factory: Callable[[Options], Recognizer] = point.load()
    return factory(options)


def recognized(recognizer: Recognizer, texts: Iterable[str], size: int) -> Iterator[Sequence[Raw]]:
    """The names of each text, asked for `size` texts at a time."""
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) >= size:
            yield from recognizer(batch)
            batch = []
    if batch:
        yield from recognizer(batch)
