"""The words of a text that report events: finite verbs, and nouns where what stands around makes them events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from isnad.statements.conjugation import Kind
from isnad.statements.cues import Cue
from isnad.statements.happenings import Happening, NounForm, VerbForm, context, nouns, verb_forms_of, verbs
from isnad.statements.lexicon import particles, saying
from isnad.statements.openings import begins_clause, opener_end
from isnad.statements.scene import Scene
from isnad.statements.spelt import as_noun, as_verb, is_pointed
from isnad.statements.telling_words import NO_EVENT, class_around, is_sentence, points_back
from isnad.statements.verb_places import (
    after_fronted,
    after_subject,
    after_that,
    after_time,
    after_was,
    agrees,
    before_subject,
    heads_news,
    looks_like_verb,
    never_noun,
    tells_of_indefinite,
    was,
)

Tense = Literal["past", "present", "future", "any"]
_COMMAS = frozenset("،,؛:")
_ALEF, _BAA, _WAW, _HAA, _ARTICLE = "\u0627", "\u0628", "\u0648", "\u0647", "\u0627\u0644"
_SHORT = 4  # letters of a verb with its object that is as often a noun with its possessor
_OBJECTS = (_HAA, _HAA + _ALEF, _HAA + "\u0645")
_WHO = ("اول", "اخر", "كل")  # «أول من صعد القمة»
_REACH = 9  # words from a noun to its date
_BACK = frozenset(("فيه", "فيها", "خلاله", "خلالها", "له", "لها", "لهم"))
STATEMENT = Happening("statement", -1)
UNLISTED = Happening("other", -2)  # a verb known by its shape alone


@dataclass(frozen=True, slots=True)
class Report:
    """A word that reports an event. strong: news even without a date of its own.

    tied: news only by its verb's date. guessed: by its place before an expression that dates nothing else.
    """

    at: int
    kind: Literal["verb", "noun"]
    entry: Happening
    tense: Tense
    joined: bool = False
    definite: bool = False
    strong: bool = True
    plural: bool = False
    tied: bool = False
    guessed: bool = False


def reports(
    scene: Scene,
    cues: Sequence[Cue],
    openings: frozenset[int],
    dates: frozenset[int] = frozenset(),
    known: frozenset[str] = frozenset(),
) -> list[Report]:
    """The triggers of a text in order.

    openings: words with which something reported begins. dates: words of expressions of time («26 مارس»).
    known: ids of events that have names of their own.
    """
    said = {cue.at: cue for cue in cues}
    found: list[Report] = []
    for first, last in scene.sentences:
        for at in range(first, last):
            if _names_event(scene, at, known):
                found.append(Report(at, "noun", nouns()[scene.keys[at]].entry, "any", definite=True))
                continue
            if at in dates or (scene.is_name(at) and not _may_report(scene, at, first)):
                continue
            one = _statement(scene, said[at]) if at in said else None
            if at not in said or (said[at].opened is None and (one is None or not one.strong)):
                one = _report(scene, at, first, last, openings, dates) or one
            one = refined(scene, one) if one is not None else None
            given = bool(found) and is_sentence(scene, at, found[-1].at, found[-1].entry)
            if one is not None and not given:
                found.append(one)
    return found


def _names_event(scene: Scene, at: int, known: frozenset[str]) -> bool:
    """«اغتيال قاسم سليماني» as the name of a known event: its first word reports it."""
    mention = scene.mention_at.get(at)
    return mention is not None and mention.entity in known and scene.keys[at] in nouns()


def _may_report(scene: Scene, at: int, first: int) -> bool:
    """A name whose first word reports an event («هجمات 11 أيلول»), or a verb that was taken into a name."""
    mention = scene.mention_at.get(at)
    names_event = mention is not None and mention.type == "event" and scene.keys[at] in nouns()
    born = at == first and scene.keys[at][:1] == _WAW and scene.keys[at][1:] in context()["born"]  # no «ولد فلان»
    return names_event or born or _misread_name(scene, at, first)


def _misread_name(scene: Scene, at: int, first: int) -> bool:
    """«من المقرر أن يزور فلان», «كان فلان ألغى»: a verb that was taken into the name of its subject."""
    forms, before = verbs().get(scene.keys[at], ()), scene.keys[at - 1] if at > first else ""
    if not forms or scene.keys[at] in nouns():
        return False
    if at in scene.mention_at and before in particles()["that"]:
        return any(form.kind == "present" for form in forms)
    return after_was(scene, at, first) and any(form.kind == "past" for form in forms)


def refined(scene: Scene, report: Report) -> Report | None:
    """The report with the class that the words around give it; None where they show that nothing is reported."""
    event_class = class_around(scene, report.at, report.entry)
    if event_class is None and report.entry.bare:
        return None
    if event_class is None:
        return replace(report, strong=report.strong and not points_back(scene, report.at, report.entry))
    if event_class == NO_EVENT:
        return None
    return replace(report, entry=replace(report.entry, event_class=event_class), strong=True)


def _statement(scene: Scene, cue: Cue) -> Report | None:
    if cue.kind != "verb" or cue.form is None or (cue.form.verb.event == "never" and not cue.form.verb.clear):
        return None
    return Report(
        cue.at,
        "verb",
        STATEMENT,
        _tense_of(cue.form.kind),
        cue.form.joined,
        strong=cue.form.verb.event == "always" and not cue.after,
        plural=cue.form.plural,
    )


def _report(
    scene: Scene, at: int, first: int, last: int, openings: frozenset[int], dates: frozenset[int]
) -> Report | None:
    key = scene.keys[at]
    if key in context()["no_event"]:
        return None
    forms, noun = _fitting_forms(scene, at, first), nouns().get(key)
    noun = noun if noun and as_noun(_written(scene, at), noun) and not tells_who_was_there(noun) else None
    pointed = is_pointed(_written(scene, at)) and any(form.kind == "past" for form in forms)
    if forms and (pointed or _is_verb(scene, at, first, forms, noun) or after_time(scene, at, first, dates)):
        return _verb(scene, at, first, last, forms)
    if noun is None and at in (first, opener_end(scene, first)) and looks_like_verb(scene, at, last):
        return Report(at, "verb", UNLISTED, "past", key.startswith("و"), strong=False)
    dated = noun is not None and _leads_to_date(scene, at, last, noun, dates) and not _is_genitive(scene, at, first)
    if noun is not None and (dated or _is_event(scene, at, first, last, noun, openings)):
        joined = noun.prefix.startswith("و")
        return Report(at, "noun", noun.entry, "any", joined, noun.definite, strong=not noun.entry.weak)
    return None


def tells_who_was_there(noun: NounForm) -> bool:
    """«بمشاركة اليونسكو»: no event, but who took part in one."""
    return noun.prefix == _BAA and noun.text in context()["present"]


def _leads_to_date(scene: Scene, at: int, last: int, noun: NounForm, dates: frozenset[int]) -> bool:
    """«لاعتداءات 13 نوفمبر», «هبوط الإنسان على القمر في 20 تموز»: no verb, no mark, no other such noun between."""
    for word in range(at + 1, min(at + _REACH, last)):
        if word in dates:
            verbal = scene.keys[at + 1] in ("علي", "عن", "من", "الي")  # «العثور على جثة في …»
            return word == at + 1 or not noun.definite or noun.bound or verbal
        key = scene.keys[word]
        if not key[0].isalnum() or key in particles()["relative"] or key in verbs() or key in nouns():
            return False
    return False


def _is_genitive(scene: Scene, at: int, first: int) -> bool:
    """«استئناف التدريب بعد …»: the day is that of the noun before it."""
    before = nouns().get(scene.keys[at - 1]) if at > first else None
    return before is not None and not before.definite


def _fitting_forms(scene: Scene, at: int, first: int) -> tuple[VerbForm, ...]:
    """The forms that the word may be as it is spelt and by what stands before it."""
    before, written = scene.keys[at - 1] if at > first else "", _written(scene, at)
    cut = before in particles()["jussive"] and scene.keys[at] not in saying()
    return tuple(
        form
        for form in _verb_forms(scene, at)
        if (cut or not form.cut) and as_verb(written, form, heads=at == first) and agrees(scene, at, first, form)
    )


def _written(scene: Scene, at: int) -> str:
    return scene.text[scene.words[at].start : scene.words[at].end]


def _verb_forms(scene: Scene, at: int) -> tuple[VerbForm, ...]:
    """The forms that the word may be; «وزارة» is no «وزاره»."""
    key, raw = scene.keys[at], _written(scene, at)
    if raw.endswith("ة"):
        return verbs().get(key, ())
    if key.removeprefix(_WAW) in context()["then"]:
        return ()
    if raw.lstrip("وفبل").startswith("إ") and key not in verbs():
        return ()  # «إقامته» is a noun, «أقامته» a verb
    if key.startswith(_ARTICLE) and key.endswith(_OBJECTS[2]) and key not in verbs():
        return ()  # «التفاهم» is no «التفّا» with its object
    found = verb_forms_of(key)
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else "."
    alone = following in _COMMAS | particles()["preposition"] or not following[0].isalnum()
    if key not in verbs() and (alone or key.startswith(_WAW)):
        stems = {key.removeprefix(_WAW).removesuffix(end) for end in _OBJECTS if key.endswith(end)}
        found = found if stems.isdisjoint(_names_too()) else ()  # «أصدرت حكمها في …», «وعيناه دامعتان»
    if at and never_noun(scene.keys[at - 1]):
        found = tuple(form for form in found if form.joined or (form.kind != "past" and key in verbs()))
    if found and key not in verbs() and _has_verb_before(scene, at):
        found = ()  # «أطلق النظام حملته»
    return found if found or not _tells_of_noun(scene, at) else verbs().get(key.removesuffix(_HAA), ())


def _has_verb_before(scene: Scene, at: int) -> bool:
    """Whether a verb and its definite subject stand right before the word in its clause."""
    if at < 2 or not (scene.keys[at - 1].startswith(_ARTICLE) or scene.is_name(at - 1)):
        return False
    for word in range(at - 1, max(at - 8, scene.sentence_start(at) - 1), -1):
        key = scene.keys[word]
        if key in _COMMAS or key in particles()["relative"] or key in particles()["that"]:
            return False
        if key in verbs() and key not in nouns() and key not in _names_too():
            return True
    return False


def _tells_of_noun(scene: Scene, at: int) -> bool:
    """«الاتفاق الذي وقعه …», «في مؤتمر بأثينا عقده …»: a short verb whose object points back at a noun."""
    key, before = scene.keys[at], scene.keys[max(0, at - 4) : at]
    if not (len(key) == _SHORT and key.endswith(_HAA)) or not before:
        return False
    own = before[max((place + 1 for place, one in enumerate(before) if one in _COMMAS), default=0) :]
    held = any(one in nouns() and not nouns()[one].definite for one in own)
    return before[-1] in particles()["relative"] or held


def _verb(scene: Scene, at: int, first: int, last: int, forms: tuple[VerbForm, ...]) -> Report:
    form = _fitting(scene, at, last, forms)
    kinds = {one.kind for one in forms}
    tense: Tense = "any" if {"past", "present"} <= kinds else _tense_of(form.kind)
    before = scene.keys[at - 1] if at > first else ""
    if tense == "present" and before in ("لم", "ولم", "فلم"):
        tense = "past"
    if tense == "present" and any(was(key) for key in scene.keys[max(first, at - 4) : at]):
        tense = "past"
        tense = "any" if any(key in context()["future"] for key in scene.keys[max(first, at - 4) : at]) else tense
    if before in ("لن", "ولن", "سوف", "وسوف", "والا"):
        tense = "future"  # «وإلا فرض حظر مساء الجمعة»
    if tense == "present" and before == "ان" and scene.keys[at - 2] in ("قبل", "بعد", "الي"):
        tense = "any"  # «قبل أن تلغي المحكمة الحكم في …»
    return Report(at, "verb", form.entry, tense, form.joined, strong=not form.entry.weak, plural=form.plural)


def _tense_of(kind: Kind) -> Tense:
    return "present" if kind == "present" else "future" if kind == "future" else "past"


def _fitting(scene: Scene, at: int, last: int, forms: tuple[VerbForm, ...]) -> VerbForm:
    """Of verbs spelt alike, the one that its object tells; «وقع» before a noun of an event is that it occurred."""
    if len({form.entry for form in forms}) > 1:
        following = nouns().get(scene.keys[at + 1]) if at + 1 < last else None
        for form in forms:
            if following is not None and form.entry.event_class == "other":
                return form
        return next((form for form in forms if class_around(scene, at, form.entry) is not None), forms[0])
    return forms[0]


def _is_verb(scene: Scene, at: int, first: int, forms: tuple[VerbForm, ...], noun: NounForm | None) -> bool:
    """Whether the word is a verb here: unmistakable by form, or by what stands before it."""
    key = scene.keys[at]
    before = scene.keys[at - 1] if at > first else ""
    named = at - 1 in scene.mention_at or scene.is_name(at - 1)
    form = forms[0]
    if _is_rather_noun(key) and before not in particles()["shows_verb"]:
        return (before in _COMMAS and after_fronted(scene, at, first)) or heads_news(scene, at, first)
    pointed = noun is not None and not form.joined and before in particles()["demonstrative"]
    if before == "من" and scene.keys[at - 2] in _WHO and any(one.kind == "past" for one in forms):
        return True
    prepositions = particles()["preposition"] - {"حتي"}
    if not named and (before in prepositions or before.removeprefix("و") in prepositions or pointed):
        return False
    past = any(one.kind == "past" for one in forms)
    if past and (after_was(scene, at, first) or after_that(scene, at, first)):
        return True
    sure_form = form.gender == "f" or form.kind in ("present", "future")
    sure_form = sure_form or (form.plural and key not in _names_too())
    if noun is None and (sure_form or key not in _names_too()):
        return True
    if before in context()["negation"] or (before not in _COMMAS and begins_clause(scene, at, first)):
        return True
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    if following in _BACK and before not in _COMMAS and not before.startswith(_ARTICLE):
        return True  # «يوم قتل فيه …»
    if (before in _COMMAS and after_fronted(scene, at, first)) or tells_of_indefinite(scene, at, first):
        return True
    if noun is None:
        return sure_form or form.joined or before_subject(scene, at)
    return (form.joined and (before in _COMMAS or before_subject(scene, at))) or after_subject(scene, at, first)


def _is_rather_noun(key: str) -> bool:
    rare = particles()["rather_nouns"]
    return key in rare or key.removesuffix(_ALEF) in rare or (key[:1] == _WAW and key[1:] in rare)


@lru_cache(maxsize=1)
def _names_too() -> frozenset[str]:
    """Verbs spelt like nouns; their dual is spelt like the noun's accusative («أصدرت حكما»)."""
    bare = particles()["also_nouns"]
    return bare | {key + _ALEF for key in bare}


