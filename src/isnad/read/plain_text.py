"""Bytes of a plain text file to its exact text: every character is kept, line ends and byte order mark included.

What could not be published as it stands (no UTF-8, NUL characters, nothing at all) is an error with the way to mend it.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from isnad.errors import IsnadError

_SAMPLE = 4096  # bytes that are enough to tell UTF-16 without a byte order mark
_TO_UTF8 = "Save the file as UTF-8"


def exact_text(data: bytes, where: Path | str) -> str:
    """An article's text. Raises IsnadError for what `decoded` refuses, and for a text that says nothing."""
    text = decoded(data, where)
    if is_blank(text):
        raise IsnadError("found no text.", where, mend="Put the article's text there, as received.")
    return text


def decoded(data: bytes, where: Path | str) -> str:
    """The text that `data` holds. Raises IsnadError unless it is UTF-8 without NUL characters."""
    if _is_utf16(data):
        mend = f"{_TO_UTF8}, for example: iconv -f UTF-16 -t UTF-8 OLD > NEW"
        raise IsnadError("found UTF-16, expected UTF-8.", where, mend=mend)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _undecodable(data, problem.start, where) from None
    check_characters(text, where)
    return text


def is_blank(text: str) -> bool:
    """Whether there is nothing but white space and byte order marks."""
    return not text.replace("\N{BOM}", "").strip()


def check_characters(text: str, where: Path | str | None, field: str = "") -> None:
    """Raise IsnadError when `text` holds what no page can carry: NUL, or half of a surrogate pair."""
    if "\0" in text:
        at = text.index("\0")
        line = _line_of(text, at) if where else None
        mend = "Remove it: it is no part of a text, and browsers drop what follows."
        raise IsnadError(f"found a NUL character (character {at}).", where, line, field, mend)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        line = _line_of(text, problem.start) if where else None
        message = f"found half of a surrogate pair (character {problem.start}), which is no character."
        raise IsnadError(message, where, line, field, "Write the whole character.") from None


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _is_utf16(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    sample = data[:_SAMPLE]
    # In UTF-16 every other byte of Arabic is 06 and of Latin 00; in UTF-8 neither byte occurs at all.
    high = max(sum(byte in (0x00, 0x06) for byte in sample[first::2]) for first in (0, 1))
    return len(sample) >= 4 and high > len(sample) * 0.4


def _undecodable(data: bytes, offset: int, where: Path | str) -> IsnadError:
    line = data.count(b"\n", 0, offset) + 1
    return IsnadError(
        f"found byte 0x{data[offset]:02X} (byte {offset}), which is not UTF-8.",
        where,
        line,
        mend=f"{_TO_UTF8}; an old Windows file, for example, with: iconv -f WINDOWS-1256 -t UTF-8 OLD > NEW",
    )
