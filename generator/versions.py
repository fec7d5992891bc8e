"""/data/versions/: the figures of every release as they were, with checksums. Figures only, never stories.

A version is published as it was kept, byte for byte. Only what may not be public any more is taken out,
and the list says how many figures that are.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from generator import ledger
from generator.model import Artefact, Project, Results
from generator.model_release import MEASURES, Cell, PublicFigures, Snapshot
from generator.parse.published import written_dimensions
from generator.parse.snapshots import marked

FOLDER = "data/versions"
INDEX = f"{FOLDER}/index.json"
COLUMNS = (
    *("indicator_id", "fiscal_year", "period", "society", "dimensions", "decided_on"),
    *MEASURES,
    *("status", "grade"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One published version. `count` figures are in the file `path`, `withheld` are taken out of it."""

    name: str
    on: date
    path: str
    content: bytes
    count: int
    withheld: int

    @property
    def sha256(self) -> str:
        """Of the file's bytes."""
        return hashlib.sha256(self.content).hexdigest()


def versions(project: Project, results: Results) -> tuple[Version, ...]:
    """Every version, in the order of the releases."""
    hidden = ledger.withheld(project, results)
    return tuple(_version(snapshot, hidden) for snapshot in project.snapshots)


def _version(snapshot: Snapshot, hidden: Callable[[Cell], bool]) -> Version:
    shown = [one for one in snapshot.figures if not hidden(one.cell)]
    lost = len(snapshot.figures) - len(shown)
    content = snapshot.content if not lost else snapshot_csv(shown)
    path = f"{FOLDER}/{snapshot.name}/figures.csv"
    return Version(snapshot.name, snapshot.on, path, content, len(shown), lost)


def build(project: Project, results: Results) -> list[Artefact]:
    """The file of every version and their list, sorted by path."""
    made = versions(project, results)
    files = [Artefact(version.path, version.content) for version in made]
    return sorted([*files, Artefact(INDEX, index(project, made))], key=lambda artefact: artefact.path)


def index(project: Project, made: tuple[Version, ...]) -> bytes:
    """/data/versions/index.json, the newest version first; `file` is relative to it."""
    listed = [
        {
            "version": version.name,
            "date": version.on.isoformat(),
            "file": version.path.removeprefix(f"{FOLDER}/"),
            "bytes": len(version.content),
            "sha256": version.sha256,
            "figures": version.count,
            "withheld": version.withheld,
        }
        for version in reversed(made)
    ]
    whole = {"license": project.site.license, "versions": listed}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


# ---------------------------------------------------------------- the files


def snapshot_csv(figures: Iterable[PublicFigures]) -> bytes:
    """The figures as a file to publish, sorted: UTF-8 with BOM, CRLF, no text that a spreadsheet would
    run. Numbers stay numbers: a minus begins no formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in sorted(figures, key=lambda figures: figures.cell):
        cells = zip(COLUMNS, row(one), strict=True)
        writer.writerow([cell if column in MEASURES else marked(cell) for column, cell in cells])
    return text.getvalue().encode("utf-8-sig")


def row(one: PublicFigures) -> tuple[str, ...]:
    """One cell of the report in the order of COLUMNS."""
    cell, numbers = one.cell, dict(one.figures)
    where = (cell.period, cell.society, written_dimensions(cell.dimensions), cell.decided_on)
    values = tuple(numbers.get(measure, "") for measure in MEASURES)
    return (cell.indicator_id, str(cell.fiscal_year), *where, *values, one.status, one.grade)
