"""Where what is said begins behind a verb of saying: «أن», a colon, quotation marks, or the verb's preposition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from isnad.arabic.letters import fold_word
from isnad.statements.happenings import context, nouns, verbs
from isnad.statements.lexicon import SayingForm, particles, roles, saying, saying_of_it
from isnad.statements.openings import asks_to_be_unnamed, is_aside, is_inscribed
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_owner, is_that
from isnad.statements.word_shapes import bare, holds_object, is_verbal_noun

Opening = Literal["that", "colon", "marks", "preposition", "noun"]

_COMMAS = frozenset("،,؛")
_REACH = 60
_CALLING, _CALLED = ("describe", "accuse"), 24  # «وصف الوضع بـ«الكارثي»», and how far off the marks may stand
_AS, _JUDGING, _ENDS = ("بانه", "بانها", "بانهم"), ("اعتبر", "عد"), frozenset("،,.؛!؟")
_FOR_THAT = ("لكون", "لعدم")
_SEEN = ("\u0647", "\u0647\u0627")
_JUDGED, _PRAISED = ("praise", "condemn", "criticise"), 25
_WHAT = {"عن": ("عما", "عمن"), "من": ("مما", "ممن")}
_HER = ("\u0647\u0627", "\u0647\u0645")
_OBJECT = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_MARKS = frozenset('«"“”')
_CRIED = 8  # words from a verb of crying to what is cried
CHANTS = ("ردد", "هتف", "صاح", "صرخ")
_SPEECH = 4  # words in marks from which they may hold speech rather than a name
_CLAUSES = frozenset(("أن",))
_HAD = frozenset(("وقد", "فقد", "ولقد", "فيما"))
_CLAUSE = 10  # words from a glued preposition to «بأن»
_THAT_OF = frozenset(("بان", "بانه", "بانها", "بانهم"))
_BAA, _LAM, _WAW, _ARTICLE = "\u0628", "\u0644", "\u0648", "\u0627\u0644"
_TAA, _HAA = "\u062a", "\u0647"
_BUT, _BUT_THAT, _AN = frozenset(("لكن", "ولكن")), frozenset(("غير", "الا", "بيد")), "ان"


@dataclass(frozen=True, slots=True)
class Opened:
    """Where what is said begins, and by what it is opened. clip: letters of the first word that don't belong to it."""

    at: int
    by: Opening
    word: int
    clip: int = 0


def opening(scene: Scene, at: int, last: int, form: SayingForm) -> tuple[Opened | None, int]:
    """Where what is said begins, and where the search for the subject has to stop."""
    takes = form.verb.takes
    if scene.keys[at] in saying_of_it() and "اسم" in takes:
        takes |= {"إلى"}  # «وهو ما عزته الوزارة إلى …»
    limit = min(last, at + _REACH)
    word = at + 1
    while word < limit:
        ends = word > at + 1 and (_ends_search(scene, word) or _ends_what(scene, at, word))
        if ends or _says_another(scene, word):
            return None, word
        pair = scene.within[word + 1] if word + 1 < len(scene.keys) else -1
        if pair >= 0 and scene.pairs[pair].open == word:
            if (is_speech_sized(scene, pair) and not is_inscribed(scene, word)) or _calls(scene, at, word, form):
                return Opened(word + 1, "marks", word), word
            word = scene.pairs[pair].close + 1
            continue
        opened = _opened_by(scene, word, at, takes)
        if opened is not None and (takes != _CLAUSES or form.verb.clear or not _continues(scene, opened)):
            return opened, word
        word += 1
    return None, limit


def is_known_name(scene: Scene, at: int) -> bool:
    """Whether a name begins in the word that is more than a guessed title without the article («عقاب قاس»)."""
    mention = scene.mention_at.get(at)
    if mention is None:
        return False
    guessed = mention.type == "work" and mention.source == "model" and not mention.confirmed
    return not guessed or scene.mention_end[at] - at == 1 or scene.keys[at].startswith(_ARTICLE)


