"""Photos: what they are, and how they are published. The only user of Pillow.

Bytes in, bytes out. A published photo is decoded, turned upright, brought to sRGB, made smaller and
written anew, so that nothing of the file it came from is left but what can be seen.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import PIL
import pillow_heif
from PIL import Image, ImageCms, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from pillow_heif.as_plugin import HeifImageFile

from generator import picture_files
from generator.picture_files import ENDINGS, PictureFile

WIDTHS = (240, 400, 800, 1200, 1600)
"""Published widths in pixels: a row and a card of a list, a phone, a phone with a sharp screen, a desk."""

SMALLEST = (320, 200)
"""Pixels, width and height, below which nothing can be seen on any page."""
ADVISED_WIDTH = 800
"""Pixels below which a photo looks soft on a phone."""
LONGEST_SHAPE = 5
"""How many times longer one side may be than the other."""
MOST_PIXELS = {"JPEG": 100_000_000, "HEIC": 50_000_000, "PNG": 40_000_000, "WebP": 25_000_000}
"""By kind, so that decoding stays near 500 MB: a JPEG can be decoded smaller than it is, the others need
all their pixels at once, a WebP three times over. Cameras write the first two."""
MOST_WORK = 1_500_000_000
"""Pixels times scans of a JPEG: a progressive one is gone over about ten times, a bomb thousands."""

_BYTES = {240: 6_000, 400: 14_000, 800: 64_000, 1200: 120_000, 1600: 220_000}
"""What a WebP of that width should weigh at most: a story on a phone stays below 250 KB with it."""
_WEBP_QUALITIES = (78, 70, 62, 54, 46, 38, 28, 18)
_JPEG_QUALITIES = (80, 72, 64, 56, 48, 40, 32, 24)
_JPEG_BYTES = 220_000

_MADE_BY = (1, PIL.__version__, pillow_heif.__version__)
_WEIGHTS = (WIDTHS, _BYTES, _WEBP_QUALITIES, _JPEG_QUALITIES, _JPEG_BYTES)
SETTINGS = hashlib.sha256(repr((_MADE_BY, _WEIGHTS)).encode()).hexdigest()[:10]
"""Changes whenever the same photo would be published as other bytes."""

_ANYTHING = bytes(range(1, 200)) * 20
"""Coded pixels of no picture."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DECODERS: Mapping[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WebP": WebPImagePlugin.WebPImageFile,
    "HEIC": HeifImageFile,
}
"""Asked for by name, so that no other of Pillow's decoders is ever reached."""


@dataclass(frozen=True, slots=True)
class Remark:
    """The code of a finding, what was found, and further values for its sentence."""

    code: str
    value: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused(Remark):
    """Why a file is not taken as a photo."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A photo that could be decoded wholly: pixels as they are seen, after turning it upright.

    `warnings` are to be told, and stop nothing.
    """

    width: int
    height: int
    warnings: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """One published width; `jpeg` is empty where none was asked for."""

    webp: bytes
    jpeg: bytes = b""


def examine(content: bytes, name: str, decoded_before: bool = False) -> Seen | Refused:
    """Look at a photo and decode it wholly, unless it is known that this has been done before.

    `name` is its file name: its ending must agree with the bytes.
    """
    kind = picture_files.kind_of(content)
    if refused := _by_name(kind, name):
        return refused
    try:
        file = picture_files.read(content)
    except picture_files.Broken:
        return Refused("picture_broken", name)
    if file.moving:
        return Refused("picture_moving", name)
    try:
        with _opened(file) as image:
            seen = _upright_size(file, image)
            if refused := _by_size(seen, name):
                return refused
            if not decoded_before:
                _decode(file, image, SMALLEST)
                if file.kind == "JPEG" and _cut_short(file, image):
                    return Refused("picture_broken", name)
    except _TooLarge as fault:
        return Refused("picture_bomb", name, fault.values)
    except Exception:  # whatever a decoder throws at bad bytes: there is no list of it
        return Refused("picture_heic_unreadable" if kind == "HEIC" else "picture_broken", name)
    return Seen(*seen, _doubts(seen, name))


