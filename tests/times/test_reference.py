"""The page of reference says what the rules are, and its families are all there are."""

from __future__ import annotations

from scripts import make_times_reference as reference


def test_page_is_what_the_rules_say() -> None:
    """Run `python scripts/make_times_reference.py` after changing a rule."""
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page()


def test_every_rule_is_on_the_page() -> None:
    page = reference.page()
    assert [rule["id"] for rule in reference.rules() if f"`{rule['id']}`" not in page] == []
