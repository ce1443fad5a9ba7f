"""Many style sheets become one: nothing lost, in order, and every address in them leads where it led."""

from __future__ import annotations

import pytest

from isnad.pages.sheets import joined

CASES = (
    ("assets/isnad/fonts/fonts.css", 'url("a.woff2")', 'url("fonts/a.woff2")', "beside its sheet"),
    ("assets/stylesheets/main.css", "url(../images/a.png)", "url(../images/a.png)", "one folder up is one folder up"),
    ("assets/isnad/isnad.css", "url('a.svg')", "url('a.svg')", "in the folder of the whole"),
    ("extra.css", "url( a.svg )", "url(../../a.svg)", "at the root"),
    (
        "a/b.css",
        'url("data:image/svg+xml,<svg/>")',
        'url("data:image/svg+xml,<svg/>")',
        "an address that holds its content",
    ),
    ("a/b.css", "url(#mask)", "url(#mask)", "a part of the page"),
    ("a/b.css", "url(/a.svg)", "url(/a.svg)", "from the root of the host"),
)


@pytest.mark.parametrize(("path", "before", "after", "why"), CASES, ids=[why for *_, why in CASES])
def test_an_address_leads_where_it_led(path: str, before: str, after: str, why: str) -> None:
    _, text = joined([(path, f".a {{ background: {before} }}")])
    assert after in text, why


def test_the_order_is_kept_and_what_is_no_style_goes() -> None:
    path, text = joined([("a/a.css", '@charset "UTF-8";.a{}\n/*# sourceMappingURL=a.css.map */'), ("b/b.css", ".b{}")])
    assert text.split() == ["@charset", '"UTF-8";', ".a{}", ".b{}"]
    assert path.startswith("assets/isnad/all.")


def test_another_content_has_another_address() -> None:
    assert joined([("a.css", ".a{}")])[0] == joined([("a.css", ".a{}")])[0] != joined([("a.css", ".b{}")])[0]
