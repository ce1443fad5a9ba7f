"""Quantities at the edges of a text."""

from __future__ import annotations

import pytest

from isnad.statements import quantities


@pytest.mark.parametrize(
    "text", ["ارتفعت الأسعار بنسبة 0.3 %", "بلغت النسبة 12.5%", "تراجعت 3 بالمئة", "5 في المئة", "%", "3"]
)
def test_share_that_ends_the_text_is_read(text: str) -> None:
    for quantity in quantities(text, ()):
        assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تأجلت الجلسة إحدى عشرة مرة", "إحدى عشرة مرة"),
        ("وقتل أحد عشر شخصا", "أحد عشر شخصا"),
        ("إحدى بطاريات الصواريخ", "إحدى بطاريات"),
    ],
)
def test_eleven_is_a_number_and_one_of_several_another(text: str, expected: str) -> None:
    assert [quantity.text for quantity in quantities(text, ())] == [expected]
