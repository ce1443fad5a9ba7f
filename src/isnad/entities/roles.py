"""What stands before a person's name and says who that is: offices, ranks and bodies, which are not the name."""

from __future__ import annotations

from collections.abc import Collection

from isnad.entities.choice import rules
from isnad.entities.grammar import grammar
from isnad.entities.page import CLOSING, OPENING, Form, Page, forms

_FURTHEST = 10  # words before a name that may belong to its office
_ARTICLE = "\u0627\u0644"


def role(page: Page, first: int, named: Collection[int], people: Collection[int] = ()) -> str:
    """The exact words from the office or rank to the name that begins with the word `first`; "" where there is none.

    named: the words of all names, which an office may hold («قائد القيادة المركزية الأميركية الجنرال …»). people: those
    of people's names, which it may not.
    """
    begin, cut = first, 0
    for at in range(first - 1, max(-1, first - 1 - _FURTHEST), -1):
        if at in people:
            break
        form = _office(page.plain[at])
        if form is not None and at not in named:
            begin, cut = at, form.cut
        elif at not in named and not _may_stand_inside(page.plain[at]):
            break
    if begin == first or (begin == first - 1 and page.plain[begin] in OPENING):
        return ""
    span = page.span(begin, first, cut)
    return page.text[span.start : span.end]


def _office(word: str) -> Form | None:
    """The reading of a word that is a title or an office, without clitics; None where it has none."""
    known = grammar().titles | grammar().offices
    never = rules()["no_offices"]
    for form in forms(word):
        bare = form.text.removeprefix(_ARTICLE)
        if (form.text in known or bare in grammar().offices) and bare not in never:
            return form
    return None


def _may_stand_inside(word: str) -> bool:
    definite = word.startswith((_ARTICLE, "\u0644\u0644")) and len(word) > 4
    return definite or word in rules()["inside_offices"] or word in OPENING or word in CLOSING
