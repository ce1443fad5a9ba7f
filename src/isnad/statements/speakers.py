"""Who is meant: gives every cue its speaker, following «المصدر», «الوزير» and verbs without a subject back in the text.

What is carried on rather than named has a lower confidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from isnad.annotation import Speaker
from isnad.arabic.letters import fold_word
from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.media import is_medium, medium_between
from isnad.statements.nested import is_nested
from isnad.statements.objects import (
    beside,
    comes_behind,
    describes,
    goes_on,
    is_object,
    of_antecedent,
    past_his,
    tells_scene,
    told_in_it,
)
from isnad.statements.preceding import (
    first_subject,
    fronted,
    leading,
    may_be_fronted,
    named_before_verb,
    of_sentence_before,
    of_whom,
    own_clause,
    past_negation,
)
from isnad.statements.remembered import State, whom
from isnad.statements.salience import bodies, topics
from isnad.statements.saying_here import closes_quotation
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.subjects import subject
from isnad.statements.titles import Title, advance, titles
from isnad.statements.voicing import CARRIED, NAMED, POINTED, Voice, carried, meant, same_sentence, told_since
from isnad.statements.word_shapes import bare

_COMMAS = frozenset("،,؛")
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها"))
_ANSWERS = ("رد", "علق", "عقب", "أجاب")
_FAR = 60  # words over which somebody is looked for
_ADJUNCTS = 8  # words between a verb and the participle that brings in what is said
_LATTER = 40  # words back to «الأخير»
_OF_HIM = ("عنه", "عنها", "عنهم")
_THEY = "\u0648\u0627"
_ABOUT = ("عن", *_OF_HIM)
# By verb the word before the source that it relays.
_RELAYED = {"نقل": _ABOUT, "حكى": _ABOUT, "روى": _ABOUT, "علم": ("من",), "نسب": ("الي",)}


def voices(scene: Scene, cues: Sequence[Cue]) -> list[Voice]:
    """One voice for each cue, in the same order."""
    state = State(topics=topics(scene), bodies=bodies(scene))
    known = titles(scene)
    return [_voice(scene, cue, state, known) for cue in cues]


def _voice(scene: Scene, cue: Cue, state: State, known: Sequence[Title]) -> Voice:
    advance(state, known, cue.at)
    sentence = scene.sentence_of[cue.at]
    if sentence != state.sentence:
        state.silent += sum(scene.is_silent(number) for number in range(state.sentence + 1, sentence))
        state.sentence, state.voice, state.nested = sentence, None, None
    if is_nested(scene, cue, state):
        kept = len(state.said)
        voice = replace(_by_verb(scene, cue, state), nested=True)
        del state.said[kept:]
        state.nested = voice
        return voice
    if cue.kind == "phrase":
        voice = _by_phrase(scene, cue, state)
    elif cue.kind == "noun":
        voice = _by_noun(scene, cue, state)
    elif cue.kind == "circumstance":
        voice = _by_circumstance(scene, cue, state)
    else:
        voice = _by_verb(scene, cue, state)
    if voice.speaker is not None and cue.kind != "phrase":
        state.voice = voice
    if voice.speaker is not None:
        state.heard, state.silent = sentence, 0
    return voice


def _by_verb(scene: Scene, cue: Cue, state: State) -> Voice:
    relay = _relay(scene, cue, state)
    if relay is not None:
        return relay
    if cue.lemma in ("جاء", "ورد"):
        return _found_in(scene, cue, state)
    strict = (
        cue.verb is not None
        and not (cue.after or comes_behind(scene, cue))
        and "اسم" in cue.verb.takes
        and (cue.opened is None or cue.opened.by != "that")
    )
    mouth = _by_mouth(scene, cue)
    found = mouth or _behind(scene, cue, strict=strict)
    ahead = fronted(scene, cue, state) if mouth is None and may_be_fronted(scene, cue) else None
    if ahead is not None and not (found is not None and (describes(scene, cue, found) or beside(scene, cue, found))):
        return ahead
    latter = _latter(scene, cue, state) or _guest(scene, cue, state, cue.end)
    if latter is not None:
        return latter
    via = medium_between(scene, cue.end, cue.stop) if found else None
    if found is not None and (is_object(scene, cue, found, state) or past_his(scene, cue, found, state)):
        found = None
    if found is not None and (of_antecedent(scene, cue, found) or told_in_it(scene, cue, found)):
        found = None
    if found is not None and found.kind == "other" and (another := _instead(scene, cue, state, found, strict=strict)):
        return another
    if found is not None and (found.kind != "other" or strict or _may_be_unknown(scene, cue)):
        speaker, sure = meant(found, cue, state)
        return Voice(cue, speaker, _other(via, speaker), sure, found.end)
    answers = cue.lemma in _ANSWERS and scene.keys[cue.end : cue.end + 1] in (["عليه"], ["عليها"], ["عليهم"])
    earlier = None if answers else named_before_verb(scene, cue, state) or of_sentence_before(scene, cue, state)
    his_grace = not particles()["honorific"].isdisjoint(scene.keys[cue.end : cue.end + 1])
    return earlier or carried(cue, state, to_him=answers, far=his_grace)


def _behind(scene: Scene, cue: Cue, *, strict: bool) -> Subject | None:
    """The subject behind the verb; «لكنه وصف النتائج بأنها …» and «رددوا» have none there."""
    alone = tells_scene(scene, cue) or scene.keys[cue.at].endswith(_THEY) or scene.keys[cue.at - 1] in _BUT_HE
    return None if alone else subject(scene, cue.end, cue.stop, strict=strict)


def _instead(scene: Scene, cue: Cue, state: State, found: Subject, *, strict: bool) -> Voice | None:
    """Who speaks rather than a noun that no list knows."""
    if strict and goes_on(cue, state):
        return same_sentence(cue, state) or carried(cue, state)
    if strict and (first := leading(scene, cue, state)) is not None:
        return first
    if _goes_on_unlisted(scene, cue, found):
        return told_since(cue, state) or of_sentence_before(scene, cue, state) or carried(cue, state)
    return None


def _latter(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«ليرد الأخير: …»: the last who was named before the verb, and not whoever has just spoken to him."""
    at = cue.end + (scene.keys[cue.end] in particles()["preposition"] if cue.end < len(scene.keys) else 0)
    if scene.keys[at : at + 1] not in (["الاخير"], ["الاخيره"]):
        return None  # «شدد خلاله الأخير على …»
    spoke = state.voice.speaker if state.voice is not None else None
    for at in range(cue.at - 1, max(scene.sentence_start(cue.at), cue.at - _LATTER) - 1, -1):
        mention = scene.mention_at.get(at)
        known = mention is not None and scene.within[at] < 0 and mention.type == "person"
        if mention is not None and known and (spoke is None or mention.start != spoke.start):
            return Voice(cue, named(mention), None, CARRIED, cue.end + 1)
    return _addressed(scene, cue, state) if spoke is not None else None


