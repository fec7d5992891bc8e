"""The finished site takes the old one's place: whole, or not at all.

The new site is made beside the old one (`.site-new` next to `site`), so that putting it in
place is a rename on one file system. Where the system can exchange two folders in one step
(Linux `renameat2`), no reader ever sees a missing site. Elsewhere the old one is renamed aside
first; a build that dies between the two renames is put right by the next `recover`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


class NotASite(Exception):
    """The place to publish to holds something that no build made."""

    def __init__(self, place: Path, why: str) -> None:
        super().__init__(f"{place} {why}")
        self.place = place


def aside(target: Path) -> Path:
    """Folder in which the new site is made."""
    return target.parent / f".{target.name}-new"


def recover(target: Path) -> None:
    """Put right what a killed build left: the old site back in place, leftovers removed."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, aside(target)):
        if leftover.exists():
            shutil.rmtree(leftover)


def check_replaceable(target: Path, mark: str) -> None:
    """Raise NotASite unless `target` is absent, empty, or carries the file `mark` of a build."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise NotASite(target, "is not a folder")
    if target.is_dir() and any(target.iterdir()) and not (target / mark).is_file():
        raise NotASite(target, f"has files and no {mark}")


def swap(target: Path) -> None:
    """Put `aside(target)` in the place of `target`, then remove the old one."""
    new, old = aside(target), _old(target)
    if not target.exists():
        new.rename(target)
        return
    if _exchange(new, target):
        new.rename(old)
    else:
        target.rename(old)
        new.rename(target)
    shutil.rmtree(old)


def _old(target: Path) -> Path:
    return target.parent / f".{target.name}-old"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done != 0 and ctypes.get_errno() not in _CANNOT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return bool(done == 0)