def widths(seen: Seen) -> tuple[int, ...]:
    """The widths a photo is published in, ascending; never wider than it is."""
    smaller = tuple(width for width in WIDTHS if width <= seen.width)
    own = seen.width < WIDTHS[-1] and (not smaller or seen.width > smaller[-1] * 1.15)
    return (*smaller, seen.width) if own else smaller


def published(content: bytes, wanted: Sequence[int], jpeg_at: int) -> Mapping[int, Made]:
    """The photo at each of the widths in pixels, at one of them as a JPEG too; no byte of metadata.

    For content that `examine` has seen; decodes once, as small as the largest width allows.
    """
    file = picture_files.read(content)
    with _opened(file) as image:
        size = _upright_size(file, image)
        largest = _as_stored(file, _scaled(size, max(wanted)))
        # Twice as many pixels as wanted: the rest of the way down is done with more care.
        _decode(file, image, (2 * largest[0], 2 * largest[1]))
        profile = image.info.get("icc_profile", b"")
        small = _plain(image).resize(largest, Image.Resampling.LANCZOS, reducing_gap=3.0)
    whole = _in_srgb(_on_white(_upright(file, small)), profile)
    return dict(_made(whole, {width: _scaled(size, width) for width in sorted(wanted)}, jpeg_at))


def _made(
    whole: Image.Image, sizes: Mapping[int, tuple[int, int]], jpeg_at: int
) -> Iterator[tuple[int, Made]]:
    """From the smallest: what quality it needed says where to begin with the next, one step better."""
    first = 0
    for width, size in sizes.items():
        image = whole if whole.size == size else whole.resize(size, Image.Resampling.LANCZOS)
        webp, taken = _webp(image, first)
        first = max(0, first + taken - 1)
        yield width, Made(webp, _jpeg(image) if width == jpeg_at else b"")


class _TooLarge(Exception):
    """More pixels than may be decoded."""

    def __init__(self, size: tuple[int, int], most: int) -> None:
        super().__init__(size)
        width, height = size
        self.values = (("limit", f"{most:,}"), ("size", f"{width}×{height}"))


def _by_name(kind: str, name: str) -> Refused | None:
    """Why a file of that kind and name is no photo, before any of it is read."""
    if kind not in ENDINGS:
        moving = kind == "GIF"
        return Refused("picture_moving" if moving else "picture_kind", name, (("kind", kind or "?"),))
    ending = PurePath(name).suffix
    if ending.lower() in ENDINGS[kind]:
        return None
    right = name.removesuffix(ending) + ENDINGS[kind][0]
    return Refused("picture_disguised", name, (("kind", kind), ("right", right)))


def _by_size(size: tuple[int, int], name: str) -> Refused | None:
    shown = ("size", f"{size[0]}×{size[1]}")
    if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
        return Refused("picture_too_small", name, (("limit", f"{SMALLEST[0]}×{SMALLEST[1]}"), shown))
    if max(size) > LONGEST_SHAPE * min(size):
        return Refused("picture_too_long", name, (("limit", str(LONGEST_SHAPE)), shown))
    return None


def _doubts(size: tuple[int, int], name: str) -> tuple[Remark, ...]:
    if size[0] >= ADVISED_WIDTH:
        return ()
    values = (("limit", str(ADVISED_WIDTH)), ("size", f"{size[0]}×{size[1]}"))
    return (Remark("picture_small", name, values),)


