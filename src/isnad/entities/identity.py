"""Which entity a mention is: one of the knowledge base, that of a fuller name, or one made of its name.

What the article leaves open stays open: no entity, and the reason names what it may be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from isnad.annotation import Mention
from isnad.arabic.letters import fold_word
from isnad.entities import choice, metonyms, sequence_model
from isnad.entities.grammar import grammar
from isnad.entities.knowledge import Entity, Knowledge
from isnad.entities.page import Candidate, Page
from isnad.entities.propagation import Name
from isnad.entities.roles import role
from isnad.entities.short_forms import name_of, wholes
from isnad.entities.word_traits import frequency

_ARTICLE = "\u0627\u0644"
_CAPITAL = (fold_word("العاصمة"), fold_word("عاصمة"))
_LONG = 80  # characters of an id
_METROPOLIS = 1_000_000  # inhabitants of a city that is meant wherever it is named
_GIVEN = 4.7  # on Zipf's scale: a part of names that is as common is a given name
_SHOWN = 3  # of the things that an open name may be
_OR = " أو "
_MAY_BE = "قد يكون {}، ولم يُحسم الربط."


@dataclass(frozen=True, slots=True)
class _Scene:
    """What deciding on one name needs to know of the whole article."""

    page: Page
    knowledge: Knowledge
    evidence: Counter[str]
    home: str | None
    names: Counter[Name]
    named: set[int] = field(default_factory=set)  # words of names, those of people apart
    people: set[int] = field(default_factory=set)


def identified(page: Page, candidates: Sequence[Candidate], knowledge: Knowledge) -> Iterator[Mention]:
    """The candidates as mentions, each with the id of its entity; None where two entities are as likely."""
    names = [name_of(page, candidate) for candidate in candidates]
    whole = wholes(page, candidates, names)
    evidence = choice.countries(page, (_options(knowledge, *pair) for pair in zip(candidates, names, strict=True)))
    scene = _Scene(page, knowledge, evidence, choice.dominant(evidence), Counter(names))
    for one in candidates:
        (scene.people if one.type == "person" else scene.named).update(range(one.first, one.last))
    made = [_mention(scene, *parts) for parts in zip(candidates, names, whole, strict=True)]
    yield from _standing_for_governments(scene, candidates, made)


def made_id(name: Sequence[str]) -> str:
    """An id from a name that no knowledge base has: its folded words, safe in addresses and in file names."""
    words = ["".join(char for char in word if char.isalnum()) for word in name]
    return "-".join(word for word in words if word).casefold()[:_LONG].strip("-")


def _mention(scene: _Scene, candidate: Candidate, name: Name, whole: tuple[Name, ...]) -> Mention:
    entity, reason = _told(scene, candidate, name, whole)
    known = scene.knowledge.entities.get(entity or "")
    return Mention(
        *candidate.span,
        text=scene.page.text[slice(*candidate.span)],
        type=known.type if known else candidate.type,
        entity=entity,
        confidence=round(candidate.confidence, 3),
        source=candidate.source,
        rule=candidate.rule,
        reason=reason,
        role=role(scene.page, candidate.first, scene.named, scene.people) if candidate.type == "person" else "",
    )


def _told(scene: _Scene, candidate: Candidate, name: Name, whole: tuple[Name, ...]) -> tuple[str | None, str]:
    """The entity and no reason, or no entity and what it may be."""
    found = {one: _entity(scene, candidate, name, one) for one in whole}
    ids = {entity for entity, _ in found.values()}
    if len(ids) == 1:
        return next(iter(found.values()))
    return None, _may_be([_shown(scene.knowledge, entity, one) for one, (entity, _) in found.items()])


def _entity(scene: _Scene, candidate: Candidate, name: Name, whole: Name) -> tuple[str | None, str]:
    told = candidate if whole == name else candidate._replace(entity=None)
    options = _headed(scene.knowledge, candidate, whole) or _options(scene.knowledge, told, whole)
    options = options or _of_capital(scene.knowledge, told, whole)
    if not options:
        return _of_country(scene, candidate, whole) or None, ""
    before = scene.page.plain[candidate.first - 1] if candidate.first else ""
    one = choice.chosen(options, scene.evidence, before)
    if one and _may_be_another(scene, one, whole):
        return made_id(whole), ""
    if one and _far_away(scene, one, name):
        others = [other for other in scene.knowledge.named(" ".join(whole)) if other.type != one.type]
        if len(others) == 1:
            return others[0].id, ""
        one = None if before in choice.rules()["local"] else one
    return (one.id, "") if one else (None, _may_be([_with_country(scene, candidate, option) for option in options]))


def _far_away(scene: _Scene, one: Entity, name: Name) -> bool:
    """Whether it is a town of a country that nothing else in the article speaks of, and the article is of another."""
    town = one.kind == "city" and one.origin == "shipped" and one.weight < _METROPOLIS
    return town and scene.home != one.country and scene.evidence[one.country] <= scene.names[name]


def _may_be_another(scene: _Scene, one: Entity, name: Name) -> bool:
    """Whether somebody else may bear a public figure's name.

    Two given names («أحمد حسن») are of many in any country; usual words are of somebody else in an article on others.
    """
    if one.type != "person" or one.origin != "shipped":
        return False
    parts = sequence_model.word_lists().parts
    if len(name) > 1 and all(word in parts and frequency(word) >= _GIVEN for word in name):
        return True
    usual = all(word in parts or word in grammar().joints or word.startswith(_ARTICLE) for word in name)
    return usual and not scene.evidence[one.country]


def _options(knowledge: Knowledge, candidate: Candidate, name: Name) -> list[Entity]:
    return [one for one in choice.options_of(knowledge, name, candidate.entity) if _fits(one, candidate)]


def _headed(knowledge: Knowledge, candidate: Candidate, name: Name) -> list[Entity]:
    """What is known by the name with the noun that introduced it: «قاعدة «حرير»» is no town."""
    head = candidate.head.removeprefix(_ARTICLE)
    found = knowledge.named(" ".join((head, *name))) if head else ()
    return [one for one in found if one.type == candidate.type]


def _of_capital(knowledge: Knowledge, candidate: Candidate, name: Name) -> list[Entity]:
    """What is known by the capital's own name: «مطار العاصمة العراقية»."""
    for at in range(1, len(name) - 1):
        home = choice.adjectives().get(name[at + 1]) if name[at] in _CAPITAL else None
        if home:
            names = knowledge.capitals.get(f"{home}-government", ())
            spelt = [(*name[:at], *fold_word(one).split(), *name[at + 2 :]) for one in names]
            return [one for words in spelt for one in _options(knowledge, candidate, words)]
    return []


