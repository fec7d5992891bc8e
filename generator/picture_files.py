"""Picture files as bytes: which kind, how large, moving or not, and without what nobody may see.

Looked at before any decoder is: a decoder gets only files whose size is known to be bearable, and only
what it needs for the pixels and their colours. Pure; nothing here decodes.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

ENDINGS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WebP": (".webp",),
    "HEIC": (".heic", ".heif"),
}
"""Kinds that are taken as photos, and how the name of such a file ends; the first is the usual one."""

_OTHERS = (
    (rb"GIF8", "GIF"),
    (rb"(II\*\0|MM\0\*)", "TIFF"),
    (rb"BM.{4}\0\0\0\0", "BMP"),
    (rb"\x00\x00[\x01\x02]\x00", "ICO"),
    (rb"8BPS", "PSD"),
    (rb"%PDF", "PDF"),
    (rb"....ftypavi[fs]", "AVIF"),
    (rb"(\0\0\0\x0cJXL |\xff\x0a)", "JPEG XL"),
    (rb"(\0\0\0\x0cjP  |\xff\x4f\xff\x51)", "JPEG 2000"),
    (rb"PK\x03\x04", "ZIP"),
    (rb"version https://git-lfs", "Git LFS"),
    (rb"(\xef\xbb\xbf)?\s*(<\?xml|<!DOCTYPE svg|<!--|<svg)", "SVG"),
    (rb"(?i)\s*(<!doctype html|<html)", "HTML"),
    (rb"....ftyp(qt|isom|mp4|M4V|3gp)", "MP4"),
)
_HEIF_STILL = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2")
_HEIF_MOVING = (b"hevc", b"hevx", b"msf1")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers that give the size."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length."""
_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_NEXT_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""In coded pixels, where \\xff\\x00 is a byte and \\xff\\xd0–\\xd7 are restarts."""
_KEPT_PNG = (b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"sRGB", b"IDAT", b"IEND")


class Broken(Exception):
    """The file ends early, or its parts do not hold together."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """What the parts of a file say. Width and height in pixels as stored, 0 where only a decoder knows.

    `bare` is the file with nothing but what the pixels and their colours need. `orientation` is EXIF's
    1–8; HEIC turns its pixels itself. `scans` is how often a decoder goes over the whole picture.
    """

    kind: str
    bare: bytes
    width: int = 0
    height: int = 0
    moving: bool = False
    orientation: int = 1
    scans: int = 1


def kind_of(content: bytes) -> str:
    """JPEG, PNG, WebP, HEIC, or the name of what it is instead; "" when nobody knows."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:8] == b"ftyp" and content[8:12] in (*_HEIF_STILL, *_HEIF_MOVING):
        return "AVIF" if b"avif" in _brands(content) else "HEIC"
    return next((name for magic, name in _OTHERS if re.match(magic, content[:5000], re.DOTALL)), "")


def read(content: bytes) -> PictureFile:
    """Take a file of one of the four kinds apart. Raises Broken."""
    readers = {"JPEG": _jpeg, "PNG": _png, "WebP": _webp, "HEIC": _heic}
    try:
        return readers[kind_of(content)](content)
    except (struct.error, IndexError) as error:
        raise Broken(str(error)) from None


def _jpeg(content: bytes) -> PictureFile:
    """Up to the end of the first picture: a second one (MPO) or anything hung on after it is left."""
    kept, exif, size, scans, at = [b"\xff\xd8"], b"", (0, 0), 0, 2
    while True:
        found = _NEXT_MARKER.search(content, at) if scans else _MARKER.match(content, at)
        if found is None:
            raise Broken("no end of the picture")
        marker = found.group(1)[0]
        if scans:
            kept.append(content[at : found.start()])
        if marker == 0xD9:
            kept.append(b"\xff\xd9")
            return PictureFile("JPEG", b"".join(kept), *size, orientation=_orientation(exif), scans=scans)
        if marker in _ALONE:
            at = found.end()
            continue
        length = struct.unpack_from(">H", content, found.end())[0]
        at = found.end() + length
        body = content[found.end() + 2 : at]
        if marker in _FRAMES and any(size):
            raise Broken("two sizes")
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
            size = (width, height)
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            exif = exif or body[6:]
        scans += marker == 0xDA
        if _needed_in_jpeg(marker, body):
            kept.append(b"\xff" + bytes([marker]) + content[found.end() : at])


def _needed_in_jpeg(marker: int, body: bytes) -> bool:
    """Tables, frames, scans; of the extras only JFIF, the colour profile and Adobe's colour transform."""
    if marker == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe")
    return marker in (0xC4, 0xCC, 0xDA, 0xDB, 0xDD, 0xE0) or marker in _FRAMES


def _png(content: bytes) -> PictureFile:
    width, height = struct.unpack_from(">II", content, 16)
    kept, exif, moving, at, kind = [content[:8]], b"", False, 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise Broken("no end of the picture")
        if kind in _KEPT_PNG:
            kept.append(content[at:end])
        exif = content[at + 8 : end - 4] if kind == b"eXIf" else exif
        moving = moving or kind == b"acTL"
        at = end
    return PictureFile("PNG", b"".join(kept), width, height, moving, _orientation(exif))


def _webp(content: bytes) -> PictureFile:
    exif, size, moving, kept = b"", (0, 0), False, []
    end = 8 + struct.unpack_from("<I", content, 4)[0]
    if end > len(content):
        raise Broken("no end of the picture")
    for kind, body in _riff(content, end):
        if kind == b"VP8X":
            size = (1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little"))
            moving = moving or bool(body[0] & 2)
            # The flags promise what follows: only the colour profile (32) and transparency (16) stay.
            body = bytes([body[0] & 0x30]) + body[1:]
        elif kind == b"VP8 " and not any(size):
            size = tuple(side & 0x3FFF for side in struct.unpack_from("<HH", body, 6))
        elif kind == b"VP8L" and not any(size):
            bits = struct.unpack_from("<I", body, 1)[0]
            size = (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
        exif = body if kind == b"EXIF" else exif
        moving = moving or kind in (b"ANIM", b"ANMF")
        if kind in (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP"):
            kept.append(kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2))
    bare = b"WEBP" + b"".join(kept)
    return PictureFile(
        "WebP", b"RIFF" + struct.pack("<I", len(bare)) + bare, *size, moving, _orientation(exif)
    )


def _riff(content: bytes, end: int) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", content, at)
        if at + 8 + length > end:
            raise Broken("a part is longer than the file")
        yield kind, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _heic(content: bytes) -> PictureFile:
    return PictureFile("HEIC", content, moving=content[8:12] in _HEIF_MOVING)


def _brands(content: bytes) -> tuple[bytes, ...]:
    length = min(int.from_bytes(content[:4], "big"), 256)
    return tuple(content[at : at + 4] for at in (8, *range(16, length, 4)))


def _orientation(exif: bytes) -> int:
    """EXIF's orientation (tag 274 of the first directory); 1 where it is missing or makes no sense."""
    exif = exif.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        start = struct.unpack_from(f"{order}I", exif, 4)[0]
        for entry in range(struct.unpack_from(f"{order}H", exif, start)[0]):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * entry)
            if tag == 274:
                return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1
