"""Photos: what they are, and how they are published. The only user of Pillow.

Bytes in, bytes out. A published photo is decoded, turned upright, brought to sRGB, made smaller and
written anew, so that nothing of the file it came from is left but what can be seen.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

WIDTHS = (480, 800, 1200, 1600)


@dataclass(frozen=True, slots=True)
class Seen:
    """A photo that could be decoded wholly: pixels as they are seen, after turning it upright."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file is not taken as a photo: the code of a finding, and what was found."""

    code: str
    value: str = ""


def examine(content: bytes, name: str) -> Seen | Refused:
    """Decode the whole photo once. `name` is its file name: its ending must agree with the bytes."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            upright = ImageOps.exif_transpose(image)
            return Seen(*upright.size)
    except Exception as error:
        return Refused("picture_unreadable", type(error).__name__)


def widths(seen: Seen) -> tuple[int, ...]:
    """The widths a photo is published in, ascending; never wider than it is."""
    return tuple(w for w in WIDTHS if w < seen.width) or (seen.width,)


def published(content: bytes, width: int) -> tuple[bytes, bytes]:
    """(WebP, JPEG) of the photo at `width` pixels, without a byte of metadata."""
    with Image.open(io.BytesIO(content)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    height = max(1, round(upright.height * width / upright.width))
    small = upright.resize((width, height), Image.Resampling.LANCZOS)
    webp, jpeg = io.BytesIO(), io.BytesIO()
    small.save(webp, "WEBP", quality=72, method=4)
    small.save(jpeg, "JPEG", quality=76, optimize=True, progressive=True)
    return webp.getvalue(), jpeg.getvalue()
