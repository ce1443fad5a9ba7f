"""CAMeL Tools' recogniser (camel_tools.ner.NERecognizer): words in, one IOB label for each word out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from isnad.annotation import MentionType
from isnad.arabic.sentences import sentences
from isnad.arabic.words import Word, words
from isnad.recognizers import Raw
from isnad.recognizers.installed import imported
from isnad.recognizers.options import Options

LABELS: Mapping[str, MentionType] = {"PERS": "person", "ORG": "organization", "LOC": "place", "MISC": "work"}


class Camel:
    """The adapter; `options.model` is a folder that NERecognizer can read."""

    labels = LABELS

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def _model(self) -> Any:
        recognizer = imported("camel_tools.ner", "camel").NERecognizer
        if self._options.model:
            return recognizer(self._options.needed_model())
        return recognizer.pretrained()  # reads what `camel_data` has installed, and downloads nothing

    def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
        """The names of each text; CAMeL Tools tells no probability, so each counts as sure."""
        for text in texts:
            cut = [(s.start, words(text[s.start : s.end])) for s in sentences(text)]
            cut = [(start, tokens) for start, tokens in cut if tokens]
            surfaces = [[text[start + w.start : start + w.end] for w in tokens] for start, tokens in cut]
            labels = self._model.predict(surfaces) if surfaces else []
            yield [
                raw for (start, tokens), found in zip(cut, labels, strict=True) for raw in spans(tokens, found, start)
            ]


def spans(tokens: Sequence[Word], labels: Sequence[str], offset: int) -> Iterator[Raw]:
    """The names that IOB labels tell; an I- that continues nothing begins one."""
    first: int | None = None
    for at, label in enumerate([*labels, "O"]):
        if first is not None and label != f"I-{labels[first][2:]}":
            yield Raw(offset + tokens[first].start, offset + tokens[at - 1].end, labels[first][2:], 1.0)
            first = None
        if label != "O" and first is None:
            first = at