def is_speech_sized(scene: Scene, number: int) -> bool:
    """Whether a pair of marks holds enough words for speech."""
    pair = scene.pairs[number]
    return pair.close - pair.open - 1 >= _SPEECH


def _continues(scene: Scene, opened: Opened) -> bool:
    """«وأضاف أن …، فقد زاد المنسوب، وأن …»: «وأن» goes on with what another verb says."""
    return opened.by == "that" and scene.keys[opened.word].startswith(_WAW)


def _calls(scene: Scene, at: int, mark: int, form: SayingForm) -> bool:
    """«ما وصفه بـ«المزايدات»», «ما سماه «شجاعة الشعب»»: a few words in marks by which something is called."""
    calls = form.verb.stance in _CALLING and "ب" in form.verb.takes and mark - at <= _CALLED
    before = scene.keys[mark - 1]
    if before == "ب" and (mark == at + 2 or calls):
        return True
    if before == "ب" and mark - at <= _CALLED and "ب" in form.verb.takes and _is_indefinite(scene, mark):
        return True
    if before == "ب" and form.verb.stance in _JUDGED and mark - at <= _PRAISED and _is_attributed(scene, mark):
        return True
    pair = scene.pairs[scene.within[mark + 1]]
    if before == "ب" and form.verb.stance == "condemn" and pair.close - pair.open > _SPEECH - 1:
        return mark + 1 not in scene.mention_at and not scene.keys[mark + 1].startswith(_ARTICLE)
    return (
        (calls and before in _AS)
        or (mark == at + 1 and form.verb.stance == "describe" and mark + 1 not in scene.mention_at)
        or (mark == at + 1 and _chants(scene, mark + 1, form))
        or _cries(scene, at, mark, form)
        or (mark == at + 1 and form.verb.stance == "opine" and scene.keys[at].endswith(_OBJECT))  # «واعتبره «…»»
        or _judges(scene, at, mark, form)
    )


def _cries(scene: Scene, at: int, mark: int, form: SayingForm) -> bool:
    """«وصرخ أحدهم من شرفته «ارحلوا»», but not «صاح منتج «كذا» فلان»."""
    past = scene.pairs[scene.within[mark + 1]].close + 1
    return mark - at <= _CRIED and form.verb.lemma in CHANTS and past not in scene.mention_at


def _chants(scene: Scene, first: int, form: SayingForm) -> bool:
    """«وهم يرددون «الله أكبر»», «ليعلن «انتصار المقاومة»»: marks right behind a verb that names nothing."""
    told = form.kind == "circumstance" and scene.pairs[scene.within[first]].close - first > 1
    if told and first not in scene.mention_at:
        return True  # «داعيا «جميع الأطراف» إلى …»
    return form.verb.lemma in CHANTS or ("اسم" in form.verb.takes and is_verbal_noun(scene.keys[first]))


def _is_indefinite(scene: Scene, mark: int) -> bool:
    """«ندد بـ«عنف قاس»»: two words or three without an article, which make no name."""
    first, last = mark + 1, scene.pairs[scene.within[mark + 1]].close
    inside = scene.keys[first:last]
    return len(inside) > 1 and not is_known_name(scene, first) and not any(key.startswith(_ARTICLE) for key in inside)


def _is_attributed(scene: Scene, mark: int) -> bool:
    """«نوه بـ«الزيارة التاريخية»»: a noun with its adjective, which nobody took for a name."""
    first, last = mark + 1, scene.pairs[scene.within[mark + 1]].close
    if any(form.verb.stance in _CALLING for form in saying().get(scene.keys[mark - 2], ())):
        return False  # «انتقدت ما وصفته بـ«المزايدات الشعبوية»»
    articles = all(scene.keys[at].startswith(_ARTICLE) for at in (first, last - 1))
    return last - first > 1 and articles and not any(scene.is_name(at) for at in range(first, last))


