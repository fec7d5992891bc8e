"""Photos made for tests: four coloured quarters, so that every turn and every colour can be told."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

QUARTERS = {"red": (220, 30, 30), "green": (30, 160, 60), "blue": (30, 60, 200), "yellow": (230, 210, 40)}
SECRET = b"SATO HANAKO"
GPS = 0x8825


def quarters(width: int = 960, height: int = 640) -> Image.Image:
    """Red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    half = (width // 2, height // 2)
    corners = ((0, 0), (half[0], 0), (0, half[1]), half)
    for colour, corner in zip(QUARTERS.values(), corners, strict=True):
        image.paste(colour, (*corner, corner[0] + half[0], corner[1] + half[1]))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def corners(image: Image.Image) -> list[str]:
    """Names of the colours nearest to the four corners, row by row."""
    rgb = image.convert("RGB")
    right, bottom = rgb.width - 20, rgb.height - 20
    return [_nearest(rgb.getpixel(at)) for at in ((20, 20), (right, 20), (20, bottom), (right, bottom))]


def _nearest(found: tuple[int, int, int]) -> str:
    def distance(name: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(QUARTERS[name], found, strict=True))

    return min(QUARTERS, key=distance)


def exif(orientation: int = 1) -> bytes:
    """Orientation, a position, and a name."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x013B] = SECRET.decode()
    data.get_ifd(GPS).update({1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (139.0, 41.0, 30.0)})
    return data.tobytes()


def laid(orientation: int) -> Image.Image:
    """The quarters as a camera stores them that writes this orientation."""
    inverse = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    return quarters() if inverse is None else quarters().transpose(inverse)


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment right after its beginning."""
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + jpeg[2:]


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of_size(width: int, height: int, bits: int = 8) -> bytes:
    """A PNG whose header promises a size, and hardly anything behind it."""
    header = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*part) for part in parts)


def grey16(levels: Callable[[int], int], width: int = 960, height: int = 640) -> bytes:
    """A PNG with 16 bits of grey, each column of the level given."""
    row = b"\0" + b"".join(struct.pack(">H", levels(x)) for x in range(width))
    header = struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*part) for part in parts)


def heic(image: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, **options)
    return file.getvalue()


def animation(kind: str) -> bytes:
    frames = [quarters(), quarters().transpose(Image.Transpose.ROTATE_180)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def text_chunks() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    return info


def swapped_profile() -> bytes:
    """An RGB colour profile in which red and blue are exchanged: whoever ignores it is found out."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        tag = bytes(profile[at : at + 4])
        if tag in (b"rXYZ", b"bXYZ"):
            profile[at : at + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}[tag]
    return bytes(profile)


def segments(jpeg: bytes) -> list[int]:
    """The markers of a JPEG up to its first scan."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    return found


def chunks(webp: bytes) -> set[bytes]:
    """The names of the parts of a WebP."""
    found, at = set(), 12
    while at < len(webp):
        found.add(webp[at : at + 4])
        length = struct.unpack_from("<I", webp, at + 4)[0]
        at += 8 + length + length % 2
    return found
