"""data/releases/<day>.csv: the figures of every release as they were then (written by `impact release`).

One row a cell, as in data/published.csv, in the form in which it is published: UTF-8 with BOM and CRLF, and
no cell that a spreadsheet would run as a formula. Its figures must have the digest that data/releases.yml
keeps: a version that was changed afterwards is not published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.findings import Finding, Place
from generator.load.csvfile import read_csv
from generator.load.folder import SNAPSHOTS_FOLDER
from generator.load.raw import RawRow, RawTable, Role
from generator.model_release import PublicFigures, Release, Snapshot, release_names
from generator.parse.faults import rejected, warning
from generator.parse.published import digest, parse_published

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
"""What Excel and its relatives take for the beginning of a formula."""
_BEGINS = re.compile(f"'*[{re.escape(FORMULA_STARTS)}]")
_MARKED = re.compile(f"'+[{re.escape(FORMULA_STARTS)}]")


def marked(text: str) -> str:
    """`text` so that no spreadsheet runs it; `unmarked` gives back exactly what was marked."""
    return f"'{text}" if _BEGINS.match(text) else text


def unmarked(text: str) -> str:
    return text[1:] if _MARKED.match(text) else text


def file_of(name: str) -> str:
    """The file that keeps the figures of the release of that name (`release_names`)."""
    return f"{SNAPSHOTS_FOLDER}/{name}.csv"


def parse_snapshots(
    contents: Mapping[str, bytes], releases: Sequence[Release]
) -> tuple[tuple[Snapshot, ...], list[Finding]]:
    """The snapshots of those releases that have one; a changed one is rejected, a missing one is told."""
    found: list[Snapshot] = []
    findings: list[Finding] = []
    names = release_names(releases)
    for name, release in zip(names, releases, strict=True):
        file = file_of(name)
        if file not in contents:
            findings.append(warning("snapshot_missing", Place(file), release.on.isoformat()))
            continue
        figures = _figures(file, contents[file])
        if digest(figures) != release.digest:
            values = {"count": len(figures), "known": release.count}
            findings.append(rejected("snapshot_altered", Place(file), release.on.isoformat(), **values))
            continue
        content = contents[file].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        found.append(Snapshot(name, release.on, figures, content))
    known = {file_of(name) for name in names}
    findings += [warning("snapshot_unknown", Place(file)) for file in sorted(contents) if file not in known]
    return tuple(found), findings


def _figures(file: str, content: bytes) -> tuple[PublicFigures, ...]:
    """The figures of a file; what cannot be read is missing, and the digest tells."""
    table, _ = read_csv(file, content, Role.PUBLISHED)
    read, _ = parse_published([_as_it_was(table)] if table is not None else [])
    return read


def _as_it_was(table: RawTable) -> RawTable:
    """The table with its cells as they were before they were marked."""
    return replace(table, rows=tuple(_row(row) for row in table.rows))


def _row(row: RawRow) -> RawRow:
    if not any(cell.text.startswith("'") for cell in row.cells):
        return row
    return replace(row, cells=tuple(replace(cell, text=unmarked(cell.text)) for cell in row.cells))
