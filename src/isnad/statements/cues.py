"""Where the text says that somebody says something: verbs of saying, their participles, phrases of attribution.

A cue tells what was said from where on, and where to look for who said it. Speech inside quotation marks is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from isnad.arabic.letters import fold_word
from isnad.arabic.numbers import starts_number
from isnad.arabic.words import CONJUNCTIONS
from isnad.statements.contents import Opened, is_speech_sized, opening
from isnad.statements.happenings import context
from isnad.statements.lexicon import (
    Attribution,
    Saying,
    SayingForm,
    attributions,
    never_verbs,
    particles,
    roles,
    saying,
    saying_of_it,
)
from isnad.statements.openings import begins_clause, is_aside, opener_end
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_adjunct, is_that
from isnad.statements.word_shapes import bare, holds_object, is_verb_of_saying, nominative

CueKind = Literal["verb", "circumstance", "noun", "phrase"]

_COMMAS = frozenset("،,؛")
_DATELINE = frozenset(":-–—)/")
_IN_IT = frozenset(("اليه", "اليها", "عليه", "عليها", "منه", "منها", "لديه"))
_AUTOMATIC = "\u0622\u0644\u064a"  # «صراف آلي», spelt like «إلى» when folded
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”“"')
_ABOVE, _BELOW, _GLUED_TO_NOUN = "\u0623", "\u0625", "\u0648\u0641\u0628\u0644"
_ARTICLE, _FEMININE, _WITH = "\u0627\u0644", "\u0629", "\u0628\u0627\u0644"
_BESIDE = 3
_NOUN = frozenset(("اسم", "حال"))  # what a participle may take without a preposition
_IS = frozenset(("يكن", "تكن", "يكون", "تكون", "ليس", "ليست", "اكن", "نكن", "كنت", "اكون", "لست"))
_WHOM = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_WRITES = "كتب"
_CITED, _CITING = "استشهد", 6  # words from it to what is cited
_PLAIN = frozenset(("من", "على", "عن"))  # what verbs take that may lead to a colon all the same
_FOUND_IN = ("جاء", "ورد")  # «جاء في التقرير أن …»
_LED = {"علم": "من", "ذهب": "الي", "توصل": "الي"}  # «علمت الصحيفة من مصدر أن …», «يذهب الخبير إلى أن …»


@dataclass(frozen=True, slots=True)
class Cue:
    """at: its word; end: just past it. stop: where the search for its subject ends. opened: None when none follows."""

    at: int
    end: int
    kind: CueKind
    lemma: str
    stance: str
    stop: int
    opened: Opened | None = None
    form: SayingForm | None = None
    phrase: Attribution | None = None
    after: bool = False  # «…، كما قال»: what was said stands before it

    @property
    def verb(self) -> Saying | None:
        """The verb of saying, None for a phrase."""
        return self.form.verb if self.form else None


def cues(scene: Scene) -> list[Cue]:
    """The cues of a text outside quoted speech, in order."""
    return [cue for first, last in scene.sentences for cue in _in_sentence(scene, first, last)]


def _in_sentence(scene: Scene, first: int, last: int) -> Iterator[Cue]:
    forms, phrases, short = saying(), attributions(), saying_of_it()
    at = closed = first  # up to `closed` lies the subject of the cue before, which may say something of its own
    while at < last:
        pair = scene.within[at]
        if pair >= 0 and is_speech_sized(scene, pair):
            at = scene.pairs[pair].close
            continue
        key = scene.keys[at]
        cue = None
        if key in phrases:
            cue = _phrase(scene, at, last, phrases[key])
        if cue is None and key in forms and not _is_named(scene, at, first) and not _is_other_word(scene, at):
            cue = _verb(scene, at, first, last, forms[key])
        told = _points_back(scene, at, first) or scene.keys[at + 1 : at + 2] == [":"]
        if cue is None and key in short and (told or _urges(scene, at, short[key])):
            cue = _verb(scene, at, first, last, short[key])
        if cue is not None and not (at < closed and cue.kind in ("verb", "circumstance")):
            yield cue
            closed = cue.opened.word if cue.opened is not None and cue.kind != "phrase" else at
        at = max(at + 1, cue.end if cue is not None else 0)


def _is_named(scene: Scene, at: int, first: int) -> bool:
    """Whether a name begins in the word; «وروت إليزابيث …» at the head of a sentence is a verb read into a name."""
    mention = scene.mention_at.get(at)
    if mention is None or any(form.verb.clear and form.kind == "past" for form in saying()[scene.keys[at]]):
        return False  # «نفى» is nobody's name
    if scene.mention_end[at] == at + 1 < len(scene.keys) and is_that(scene, at + 1):
        return False  # «أما الوزير فرأى أن …»
    if closes_quotation(scene, at):
        return False  # ««…»، روت فلانة»
    swallowed = at == first and mention.start > scene.words[at].start
    return not (swallowed and scene.mention_end[at] > at + 1)


def _is_other_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    best_of = at > 0 and scene.keys[at - 1] in ("احد", "احدي")  # «أحد أبرز وجوه الحراك»
    return best_of or scene.text[word.start : word.end] in never_verbs()


def _phrase(scene: Scene, at: int, last: int, candidates: tuple[Attribution, ...]) -> Cue | None:
    for phrase in candidates:
        end = at + len(phrase.words)
        if end >= last or phrase.verb or not _matches(scene, at, phrase):
            continue
        if phrase.preposition and not scene.keys[end].startswith(phrase.preposition):
            continue
        if phrase.own and not (begins_clause(scene, at, scene.sentence_start(at)) and _ends_aside(scene.keys[end])):
            continue
        stop = _phrase_stop(scene, end, last)
        so = stop < last and scene.keys[stop] == "فان"  # «بحسب فلان فإن القرار «متسرع»»
        opened = Opened(stop + 1, "that", stop) if so else None
        return Cue(at, end, "phrase", phrase.lemma, phrase.stance, stop, opened, phrase=phrase)
    return None


def _ends_aside(key: str) -> bool:
    """«وحسبه، فإن …», «وحسبه فإن الشارع …»: what follows a phrase that is complete by itself."""
    return key in _COMMAS or key in particles()["that"]


def _matches(scene: Scene, at: int, phrase: Attribution) -> bool:
    """Whether the words stand there; the last may carry a pronoun («على حد قوله»)."""
    keys = scene.keys[at : at + len(phrase.words)]
    if keys[1:-1] != list(phrase.words[1:-1]):
        return False
    if len(keys) == 1:
        return True
    return keys[-1].startswith(phrase.words[-1]) and len(keys[-1]) - len(phrase.words[-1]) <= 3


def _phrase_stop(scene: Scene, end: int, last: int) -> int:
    lists = particles()
    for at in range(end, min(last, end + 40)):
        if scene.keys[at] in lists["that"] or is_aside(scene, at):
            return at
    return min(last, end + 40)


def _verb(scene: Scene, at: int, first: int, last: int, candidates: tuple[SayingForm, ...]) -> Cue | None:
    negated = _negated(scene, at, first)
    if _impersonal(scene, at):
        return None
    for form in candidates:
        if negated and fold_word(form.verb.lemma) not in particles()["affirmed_by_negation"]:
            continue
        if (form.kind == "noun" and form.joined) or _is_verbal_noun(scene, at, form):
            continue
        opened, stop = opening(scene, at, last, form)
        if form.kind == "circumstance" and form.verb.takes & _NOUN and _is_far(opened, at, form):
            opened = _object(scene, at, last) or opened
        if _holds(scene, at, first, form, opened):
            kind: CueKind = form.kind if form.kind in ("circumstance", "noun") else "verb"
            calls = form.verb.stance == "describe" and scene.keys[at - 1] == "ما"  # «وهو ما وصفته بأنه «خطأ»»
            after = kind == "verb" and opened is None and not calls and _is_comment(scene, at, first)
            stance = "expect" if negated else form.verb.stance
            return Cue(at, at + 1, kind, form.verb.lemma, stance, stop, opened, form, after=after)
    return None


def _is_verbal_noun(scene: Scene, at: int, form: SayingForm) -> bool:
    """«إدانتهم بالسرقة» as written, where folded letters alone could be «أدانتهم»."""
    written = scene.text[scene.words[at].start : scene.words[at].end].lstrip(_GLUED_TO_NOUN)
    return form.kind == "past" and written.startswith(_BELOW) and form.verb.lemma.startswith(_ABOVE)


def _points_back(scene: Scene, at: int, first: int) -> bool:
    """«وهو ما عزته الوزارة إلى …», «القرار الذي عده النواب …»: where a verb has a pronoun for its object."""
    before = scene.keys[at - 1] if at > first else ""
    return before in ("ما", "قد", "وقد") or before in particles()["relative"] | particles()["aside"]


def _urges(scene: Scene, at: int, forms: tuple[SayingForm, ...]) -> bool:
    """«وحثه على «الالتزام»», «ودعاه إلى ضبط النفس»: a joined verb with its object, and what it takes right behind."""
    behind = scene.mention_end.get(at + 1, at + 1)  # «وحذره بلينكن من …»
    following = scene.keys[behind] if behind < len(scene.keys) else ""
    return any(
        form.joined and form.verb.stance != "ask" and following in map(fold_word, form.verb.takes) for form in forms
    )


def _is_far(opened: Opened | None, at: int, form: SayingForm) -> bool:
    """Whether what a participle takes stands before the words in marks: «مبدية استعداد مدريد … «إذا طلب منا»»."""
    return opened is None or (opened.by == "marks" and opened.at > at + 4 and "أن" not in form.verb.takes)


def _object(scene: Scene, at: int, last: int) -> Opened | None:
    """«مؤكدا مواصلة الدعم»: the noun right after the participle."""
    lists, word = particles(), at + 1
    if word < last and holds_object(scene.keys[word]) and scene.keys[word] in lists["preposition"]:
        word += 1  # «ملتمسة منه الكشف عن ملفاتهم»
    if scene.keys[word : word + 1] == ["من"] and word + 2 < last:
        word += 2  # «طالبا من الجميع «الالتزام باللائحة»»
        if scene.keys[word] in _OPENING:
            return Opened(word + 1, "marks", word)
    if scene.keys[word : word + 1] == ["«"] and scene.within[word + 1] >= 0 and "حال" in _takes(scene, at):
        return Opened(word, "noun", word)  # «معتبرا «الحال» من أهم الأفلام»
    if word >= last or not scene.keys[word][0].isalpha() or scene.keys[word] in lists["preposition"]:
        return None
    return Opened(word, "noun", word)


def _takes(scene: Scene, at: int) -> frozenset[str]:
    return frozenset[str]().union(*(form.verb.takes for form in saying()[scene.keys[at]]))


def _negated(scene: Scene, at: int, first: int) -> bool:
    before = scene.keys[max(first, at - 2) : at]
    negation = particles()["negation"]
    return bool(before) and (
        before[-1] in negation - {"ما", "وما"} or (len(before) > 1 and before[0] in ("دون", "بدون"))
    )


def _impersonal(scene: Scene, at: int) -> bool:
    two = f"{scene.keys[at]} {scene.keys[at + 1]}" if at + 1 < len(scene.keys) else scene.keys[at]
    return two in particles()["impersonal"]


def _is_comment(scene: Scene, at: int, first: int) -> bool:
    """«كما قال الوزير», «حسبما ذكرت الوكالة», «بحسب ما أعلن المتحدث»: the verb comes after what was said."""
    was = at > first + 1 and scene.keys[at - 1] in context()["was"]  # «كما كان يقول»
    return at > first and scene.keys[at - 1 - was] in ("كما", "حسبما", "مثلما", "ما", "وفقما")


def _holds(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened | None) -> bool:
    """Whether the word is a verb of saying here, and not its homograph."""
    if form.kind == "circumstance":
        near = opened is not None and (opened.at - at <= _BESIDE or not scene.keys[at].startswith("بال"))
        return near and at > first and _is_circumstance(scene, at)  # «ختم بالتأكيد على أن …», but «بالتأكيد» alone
    if form.kind == "noun":
        return _leads(at, form, opened)
    if _means_other(scene, at, first, form):
        return form.verb.lemma == _WRITES and opened is not None and opened.by == "that"
    if form.verb.lemma in _LED:
        return opened is not None and opened.by == "that" and _LED[form.verb.lemma] in scene.keys[at : opened.at]
    if form.verb.clear:
        return not _after_preposition(scene, at, first)
    if _is_preposition(scene, at):
        return opened is not None and _no_preposition(scene, at, first, form, opened)
    if form.verb.lemma in _FOUND_IN:
        return opened is not None and scene.keys[at + 1] in ("في", "فيه", "فيها")
    if opened is None:
        return _stands_alone(scene, at, first, form)
    bare_verb = opened.by in ("marks", "colon") and not form.verb.takes & {"أن", "ب", "اسم"}
    check = _says_by_itself if bare_verb else _is_verb_here
    return not _another_says(scene, at, opened) and check(scene, at, first, form, opened)


def _another_says(scene: Scene, at: int, opened: Opened) -> bool:
    """«وحين احتج نواب، قال الرئيس: …», «يسخر بعضهم، ويعلق أحدهم: …»: whether another verb stands before the colon."""
    if opened.by != "colon":
        return False
    between = range(at + 1, opened.word)
    joined = (word for word in between if scene.keys[word - 1] in _COMMAS)
    another = any(form.joined and form.kind != "noun" for word in joined for form in saying().get(scene.keys[word], ()))
    return another or any(is_verb_of_saying(scene.keys[word]) for word in between)


def _says_by_itself(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened) -> bool:
    """«سخر مغرد من الجلسة: «…»», «وخاطبهم «…»»: a verb that takes nothing for what is said."""
    alone = form.verb.takes <= _PLAIN and not any(map(is_verb_of_saying, scene.keys[at + 1 : opened.word]))
    begins = form.joined if opened.by == "marks" else begins_clause(scene, at, first)
    return alone and begins and (opened.by == "colon" or form.verb.stance == "state")


def _means_other(scene: Scene, at: int, first: int, form: SayingForm) -> bool:
    """«كتب» (books) at the head of a sentence, «استشهد» (was killed) where nothing is cited."""
    if form.verb.lemma == _CITED:
        return particles()["cited"].isdisjoint(scene.keys[at + 1 : at + _CITING])
    return form.verb.lemma == _WRITES and at == first and not form.joined


def _stands_alone(scene: Scene, at: int, first: int, form: SayingForm) -> bool:
    """Whether a verb with nothing said behind it is news, a comment or the end of a quotation."""
    dateline = at > first and scene.keys[at - 1] in _DATELINE and at - first < 9
    begins = dateline or (at == first and form.joined) or (first < at == opener_end(scene, first))
    begins = begins or (at > first + 1 and (is_aside(scene, at - 1) or is_aside(scene, at - 2)))
    comma = at > first and scene.keys[at - 1] in _COMMAS
    begins = begins or (comma and form.joined and form.verb.event != "never" and _office_at(scene, at + 1))
    heads = at == first or (comma and is_adjunct(scene.keys[first]))
    begins = begins or (heads and "اسم" in form.verb.takes and _office_at(scene, at + 1))
    news = begins and form.kind == "past" and form.verb.event != "never"
    comments = form.kind == "past" and _is_comment(scene, at, first)
    return news or comments or (form.kind in ("past", "present") and closes_quotation(scene, at))


def _leads(at: int, form: SayingForm, opened: Opened | None) -> bool:
    """Whether a verbal noun has what is said right behind; «إدانته بالسرقة» convicts."""
    if opened is None or (form.verb.stance == "condemn" and opened.by == "preposition"):
        return False
    far = 4 if form.verb.stance == "demand" else 2  # «دعوته اللبنانيين إلى …»
    return opened.at - at <= far and form.verb.stance != "ask"


def _is_preposition(scene: Scene, at: int) -> bool:
    """«عقب», «عبر», «بين»: verbs only at the head of a sentence, with a conjunction."""
    key = scene.keys[at]
    joined = key[:1] in CONJUNCTIONS and key[1:] in particles()["preposition"]
    return joined or key in particles()["preposition"]


def _no_preposition(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened) -> bool:
    """«عبر» at the head of a sentence, or in «وفي حوار معه عبر الفنان فلان عن أسفه»."""
    heads = at == first or scene.keys[at - 1] in _DATELINE
    spoken_of = bare(scene.keys[at + 1]) in roles().heads or at + 1 in scene.mention_at
    spoken_of = spoken_of or scene.keys[at + 1] in particles()["honorific"] or is_that(scene, at + 1)
    if form.verb.lemma == "عبر" and begins_clause(scene, at, first) and spoken_of and scene.keys[opened.at - 1] == "عن":
        return True  # «من جانبه، عبر والد التوأمين عن شكره»
    if opened.by == "preposition" and opened.clip == 0 and form.kind == "past" and _person_at(scene, at + 1):
        return True
    listed = form.joined and scene.keys[at - 1] in _COMMAS and spoken_of and opened.by == "that"
    return listed or (heads and ((form.joined and spoken_of) or at + 1 in scene.mention_at))  # «، وبين المدير أن»


def _office_at(scene: Scene, at: int) -> bool:
    """«جدد رئيس أركان الجيش فلان تمسكه …»: an office right behind the verb, or somebody's name."""
    known = scene.mention_at.get(at)
    person = (known is not None and known.type == "person") or scene.keys[at] in scene.surnames
    return person or bare(scene.keys[at]) in roles().office


