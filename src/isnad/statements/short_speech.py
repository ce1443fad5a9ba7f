"""Whether a few words in marks are somebody's words rather than a name: by what opens them and by how they look."""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.statements.happenings import context, verb_forms_of
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.marks import Pair
from isnad.statements.scene import Scene
from isnad.statements.unlisted_names import is_adjunct
from isnad.statements.voicing import Voice
from isnad.statements.word_shapes import bare, is_verbal_noun

_STOPS = frozenset("،,.!؟?؛…")
_ALEF, _ARTICLE, _WAW, _MARBUTA = "\u0627", "\u0627\u0644", "\u0648", "\u0647"
_OBJECTS = ("\u0647\u0627", "\u0647\u0645\u0627", "\u0647\u0645", "\u0647")
_GLUED = ("\u0644\u0644", "\u0628\u0627\u0644")  # «للأسر», «بالإجماع»
_AT = frozenset(("من", "ازاء", "حيال", "تجاه"))
_DENYING = frozenset(("لا", "لم", "لن", "ليس", "ليست", "ما"))
_OWN_ARTICLE = re.compile("الت\\wا\\wا")
_FUTURE = re.compile("س[يتن]\\w{2,}")
_FEMININE, _PAIR = ("\u0629", "\u0627\u062a"), 2
_LAM = "\u0644"
_THEY = "\u0648\u0627"  # «قالوا»
_ADJECTIVE = ("ة", "يا")
_NEAR = 12  # words from a verb of saying to what is said, where nothing opens it
_OWNED = 4  # letters of the shortest word that may hold a pronoun


def named_before(scene: Scene, mark: int) -> bool:
    """Whether the word before the marks is one behind which they hold a name («حركة», «فيلم»)."""
    *noun, before = ("", *scene.keys[max(0, mark - 2) : mark])
    named = particles()["named"]
    described = (
        before.startswith(_ARTICLE) and noun[-1] in named and not is_verb(scene.keys[mark + 1])
    )  # «فيلمه الأخير «…»»
    return described or before in named or before.removeprefix("ال") in named


def short_speech(scene: Scene, pair: Pair, size: int, before: str, voice: Voice) -> bool:
    """One to three words in marks: said, when what opens what is said stands right before them."""
    opened = voice.cue.opened
    after = scene.keys[pair.close + 1] if pair.close + 1 < len(scene.keys) else "."
    if before == ":" or _called_so(scene, pair) or _is_shaped_so(scene, pair, size):
        return True
    if voice.cue.stance == "express" and before in _AT and size > 1 and not scene.is_name(pair.open + 1):
        return True  # «أبدت الجمعية قلقها من «حالة عدم الاستقرار»»
    if before in particles()["weighed"] or _is_demanded(scene, pair, size, voice):
        return True
    if opened is not None and opened.at in (pair.open, pair.open + 1) and opened.by != "noun":
        felt = voice.cue.stance == "express" or owned(scene, pair.open + 1, pair.close)  # «معربا عن «حزنه» لترك المنصب»
        return felt or after in _STOPS or after.startswith("و") or size > 1 or _is_accusative(scene, pair.open + 1)
    if (opened is None or opened.at < pair.open) and _is_no_name(scene, pair, size, before):
        return True
    if opened is not None and opened.at < pair.open and _is_of_content(scene, pair, size, voice):
        return True
    if voice.cue.at < pair.open and (_tells(scene, pair, voice) or _is_indefinite(scene, pair, voice)):
        return True
    if opened is not None and opened.by == "that" and size > 1 and _is_predicate(scene, opened.at, pair):
        return True
    if size > 1 and voice.cue.stance == "explain" and before == "الي" and voice.cue.at < pair.open:
        return True  # «وعزا المدير النتائج إلى «حصافة إدارة المخاطر»»
    describing = voice.cue.stance in ("describe", "opine")
    return describing and before in ("ب", "بانه", "بانها", "بانهم", "انه", "انها") and pair.open - voice.cue.at <= 14


