"""Pictures of few colours: a drawing's PNG in a palette takes a sixth of the bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image

EFFORT = 6
"""Of the compression; more takes its time and saves little."""


def few_colours(png: bytes, colours: int) -> bytes:
    """The same picture with at most so many colours, without dithering and without metadata."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        reduced = image.convert("RGB").quantize(
            colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
    return _written(reduced)


def these_colours(png: bytes, colours: Sequence[str]) -> bytes:
    """The same picture in the colours named (#rrggbb), each pixel in the nearest: what is drawn in one of
    them is exactly that colour."""
    table = Image.new("P", (1, 1))
    table.putpalette([channel for colour in colours for channel in bytes.fromhex(colour.removeprefix("#"))])
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        return _written(image.convert("RGB").quantize(palette=table, dither=Image.Dither.NONE))


def _written(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG", optimize=False, compress_level=EFFORT)
    return written.getvalue()
