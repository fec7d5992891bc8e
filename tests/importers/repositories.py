"""Small Open SDG repositories written for one test each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from generator.importers.open_sdg import ImportReport, import_open_sdg


def write_repository(
    folder: Path, tables: Mapping[str, str], metadata: Mapping[str, str] | None = None
) -> Path:
    """`tables`: file name → CSV text; `metadata`: file name below the folder → text."""
    for name, text in tables.items():
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_bytes(text.encode())
    for path, text in (metadata or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return folder


def imported(
    tmp_path: Path, tables: Mapping[str, str], metadata: Mapping[str, str] | None = None
) -> tuple[Path, ImportReport]:
    """Write a repository, import it, give the project folder and the report."""
    source = write_repository(tmp_path / "source", tables, metadata)
    out = tmp_path / "project"
    return out, import_open_sdg(source, out, lambda stage: None)


def values(out: Path, indicator_id: str) -> list[dict[str, str]]:
    """The rows of one values file."""
    text = (out / "data" / "values" / f"{indicator_id}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def codes(report: ImportReport) -> dict[str, int]:
    """Findings by code, without those every tiny repository has."""
    usual = ("setting_to_fill_in", "no_metadata")
    return {code: n for code, n in report.by_code().items() if code not in usual}