def _judges(scene: Scene, at: int, mark: int, form: SayingForm) -> bool:
    """«واعتبر الوزير الفضيحة «مقلقة للغاية»», «ورأى في البيان «مبالغة»»: an indefinite word or two in marks, which
    end the clause."""
    pair = scene.pairs[scene.within[mark + 1]]
    after = scene.keys[pair.close + 1] if pair.close + 1 < len(scene.keys) else "."
    ends = after in _ENDS or after.startswith(_WAW)
    plain = not scene.keys[mark + 1].startswith(_ARTICLE) and mark + 1 not in scene.mention_at
    seen = form.verb.lemma == "رأى" and not _COMMAS & set(scene.keys[at:mark])
    seen = seen and ("في" in scene.keys[at + 1 : mark] or scene.keys[at].endswith(_SEEN))  # «رآها آخرون «إرهاقا»»
    judging = form.verb.lemma in _JUDGING or seen
    return judging and ends and plain and mark > at + 1 and mark - at <= _CALLED


def _opened_by(scene: Scene, word: int, at: int, takes: frozenset[str]) -> Opened | None:
    lists, key = particles(), scene.keys[word]
    following = scene.keys[word + 1] if word + 1 < len(scene.keys) else ""
    if key == ":" and following in lists["that"] and "أن" in takes:
        return Opened(word + 2, "that", word + 1)  # «وقال الوزير: إن الطريق أنجز»
    if following in lists["demonstrative"] and key != "في" and word + 2 < len(scene.keys):
        following = scene.keys[word + 2]
    if key == ":":
        return None if _is_past_relative(scene, at, word) else Opened(word + 1, "colon", word)
    if is_that(scene, word) and word not in scene.mention_at:
        return _that(scene, word, at, takes)
    if key in _own(takes) and key not in lists["preposition"]:
        return Opened(word, "preposition", word)  # «حمل النائب الحكومة مسؤولية الحادث»
    if key in _own(takes) and word not in scene.mention_at and not _describes(scene, word, at):
        if following in lists["that"] | lists["that_pronoun"]:
            return Opened(word + 1 + (following in lists["that"]), "that", word)
        if (
            following
            and (key == "الي" or bare(following) not in roles().setting | {"هامش", "لسان"})  # «دعا إلى حوار شامل»
            and following[0].isalnum() | (following in _MARKS)
        ):
            return Opened(word + 1, "preposition", word)
        return None
    if key in _about_what(takes):
        return Opened(word + 1, "preposition", word)  # «تساءل مشجعون عما إذا كان …»
    return _glued(scene, word, at, takes)


def _describes(scene: Scene, word: int, at: int) -> bool:
    """«كشف تقرير صادر عن المعهد أن …»: «عن» that goes on describing who speaks."""
    return scene.keys[word] == "عن" and word > at + 1 and bare(scene.keys[word - 1]) in particles()["binds_an"]


def _is_past_relative(scene: Scene, at: int, colon: int) -> bool:
    """«الناشرة، التي نشرت أعماله، عن لقائهما: …»: a verb behind «التي», whose clause a comma has closed."""
    clear = any(form.verb.clear for form in saying().get(scene.keys[at], ()))
    relative = at > 0 and scene.keys[at - 1] in particles()["relative"]
    return relative and not clear and bool(_COMMAS & set(scene.keys[at:colon]))


@lru_cache(maxsize=64)
def _own(takes: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold_word, takes - {"أن", "اسم", "ب", "ل"}))


@lru_cache(maxsize=64)
def _about_what(takes: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_WHAT.get(one, ()) for one in takes))


def _that(scene: Scene, word: int, at: int, takes: frozenset[str]) -> Opened | None:
    lists, key = particles(), scene.keys[word]
    before = scene.keys[word - 1]
    governs = before in lists["preposition"] and before not in lists["hard_adjunct"] and not holds_object(before)
    if "أن" not in takes or (word > at + 1 and governs) or _is_held_by_noun(scene, word):
        return None
    if word > at + 1 and before in ("قبل", "بعد", "منذ", "دون", "غير", "الا"):
        return None
    return Opened(word + (key in lists["that"]), "that", word)


