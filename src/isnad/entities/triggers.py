"""Names by what stands before them: heads, bodies with adjectives, titles.

The words are data: grammar.toml and heads.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from isnad.annotation import MentionType
from isnad.arabic.spans import Span
from isnad.entities.grammar import Rule, body_end, construct_end, grammar, heads
from isnad.entities.lexicon import Lexicon
from isnad.entities.page import CLOSING, OPENING, Candidate, Form, Page, forms
from isnad.entities.person_names import has_tail
from isnad.entities.sequence_model import word_lists
from isnad.entities.word_traits import frequency, is_possessed

_LONGEST_QUOTE = 5  # words between guillemets that are a name and no speech
_LONGEST_TITLE = 8  # the same of works
_LONGEST_PERSON = 8
_LONGEST_LED = 4
_LONGEST_AGED = 4  # words before somebody's age that are looked at
_BEFORE_AGE = frozenset("(،,")
_FARTHEST_OFFICE = 6  # words between an office and the body that it is of
_SHORTEST = 3  # letters of an unknown name
_LED_COMMON = 3.6  # on Zipf's scale: less common words right after «برئاسة» are taken for a name
_STRANGE, _NAME_COMMON = 3.0, 4.5  # on Zipf's scale: rarer words are taken for names, listed ones up to the second
_ADJECTIVAL = ("\u064a", "\u064a\u0647")  # folded endings
_AND, _ARTICLE = "\u0648", "\u0627\u0644"
_IN = "\u0641\u064a"  # the preposition
_TEN = "\u0639\u0634\u0631"  # the second word of eleventh to nineteenth


def triggered(page: Page, lexicon: Lexicon, modelled: Mapping[int, str]) -> Iterator[Candidate]:
    """All names that a rule proposes, in reading order; they may overlap.

    modelled: the type of the name that the model finds at a word.
    """
    for at, word in enumerate(page.plain):
        if word in _BEFORE_AGE and (aged := _aged(page, at)):
            yield aged
        for form in forms(word):
            found = _headed(page, at, form, lexicon, modelled) or _body(page, at, form) or _titled(page, at, form)
            found = found or _led(page, at, form)
            if found:
                yield found
                if found.type == "organization":
                    yield from _leader(page, found)
                break


def hints(page: Page, lexicon: Lexicon) -> dict[int, str]:
    """By the place of each word what the rules by themselves take it for, as the sequence model is told."""
    found: dict[int, str] = {}
    for one in sorted(triggered(page, lexicon, {}), key=lambda one: one.first - one.last):
        places = [page.tokens[at].start for at in range(one.first, one.last)]
        if not any(place in found for place in places):
            kind = one.rule.split(".")[0][:4]
            found |= {place: f"{'r' if at else 'R'}{kind}" for at, place in enumerate(places)}
    return found


def _headed(page: Page, at: int, form: Form, lexicon: Lexicon, modelled: Mapping[int, str]) -> Candidate | None:
    rule = heads().get(form.text) or heads().get(form.text.removeprefix(_ARTICLE))
    if rule is None:
        return None
    quoted = _quoted(page, at + 1, _LONGEST_TITLE if rule.type == "work" else _LONGEST_QUOTE)
    if quoted and (form.text in heads() or _may_be_titled(page, quoted, rule)):
        return _candidate(page, quoted, rule.quoted or rule.type, f"{rule.id}.quoted", 0.95, head=form.text)
    if form.text in grammar().settlements:
        return _settlement(page, at + 1, form)
    if not rule.inside or form.text not in heads() or (form.cut and form.text in grammar().manners):
        return None
    if form.text in grammar().forces and _begins_body(page, at + 1):
        return None
    return _construct(page, at, form, rule, lexicon, modelled)


def _begins_body(page: Page, at: int) -> bool:
    """Whether a body's name begins at `at` («قوات الجيش الوطني», «قوات حكومة الوفاق الوطني»)."""
    word = page.plain[at] if at < len(page.plain) else ""
    head = heads().get(word)
    headed = head is not None and head.inside and head.type == "organization"
    end = construct_end(page.plain, at, None) if headed else None
    return word in grammar().bodies or (end is not None and _evident(page, at, end))


