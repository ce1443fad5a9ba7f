"""A generated file: where it goes under docs/, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """path: posix, relative to docs/. content: the bytes to write."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> Page:
        """A page of UTF-8 text."""
        return cls(path, text.encode("utf-8"))
