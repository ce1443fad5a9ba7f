"""Who speaks because of what was said, asked or done before in the sentence: whoever is asked, answered, or goes on."""

from __future__ import annotations

from isnad.statements.cues import Cue
from isnad.statements.happenings import verbs
from isnad.statements.lexicon import particles, roles, saying, saying_of_it
from isnad.statements.relatives import antecedent
from isnad.statements.remembered import State
from isnad.statements.scene import Scene
from isnad.statements.subjects import subject
from isnad.statements.unlisted_names import is_adjunct
from isnad.statements.voicing import CARRIED, POINTED, Voice, carried, meant, same_sentence
from isnad.statements.word_shapes import bare

_COMMAS = frozenset("،,")
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها"))
_HE = frozenset(("انه", "انها", "انهم"))
_HIM = ("\u0647", "\u0647\u0627")
_OPENING = 7  # words in which the subject of such a clause begins
_SPOKEN = 60  # words of what was said to him who answers
_BUT, _CLAUSE = frozenset(("غير", "الا", "بيد")), 25  # and the words of the longest clause
_FAA, _PASSIVE = "\u0641", "\u0626\u0644"


def told_before(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """The one who speaks because of what the sentence told before: goes on, wrote, was spoken to, asked, did."""
    return (
        _but_he(scene, cue, state)
        or _written(scene, cue, state)
        or _answered(scene, cue, state)
        or _asked(scene, cue, state)
        or _while_saying(scene, cue, state)
    )


def _but_he(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«صرح فلان بأن …، غير أنه أمل بأن …»: whoever has spoken in the sentence."""
    he = scene.keys[cue.at - 1] in _BUT_HE or (scene.keys[cue.at - 1] in _HE and scene.keys[cue.at - 2] in _BUT)
    return same_sentence(cue, state) if he else None


def _written(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وجه الأهالي رسالة إلى القاضي أكدوا فيها أن …»: whoever did what the clause before the paper tells."""
    if scene.keys[cue.end : cue.end + 1] not in (["فيها"], ["فيه"]) or (cue.form is not None and cue.form.joined):
        return None
    first = scene.sentence_start(cue.at)
    comma = next((at for at in range(cue.at - 1, max(first, cue.at - _CLAUSE), -1) if scene.keys[at] in _COMMAS), first)
    for at in range(comma + (comma > first), min(comma + _OPENING, cue.at)):
        if at > first and is_adjunct(scene.keys[at - 1]):
            continue  # «وفي طوكيو أصدرت النقابة بيانا دعت فيه إلى …»
        found = subject(scene, at, cue.at, strict=True)
        fits = found is not None and found.kind in ("person", "source", "organization")
        several = cue.form is not None and cue.form.plural and found is not None and found.kind == "person"
        if found is not None and fits and not several and scene.word_at(found.speaker.start) == at:
            speaker, sure = meant(found, cue, state)
            return Voice(cue, speaker, None, min(sure, POINTED))
    return None


def _answered(scene: Scene, cue: Cue, state: State) -> Voice | None:
    """«وقال القاضي موجها حديثه إلى المتهم: «…»، فأجابه: …»: the one who was spoken to."""
    spoke, key = state.voice, scene.keys[cue.at]
    if spoke is None or spoke.subject_end < 0 or not (key.startswith(_FAA) and key.endswith(_HIM)):
        return None
    to = [
        at
        for at in range(max(spoke.subject_end, cue.at - _SPOKEN), cue.at)
        if scene.keys[at] == "الي" and scene.within[at] < 0
    ]
    found = subject(scene, to[-1] + 1, cue.at) if to else None
    if found is None or found.kind == "other":
        return None
    return Voice(cue, found.speaker, None, CARRIED)


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
    known = antecedent(scene, relative, first) if relative > first else None
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


def _may_be_verb(scene: Scene, at: int) -> bool:
    """Whether a verb that reports something stands in word `at`, outside quotation marks."""
    return at >= 0 and scene.within[at] < 0 and scene.keys[at] in verbs()
