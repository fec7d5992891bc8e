"""Artefacts become files: a tree that holds exactly what was asked for, and nothing older.

All paths are checked before the first byte is written, so a faulty list changes nothing.
Files whose bytes are the same are left untouched (their times tell MkDocs and people the truth).
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import Artefact


class UnsafePath(ValueError):
    """An artefact asks for a place that is outside the tree or that another one takes."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a call did, as posix paths below the tree's root, each sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: int


def write_tree(artefacts: Sequence[Artefact], root: Path) -> Written:
    """Make `root` hold exactly `artefacts`.

    Raises UnsafePath before anything is written: absolute paths, `..`, back-slashes, control
    characters, two paths that one folder of Windows or macOS would take for the same.
    """
    check_paths(artefact.path for artefact in artefacts)
    root.mkdir(parents=True, exist_ok=True)
    wanted = {artefact.path for artefact in artefacts}
    removed = _remove_others(root, wanted)
    changed = [artefact.path for artefact in artefacts if _write(root / artefact.path, artefact.content)]
    return Written(tuple(sorted(changed)), removed, len(artefacts) - len(changed))


def check_paths(paths: Iterable[str]) -> None:
    """Raise UnsafePath for the first path that may not be written (see write_tree)."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        _check_shape(path)
        key = _as_folders_see_it(path)
        if key in files:
            raise UnsafePath(f"{path!r} and {files[key]!r} are the same file")
        files[key] = path
        parts = path.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            known = folders.setdefault(_as_folders_see_it(folder), folder)
            if known != folder:
                raise UnsafePath(f"{folder!r} and {known!r} are the same folder")
    for key in files.keys() & folders.keys():
        raise UnsafePath(f"{files[key]!r} is asked for both as a file and as a folder")


def _check_shape(path: str) -> None:
    parts = path.split("/")
    if not path or "" in parts or "." in parts or ".." in parts:
        raise UnsafePath(f"{path!r} is not a path inside the tree")
    if "\\" in path or ":" in path or any(unicodedata.category(c) == "Cc" for c in path):
        raise UnsafePath(f"{path!r} has a character that no file name may have")


def _as_folders_see_it(path: str) -> str:
    """Key under which case-insensitive, Unicode-normalising file systems know a path."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _remove_others(root: Path, wanted: set[str]) -> tuple[str, ...]:
    removed: list[str] = []
    for folder, folders, files in os.walk(root, topdown=False, followlinks=False):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in [*files, *links]:
            path = (here / name).relative_to(root).as_posix()
            # A link could lead out of the tree: it is replaced by a real file, never followed.
            if path not in wanted or (here / name).is_symlink():
                (here / name).unlink()
                removed.append(path)
        if here != root and not any(here.iterdir()):
            here.rmdir()
    return tuple(sorted(removed))


def _write(path: Path, content: bytes) -> bool:
    """Write, unless the very same bytes are there; True when the file changed."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
