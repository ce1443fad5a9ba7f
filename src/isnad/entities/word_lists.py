"""Lists of names as the sequence model sees them: which words of a sentence begin, continue or are a listed name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from isnad.collector import paused
from isnad.entities.features import stems
from isnad.entities.page import forms

Words = tuple[str, ...]
_GLUED = frozenset("\u0648\u0641\u0628\u0644\u0643")  # waw, faa, baa, lam, kaf


class WordLists:
    """Labelled names for longest match, and single words that are parts of personal names.

    names: lines of a folded name, a tab, and the labels of the lists that hold it, between blanks; those of a first
    word are read when it is first seen. parts: first and family names, folded. classes: folded words to the classes of
    the name grammar that they are of, as it was when the model was trained.
    """

    @paused()
    def __init__(self, names: Iterable[str], parts: Iterable[str], classes: Mapping[str, tuple[str, ...]]) -> None:
        self._waiting: dict[str, list[str]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[Words, tuple[str, ...]]]] = {}
        for line in names:
            self._waiting[line.partition("\t")[0].partition(" ")[0]].append(line)
        self.parts = frozenset(parts)
        self._classes = classes

    def labels(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word: «B» or «I» with the label of each list that has it, «N» for a part of a name, its classes."""
        found: list[tuple[str, ...]] = [self._part(word) + self._class(word) for word in words]
        at = 0
        while at < len(words):
            name = self._longest(words, at)
            if name is None:
                at += 1
                continue
            length, labels = name
            for step in range(length):
                found[at + step] += tuple(f"{'I' if step else 'B'}{label}" for label in labels)
            at += length
        return found

    def knows(self, word: str) -> bool:
        """Whether `word` by itself is a listed name, begins one, or is part of a person's name."""
        return word in self.parts or bool(self._beginning(word))

    def is_name(self, word: str) -> bool:
        """Whether `word` by itself is a listed name or part of a person's name."""
        return word in self.parts or any(len(name) == 1 for name, _ in self._beginning(word))

    def _longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        for first in (words[at], *(stem for _, stem in stems(words[at]))):
            for name, labels in self._beginning(first):
                if tuple(words[at + 1 : at + len(name)]) == name[1:]:
                    return len(name), labels
        return None

    def _beginning(self, first: str) -> Sequence[tuple[Words, tuple[str, ...]]]:
        """The names that begin with a word, the longest first, with their labels."""
        if first in self._waiting:
            lines = (line.split("\t") for line in self._waiting.pop(first))
            found = [(tuple(name.split(" ")), tuple(sorted(labels.split(" ")))) for name, labels in lines]
            self._by_first[first] = sorted(found, key=lambda entry: (-len(entry[0]), entry[0]))
        return self._by_first.get(first, ())

    def _part(self, word: str) -> tuple[str, ...]:
        if word in self.parts:
            return ("N",)
        glued = word[:1] in _GLUED and len(word) > 3 and word[1:] in self.parts
        return ("n",) if glued else ()

    def _class(self, word: str) -> tuple[str, ...]:
        if word in self._classes:
            return self._classes[word]
        for form in forms(word)[1:]:
            if form.text in self._classes:
                return self._classes[form.text]
        return ()
