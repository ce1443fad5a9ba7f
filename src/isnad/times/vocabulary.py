"""The words that the rules' `means` may use: a closed vocabulary, gathered from where each is defined."""

from __future__ import annotations

from collections.abc import Callable

from isnad.times import digits, hours, lengths, meanings

MEANINGS: dict[str, Callable[..., object]] = {
    name: function
    for module in (meanings, lengths, digits, hours)
    for name, function in vars(module).items()
    if callable(function) and not name.startswith("_") and function.__module__ == module.__name__
}
