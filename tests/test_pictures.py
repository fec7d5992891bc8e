"""What is a photo, and that nothing but the picture is left of it when it is published."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from generator import finding_words, picture_files, pictures
from generator.findings import Finding, Place, Severity
from tests import photographs as made

CASES = Path(__file__).parent / "cases" / "bad" / "images"
JPEG = made.saved(made.quarters(), quality=92)


def refusal(content: bytes, name: str) -> str:
    """The code a file is refused with; "" when it is taken."""
    seen = pictures.examine(content, name)
    return seen.code if isinstance(seen, pictures.Refused) else ""


def largest(content: bytes) -> pictures.Made:
    """Taken as a photo, and published as wide as it goes, as WebP and JPEG."""
    seen = next(
        s
        for name in ("a.jpg", "a.png", "a.webp", "a.heic")
        if isinstance(s := pictures.examine(content, name), pictures.Seen)
    )
    width = pictures.widths(seen)[-1]
    return pictures.published(content, [width], width)[width]


def centre(content: bytes) -> tuple[int, ...]:
    image = made.opened(largest(content).jpeg).convert("RGB")
    return tuple(image.getpixel((image.width // 4, image.height // 4)))


def near(found: tuple[int, ...], wanted: tuple[int, ...], most: int = 8) -> bool:
    return all(abs(a - b) <= most for a, b in zip(found, wanted, strict=True))


class TestKinds:
    """By content, and the name must agree."""

    @pytest.mark.parametrize(
        ("content", "name"),
        [
            (JPEG, "a.jpg"),
            (JPEG, "a.jpeg"),
            (JPEG, "A.JPG"),
            (made.saved(made.quarters(), progressive=True), "a.jpg"),
            (made.saved(made.quarters(), "PNG"), "写真 1.png"),
            (made.saved(made.quarters(), "WEBP"), "a.webp"),
            (made.saved(made.quarters(), "WEBP", lossless=True), "a.webp"),
            (made.saved(made.quarters().convert("RGBA"), "WEBP", exact=True), "a.webp"),
            (made.heic(made.quarters()), "a.heic"),
            (made.heic(made.quarters()), "a.HEIF"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_four_kinds_are_taken(self, content: bytes, name: str) -> None:
        """JPEG, PNG, WebP and HEIC, however they end as long as it is right."""
        seen = pictures.examine(content, name)
        assert isinstance(seen, pictures.Seen), seen
        assert (seen.width, seen.height) == (960, 640)

    @pytest.mark.parametrize(
        ("content", "name", "right"),
        [
            (JPEG, "山.png", "山.jpg"),
            (JPEG, "a.b.webp", "a.b.jpg"),
            (JPEG, "photo", "photo.jpg"),
            (made.saved(made.quarters(), "PNG"), "a.jpg", "a.png"),
            (made.heic(made.quarters()), "a.jpg", "a.heic"),
        ],
    )
    def test_a_wrong_ending_is_refused_with_the_right_name(
        self, content: bytes, name: str, right: str
    ) -> None:
        """Whoever renames a file to .png has not made a PNG of it."""
        refused = pictures.examine(content, name)
        assert isinstance(refused, pictures.Refused)
        assert (refused.code, dict(refused.values)["right"]) == ("picture_disguised", right)

    @pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "AVIF", "PDF", "JPEG2000", "PPM", "TGA", "PCX"])
    def test_other_kinds_are_refused(self, kind: str) -> None:
        """Their decoders are never reached, whatever the name says."""
        content = made.saved(made.quarters(256, 256), kind)
        assert refusal(content, "a.jpg") == "picture_kind"

    @pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
    def test_what_moves_is_refused(self, kind: str) -> None:
        """A flashing picture can harm people."""
        assert refusal(made.animation(kind), f"a.{kind.lower()}") == "picture_moving"

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
            (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"),
            (b"<!DOCTYPE html><p>", "HTML"),
            (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
            (b"8BPS\0\1", "PSD"),
            (b"", "?"),
            (b"\0" * 5000, "?"),
        ],
    )
    def test_what_is_no_picture_is_named(self, content: bytes, kind: str) -> None:
        """The message says what the file is instead."""
        refused = pictures.examine(content, "a.jpg")
        assert isinstance(refused, pictures.Refused)
        assert (refused.code, dict(refused.values)["kind"]) == ("picture_kind", kind)


class TestDamage:
    """Half a photo is no photo."""

    @pytest.mark.parametrize("part", [0.002, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0])
    @pytest.mark.parametrize("ending", ["jpg", "png", "webp", "heic"])
    def test_a_truncated_file_is_refused(self, ending: str, part: float) -> None:
        """Wherever it ends, up to the last two bytes."""
        whole = {
            "jpg": JPEG,
            "png": made.saved(made.quarters(), "PNG"),
            "webp": made.saved(made.quarters(), "WEBP"),
            "heic": made.heic(made.quarters()),
        }[ending]
        cut = whole[: min(max(16, int(len(whole) * part)), len(whole) - 2)]
        assert refusal(cut, f"a.{ending}") in ("picture_broken", "picture_heic_unreadable")

    def test_a_truncated_jpeg_with_an_end_glued_on_is_refused(self) -> None:
        """Scans that are missing altogether are missed, even where the last marker is there."""
        assert refusal(JPEG[: JPEG.index(b"\xff\xda")] + b"\xff\xd9", "a.jpg") == "picture_broken"

    @pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 8}])
    @pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
    def test_a_jpeg_whose_lower_part_is_missing_is_refused(
        self, part: float, options: dict[str, int]
    ) -> None:
        """Cut within its pixels, with an end mark: a decoder makes the rest grey and says nothing."""
        whole = made.saved(made.quarters(900, 600), **options)
        assert isinstance(pictures.examine(whole, "a.jpg"), pictures.Seen)
        start = whole.index(b"\xff\xda")
        cut = whole[: start + int((len(whole) - start) * part)] + b"\xff\xd9"
        assert refusal(cut, "a.jpg") == "picture_broken"

    @pytest.mark.parametrize("at", range(20, 600, 37))
    def test_a_damaged_byte_never_raises(self, at: int) -> None:
        """Whatever a header says: taken or refused."""
        for whole, name in (
            (JPEG, "a.jpg"),
            (made.saved(made.quarters(320, 200), "WEBP"), "a.webp"),
            (made.saved(made.quarters(320, 200), "PNG"), "a.png"),
        ):
            damaged = whole[:at] + bytes([whole[at % len(whole)] ^ 0xFF]) + whole[at + 1 :]
            assert isinstance(pictures.examine(damaged, name), pictures.Seen | pictures.Refused)

    def test_the_phones_empty_heic_says_to_save_as_jpeg(self) -> None:
        """Its message names the file and the way out."""
        refused = pictures.examine((CASES / "iphone.heic").read_bytes(), "iphone.heic")
        assert isinstance(refused, pictures.Refused)
        found = Finding(Severity.REJECTED, refused.code, Place("a.md"), refused.value, refused.values)
        told = finding_words.tell(found, "ja")
        assert "iphone.heic" in told.message
        assert "JPEG で保存し直して" in told.fix


class TestSize:
    """Bearable to decode, large enough to see."""

    @pytest.mark.parametrize("size", [(50_000, 50_000), (10_001, 10_000), (2**31 - 1, 2**31 - 1)])
    def test_a_bomb_is_refused_by_its_header(self, size: tuple[int, int]) -> None:
        """Before a decoder has taken memory for it, and without a warning of Pillow's."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert refusal(made.png_of_size(*size), "a.png") == "picture_bomb"

    def test_a_jpeg_bomb_is_refused_by_its_header(self) -> None:
        """65 500 × 65 500 pixels in a few bytes."""
        at = JPEG.index(b"\xff\xc0") + 5
        assert (
            refusal(JPEG[:at] + struct.pack(">HH", 65500, 65500) + JPEG[at + 4 :], "a.jpg") == "picture_bomb"
        )

    def test_a_jpeg_of_a_thousand_scans_is_refused(self) -> None:
        """Each scan goes over the whole picture: minutes of work in a small file."""
        content = made.saved(made.quarters(4000, 3000), progressive=True)
        last = content.rindex(b"\xff\xda")
        assert refusal(content[:-2] + content[last:-2] * 1000 + b"\xff\xd9", "a.jpg") == "picture_bomb"

    def test_a_webp_bomb_is_refused_by_its_header(self) -> None:
        """16 384 × 16 384 pixels in an extended header."""
        content = made.saved(made.quarters(), "WEBP", exif=made.exif())
        at = content.index(b"VP8X") + 12
        large = content[:at] + (16_383).to_bytes(3, "little") * 2 + content[at + 6 :]
        assert refusal(large, "a.webp") == "picture_bomb"

    def test_text_and_profile_bombs_are_not_opened(self) -> None:
        """100 MB of zeros in a text chunk are left out; in a colour profile they refuse the photo."""
        content = made.saved(made.quarters(), "PNG")
        bomb = zlib.compress(b"\0" * 100_000_000)
        text = content[:33] + made.png_chunk(b"zTXt", b"a\0\0" + bomb) + content[33:]
        profile = content[:33] + made.png_chunk(b"iCCP", b"a\0\0" + bomb) + content[33:]
        assert refusal(text, "a.png") == ""
        assert refusal(profile, "a.png") == "picture_broken"

    @pytest.mark.parametrize(
        ("size", "code"),
        [
            ((319, 400), "picture_too_small"),
            ((400, 199), "picture_too_small"),
            ((320, 200), ""),
            ((2000, 399), "picture_too_long"),
            ((400, 2001), "picture_too_long"),
            ((2000, 400), ""),
        ],
    )
    def test_too_small_and_too_long_are_refused(self, size: tuple[int, int], code: str) -> None:
        """Below 320 × 200, or more than five times as long as wide."""
        assert refusal(made.saved(made.quarters(*size)), "a.jpg") == code

    @pytest.mark.parametrize(("width", "codes"), [(799, ["picture_small"]), (800, [])])
    def test_a_small_photo_is_taken_with_a_warning(self, width: int, codes: list[str]) -> None:
        """Below 800 pixels it looks soft on a phone."""
        seen = pictures.examine(made.saved(made.quarters(width, 500)), "a.jpg")
        assert isinstance(seen, pictures.Seen)
        assert [remark.code for remark in seen.warnings] == codes

    def test_size_is_measured_upright(self) -> None:
        """A photo of 300 × 1000 lying on its side is 300 wide when it stands."""
        lying = made.saved(made.quarters(1000, 300), exif=made.exif(6))
        assert refusal(lying, "a.jpg") == "picture_too_small"


