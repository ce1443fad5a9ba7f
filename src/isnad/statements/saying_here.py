"""Whether a word is a verb of saying where it stands, or one of the words that are spelt like it."""

from __future__ import annotations

from isnad.arabic.numbers import starts_number
from isnad.arabic.words import CONJUNCTIONS
from isnad.statements.contents import Opened
from isnad.statements.happenings import context
from isnad.statements.lexicon import (
    SayingForm,
    particles,
    roles,
    saying,
)
from isnad.statements.openings import begins_clause, is_aside, opener_end
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_adjunct, is_that
from isnad.statements.word_shapes import bare, is_verb_of_saying, nominative

_COMMAS = frozenset("،,؛")
_DATELINE = frozenset(":-–—)/")
_IN_IT = frozenset(("اليه", "اليها", "عليه", "عليها", "منه", "منها", "لديه"))
_AUTOMATIC = "\u0622\u0644\u064a"  # «صراف آلي», spelt like «إلى» when folded
_CLOSING = frozenset('»”“"')
_ARTICLE, _FEMININE, _WITH = "\u0627\u0644", "\u0629", "\u0628\u0627\u0644"
_WAW = "\u0648"
_BESIDE = 3
_IS = frozenset(("يكن", "تكن", "يكون", "تكون", "ليس", "ليست", "اكن", "نكن", "كنت", "اكون", "لست"))
_WHOM = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_WRITES = "كتب"
_CITED, _CITING = "استشهد", 6  # words from it to what is cited
_PLAIN = frozenset(("من", "على", "عن"))  # what verbs take that may lead to a colon all the same
_FOUND_IN = ("جاء", "ورد")  # «جاء في التقرير أن …»
_LED = {"علم": "من", "ذهب": "الي", "توصل": "الي"}  # «علمت الصحيفة من مصدر أن …», «يذهب الخبير إلى أن …»


def is_comment(scene: Scene, at: int, first: int) -> bool:
    """«كما قال الوزير», «حسبما ذكرت الوكالة», «بحسب ما أعلن المتحدث»: the verb comes after what was said."""
    was = at > first + 1 and scene.keys[at - 1] in context()["was"]  # «كما كان يقول»
    return at > first and scene.keys[at - 1 - was] in ("كما", "حسبما", "مثلما", "ما", "وفقما")


def holds(scene: Scene, at: int, first: int, form: SayingForm, opened: Opened | None) -> bool:
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
    comments = form.kind == "past" and is_comment(scene, at, first)
    return news or comments or (form.kind in ("past", "present") and closes_quotation(scene, at))


def _leads(at: int, form: SayingForm, opened: Opened | None) -> bool:
    """Whether a verbal noun has what is said right behind; «إدانته بالسرقة» convicts."""
    if opened is None or (form.verb.stance == "condemn" and opened.by == "preposition"):
        return False
    far = 4 if form.verb.stance in ("demand", "criticise") else 2  # «دعوته اللبنانيين إلى …»
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
    if at >= len(scene.keys):
        return False
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
    governing = particles()["preposition"] - {"حتي", "دون", "بعد"}
    if before in particles()["construct"] and not scene.keys[at].startswith(_WAW):
        return True  # «وهو بمثابة رد مباشر على …»
    return before in governing or (at - 1 == first and before.removeprefix("و") in governing)


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