def _may_be_titled(page: Page, quoted: tuple[int, int], rule: Rule) -> bool:
    """Whether words in guillemets after a definite noun name it; most tell of it («أن الحزب «كتب التاريخ»»)."""
    first, last = quoted
    return rule.type != "work" and (last - first == 1 or page.plain[first].startswith(_ARTICLE))


def _settlement(page: Page, at: int, form: Form) -> Candidate | None:
    """The definite or unheard-of word after «ناحية» and the like, unless it tells what kind of town it is."""
    word = page.plain[at] if at < len(page.plain) else ""
    words = grammar()
    other = any(word in of for of in (words.stops, words.generic, words.fields, words.titles, words.bodies))
    definite = word.startswith(_ARTICLE) and len(word) >= 5
    if other or words.adjective(word) or not (definite or _is_strange(word)):
        return None
    return _candidate(page, (at, at + 1), "place", "place.introduced", 0.75, form.text)


def _construct(
    page: Page, at: int, form: Form, rule: Rule, lexicon: Lexicon, modelled: Mapping[int, str]
) -> Candidate | None:
    named = _named(page, at + 1, rule, lexicon)
    if form.text in grammar().apart and _known_body(page, at + 1, lexicon):
        return None
    end = construct_end(page.plain, at, named)
    if end is None or _is_any(page, at, end, rule):
        return None
    if rule.evidence and not (named or _evident(page, at, end) or modelled.get(at) == rule.type):
        return None
    if rule.type == "place":
        end = _with_country(page, end, lexicon)
    if rule.type == "facility" and page.plain[end : end + 1] and page.plain[end] in grammar().wings:
        end += 1
    if form.text in grammar().missions and page.plain[end : end + 1] == [_IN]:
        end = _place(page, end + 1, lexicon) or end
    span = page.span(at, end, form.cut)
    return Candidate(at, end, span, rule.type, "rule", 0.85, rule.id, page.plain[at])


def _place(page: Page, at: int, lexicon: Lexicon) -> int | None:
    """The end of the known place that begins at `at`."""
    hit = lexicon.hit(page.plain, at) if at < len(page.plain) else None
    return hit.end if hit and not hit.form.cut and all(one.type == "place" for one in hit.entities) else None


def _known_body(page: Page, at: int, lexicon: Lexicon) -> bool:
    known = lexicon.hit(page.plain, at) if at < len(page.plain) else None
    return known is not None and not known.form.cut and all(one.type == "organization" for one in known.entities)


def _is_any(page: Page, at: int, end: int, rule: Rule) -> bool:
    """Whether the words describe any thing of the kind («محطة الوقود», «ميدان التعليم والصحة»)."""
    return page.plain[at + 1] in grammar().generic and (end == at + 2 or rule.type == "facility")


def _named(page: Page, at: int, rule: Rule, lexicon: Lexicon) -> int | None:
    """The end of the known name, or for buildings, places and foundations of the person's, that begins at `at`."""
    if at >= len(page.plain):
        return None
    known = lexicon.hit(page.plain, at)
    # «قوات حفتر», «حكومة ميقاتي»: whose they are is no name of theirs.
    led = rule.evidence and rule.type == "organization"
    person = known is not None and all(one.type == "person" for one in known.entities)
    if known and not known.form.cut and not known.ambiguous and not (led and person):
        return known.end
    if page.plain[at] in grammar().middles and (last := _place(page, at + 1, lexicon)):
        return last  # «محكمة استئناف طرابلس», «مجلس محافظة نينوى»
    title = page.plain[at] in grammar().titles
    last = _person_end(page, at + title)
    if last and (title or (rule.type in ("facility", "place") and last > at + 1)):
        return last
    spatial = rule.type in ("facility", "place") and not rule.evidence
    return at + 1 if spatial and _is_strange(page.plain[at]) else None


def _is_strange(word: str) -> bool:
    """Whether an indefinite word can hardly be but a name: rare, and no adjective («مستشفى ميداني»)."""
    whole = word.isalpha() and len(word) >= _SHORTEST and not word.startswith(_ARTICLE)
    bound = _NAME_COMMON if word_lists().is_name(word) else _STRANGE
    adjective = word.endswith(_ADJECTIVAL) and frequency(_ARTICLE + word) > 0  # «توتي» never takes the article
    other = adjective or is_possessed(word) or _other_word(word)
    return whole and frequency(word) < bound and not other


