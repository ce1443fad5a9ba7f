"""What an editor reads when a correction does not fit: where it stands, what was found, how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from isnad.arabic.spans import Span
from isnad.article import Article, Correction, Selector
from isnad.edit.draft import I, span_of
from isnad.edit.nearest import nearest
from isnad.edit.selectors import parts, places, selector_for
from isnad.errors import IsnadError

_SHOWN = 60
_AROUND = 15
_OTHER_PLACES = 3


def complaint(article: Article, correction: Correction, message: str, mend: str, key: str = "quote") -> IsnadError:
    """The error at the correction's line, for the key that is at fault."""
    field = f"{correction.field}.{key}" if correction.field else key
    return IsnadError(message, article.sidecar or article.id, correction.line or None, field, mend)


def located(article: Article, correction: Correction) -> list[Span]:
    """Where the correction's quote stands: one place, or each where all are meant. Raises IsnadError."""
    found = places(article.text, correction.at)
    if not found:
        raise complaint(article, correction, *_not_there(article.text, correction.at))
    if len(found) > 1 and not correction.every:
        raise complaint(article, correction, *_several(article.text, found))
    return found


def one_place(article: Article, correction: Correction, key: str, near: int) -> Span:
    """Where the words of `key` stand: the last place that ends before the offset `near`, else the first after it."""
    quote = str(correction.values[key])
    found = places(article.text, Selector(quote))
    if not found:
        raise complaint(article, correction, *_not_there(article.text, Selector(quote)), key=key)
    before = [span for span in found if span.end <= near]
    return before[-1] if before else found[0]


def not_proposed(article: Article, correction: Correction, items: Mapping[int, I], span: Span) -> IsnadError:
    """The error for an item that the editor changes and the machine has not proposed."""
    layer, text = correction.layer, article.text
    there = [f"«{shown(text, span_of(item))}»" for item in items.values() if span_of(item).touches(span)]
    instead = f"; it proposes {', '.join(there)} there" if there else ""
    message = f"the machine proposes no {layer} «{shown(text, span)}»{instead}."
    return complaint(article, correction, message, f"Write «add: {layer}», which takes the place of what stands there.")


def contradicted(article: Article, correction: Correction, span: Span, other: Span) -> IsnadError:
    """The error for an added item that overlaps one which the editor has confirmed."""
    text = article.text
    message = f"«{shown(text, span)}» overlaps «{shown(text, other)}», which another correction has confirmed."
    return complaint(article, correction, message, "Remove one of the two corrections, or reject the other first.")


def shown(text: str, span: Span) -> str:
    """The words of a span, as long as a message bears."""
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _not_there(text: str, at: Selector) -> tuple[str, str]:
    bare = places(text, Selector(at.exact))
    if bare and (at.prefix or at.suffix):
        around = "; ".join(_around(text, span) for span in bare[:_OTHER_PLACES])
        return f"«{at.exact}» stands in the text, but not with this prefix and suffix: {around}.", "Copy them anew."
    missing = next((part for part in parts(at.exact) if not places(text, Selector(part))), at.exact)
    near = nearest(text, missing)
    message = f"«{shown(missing, Span(0, len(missing)))}» does not stand in the text."
    if near is None:
        return message, "Nothing is like it. Copy the words from the article."
    return message, f"The nearest is «{shown(text, near)}» (character {near.start}). Copy the words from the article."


def _several(text: str, found: list[Span]) -> tuple[str, str]:
    around = "; ".join(_around(text, span) for span in found[:_OTHER_PLACES])
    more = f"; and {len(found) - _OTHER_PLACES} more" if len(found) > _OTHER_PLACES else ""
    first = selector_for(text, found[0])
    hint = f"prefix: «{first.prefix.strip()}», suffix: «{first.suffix.strip()}»"
    message = f"«{shown(text, found[0])}» stands in {len(found)} places: {around}{more}."
    return message, f"Say which, for the first with {hint}; or write «all: true» for every one."


def _around(text: str, span: Span) -> str:
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    return "«…" + " ".join(text[start:end].split()) + "…»"
