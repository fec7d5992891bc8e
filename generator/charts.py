"""Charts to keep as PNG: drawn from their SVG files, kept by what they were drawn from, and pruned."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from generator import drawing
from generator.model import Artefact

DRAWING = b"""#set page(width: 1000pt, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.chart), format: "svg", width: 1000pt)
"""
COLOURS = 48


def pictures(charts: Sequence[Artefact], fonts: Sequence[Path], digest: str, kept: Path) -> list[Artefact]:
    """A PNG beside every SVG, in the same order; those whose SVG, drawing and fonts (`digest`) are as they
    were are taken from `kept`, which is left with these pictures alone."""
    board = drawing.Board(fonts, COLOURS)
    places = [kept / f"{_made_of(chart, digest)}.png" for chart in charts]
    for chart, place in zip(charts, places, strict=True):
        if not place.is_file():
            drawing.keep(place, board.picture(DRAWING, {"chart": chart.content.decode()}))
    for path in sorted(set(kept.glob("*.png")) - set(places)):
        path.unlink()
    return [
        Artefact(f"{chart.path.removesuffix('.svg')}.png", place.read_bytes())
        for chart, place in zip(charts, places, strict=True)
    ]


def _made_of(chart: Artefact, digest: str) -> str:
    parts = (digest.encode(), DRAWING, str(COLOURS).encode(), chart.content)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:24]
