"""Which files of a project are read, in which order, and what is said of the others."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from generator.load import Role, load_project

VALUES = b"indicator_id,fiscal_year,society,target,actual\nA,2024,,1,2\n"


def folder_with(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The order on disk plays no part; hashes are of the bytes as they lie."""
    folder = tmp_path / "data" / "values"
    folder.mkdir(parents=True)
    for name in ("b.csv", "a.csv", "c.CSV"):
        (folder / name).write_bytes(VALUES)
    loaded = load_project(tmp_path)
    assert [t.file for t in loaded.of(Role.VALUES)] == [
        f"data/values/{n}" for n in ("a.csv", "b.csv", "c.CSV")
    ]
    assert loaded.hashes["data/values/a.csv"] == hashlib.sha256(VALUES).hexdigest()
    assert loaded.findings == ()


def test_an_empty_folder_is_no_fault_of_reading(tmp_path: Path) -> None:
    """What is required is known to parse; reading finds nothing and says nothing."""
    loaded = load_project(tmp_path)
    assert (loaded.tables, loaded.documents, loaded.findings, loaded.hashes) == ({}, {}, (), {})


def test_other_files_in_values_are_named(tmp_path: Path) -> None:
    """Old or foreign spreadsheets are refused, unknown files warned of, hidden ones passed over."""
    folder = tmp_path / "data" / "values"
    (folder / "old").mkdir(parents=True)
    for name in ("a.xls", "b.xlsm", "c.ods", "d.pdf", "README.md", ".DS_Store", "~$open.xlsx"):
        (folder / name).write_bytes(b"x")
    found = {
        (f.place.file.rpartition("/")[2], f.code, f.severity.value) for f in load_project(tmp_path).findings
    }
    assert found == {
        ("a.xls", "workbook_is_xls", "rejected"),
        ("b.xlsm", "workbook_has_macros", "rejected"),
        ("c.ods", "workbook_is_ods", "rejected"),
        ("d.pdf", "values_file_ignored", "warning"),
        ("README.md", "values_file_ignored", "warning"),
        ("old", "values_folder_ignored", "warning"),
    }


def test_what_is_no_story_among_stories_is_named(tmp_path: Path) -> None:
    """A story that would not be read is warned of; photos and hidden files are passed over."""
    folder = tmp_path / "content" / "stories"
    (folder / "2025").mkdir(parents=True)
    (folder / "images").mkdir()
    for name in ("a.MD", "b.md.txt", "c.docx", "photo.jpg", ".DS_Store", "~$d.docx"):
        (folder / name).write_bytes(b"x")
    found = {
        (f.place.file.rpartition("/")[2], f.code, f.severity.value) for f in load_project(tmp_path).findings
    }
    assert found == {
        (name, "story_file_ignored", "warning") for name in ("2025", "a.MD", "b.md.txt", "c.docx")
    }


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    """A pipe in place of a file would block for ever; it is named instead."""
    folder = tmp_path / "data" / "values"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.csv")
    assert [f.code for f in load_project(tmp_path).findings] == ["file_unreadable"]
