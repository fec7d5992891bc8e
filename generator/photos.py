"""The published photos of stories: read again, made smaller, kept in a cache by what they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import pictures
from generator.model import Artefact
from generator.model_story import Picture, Story


def published(folder: Path, stories: Iterable[Story], cache: Path) -> Iterator[Artefact]:
    """WebP and JPEG of every photo in every width, below the site's root."""
    for story in stories:
        for picture in (story.picture, *story.pictures):
            yield from _made(folder, picture, cache)


def _made(folder: Path, picture: Picture, cache: Path) -> Iterator[Artefact]:
    content = (folder / picture.file).read_bytes()
    for width in picture.widths:
        webp, jpeg = pictures.published(content, width)
        yield Artefact(f"{picture.address}-{width}.webp", webp)
        yield Artefact(f"{picture.address}-{width}.jpg", jpeg)
