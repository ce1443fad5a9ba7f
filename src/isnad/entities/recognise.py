"""All names of a text: known ones, those a rule proposes, those the model finds, and what repeats them, told apart.

What stands where two overlap is said in `merging`, how sure each is in `confidence`; the editor comes after all this.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, get_args

from isnad.annotation import Mention, MentionType
from isnad.article import Proposed
from isnad.entities import sequence_model
from isnad.entities.beside import beside
from isnad.entities.confidence import weighed
from isnad.entities.dateline import sources
from isnad.entities.grammar import grammar, heads, introducers
from isnad.entities.identity import identified
from isnad.entities.knowledge import Knowledge
from isnad.entities.lexicon import Lexicon, known_names, lexicon_of, quoted
from isnad.entities.merging import SURE, merged
from isnad.entities.page import Candidate, Form, Page, forms, page_of
from isnad.entities.propagation import propagated
from isnad.entities.sequence_model import Found
from isnad.entities.triggers import hints, triggered
from isnad.entities.word_traits import frequency, is_present_verb

Layer = Literal["model", "rules", "lexicon", "propagation"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
_DOUBTED = 0.5  # confidence of a known name under which something else must speak for it
_RULED_OUT = 0.2  # probability of being of a name under which the model rules a known one out
_RULED_OUT_RARE = 0.05  # the same where all of its words are rare
_RARE = 3.0  # on Zipf's scale
_UNLIKELY = 0.03  # the same for what a rule finds
_UNLIKELY_SPOT = 0.05  # and of those for places and buildings, whose heads are common words
_ALIKE = {"place": "facility"}  # the model's places are buildings too, which only evidence of a head tells
_OWN = "model.crf"  # the rule of names that our own model finds
_UNLABELLED = frozenset({"weapon", "event", "work"})
_CERTAIN = 0.9  # from which it is believed that several words are a name which begin like a particle
# Probability below which the model is not heard, by type: as rules and lists add the rest, it need not guess. Set on
# dev splits, with a model that had not seen them, and on articles that are looked at. Works stand for events too.
_HEARD: Mapping[MentionType, float] = {"person": 0.65, "place": 0.65, "organization": 0.7, "work": 0.6}
_HEARD_INTRODUCED = 0.4  # the same of a person right after a title or such a verb as people do
_HEARD_OTHERS = 0.35  # the same of other recognisers
_FULL_NAMES = frozenset({"person.titled", "person.led"})
_TITLE = 0.97  # probability from which several words in guillemets are a title
_HEARD_LATIN = 0.8  # the same of words in Latin letters, of which it saw few
_AND, _SO, _ARTICLE = "\u0648", "\u0641", "\u0627\u0644"
_GLUED_LETTERS, _HAMZAS = frozenset("\u0648\u0641\u0628\u0644\u0643"), frozenset("\u0623\u0625\u0622")
_SHORT_CLITIC = 4  # letters up to which a hamza inside tells nothing: «كأس», «بأس»
_ADJECTIVAL = ("\u064a", "\u064a\u0647")  # folded endings
_AS_OFTEN = 1.0  # on Zipf's scale: an adjective is about as common with the article as without it
_GLUED = 0.8  # on Zipf's scale: how much commoner a word is than itself with a glued «and»


def recognise(
    text: str, knowledge: Knowledge, layers: Collection[Layer] = LAYERS, proposed: Iterable[Proposed] = ()
) -> tuple[Mention, ...]:
    """The mentions of `text`, in order, none overlapping, each with its entity where it can be told.

    layers: what may find names; fewer than all only to measure what each is worth. proposed: what other recognisers
    found in the text.
    """
    page, lexicon = page_of(text), lexicon_of(knowledge)
    reading = sequence_model.read(text, hints(page, lexicon))
    modelled = list(_modelled(page, ((found, _OWN) for found in reading.names)))
    seen = {at: one for one in modelled for at in range(one.first, one.last)}
    candidates = list(_modelled(page, ((Found(*one[:4]), f"model.{one.by}") for one in proposed)))
    if "model" in layers:
        candidates += modelled
    if "lexicon" in layers:
        known = (one for one in known_names(page, lexicon) if _supported(page, one, reading, seen))
        candidates += (one for one in known if not _is_part_of_longer(one, seen))
        candidates += sources(page, lexicon)
    if "rules" in layers:
        types = {at: _ALIKE.get(one.type, one.type) for at, one in seen.items()}
        ruled = (one for one in triggered(page, lexicon, types) if not _better_read(one, seen))
        candidates += (one for one in ruled if _evident(page, one) or _likely(page, one, reading) >= _least(one))
    candidates = [one for one in candidates if not (_is_something_else(page, one) or _is_country(page, one, lexicon))]
    chosen = merged(page, candidates, seen)
    if "rules" in layers:
        chosen = beside(page, chosen, reading.named)
    if "propagation" in layers:
        chosen = propagated(page, chosen, reading.named)
    return tuple(identified(page, weighed(chosen, modelled), knowledge))


def _modelled(page: Page, names: Iterable[tuple[Found, str]]) -> Iterator[Candidate]:
    """What a model finds, less clitics, titles and units of money; each name comes with the rule to put to it."""
    starts = [word.start for word in page.tokens]
    for found, rule in names:
        first, last = _within_marks(page, bisect_right(starts, found.start) - 1, bisect_left(starts, found.end))
        first, last = _past_verb(page, first, last), _before_verb(page, first, last)
        first = _past_head_inside(page, first, last, found.type)
        first, kind, head = _past_introduction(page, first, last, found.type)
        certain = found.probability >= _CERTAIN and last - first > 1
        if found.probability < _least_heard(page, first, found.type, rule) or _is_no_name(page, first, last, certain):
            continue
        if kind == "work" and rule == _OWN and _may_be_speech(page, first, last, found.probability):
            continue
        span = page.span(first, last, _clitics(page, first, kind))
        yield Candidate(first, last, span, kind, "model", found.probability, rule, head)


def _introduces(word: str) -> bool:
    """Whether a word is a title, or a verb of saying or in the present, of which people are subjects."""
    known = any(form.text in grammar().sayings or form.text in grammar().titles for form in forms(word))
    return known or is_present_verb(word.removeprefix(_AND))


def _within_marks(page: Page, first: int, last: int) -> tuple[int, int]:
    """The words without marks at their ends, of which one is left at least («جنو / لينكس»)."""
    while first < last - 1 and not page.plain[first][0].isalnum():
        first += 1
    while first < last - 1 and not page.plain[last - 1][-1].isalnum():
        last -= 1
    return first, last


def _least_heard(page: Page, first: int, kind: MentionType, rule: str) -> float:
    if rule != _OWN:
        return _HEARD_OTHERS
    if kind == "person" and first and _introduces(page.plain[first - 1]):
        return _HEARD_INTRODUCED
    initial = page.text[page.tokens[first].start]
    return max(_HEARD[kind], _HEARD_LATIN) if initial.isascii() and initial.isalpha() else _HEARD[kind]


def _past_verb(page: Page, first: int, last: int) -> int:
    """Past a verb that the model reads into a name («يلتقي المغرب …»), unless somebody is called so («يزيد»)."""
    word = page.plain[first]
    bare = word.removeprefix(_AND)
    verb = is_present_verb(bare) and not sequence_model.word_lists().is_name(bare)
    return first + 1 if verb and first < last - 1 else first


def _before_verb(page: Page, first: int, last: int) -> int:
    """Before the verb of a subject in front of it: «أما ليونيل ميسي فاعترف» names nobody called «ميسي فاعترف»."""
    word = page.plain[last - 1]
    subject = 0 < first < last - 1 and page.plain[first - 1] in grammar().as_for
    return last - 1 if subject and word.startswith(_SO) and word not in sequence_model.word_lists().parts else last


def _past_head_inside(page: Page, first: int, last: int, kind: MentionType) -> int:
    """Past a noun in the middle that introduces a place: what stands before it is another thing («زار فلان حي كذا»)."""
    inside = [at for at in range(first + 1, last - 1) if page.plain[at] in introducers("place")]
    return inside[-1] if inside and kind == "place" else first


def _past_introduction(page: Page, first: int, last: int, kind: MentionType) -> tuple[int, MentionType, str]:
    """The first word of the name itself, past titles and nouns that only introduce it, and what those make it."""
    head = ""
    while first < last - 1:
        word = page.plain[first]
        rule = next((heads()[form.text] for form in forms(word) if form.text in heads()), None)
        if rule is not None and not rule.inside:
            kind, head = rule.type, word
        elif word not in grammar().titles:
            break
        first += 1
    return first, kind, head


def _may_be_speech(page: Page, first: int, last: int, probability: float) -> bool:
    """Whether words in guillemets that nothing introduces are rather somebody's than a title («الوقف الكامل وارد»)."""
    doubtful = probability < _TITLE or page.plain[last - 1] in grammar().deictic
    return last - first > 1 and doubtful and quoted(page, first, last)


