"""The project around cases/bad with stories in it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bad_project import CASES, make

from generator.findings import Finding
from generator.load import load_project
from generator.parse import Parsed, parse_project

TODAY = date(2025, 6, 1)
BASE = (CASES / "base" / "story.md").read_text("utf-8")
BODY = BASE.split("---\n", 2)[2]


def project(folder: Path) -> Path:
    """Base tables and the photo, without a story."""
    make(folder)
    shutil.copy(CASES / "base" / "indicators.csv", folder / "data/values/values.csv")
    photos = folder / "content/stories"
    photos.mkdir(parents=True, exist_ok=True)
    shutil.copy(CASES / "base" / "photo.jpg", photos / "photo.jpg")
    return folder


def put(folder: Path, text: str | bytes, name: str = "story.md") -> Path:
    """Write one story file."""
    content = text.encode() if isinstance(text, str) else text
    (folder / "content/stories" / name).write_bytes(content)
    return folder


def read(folder: Path, as_of: date | None = TODAY) -> Parsed:
    return parse_project(load_project(folder), as_of)


def one(folder: Path, text: str | bytes, as_of: date | None = TODAY) -> Parsed:
    """The project with this one story."""
    return read(put(project(folder), text), as_of)


def changed(old: str, new: str) -> str:
    """The valid story with one place changed."""
    assert BASE.count(old) == 1, old
    return BASE.replace(old, new)


def with_body(body: str) -> str:
    """The valid story with another body; it begins on line 18 of the file."""
    return BASE.replace(BODY, body)


def of_stories(parsed: Parsed) -> list[Finding]:
    """The findings about story files (the photo of the cases is small, and every time told so)."""
    mine = (f for f in parsed.findings if f.place.file.startswith("content/stories"))
    return [f for f in mine if f.code != "picture_small"]


def told(parsed: Parsed) -> list[tuple[str, str, str | int | None]]:
    """(severity, code, key or line) of each finding about a story."""
    return [(f.severity.value, f.code, f.place.key or f.place.line) for f in of_stories(parsed)]


def slugs(parsed: Parsed) -> list[str]:
    assert parsed.project is not None, told(parsed)
    return [story.slug for story in parsed.project.stories]
