"""Direct speech: which quotation marks hold somebody's words rather than a name, and what a colon brings in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from isnad.annotation import Mention
from isnad.statements.agents import agent
from isnad.statements.contents import CHANTS, is_known_name
from isnad.statements.cues import Cue
from isnad.statements.happenings import verb_forms_of
from isnad.statements.lexicon import particles
from isnad.statements.marks import Pair
from isnad.statements.openings import is_inscribed, opener_end
from isnad.statements.preceding import first_subject
from isnad.statements.scene import Scene
from isnad.statements.short_speech import all_said, is_verb, named_before, owned, short_speech
from isnad.statements.speech import Spoken, speech
from isnad.statements.subject_kinds import named
from isnad.statements.subjects import subject
from isnad.statements.unmarked import after_colon, has_verb, headlines
from isnad.statements.voicing import CARRIED, Voice

_STOPS = frozenset("،,.!؟?؛…")
_ARTICLE = "\u0627\u0644"
_OBJECTS, _TOLD = ("\u0647\u0627", "\u0647\u0645\u0627", "\u0647"), 5  # «كتبها», and the words before it
_IN_HIS_WORDS = "على حد"
_TITLE = 5  # words of the longest title in marks behind «الهاتف» and the like
_ASKING = frozenset("؟?!")
_CLAUSE = 40  # words of the clause of the cries
_CHANTED = 5  # words from «هتافات» to the marks
_NEXT = 2  # words from a verb to marks right behind it, or behind «فيها»
_NAMING = ("سمى", "أسمى")
_MADE = ("event", "facility", "place")
_LONG = 4  # words of a name that is rather a sentence


def spoken(scene: Scene, voices: Sequence[Voice]) -> list[Spoken]:
    """The direct quotations, in order."""
    places = [voice.cue.at for voice in voices]
    marked = [one for pair in scene.pairs if (one := _marked(scene, pair, voices, places)) is not None]
    taken = {one.words[0] for one in marked}
    going = _going_on(scene, voices)
    plain = [one for at, voice in enumerate(voices) if (one := after_colon(scene, voice, going[at], taken)) is not None]
    headed = list(headlines(scene, taken))
    return sorted([*marked, *plain, *headed], key=lambda one: one.quotation.start)


def _marked(scene: Scene, pair: Pair, voices: Sequence[Voice], places: Sequence[int]) -> Spoken | None:
    first, last = pair.open + 1, pair.close
    if pair.depth or last <= first:
        return None
    voice = _governing(scene, pair, voices, places)
    if not pair.closed and not _opened_there(pair, voice):
        return None
    size = sum(1 for key in scene.keys[first : min(last, first + 12)] if key[0].isalnum())
    told = _with_these(scene, pair) if voice is None else None
    told = told or (_told_of(scene, pair) or _chanted(scene, pair) if voice is None and size > 1 else None)
    if not _is_speech(scene, pair, size, voice or told):
        return None
    voice = voice or told or _stipulated(scene, pair) or _told_of(scene, pair) or _subject_of(scene, pair)
    voice = voice or _doing(scene, pair, voices, places) or _lasting(voices, places, pair.open)
    return speech(scene, first, last, voice)


def _opened_there(pair: Pair, voice: Voice | None) -> bool:
    """Whether a cue leads right to the mark; a mark that nothing closes is else taken for a slip."""
    opened = voice.cue.opened if voice is not None else None
    return opened is not None and opened.at in (pair.open, pair.open + 1)


def _subject_of(scene: Scene, pair: Pair) -> Voice | None:
    """The subject of the sentence, for words in marks that no verb of saying brings in."""
    start = opener_end(scene, scene.sentence_start(pair.open))
    found = first_subject(scene, start, pair.open) if start < pair.open else None
    if found is None and scene.keys[pair.open - 1] == ":":
        alone = _only_person(scene, start, pair.open)
        found = first_subject(scene, opener_end(scene, start), pair.open) if alone is None else None
        if found is None:
            return alone
    colon = scene.keys[pair.open - 1] == ":"  # «المدرب السابق لم يخف امتعاضه: «…»»
    if found is None or not (found.kind in ("person", "organization") or (colon and found.kind in ("source", "back"))):
        return None
    return Voice(Cue(start, start, "verb", "", "neutral", start), found.speaker, None, CARRIED - 0.15)


def _only_person(scene: Scene, start: int, end: int) -> Voice | None:
    """«لكن الوزير فلان لم يخف قلقه: «…»»: the only one who is named before the colon."""
    people = [scene.mention_at[at] for at in range(start, end) if at in scene.mention_at]
    people = [one for one in people if one.type == "person"]
    if len(people) != 1:
        return None
    return Voice(Cue(start, start, "verb", "", "neutral", start), named(people[0]), None, CARRIED - 0.15)


def _with_these(scene: Scene, pair: Pair) -> Voice | None:
    """««…»، بهذه الكلمات ودعته فلانة»: a verb of any kind behind the marks."""
    at, end = pair.close + pair.closed, scene.sentence_end(pair.open)
    while at < end and scene.keys[at] in _STOPS:
        at += 1
    if at >= end or scene.keys[at] not in particles()["with_these"]:
        return None
    for verb in range(at + 1, min(at + _TOLD, end - 1)):
        found = subject(scene, verb + 1, end) if verb_forms_of(scene.keys[verb]) else None
        if found is not None and found.kind in ("person", "source", "organization"):
            return Voice(Cue(at, at + 1, "verb", "", "neutral", at), found.speaker, None, CARRIED)
    return None


def _chanted(scene: Scene, pair: Pair) -> Voice | None:
    """«استقبله المئات بهتافات غاضبة من بينها «…»»: whoever does what the clause of the cries tells."""
    start = scene.sentence_start(pair.open)
    cries = particles()["cries"]
    at = next((at for at in range(pair.open - 1, max(start, pair.open - _CHANTED), -1) if scene.keys[at] in cries), -1)
    if at < 0:
        return None
    first = max(start, at - _CLAUSE)
    commas = (one for one in range(at, first, -1) if scene.keys[one] in _STOPS)
    found = first_subject(scene, next(commas, first - 1) + 1, at)
    if found is None or found.kind == "other":
        return None
    return Voice(Cue(at, at + 1, "verb", "", "neutral", at), found.speaker, None, CARRIED)


def _stipulated(scene: Scene, pair: Pair) -> Voice | None:
    """«تنص الخطة على «…»»: the paper holds the words, and whoever spoke last has not said them."""
    if scene.keys[pair.open - 1] != "علي":
        return None
    start = scene.sentence_start(pair.open)
    for at in range(pair.open - 2, max(start, pair.open - _CLAUSE) - 1, -1):
        if scene.keys[at] in particles()["stipulates"]:
            found = subject(scene, at + 1, pair.open - 1)
            return Voice(Cue(at, at + 1, "verb", "", "neutral", at), found.speaker if found else None, None, CARRIED)
    return None


def _told_of(scene: Scene, pair: Pair) -> Voice | None:
    """««تحرر الطائر». كلمتان كتبهما فلان»: the next sentence tells by a verb with its object who said it."""
    number = scene.sentence_of[pair.open] + 1
    if not _is_whole_sentence(scene, pair) or number == 0 or number >= len(scene.sentences):
        return None
    first, last = scene.sentences[number]
    if not _same_paragraph(scene, pair.open, first):
        return None
    if scene.keys[first] in particles()["with_these"] and (by := agent(scene, first, last)) is not None:
        return Voice(Cue(first, first + 1, "verb", "", "neutral", first), by.speaker, None, CARRIED)
    for at in range(first, min(first + _TOLD, last - 1)):
        if scene.keys[at].endswith(_OBJECTS) and has_verb(scene, at, at + 1):
            found = subject(scene, at + 1, last)
            spoken_by = found is not None and found.kind in ("person", "organization", "source")
            cue = Cue(at, at + 1, "verb", "", "neutral", at)
            return Voice(cue, found.speaker, None, CARRIED) if found is not None and spoken_by else None
    return None


def _governing(scene: Scene, pair: Pair, voices: Sequence[Voice], places: Sequence[int]) -> Voice | None:
    """The voice whose words these are: the last cue before them in the sentence, else one right after them."""
    at = bisect_left(places, pair.open) - 1
    start = scene.sentence_start(pair.open)
    before = _last_of(scene, voices, at, start, pair.open)
    after = _following(scene, pair, voices, places)
    if after is not None and after.subject_end > 0 and after.cue.lemma.startswith(_IN_HIS_WORDS):
        return after  # «…»، على حد تعبير فلان
    if before is not None and (after is None or before.cue.opened is not None or _of_what(scene, before, pair)):
        return before
    return after or before or _led_by_colon(scene, pair, voices, at)


def _of_what(scene: Scene, voice: Voice, pair: Pair) -> bool:
    """«ردا على ما كتبه الناقد عن «التكرار»، قال فلان»: marks in the clause with «ما» belong to its verb."""
    inner = scene.keys[voice.cue.at - 1] in particles()["whats"]
    return inner and "،" not in scene.keys[voice.cue.at : pair.open]


def _last_of(scene: Scene, voices: Sequence[Voice], at: int, start: int, mark: int) -> Voice | None:
    """The nearest voice before, passing over phrases that only name a relay."""
    while at >= 0 and voices[at].cue.at >= start:
        voice = voices[at]
        if voice.nested and not _tells(voice):
            at -= 1
            continue  # «قال الوزير إن الحكومة ترفض «أي شروط»»
        if _is_closed(scene, voice, mark):
            at -= 1
            continue
        led = _led_by_phrase(voices, at, start)
        if led is not None:
            return led
        if voice.cue.kind != "phrase" and not voice.cue.after:
            return voice
        if voice.cue.after and voice.subject_end in (mark, mark - 1) and voice.speaker is not None:
            return voice  # «بل كان، على ما تقول فلانة، «ضمير جيل كامل»»
        if voice.speaker is not None and voice.cue.at == start:
            return voice
        at -= 1
    return None


def _is_closed(scene: Scene, voice: Voice, mark: int) -> bool:
    """«وبحسبه فإن الدولة، التي تهدد بالحرب، «لن تحارب»»: a relative clause that a comma closes before the marks."""
    opened = voice.cue.opened
    relative = scene.keys[voice.cue.at - 1] in particles()["relative"] and scene.keys[voice.cue.at - 2] in "،,"
    inner = opened is not None and opened.by == "preposition" and relative
    return inner and opened is not None and not {"،", ","}.isdisjoint(scene.keys[opened.at : mark])


def _led_by_phrase(voices: Sequence[Voice], at: int, start: int) -> Voice | None:
    """«وبحسب والد تلميذ تحدث للوكالة فإن المدرس «…»»: the phrase at the head, where «فإن» stands behind the verb."""
    cue = voices[at].cue
    for voice in reversed(voices[max(0, at - 3) : at]):
        opened = voice.cue.opened if voice.cue.kind == "phrase" and voice.cue.at == start else None
        past = opened is not None and (cue.opened is None or cue.opened.at > opened.word > cue.at)
        if past and voice.speaker is not None:
            return voice
    return None


def _tells(voice: Voice) -> bool:
    """Whether a verb inside what somebody says tells in its turn what another says."""
    opened = voice.cue.opened
    calls = voice.cue.stance in ("describe", "accuse", "opine")
    marks = opened is not None and opened.by == "marks" and voice.subject_end == opened.word  # «كتبت إحداها «…»»
    near = opened is not None and opened.by == "marks" and opened.word - voice.cue.at <= _NEXT
    marks = marks or (near and voice.cue.stance in ("state", "assert"))  # «أكدوا فيها «…»», «وهم يرددون «…»»
    return calls or marks or (opened is not None and opened.by in ("that", "colon"))


def _following(scene: Scene, pair: Pair, voices: Sequence[Voice], places: Sequence[int]) -> Voice | None:
    """«…»، قال فلان. Only a bare verb or a phrase of attribution; «وأضاف» and «مؤكدا» begin something new."""
    at = pair.close + pair.closed
    skipped = 0
    while at < len(scene.keys) and skipped < 4 and _may_be_skipped(scene.keys[at]):
        at, skipped = at + 1, skipped + 1
    number = bisect_left(places, at)
    if number + 1 < len(voices) and voices[number].cue.at == at and voices[number].speaker is None:
        number += 1  # «…»، بحسب ما أكد فلان
        at = voices[number].cue.at if voices[number].cue.after and places[number] - at <= 3 else at
    if number >= len(voices) or voices[number].cue.at != at or voices[number].speaker is None:
        return None
    cue = voices[number].cue
    if cue.kind == "phrase":
        leads_on = cue.phrase is not None and cue.phrase.own and scene.sentence_start(at) == at
        return None if leads_on else voices[number]  # ««…». وحسبه فإن …»
    bare_verb = cue.kind == "verb" and cue.form is not None and not cue.form.joined
    return voices[number] if bare_verb and _same_paragraph(scene, pair.open, at) else None


def _may_be_skipped(key: str) -> bool:
    return key in _STOPS or key in particles()["before_verb_of_quotation"]


def _same_paragraph(scene: Scene, first: int, second: int) -> bool:
    between = scene.text[scene.words[max(second - 4, first)].start : scene.words[second].start]
    return "\n" not in between


def _led_by_colon(scene: Scene, pair: Pair, voices: Sequence[Voice], at: int) -> Voice | None:
    """The cue of the sentence before, where it ends in a colon."""
    before = pair.open - 1
    if before < 0 or scene.keys[before] != ":" or at < 0:
        return None
    return voices[at] if voices[at].cue.at >= scene.sentence_start(before) else None


def _lasting(voices: Sequence[Voice], places: Sequence[int], before: int) -> Voice | None:
    """Whoever spoke last, for words in marks that nothing introduces; the verb is not his."""
    at = bisect_left(places, before) - 1
    while at >= 0 and voices[at].speaker is None:
        at -= 1
    if at < 0:
        return None
    last = voices[at]
    return Voice(Cue(last.cue.at, last.cue.end, "verb", "", "neutral", 0), last.speaker, None, CARRIED - 0.15)


def _doing(scene: Scene, pair: Pair, voices: Sequence[Voice], places: Sequence[int]) -> Voice | None:
    """«يبتسم فلان وهو يرش الطحين. «جئت قبل ثلاثين عاما».»: whoever does what the sentence before tells."""
    number = scene.sentence_of[pair.open] - 1
    if number < 0 or scene.sentence_start(pair.open) != pair.open:
        return None
    first, last = scene.sentences[number]
    if bisect_left(places, first) != bisect_left(places, last) or not _same_paragraph(scene, last - 1, pair.open):
        return None
    names = [scene.mention_at[at] for at in range(first, last) if at in scene.mention_at and scene.within[at] < 0]
    people = [one for one in names if one.type == "person"]
    if not people:
        return None
    return Voice(Cue(first, first, "verb", "", "neutral", first), named(people[0]), None, CARRIED - 0.15)


def _is_speech(scene: Scene, pair: Pair, size: int, voice: Voice | None) -> bool:
    first = pair.open + 1
    if _is_name(scene, pair, voice) or is_inscribed(scene, pair.open):
        return False
    before = scene.keys[pair.open - 1] if pair.open else ""
    if before == "علي" and pair.open > 1 and scene.keys[pair.open - 2] in particles()["blame"]:
        return False  # «ملقيا باللوم على «الميليشيات المسلحة»»
    led = before == ":" or before in particles()["that"] or before in particles()["that_pronoun"]
    other = _coupled(scene, pair)
    if size <= 3 and other is not None and voice is not None and voice.cue.at < other.open:
        return _is_speech(scene, other, other.close - other.open - 1, voice)
    if size <= 3 and voice is not None and voice.cue.at > pair.close:
        these = voice.cue.lemma == "" or scene.keys[voice.cue.at - 1] in particles()["before_verb_of_quotation"]
        return (size > 1 or these) and (is_verb(scene.keys[first]) or not named_before(scene, pair.open))
    if voice is not None and size > 1 and all_said(scene, pair, voice):
        return True
    if size > 1 and scene.keys[pair.close - 1] in _ASKING:
        return True  # «لا تكف عن ترديد «لماذا لم يمنعهم أحد؟»»
    if size <= 3:
        return (voice is not None and short_speech(scene, pair, size, before, voice)) or (before == ":" and size > 1)
    if before in particles()["named"] or named_before(scene, pair.open):
        told = scene.keys[first] in particles()["negation"] or is_verb(scene.keys[first])  # «الاتفاق «لن يساوي ثمن …»»
        return led or told or (before.startswith(_ARTICLE) and size > _TITLE and _opened_there(pair, voice))
    if voice is not None or led:
        return True
    lists = particles()
    tells = scene.keys[first] in lists["preposition"] | lists["negation"] or is_verb(scene.keys[first])
    return tells or _is_whole_sentence(scene, pair) or size >= 7  # «قرر تأجيل الانتخابات «إلى حين ضمان …»»


def _coupled(scene: Scene, pair: Pair) -> Pair | None:
    """The marks before in «وصفها بأنها «كارثة كاملة» و«عار»»."""
    if scene.keys[pair.open - 1] != "و" or pair.open < 2:
        return None
    return next((one for one in scene.pairs if one.close == pair.open - 2 and one.depth == pair.depth), None)


def _is_name(scene: Scene, pair: Pair, voice: Voice | None) -> bool:
    """Whether a name fills the marks; a place or an event that a rule made of what a verb leads right to is none."""
    first, last = pair.open + 1, pair.close
    if not is_known_name(scene, first) or scene.mention_end[first] < last:
        return False
    mention = scene.mention_at[first]
    made = mention.type in _MADE and mention.source in ("rule", "model") and not mention.confirmed
    called = voice is not None and (voice.cue.stance == "describe" or voice.cue.lemma in CHANTS)
    called = called and voice is not None and voice.cue.lemma not in _NAMING
    if called and mention.type in (*_MADE, "work") and not mention.confirmed and _opened_there(pair, voice):
        return False  # «وصفته مصادر قانونية بـ«الزلزال»»
    if made and _is_told(scene, pair, mention):
        return False
    sentence = last - first >= _LONG and (_opened_there(pair, voice) or owned(scene, first, first + 1))
    return not (made and sentence)


def _is_told(scene: Scene, pair: Pair, mention: Mention) -> bool:
    """«إن القضاء «تلكأ»»: one word that a rule took for a place, behind a noun that no place follows."""
    before, alone = scene.keys[pair.open - 1], pair.close - pair.open == 2
    plain = before.startswith(_ARTICLE) and not scene.keys[pair.open + 1].startswith(_ARTICLE)
    return alone and plain and mention.source == "rule" and not named_before(scene, pair.open)


def _is_whole_sentence(scene: Scene, pair: Pair) -> bool:
    start, end = scene.sentence_start(pair.open), scene.sentence_end(pair.open)
    return pair.open == start and pair.close >= end - 2


def _going_on(scene: Scene, voices: Sequence[Voice]) -> list[int]:
    """For each voice the next participle behind a comma («وقالت: بكيت، مضيفة أنها ستعود»), which ends plain words."""
    found, following = [], len(scene.keys)
    for voice in reversed(voices):
        found.append(following)
        clear = voice.cue.verb is not None and voice.cue.verb.clear
        if clear and voice.cue.kind == "circumstance" and scene.keys[voice.cue.at - 1] in _STOPS:
            following = voice.cue.at
    return found[::-1]
