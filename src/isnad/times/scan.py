"""From a text to its neighbourhoods of time: runs of words that the lexicon knows, with every reading of each word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from isnad.arabic.letters import Folded
from isnad.arabic.numbers import Number, readings, starts_number
from isnad.arabic.words import ARTICLE, Word, words
from isnad.times.chart import STEP
from isnad.times.lexicon import Analysis, Entry, Value, analyse
from isnad.times.rules import Edge, Grammar, grammar

LONGEST = 40  # words of one neighbourhood; a longer run is cut
_CLITICS = {"\u0648": "and", "\u0641": "and", "\u0628": "in", "\u0644": "l", "\u0643": "like"}
_JOINTS = frozenset("/-.:–,")
_SHAPES: tuple[tuple[str, str], ...] = (
    ("hms", r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d?))?"),
    ("hms", r"([01]?\d|2[0-4]):(\d):([0-5]\d)"),
    ("hcomma", r"([01]?\d|2[0-4])[,.]([0-5]\d)"),
    ("hmy", r"(\d\d?)([-/])(\d\d?)\2(1[345]\d\d)"),
    ("hmy", r"(1[345]\d\d)([-/])(\d\d?)\2(\d\d?)"),
    ("dmy", r"(\d\d?)([-/.])(\d\d?)\2([12]\d{3})"),
    ("dmy", r"([12]\d{3})([-/.])(\d\d?)\2(\d\d?)"),
    ("dmy", r"(\d\d?)([-/])(\d\d?)\2(\d\d)"),
    ("dm", r"(\d\d?)(/)(\d\d?)"),
    ("my", r"(\d\d?)([-/])([12]\d{3})"),
    ("my", r"([12]\d{3})([-/.])(0?[1-9]|1[0-2])"),
    ("yy", r"([12]\d{3})([-/–])([12]\d{3}|\d\d)"),
    ("dd", r"(\d\d?)([-–])(\d\d?)"),
    ("dmweak", r"(\d\d?)(-)(\d\d?)"),
    ("dmdot", r"(\d\d?)(\.)(\d\d?)"),
    ("decimal", r"(\d+)([.,])(\d+)"),
)


class Neighbourhood(NamedTuple):
    """A run of words to parse. first: index of its first word; whole: it is the entire text."""

    words: tuple[Word, ...]
    first: int
    whole: bool


def neighbourhoods(text: str, folded: Folded) -> tuple[list[Word], list[Neighbourhood]]:
    """All words of the text, and the runs among them that may hold an expression of time."""
    tokens = _without_fathers(text, words(folded))
    known = [_known(word.text) for word in tokens]
    _look_ahead(tokens, known)
    _open_shapes(tokens, known)
    found = []
    for start, end in _runs(text, tokens, known):
        found.append(Neighbourhood(tuple(tokens[start:end]), start, start == 0 and end == len(tokens)))
    return tokens, found


def _without_fathers(text: str, tokens: list[Word]) -> list[Word]:
    """«أب» is not «آب», though both fold to one form: where the text has the hamza, the word keeps it."""
    return [
        word._replace(text="\u0623\u0628") if word.text == "\u0627\u0628" and text[word.start] == "\u0623" else word
        for word in tokens
    ]


def _look_ahead(tokens: Sequence[Word], known: list[int]) -> None:
    """Settle the words that call for a look only before certain others («في الصباح»)."""
    for index, value in enumerate(known):
        if value == LEADS:
            found = analysis(tokens[index].text)
            known[index] = 2 if found and index + 1 < len(tokens) and _leads(found, tokens[index + 1].text) else 1


def _leads(found: Analysis, word: str) -> bool:
    return word in found.leads or (found.hours and word.startswith(ARTICLE) and starts_number(word))


def _open_shapes(tokens: Sequence[Word], known: list[int]) -> None:
    """Let in the marks that join digits («19:00»), and the stop after a day («2. أكتوبر»)."""
    for index, word in enumerate(tokens):
        if word.text in ":.%" and index and tokens[index - 1].text.isdecimal() and tokens[index - 1].end == word.start:
            glued = (
                index + 1 < len(tokens) and tokens[index + 1].start == word.end and tokens[index + 1].text.isdecimal()
            )
            known[index] = (
                2 if glued and word.text == ":" else int(glued or word.text == "%" or len(tokens[index - 1].text) <= 2)
            )


@lru_cache(maxsize=1)
def _memory() -> dict[str, Analysis | None]:
    return {}


LEADS = 3


def _known(word: str) -> int:
    """0 for a word that no expression holds, 1 for one that may stand in one, 2 for one that calls for a look.

    LEADS for one that may call for it, as the word after it says.
    """
    if word.isdecimal():
        return 2 if len(word) == 4 else 1
    found = analysis(word)
    if found is None:
        return word in grammar().inner
    return 2 if found.anchor else LEADS if found.leads or found.hours else 1


def analysis(word: str) -> Analysis | None:
    """The cached reading of a folded word."""
    memory = _memory()
    try:
        return memory[word]
    except KeyError:
        if len(memory) > 100_000:
            memory.clear()
        found = memory[word] = analyse(word, grammar().forms)
        return found


def _runs(text: str, tokens: Sequence[Word], known: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of known words on one line that hold a word or digits which call for a look."""
    start, count = 0, len(tokens)
    while start < count:
        if not known[start]:
            start += 1
            continue
        end, called = start, False
        while (
            end < count
            and known[end]
            and end - start < LONGEST
            and (end == start or not _breaks(text, tokens[end - 1], tokens[end]))
        ):
            called = called or known[end] == 2 or tokens[end].text in "/:-."
            end += 1
        if called:
            yield start, end
        start = end


