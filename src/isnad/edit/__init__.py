"""The editor's corrections: found in the text by what they quote, and applied to what the machine proposed."""

from isnad.edit.apply import apply
from isnad.edit.selectors import places, selector_for

__all__ = ["apply", "places", "selector_for"]
