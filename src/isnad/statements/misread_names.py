"""Names that took in a word beside them: «روت إليزابيث», where «روت» is a verb, and «أنغام تأجيل» before «حفلها».

The names of the annotation stay as they are; who speaks is read with the repaired ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from isnad.annotation import Mention
from isnad.arabic.letters import fold_word
from isnad.statements.happenings import nouns, verbs
from isnad.statements.lexicon import particles, roles, saying
from isnad.statements.spelt import is_pointed
from isnad.statements.word_shapes import bare, is_owned

_THAT = ("أنه ", "أنها ", "أنهم ", "إنه ", "إنها ", "إنهم ", "لأنه ", "بأنه ", "بأنها ")  # «وأضاف أنه رغم …»
_LAM, _FAA = "\u0644", "\u0641"
# Verbal nouns of shapes that people's names don't have: «تأجيل», «إلغاء», «استئناف».
_VERBAL = re.compile("ت\\w\\wي\\w$|إ\\w|است\\w")


def repaired(mentions: Sequence[Mention]) -> list[Mention]:
    """The names without a verb before them or a verbal noun behind them, and without mere descriptions."""
    mentions = [one for one in mentions if not one.text.startswith(_THAT)]
    known = {mention.text: mention.entity for mention in mentions if mention.type == "person"}
    people = (one for one in mentions if one.type not in ("person", "organization") or not _describes(one))
    people = (one for one in people if one.type != "person" or not _tells_how(one))
    return [_without_tail(_without_verb(one, known)) if one.type == "person" else _before_verb(one) for one in people]


def _before_verb(mention: Mention) -> Mention:
    """«المجلس صوّت الخميس»: the name ends before a verb that a vowel sign tells."""
    words = mention.text.split(" ")
    for at, word in enumerate(words[1:], 1):
        if is_pointed(word) and any(form.kind == "past" for form in verbs().get(fold_word(word), ())):
            rest = " ".join(words[:at])
            return replace(mention, end=mention.start + len(rest), text=rest)
    return mention


def _without_verb(mention: Mention, known: dict[str, str | None]) -> Mention:
    """Without a past verb of saying, where the rest alone is a name of the text too."""
    first, _, rest = mention.text.partition(" ")
    verb = any(form.kind == "past" for form in saying().get(fold_word(first), ()))
    if not verb or rest not in known:
        return mention
    return replace(mention, start=mention.end - len(rest), text=rest, entity=known[rest])


def _describes(mention: Mention) -> bool:
    """«ابن الثالثة», «بطل العالم» and «الحركة» are descriptions, whatever took them for names."""
    head, *rest = (bare(fold_word(word)) for word in mention.text.split())
    if mention.type == "organization":
        return not rest and head in roles().of_bodies and mention.text.startswith("ال")
    if not rest and head in roles().late:
        return True
    return head in roles().epithet_of and len(rest) == 1 and rest[0] in roles().epithet_complement


def _tells_how(mention: Mention) -> bool:
    """«وأضاف مازحا», «وقال لمحققيه»: one word that tells how or to whom."""
    key = fold_word(mention.text)
    how = key in particles()["how"] | particles()["guest"] or any(
        form.kind == "circumstance" for form in saying().get(key, ())
    )
    return how or (key.startswith(_LAM) and is_owned(key[1:]))


def _without_tail(mention: Mention) -> Mention:
    """Without a verbal noun, a conjunction («بينما») or a verb of saying («رجح», «فيرى») behind the name."""
    rest, _, last = mention.text.rpartition(" ")
    key = fold_word(last)
    noun = bool(_VERBAL.match(last)) and key in nouns()
    says = " " in rest and any(form.kind == "past" and form.verb.clear for form in saying().get(key, ()))
    if not rest or not (noun or says or key in particles()["opens_clause"] or _answers(key)):
        return mention
    return replace(mention, end=mention.start + len(rest), text=rest)


def _answers(key: str) -> bool:
    return key.startswith(_FAA) and any(form.kind in ("past", "present") for form in saying().get(key, ()))
