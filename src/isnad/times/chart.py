"""The parser: all readings of a short neighbourhood, from its last word to its first, in one walk of the trie per word.

Positions are four to a word, so that clitics have places of their own: «وللخميس» is «و», «ل», «الخميس».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from isnad.times.rules import Branch, Edge, Grammar, Rule

STEP = 4  # positions per word
LIMIT = 400  # edges from one position: a bound for texts made to hurt


class Chart(NamedTuple):
    """The edges by where they start, and the labels of words by where they end."""

    edges: dict[int, list[Edge]]
    ending: dict[int, set[str]]


def parse(lexical: Sequence[Edge], grammar: Grammar, *, whole: int | None) -> list[Edge]:
    """Every edge of an output label over `lexical`. whole: where the text ends, if the neighbourhood is all of it."""
    chart = Chart({}, {})
    for edge in lexical:
        chart.edges.setdefault(edge.start, []).append(edge)
        chart.ending.setdefault(edge.end, set()).add(edge.label)
    for position in sorted(chart.edges, reverse=True):
        _complete(chart, position, grammar, -1 if whole is None else whole)
    return [edge for edges in chart.edges.values() for edge in edges if edge.label in grammar.outputs]


def _complete(chart: Chart, position: int, grammar: Grammar, last: int) -> None:
    """Add every edge that begins at `position`; those that begin later are all there."""
    edges = chart.edges[position]
    seen = {(edge.label, edge.end, edge.value) for edge in edges}
    for edge in edges:  # grows while we walk
        branch = grammar.root.next.get(edge.label)
        if branch is None or len(edges) > LIMIT:
            continue
        for rule, places, taken in _walks(chart, branch, (edge,)):
            made = _made(chart, rule, places, taken, last)
            if made and (made.label, made.end, made.value) not in seen:
                seen.add((made.label, made.end, made.value))
                edges.append(made)


Taken = tuple[Edge, ...]


def _walks(chart: Chart, branch: Branch, taken: Taken) -> Iterator[tuple[Rule, tuple[int | None, ...], Taken]]:
    for rule, places in branch.done:
        yield rule, places, taken
    if not branch.next:
        return
    for edge in chart.edges.get(taken[-1].end, ()):
        following = branch.next.get(edge.label)
        if following is not None:
            yield from _walks(chart, following, (*taken, edge))


def _made(chart: Chart, rule: Rule, places: tuple[int | None, ...], taken: Taken, last: int) -> Edge | None:
    start, end = taken[0].start, taken[-1].end
    if rule.alone and (start != 0 or end != last):
        return None
    left = chart.ending.get(start, set())
    if (rule.after and rule.after.isdisjoint(left)) or not rule.not_after.isdisjoint(left):
        return None
    if rule.not_before and any(edge.label in rule.not_before for edge in chart.edges.get(end, ())):
        return None
    value = rule.build([None if place is None else taken[place] for place in places])
    return None if value is None else Edge(rule.gives, start, end, value, rule.id, rule.weight)
