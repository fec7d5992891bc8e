"""An address as a QR code: one path in a unit grid, drawn by whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""Modules of white around the code that readers need."""


@dataclass(frozen=True, slots=True)
class Code:
    """`side` of the square in modules, white included; `path`: strokes of width 1 along its rows."""

    side: int
    path: str


def code(text: str) -> Code:
    """The code of `text`; 15 % of it may be lost (level M), as on a photocopied sheet."""
    rows = segno.make_qr(text, error="m", boost_error=False).matrix
    strokes = [
        f"M{QUIET + first} {QUIET + y}.5h{length}"
        for y, row in enumerate(rows)
        for first, length in _dark(row)
    ]
    return Code(len(rows) + 2 * QUIET, "".join(strokes))


def _dark(row: bytearray | tuple[int, ...]) -> list[tuple[int, int]]:
    """(first column, length) of every dark run."""
    found, at = [], 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            found.append((at, length))
        at += length
    return found