def _breaks(text: str, one: Word, other: Word) -> bool:
    return other.start > one.end and "\n" in text[one.end : other.start]


def lexical(run: Sequence[Word]) -> list[Edge]:
    """Every reading of every word of a run, as edges of the chart."""
    labels = grammar()
    edges: list[Edge] = []
    taken = 0
    for index, word in enumerate(run):
        if index < taken:
            continue
        if word.text.isdecimal():
            taken = _digits(run, index, labels, edges)
        elif found := analysis(word.text):
            _word(run, index, found, labels, edges)
    return edges


def _word(run: Sequence[Word], index: int, found: Analysis, labels: Grammar, edges: list[Edge]) -> None:
    position = STEP * index
    for letter in found.prefix.replace("\u0644\u0644", "\u0644"):
        edges.append(Edge(_CLITICS[letter], position, position + 1, "x"))
        position += 1
    for entry in found.entries:
        _entry(run, index, position, entry, labels, edges)
    if found.numeric:
        following = [found.stem, *(word.text for word in run[index + 1 : index + 9])]
        for number in readings(following):
            _number(number, index, position, labels, edges)


def _entry(run: Sequence[Word], index: int, position: int, entry: Entry, labels: Grammar, edges: list[Edge]) -> None:
    end = index + 1 + len(entry.rest)
    if entry.rest and tuple(word.text for word in run[index + 1 : end]) != entry.rest:
        return
    _add(edges, labels, entry.label, position, STEP * end, entry.value, definite=entry.definite)


def _add(edges: list[Edge], labels: Grammar, label: str, start: int, end: int, value: Value, *, definite: bool) -> None:
    for name in (label, label + ("+" if definite else "-")):
        if name in labels.labels:
            edges.append(Edge(name, start, end, value))


def _number(number: Number, index: int, position: int, labels: Grammar, edges: list[Edge]) -> None:
    end, value = STEP * (index + number.length), number.value

    def add(label: str) -> None:
        _add(edges, labels, label, position, end, value, definite=number.definite)

    if 1 <= value <= 31 and not (number.ordinal and value == 1 and not number.definite):
        add("day")
    if number.ordinal:
        add("ord")
        if value == 1 and number.feminine:
            add("ordfirst")
        for label, limit in (("ordday", 31), ("ordmonth", 12), ("ordhour", 12)):
            if value <= limit and (label != "ordhour" or (number.feminine and value > 1)):
                add(label)
        return
    if value <= 31:
        add("cardday")
    for label, fits in _COUNTS.items():
        if fits(value):
            add(label)


