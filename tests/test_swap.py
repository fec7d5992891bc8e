"""Lock and swap: one build at a time, and a site that is the old one or the new one, never half."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator import lock, swap


def _folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text)
    return path


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """After the swap only the new site is there, and nothing beside it."""
    site = _folder(tmp_path / "site", "old")
    _folder(swap.aside(site), "new")
    swap.swap(site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """Where there is no site yet, the new one is simply put there."""
    site = tmp_path / "site"
    _folder(swap.aside(site), "new")
    swap.swap(site)
    assert (site / "index.html").read_text() == "new"


def test_what_a_build_killed_between_two_renames_left_is_put_right(tmp_path: Path) -> None:
    """The old site comes back, the unfinished new one goes."""
    site = tmp_path / "site"
    _folder(tmp_path / ".site-old", "old")
    _folder(swap.aside(site), "half")
    swap.recover(site)
    assert (site / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_no_build_made_is_not_replaced(tmp_path: Path) -> None:
    """`--out` at a folder with someone's files is refused; empty and absent folders are fine."""
    swap.check_replaceable(tmp_path / "absent", "mark")
    (tmp_path / "empty").mkdir()
    swap.check_replaceable(tmp_path / "empty", "mark")
    with pytest.raises(swap.NotASite):
        swap.check_replaceable(_folder(tmp_path / "photos", "x"), "mark")


def test_a_second_holder_is_told_who_is_first(tmp_path: Path) -> None:
    """While a lock is held the next one fails at once, with the holder's pid; then it is free."""
    path = tmp_path / "build" / "lock"
    with lock.held(path, 4711):
        with pytest.raises(lock.Busy) as busy, lock.held(path, 1):
            pass
        assert busy.value.pid == "4711"
    with lock.held(path, 2):
        pass


def test_a_lock_left_by_a_killed_process_does_not_hold(tmp_path: Path) -> None:
    """A build killed outright leaves its lock file, and the next build goes ahead."""
    path = tmp_path / "lock"
    killed = textwrap.dedent(
        f"""
        import os, signal
        from pathlib import Path
        from generator import lock
        with lock.held(Path({str(path)!r}), os.getpid()):
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -9
    assert path.read_text().strip().isdigit()
    with lock.held(path, os.getpid()):
        pass
