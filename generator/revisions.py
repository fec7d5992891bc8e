"""A project as it stood in a git revision, laid out in a folder of its own. The only room that runs git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

PATHS = ("site_config", "data", "content")
"""What a project is made of; nothing else of a revision is read."""


class UnknownRevision(Exception):
    """`revision` is neither a project folder nor a revision that git knows and that holds a project."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def lay_out(repository: Path, revision: str, into: Path) -> Path:
    """The project in `repository` (a folder inside a git working tree) as of `revision`, written
    below `into`. Raises UnknownRevision; the working tree is not touched."""
    commit = _git(
        repository, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    prefix = _git(repository, revision, "rev-parse", "--show-prefix").decode().removesuffix("\n")
    # From the top: inside a folder, git would look for that folder within the tree once more.
    top = Path(_git(repository, revision, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    tree = f"{commit.decode().strip()}:{prefix}"
    listed = _git(top, revision, "ls-tree", "--name-only", "-z", tree).decode().split("\0")
    wanted = [path for path in PATHS if path in listed]
    if "site_config" not in wanted:
        raise UnknownRevision(revision)
    packed = _git(top, revision, "archive", "--format=tar", tree, *wanted)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        _unpack(archive, into)
    return into


def _unpack(archive: tarfile.TarFile, into: Path) -> None:
    """Regular files only: a link of the repository must not lead outside of `into`. The data
    filter of tarfile would say the same, but the first releases of Python 3.11 lack it."""
    for member in archive.getmembers():
        content = archive.extractfile(member) if member.isfile() else None
        target = into / member.name
        if content is None or not target.resolve().is_relative_to(into.resolve()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read())


def _git(repository: Path, revision: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=False)
    except OSError:
        raise UnknownRevision(revision) from None
    if done.returncode:
        raise UnknownRevision(revision)
    return done.stdout
