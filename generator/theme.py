"""Where templates, assets and messages lie, and which file wins.

The packaged theme is `generator/_theme` in an installed wheel and `theme/` beside the package in a
checkout. A project may bring a `theme/` of its own: its files are laid over the packaged ones, file
by file. Nothing here knows what is inside the files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def packaged() -> Path:
    """The theme that comes with the generator."""
    inside_wheel = PACKAGE / "_theme"
    return inside_wheel if inside_wheel.is_dir() else PACKAGE.parent / "theme"


def folders(project: Path | None = None) -> tuple[Path, ...]:
    """The theme folders, first one wins: the project's own (if it is another one), the packaged one."""
    own = project / "theme" if project is not None else None
    if own is None or not own.is_dir() or own.resolve() == packaged().resolve():
        return (packaged(),)
    return (own.resolve(), packaged())


def files(theme_folders: Sequence[Path], below: str) -> Mapping[str, bytes]:
    """All files below `below` (such as `assets`) by their posix path there, sorted; first folder wins."""
    found: dict[str, bytes] = {}
    for folder in reversed(theme_folders):
        root = folder / below
        for path in sorted(root.rglob("*")) if root.is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return dict(sorted(found.items()))


def assets(theme_folders: Sequence[Path]) -> Mapping[str, bytes]:
    """The static files of a site (path below /assets/ → bytes): stylesheet, scripts, icon, and the
    third-party files as vendor/<name>/… (what lies beside these folders is about them, not for readers)"""
    vendored = files(theme_folders, "vendor")
    third_party = {f"vendor/{path}": content for path, content in vendored.items() if "/" in path}
    return {**files(theme_folders, "assets"), **third_party}


def fingerprint(content: bytes) -> str:
    """The beginning of the content's hash: what the address of a static file carries."""
    return hashlib.sha256(content).hexdigest()[:8]