def _fits(entity: Entity, candidate: Candidate) -> bool:
    """Whether a known entity of that name may be what the candidate's type says; places and buildings shade off."""
    spatial = {"place", "facility"}
    told = entity.id == candidate.entity
    return told or entity.type == candidate.type or {entity.type, candidate.type} <= spatial or candidate.type == "work"


def _of_country(scene: _Scene, candidate: Candidate, name: Name) -> str:
    """The made id; a body that every state has goes by its country, said («وزارة الدفاع العراقية») or understood."""
    if candidate.type != "organization" or name[0] not in choice.rules()["state_bodies"]:
        return made_id(name)
    country = choice.country_of(name)
    bare = _without_state(name[:-1] if country else name)
    home = country or scene.home
    known = _institution(scene.knowledge, bare, home) if home else None
    return known or made_id((*bare, home) if home else name)


def _without_state(name: Name) -> Name:
    """The name of a government without what only says in which state it is («حكومة تصريف الأعمال»)."""
    if " ".join(name[1:]) in choice.rules()["no_other_body"]:
        return (name[0] if name[0].startswith(_ARTICLE) else _ARTICLE + name[0],)
    return name


def _institution(knowledge: Knowledge, bare: Name, home: str) -> str | None:
    adjectives = (form for form, country in choice.adjectives().items() if country == home)
    found = {one.id for form in adjectives for one in knowledge.named(" ".join((*bare, form)))}
    return found.pop() if len(found) == 1 else None


def _standing_for_governments(
    scene: _Scene, candidates: Sequence[Candidate], made: Sequence[Mention]
) -> Iterator[Mention]:
    """The mentions, each capital that stands for its government with the government's id in `metonym_for`."""
    entities = scene.knowledge.entities
    stands = [entities[one.entity or ""].metonym_for if one.entity in entities else "" for one in made]
    capitals = [n for n, government in enumerate(stands) if government]
    places = [(candidates[n].first, candidates[n].last) for n in capitals]
    acting = {capitals[n] for n in metonyms.governments(scene.page, places)}
    for n, mention in enumerate(made):
        yield replace(mention, metonym_for=stands[n]) if n in acting else mention


def _may_be(names: Sequence[str]) -> str:
    return _MAY_BE.format(_OR.join(f"«{name}»" for name in list(dict.fromkeys(names))[:_SHOWN]))


def _shown(knowledge: Knowledge, entity: str | None, name: Name) -> str:
    known = knowledge.entities.get(entity or "")
    return known.name if known else " ".join(name)


def _with_country(scene: _Scene, candidate: Candidate, one: Entity) -> str:
    """A known thing as the article writes its name, told apart by its country."""
    country = scene.knowledge.entities.get(one.country)
    surface = scene.page.text[slice(*candidate.span)]
    return f"{surface} ({country.name})" if country and country.id != one.id else one.name
