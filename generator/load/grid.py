"""A sheet as it stands: rows of cells without a header that has to be known.

For tables whose layout is the publisher's (input–output tables); what a cell means is for
`parse`. CSV and workbooks; faults of the file become findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from openpyxl.utils import get_column_letter

from generator.findings import Finding, Place, Severity
from generator.load import csvfile, xlsxfile, zipguard
from generator.load.raw import CellKind, RawCell
from generator.load.textfile import decode, not_a_table
from generator.load.xlsxcell import seen

MOST_ROWS = 50_000
"""The long form of a table of 190 sectors has 40,000 rows."""
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet (`sheet` empty for CSV); rows may differ in length."""

    file: str
    sheet: str
    rows: tuple[tuple[RawCell, ...], ...]

    def cell(self, row: int, column: int) -> RawCell:
        """A cell by its position from 0; an empty one outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return RawCell("", self.place(row, column), CellKind.EMPTY)

    def text(self, row: int, column: int) -> str:
        return self.cell(row, column).text.strip(" 　\t\r\n")

    def place(self, row: int, column: int) -> Place:
        return place_of(self.file, self.sheet, row, column)


def place_of(file: str, sheet: str, row: int, column: int) -> Place:
    """Where a cell stands; text tables are named by cells too, because they are wide."""
    return Place(file, line=row + 1, sheet=sheet, cell=f"{get_column_letter(column + 1)}{row + 1}")


def read_grid(file: str, content: bytes) -> tuple[tuple[Grid, ...], list[Finding]]:
    """All sheets of a file. Never raises on bad data."""
    if PurePosixPath(file).suffix.lower() == ".xlsx":
        return _workbook(file, content)
    code = not_a_table(content)
    text = None if code else decode(content, lambda _: True)
    if text is None:
        return (), [_fault(code or "encoding_unknown", file)]
    delimiter = "\t" if text.count("\t") > text.count(",") else ","
    lines = list(csvfile.records(text, delimiter))
    if unclosed := next((n for n, _, is_open in lines if is_open), None):
        return (), [Finding(Severity.REJECTED, "quote_unclosed", Place(file, line=unclosed))]
    if len(lines) > MOST_ROWS:
        return (), [_fault("too_many_rows", file, str(len(lines)))]
    rows: list[tuple[RawCell, ...]] = []
    for number, cells, _ in lines:
        rows += [()] * (number - 1 - len(rows))  # a quoted line break takes more than one line
        rows.append(
            tuple(
                RawCell(t, place_of(file, "", number - 1, c), CellKind.TEXT if t.strip() else CellKind.EMPTY)
                for c, t in enumerate(cells)
            )
        )
    return (Grid(file, "", tuple(rows)),), []


def _workbook(file: str, content: bytes) -> tuple[tuple[Grid, ...], list[Finding]]:
    code = zipguard.fault(content)
    if code:
        return (), [_fault(code, file)]
    try:
        return tuple(_sheets(file, content)), []
    except MemoryError:
        return (), [_fault("workbook_too_large", file)]
    except Exception as error:  # openpyxl raises whatever its parts raise
        return (), [_fault("workbook_damaged", file, type(error).__name__)]


def _sheets(file: str, content: bytes) -> list[Grid]:
    typed, computed = (xlsxfile.sheets(content, formulas=f) for f in (True, False))
    found = []
    for one, other in zip(typed, computed, strict=True):
        if one.sheet_state != "visible":
            continue
        cells = {
            (r - 1, c - 1): seen(cell, other.cell(r, c))
            for (r, c), cell in one._cells.items()
            if cell.value is not None and r <= MOST_ROWS and c <= MOST_COLUMNS
        }
        title = str(one.title)
        last = max((r for r, _ in cells), default=-1)
        widths: dict[int, int] = {}
        for r, c in cells:
            widths[r] = max(c, widths.get(r, -1))
        rows = tuple(
            tuple(
                RawCell(cells[r, c].text, place_of(file, title, r, c), cells[r, c].kind)
                if (r, c) in cells
                else RawCell("", place_of(file, title, r, c), CellKind.EMPTY)
                for c in range(widths.get(r, -1) + 1)
            )
            for r in range(last + 1)
        )
        found.append(Grid(file, title, rows))
    return found


def _fault(code: str, file: str, value: str = "") -> Finding:
    return Finding(Severity.REJECTED, code, Place(file), value)