def _is_event(scene: Scene, at: int, first: int, last: int, noun: NounForm, openings: frozenset[int]) -> bool:
    words = context()
    before = scene.keys[at - 1] if at > first else ""
    before = before.removeprefix("و") if before.removeprefix("و") in words["eventive"] else before
    prefix = noun.prefix.removesuffix("ال")
    if at in openings or before in words["auxiliary"] | words["future"] or (at == first and not noun.definite):
        return True
    if noun.bound and prefix == _BAA and before in _COMMAS:
        return True  # «فجر مفاجأة، بإحرازه …»
    if not noun.definite and _witnessed(scene, at, first):
        return True
    if noun.definite and not noun.bound:
        return before in words["eventive"] and before not in ("علي", "عن", "مع", "نحو") and _qualified(scene, at, last)
    if noun.text in words["strong"]:
        return prefix not in ("ك",) and _has_complement(scene, at, last)
    if before in ("من", "علي") and at - first > 1 and scene.keys[at - 2] in words["length"]:
        return True  # «بعد أيام من اقتحام …», «بعد ساعات على إعلانه …»
    if before in words["eventive"] - {"علي", "عن", "مع", "نحو"}:
        return True
    return _follows_report(scene, at, first, before)


def _witnessed(scene: Scene, at: int, first: int) -> bool:
    """Whether the noun is the first one that a verb of seeing before it can have for its object."""
    for word in range(at - 1, max(first - 1, at - 10), -1):
        if scene.keys[word] in context()["witness"]:
            return True
        if scene.keys[word] in _COMMAS or (scene.keys[word] in nouns() and not scene.is_name(word)):
            return False
    return False


def _qualified(scene: Scene, at: int, last: int) -> bool:
    """A definite noun is told of anew when something follows that says which: a name, a number, «الذي»."""
    ahead = range(at + 1, min(at + 4, last))
    return any(
        word in scene.mention_at or scene.keys[word] in particles()["relative"] or scene.keys[word][0].isdigit()
        for word in ahead
    )


def _has_complement(scene: Scene, at: int, last: int) -> bool:
    return at + 1 < last and scene.keys[at + 1] not in _COMMAS


def _follows_report(scene: Scene, at: int, first: int, before: str) -> bool:
    """The object of a verb: of saying or happening right before it, or of «أدى إلى» and its like."""
    if before in saying() or before in verbs():
        return any(form.kind in ("past", "present", "future") for form in saying().get(before, verbs().get(before, ())))
    if before in ("الي", "عن", "في"):
        return any(key in context()["result"] for key in scene.keys[max(first, at - 7) : at - 1])
    return False