class TestUpright:
    """A photo stands as it stood in the camera's display."""

    @pytest.mark.parametrize("orientation", range(1, 9))
    @pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
    def test_every_orientation(self, ending: str, orientation: int) -> None:
        """All eight, in each kind that has them."""
        kind = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[ending]
        content = made.saved(made.laid(orientation), kind, exif=made.exif(orientation))
        seen = pictures.examine(content, f"a.{ending}")
        assert isinstance(seen, pictures.Seen)
        assert (seen.width, seen.height) == (960, 640)
        image = made.opened(largest(content).webp)
        assert image.size == (960, 640)
        assert made.corners(image) == ["red", "green", "blue", "yellow"]

    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_heic_is_turned_once(self, orientation: int) -> None:
        """HEIC turns its pixels itself; its EXIF must not turn them again."""
        content = made.heic(made.laid(orientation), exif=made.exif(orientation))
        image = made.opened(largest(content).webp)
        assert (image.size, made.corners(image)) == ((960, 640), ["red", "green", "blue", "yellow"])

    @pytest.mark.parametrize("value", [0, 9, 65535])
    def test_an_orientation_without_sense_is_passed_over(self, value: int) -> None:
        """As browsers do."""
        assert (
            made.corners(made.opened(largest(made.saved(made.quarters(), exif=made.exif(value))).webp))[0]
            == "red"
        )

    def test_the_case_is_published_standing(self) -> None:
        """orientation6.jpg: 400 × 640."""
        content = (CASES / "orientation6.jpg").read_bytes()
        assert made.opened(largest(content).webp).size == (400, 640)
        assert made.opened(largest(content).jpeg).size == (400, 640)


