"""A small project that is released, changed and released again, with the real command in a process
of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.parse.bad_project import CASES, make

CHANGES = ("figure_changed", "figure_lost")
BY = "山田花子"


def project(folder: Path, values: str | None = None) -> Path:
    """The project around the bad cases with one values file (default: the valid one)."""
    make(folder)
    write_values(folder, values or (CASES / "base" / "indicators.csv").read_text("utf-8"))
    return folder


def write_values(folder: Path, text: str) -> None:
    (folder / "data" / "values" / "values.csv").write_text(text, "utf-8")


def replaced(folder: Path, old: str, new: str, file: str = "data/values/values.csv") -> None:
    """Change one place of a file of the project."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def impact(*arguments: str | Path, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own; `typed` is what a person types."""
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": "1748736000"}  # 2025-06-01
    return subprocess.run(
        command, capture_output=True, text=True, input=typed if typed is not None else "", env=surroundings
    )


def released(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A release that is recorded."""
    done = impact("release", "--by", BY, "--project", folder, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def findings(folder: Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and findings of `impact check`."""
    done = impact("check", "--project", folder, "--format", "json")
    return done.returncode, json.loads(done.stdout)


def held(folder: Path) -> list[dict[str, Any]]:
    """The findings that hold a changed figure."""
    return [finding for finding in findings(folder)[1] if finding["code"] in CHANGES]