def _evident(page: Page, at: int, end: int) -> bool:
    last = page.plain[end - 1]
    coordinated = end - at > 2 and last.startswith("\u0648") and last[1:] in grammar().fields
    described = end - at > 2 and page.plain[at + 1] in grammar().middles
    formed = last.startswith(_ARTICLE) and last.endswith("\u064a") and last not in grammar().titles
    return coordinated or described or formed or grammar().adjective(last)


def _with_country(page: Page, end: int, lexicon: Lexicon) -> int:
    """Past the country that stands right after the name of a part of it («إقليم كردستان العراق»)."""
    hit = lexicon.hit(page.plain, end) if end < len(page.plain) else None
    country = hit and not hit.form.cut and any(entity.kind == "country" for entity in hit.entities)
    return hit.end if hit and country else end


def _body(page: Page, at: int, form: Form) -> Candidate | None:
    if form.text in grammar().sites and page.plain[at + 1 : at + 2] and page.plain[at + 1] in grammar().sited:
        span = page.span(at, at + 2, form.cut)
        return Candidate(at, at + 2, span, "facility", "rule", 0.85, "facility.adjective", form.text)
    if form.text in grammar().units and (end := _numbered(page, at + 1)):
        return Candidate(
            at, end, page.span(at, end, form.cut), "organization", "rule", 0.85, "body.numbered", form.text
        )
    if form.text not in grammar().bodies:
        return None
    end = body_end(page.plain, at)
    if end is None or (form.text in grammar().ministries and page.plain[end - 1] not in grammar().marks):
        return None
    return Candidate(at, end, page.span(at, end, form.cut), "organization", "rule", 0.9, "body.adjective", form.text)


def _numbered(page: Page, at: int) -> int | None:
    """The end of the number that begins at `at`, in words or digits, and of adjectives after it."""
    end = at
    while end < len(page.plain) and (
        page.plain[end] in grammar().ordinals or (end == at and page.plain[end].isdigit())
    ):
        end += 1
    while at < end < len(page.plain) and grammar().adjective(page.plain[end]):
        end += 1
    return end if end > at else None


def _titled(page: Page, at: int, form: Form) -> Candidate | None:
    if page.names_ali(at):
        last = _person_end(page, at)
        while at and page.plain[at - 1] in word_lists().parts and not _other_word(page.plain[at - 1]) and not form.cut:
            at -= 1
        return _person(page, at, last, form.cut, "person.ali") if last and last > at + 1 else None
    if form.text not in grammar().titles:
        return None
    first = at + 1
    while first < len(page.plain) and page.plain[first] in (grammar().nisba | grammar().titles):
        first += 1
    last = _person_end(page, first)
    if last and last < len(page.plain) and _is_strange(page.plain[last]):
        last += 1
    return _person(page, first, last, 0, "person.titled", form.text) if last else None


def _leader(page: Page, body: Candidate) -> Iterator[Candidate]:
    """The person right after the body that an office before it is of («زعيم التيار الصدري مقتدى الصدر»)."""
    last = _person_end(page, body.last)
    if last and last > body.last + 1 and (head := _office_before(page, body.first)):
        yield _person(page, body.last, last, 0, "person.leader", head)


def _led(page: Page, at: int, form: Form) -> Candidate | None:
    """«وفد برئاسة إرنستو راميريز ريغو»: two or more words that may be parts of a name right behind."""
    if form.text not in grammar().led:
        return None
    last = at + 1
    while last < min(len(page.plain), at + 1 + _LONGEST_LED) and _may_be_led(page, last):
        last += 1
    return _person(page, at + 1, last, 0, "person.led") if last > at + 2 else None


def _aged(page: Page, at: int) -> Candidate | None:
    """The person whose age the mark at `at` begins: «حفصة عمر (16 عاما)», «سارة أحمد، 20 عاما،»."""
    if not (page.plain[at + 1 : at + 2] and page.plain[at + 1].isdigit() and page.plain[at + 2 : at + 3]):
        return None
    if page.plain[at + 2] not in grammar().years:
        return None
    first = at
    while first > max(at - _LONGEST_AGED, 0) and _may_be_part(page, first - 1):
        first -= 1
    return _person(page, first, at, 0, "person.aged") if first < at - 1 else None