class TestColours:
    """What is published looks like what was taken, on any screen, without a profile."""

    def test_a_profile_is_applied_and_dropped(self) -> None:
        """A profile that exchanges red and blue must show."""
        content = made.saved(made.quarters(), icc_profile=made.swapped_profile(), quality=95)
        assert near(centre(content), (30, 30, 220), 12)

    @pytest.mark.parametrize("ending", ["PNG", "WEBP", "HEIF"])
    def test_a_profile_is_applied_in_every_kind(self, ending: str) -> None:
        """PNG, WebP and HEIC carry profiles too."""
        profile = made.swapped_profile()
        content = (
            made.heic(made.quarters(), icc_profile=profile, quality=95)
            if ending == "HEIF"
            else made.saved(made.quarters(), ending, icc_profile=profile)
        )
        assert near(centre(content), (30, 30, 220), 16)

    def test_a_broken_profile_is_passed_over(self) -> None:
        """The photo is taken as sRGB."""
        assert near(centre(made.saved(made.quarters(), icc_profile=b"x" * 500)), (220, 30, 30))

    def test_a_profile_of_another_kind_is_passed_over(self) -> None:
        """A profile for colours on a photo in grey."""
        grey = made.saved(Image.new("L", (960, 640), 100), icc_profile=made.swapped_profile())
        assert near(centre(grey), (100, 100, 100))

    def test_four_colours_of_print_become_three(self) -> None:
        """CMYK as Photoshop writes it."""
        assert near(centre(made.saved(made.quarters().convert("CMYK"), quality=95)), (220, 30, 30), 12)

    def test_sixteen_bits_of_grey_are_divided(self) -> None:
        """Not cut off at 255, which would be white."""
        assert near(centre(made.grey16(lambda x: 40000)), (156, 156, 156))

    def test_transparency_lies_on_white(self) -> None:
        """Not on black, nor on the hidden colour below it."""
        image = made.quarters().convert("RGBA")
        image.putalpha(0)
        assert near(centre(made.saved(image, "PNG")), (255, 255, 255))

    def test_a_palette_with_transparency_lies_on_white(self) -> None:
        """A transparent colour of a palette is white too."""
        image = Image.new("P", (960, 640), 0)
        image.putpalette([10, 20, 30, 200, 0, 0])
        assert near(centre(made.saved(image, "PNG", transparency=0)), (255, 255, 255))
        assert near(centre(made.saved(image, "PNG")), (10, 20, 30))

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P"])
    def test_grey_and_palettes_are_taken(self, mode: str) -> None:
        """Scans and screenshots."""
        assert refusal(made.saved(made.quarters().convert(mode), "PNG"), "a.png") == ""
        assert made.opened(largest(made.saved(made.quarters().convert(mode), "PNG")).jpeg).mode == "RGB"

    def test_a_half_transparent_grey_is_taken(self) -> None:
        """A single transparent grey of a PNG."""
        assert near(centre(made.saved(Image.new("L", (960, 640), 7), "PNG", transparency=7)), (255, 255, 255))


