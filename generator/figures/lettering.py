"""How much room a text needs, before any browser has drawn it.

Widths are estimates in user units, on the wide side of the faces the site names (BIZ UDPGothic,
Hiragino Sans, Noto Sans JP), so that what fits here fits on every phone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

SIZE = 14.0
"""Type size in user units: 11.2 px where a chart is 288 px wide (a 320 px phone)."""

LEADING = 17.0
"""From one line of text to the next."""

_NARROW = frozenset(".,:;'|!iIljf ()[]・")


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _NARROW:
        return 0.38
    if character in "mwMW%@":
        return 0.95
    if character.isdigit():
        return 0.6
    return 0.72 if character.isupper() else 0.62


def width(text: str, size: float = SIZE) -> float:
    """Estimated width of one line of `text`."""
    return size * sum(_em(character) for character in text)


def wrap(text: str, room: float, lines: int) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines of `room` units; what does not fit ends in ….

    Breaks at spaces where a line has one, else between characters (Japanese has no spaces)."""
    rest = " ".join(text.split())
    made: list[str] = []
    while rest and len(made) < lines:
        if width(rest) <= room:
            made.append(rest)
            return tuple(made)
        if len(made) == lines - 1:
            made.append(rest[: _fitting(rest, room - width("…"))].rstrip() + "…")
            return tuple(made)
        cut = max(_fitting(rest, room), 1)
        space = rest.rfind(" ", 0, cut + 1)
        cut = space if space > 0 else cut
        made.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(made)


def _fitting(text: str, room: float) -> int:
    """How many characters of `text` fit into `room`."""
    used = 0.0
    for index, character in enumerate(text):
        used += width(character)
        if used > room:
            return index
    return len(text)


def shorten(names: Sequence[str]) -> tuple[str, ...]:
    """The names without the ending they all share (… City), where something is left of each.

    A list of one keeps its name: there is nothing to tell it apart from."""
    if len(names) < 2:
        return tuple(names)
    ending = 0
    while all(len(name) > ending + 1 for name in names) and len({name[-ending - 1] for name in names}) == 1:
        ending += 1
    return tuple(name[: len(name) - ending] for name in names)
