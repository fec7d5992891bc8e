"""A project folder to break: a copy of the smallest one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load import load_project
from generator.parse import Parsed, parse_project

PROJECTS = Path(__file__).parent.parent / "projects"
Parse = Callable[..., Parsed]


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """A writable copy of the contract's smallest project."""
    return Path(shutil.copytree(PROJECTS / "smallest", tmp_path / "smallest"))


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A writable copy of the project with three indicators and two societies."""
    return Path(shutil.copytree(PROJECTS / "garden", tmp_path / "garden"))


@pytest.fixture
def altered() -> Parse:
    """Replace words in one file of a folder (or write it whole), then parse the folder."""

    def alter(folder: Path, file: str, old: str = "", new: str = "", whole: str | None = None) -> Parsed:
        path = folder / file
        if whole is None:
            text = path.read_text("utf-8")
            assert old in text
            whole = text.replace(old, new, 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(whole, "utf-8")
        return parse_project(load_project(folder))

    return alter