def _may_be_led(page: Page, at: int) -> bool:
    """Whether a word behind «برئاسة» may be of a name: a joint, or too rare for another word; known ones less so."""
    word = page.plain[at]
    bound = _NAME_COMMON if word in word_lists().parts else _LED_COMMON
    return (
        _may_be_part(page, at, bound)
        and (word in grammar().joints or frequency(word) < bound)
        and not (grammar().adjective(word) or word in grammar().nisba)
    )


def _may_be_part(page: Page, at: int, common: float = _STRANGE) -> bool:
    """Whether a word may be a part of a person's name: a known one, a joint, or a word less common than `common`."""
    word = page.plain[at]
    if not word.isalpha() or _other_word(word) or word in grammar().titles:
        return False
    return word in word_lists().parts or word in grammar().joints or frequency(word) < common


def _office_before(page: Page, at: int) -> str:
    """The office or title among the few words before `at`, "" where a mark comes first or there is none."""
    for word in reversed(page.plain[max(at - _FARTHEST_OFFICE, 0) : at]):
        if not word.isalpha():
            return ""
        if any(form.text in grammar().offices or form.text in grammar().titles for form in forms(word)):
            return word
    return ""


def _person(page: Page, first: int, last: int, cut: int, rule: str, head: str = "") -> Candidate:
    return Candidate(first, last, page.span(first, last, cut), "person", "rule", 0.85, rule, head)


def _person_end(page: Page, first: int) -> int | None:
    """The end of a run of known parts of personal names; a joint («عبد», «بن») takes the word after it along.

    A king's number ends the run, or a definite word formed like a family name that is no common one («جميل الشمري»).
    """
    at = first
    while at < min(len(page.plain), first + _LONGEST_PERSON) and (end := _part_end(page, at)):
        at = end
    if at == first:
        return None
    at = _past_ordinal(page, first, at)
    return at + 1 if at < len(page.plain) and _is_family_name(page.plain[at], page.names_ali(at - 1)) else at


def _part_end(page: Page, at: int) -> int | None:
    """The end of the known part of a name at `at`; a joint takes a part along, «نصر» its «الله»."""
    word = page.plain[at]
    if word in grammar().joints and at + 1 < len(page.plain):
        end = at + 2
        return end + 1 if page.plain[at + 1] in grammar().joints and end < len(page.plain) else end
    if word not in word_lists().parts or (_other_word(word) and not page.names_ali(at)):
        return None
    return at + 1 + has_tail(page.plain, at)


def _past_ordinal(page: Page, first: int, end: int) -> int:
    """Past the number of a king or pope («الملك محمد السادس»), and his father's name after it."""
    reigns = any(word in grammar().reigning for word in page.plain[max(first - 2, 0) : first])
    if not (reigns and end < len(page.plain) and page.plain[end] in grammar().regnal):
        return end
    end += 2 if page.plain[end + 1 : end + 2] == [_TEN] else 1
    while end + 1 < len(page.plain) and page.plain[end] in grammar().joints:
        end = _part_end(page, end) or end + 1
    return end


def _is_family_name(word: str, after_ali: bool) -> bool:
    formed = word.startswith(_ARTICLE) and (after_ali or word.endswith("\u064a")) and len(word) > 5
    return formed and not (grammar().adjective(word) or _other_word(word) or word in grammar().titles)


def _other_word(word: str) -> bool:
    """Whether a word that is somebody's name somewhere is more likely another word right after a title."""
    words = grammar()
    joined = word.removeprefix(_AND) in words.particles  # «وفي» is a name too, but seldom
    return joined or word in heads() or any(word in of for of in (words.stops, words.bodies, words.offices))


def _quoted(page: Page, at: int, longest: int) -> tuple[int, int] | None:
    """The words between the guillemets that open at `at`, when they are few enough to be a name."""
    if at >= len(page.plain) or page.plain[at] not in OPENING:
        return None
    for end in range(at + 2, min(len(page.plain), at + 2 + longest)):
        if page.plain[end] in CLOSING:
            return at + 1, end
        if page.plain[end] in OPENING:
            return None
    return None


def _candidate(
    page: Page, words: tuple[int, int], kind: MentionType, rule: str, confidence: float, head: str
) -> Candidate:
    span: Span = page.span(*words)
    return Candidate(*words, span, kind, "rule", confidence, rule, head)
