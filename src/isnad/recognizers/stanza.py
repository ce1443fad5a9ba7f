"""Stanza's recogniser (stanza.Pipeline with «ner»): a text in, entities with character offsets out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from isnad.annotation import MentionType
from isnad.recognizers import Raw
from isnad.recognizers.installed import imported
from isnad.recognizers.options import Options

LABELS: Mapping[str, MentionType] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "work"}


class Stanza:
    """The adapter; `options.model` is the folder of Stanza's resources, its own default where empty."""

    labels = LABELS

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def _pipeline(self) -> Any:
        stanza = imported("stanza", "stanza")
        settings: dict[str, Any] = {"lang": "ar", "processors": "tokenize,ner", "verbose": False}
        if self._options.model:
            settings["dir"] = self._options.needed_model()
        method = stanza.DownloadMethod
        settings["download_method"] = method.REUSE_RESOURCES if self._options.allow_download else None
        return stanza.Pipeline(**settings)

    def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
        """The names of each text; Stanza tells no probability, so each counts as sure."""
        for text in texts:
            yield [Raw(one.start_char, one.end_char, one.type, 1.0) for one in self._pipeline(text).ents]
