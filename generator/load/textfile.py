"""Bytes of a text table to text: byte order mark, strict UTF-8, UTF-16, strict cp932.

No guessing by frequency: an encoding is taken only when every byte fits, and UTF-16 without a
mark only when the header then makes sense. What is something else entirely (a workbook, a web
page, a Git LFS pointer) is named.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

LARGEST = 60_000_000
"""Bytes of one text table."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def not_a_table(content: bytes) -> str:
    """Code of what the file is instead of a text table; "" when it may be one."""
    head = content[:1024]
    lowered = head.lstrip(codecs.BOM_UTF8).lstrip().lower()
    rules = (
        (not content.strip(b"\xef\xbb\xbf \t\r\n"), "file_empty"),
        (len(content) > LARGEST, "file_too_large"),
        (head.startswith(b"version https://git-lfs"), "file_is_lfs_pointer"),
        (head.startswith((b"PK\x03\x04", OLE)), "file_is_workbook"),
        (head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")), "file_is_binary"),
        (lowered.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"mime-version")), "file_is_html"),
        (lowered.startswith((b"<<<<<<<", b"=======")) or b"\n<<<<<<< " in content, "file_has_conflict"),
        (b"\x1b$B" in content or b"\x1b$@" in content, "encoding_unknown"),
        (head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)), "encoding_unknown"),
    )
    return next((code for found, code in rules if found), "")


def decode(content: bytes, makes_sense: Callable[[str], bool]) -> str | None:
    """The text with \\n line ends, or None when no allowed encoding fits every byte.

    `makes_sense` says whether a text starts with a header that is known.
    """
    text = _with_mark(content)
    if text is None:
        text = next((t for t in _without_mark(content) if t is not None and makes_sense(t)), None)
    if text is None:
        text = next((t for t in _without_mark(content) if t is not None), None)
    if text is None:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _with_mark(content: bytes) -> str | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _strict(content, encoding)
    return None


def _without_mark(content: bytes) -> tuple[str | None, ...]:
    sixteen = ("utf-16-le", "utf-16-be") if content[:200].count(b"\0") > 10 else ()
    return tuple(_strict(content, encoding) for encoding in (*sixteen, "utf-8", "cp932"))


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