def _is_something_else(page: Page, candidate: Candidate) -> bool:
    """Whether the word before makes another thing of it: a field, a purpose, a fixed phrase («القوة القاهرة»)."""
    if not candidate.first:
        return False
    before, word = page.plain[candidate.first - 1], page.plain[candidate.first]
    if candidate.type == "person" and candidate.source == "model" and before in grammar().meant:
        return True
    office = any(form.text.removeprefix("\u0627\u0644") in grammar().offices for form in forms(before))
    return (office and word in grammar().ministries) or f"{before} {word}" in grammar().phrases


def _is_country(page: Page, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a model takes a country with a definite adjective for a person: «دور مصر المحوري»."""
    if candidate.type != "person" or candidate.source != "model" or candidate.last != candidate.first + 2:
        return False
    second, known = page.plain[candidate.first + 1], lexicon.hit(page.plain, candidate.first)
    country = known is not None and known.end == candidate.first + 1
    country = country and known is not None and any(one.kind == "country" for one in known.entities)
    return country and second.startswith(_ARTICLE) and second not in sequence_model.word_lists().parts


def _is_no_name(page: Page, first: int, last: int, certain: bool) -> bool:
    """Whether the words are titles, adjectives, money or an anaphor, or begin with a particle.

    certain: what begins like a particle may be a name all the same («بان كي مون», «علي» beside «على»).
    """
    words = page.plain[first:last]
    if all(word in grammar().titles or word in grammar().nisba for word in words):
        return True
    sum_of = words[0] in grammar().money and _is_nisba(words[-1])
    money = sum_of or any(form.text in grammar().money for form in forms(words[-1]))
    if len(words) == 1 and any(form.text in grammar().anaphors for form in forms(words[0])):
        return True  # what it stands for, if anything, propagation tells
    short = len(words) == 1 and len(words[0]) < 3
    if len(words) == 2 and words[0] in heads() and _is_indefinite_adjective(words[1]):
        return True
    particle = not certain and any(form.text in grammar().particles for form in forms(words[0]))
    return short or money or particle


def _is_indefinite_adjective(word: str) -> bool:
    """Whether a word is an adjective that says what kind of thing it is («سجن انفرادي»), and no name in -ī."""
    formed = word.endswith(_ADJECTIVAL) and not word.startswith(_ARTICLE)
    return formed and frequency(_ARTICLE + word) > frequency(word) - _AS_OFTEN and frequency(word) >= _RARE


def _is_nisba(word: str) -> bool:
    return f"\u0627\u0644{word}" in grammar().nisba or word in grammar().nisba


def _clitics(page: Page, at: int, kind: MentionType) -> int:
    """How many letters of the first word of a model's name are clitics: those whose rest the lists know, and it not."""
    word, lists = page.plain[at], sequence_model.word_lists()
    rest = word[1:]
    known = lists.knows(rest) or rest in grammar().compounds
    if _shows_clitic(page, at) and known:
        return 1
    if word.startswith(_AND) and known and frequency(rest) > frequency(word) + _GLUED:
        return 1
    if lists.is_name(word):
        return 0
    for form in forms(word)[1:]:
        definite = form.text.startswith(_ARTICLE) and kind != "person"
        if form.cut and (definite or form.text in heads() or _is_name_behind(word, form, kind)):
            return form.cut
    return 1 if word.startswith(_AND) and len(word) > 4 and frequency(rest) >= frequency(word) else 0


def _shows_clitic(page: Page, at: int) -> bool:
    """«بأسوان», «لإسطنبول»: an alef with a hamza begins a word, whatever letter is glued before it."""
    word = page.text[page.tokens[at].start : page.tokens[at].end]
    return len(word) > _SHORT_CLITIC and word[0] in _GLUED_LETTERS and word[1] in _HAMZAS


def _is_name_behind(word: str, form: Form, kind: MentionType) -> bool:
    """Whether the rest of the word is the name: known, and commoner; of people's names clearly so («باراك», «كيجي»)."""
    lists = sequence_model.word_lists()
    if kind == "person":
        unheard = not frequency(word) and frequency(form.text) >= _RARE
        return unheard or (lists.is_name(form.text) and frequency(form.text) > frequency(word) + _GLUED)
    return lists.knows(form.text) and (frequency(form.text) > frequency(word) or form.cut > 1)


def _supported(
    page: Page, candidate: Candidate, reading: sequence_model.Reading, seen: Mapping[int, Candidate]
) -> bool:
    """Whether a known name may stand: the dossier's, and of the others what the model does not rule out.

    Of weapons, events and works it cannot tell, as its corpora hardly label them; guillemets speak for themselves.
    """
    if candidate.rule == "lexicon.dossier" and candidate.confidence >= _DOUBTED:
        return True
    if candidate.confidence < _DOUBTED:
        return _backed(candidate, seen)
    if candidate.type in _UNLABELLED or quoted(page, candidate.first, candidate.last):
        return True
    common = max(frequency(word) for word in page.plain[candidate.first : candidate.last])
    return _likely(page, candidate, reading) >= (_RULED_OUT if common >= _RARE else _RULED_OUT_RARE)


def _is_part_of_longer(candidate: Candidate, seen: Mapping[int, Candidate]) -> bool:
    """Whether a known person's name is within a longer one that the model sees («محمد عيسى» in «محمد عيسى الخالدي»)."""
    other = seen.get(candidate.first) if candidate.type == "person" else None
    if other is None or other.type != "person" or candidate.rule == "lexicon.dossier":
        return False
    longer = other.last - other.first > candidate.last - candidate.first
    return longer and other.first <= candidate.first and candidate.last <= other.last


def _least(candidate: Candidate) -> float:
    return _UNLIKELY_SPOT if candidate.type in ("place", "facility") else _UNLIKELY


def _evident(page: Page, candidate: Candidate) -> bool:
    """Whether what a rule finds needs nobody's word: guillemets, a full name after a title, a country's adjective."""
    titled = candidate.rule in _FULL_NAMES and candidate.last - candidate.first > 1
    return titled or candidate.rule.endswith(".quoted") or page.plain[candidate.last - 1] in grammar().nisba


def _likely(page: Page, candidate: Candidate, reading: sequence_model.Reading) -> float:
    """How likely the model thinks all of the words of names."""
    return min(reading.named.get(page.tokens[at].start, 0.0) for at in range(candidate.first, candidate.last))


def _better_read(candidate: Candidate, seen: Mapping[int, Candidate]) -> bool:
    """Whether the model sees a person where a rule sees one with other limits: of persons' names it knows more."""
    if candidate.type != "person" or candidate.rule == "person.ali":
        return False
    others = (seen.get(at) for at in range(candidate.first, candidate.last))
    return any(other and other.type == "person" and other.confidence >= _DOUBTED for other in others)


def _backed(candidate: Candidate, seen: Mapping[int, Candidate]) -> bool:
    """Whether the model, by itself, takes a doubtful known name for a name, and for none of a person."""
    other = seen.get(candidate.first)
    if other is None or candidate.last > other.last or other.confidence < SURE:
        return False
    return other.type == candidate.type or (other.type != "person" and candidate.last == other.last)
