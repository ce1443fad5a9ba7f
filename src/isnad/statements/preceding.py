"""Speakers that stand before their verb: in its clause, its sentence or the sentence before."""

from __future__ import annotations

from isnad.statements.agents import agent
from isnad.statements.answering import told_before
from isnad.statements.contents import is_speech_sized
from isnad.statements.cues import Cue
from isnad.statements.happenings import context, verbs
from isnad.statements.lexicon import particles, roles
from isnad.statements.openings import is_aside, opener_end
from isnad.statements.relatives import of_relative
from isnad.statements.remembered import Said, State
from isnad.statements.salience import last_topic
from isnad.statements.saying_here import closes_quotation
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.subjects import subject
from isnad.statements.unlisted_names import is_adjunct
from isnad.statements.voicing import CARRIED, POINTED, Voice, carried, meant, remembered, same_sentence
from isnad.statements.word_shapes import bare, is_past_verb_of_saying

_COMMAS = frozenset("،,")
_WAS = frozenset(("كان", "كانت", "كانوا"))
_HAD = _WAS | {"قد", "سبق", "ان"}
_NOW = frozenset(("وقد", "فقد", "ولقد"))
_HIM = ("\u0647", "\u0647\u0627")
_DESCRIBED = 3  # words of an indefinite noun with its adjectives
_PHRASE = 12  # words of the longest description before a relative clause
_BUT, _CLAUSE = frozenset(("غير", "الا", "بيد")), 25  # and the words of the longest clause
_SINCE = frozenset(("اذ", "حيث", "وحيث"))  # «وخالفه فلان الرأي، إذ رأى أن …»
_FRONTED = 8  # words of an adjunct before the verb
_ARTICLED = 4  # letters of a noun with the article
_FAA = "\u0641"
_TURNS = frozenset(("لكن", "ولكن", "ان"))
_UNKNOWN = 3  # words of a subject that nobody recognised