def _is_held_by_noun(scene: Scene, word: int) -> bool:
    """«سجلت الأسعار ارتفاعا وسط توقعات بأن …»: what a noun behind a preposition holds, and nobody says."""
    noun = scene.keys[word - 1] in particles()["holds_that"] and scene.keys[word].startswith(_BAA)
    return noun and scene.keys[word - 2] in particles()["preposition"]


def _glued(scene: Scene, word: int, at: int, takes: frozenset[str]) -> Opened | None:
    """«طالب المجتمع الدولي بالتحرك»: the preposition is a letter of the first word of what is said."""
    key = scene.keys[word]
    if key in ("بما", "بمن") and "ب" in takes:
        return Opened(word, "preposition", word, clip=1)
    if "ل" in takes and _for_event(scene, word):
        return Opened(word, "preposition", word, clip=1)
    if not (key.startswith(_BAA) and "ب" in takes) or (len(key) < 4 and key != "باي") or _has_own_baa(key):
        return None
    if bare(scene.keys[word - 1]) in particles()["binds_baa"] or _leads_to_that(scene, word, takes):
        return None
    relative = next((one for one in range(word - 1, at, -1) if scene.keys[one] in particles()["relative"]), word)
    if relative < word and not _COMMAS & set(scene.keys[relative:word]):
        return None  # «تعهد الوزير تبرئة موظفين، الذين أدينوا بالسرقة»
    rest = key[1:]
    if (
        scene.is_name(word)
        or key in particles()["manner"] | particles()["binding"]
        or any(key.startswith(people) for people in particles()["with_baa"])
        or (
            word > at + 1
            and {bare(key), bare(rest)} & roles().heads
            and bare(rest) not in nouns()
            and bare(rest) not in verbs()
        )
    ):
        return None
    return Opened(word, "preposition", word, clip=1)


def _has_own_baa(key: str) -> bool:
    """«بلاده», «بيانات»: a noun whose «ب» is no preposition."""
    own = particles()["own_baa"]
    stems = (key.removesuffix(one) for one in ("", *_OBJECT))
    return any(stem in own or (stem.endswith(_TAA) and stem[:-1] + _HAA in own) for stem in stems)


def _leads_to_that(scene: Scene, word: int, takes: frozenset[str]) -> bool:
    """«أفاد المركز العامل بالمدينة بأن …»: whether «بأن» stands little behind in the same clause."""
    if "أن" not in takes:
        return False
    for at in range(word + 1, min(word + _CLAUSE, len(scene.keys))):
        key = scene.keys[at]
        if key in _THAT_OF and is_that(scene, at):
            return not _is_held_by_noun(scene, at)
        if not key[0].isalpha() or key in particles()["relative"] or (key in saying() and key not in roles().heads):
            return False
    return False


def _for_event(scene: Scene, word: int) -> bool:
    """«دعا لوقف القتال», «أسف لكون البلاد …»: «ل» before what is to happen, or has happened."""
    key = scene.keys[word]
    noun = nouns().get(key)
    return key in _FOR_THAT or (noun is not None and noun.prefix == _LAM and not scene.is_name(word))


def _is_participle(form: SayingForm, key: str) -> bool:
    return form.kind == "circumstance" and not key.startswith(_ARTICLE)  # «نقل عنه القول إن»


def _begins_member(scene: Scene, word: int, forms: tuple[SayingForm, ...]) -> bool:
    """«أعلنت كذا، وبين المدير أن …»: a verb with «و» behind a comma and before its subject, or one behind «بعد أن»."""
    if scene.keys[word - 1] == "ان" and scene.keys[word - 2] in ("بعد", "قبل", "منذ"):
        return any(form.verb.clear for form in forms)  # «وذلك بعد أن أكدت الوزارة «…»»
    if scene.keys[word - 1] not in _COMMAS or word + 1 >= len(scene.keys):
        return False
    spoken_of = bare(scene.keys[word + 1]) in roles().heads or word + 1 in scene.mention_at
    return spoken_of and any(form.joined and form.kind == "past" for form in forms)