@lru_cache(maxsize=1)
def _judging() -> frozenset[str]:
    """Adjectives that judge, with and without article and feminine ending."""
    words = particles()["judging"]
    both = words | {word + _MARBUTA for word in words}
    return both | {_ARTICLE + word for word in both}


def _is_of_content(scene: Scene, pair: Pair, size: int, voice: Voice) -> bool:
    """Whether the words are a part of what is said that the writer takes over as it was said."""
    if _is_epithet(scene, pair):
        return True
    return voice.cue.at < pair.open and (_describes_noun(scene, pair, size) or _is_done(scene, pair, size))


def _is_accusative(scene: Scene, at: int) -> bool:
    """«لمح إلى أن «لصوصا» سرقوا الأصوات»: an indefinite noun in the accusative, which no name is."""
    return scene.keys[at].endswith(_ALEF) and not scene.keys[at].startswith(_ARTICLE) and not scene.is_name(at)


def _describes_noun(scene: Scene, pair: Pair, size: int) -> bool:
    """«انتخابات «حرة وشفافة»», «هجوم «مميت»»: adjectives in marks behind a noun without the article."""
    before, inside = scene.keys[pair.open - 1], range(pair.open + 1, pair.close)
    lists = particles()
    plain = before[0].isalpha() and not before.startswith(_ARTICLE) and not named_before(scene, pair.open)
    if not plain or scene.is_name(pair.open - 1) or before in lists["preposition"] | lists["that"] or is_verb(before):
        return False
    if any(scene.keys[at].startswith(_ARTICLE) or scene.is_name(at) for at in inside):
        return False
    raw = [scene.text[scene.words[at].start : scene.words[at].end] for at in (pair.open - 1, *inside)]
    feminine = size > 1 and raw[0].endswith(_FEMININE) and all(word.endswith(_FEMININE) for word in raw[1:])
    return feminine or (size == 1 and scene.keys[inside[0]] in _judging())


def _is_done(scene: Scene, pair: Pair, size: int) -> bool:
    """«تستهدف «البنى التحتية للمسلحين»»: three words right behind a verb, the last for whom."""
    last = scene.keys[pair.close - 1]
    first = bare(scene.keys[pair.open + 1])
    body = scene.is_name(pair.open + 1) or first in roles().heads | particles()["named"]
    return size > _PAIR and last.startswith(_GLUED[0]) and is_verb(scene.keys[pair.open - 1]) and not body


def _is_demanded(scene: Scene, pair: Pair, size: int, voice: Voice) -> bool:
    """«طالبا من الجميع «الالتزام باللائحة»»: a verbal noun in marks is what somebody asks for."""
    near = 0 < pair.open - voice.cue.at <= _NEAR
    return voice.cue.stance == "demand" and near and size > 1 and is_verbal_noun(scene.keys[pair.open + 1])


def _is_shaped_so(scene: Scene, pair: Pair, size: int) -> bool:
    """«الجريمة البشعة», «أن التطوير «سيستمر»»: an adjective that judges, or one verb of the future."""
    judged = set(scene.keys[pair.open + (1 if size == 1 else 2) : pair.close]) & _judging()
    future = size == 1 and _FUTURE.fullmatch(scene.keys[pair.open + 1]) is not None and _closes(scene, pair)
    return future or (bool(judged) and not scene.is_name(pair.open + 1))


def _is_epithet(scene: Scene, pair: Pair) -> bool:
    """«وعد الوزير بإجراءات «عاجلة»»: one adjective without an article behind a noun without one."""
    word, noun = scene.words[pair.open + 1], scene.keys[pair.open - 1]
    one = (
        pair.close - pair.open == 2
        and len(scene.keys[pair.open + 1]) >= _OWNED
        and not scene.is_name(pair.open + 1)
        and not scene.is_name(pair.open - 1)
    )
    adjective = scene.text[word.start : word.end].endswith(_ADJECTIVE) and not scene.keys[pair.open + 1].startswith(
        _ARTICLE
    )
    return one and adjective and noun[0].isalpha() and not _definite(scene, pair) and not noun.startswith(_ARTICLE)