def _opened(file: PictureFile) -> ImageFile.ImageFile:
    """The photo, its header read and nothing decoded. Raises _TooLarge, and what decoders raise."""
    most = MOST_PIXELS[file.kind]
    size = (file.width, file.height)
    if size[0] * size[1] > most or size[0] * size[1] * file.scans > MOST_WORK:
        raise _TooLarge(size, most)
    image = _DECODERS[file.kind](io.BytesIO(file.bare))
    # Only its decoder knows the size of a HEIC.
    if image.size[0] * image.size[1] > most:
        raise _TooLarge(image.size, most)
    return image


def _decode(file: PictureFile, image: ImageFile.ImageFile, enough: tuple[int, int]) -> None:
    """Decode to the end; a JPEG in an eighth, quarter or half of its size where that is `enough`."""
    if file.kind == "JPEG":
        image.draft(None, enough)
    image.load()


def _cut_short(file: PictureFile, image: Image.Image) -> bool:
    """Whether a JPEG's coded pixels end before the picture does, though its end mark is there.

    Decoders fill the rest with grey and say nothing. What follows a whole picture changes none of its pixels;
    what follows a part is taken for the rest of it.
    """
    longer = replace(file, bare=file.bare[:-2] + _ANYTHING + file.bare[-2:])
    with _DECODERS["JPEG"](io.BytesIO(longer.bare)) as other:
        _decode(longer, other, SMALLEST)
        return other.tobytes() != image.tobytes()


def _as_stored(file: PictureFile, size: tuple[int, int]) -> tuple[int, int]:
    """A size as seen, as it lies in the file (and the reverse)."""
    return (size[1], size[0]) if file.orientation >= 5 else size


def _upright_size(file: PictureFile, image: Image.Image) -> tuple[int, int]:
    return _as_stored(file, image.size)


def _scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    return width, max(1, round(size[1] * width / size[0]))


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be made smaller: no palette, eight bits."""
    if image.mode in ("P", "PA"):
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits of grey; converting would cut off instead of dividing
        return image.point(lambda level: level * (1 / 256)).convert("L")
    if image.mode in ("1", "F"):
        return image.convert("L")
    return image.convert("RGBA") if "transparency" in image.info else image


def _upright(file: PictureFile, image: Image.Image) -> Image.Image:
    turn = _TURNS.get(file.orientation)
    return image if turn is None else image.transpose(turn)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA"):
        return image
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours as browsers take them without a profile. A profile that cannot be used is passed over."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            found = ImageCms.profileToProfile(image, source, target, intent, "RGB", flags=flags)
            return found if found is not None else image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return image.convert("RGB")
    return image.convert("RGB")


def _webp(image: Image.Image, first: int) -> tuple[bytes, int]:
    """The picture, and which of the qualities it took; the search begins at `first`."""
    most = next((_BYTES[width] for width in WIDTHS if image.width <= width), _BYTES[WIDTHS[-1]])
    return _light(image, "WEBP", _WEBP_QUALITIES[first:], most, method=4)


def _jpeg(image: Image.Image) -> bytes:
    return _light(image, "JPEG", _JPEG_QUALITIES, _JPEG_BYTES, optimize=True, progressive=True)[0]


def _light(
    image: Image.Image, kind: str, qualities: Sequence[int], most: int, **options: int
) -> tuple[bytes, int]:
    """At the first of the falling qualities that weighs at most `most` bytes, and its position.

    What is too heavy even at the last (sand, noise) is softened until it fits: a page's weight is a promise.
    """
    for position, quality in enumerate(qualities):
        content = _saved(image, kind, quality=quality, **options)
        if len(content) <= most:
            return content, position
    soft = 2
    while len(content) > most and soft <= min(16, *image.size):
        softened = image.reduce(soft).resize(image.size, Image.Resampling.BICUBIC)
        content, soft = _saved(softened, kind, quality=qualities[-1], **options), 2 * soft
    return content, len(qualities) - 1


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    """Nothing of `info` is handed on: neither EXIF nor XMP, profile or comment."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    file = io.BytesIO()
    bare.save(file, kind, **options)
    return file.getvalue()