def _leads_to_clause(scene: Scene, at: int) -> bool:
    """Whether «أن» stands there, or right behind somebody: «والتي رأى أن», «التي توقع كثيرون أن»."""
    if at + 1 < len(scene.keys) and bare(scene.keys[at]) in roles().heads:
        at += 1
    return at < len(scene.keys) and is_that(scene, at)


def _is_told_besides(scene: Scene, word: int, forms: tuple[SayingForm, ...]) -> bool:
    """«استبعد المدير البيع … وقد أكدت مصادر أن …»: another verb of saying behind «وقد»."""
    return scene.keys[word - 1] in _HAD and any(form.verb.clear and form.kind == "past" for form in forms)


def _says_another(scene: Scene, word: int) -> bool:
    """«مستعيدا قول فلان: «…»»: a noun of saying before the name of whoever said it."""
    return scene.keys[word] in particles()["saying_of"] and word + 1 in scene.mention_at


def _ends_what(scene: Scene, at: int, word: int) -> bool:
    """«ردا على ما كتبه الناقد، قال فلان إن …»: a verb of saying behind the comma that closes a clause with «ما»."""
    inner = scene.keys[at - 1] in particles()["whats"] | particles()["relative"] and scene.keys[word - 1] in _COMMAS
    return inner and any(form.verb.clear and form.kind == "past" for form in saying().get(scene.keys[word], ()))


def _begins_saying(form: SayingForm, key: str) -> bool:
    """«مؤكدا», «وأضاف», and «نفى ما نشرته الصحف واصفا الخبر بأنه …»."""
    participle = _is_participle(form, key)
    return (form.verb.clear and (participle or form.joined)) or (form.verb.stance == "describe" and participle)


def _turns(scene: Scene, word: int) -> bool:
    """«وأبلغ عن الإصابات، لكن الوزير أكد أن …», «…، غير أن فلانا رجح …»: what is set against is another sentence."""
    key, following = scene.keys[word], scene.keys[word + 1] if word + 1 < len(scene.keys) else ""
    return scene.keys[word - 1] in _COMMAS and (key in _BUT or (key in _BUT_THAT and following == _AN))


def _ends_search(scene: Scene, word: int) -> bool:
    key = scene.keys[word]
    if is_aside(scene, word) or _turns(scene, word):
        return True
    if key.removeprefix(_WAW) in particles()["relative"] and _leads_to_clause(scene, word + 2):
        return any(form.kind == "past" for form in saying().get(scene.keys[word + 1], ()))  # «فلان الذي رأى أن …»
    following = scene.keys[word + 1] if word + 1 < len(scene.keys) else ""
    if key in context()["when"] and any(form.verb.clear for form in saying().get(following, ())):
        return True  # «هتف المهندسون حين أعلن فلان: …»
    forms = saying().get(key)
    if forms is None or asks_to_be_unnamed(scene, word):
        return False
    if _begins_member(scene, word, forms) or _is_told_besides(scene, word, forms):
        return True
    if is_owner(scene, word):
        return False  # «على لسان متحدثه فلان»
    if any(_begins_saying(form, key) for form in forms):
        return True
    if scene.keys[word - 1] in _COMMAS and any(form.kind == "circumstance" for form in forms):
        return True  # «نفى هذه الرواية، واصفا إياها بأنها …»
    if key.endswith(_HER) and any(form.verb.stance == "describe" and form.kind == "past" for form in forms):
        return not scene.keys[word - 1].startswith(_ARTICLE)  # «في خطوة وصفها محللون بأنها …»
    return key == scene.keys[word - 1]  # stammering, not speech