def _called_so(scene: Scene, pair: Pair) -> bool:
    """«أشاد الأمير بما وصفه بـ«الإنجاز التاريخي»»: a verb of describing with «ه» right before, in what is told."""
    at = pair.open - 2 if scene.keys[pair.open - 1] == "ب" else pair.open - 1
    if at < 1 or not scene.keys[at].endswith(_OBJECTS):
        return False
    return any(form.verb.stance in ("describe", "opine") for form in saying().get(scene.keys[at], ()))


def _is_no_name(scene: Scene, pair: Pair, size: int, before: str) -> bool:
    """«إنه «مسرور شخصيا»», «معاقبتهم «بلا رحمة»»: behind a pronoun, or with a preposition at its head."""
    first = scene.keys[pair.open + 1]
    lists = particles()
    inside = scene.keys[pair.open + 1 : pair.close]
    if size > 1 and all(key.endswith(_ALEF) and not _has_article(key) for key in inside):
        return True  # «رفضته «رفضا قاطعا»»
    if size > 1 and any(key in _DENYING or key in lists["that_pronoun"] for key in inside):
        return True  # «كأنه لم يصدر»
    if size > 1 and inside[-1] in lists["degree"]:
        return True  # «إن الرئيس «منشغل جدا» لاختفائه»
    if before in lists["relative"] or (first.endswith(_THEY) and len(first) > _OWNED):
        return True  # «المعلمين الذين «سابقوا الزمن»», «إن اللاعبين «شرفوا» بلادهم»
    pronoun = before in lists["that_pronoun"] and not first.startswith(_ARTICLE)
    return pronoun or (size > 1 and first in lists["preposition"] | lists["negation"] | lists["without"])


def _has_article(key: str) -> bool:
    """Whether the word begins with the article, and not with letters of its own («التزاما»)."""
    return key.startswith(_ARTICLE) and not _OWN_ARTICLE.fullmatch(key)


def all_said(scene: Scene, pair: Pair, voice: Voice) -> bool:
    """«إن الطائرة «كانت إنجازا»»: marks that hold all that is said of the one noun before them."""
    opened = voice.cue.opened
    told = opened is not None and opened.by == "that" and pair.open - opened.at == 1
    return told and opened is not None and _is_predicate(scene, opened.at, pair)


def _is_predicate(scene: Scene, start: int, pair: Pair) -> bool:
    """«قال إن القرار «صعب لكنه ضروري»»: what closes the clause and has no article is said, no name."""
    after = scene.keys[pair.close + 1] if pair.close + 1 < len(scene.keys) else "."
    inside = scene.keys[start : pair.open]
    closes = after in _STOPS or after.startswith("و")
    whole = len(inside) == 1  # «إن الفريق «كتب التاريخ»»: nothing else is said of the one noun before the marks
    named = scene.keys[pair.open + 1].startswith(_ARTICLE) if whole else _definite(scene, pair)
    return closes and pair.open - start <= 14 and not (set(inside) & _STOPS) and not named


def _definite(scene: Scene, pair: Pair) -> bool:
    return scene.keys[pair.open + 1].startswith("ال") or named_before(scene, pair.open)


def _closes(scene: Scene, pair: Pair) -> bool:
    """Whether the clause ends with the marks, or goes on with an adjunct only."""
    after = scene.keys[pair.close + 1] if pair.close + 1 < len(scene.keys) else "."
    return after in _STOPS or after.startswith((_WAW, _LAM, *_GLUED)) or is_adjunct(after)


