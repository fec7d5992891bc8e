"""Photos of stories: looked up below content/stories only, never through a link, and looked at once.

An address is written by people: it may be anything. Nothing is opened before it is known to be a
regular file of bearable size inside the project, so that no device, pipe or network place is touched.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from generator import pictures
from generator.load.yamlfile import YamlDocument
from generator.pictures import Refused

FOLDERS = ("content/stories/images", "content/stories")
"""Where `image: photo.jpg` is looked for, in this order."""
LARGEST = 40_000_000
"""Bytes of one photo as it comes from a camera."""
PUBLISHED = "build/pictures"
"""Where photos lie that were published before, named by the sha256 of the photo they were made from."""
_AT_ONCE = 2
"""Photos looked at together: decoding is most of the work, and each may need some hundred MB."""
_BODY_IMAGE = re.compile(r"!\[[^\]]{0,1000}\]\(\s*(?:<([^<>\n]*)>|((?:[^()>\s]|\([^()\s]*\))*))")
"""`![alt](address)`; an address in <> may hold blanks, and brackets come in pairs: `photo(1).jpg`."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_DRIVE = re.compile(r"[A-Za-z]:|/|~")
_UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
# Only some systems have these: not to follow a link, not to wait for the other end of a pipe.
_SAFELY = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Photo:
    """What lies at an address a story names: a photo, or why there is none.

    `file` is the path in the project as it is spelled there ("" when nothing was found).
    """

    file: str
    sha256: str
    seen: pictures.Seen | Refused


def read_pictures(folder: Path, documents: Mapping[str, YamlDocument]) -> Mapping[str, Photo]:
    """Every address that the stories name → what lies there."""
    stories = (d for name, d in documents.items() if name.startswith("content/stories/"))
    named = sorted({address for story in stories for address in addresses(story)})
    before = decoded_before(folder)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip(named, pool.map(lambda name: photo(folder, name, before), named), strict=True))


def addresses(document: YamlDocument) -> Iterable[str]:
    """The photos a story names, as written: in its front matter, then in its body."""
    if isinstance(document.data, dict) and isinstance(document.data.get("image"), str):
        yield str(document.data["image"])
    yield from in_body(document.body)


def in_body(body: str) -> list[str]:
    """The addresses of the Markdown images in a text, as written."""
    return [angled or plain for angled, plain in _BODY_IMAGE.findall(body)]


def decoded_before(folder: Path) -> frozenset[str]:
    """The sha256 of the photos that were published with the settings of today: they need no second look."""
    made = (name.split("-") for name in _entries(folder / PUBLISHED))
    return frozenset(parts[0] for parts in made if pictures.SETTINGS in parts)


def photo(folder: Path, address: str, before: Collection[str] = ()) -> Photo:
    """Find, read and look at the photo at one address."""
    file = find(folder, address)
    if isinstance(file, Refused):
        return Photo("", "", file)
    content = read(folder, file)
    if isinstance(content, Refused):
        return Photo(file, "", content)
    digest = hashlib.sha256(content).hexdigest()
    return Photo(file, digest, pictures.examine(content, file.rpartition("/")[2], digest in before))


def find(folder: Path, address: str) -> str | Refused:
    """The path in the project, as spelled there, of what an address names. Opens nothing."""
    spelled = unquote(address).strip()
    if refused := _as_written(spelled):
        return refused
    parts = [unicodedata.normalize("NFC", part) for part in spelled.split("/") if part not in ("", ".")]
    if not parts:
        return _missing(folder, spelled)
    found = [_below(folder, base, parts) for base in FOLDERS]
    # A name that only nearly fits in one folder may fit in the other; anything else is the answer.
    certain = [
        f for f in found if isinstance(f, str) or f.code not in ("picture_missing", "picture_other_case")
    ]
    nearly = [f for f in found if isinstance(f, Refused) and f.code == "picture_other_case"]
    return next(iter((*certain, *nearly)), _missing(folder, spelled))


def read(folder: Path, file: str) -> bytes | Refused:
    """The bytes of a file that `find` has found."""
    name = file.rpartition("/")[2]
    try:
        handle = os.open(folder / file, _SAFELY)
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return Refused("picture_not_file", name)
            content = opened.read(LARGEST + 1)
    except OSError as error:
        return Refused("picture_unreadable", name, (("reason", error.strerror or "?"),))
    if len(content) > LARGEST:
        return Refused("picture_too_large", name, (("limit", f"{LARGEST // 1_000_000}"),))
    return content


def _as_written(address: str) -> Refused | None:
    """Why an address can be none of a photo in the project, whatever lies on the disk."""
    if any(unicodedata.category(char) in _UNPRINTABLE for char in address):
        return Refused("picture_name_unprintable", address)
    if _SCHEME.match(address):
        return Refused("picture_remote", address)
    if _DRIVE.match(address):
        return Refused("picture_absolute", address)
    if "\\" in address or ".." in address.split("/"):
        return Refused("picture_outside", address)
    return None


def _below(folder: Path, base: str, parts: list[str]) -> str | Refused:
    """Go down part by part from the project's folder, looking at what each name is before the next."""
    path, written = "", "/".join(parts)
    steps = [*base.split("/"), *parts]
    for depth, part in enumerate(steps):
        entry = _entry(folder / path, part)
        if entry is None:
            return Refused("picture_missing", written)
        path = f"{path}/{entry}" if path else entry
        if unicodedata.normalize("NFC", entry) != part:
            right = "/".join([*path.split("/")[base.count("/") + 1 :], *steps[depth + 1 :]])
            return Refused("picture_other_case", written, (("right", right),))
        mode = (folder / path).lstat().st_mode
        if stat.S_ISLNK(mode):
            return Refused("picture_link", written, (("link", path),))
        if not (stat.S_ISREG(mode) if depth == len(steps) - 1 else stat.S_ISDIR(mode)):
            return Refused("picture_not_file", written)
    return path


def _entry(folder: Path, name: str) -> str | None:
    """The entry of a folder that has this name: to the letter, else but for upper and lower case."""
    entries = _entries(folder)
    same = [entry for entry in entries if unicodedata.normalize("NFC", entry) == name]
    folded = unicodedata.normalize("NFKC", name).casefold()
    alike = [entry for entry in entries if unicodedata.normalize("NFKC", entry).casefold() == folded]
    return next(iter((*same, *alike)), None)


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _missing(folder: Path, address: str) -> Refused:
    there = [name for base in FOLDERS for name in _entries(folder / base) if not name.endswith(".md")]
    near = difflib.get_close_matches(address, sorted(set(there)), n=1, cutoff=0.6)
    return Refused("picture_missing", address, (("near", near[0] if near else "–"),))
