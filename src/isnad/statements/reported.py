"""Indirect speech: clauses that report what somebody said, and clauses that a phrase ascribes to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotation import Quotation
from isnad.statements.contents import Opened
from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.openings import is_aside
from isnad.statements.scene import Scene
from isnad.statements.speech import Spoken
from isnad.statements.voicing import Voice
from isnad.statements.word_shapes import bare

_STOPS = frozenset("،,.!؟?؛…:")
_LEADS_ON = frozenset(("كما", "حيث", "فيما", "ما", "و", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "لكن", "ولكن"))
_HE, _BUT = frozenset(("انه", "انها", "انهم", "ان")), frozenset(("الا", "غير", "بيد"))
_OWNED = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_IN_IT = frozenset(("فيه", "فيها"))
_FOR_HIM = frozenset(("له", "لها", "لهم"))  # «توقعت له طريقا مفتوحا»
_BETWEEN = frozenset('،,»"”«')
_NISBA = ("\u064a", "\u064a\u0647", "\u064a\u064a\u0646")
_TIME = 6  # words of the longest expression of time that is passed over
_ASIDES = 3  # of them in a row, at most
_BEFORE_MARKS = 4  # words before the marks from which they are told apart: «أن امرأة توفيت أثناء الإجلاء، وأن «…»»
_MOSTLY = 0.5  # of the words in marks: then the marks tell all that is said


def reported(scene: Scene, voices: Sequence[Voice], direct: Sequence[Spoken]) -> list[Quotation]:
    """The indirect quotations, in order of their cues."""
    quoted = _quoted_words(scene, direct)
    told = {one.voice.cue.at for one in direct if one.voice is not None and one.voice.cue.lemma}
    found: list[Quotation] = []
    ends = _next_ones(voices, len(scene.keys))
    for number, voice in enumerate(voices):
        following = ends[number]
        one = _one(scene, voice, quoted, told, voices[number - 1] if number else None, following)
        if one is not None:
            found.append(one)
    return found


def _next_ones(voices: Sequence[Voice], end: int) -> list[int]:
    """For each voice the word of the next one that isn't nested in somebody's speech."""
    following, found = end, []
    for voice in reversed(voices):
        found.append(following)
        if not voice.nested:
            following = voice.cue.at
    return found[::-1]


def _one(
    scene: Scene, voice: Voice, quoted: Sequence[int], told: set[int], before: Voice | None, following: int
) -> Quotation | None:
    cue = voice.cue
    if voice.speaker is None:
        return None
    if cue.kind == "phrase" or cue.after:
        return _ascribed(scene, voice, quoted, told, before)
    opened = cue.opened or _bare_object(scene, voice)
    if opened is not None and opened.by in ("marks", "colon") and 0 < voice.subject_end < opened.word - _BEFORE_MARKS:
        opened = _bare_object(scene, voice) or opened  # «أعلن المحافظ إلغاء القيود …، وذلك «…»»
    if opened is None or opened.by == "colon" or (voice.nested and opened.by != "that" and voice.subject_end < 0):
        return None
    if opened.at >= len(scene.keys):
        return None  # the text breaks off
    if opened.by == "marks" and quoted[opened.at + 1] > quoted[opened.at]:
        return None  # all of it stands in the marks
    last = _content_end(scene, opened.at, cue, following)
    short = opened.by == "preposition" or scene.keys[opened.at].endswith(_OWNED)  # «أبدى سروره»
    if _mostly_quoted(quoted, opened.at, last):
        last = _trim(scene, opened.at, _first_quoted(quoted, opened.at))
        return None if last - opened.at < _BEFORE_MARKS else _quotation(scene, voice, opened.at, last, opened.clip)
    short = short or (opened.by == "noun" and voice.subject_end > 0 and scene.keys[opened.at].startswith("ال"))
    if last - opened.at < (1 if short else 2):
        return None
    return _quotation(scene, voice, opened.at, last, opened.clip)


def _quotation(scene: Scene, voice: Voice, first: int, last: int, clip: int = 0) -> Quotation:
    confidence = voice.confidence - (0.05 if voice.cue.kind == "phrase" else 0)
    start, end = scene.words[first].start + clip, scene.words[last - 1].end
    cue = voice.cue
    via = voice.via if voice.via != voice.speaker else None
    return Quotation(start, end, False, cue.lemma, voice.speaker, via, cue.stance, round(confidence, 2))


def _bare_object(scene: Scene, voice: Voice) -> Opened | None:
    """«رجح فلان، استئناف المهام»: the noun right after the subject, or after a verb without one, is what is said."""
    cue = voice.cue
    if cue.verb is None or "اسم" not in cue.verb.takes:
        return None
    at = voice.subject_end if voice.subject_end > 0 else cue.end
    adjuncts = particles()["day"] | particles()["manner"] | _IN_IT | _FOR_HIM
    while at < scene.sentence_end(cue.at) and scene.keys[at] in adjuncts:
        at += 1  # «وأعلن الأحد الحداد», «بيانا أكد فيه وقوف …», «نفى بشدة هذه الاتهامات»
    if at < len(scene.keys) and scene.keys[at] in particles()["under"]:
        at = scene.mention_end.get(at + 1, at + 1)  # «استنكر المجلس برئاسة فلان اقتحام مقره»
    if scene.keys[at : at + 1] and scene.keys[at] in "-–":
        at = scene.mention_end.get(at + 1, at + 3)  # «القوات المسلحة الأردنية - الجيش العربي استشهاد …»
    at = _past_time(scene, at, scene.sentence_end(cue.at))
    at = _past_asides(scene, at, scene.sentence_end(cue.at))
    if cue.stance == "demand" and voice.subject_end > 0:
        at = _past_addressed(scene, at, scene.sentence_end(cue.at))
    if at >= scene.sentence_end(cue.at) or not _may_be_said(scene, at, carried=voice.subject_end < 0):
        return None
    return Opened(at, "noun", at)


def _past_time(scene: Scene, at: int, end: int) -> int:
    """Over «في أيار الماضي», «خلال عام 2018» between the subject and what is said."""
    if at >= end or scene.keys[at] not in ("في", "خلال", "مطلع", "قبل"):
        return at
    for word in range(at + 1, min(at + _TIME, end)):
        key = scene.keys[word]
        lists, following = particles(), (*scene.keys[word + 1 : word + 2], ".")[0]
        of_day = key in lists["day"] and following not in lists["day"] | lists["which"]
        if of_day or key in lists["which"] or (len(key) == len("2018") and key.isdigit()):
            return word + 1  # «في ساعة متأخرة من مساء الأربعاء»
        if not key[0].isalnum():
            break
    return at


def _past_addressed(scene: Scene, at: int, end: int) -> int:
    """Over «السلطات السعودية» in «ناشد المجلس السلطات السعودية إعادة النظر»."""
    first = at
    while at < end and scene.keys[at].startswith("ال") and (at == first or scene.keys[at].endswith(_NISBA)):
        at += 1
    return at if first < at < end and bare(scene.keys[first]) in roles().heads else first


def _past_asides(scene: Scene, at: int, end: int) -> int:
    """Over «، أمس الثلاثاء، من بشار،», one aside after the other."""
    at = _past_aside(scene, at, end)
    for _ in range(_ASIDES - 1):
        if at < end and scene.keys[at - 1] in "،," and _opens_aside(scene, at):
            at = _past_aside(scene, at - 1, end)
    return at


def _opens_aside(scene: Scene, at: int) -> bool:
    lists = particles()
    later = scene.keys[at : at + 2] == ["فيما", "بعد"]
    return later or scene.keys[at] in lists["preposition"] | lists["day"] | lists["relative"]


def _past_aside(scene: Scene, at: int, end: int) -> int:
    """Over «، خلال لقائه فلانا،» or «، الذي غاب عن الحفل،» between the subject and what is said."""
    comma = False
    while at < end and scene.keys[at] in _BETWEEN:
        comma, at = comma or scene.keys[at] in "،,", at + 1
    if not comma or at >= end:
        return at
    if _opens_aside(scene, at):
        closing = next((word for word in range(at, min(at + 15, end)) if scene.keys[word] in "،,"), end - 1)
        return closing + 1
    return end if scene.keys[at].startswith("ال") else at


def _may_be_said(scene: Scene, at: int, *, carried: bool) -> bool:
    lists, key = particles(), scene.keys[at]
    if key == "ما" and (not carried or scene.keys[at - 1] in saying()):
        return True  # «ووصف الرئيس ما جرى بأنه انقلاب»
    if not key[0].isalpha() or any(
        key in lists[name] for name in ("preposition", "clause", "relative", "day", "adverb", "manner")
    ):
        return False
    if any(form.verb.clear for form in saying().get(key, ())):
        return False
    if carried and at in scene.mention_at:
        return False
    return bare(key) not in roles().heads


def _content_end(scene: Scene, first: int, cue: Cue, following: int) -> int:
    """Just past the last word of what is said: the end of the sentence, or where something else begins."""
    end = scene.sentence_end(cue.at)
    if first < following < end:
        end = following
    for at in range(first, end):
        if is_aside(scene, at) and scene.within[at] < 0:
            end = at
            break
    return _trim(scene, first, end)


def _trim(scene: Scene, first: int, last: int) -> int:
    while last > first and scene.keys[last - 1] in _STOPS:
        last -= 1
    if last > first and (scene.keys[last - 1] in _LEADS_ON or _is_but(scene, last)):
        return _trim(scene, first, last - 1)
    return last


def _is_but(scene: Scene, last: int) -> bool:
    """Whether the words before `last` are «إلا أنه», «غير أن», after which another clause begins."""
    return scene.keys[last - 1] in _HE and scene.keys[last - 2] in _BUT


def _ascribed(
    scene: Scene, voice: Voice, quoted: Sequence[int], told: set[int], before: Voice | None
) -> Quotation | None:
    """The clause beside «وفقا لفلان», with the phrase itself, which is a member of it."""
    cue = voice.cue
    first, end = scene.sentence_start(cue.at), scene.sentence_end(cue.at)
    if cue.at in told or (before is not None and before.cue.at >= first and before.speaker is not None):
        return None
    past = max(voice.subject_end, cue.end)
    whole = cue.at <= first + 1 + cue.after or _is_parenthesis(scene, cue, past)
    last = _content_end(scene, past if whole and cue.at > first + 2 else cue.end, cue, end) if whole else past
    last = _trim(scene, first, min(last, end))
    if last - first < 5 or _mostly_quoted(quoted, first, last):
        return None
    return _quotation(scene, voice, first, last)


def _is_parenthesis(scene: Scene, cue: Cue, past: int) -> bool:
    """«وتعتزم الدار، على ما أفاد مديرها، جمع المقالات»: the clause goes on behind the comma."""
    opens = any(scene.keys[at] in "،," for at in (cue.at - 1, cue.at - 2, cue.at - 3))
    return opens and past < len(scene.keys) and scene.keys[past] in "،,"


def _quoted_words(scene: Scene, direct: Sequence[Spoken]) -> list[int]:
    """Running count of the words that direct quotations cover."""
    inside = bytearray(len(scene.keys) + 1)
    for one in direct:
        inside[one.words[0] : one.words[1]] = b"\1" * (one.words[1] - one.words[0])
    counts, total = [0], 0
    for flag in inside[:-1]:
        total += flag
        counts.append(total)
    return counts


def _first_quoted(quoted: Sequence[int], first: int) -> int:
    at = first
    while quoted[at + 1] == quoted[at]:
        at += 1
    return at


def _mostly_quoted(quoted: Sequence[int], first: int, last: int) -> bool:
    return quoted[last] - quoted[first] > _MOSTLY * (last - first)