def _tells(scene: Scene, pair: Pair, voice: Voice) -> bool:
    """«إن القرار «مفاجئ»», «كانت «شاقة»», «إن الجسر «يقطع آخر شريان»»: the marks hold what is told of somebody."""
    opened = voice.cue.opened
    first, before = scene.keys[pair.open + 1], scene.keys[pair.open - 1]
    if opened is None or opened.at >= pair.open or not _closes(scene, pair):
        return False
    if named_before(scene, pair.open) and not before.startswith(_ARTICLE):
        return False
    if before.removeprefix(_WAW) in context()["was"] and pair.close - pair.open > 2:
        return True  # «إن النسخة كانت «الأفضل على الإطلاق»»
    if first.startswith(_ARTICLE):
        return False
    if before.removeprefix(_WAW) in context()["was"] | context()["copula"] or first.startswith(_GLUED[1]):
        return True
    if pair.close - pair.open > 2 and (is_verb(first) or owned(scene, pair.open + 1, pair.close)):
        return True
    start = _clause(scene, opened.at, pair.open)
    return start > 0 and _is_one_noun(scene, start, pair.open)


def is_verb(key: str) -> bool:
    """A verb names nothing: «قد تم», «استغلت حاجة الفتيات»."""
    return key in particles()["before_verb"] or bool(verb_forms_of(key)) or _says(key)


def _says(key: str) -> bool:
    return any(form.kind in ("past", "present", "future") for form in saying().get(key, ()))


def owned(scene: Scene, first: int, last: int) -> bool:
    """«بالغ أسفها», «قلقه العميق»: no name has a pronoun."""
    raw = (scene.text[word.start : word.end] for word in scene.words[first:last])
    return any(len(text) >= _OWNED and text.endswith(_OBJECTS) for text in raw)


def _clause(scene: Scene, start: int, mark: int) -> int:
    """Just past the last «أن» that opens the clause of the marks, or -1."""
    lists = particles()
    for at in range(mark - 1, max(start - 2, mark - 8), -1):
        if scene.keys[at] in lists["that"]:
            return at + 1
    return -1


def _is_one_noun(scene: Scene, start: int, mark: int) -> bool:
    """«القرار», «ركلة الجزاء», «تهمة الاتجار بالبشر», «واشنطن»: a definite noun of which nothing is told as yet."""
    inside = range(start, mark)
    if not inside or any(not scene.keys[at][0].isalpha() for at in inside):
        return False
    rest = all(scene.keys[at].startswith((_ARTICLE, *_GLUED)) or scene.is_name(at) for at in inside[1:])
    last = mark - 1
    definite = scene.keys[last].startswith((_ARTICLE, *_GLUED)) or scene.is_name(last) or owned(scene, last, mark)
    return rest and definite and not is_adjunct(scene.keys[start])


def _is_indefinite(scene: Scene, pair: Pair, voice: Voice) -> bool:
    """«تلقيها «مبالغ طائلة»», «بتحقيق «شفاف وسريع»»: words without an article, in what somebody says."""
    inside, opened = range(pair.open + 1, pair.close), voice.cue.opened
    near = pair.open - voice.cue.at <= _NEAR if opened is None else opened.at <= pair.open
    if not near or len(inside) < 2 or named_before(scene, pair.open):
        return False
    demanded = voice.cue.stance == "demand" and not scene.keys[inside[0]].startswith(_ARTICLE)
    if demanded and not any(scene.is_name(at) for at in inside):
        return _closes(scene, pair)  # «ناشد الوالي الطرفين «تغليب الحكمة»»
    held = inside[:1] if _holds_adjunct(scene, inside) else inside
    plain = not any(scene.keys[at].removeprefix(_WAW).startswith(_ARTICLE) or scene.is_name(at) for at in held)
    return plain and not scene.is_name(pair.open - 1) and _closes(scene, pair)


def _holds_adjunct(scene: Scene, inside: range) -> bool:
    """«بناء مع الجميع»: what goes on with a preposition is seldom a name."""
    return any(scene.keys[at] in particles()["preposition"] for at in inside[1:-1])
