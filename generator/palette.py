"""Pictures of few colours: a drawing's PNG in a palette takes a sixth of the bytes."""

from __future__ import annotations

import io

from PIL import Image


def few_colours(png: bytes, colours: int) -> bytes:
    """The same picture with at most so many colours, without dithering and without metadata."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        reduced = image.convert("RGB").quantize(
            colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
    written = io.BytesIO()
    reduced.save(written, "PNG", optimize=False, compress_level=7)
    return written.getvalue()
