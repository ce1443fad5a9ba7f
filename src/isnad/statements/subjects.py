"""Who speaks: reads the noun phrase that a verb of saying, or a phrase of attribution, has for its subject.

It reads a stretch of words; whom «المصدر» or a bare verb means is for `speakers`.
"""

from __future__ import annotations

from isnad.annotation import Mention, Speaker
from isnad.statements.happenings import verbs
from isnad.statements.lexicon import particles, roles
from isnad.statements.media import is_medium
from isnad.statements.names_ahead import (
    aside_end,
    bears_on,
    binds_marked,
    joins_office,
    leads_to_name,
    name_of_aside,
    office_behind,
    office_goes_on,
    passes_mark,
    past_described,
    past_gathering,
    past_joined,
    person_within,
    second_office,
    speaks_for,
)
from isnad.statements.scene import Scene
from isnad.statements.subject_kinds import Subject, named
from isnad.statements.unknown_nouns import name_behind, of_nation, speaker_of, unlisted, whole_name
from isnad.statements.unlisted_names import (
    addresses,
    asked_to_be_unnamed,
    in_marks,
    is_adjunct,
    is_ali,
    is_governed,
    is_other_body,
    is_time,
    is_whereabouts,
    issuer,
    may_be_named,
    name_between_commas,
    names_ban,
    names_deed,
    past_addressed,
    speaks_of,
    tells_how,
)
from isnad.statements.word_shapes import (
    bare,
    binds,
    holds_object,
    is_owned,
    is_past_verb_of_saying,
    is_setting,
    is_verb_of_saying,
    joins_verb,
    nominative,
    unglued,
)

_ARTICLE, _LAM, _WAW = "\u0627\u0644", "\u0644", "\u0648"
_LONGEST, _COMMAS = 40, frozenset("،,؛")
_NISBA, _PLURAL = ("ي", "يه", "يون", "يين", "يان", "يتين"), ("ين", "ون")
_TITLES, _MARKS, _OPENING = frozenset(("د", "ا", "م")), frozenset('»"”'), frozenset('«"“')


def subject(scene: Scene, start: int, stop: int, *, strict: bool = False, glued: bool = False) -> Subject | None:
    """The speaker named in the words start..stop (exclusive), or None.

    strict: what is said may follow without any mark, so an unknown noun ends the phrase. glued: «ل» before it.
    """
    if scene.keys[start : start + 1] == ["من"] and scene.keys[start + 1 : start + 2] != []:
        start += 2 * (scene.keys[start + 1] in particles()["side"])  # «قال من جهته الوزير فلان»
    stop = past_gathering(scene, start, stop)
    return in_marks(scene, start, stop) or _Walk(scene, start, min(stop, start + _LONGEST), strict, glued).read()


