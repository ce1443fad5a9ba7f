"""Which nouns behind a verb of saying are not who speaks: whom it asks, what it judges, what happens meanwhile."""

from __future__ import annotations

from isnad.statements.cues import Cue
from isnad.statements.lexicon import particles, roles
from isnad.statements.remembered import State
from isnad.statements.saying_here import closes_quotation
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject
from isnad.statements.word_shapes import bare, is_owned, nominative

_OBJECTS = ("\u0647\u0627", "\u0647\u0645")  # «وصفها»
_FEMININE, _STATE = ("\u0629", "\u0627\u062a"), ("دوله",)
_TO_WHOM = frozenset(("demand", "accuse", "warn", "threaten", "praise", "criticise", "condemn", "promise"))
_TELLS_WHOM = ("خاطب", "أبلغ", "أخبر", "سأل", "طمأن", "ذكر")
_STEM = 2  # letters of a plural without its ending
_ONE = 6  # letters of the longest name with the article that ends like a plural: «الأمين»


def tells_scene(scene: Scene, cue: Cue) -> bool:
    """«قالت والقاعة واقفة: …»: «و» and the article right behind the verb tell what happened meanwhile."""
    key = scene.keys[cue.end] if cue.end < len(scene.keys) else ""
    return key == "وقد" or (
        key.startswith("وال") and key not in particles()["father"] and cue.end not in scene.mention_at
    )


def describes(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«خطوة وصفها محللون بأنها …»: a verb with its object behind an indefinite noun, and its subject behind it."""
    before, close = scene.keys[cue.at - 1], scene.word_at(found.speaker.start) == cue.end
    alone = before[0].isalpha() and not before.startswith("ال") and not scene.is_name(cue.at - 1)
    return alone and close and scene.keys[cue.at].endswith((*_OBJECTS, "ه")) and found.kind != "other"


def beside(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«حضور قال منظموه إنه …»: the subject right behind a verb that takes no noun for what is said."""
    takes = cue.verb.takes if cue.verb is not None else frozenset[str]()
    close = scene.word_at(found.speaker.start) == cue.end
    return close and "اسم" not in takes and found.kind in ("person", "source")


def is_object(scene: Scene, cue: Cue, found: Subject, state: State) -> bool:
    """Whether the noun right behind the verb is whom it speaks to or what it speaks of, and no subject."""
    if scene.word_at(found.speaker.start) != cue.end:
        return False
    if found.mention is None and _is_accusative(scene, cue.end):
        return True
    thing = found.kind == "other" and scene.keys[cue.end].startswith("ال")
    if thing and cue.verb and cue.verb.takes & {"اسم", "حال"} and comes_behind(scene, cue):
        return True  # ««…»، هكذا يلخص المسألة»
    if found.kind != "person" and _speaks_to_it(scene, cue, found):
        return True
    return cue.form is not None and not cue.form.plural and _disagrees(scene, cue, found, state)


def _disagrees(scene: Scene, cue: Cue, found: Subject, state: State) -> bool:
    """«ودعا السلطات إلى …»: a masculine verb has no feminine noun right behind for its subject."""
    key, word = scene.keys[cue.end], scene.words[cue.end]
    asks = cue.stance in _TO_WHOM or cue.lemma in _TELLS_WHOM
    if asks and goes_on(cue, state) and is_owned(key):
        return nominative(key) not in roles().kin  # «ودعا زملاءه إلى …»
    if asks and key.startswith("ال") and key.endswith("ين"):
        return len(key) > _ONE and (found.mention is None or found.mention.type != "person")  # «وطمأن النازحين»
    feminine = scene.text[word.start : word.end].endswith(_FEMININE) and key.startswith("ال")
    body = bare(key) in roles().body or bare(key) in _STATE
    return cue.form is not None and cue.form.gender == "m" and feminine and found.mention is None and body


def _speaks_to_it(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«وناشدت السلطات «أن تنظر …»»: all that stands between the verb and what is said is whom one speaks to."""
    joined = cue.form is not None and cue.form.joined and "مخاطب" in cue.form.verb.takes
    if not joined or cue.opened is None or cue.opened.by == "noun" or found.end != cue.opened.word:
        return False
    return all(key.startswith("ال") for key in scene.keys[cue.end : found.end])


def _is_accusative(scene: Scene, at: int) -> bool:
    """«المنتجين», «المسؤولين»: a definite plural of people that is no subject («بشر المنتجين بقرب وصول …»)."""
    plain = bare(scene.keys[at])
    stem = plain.removesuffix("ين")
    people = stem in roles().heads or stem + "ون" in roles().heads or plain not in roles().heads
    return scene.keys[at].startswith("ال") and stem != plain and len(stem) > _STEM and people


def comes_behind(scene: Scene, cue: Cue) -> bool:
    """««…»، يصف فلان»: what was said stands in marks right before a verb without a conjunction."""
    return cue.form is not None and not cue.form.joined and closes_quotation(scene, cue.at)


def past_his(scene: Scene, cue: Cue, found: Subject, state: State) -> bool:
    """«وحملت في بيان لها الحكومة تبعاته»: «لها» means whoever has spoken, so that another noun is the object."""
    between = scene.keys[cue.end : scene.word_at(found.speaker.start)]
    return goes_on(cue, state) and not {"له", "لها", "لهم"}.isdisjoint(between)


def of_antecedent(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«زميله فلان الذي طالب بلجنة»: behind «الذي» a vague noun is no subject."""
    if scene.keys[cue.at - 1] not in particles()["relative"]:
        return False
    following = scene.keys[cue.end] if cue.end < len(scene.keys) else "."
    vague = found.kind in ("source", "other") and not (found.definite or following.endswith(_OBJECTS))
    asks = cue.stance in _TO_WHOM or cue.lemma in _TELLS_WHOM
    addressed = asks and not scene.keys[cue.at].endswith((*_OBJECTS, "ه"))
    close = scene.word_at(found.speaker.start) == cue.end and not is_owned(following)
    return vague or (addressed and close)  # «الوزير الذي دعا المنامة إلى العودة»


def told_in_it(scene: Scene, cue: Cue, found: Subject) -> bool:
    """«بعث برسالة وصف فيها الهجوم بـ«الدنيء»»: behind «فيها» an unlisted noun is what is spoken of."""
    return found.kind == "other" and scene.keys[cue.end : cue.end + 1] in (["فيه"], ["فيها"])


def goes_on(cue: Cue, state: State) -> bool:
    """«وصف فلان …، وأعلن الأحد الحداد»: a joined verb in the sentence of one who spoke has its object behind it."""
    return cue.form is not None and cue.form.joined and state.voice is not None and state.voice.speaker is not None
