"""Photos of stories: looked up below content/stories only, and looked at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import pictures
from generator.load.yamlfile import YamlDocument

FOLDERS = ("content/stories/images", "content/stories")
"""Where `image: photo.jpg` is looked for, in this order."""
LARGEST = 40_000_000
"""Bytes of one photo as it comes from a camera."""
_BODY_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>\s]*)")


@dataclass(frozen=True, slots=True)
class Photo:
    """What lies at an address a story names: a photo, or why there is none.

    `file` is the path in the project ("" when nothing was found).
    """

    file: str
    sha256: str
    seen: pictures.Seen | pictures.Refused


def read_pictures(folder: Path, documents: Mapping[str, YamlDocument]) -> Mapping[str, Photo]:
    """Every address that the stories name → what lies there."""
    stories = (d for name, d in documents.items() if name.startswith("content/stories/"))
    named = sorted({address for story in stories for address in addresses(story)})
    return {address: _photo(folder, address) for address in named}


def addresses(document: YamlDocument) -> Iterable[str]:
    """The photos a story names: in its front matter, then in its body."""
    if isinstance(document.data, dict) and isinstance(document.data.get("image"), str):
        yield str(document.data["image"])
    yield from _BODY_IMAGE.findall(document.body)


def _photo(folder: Path, address: str) -> Photo:
    for below in FOLDERS:
        path = folder / below / address
        if path.is_file():
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            return Photo(f"{below}/{address}", digest, pictures.examine(content, path.name))
    return Photo("", "", pictures.Refused("picture_missing", address))