class _Walk:
    """One left-to-right walk over a noun phrase; state that a function would have to pass around."""

    def __init__(self, scene: Scene, start: int, stop: int, strict: bool, glued: bool) -> None:
        self.scene, self.at, self.start, self.stop = scene, start, start, stop
        self.strict, self.glued = strict, glued
        self.head = self.other = self.end = self.called = -1
        self.heads: list[str] = []
        self.qualifiers: list[str] = []
        self.person: Mention | None = None
        self.body: Mention | None = None
        self.inner: Mention | None = None
        self.people, self.adjunct, self.definite, self.genitive = 0, False, False, False

    def read(self) -> Subject | None:
        while self.at < self.stop:
            before = self.at
            if not self._step():
                break
            self.at = max(self.at, before + 1)
        return self._result()

    def _step(self) -> bool:
        """Read one word or name; False when the phrase is over."""
        key = self._key()
        if self._empty() and self._begins_other(key):
            return False
        if key in particles()["under"] and not self._empty():
            return False  # «مجلس النقابة برئاسة فلان»
        if self.at in self.scene.mention_at:
            return self._name(self.scene.mention_at[self.at])
        return self._comma() if key in _COMMAS else self._word(key)

    def _begins_other(self, key: str) -> bool:
        """«وأعلن الحداد», «وأجاب حين سئل»: no subject; «وصف عون الحكومة بأنها …»: a surname is all of it."""
        lists, known = particles(), self.scene.surnames
        opens = key in lists["opens_clause"] | lists["meanwhile"] and not names_ban(self.scene, self.at)
        begins = self.at == self.start and (joins_verb(key) or (self.strict and key == "ما"))
        if opens or begins or (self.strict and key in lists["announced"]):
            return True  # «تقول وتضحك», «نفى ما نشرته إحدى الصحف»
        self.adjunct = self.adjunct or tells_how(self.scene, self.at)
        surname = self.at == self.start and not self.glued and key in known and self.at not in self.scene.mention_at
        if surname:
            self.person, self.end = known[key], self.at + 1
        return surname

    def _word(self, key: str) -> bool:
        if (is_adjunct(key) and not is_ali(self.scene, self.at)) or (
            self.head >= 0 and (binds(key) or (self.person is None and binds_marked(self.scene, self.at, self.stop)))
        ):
            return self._preposition(key)
        if key == _LAM:  # «القائد العام لـ«هيئة كذا» فلان», but «تقول لـ DW عربية»
            past = past_addressed(self.scene, self.at, self.stop) if self._empty() else -1
            if past > 0:
                self.at = past
                return True
            quoted = self.head >= 0 and self.scene.keys[self.at + 1 : self.at + 2] == ["«"]
            self.genitive, self.adjunct = self.genitive or quoted, self.adjunct or not quoted
            return quoted or self._empty()
        if key in _TITLES and self.scene.keys[self.at + 1 : self.at + 2] == ["."]:
            self.at += 2  # «الوزير د. فلان»
            return True
        if self.head >= 0 and (key in particles()["called"] or (key in ("هو", "هي") and self._person_within(1))):
            return self._called()
        if key in particles()["relative"] or (self._empty() and addresses(self.scene, self.at) and not self.glued):
            self.adjunct = True
            return self._empty()
        tells_on = key in particles()["pronoun"] and self.scene.keys[self.at - 1] not in _COMMAS
        if tells_on or is_verb_of_saying(key):
            return False  # «وأضافت وهي تبكي»
        if self.adjunct and self._empty() and is_past_verb_of_saying(key):
            self.adjunct = False  # «وفي واشنطن هنأ الرئيس …»
            return True
        return self.adjunct or self._noun(key)

    def _called(self) -> bool:
        """«معلمة تدعى نوال»: the name speaks, also one that no list knows."""
        self.at += 1
        if self.at in self.scene.mention_at:
            self.person, self.end = self.scene.mention_at[self.at], self.scene.mention_end[self.at]
            return False
        while self.at < min(self.stop, self.end + 4) and may_be_named(self.scene, self.at):
            self.called = self.called if self.called >= 0 else self.at
            self.at += 1
        self.end = self.at if self.called >= 0 else self.end
        return False

    def _key(self) -> str:
        return unglued(self.scene.keys[self.at]) if self.glued and self.at == self.start else self.scene.keys[self.at]

    def _empty(self) -> bool:
        return self.head < 0 and self.person is None and self.body is None

    def _name(self, mention: Mention) -> bool:
        past = self.scene.mention_end[self.at]
        if is_time(self.scene, self.at, past) or (self.other >= 0 and is_whereabouts(self.scene, self.at, mention)):
            self.at = past  # a day that was taken for a name
            return self._empty()
        goes_on = self.head >= 0 and self.person is None and not is_medium(self.scene, self.at, mention)
        first = self.at == self.start or self.scene.keys[self.at - 1] in roles().medium
        governed = not (self.glued and first) and is_governed(self.scene, self.at, mention, first=first)
        if self.adjunct or (governed and not goes_on):  # «الأمين العام للحزب», not «الوزير لرويترز»
            self.at = past
            return self.adjunct or not (self.body or self.person) or self.head >= 0
        if mention.type == "person":
            return self._take_person(mention, past)
        of_medium = (
            self.genitive and self.heads[-1:] != [] and self.heads[-1] in roles().medium
        )  # «المشرف على موقع «…»»
        if self.qualifiers and self.head >= 0 and not of_medium and is_medium(self.scene, self.at, mention):
            return False  # «أبلغ مصدر مطلع رويترز أن»
        beside = self.inner is not None and self.strict and self.end == self.at
        if beside and not bears_on(self.scene, mention, self.at, past, self.stop):
            return False  # «هاجم تنظيم داعش الجيش العراقي»
        self.at = past
        if self.head >= 0:
            self.inner, self.end, self.definite = self.inner or mention, past, True
            return True
        if self.body is None and mention.type in ("organization", "place", "facility", "work", "event"):
            self.body, self.end = mention, past_described(self.scene, past, self.stop)
            return False
        return self.body is None

    def _take_person(self, mention: Mention, past: int) -> bool:
        if self.person is None or speaks_for(self.scene, self.person, self.heads, self.head, self.stop):
            self.people += 1
            self.person, self.end = mention, past
        self.at = past
        return bool(self.heads) and speaks_for(self.scene, self.person, self.heads, self.head, self.stop)

    def _comma(self) -> bool:
        self.adjunct = False
        if self._empty():
            return self.other < 0 or self.at == self.start
        if self.person is not None:
            return speaks_for(self.scene, self.person, self.heads, self.head, self.stop)
        past = aside_end(self.scene, self.at + 1, self.stop) if self.head >= 0 else -1
        if past > 0:
            self.at = past
            return True
        office = self.head >= 0 and second_office(self.scene, self.at, self.stop)
        return office or (self.head >= 0 and (self._person_within(4) or self._apposed()))

    def _apposed(self) -> bool:
        """«محامي الدفاع، علي العلي، إن»: between commas behind an office a name that nobody recognised."""
        if self.scene.keys[self.at + 1 : self.at + 2] in (["وهو"], ["وهي"], ["هو"], ["هي"]) and self._person_within(5):
            self.at += 1
            return True  # «وروى أحدهما، وهو المهندس فلان، …»
        if not set(self.heads) & (roles().office | roles().source):
            return False
        first = self.at + 1
        aside = name_of_aside(self.scene, first, self.stop)
        if aside >= 0:
            self.person, self.end = self.scene.mention_at[aside], self.scene.mention_end[aside]
            return False
        at = name_between_commas(self.scene, first, self.stop)
        if at > 0:
            self.called, self.end, self.at = first, at, at
        return False

    def _person_within(self, words: int) -> bool:
        return person_within(self.scene, self.at + 1, min(self.at + 1 + words, self.stop))

    def _preposition(self, key: str) -> bool:
        if self._empty():
            self.adjunct = not holds_object(key)  # «ما أفاد به مصدر»
            return True
        if key[1:] in particles()["hard_adjunct"] and key[0] == _WAW:
            return False  # «بعض السكان وعلى رأسهم فلان»
        if holds_object(key) and self._person_within(1):
            return True  # «القيادي المستقيل منها فلان»
        following = self.scene.keys[self.at + 1 : self.at + 2]
        over = {"عن": roles().stands_for, "علي": roles().stands_over}.get(key, frozenset())
        stands_for = self.end == self.at and bool(set(self.heads) & over)
        if (key in particles()["hard_adjunct"] and not stands_for) or not following or self.head < 0:
            return False
        leads_on = leads_to_name(self.scene, self.at + 1, self.stop)
        if following[0] in particles()["day"] or (is_setting(following[0]) and not leads_on):
            return False
        if self.person is not None:
            return False
        self.definite, self.genitive = False, True
        if binds(key):
            self.end, self.definite = self.at + 1, key.startswith(_LAM * 2)
        return True

    def _noun(self, key: str) -> bool:
        lists, known = particles(), roles()
        plain = nominative(key) if self.at == self.start else bare(key)
        if any(key in lists[name] for name in ("adverb", "how", "day", "demonstrative")):
            return self._empty() or self._person_within(1)  # «الصحفي المعتقل سابقا فلان»
        if key in lists["honorific"] and self._empty():
            return False  # «وقال سعادته» goes on with whoever spoke
        following = self.scene.keys[min(self.at + 1, self.stop - 1)]
        if key in lists["latest"] and bare(following) in known.heads:
            return self._empty()  # «آخر حصيلة»
        if (key in lists["each"] and following == "من") or (key in lists["span"] and following in lists["which"]):
            self.at += 2  # «طالبت كل من …», «قال العام الماضي …»
            return self._empty()
        if not key[0].isalpha():
            return passes_mark(self.scene, self.at, self.stop, described=self.head >= 0, strict=self.strict)
        beside = self._past_marks(key, plain)
        # «أبلغ مسؤول وكالة رويترز», but not «رئيس هيئة قناة السويس», where the words before it need one more
        owed = self.end == self.at and self.heads[-1:] != [] and self.heads[-1] in known.body | known.on_behalf
        medium = plain in known.medium and not key.startswith(_ARTICLE)
        beside = beside or (self.head >= 0 and medium and not (self.genitive or owed))
        beside = beside or (self.end == self.at and is_other_body(self.scene, self.at, self.heads))
        if beside or (self.head >= 0 and key in lists["counterpart"]):
            return False
        if self.head >= 0 and self.person is None and joins_office(self.scene, self.at, self.stop):
            return True
        closed = self.strict and self.definite and not key.startswith(_ARTICLE)  # no indefinite noun goes on from it
        if plain in known.heads and (self.head < 0 or not closed):
            self._take_head(plain, key)
            return True
        if self.head < 0:
            return self._unknown()
        return self._extend(key, plain)

    def _take_head(self, plain: str, key: str) -> None:
        self.head = self.at if self.head < 0 else self.head
        self.heads.append(plain)
        self.end = self.at + 1
        self.definite = self.definite or key.startswith(_ARTICLE) or is_owned(key)

    def _unknown(self) -> bool:
        self.other = self.at if self.other < 0 and len(self.scene.keys[self.at]) > 1 else self.other
        leads = self.scene.keys[self.at].startswith(_ARTICLE) or self._person_within(3)
        return not self.strict or (leads and self.at - self.start <= 8)

    def _extend(self, key: str, plain: str) -> bool:
        lists, known = particles(), roles()
        definite = key.startswith((_ARTICLE, _WAW + _ARTICLE))
        describes = plain.endswith(_NISBA) or plain.removeprefix(_WAW) in known.adjective | known.tail | lists["same"]
        joined = key.startswith(_WAW)  # «قصر الثقافة والفنون»
        if definite and self.definite and not (describes or joined) and plain.endswith(_PLURAL):
            return False  # «طمأن وزير الزراعة المواطنين»
        if not definite and self._ends_phrase(describes) and not self._leads_on(key):
            return False
        verb = key in verbs() and key not in particles()["also_nouns"] and self.end == self.at
        told = key in verbs() or is_past_verb_of_saying(key) or key in lists["made_by"]
        if (told and self.heads[0] in known.document) or (key[0] == _LAM and key[1:] in lists["press"]):
            return False  # «بيان للخلية ورد إلى الوكالة», «والد الشهيد لمراسلنا»
        if asked_to_be_unnamed(self.scene, self.at):
            return False
        if verb and not (definite or describes or self._person_within(3)):
            return False  # «متقاعدا وقف في طابور», but «ولي أمر الطالبة»
        self.qualifiers.append(plain)
        self.genitive = self.genitive or not describes
        self.definite = self.definite or definite
        self.end = self.at + 1
        return True

    def _leads_on(self, key: str) -> bool:
        """Whether an indefinite word goes on to a name; «رفض الوزير اقتراح فلان»: what somebody did is an object."""
        office = office_goes_on(self.scene, self.at, self.stop)
        return office or (self._person_within(2) and not (self.strict and names_deed(key)))

    def _past_marks(self, key: str, plain: str) -> bool:
        """«ورجحت مجلة «…» مشاركة فلان», «وصفت منظمة «…» المحاكمة بأنها»: the next noun behind a body in marks."""
        if self.scene.keys[self.at - 1] not in _MARKS or self.head < 0:
            return False
        if not key.startswith((_ARTICLE, _WAW + _ARTICLE)):
            return self.strict and not plain.endswith(_NISBA)
        describes = plain.endswith(_NISBA) or plain in roles().adjective | roles().tail
        return self.inner is not None and not describes and not self._person_within(3)

    def _ends_phrase(self, describes: bool) -> bool:
        """Whether an indefinite word begins something new."""
        if describes:
            return self.strict and self.definite and self.genitive
        only_source = set(self.heads) <= roles().source - roles().office
        return self.definite or (self.strict and only_source)

    def _result(self) -> Subject | None:
        heads, qualifiers = frozenset(self.heads), frozenset(self.qualifiers)
        around = self.people == 1 and bool(self.heads[:1]) and self.heads[0] in roles().around
        if self.person is not None and (around or speaks_of(self.scene, self.head, self.heads, self.person)):
            return Subject(self._words(self.head, self.end), "source", self.end, heads, qualifiers, definite=True)
        if self.person is not None:
            heads |= office_behind(self.scene, self.end, self.stop)
            name = whole_name(self.scene, self.person, self.end, self.stop, strict=self.strict)
            return Subject(name, "person", past_joined(self.scene, self.end, self.stop), heads, qualifiers, self.person)
        if self.called >= 0:
            return Subject(self._words(self.called, self.end), "source", self.end, heads, qualifiers)
        if self.head >= 0:
            return self._tail(heads, qualifiers) or self._described(heads, qualifiers)
        if self.body is not None:
            return Subject(named(self.body), "organization", self.end, heads, qualifiers, self.body)
        if self.other >= 0:
            return of_nation(self.scene, self.start, self.other) or unlisted(
                self.scene, self.start, self.other, self.stop, strict=self.strict
            )
        return None

    def _tail(self, heads: frozenset[str], qualifiers: frozenset[str]) -> Subject | None:
        """«وزير الطيران المدني هشام أبو شكيوات»: a name that nobody recognised, between an office and what is said."""
        if self.strict or not self.definite or not heads & (roles().office | roles().source):
            return None
        first, past = name_behind(self.scene, self.end, self.stop, owned=is_owned(self.scene.keys[self.head]))
        return Subject(self._words(first, past), "person", past, heads, qualifiers) if past > 0 else None

    def _described(self, heads: frozenset[str], qualifiers: frozenset[str]) -> Subject:
        first = self.heads[0]
        self.end -= self.scene.keys[self.end - 1] in particles()["preposition"]
        words = self._words(self.head, self.end)
        author = self.inner or issuer(self.scene, self.end, self.stop)
        if first in roles().document and author is not None:
            return Subject(named(author), "organization", self.end, heads, qualifiers, author)
        marked = self.inner is not None and self.scene.keys[self.head + 1] in _OPENING
        if first in roles().body and marked and self.inner is not None and len(self.heads) == 1:
            return Subject(named(self.inner), "organization", self.end, heads, qualifiers, self.inner)
        first_key = unglued(self.scene.keys[self.head]) if self.glued else self.scene.keys[self.head]
        points_back = first_key.startswith(_ARTICLE) and not self.genitive and self.inner is None
        if points_back:
            return Subject(words, "back", self.end, frozenset({first}), qualifiers - particles()["same"])
        return Subject(words, "source", self.end, heads, qualifiers, definite=self.definite)

    def _words(self, first: int, past: int) -> Speaker:
        return speaker_of(self.scene, first, past, glued=self.glued and first == self.start)
