"""A name found once in an article is found wherever it stands again: clitics, spellings and short forms included."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from isnad.annotation import MentionType
from isnad.arabic.letters import fold_word
from isnad.entities.grammar import grammar
from isnad.entities.page import Candidate, Form, Page, forms
from isnad.entities.word_traits import frequency

Name = tuple[str, ...]
# How likely a single word must be of some name, in the model's eyes, by how common it is on Zipf's scale.
_LEAST_LIKELY = ((4.2, 0.02), (4.8, 0.03), (5.5, 0.1), (9.9, 0.3))
_CERTAIN = 0.97  # probability from which the model's type for a single word stands against a full name
_OFTEN = 4  # times as often as it was found: what is no name to the model as often is doubted
_LIKELY = 0.5  # from which the model has told a definite word from an adjective
_ARTICLE, _FUSED = "\u0627\u0644", "\u0644\u0644"
_SHORTEST = 3  # letters of a name of one word


def propagated(page: Page, found: Sequence[Candidate], named: Mapping[int, float]) -> list[Candidate]:
    """`found` and its repetitions, in reading order.

    named: by the place of each word, how likely the model thinks it of some name.
    """
    found = _agreed(page, found)
    taken = {at for one in found for at in range(one.first, one.last)}
    names = _names(page, found)
    likely = [named.get(word.start, 1.0) for word in page.tokens]
    repeated = [one for one in _repeated(page, names, taken) if _may_stand(page, one, likely)]
    doubted = _doubted(page, found, repeated)
    repeated = [one for one in repeated if words_of(page, one) not in doubted]
    taken |= {at for one in repeated for at in range(one.first, one.last)}
    return sorted([*found, *repeated, *_anaphors(page, [*found, *repeated], taken)])


def _agreed(page: Page, found: Sequence[Candidate]) -> list[Candidate]:
    """`found`, in which a single word that ends or begins a person's full name is that person, not a body or place."""
    people = {word for one in found if one.type == "person" for word in _ends(words_of(page, one))}
    return [one._replace(type="person") if _is_part(page, one, people) else one for one in found]


def _ends(name: Name) -> Name:
    return (name[0], name[-1]) if len(name) > 1 else ()


def _is_part(page: Page, one: Candidate, people: Collection[str]) -> bool:
    alone = one.last - one.first == 1 and one.source == "model" and one.type in ("organization", "place")
    return alone and one.confidence < _CERTAIN and words_of(page, one)[0] in people


def words_of(page: Page, candidate: Candidate) -> Name:
    """The folded words of a candidate, its first without clitics."""
    first, last, *_ = candidate
    read = forms(page.plain[first])
    cut = next((form for form in read if page.span(first, last, form.cut) == candidate.span), None)
    if cut is None:  # a clitic before two letters: «وعز الدين»
        return (fold_word(page.text[candidate.span.start : page.tokens[first].end]), *page.plain[first + 1 : last])
    if cut.text.startswith(_FUSED):
        definite = (form for form in read if form.cut == cut.cut and form.text.startswith(_ARTICLE))
        cut = max(definite, key=lambda form: frequency(form.text))  # «للجنة» is of «اللجنة», seldom of «الجنة»
    return (cut.text, *page.plain[first + 1 : last])


def _names(page: Page, found: Iterable[Candidate]) -> dict[Name, Counter[MentionType]]:
    """What may repeat: the names themselves, and the last word of a person's name of two words or more."""
    names: dict[Name, Counter[MentionType]] = defaultdict(Counter)
    for candidate in found:
        words = words_of(page, candidate)
        if len(words) > 1 or len(words[0]) >= _SHORTEST:
            names[words][candidate.type] += 1
        if candidate.type == "person" and len(words) > 1 and _can_stand_alone(words):
            names[words[-1:]]["person"] += 1
    return names


def _can_stand_alone(words: Name) -> bool:
    last = words[-1]
    return len(last) > _SHORTEST and last not in grammar().stops and words[-2] not in grammar().joints


def _doubted(page: Page, found: Iterable[Candidate], repeated: Iterable[Candidate]) -> set[Name]:
    """Single words that the model took for a name once, and again and again did not."""
    told = Counter(words_of(page, one) for one in found)
    others = {words_of(page, one) for one in found if one.source != "model"}
    again = Counter(words_of(page, one) for one in repeated if one.last - one.first == 1)
    parts = {name[-1:] for name in told if len(name) > 1}
    return {name for name, times in again.items() if name not in others | parts and times >= _OFTEN * told[name]}


def _may_stand(page: Page, candidate: Candidate, likely: Sequence[float]) -> bool:
    """Whether a repetition may be a name: one word may also be another word of the same letters."""
    if candidate.last - candidate.first > 1:
        return True
    if likely[candidate.first] < _LIKELY and candidate.type == "person" and _describes(page, candidate.first):
        return False
    common = frequency(page.plain[candidate.first])
    least = next(least for bound, least in _LEAST_LIKELY if common < bound)
    return likely[candidate.first] >= least


def _describes(page: Page, at: int) -> bool:
    """Whether a word is rather the adjective of the definite noun before it («المعتضد العباسي» … «الخليفة العباسي»)."""
    before, word = page.plain[at - 1] if at else "", page.plain[at]
    definite = before.startswith(_ARTICLE) and before not in grammar().titles
    return definite and word.startswith(_ARTICLE) and word.endswith("\u064a")


def _repeated(page: Page, names: dict[Name, Counter[MentionType]], taken: set[int]) -> Iterator[Candidate]:
    by_first: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_first[name[0]].append(name)
    at = 0
    while at < len(page.plain):
        hit = None if at in taken else _hit(page, at, by_first, taken)
        if hit is None:
            at += 1
            continue
        name, form = hit
        end = at + len(name)
        kind = names[name].most_common(1)[0][0]
        yield Candidate(at, end, page.span(at, end, form.cut), kind, "propagation", 0.75, "propagation.repeated")
        at = end


def _hit(page: Page, at: int, by_first: dict[str, list[Name]], taken: set[int]) -> tuple[Name, Form] | None:
    for form in forms(page.plain[at]):
        for name in by_first.get(form.text, ()):
            places = range(at, at + len(name))
            if tuple(page.plain[at + 1 : at + len(name)]) == name[1:] and taken.isdisjoint(places):
                return name, form
    return None


def _anaphors(page: Page, found: Iterable[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """«التحالف» for the one body before it whose name begins so, or that such a noun introduced («تنظيم «داعش»»)."""
    named: dict[str, set[Name]] = defaultdict(set)
    told = sorted(found, reverse=True)
    for at, word in enumerate(page.plain):
        while told and told[-1].first < at:
            one = told.pop()
            name = words_of(page, one)
            for noun in (one.head, name[0]):
                named[_bare(noun)].add(name)
        form = next((form for form in forms(word) if form.text in grammar().anaphors), None)
        if form and at not in taken and len(named[_bare(form.text)]) == 1:
            span = page.span(at, at + 1, form.cut)
            yield Candidate(at, at + 1, span, "organization", "propagation", 0.6, "propagation.anaphor", form.text)


def _bare(noun: str) -> str:
    return noun.removeprefix("\u0627\u0644")
