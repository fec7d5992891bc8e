"""The source of an indicator in one line: who published it, and what.

A source may be a paragraph with addresses in it (imported data). Beside the chart stands one short line;
the whole text is in the definition section.
"""

from __future__ import annotations

import re

from generator.figures.lettering import width

_ADDRESS = re.compile(r"https?://\S+")
_ENTRY = re.compile(r"[;；。\n]")
_MARKS = " ,、，:：-"
ROOM = 46.0
"""Longest line, in widths of a full letter."""


def short_source(text: str) -> str:
    """The first source without its address, cut at a comma where it is long; … where words are left out.

    The whole text where it is one short line already."""
    plain = " ".join(text.split())
    if _fits(plain) and not _ADDRESS.search(plain):
        return plain
    first = _ENTRY.split(_ADDRESS.sub(" ", plain), maxsplit=1)[0]
    pieces = [piece.strip(_MARKS) for piece in re.split(r"(?<=[,、，])\s*", first)]
    kept = ""
    for piece in (piece for piece in pieces if piece):
        longer = f"{kept}, {piece}" if kept else piece
        if not _fits(longer):
            break
        kept = longer
    return f"{kept or _cut(first.strip(_MARKS))}…"


def _cut(text: str) -> str:
    while text and not _fits(text):
        text = text[:-1]
    return text.rstrip(_MARKS)


def _fits(text: str) -> bool:
    return width(text, 1.0) <= ROOM
