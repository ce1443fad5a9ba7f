"""Where a clause begins: at the head of a sentence, after a mark, a dateline, or an opener such as «من جهة أخرى»."""

from __future__ import annotations

from functools import lru_cache

from isnad.arabic.letters import fold_word
from isnad.statements.lexicon import particles, saying, toml
from isnad.statements.scene import Scene

BREAKS = frozenset("،,؛:-–—|/)»")
_LONGEST = 5
_DASHES, _DATELINE = frozenset("-–—"), 12  # and the words of the longest dateline
_ANONYMOUS = 6  # words from «طالبا» to «اسمه»
_ON_IT, _WRITTEN = ("عليه", "عليها"), ("كتب", "كتبت", "يكتب", "مكتوب", "خط", "نقش")


def begins_clause(scene: Scene, at: int, first: int) -> bool:
    """Whether word `at` begins a clause of the sentence that begins with word `first`."""
    if at == first:
        return True
    before = scene.keys[at - 1]
    return before in BREAKS or before in particles()["before_verb"] or opener_end(scene, first) == at


def opener_end(scene: Scene, first: int) -> int:
    """Just past the opener that the sentence begins with, or its first word when there is none."""
    start = past_dateline(scene, first)
    for size in range(_LONGEST, 0, -1):
        if tuple(scene.keys[start : start + size]) in _openers():
            return start + size
    return start


def past_dateline(scene: Scene, first: int) -> int:
    """Past «طهران - «الحياة» -», «نواكشوط (الأخبار) -» at the head of a sentence: past its last dash."""
    end = min(first + _DATELINE, scene.sentence_end(first) - 1)
    dashes = [at for at in range(first + 1, end) if scene.keys[at] in _DASHES or _ends_place(scene, first, at)]
    at = dashes[-1] + 1 if dashes else first
    return at if not any(form.verb.clear for key in scene.keys[first:at] for form in saying().get(key, ())) else first


def _ends_place(scene: Scene, first: int, at: int) -> bool:
    """«رام الله:», «عمان - بترا:»: a colon behind names of which none is a person's."""
    if scene.keys[at] != ":" or first not in scene.mention_at or scene.keys[at + 1] in '«"“':
        return False
    names = [scene.mention_at[word].type for word in range(first, at) if word in scene.mention_at]
    return "person" not in names and all(
        scene.is_name(word) or scene.keys[word] in _DASHES for word in range(first, at)
    )


def is_aside(scene: Scene, at: int) -> bool:
    """Whether a new member of the sentence begins, after which what was said is over: «فيما», «، في حين»."""
    key = scene.keys[at]
    following = scene.keys[at + 1] if at + 1 < len(scene.keys) else ""
    if key in particles()["aside"]:
        return not (key == "فيما" and following == "بعد")
    return key in ("في", "وفي") and following == "حين" and at > 0 and scene.keys[at - 1] in BREAKS


def asks_to_be_unnamed(scene: Scene, at: int) -> bool:
    """«طالبا عدم كشف هويته», «رافضا ذكر اسمه»: what a source asks for itself, and says to nobody."""
    lists = particles()
    ahead = scene.keys[at + 1 : at + 1 + _ANONYMOUS]
    return scene.keys[at].removeprefix("و") in lists["asks_for_itself"] and not lists["own_name"].isdisjoint(ahead)


def is_inscribed(scene: Scene, mark: int) -> bool:
    """«قميصا كتب عليه «…»»: words in marks that stand on something, and that nobody says."""
    verb = scene.keys[max(0, mark - 2)].removeprefix("و")
    return scene.keys[mark - 1] in _ON_IT and verb in _WRITTEN


def turns(scene: Scene, first: int) -> bool:
    """Whether the sentence that begins with word `first` turns to other news, and so begins like a lead."""
    return any(tuple(scene.keys[first : first + size]) in _turns() for size in range(_LONGEST, 0, -1))


@lru_cache(maxsize=1)
def _turns() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(fold_word, words.split())) for words in toml("openers.toml")["turn"])


@lru_cache(maxsize=1)
def _openers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(fold_word, words.split())) for words in toml("openers.toml")["opener"])