def _guest(scene: Scene, cue: Cue, state: State, at: int) -> Voice | None:
    """«رد محدثنا», «وختم ضيفنا»: whoever has been heard most before this sentence."""
    if not particles()["guest"] & set(scene.keys[at : at + 1]):
        return None
    start = scene.words[scene.sentence_start(cue.at)].start
    heard = [one.speaker for one in state.said if one.speaker.start < start and one.kind == "person"]
    if not heard:
        return None
    times = Counter(one.text.split()[-1] for one in heard)
    return Voice(cue, max(heard, key=lambda one: times[one.text.split()[-1]]), None, CARRIED, at + 1)


def _addressed(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وخاطب النائب فلان رئيس الوزراء قائلا: …، ليرد الأخير»: the office that stands behind the one who spoke."""
    spoke = state.voice.speaker if state.voice is not None else None
    at = scene.word_from(spoke.end) if spoke is not None else cue.at
    if not scene.sentence_start(cue.at) < at < cue.at or bare(scene.keys[at]) not in roles().office:
        return None
    found = subject(scene, at, cue.at)
    if found is None:
        return None
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, min(sure, CARRIED), cue.end + 1)


def _goes_on_unlisted(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«ويردف الخباز: …»: with a verb of going on, a noun with the article that no list knows is no new speaker."""
    definite = scene.keys[scene.word_at(found.speaker.start)].startswith("ال")
    return definite and fold_word(cue.lemma) in particles()["going_on"]


def _by_mouth_before(scene: Scene, start: int, stop: int) -> Subject | None:
    """«وتقدمت البلاد على لسان وزيرها فلان بالتعازي، مشيدة بـ…»: who spoke for the subject."""
    places = range(max(start, stop - _FAR), stop - 2)
    at = next((at for at in places if scene.keys[at : at + 2] == ["علي", "لسان"]), -1)
    return subject(scene, at + 2, stop) if at >= 0 else None


def _by_mouth(scene: Scene, cue: Cue) -> Subject | None:
    """«شددت واشنطن على لسان وزير خارجيتها فلان على …»: who speaks for the subject."""
    for at in range(cue.end, min(cue.end + 8, scene.sentence_end(cue.at) - 2)):
        if scene.keys[at : at + 2] == ["علي", "لسان"]:
            end = cue.opened.word if cue.opened is not None and cue.opened.word > at + 2 else at + 14
            return subject(scene, at + 2, min(end, scene.sentence_end(cue.at)))
    return None


def _found_in(scene: Scene, cue: Cue, state: State) -> Voice:
    """«جاء في التقرير أن …»: the paper speaks, or who wrote it."""
    found = subject(scene, cue.end + 1, cue.stop) if scene.keys[cue.end] == "في" else None
    if found is None:
        return _author(scene, cue) or named_before_verb(scene, cue, state) or carried(cue, state)
    speaker, sure = meant(found, cue, state)
    return Voice(cue, speaker, None, sure, found.end)


def _author(scene: Scene, cue: Cue) -> Voice | None:
    """«قرأ رسالة من فلان جاء فيها أن …»: the name that ends right before the verb."""
    for at in range(cue.at - 1, max(scene.sentence_start(cue.at), cue.at - 6) - 1, -1):
        mention = scene.mention_at.get(at)
        if mention is not None and scene.mention_end[at] == cue.at and mention.type in ("person", "organization"):
            return Voice(cue, Speaker(mention.start, mention.end, mention.text, mention.entity), None, POINTED)
    return None


def _may_be_unknown(scene: Scene, cue: Cue) -> bool:
    """Whether a noun that no list knows may speak: something said follows, or stands in marks right before."""
    return cue.opened is not None or cue.after or closes_quotation(scene, cue.at)


def _other(via: Speaker | None, speaker: Speaker) -> Speaker | None:
    return via if via is not None and via.start != speaker.start else None


def _relay(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«نقلت الوكالة عن مسؤول أن …»: the source after «عن» speaks, the subject relays."""
    stop = min(scene.sentence_end(cue.at), cue.at + 25)
    if cue.opened is not None and (cue.opened.by in ("colon", "marks") or cue.lemma in ("روى", "حكى")):
        stop = min(stop, cue.opened.word)  # «تروي فلانة: «سألوني عن …»»
    quoting = _quoting(scene, cue)
    marks = _RELAYED.get(cue.lemma, ()) if quoting < 0 else _RELAYED["نقل"]
    marker = quoting if quoting > 0 else next((at for at in range(cue.end, stop) if scene.keys[at] in marks), -1)
    if marker < 0:
        return None
    medium = subject(scene, cue.end, marker)
    via = medium.speaker if medium else None
    limit = cue.opened.word if cue.opened and cue.opened.word > marker else stop
    limit = next((at for at in range(marker + 1, limit) if _is_noun_of_saying(scene.keys[at])), limit)
    source = subject(scene, marker + 1, limit) if scene.keys[marker] not in _OF_HIM else of_whom(scene, cue)
    if source is None:
        last = carried(cue, state)
        told = _told_here(scene, cue, state)
        return Voice(cue, told or last.speaker, via, CARRIED if told else last.confidence, marker + 1)
    speaker, sure = meant(source, cue, state)
    return Voice(cue, speaker, via, sure, source.end)


def _told_here(scene: Scene, cue: Cue, state: State) -> Speaker | None:
    """«ذكر بيان أن فلانا ترأس اجتماعا، ونقل عنه القول إن …»: the person named last before, in the sentence."""
    if state.voice is None or state.voice.cue.opened is None or state.voice.cue.lemma == cue.lemma:
        return None
    places = range(cue.at - 1, state.voice.cue.opened.at - 1, -1)
    if "الاخير" in scene.keys[places.stop : places.start]:
        places = range(
            cue.at - 1, max(scene.sentence_start(cue.at), cue.at - _FAR) - 1, -1
        )  # «ذكر مكتب فلان أن الأخير ترأس …»
    people = (scene.mention_at[at] for at in places if at in scene.mention_at)
    return next((named(one) for one in people if one.type == "person"), None)


def _quoting(scene: Scene, cue: Cue) -> int:
    """«أوردت الوكالة، نقلا عن متعاملين، أن …»: the «عن» between the verb and what is said, or -1."""
    end = cue.opened.at if cue.opened is not None else cue.end
    places = range(cue.end + 1, min(end, cue.at + 25))
    return next((at for at in places if scene.keys[at] == "عن" and scene.keys[at - 1] == "نقلا"), -1)


def _is_noun_of_saying(key: str) -> bool:
    return any(form.kind == "noun" for form in saying().get(key, ()))


def _by_circumstance(scene: Scene, cue: Cue, state: State) -> Voice:
    """«مؤكدا»: whoever spoke before in the sentence, else the subject of the sentence, else the last speaker."""
    first = scene.sentence_start(cue.at)
    inner = _answers(cue, state) or _addressing(scene, cue, state)
    if inner is not None:
        return inner
    start = own_clause(scene, cue.at, first)
    same = same_sentence(cue, state)
    if same is not None and not (state.voice is not None and state.voice.cue.at < start):
        return same
    if (guest := _guest(scene, cue, state, first + 1)) is not None:
        return guest  # «وختم ضيفنا حديثه بالتأكيد على أن …»
    found = _by_mouth_before(scene, max(start, first), cue.at) or _of_joined(scene, cue, max(start, first))
    found = found or first_subject(scene, past_negation(scene, max(start, first)), cue.at)
    if start > 0 and scene.keys[start - 1] == "حيث" and (found is None or found.kind in ("organization", "other")):
        found = first_subject(scene, past_negation(scene, first), cue.at)  # «مع المدينة حيث صور «الفيلم»، قائلا إن»
    if found is not None and found.kind in ("person", "source", "organization", "back"):
        speaker, sure = meant(found, cue, state)
        return Voice(cue, speaker, None, min(sure, POINTED))
    return same or carried(cue, state)


def _of_joined(scene: Scene, cue: Cue, first: int) -> Subject | None:
    """«كان فلان قد رحل وصرح المدير للصحف قائلا إن …»: the subject of a joined verb of saying before the participle."""
    for at in range(cue.at - 2, max(first, cue.at - _FAR), -1):
        spoken_of = at + 1 in scene.mention_at or bare(scene.keys[at + 1]) in roles().heads
        if spoken_of and any(form.joined and form.kind == "past" for form in saying().get(scene.keys[at], ())):
            found = subject(scene, at + 1, cue.at)
            return found if found is not None and found.kind in ("person", "source", "organization") else None
    return None


def _answers(cue: Cue, state: State) -> Voice | None:
    """«قال …، وهو ما رد عليه الوزير بقوله: …»: the verb right before, in what somebody says, tells nothing as yet."""
    inner = state.nested
    near = inner is not None and 0 <= inner.subject_end >= cue.at - _ADJUNCTS
    if inner is None or not near or inner.cue.lemma not in _ANSWERS or inner.cue.opened is not None:
        return None
    return Voice(cue, inner.speaker, None, POINTED)


def _addressing(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«… قائد الانقلاب فلان، الذي خاطبهم قائلا إن …»: the antecedent of a verb of saying before the participle."""
    first = max(scene.sentence_start(cue.at), cue.at - _ADJUNCTS)
    for at in range(cue.at - 2, first - 1, -1):
        if scene.keys[at] in particles()["relative"] and scene.keys[at + 1] in saying():
            end = at - (scene.keys[at - 1] in _COMMAS)
            name = next((one for one in range(end - 1, max(end - 6, -1), -1) if one in scene.mention_at), -1)
            known = name >= 0 and scene.mention_end[name] == end and scene.mention_at[name].type == "person"
            told = state.voice is not None and state.voice.cue.at > at
            return Voice(cue, named(scene.mention_at[name]), None, POINTED) if known and not told else None
    return None


def _by_noun(scene: Scene, cue: Cue, state: State) -> Voice:
    """«عن المصدر قوله إن»: the source after «عن», else whoever spoke before in the sentence."""
    for word in range(cue.at - 1, max(scene.sentence_start(cue.at), cue.at - 15) - 1, -1):
        if scene.keys[word] == "عن" or (scene.keys[word] == "الي" and _attributes(scene, word)):
            found = subject(scene, word + 1, cue.at)
            if found is not None:
                speaker, sure = meant(found, cue, state)
                via = state.voice.via if state.voice else None
                return Voice(cue, speaker, via, sure)
    before = range(cue.at - 1, max(scene.sentence_start(cue.at), cue.at - _FAR) - 1, -1)
    people = (scene.mention_at[at] for at in before if at in scene.mention_at and scene.within[at] < 0)
    owner = next((one for one in people if one.type == "person"), None)
    if state.voice is None and owner is not None and cue.opened is not None and cue.opened.by == "marks":
        return Voice(cue, named(owner), None, CARRIED)  # «اغتيلت فلانة غداة انتقادها «…»»
    return same_sentence(cue, state) or carried(cue, state)


def _attributes(scene: Scene, to: int) -> bool:
    """«نسبت الإذاعة إلى مصدر قوله»: whether a form of «نسب» stands little before."""
    before = scene.keys[max(0, to - 6) : to]
    return any(form.verb.lemma == "نسب" for key in before for form in saying().get(key, ()))


def _by_phrase(scene: Scene, cue: Cue, state: State) -> Voice:
    phrase = cue.phrase
    last = scene.keys[cue.end - 1]
    if phrase is not None and (phrase.own or (len(phrase.words) > 1 and last != phrase.words[-1])):
        return same_sentence(cue, state) or carried(cue, state)
    found = subject(scene, cue.end, cue.stop, strict=True, glued=bool(phrase and phrase.preposition))
    if found is None or found.kind == "other":
        return Voice(cue, None, None, 0.0)
    if phrase is not None and phrase.people and found.kind not in ("person", "source"):
        return Voice(cue, None, None, 0.0)
    if found.kind == "organization" and found.mention is not None and found.mention.type == "event":
        return Voice(cue, None, None, 0.0)
    speaker, sure = (
        (found.speaker, NAMED) if found.kind != "back" else (whom(found, cue, state) or found.speaker, POINTED)
    )
    is_relay = found.mention is not None and is_medium(scene, scene.word_at(found.mention.start), found.mention)
    if found.kind in ("person", "source") and state.voice is None and not found.heads & roles().document:
        speaker, sure = meant(found, cue, state)  # «وبحسب فلان، … وأوضح أن …»
    return Voice(cue, speaker, speaker if is_relay else None, sure, found.end)
