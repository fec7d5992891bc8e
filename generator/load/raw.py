"""What was read and nothing more: cells as text, each with the place it stands.

Nothing here is a number yet. `parse` decides what a cell means; this room only says what is
written there and, for workbooks, of what sort the cell is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.findings import Finding, Place

if TYPE_CHECKING:
    from generator.load.grid import Grid
    from generator.load.photos import Photo
    from generator.load.yamlfile import YamlDocument


class CellKind(StrEnum):
    """Of what sort a cell is. CSV cells are always TEXT or EMPTY."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    """A workbook number; the text is its shortest decimal form (0.1 + 0.2 → 0.3)."""
    PERCENT = "percent"
    """A workbook number in a percent format; the text is what the reader sees, with %."""
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    """#DIV/0! and the like."""
    FORMULA = "formula"
    """A formula without a stored result, or one that points at another workbook."""
    STRUCK = "struck"
    """Struck through: deleted by hand, but still there for a machine."""


class Role(StrEnum):
    """What a table is for; one role may have several files (values)."""

    VALUES = "values"
    TARGETS = "targets"
    PROJECTS = "projects"
    SOCIETIES = "societies"
    SURVEYS = "surveys"
    ACTIONS = "actions"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell. `place.column` is the canonical column name once the header is known."""

    text: str
    place: Place
    kind: CellKind = CellKind.TEXT
    beside: str = ""
    """Words that a workbook's number format shows beside the number (件, 千円, 約)."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row; `line` counts from 1 in the file or sheet. Cells in the order of the header."""

    line: int
    cells: tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of one file (or one sheet of a workbook). `sheet` is empty for CSV."""

    file: str
    sheet: str
    header: tuple[RawCell, ...]
    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class LoadedProject:
    """A project folder as read. Faults found while reading are in `findings`.

    `documents` are keyed by posix path relative to the folder (`site_config/site.yml`,
    `data/plan.yml`, `content/about.md`); `hashes` likewise, values are sha256 in hex.
    """

    folder_name: str
    tables: Mapping[Role, tuple[RawTable, ...]] = field(default_factory=dict)
    documents: Mapping[str, YamlDocument] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    grids: tuple[Grid, ...] = ()
    """Sheets of data/impact/io, as they stand."""
    snapshots: Mapping[str, bytes] = field(default_factory=dict)
    """data/releases/*.csv by path, as they are: `parse` reads them, and holds them against their digest."""
    pictures: Mapping[str, Photo] = field(default_factory=dict)
    """What lies at each address that a story names, by (address as written)."""

    def of(self, role: Role) -> tuple[RawTable, ...]:
        """Tables of one role, in the order of their file names; () when there are none."""
        return self.tables.get(role, ())
