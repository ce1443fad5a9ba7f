"""What the base theme's pages lack, mended on the finished HTML: one line for each fault, each with a test.

The faults are in templates that can be replaced only as wholes; a copy of them would go stale with every release of the
theme. A mend that no longer finds its fault changes nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Mend(NamedTuple):
    """A fault of the theme: what finds it in a page, what takes its place, and why it is one.

    unless: what a page has where this is no fault, "" when it always is one.
    """

    name: str
    pattern: re.Pattern[str]
    instead: str
    why: str
    unless: str = ""


MENDS = (
    Mend(
        "autocomplete",
        re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'),
        r"\1",
        "HTML allows «autocomplete» on no checkbox",
    ),
    Mend(
        "tabindex",
        re.compile(r'(<label class="md-nav__link"[^>]*) tabindex=""'),
        r"\1",
        "an empty «tabindex» is no number",
    ),
    Mend(
        "contents-title",
        re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL),
        r'<span class="md-nav__title">\1</span>',
        "the title of the contents is a label of a checkbox that pages outside the navigation do not have",
        unless='id="__toc"',
    ),
    Mend(
        "search-dialog",
        re.compile(r'<div class="md-search" data-md-component="search" role="dialog"(?! aria-label)'),
        r'<div class="md-search" data-md-component="search" role="dialog" aria-label="البحث"',
        "a screen reader announces a dialog by its name",
    ),
    Mend(
        "skip-link",
        re.compile(
            r'<div data-md-component="skip">\s*(?:<a href="[^"]*" class="md-skip">.*?</a>)?\s*</div>', re.DOTALL
        ),
        '<div data-md-component="skip"><a href="#content" class="md-skip">انتقل إلى المحتوى</a></div>',
        "it leads to the first heading of the contents, past what stands before it, and is missing without one",
        unless='id="content"',
    ),
    Mend(
        "content",
        re.compile(r'<div class="md-content" data-md-component="content">'),
        '<div class="md-content" data-md-component="content" id="content">',
        "what the skip link leads to needs a name",
        unless='id="content"',
    ),
)


def mended(html: str) -> str:
    """The page with every fault of the list mended."""
    for mend in MENDS:
        if not mend.unless or mend.unless not in html:
            html = mend.pattern.sub(mend.instead, html)
    return html
