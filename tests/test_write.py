"""Writing artefacts: exactly the asked-for files, only changed bytes, nothing outside the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Artefact
from generator.write import UnsafePath, write_tree


def test_only_changed_bytes_are_written_and_stale_files_go(tmp_path: Path) -> None:
    """A second call reports what changed, leaves equal files untouched and removes the rest."""
    write_tree([Artefact("a/x.md", b"1"), Artefact("a/y.md", b"2"), Artefact("old/z.md", b"3")], tmp_path)
    before = (tmp_path / "a/x.md").stat().st_mtime_ns
    written = write_tree([Artefact("a/x.md", b"1"), Artefact("a/y.md", b"new")], tmp_path)
    assert (written.changed, written.removed, written.same) == (("a/y.md",), ("old/z.md",), 1)
    assert (tmp_path / "a/x.md").stat().st_mtime_ns == before
    assert not (tmp_path / "old").exists()


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a//x", "", "a/./x", "a\\..\\x", "C:/x", "a/\x00", "a/x\n", "a/"],
)
def test_a_path_outside_the_tree_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    """One unsafe path stops the whole list; the tree stays as it was."""
    root = tmp_path / "tree"
    with pytest.raises(UnsafePath):
        write_tree([Artefact("good.md", b"1"), Artefact(path, b"2")], root)
    assert not root.exists()


@pytest.mark.parametrize(
    "paths",
    [
        ("a.md", "a.md"),
        ("A.md", "a.md"),
        ("plans/a.md", "Plans/b.md"),
        ("か\u3099.md", "が.md"),
        ("a", "a/b.md"),
        ("a/b", "a/b/c.md"),
    ],
)
def test_paths_that_some_file_system_takes_for_one_are_refused(
    tmp_path: Path, paths: tuple[str, str]
) -> None:
    """Case, Unicode composition, or a file where a folder is needed: each would lose a page."""
    with pytest.raises(UnsafePath):
        write_tree([Artefact(path, b"") for path in paths], tmp_path / "tree")


def test_a_link_in_the_tree_is_never_followed(tmp_path: Path) -> None:
    """A symbolic link left in the tree is replaced; what it points at stays as it was."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_bytes(b"mine")
    root = tmp_path / "tree"
    root.mkdir()
    (root / "a").symlink_to(outside)
    (root / "b.md").symlink_to(outside / "x.md")
    write_tree([Artefact("a/x.md", b"new"), Artefact("b.md", b"new")], root)
    assert (outside / "x.md").read_bytes() == b"mine"
    assert (root / "a/x.md").read_bytes() == b"new"
