"""GLiNER (gliner.GLiNER): a sentence and any labels in words in, spans with scores out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from isnad.annotation import MentionType
from isnad.arabic.sentences import sentences
from isnad.recognizers import Raw
from isnad.recognizers.installed import imported
from isnad.recognizers.options import Options

LABELS: Mapping[str, MentionType] = {
    "person": "person", "organization": "organization", "armed group": "organization", "location": "place",
    "building": "facility", "weapon": "weapon", "event": "event", "creative work": "work",
}  # fmt: skip


class Gliner:
    """The adapter; the labels of the options, or those above, are what the model is asked for."""

    labels = LABELS

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def _model(self) -> Any:
        model, only = self._options.needed_model(), not self._options.allow_download
        return imported("gliner", "gliner").GLiNER.from_pretrained(model, local_files_only=only)

    def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
        """The names of each text, sentence by sentence."""
        labels = list(self._options.labels or LABELS)
        for text in texts:
            found = list[Raw]()
            for s in sentences(text):
                for one in self._model.predict_entities(text[s.start : s.end], labels, threshold=self._options.least):
                    found.append(Raw(s.start + one["start"], s.start + one["end"], one["label"], float(one["score"])))
            yield found
