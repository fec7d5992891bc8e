"""data/releases/<day>.csv: the figures of every release as they were then (written by `impact release`).

One row a cell, as in data/published.csv, in the form in which it is published: UTF-8 with BOM and CRLF, and
no cell that a spreadsheet would run as a formula. Its figures must have the digest that data/releases.yml
keeps: a version that was changed afterwards is not published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.findings import Finding, Place
from generator.load.columns import COLUMNS
from generator.load.csvfile import records
from generator.load.folder import SNAPSHOTS_FOLDER
from generator.load.raw import Role
from generator.model_release import MEASURES, Cell, PublicFigures, Release, Snapshot, release_names
from generator.parse.faults import rejected, warning
from generator.parse.published import digest, read_dimensions

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
"""What Excel and its relatives take for the beginning of a formula."""
_COLUMNS = COLUMNS[Role.PUBLISHED].required
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
        figures = _figures(contents[file])
        if digest(figures) != release.digest:
            values = {"count": len(figures), "known": release.count}
            findings.append(rejected("snapshot_altered", Place(file), release.on.isoformat(), **values))
            continue
        content = contents[file].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        found.append(Snapshot(name, release.on, figures, content))
    known = {file_of(name) for name in names}
    findings += [warning("snapshot_unknown", Place(file)) for file in sorted(contents) if file not in known]
    return tuple(found), findings


def _figures(content: bytes) -> tuple[PublicFigures, ...]:
    """The figures of a file. Only the very form in which it was written is read, quickly, for there is one
    file a release; whatever else stands there is missing, and the digest tells."""
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    rows = ((line, cells) for line, cells, _ in records(text, ",") if len(cells) == len(_COLUMNS))
    if next(rows, (0, []))[1] != list(_COLUMNS):
        return ()
    return tuple(
        _read(line, [unmarked(cell) for cell in cells])
        for line, cells in rows
        if re.fullmatch("[0-9]{4}", cells[1])
    )


def _read(line: int, cells: list[str]) -> PublicFigures:
    """One row in the order of the columns of data/published.csv."""
    indicator_id, year, period, society, dimensions, decided_on, *numbers, status, grade = cells
    cell = Cell(indicator_id, int(year), period, society, read_dimensions(dimensions), decided_on)
    figures = tuple((name, number) for name, number in zip(MEASURES, numbers, strict=True) if number)
    return PublicFigures(cell, figures, status, grade, line)
