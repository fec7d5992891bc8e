"""The published photos of stories: made once, kept in a cache by what they were made from.

An entry is named `<sha256 of the photo>-<width>-<settings>-<sha256 of the entry>.webp`, so that a photo
that changed, other settings and a damaged entry are all seen by name. What no public story needs any
more is removed: a withdrawn photo must not lie in the workshop either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from generator import pictures
from generator.load import photos as files
from generator.model import Artefact
from generator.model_story import Picture, Story

_AT_ONCE = 2
"""Photos made together; Pillow leaves the other processor free while it decodes and encodes."""


class PhotoChanged(OSError):
    """A photo is no longer what it was when the project was read."""


@dataclass(frozen=True, slots=True)
class _Cache:
    """The folder, and what lay in it at the beginning: name without the entry's own hash → file name."""

    folder: Path
    known: dict[str, str]
    used: set[str]

    def get(self, name: str) -> bytes | None:
        """The entry of that name; None when there is none or its bytes are not what its name says."""
        stem, _, ending = name.rpartition(".")
        entry = self.known.get(name, "")
        try:
            content = (self.folder / entry).read_bytes() if entry else b""
        except OSError:
            return None
        if not entry or entry != f"{stem}-{_short(content)}.{ending}":
            return None
        self.used.add(entry)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Written beside, then renamed: nobody ever finds half an entry."""
        stem, _, ending = name.rpartition(".")
        entry = f"{stem}-{_short(content)}.{ending}"
        # Two stories may show the same photo at the same time, each in a thread of its own.
        beside = self.folder / f"{entry}.{get_ident()}.new"
        beside.write_bytes(content)
        beside.replace(self.folder / entry)
        self.used.add(entry)

    def prune(self) -> None:
        """Remove every file that nobody asked for."""
        for entry in sorted(self.folder.iterdir()):
            if entry.name not in self.used and not entry.is_dir():
                entry.unlink()


def published(folder: Path, stories: Iterable[Story], cache: Path) -> Iterator[Artefact]:
    """WebP of every photo in every width and its one JPEG, below the site's root.

    Raises PhotoChanged when a photo was exchanged or removed after the project was read.
    """
    wanted = {p.address: p for story in stories for p in (story.picture, *story.pictures)}
    photos = {picture.sha256: picture for picture in wanted.values()}
    kept = _opened(cache)
    # Stories that show the same photo have it at addresses of their own, but it is made once.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = pool.map(lambda digest: _made(folder, photos[digest], kept), sorted(photos))
        files_of = dict(zip(sorted(photos), made, strict=True))
    for address, picture in sorted(wanted.items()):
        files_made = files_of[picture.sha256]
        yield from (Artefact(f"{address}-{ending}", content) for ending, content in files_made.items())
    kept.prune()


def _opened(folder: Path) -> _Cache:
    folder.mkdir(parents=True, exist_ok=True)
    known = {}
    for entry in sorted(path.name for path in folder.iterdir()):
        stem, _, ending = entry.rpartition(".")
        known[f"{stem.rpartition('-')[0]}.{ending}"] = entry
    return _Cache(folder, known, set())


def _made(folder: Path, picture: Picture, cache: _Cache) -> dict[str, bytes]:
    """All files of one photo by their ending: from the cache if they are all there, else all made anew."""
    names = _names(picture)
    kept = {ending: content for ending, name in names.items() if (content := cache.get(name)) is not None}
    if len(kept) == len(names):
        return kept
    contents = dict(_anew(folder, picture))
    for ending, name in names.items():
        cache.put(name, contents[ending])
    return contents


def _names(picture: Picture) -> dict[str, str]:
    """Ending of the published name → name in the cache."""
    endings = [*(f"{width}.webp" for width in picture.widths), f"{picture.fallback_width}.jpg"]
    return {ending: f"{picture.sha256}-{ending.replace('.', f'-{pictures.SETTINGS}.')}" for ending in endings}


def _anew(folder: Path, picture: Picture) -> Iterator[tuple[str, bytes]]:
    content = files.read(folder, picture.file)
    if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != picture.sha256:
        raise PhotoChanged(f"{picture.file} changed while the site was being built")
    made = pictures.published(content, picture.widths, picture.fallback_width)
    yield from ((f"{width}.webp", made[width].webp) for width in picture.widths)
    yield f"{picture.fallback_width}.jpg", made[picture.fallback_width].jpeg


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