def _person_at(scene: Scene, at: int) -> bool:
    """Whether somebody with a name stands there, also behind his office."""
    names = [scene.mention_at[word] for word in range(at, min(at + 4, len(scene.keys))) if word in scene.mention_at]
    return (
        bool(names) and names[0].type == "person" and (at in scene.mention_at or bare(scene.keys[at]) in roles().heads)
    )


def closes_quotation(scene: Scene, at: int) -> bool:
    """«…»، هكذا علق فلان: the verb behind the marks."""
    before = scene.keys[max(0, at - 4) : at]
    return bool(set(before) & _CLOSING) and before[-1] in _COMMAS | particles()["before_verb_of_quotation"]


def _is_circumstance(scene: Scene, at: int) -> bool:
    """«، طالبة …» is said of who spoke; «قالت طالبة» is who speaks, «29 متهما» are counted."""
    before = scene.keys[at - 1]
    if before[:1].isdigit() or starts_number(before) or before.removeprefix("و") in _IS | context()["was"]:
        return False  # «29 متهما», «لم يكن كاتبا عابرا»
    if before in particles()["that"] and nominative(scene.keys[at]) in roles().heads:
        return False  # «إلا أن متحدثا باسمها قال»
    agrees = all(scene.text[word.start : word.end].endswith(_FEMININE) for word in scene.words[at - 1 : at + 1])
    if agrees and not before.startswith(_ARTICLE) and not scene.keys[at].startswith(_WITH):
        return at - 1 in scene.mention_at or bare(before) in roles().heads  # «أول عينة مؤكدة»
    return scene.keys[at] not in roles().heads or before in _COMMAS


def _after_preposition(scene: Scene, at: int, first: int) -> bool:
    if at == first or scene.is_name(at - 1) or _called_whom(scene, at):
        return False
    before, word = scene.keys[at - 1], scene.words[at - 1]
    if before in _IN_IT or scene.text[word.start : word.end] == _AUTOMATIC:
        return False
    return before in particles()["preposition"] - {"حتي", "دون", "بعد"}


def _called_whom(scene: Scene, at: int) -> bool:
    """«هاجم من وصفهم بـ«المتخاذلين»»: «من» is «who» before a verb that calls somebody so."""
    return (
        scene.keys[at - 1] in ("من", "عمن", "ممن")
        and scene.keys[at].endswith(_WHOM)
        and (scene.keys[at + 1 : at + 3] == ["ب", "«"] or scene.keys[at + 1 : at + 2] == ["«"])
    )


def _is_verb_here(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened) -> bool:
    if _after_preposition(scene, at, first):
        return False
    strong = opened.by in ("that", "colon", "marks")
    begins = begins_clause(scene, at, first)
    if not strong and opened.by == "noun":
        return begins
    if not strong:
        return begins or form.joined or form.gender == "f" or form.kind != "past"
    return begins or form.joined or form.kind != "past" or opened.at - at <= 14