_COUNTS: dict[str, Callable[[int], bool]] = {
    "num": lambda value: True,
    "hour": lambda value: 1 <= value <= 12,
    "minute": lambda value: 1 <= value <= 59,
    "monthnum": lambda value: 1 <= value <= 12,
    "yearwords": lambda value: 100 <= value <= 2200,
    "shortwords": lambda value: 40 <= value <= 99,
    "bigyear": lambda value: 1000 < value <= 2200,
}


def _digits(run: Sequence[Word], index: int, labels: Grammar, edges: list[Edge]) -> int:
    """Add the readings of digits, alone or in a shape with marks between; gives the index after them."""
    end = index + 1
    while end + 1 < len(run) and _glued(run, end):
        end += 2
    start = STEP * index
    if _spoiled(run, index, end):
        return end
    if end == index + 1:
        for label, value in _digit_readings(run[index].text):
            _add(edges, labels, label, start, STEP * end, value, definite=False)
            if index and run[index - 1].text == "\u0627\u0644":
                _add(edges, labels, label, start - STEP, STEP * end, value, definite=True)
        return end
    shape = "".join(word.text for word in run[index:end])
    for label, shown in _shapes(shape):
        _add(edges, labels, label, start, STEP * end, shown, definite=False)
    return end


def _glued(run: Sequence[Word], at: int) -> bool:
    mark, after = run[at], run[at + 1]
    return mark.text in _JOINTS and after.text.isdecimal() and run[at - 1].end == mark.start and mark.end == after.start


def _spoiled(run: Sequence[Word], index: int, end: int) -> bool:
    """A number that is glued to something else is no date: «إف-16»، «50%»."""
    before = run[index - 1] if index else None
    after = run[end] if end < len(run) else None
    glued_before = before is not None and before.end == run[index].start and before.text in "-–−+$#:/."
    if glued_before and index > 1 and before is not None and before.text == "-" and _is_month(run[index - 2].text):
        glued_before = False  # «يناير-1»
    if glued_before and index > 1 and before is not None and before.text == "/" and run[index - 2].text[-1].isalpha():
        glued_before = False  # «هـ/945 م»
    return glued_before or (after is not None and after.text == "%")


def _is_month(word: str) -> bool:
    found = analysis(word)
    return found is not None and any(entry.label in ("monthname", "weakname") for entry in found.entries)


def _digit_readings(text: str) -> list[tuple[str, int]]:
    value, size = int(text[:9]), len(text)
    found: list[tuple[str, int]] = [("num", value)] if size < 9 else []
    if size <= 2:
        fits = (("day", 1 <= value <= 31), ("numday", 1 <= value <= 31), ("hour", value <= 24), ("minute", value < 60))
        found += [(label, value) for label, fit in fits if fit]
        found += [("monthnum", value)] if 1 <= value <= 12 else []
        found += [("year2", value)] if size == 2 else []
    if text == "2":
        found.append(("two", value))
    if size == 4 and value < 2400 and value % 100 < 60:
        found.append(("hhmm", value))
    if size == 4 and 1000 <= value < 2200:
        found.append(("year4", value))
    if size <= 4 and value:
        found.append(("yeardigits", value))
    if 3 <= size <= 4:
        found.append(("year34", value))
    return found


@lru_cache(maxsize=4096)
def _shapes(shape: str) -> tuple[tuple[str, Value], ...]:
    found: list[tuple[str, Value]] = []
    for label, pattern in _COMPILED:
        match = pattern.fullmatch(shape)
        if match:
            groups = [group for group in match.groups() if group and group.isdecimal()]
            value: Value = float(f"{groups[0]}.{groups[1]}") if label == "decimal" else "|".join(groups)
            found.append((label, value))
    return tuple(found)


_COMPILED = [(label, re.compile(pattern)) for label, pattern in _SHAPES]
