"""Speakers that stand before their verb: in its clause, its sentence or the sentence before."""

from __future__ import annotations

from isnad.annotation import Speaker
from isnad.statements.agents import agent
from isnad.statements.contents import is_speech_sized
from isnad.statements.cues import Cue, closes_quotation
from isnad.statements.happenings import context, verbs
from isnad.statements.lexicon import particles, roles, saying, saying_of_it
from isnad.statements.openings import is_aside, opener_end
from isnad.statements.remembered import Said, State
from isnad.statements.salience import last_topic
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.subjects import subject
from isnad.statements.unlisted_names import is_adjunct
from isnad.statements.voicing import CARRIED, POINTED, Voice, carried, meant, remembered, same_sentence
from isnad.statements.word_shapes import bare, is_past_verb_of_saying

_COMMAS = frozenset("،,")
_SINCE = frozenset(("اذ", "حيث", "وحيث"))
_WAS = frozenset(("كان", "كانت", "كانوا"))
_HAD = _WAS | {"قد", "سبق", "ان"}
_HIM = ("\u0647", "\u0647\u0627")
_OPENING = 7  # words in which the subject of such a clause begins
_PHRASE = 12  # words of the longest description before a relative clause
_BUT, _CLAUSE = frozenset(("غير", "الا", "بيد")), 25  # and the words of the longest clause
_SINCE = frozenset(("اذ", "حيث"))  # «وخالفه فلان الرأي، إذ رأى أن …»
_WHICH = frozenset(("التي", "اللتان", "اللتين", "اللواتي", "اللاتي"))
_FRONTED = 8  # words of an adjunct before the verb
_FAA, _PASSIVE = "\u0641", "\u0626\u0644"


