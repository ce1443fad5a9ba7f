"""A token classifier of the transformers library (pipeline «token-classification»): texts in, groups of pieces out."""

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
    "PER": "person", "PERS": "person", "ORG": "organization", "LOC": "place", "GPE": "place", "FAC": "facility",
    "MISC": "work", "EVENT": "event", "WEA": "weapon",
}  # fmt: skip


class HuggingFace:
    """The adapter; `options.model` is a folder with a fine-tuned model, or its name where downloading is allowed."""

    labels = LABELS

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def _pipeline(self) -> Any:
        transformers = imported("transformers", "transformers")
        model, only = self._options.needed_model(), not self._options.allow_download
        tokenizer = transformers.AutoTokenizer.from_pretrained(model, local_files_only=only)
        network = transformers.AutoModelForTokenClassification.from_pretrained(model, local_files_only=only)
        return transformers.pipeline(
            "token-classification", model=network, tokenizer=tokenizer, aggregation_strategy="simple"
        )

    def __call__(self, texts: Sequence[str], /) -> Iterator[list[Raw]]:
        """The names of each text, sentence by sentence, as such models read no more than some hundred pieces."""
        for text in texts:
            cut = sentences(text)
            found = self._pipeline([text[s.start : s.end] for s in cut], batch_size=self._options.batch) if cut else []
            yield [
                Raw(s.start + one["start"], s.start + one["end"], one["entity_group"], float(one["score"]))
                for s, groups in zip(cut, found, strict=True)
                for one in groups
            ]