def named_before_verb(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """The subject that stands before the verb: «الوزير … قال», «الذي أعلن», «وصل فلان وقال»."""
    first = scene.sentence_start(cue.at)
    if cue.at == first:
        return None
    if (named_here := _named_right_before(scene, cue)) is not None:
        return named_here
    antecedent = of_relative(scene, cue, state)
    if antecedent is not None:
        gender = cue.form.gender if cue.form is not None else ""
        state.said.append(Said(antecedent, frozenset(), frozenset(), gender, plural=False, kind="person"))
        return Voice(cue, antecedent, None, POINTED)
    aimed = told_before(scene, cue, state)
    if aimed is not None:
        return aimed
    joined = cue.form is not None and cue.form.joined
    if joined and state.voice is not None and _differs(cue, state.voice.cue):
        return carried(cue, state)
    if joined and state.voice is not None and state.voice.speaker is not None:
        return Voice(cue, state.voice.speaker, state.voice.via, POINTED)
    start = _start_of_clause(scene, cue, first, joined=joined)
    found = first_subject(scene, start, _before_marks(scene, cue))
    if (found is None or found.kind == "other") and start > first and scene.keys[start - 1] in _SINCE:
        found = first_subject(scene, opener_end(scene, first), start - 1) if state.voice is None else None
    if found is not None and found.kind == "other" and _heads_clause(scene, cue, found, start) and state.voice is None:
        return Voice(cue, found.speaker, None, CARRIED)
    if found is None or found.kind == "other":
        return same_sentence(cue, state)
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _heads_clause(scene: Scene, cue: Cue, found: Subject, start: int) -> bool:
    """«لكن الشواهد السابقة تشير إلى أن …»: a noun with the article that fills the clause up to the verb."""
    alone = cue.form is not None and not cue.form.joined and found.end == cue.at
    return alone and scene.word_at(found.speaker.start) == start and _is_definite(scene.keys[start])


def _is_definite(key: str) -> bool:
    """Whether a noun with the article stands there, and not «إلا»."""
    return key.startswith("ال") and len(key) > _ARTICLED


def _start_of_clause(scene: Scene, cue: Cue, first: int, *, joined: bool) -> int:
    """Where the clause of the verb has its subject, past openers, «كان» and another verb."""
    start = _clause_start(scene, cue.at, first, joined=joined)
    opened = min(opener_end(scene, first), cue.at)
    if start == cue.at and scene.keys[start - 1] in _SINCE:
        start = _clause_start(scene, cue.at - 1, first, joined=joined)  # «لكن فلانا بدا أقل تفاؤلا إذ قال»
    if start == cue.at and scene.keys[start - 1] == "ان" and scene.keys[opened] == "ما":
        start = opened + 2  # «ثم ما لبث فلان أن أوضح»
    start = max(start, opened)
    start += scene.keys[start].removeprefix("و") in context()["was"]
    return start + (scene.keys[start] in verbs())  # «أصدر الديوان بيانا أكد فيه …»


def _differs(cue: Cue, other: Cue) -> bool:
    """«وقال إن سائحا سألها فأجابته: …»: a verb of another gender has not the subject of the one before."""
    genders = {one.form.gender for one in (cue, other) if one.form is not None and not one.form.plural}
    return genders == {"m", "f"}


def _named_right_before(scene: Scene, cue: Cue) -> Voice | None:
    """«تغريدة لطالبة تدعى ميرة كتبت فيها: …»: somebody named right before a past verb without a conjunction."""
    bare_past = cue.form is not None and cue.form.kind == "past" and not cue.form.joined
    places = range(cue.at - 1, max(-1, cue.at - 6), -1) if bare_past and not cue.after else ()
    at = next((at for at in places if scene.mention_end.get(at) == cue.at and scene.within[at] < 0), -1)
    if at < 0 or scene.mention_at[at].type != "person":
        return None
    return Voice(cue, named(scene.mention_at[at]), None, POINTED)


def _before_marks(scene: Scene, cue: Cue) -> int:
    """The verb's word, or the mark that opens the quotation right before it, in which it has no subject."""
    if cue.form is None or cue.form.joined or not closes_quotation(scene, cue.at):
        return cue.at
    inside = (scene.within[word] for word in range(cue.at - 1, max(0, cue.at - 6), -1))
    pair = next((one for one in inside if one >= 0), -1)
    return scene.pairs[pair].open if pair >= 0 and is_speech_sized(scene, pair) else cue.at


def first_subject(scene: Scene, start: int, stop: int) -> Subject | None:
    """Who stands there, also behind a verb that no list knows («ودع المدرب اللاعبين برسالة قال فيها: …»)."""
    start += start < stop and scene.keys[start] in particles()["as_for"]  # «أما عند المزارعين فإنهم يقولون …»
    start = _past_adjunct(scene, start, stop)
    start += start < stop and scene.keys[start] in _COMMAS
    found = subject(scene, start, stop) if start < stop else None
    unknown = found is None or found.kind == "other"
    plain = unknown and start + 1 < stop and scene.keys[start][0].isalpha() and not is_adjunct(scene.keys[start])
    behind = subject(scene, start + 1, stop) if plain else found
    if behind is None or (behind.kind == "other" and found is not None and _is_definite(scene.keys[start])):
        behind = found
    built = behind.mention if behind is not None and behind.mention is not None else None
    at = scene.word_at(built.start) - 1 if built is not None and built.type == "facility" else -1
    left = at >= scene.sentence_start(at + 1) and scene.keys[at][0].isalpha() and not is_aside(scene, at)
    return None if left else behind  # «ما إن غادرت سجن البليدة حتى قالت»


def of_whom(scene: Scene, cue: Cue) -> Subject | None:
    """«قائد في الجيش نقلت عنه الوكالة أن …», «فلان الذي نقلت عنه»: whoever stands right before a relative clause."""
    first, end = scene.sentence_start(cue.at), cue.at
    if cue.form is not None and cue.form.joined:
        return None
    while end > first + 1 and scene.keys[end - 1] in _HAD | particles()["relative"]:
        end -= 1
    end -= end < cue.at and scene.keys[end - 1] in _COMMAS
    for at in range(max(first, end - _PHRASE), end):
        found = subject(scene, at, end)
        begins = found is not None and scene.word_at(found.speaker.start) in (at, at + 1)
        if found is not None and begins and found.end == end and found.kind not in ("other", "back"):
            return found
    return None


def _past_adjunct(scene: Scene, start: int, stop: int) -> int:
    """Past «وعلى ذكر البيروقراطية،» at the head of a clause."""
    if start >= stop or not is_adjunct(scene.keys[start]):
        return start
    comma = next((at for at in range(start, min(start + _FRONTED, stop)) if scene.keys[at] in _COMMAS), start)
    told = any(is_past_verb_of_saying(key) or key in verbs() for key in scene.keys[start + 2 : comma])
    return start if told else comma


def of_sentence_before(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«ووقف سائح حائرا. وقال: …»: the subject of the sentence before, of its paragraph, in which nobody spoke."""
    number = scene.sentence_of[cue.at] - 1
    if number < 0 or state.heard >= number or (cue.form is not None and cue.form.plural):
        return None
    first, last = scene.sentences[number]
    if "\n" in scene.text[scene.words[last - 1].start : scene.words[cue.at].start]:
        return None
    found = agent(scene, first, last)
    topic = last_topic(state.topics, cue.at, state.sentence)
    if topic is not None and topic.sentence == number and (found is None or _is_before_comma(scene, found, topic.at)):
        gender = cue.form.gender if cue.form else ""
        fits = topic.gender in ("", gender) or not gender
        return Voice(cue, remembered(topic, cue, state), None, CARRIED) if fits else None
    if found is None:
        return None
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, CARRIED))


def _is_before_comma(scene: Scene, found: Subject, name: int) -> bool:
    """«النائب الأول لرئيس المجلس وزير الداخلية فلان»: whether a description goes on to a name."""
    between = scene.keys[found.end : name] if found.mention is None and found.definite else ["،"]
    return not any(key in "،,.:؛" or is_adjunct(key) or key in verbs() for key in between)


def own_clause(scene: Scene, at: int, first: int) -> int:
    """Where the clause begins that «بينما», «فيما», «غير أن» open last before word `at`, or -1."""
    for word in range(at - 1, max(first, at - _CLAUSE) - 1, -1):
        but = scene.keys[word] in ("لكن", "ولكن") and scene.keys[word - 1] in _COMMAS
        but = but or (scene.keys[word] == "ان" and scene.keys[word - 1] in _BUT and word > first)
        until = scene.keys[word] == "حتي" and bare(scene.keys[min(word + 2, at)]) in roles().office
        but = but or until  # «حتى أطل الوزير فلان، داعيا …»
        if but or is_aside(scene, word) or scene.keys[word] == "؛":
            return word + 1
    return -1


def past_negation(scene: Scene, first: int) -> int:
    """Past «ولم يؤكد» at the head of a sentence: what is not said has a subject all the same."""
    at = opener_end(scene, first) if scene.sentence_start(first) == first else first
    return at + 2 if scene.keys[at] in context()["negation"] else at


def may_be_fronted(scene: Scene, cue: Cue) -> bool:
    """Whether the subject may stand before the verb: it has no «و», or it is that of «أما الوزير فرأى أن …»."""
    joined = cue.form is not None and cue.form.joined
    behind = scene.keys[cue.at - 1] == "ما"  # «وهو ما وصفته النقابة بأنه …», «الأمر الذي نفته النقابة»
    behind = behind or (scene.keys[cue.at - 1] in particles()["relative"] and scene.keys[cue.at].endswith(_HIM))
    behind = behind or scene.keys[cue.at - 1] in _NOW  # «لا يمنع الأندية من عرض وقد أكدت مصادر أن …»
    return not cue.after and not behind and (not joined or _as_for(scene, cue))


def _as_for(scene: Scene, cue: Cue) -> bool:
    first = scene.sentence_start(cue.at)
    return scene.keys[first] in particles()["as_for"] and scene.keys[cue.at].startswith(_FAA)


def fronted(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وكان الرئيس وصف الهجوم بأنه …», «غير أن الوزير اتهم إيران بـ…»: the subject right before the verb."""
    first = _clause_start(scene, cue.at, scene.sentence_start(cue.at), joined=False)
    if _as_for(scene, cue):
        return _head_of_sentence(scene, cue, state)
    was = scene.keys[first].removeprefix("و") in context()["was"]
    found = subject(scene, first + was, cue.at) if cue.at - first > was else None
    if found is None:
        return _told_of_somebody(scene, cue, state)
    close = found.end + (found.kind == "person" and scene.keys[found.end] in _COMMAS) == cue.at
    over = was and is_aside(scene, first - 1) and not _COMMAS.isdisjoint(scene.keys[found.end : cue.at])
    unknown = found.kind == "other" and not (close and _turns_to(scene, cue, first))
    if unknown or not (was or close) or over:
        return _told_of_somebody(scene, cue, state)
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _turns_to(scene: Scene, cue: Cue, first: int) -> bool:
    """«لكن تيدروس رجح أن …»: whatever stands between the conjunction and a clear verb of saying is who speaks."""
    clear = cue.form is not None and cue.form.verb.clear and cue.opened is not None and cue.opened.by == "that"
    return clear and first > 0 and scene.keys[first - 1] in _TURNS and cue.at - first <= _UNKNOWN


def leading(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«الفلاح فلان من بلدة كذا لخص الوضع: …»: the person at the head of the sentence, before a noun for an object."""
    first = scene.sentence_start(cue.at)
    alone = cue.at > first and not (cue.form is not None and cue.form.joined)
    begins = first in scene.mention_at or bare(scene.keys[first]) in roles().heads
    found = subject(scene, first, cue.at) if alone and begins else None
    if found is None or found.kind != "person":
        return None
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _told_of_somebody(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«أحاط به حشد غاضب يردد «…»»: a verb in the present right behind an indefinite noun for who may speak."""
    if cue.form is None or cue.form.kind != "present" or cue.form.joined:
        return None
    for at in range(cue.at - 1, max(scene.sentence_start(cue.at), cue.at - _DESCRIBED) - 1, -1):
        found = subject(scene, at, cue.at) if bare(scene.keys[at]) in roles().heads else None
        if found is not None and found.kind == "source" and found.end == cue.at and not found.definite:
            speaker, sure = meant(found, cue, state)
            return Voice(cue, speaker, None, min(sure, POINTED))
    return None


def _head_of_sentence(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """Whoever «أما» puts before the verb."""
    found = subject(scene, scene.sentence_start(cue.at) + 1, cue.at)
    if found is None or found.kind == "other":
        return None
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _clause_start(scene: Scene, at: int, first: int, *, joined: bool) -> int:
    """Where the clause of the verb begins: after the last «فيما», «بينما» before it, else with the sentence."""
    if joined:
        return max(first, own_clause(scene, at, first))  # «إذ رفضه الحزب واعتبره …»
    for word in range(at - 1, max(first, at - 25) - 1, -1):
        if is_aside(scene, word) or scene.keys[word] in ("؛", "ان", "بان", "لكن", "ولكن"):
            return word + 1
        if scene.keys[word] in _WAS and scene.keys[word - 1] in _COMMAS | {"ما"}:
            return word  # «وبينما كان …، كان النائب فلان يؤكد أن»
        if scene.keys[word] in particles()["relative"] and scene.keys[word + 1] in context()["was"] and at > word + 2:
            return word + 1  # «الجيش الذي كان قائده فلان قد أكد»
    return max(first, at - 38)