def named_before_verb(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """The subject that stands before the verb: «الوزير … قال», «الذي أعلن», «وصل فلان وقال»."""
    first = scene.sentence_start(cue.at)
    if cue.at == first:
        return None
    if (named_here := _named_right_before(scene, cue)) is not None:
        return named_here
    antecedent = _of_relative(scene, cue, state)
    if antecedent is not None:
        gender = cue.form.gender if cue.form is not None else ""
        state.said.append(Said(antecedent, frozenset(), frozenset(), gender, plural=False, kind="person"))
        return Voice(cue, antecedent, None, POINTED)
    aimed = _written(scene, cue, state) or _asked(scene, cue, state) or _while_saying(scene, cue, state)
    if aimed is not None:
        return aimed
    joined = cue.form is not None and cue.form.joined
    if joined and state.voice is not None and state.voice.speaker is not None:
        return Voice(cue, state.voice.speaker, state.voice.via, POINTED)
    start = _clause_start(scene, cue.at, first, joined=joined)
    opened = opener_end(scene, first)
    if start == cue.at and scene.keys[start - 1] in _SINCE:
        start = _clause_start(scene, cue.at - 1, first, joined=joined)  # «لكن فلانا بدا أقل تفاؤلا إذ قال»
    if start == cue.at and scene.keys[start - 1] == "ان" and scene.keys[opened] == "ما":
        start = opened + 2  # «ثم ما لبث فلان أن أوضح»
    start = max(start, opened)
    start += scene.keys[start].removeprefix("و") in context()["was"]
    start += scene.keys[start] in verbs()  # «أصدر الديوان بيانا أكد فيه …»
    found = first_subject(scene, start, _before_marks(scene, cue))
    if (found is None or found.kind == "other") and start > first and scene.keys[start - 1] in _SINCE:
        found = first_subject(scene, opener_end(scene, first), start - 1) if state.voice is None else None
    if found is None or found.kind == "other":
        return same_sentence(cue, state)
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _of_relative(scene: Scene, cue: Cue, state: State) -> Speaker | None:
    """«الوزير الذي أعلن», «الوزير الذي كان قد أعلن»: whom the relative before the verb points back at."""
    first, relative = scene.sentence_start(cue.at), cue.at - 1
    while relative > first and scene.keys[relative] in _HAD:
        relative -= 1
    if scene.keys[relative] not in particles()["relative"] or _of_another(scene, cue):
        return None
    return _apposed(scene, cue, state) or _antecedent(scene, relative, first)


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
    start = _past_adjunct(scene, start, stop)
    start += start < stop and scene.keys[start] in _COMMAS
    found = subject(scene, start, stop) if start < stop else None
    unknown = found is None or found.kind == "other"
    plain = unknown and start + 1 < stop and scene.keys[start][0].isalpha() and not is_adjunct(scene.keys[start])
    behind = subject(scene, start + 1, stop) if plain else found
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


def _written(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وجه الأهالي رسالة إلى القاضي أكدوا فيها أن …»: whoever did what the clause before the paper tells."""
    if scene.keys[cue.end : cue.end + 1] not in (["فيها"], ["فيه"]) or (cue.form is not None and cue.form.joined):
        return None
    first = scene.sentence_start(cue.at)
    comma = next((at for at in range(cue.at - 1, max(first, cue.at - _CLAUSE), -1) if scene.keys[at] in _COMMAS), first)
    for at in range(comma + (comma > first), min(comma + _OPENING, cue.at)):
        found = subject(scene, at, cue.at, strict=True)
        fits = found is not None and found.kind in ("person", "source", "organization")
        several = cue.form is not None and cue.form.plural and found is not None and found.kind == "person"
        if found is not None and fits and not several and scene.word_at(found.speaker.start) == at:
            speaker, sure = meant(found, cue, state)
            return Voice(cue, speaker, None, min(sure, POINTED))
    return None


def _asked(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وسألت الصحيفة معلمة عن رأيها فأجابت: …»: the one who is asked answers."""
    asker = state.voice
    if asker is None and scene.keys[cue.at].startswith(_FAA) and _is_asked(scene.keys[scene.sentence_start(cue.at)]):
        return carried(cue, state)
    if asker is None or asker.cue.lemma != "سأل" or asker.subject_end < 0 or not scene.keys[cue.at].startswith(_FAA):
        return None
    if _PASSIVE in scene.text[scene.words[asker.cue.at].start : scene.words[asker.cue.at].end]:
        return Voice(cue, asker.speaker, asker.via, POINTED)  # «وسئل الكاتب عن … فأجاب»
    before = Voice(cue, state.said[-2].speaker, None, CARRIED) if len(state.said) > 1 else None
    if scene.keys[asker.cue.at].endswith(_HIM) and before is not None:
        return before  # «وسأله صحفي عن … فأجاب»
    found = subject(scene, _whom_asked(scene, asker), cue.at)
    if found is None or found.kind not in ("person", "source"):
        return before
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


def _whom_asked(scene: Scene, asker: Voice) -> int:
    """«سأل صحافي بائعة قهوة»: the second noun of a person in what was read as one, else past the one who asks."""
    people = roles().heads - roles().body - roles().document - roles().medium
    first = scene.word_at(asker.speaker.start) if asker.speaker is not None else asker.subject_end
    inside = range(first + 1, asker.subject_end)
    return next((at for at in inside if bare(scene.keys[at]) in people), asker.subject_end)


def _is_asked(key: str) -> bool:
    """«وسأله صحفي …»: a verb of asking with the one who is asked glued to it."""
    return key.endswith(_HIM) and any(
        form.verb.lemma == "سأل"
        for known in (saying(), saying_of_it())
        for form in known.get(key.removeprefix("و"), ())
    )


def _while_saying(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«ويسمع الطيار وهو يقول: …», «وقفت سيدة تسأل: …»: the noun right before the pronoun or the verb speaks."""
    pronoun = scene.keys[cue.at - 1] in ("وهو", "وهي", "وهم")
    present = cue.form is not None and cue.form.kind == "present" and not cue.form.joined
    if not (pronoun or present):
        return None
    end, first = cue.at - pronoun, max(scene.sentence_start(cue.at), cue.at - 6)
    relative = next((at for at in range(cue.at - 2, first - 1, -1) if scene.keys[at] in particles()["relative"]), -1)
    known = _antecedent(scene, relative, first) if relative > first else None
    if known is not None:
        return Voice(cue, known, None, POINTED)  # «فلان الذي بدا مبتهجا وهو يعلن أن …»
    for at in range(end - 1, first - 1, -1):
        if not pronoun and not _may_be_verb(scene, at - 1):
            continue
        found = subject(scene, at, end)
        if found is not None and found.kind in ("person", "source", "back") and found.end == end:
            speaker, sure = meant(found, cue, state)
            return Voice(cue, speaker, None, min(sure, POINTED))
    return None


def _of_another(scene: Scene, cue: Cue) -> bool:
    """«الشباك التي قال إنها تقتل السلاحف»: the verb's gender is not that of «التي», and so not what it stands for."""
    gender = cue.form.gender if cue.form is not None else ""
    return bool(gender) and gender != ("f" if scene.keys[cue.at - 1] in _WHICH else "m")


def _may_be_verb(scene: Scene, at: int) -> bool:
    """Whether a verb that reports something stands in word `at`, outside quotation marks."""
    return at >= 0 and scene.within[at] < 0 and scene.keys[at] in verbs()


def own_clause(scene: Scene, at: int, first: int) -> int:
    """Where the clause begins that «بينما», «فيما», «غير أن» open last before word `at`, or -1."""
    for word in range(at - 1, max(first, at - _CLAUSE) - 1, -1):
        but = scene.keys[word] in ("لكن", "ولكن") and scene.keys[word - 1] in _COMMAS
        but = but or (scene.keys[word] == "ان" and scene.keys[word - 1] in _BUT and word > first)
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
        return None
    close = found.end + (found.kind == "person" and scene.keys[found.end] in _COMMAS) == cue.at
    if found.kind == "other" or not (was or close):
        return None
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, POINTED))


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
        if scene.keys[word] in _WAS and scene.keys[word - 1] in _COMMAS:
            return word  # «وبينما كان …، كان النائب فلان يؤكد أن»
        if scene.keys[word] in particles()["relative"] and scene.keys[word + 1] in context()["was"] and at > word + 2:
            return word + 1  # «الجيش الذي كان قائده فلان قد أكد»
    return max(first, at - 38)


def _apposed(scene: Scene, cue: Cue, state: State) -> Speaker | None:
    """«صرخ فلان، رئيس الجمعية، الذي طالب …»: whoever spoke, where only his office stands between."""
    voice, relative = state.voice, cue.at - 1
    if voice is None or voice.speaker is None or scene.keys[relative - 1] not in _COMMAS or voice.subject_end < 0:
        return None
    between = scene.keys[voice.subject_end : relative - 1]
    office = between[:1] in (["،"], [","]) and len(between) > 1 and bare(between[1]) in roles().heads
    return voice.speaker if office and not _COMMAS & set(between[1:]) else None


def _antecedent(scene: Scene, relative: int, first: int) -> Speaker | None:
    for word in range(relative - 1, max(first, relative - 8) - 1, -1):
        mention = scene.mention_at.get(word)
        if mention is not None and mention.type in ("person", "organization", "place"):
            return Speaker(mention.start, mention.end, mention.text, mention.entity)
    found = subject(scene, max(first, relative - 6), relative)
    return found.speaker if found is not None and found.kind in ("source", "back") else None
