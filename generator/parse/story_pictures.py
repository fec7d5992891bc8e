"""The photos a story shows: taken where they could be read, each with words that say something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import pictures
from generator.findings import Finding, Place
from generator.load.photos import Photo
from generator.load.yamlfile import YamlDocument
from generator.model_story import Picture
from generator.parse.alt_text import meaningless
from generator.parse.faults import rejected, warning
from generator.parse.story_shapes import StoryShape
from generator.parse.story_text import body_images


@dataclass(frozen=True, slots=True)
class ShownPhotos:
    """The photo at the head (None: refused), those of the body, and what is wrong with them."""

    main: Picture | None
    others: tuple[Picture, ...]
    inline: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]


def shown_photos(document: YamlDocument, shape: StoryShape, photos: Mapping[str, Photo]) -> ShownPhotos:
    main, findings = _main(document, shape, photos)
    others: list[Picture] = []
    inline: dict[str, int] = {}
    for address, alt, caption, place in body_images(document):
        findings += _words(place, alt, shape.title, address)
        picture, faults = _picture(shape.slug, photos.get(address), address, place)
        findings += faults
        if picture is not None and address not in inline:
            inline[address] = len(others)
            others.append(_told(picture, alt, caption, ""))
    return ShownPhotos(main, tuple(others), tuple(inline.items()), tuple(findings))


def _main(
    document: YamlDocument, shape: StoryShape, photos: Mapping[str, Photo]
) -> tuple[Picture | None, list[Finding]]:
    picture, findings = _picture(shape.slug, photos.get(shape.image), shape.image, document.place("image"))
    if meaningless(shape.image_alt, shape.title, shape.image):
        place = document.place("image_alt")
        findings.append(rejected("picture_alt_empty_of_meaning", place, shape.image_alt))
    if picture is None:
        return None, findings
    return _told(picture, shape.image_alt, shape.image_caption, shape.image_credit), findings


def _words(place: Place, alt: str, title: str, address: str) -> list[Finding]:
    if not alt.strip():
        return [rejected("picture_without_alt", place, address)]
    if meaningless(alt, title, address):
        return [rejected("picture_alt_empty_of_meaning", place, alt)]
    return []


def _picture(
    slug: str, photo: Photo | None, address: str, place: Place
) -> tuple[Picture | None, list[Finding]]:
    """The photo without its words, or why there is none."""
    if photo is None:
        return None, [rejected("picture_missing", place, address, near="–")]
    seen = photo.seen
    if isinstance(seen, pictures.Refused):
        return None, [rejected(seen.code, place, seen.value or address, **dict(seen.values))]
    made = Picture(
        file=photo.file,
        sha256=photo.sha256,
        width=seen.width,
        height=seen.height,
        alt="",
        address=f"assets/stories/{slug}-{photo.sha256[:10]}",
        widths=pictures.widths(seen),
    )
    remarks = [warning(r.code, place, r.value or address, **dict(r.values)) for r in seen.warnings]
    return made, remarks


def _told(picture: Picture, alt: str, caption: str, credit: str) -> Picture:
    return replace(picture, alt=alt.strip(), caption=caption, credit=credit)