def telling(kind: str) -> bytes:
    """A photo with all that can be told beside the picture."""
    exif = made.exif()
    if kind == "PNG":
        return made.saved(made.quarters(), "PNG", exif=exif, pnginfo=made.text_chunks())
    if kind == "HEIC":
        return made.heic(made.quarters(), exif=exif, xmp=b"<x>" + made.SECRET + b"</x>")
    if kind == "WEBP":
        return made.saved(made.quarters(), "WEBP", exif=exif, xmp=b"<x>" + made.SECRET + b"</x>")
    jpeg = made.saved(made.quarters(), exif=exif, comment=made.SECRET, xmp=b"<x>" + made.SECRET + b"</x>")
    for marker, body in (
        (0xED, b"Photoshop 3.0\0" + made.SECRET),
        (0xE1, b"Exif\0\0" + made.SECRET),
        (0xE2, b"MPF\0" + made.SECRET),
        (0xE0, b"JFXX\0\x10" + made.saved(made.quarters(64, 48))),
        (0xEF, made.SECRET),
    ):
        jpeg = made.with_segment(jpeg, marker, body)
    return jpeg + b"PK\3\4<html>" + made.SECRET


class TestNothingElse:
    """Of the file nothing is left but what can be seen."""

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
    def test_a_published_jpeg_has_no_metadata(self, kind: str) -> None:
        """Of the application segments only JFIF; no comment; nothing after the end."""
        jpeg = largest(telling(kind)).jpeg
        assert {m for m in made.segments(jpeg) if m >= 0xE0} <= {0xE0}
        assert 0xFE not in made.segments(jpeg)
        assert made.SECRET not in jpeg
        assert jpeg.endswith(b"\xff\xd9")
        assert jpeg.count(b"JFIF") == 1

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
    def test_a_published_webp_has_no_metadata(self, kind: str) -> None:
        """One part: the picture."""
        webp = largest(telling(kind)).webp
        assert made.chunks(webp) <= {b"VP8 ", b"VP8L"}
        assert made.SECRET not in webp

    @pytest.mark.parametrize("name", ["gps.webp", "thumbnail-leak.jpg", "orientation6.jpg"])
    def test_the_cases_lose_what_they_tell(self, name: str) -> None:
        """A name and a position, an uncropped thumbnail, an orientation."""
        content = (CASES / name).read_bytes()
        files = largest(content)
        assert b"SATO HANAKO" not in files.webp + files.jpeg
        assert b"Exif" not in files.webp + files.jpeg
        assert made.chunks(files.webp) <= {b"VP8 ", b"VP8L"}
        assert {m for m in made.segments(files.jpeg) if m >= 0xE0} <= {0xE0}

    def test_no_decoder_meets_metadata(self) -> None:
        """A faulty EXIF cannot make Pillow warn, for it is cut off before."""
        bare = picture_files.read(telling("JPEG")).bare
        assert made.SECRET not in bare
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert refusal(made.with_segment(JPEG, 0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"), "a.jpg") == ""

    def test_a_photo_with_a_second_picture_is_the_first(self) -> None:
        """MPO, as phones write for depth and previews."""
        two = io.BytesIO()
        made.quarters().save(two, "MPO", save_all=True, append_images=[Image.new("RGB", (960, 640), "black")])
        assert made.corners(made.opened(largest(two.getvalue()).webp)) == ["red", "green", "blue", "yellow"]


class TestPublished:
    """Light enough for a phone, the same on every build."""

    @pytest.mark.parametrize(
        ("width", "widths"),
        [
            (250, (240,)),
            (320, (240, 320)),
            (400, (240, 400)),
            (640, (240, 400, 640)),
            (820, (240, 400, 800)),
            (1000, (240, 400, 800, 1000)),
            (1600, (240, 400, 800, 1200, 1600)),
            (8000, (240, 400, 800, 1200, 1600)),
        ],
    )
    def test_widths_ascend_to_the_photos_own(self, width: int, widths: tuple[int, ...]) -> None:
        """Never wider than the photo, and never much smaller than it could be."""
        assert pictures.widths(pictures.Seen(width, 900)) == widths

    def test_each_width_is_as_wide_as_it_says(self) -> None:
        """In the photo's own shape."""
        content = made.saved(made.quarters(2000, 1500))
        files = pictures.published(content, [400, 800, 1600], 800)
        assert [made.opened(file.webp).size for file in files.values()] == [
            (400, 300),
            (800, 600),
            (1600, 1200),
        ]
        assert [bool(file.jpeg) for file in files.values()] == [False, True, False]

    def test_same_photo_same_bytes(self) -> None:
        """A second build changes nothing."""
        first, second = (pictures.published(JPEG, [400, 960], 960) for _ in range(2))
        assert first == second

    @pytest.mark.parametrize("size", [(1600, 1200), (1200, 1600)])
    def test_even_noise_stays_light(self, size: tuple[int, int]) -> None:
        """Nothing is harder to compress; a story's page stays below 250 KB with it."""
        noise = Image.merge("RGB", [Image.effect_noise(size, 120) for _ in range(3)])
        width = size[0]
        files = pictures.published(made.saved(noise, quality=95), [240, 400, 800, width], 800)
        assert len(files[240].webp) <= 6_000
        assert len(files[400].webp) <= 14_000
        assert len(files[800].webp) <= 64_000
        assert len(files[width].webp) <= (220_000 if width == 1600 else 120_000)
        assert len(files[800].jpeg) <= 220_000

    def test_a_plain_photo_keeps_its_quality(self) -> None:
        """Lightness is not bought where it is not needed: colours stay within a few levels."""
        for file in (largest(JPEG).webp, largest(JPEG).jpeg):
            assert near(made.opened(file).convert("RGB").getpixel((200, 150)), (220, 30, 30), 4)


def test_a_wide_gamut_keeps_its_look() -> None:
    """A red of Display P3 becomes the strongest red there is, not a paler one."""
    profile = wide_profile()
    content = made.saved(Image.new("RGB", (960, 640), (200, 60, 60)), icc_profile=profile, quality=95)
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    pixel = Image.new("RGB", (1, 1), (200, 60, 60))
    wanted = ImageCms.profileToProfile(pixel, source, ImageCms.createProfile("sRGB"), 1)
    assert wanted is not None
    found = centre(content)
    assert near(found, wanted.getpixel((0, 0)))
    assert found[0] > 206
    assert found[1] < 58


def wide_profile() -> bytes:
    """sRGB's profile with the primaries of Display P3 (D50-adapted, as Apple's profile has them)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    for at in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        tag, offset = bytes(profile[at : at + 4]), struct.unpack_from(">I", profile, at + 4)[0]
        if tag in primaries:
            struct.pack_into(">iii", profile, offset + 8, *(round(v * 65536) for v in primaries[tag]))
    return bytes(profile)
