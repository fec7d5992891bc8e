"""Workbooks to cells. Every sheet is tried for a header; comments are never read.

openpyxl reads the file twice, once with formulas and once with their stored results. Sheets
are walked by the cells that exist, because the size a sheet declares can be a lie.
"""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.findings import Finding, Place, Severity
from generator.load.columns import COLUMNS, Columns, canonical, known_names, meant_names
from generator.load.csvfile import HEADER_WITHIN, MOST_ROWS
from generator.load.raw import CellKind, RawCell, RawRow, RawTable, Role
from generator.load.xlsxcell import Seen, seen
from generator.load.zipguard import fault

_Grid = Mapping[int, Mapping[int, Cell | MergedCell]]
_EMPTY = Seen("", CellKind.EMPTY)
Also = Callable[[list[tuple[Worksheet, Worksheet]]], list[Finding]]


def read_xlsx(
    file: str, content: bytes, role: Role, also: Also = lambda pairs: []
) -> tuple[tuple[RawTable, ...], list[Finding]]:
    """The tables of one workbook, one a sheet that has a header. Never raises on bad data.

    `also` sees the sheets that were read (typed, computed) and may add findings of its own.
    """
    code = fault(content)
    if code:
        return (), [_fault(code, Place(file))]
    try:
        typed, computed = sheets(content, formulas=True), sheets(content, formulas=False)
        pairs = list(zip(typed, computed, strict=True))
        tables, findings = _workbook(file, pairs, COLUMNS[role])
        return tables, [*findings, *also(pairs)]
    except MemoryError:
        return (), [_fault("workbook_too_large", Place(file))]
    except Exception as error:  # openpyxl raises whatever its parts raise: KeyError, TypeError, ParseError …
        return (), [_fault("workbook_damaged", Place(file), type(error).__name__)]


def sheets(content: bytes, formulas: bool) -> Sequence[Worksheet]:
    """The worksheets of a workbook, with formulas or with their stored results."""
    with warnings.catch_warnings():
        # openpyxl warns of what it drops (validation, styles); nothing of that is read here.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(content), data_only=not formulas, keep_links=False, rich_text=formulas
        )
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


def _workbook(
    file: str, sheets: list[tuple[Worksheet, Worksheet]], columns: Columns
) -> tuple[tuple[RawTable, ...], list[Finding]]:
    tables: list[RawTable] = []
    findings: list[Finding] = []
    hidden = []
    for typed, computed in sheets:
        grid = _grid(typed)
        at = _header_row(grid, columns)
        if at is None:
            continue
        if typed.sheet_state != "visible":
            hidden.append(typed.title)
            continue
        table, faults = _Sheet(file, typed, computed, grid, at, columns).read()
        tables.append(table)
        findings += faults
    if hidden:
        severity = Severity.WARNING if tables else Severity.REJECTED
        findings += [Finding(severity, "sheet_hidden", Place(file, sheet=name), name) for name in hidden]
    elif not tables:
        findings.append(_no_header(file, [typed for typed, _ in sheets], columns))
    return tuple(tables), findings


def _no_header(file: str, sheets: list[Worksheet], columns: Columns) -> Finding:
    if not any(_grid(sheet) for sheet in sheets):
        return _fault("file_empty", Place(file))
    names = ", ".join(columns.required)
    return _fault("sheet_without_header", Place(file), ", ".join(s.title for s in sheets), names=names)


def _grid(sheet: Worksheet) -> _Grid:
    """Row → column → cell, of the cells that exist. `_cells` is the only way not to trust the
    declared size: `iter_rows` would make every cell up to the farthest one."""
    grid: dict[int, dict[int, Cell | MergedCell]] = defaultdict(dict)
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is not None:
            grid[row][column] = cell
    return grid


def _header_row(grid: _Grid, columns: Columns) -> int | None:
    for row in sorted(grid)[:HEADER_WITHIN]:
        texts = [str(c.value) for c in grid[row].values() if isinstance(c.value, str)]
        if known_names(texts, columns) >= 2:
            return row
    for row in sorted(grid)[:HEADER_WITHIN]:
        texts = [str(c.value) for c in grid[row].values() if isinstance(c.value, str)]
        if meant_names(texts, columns) > 2:
            return row
    return None


class _Sheet:
    """One sheet whose header row is known."""

    def __init__(
        self, file: str, typed: Worksheet, computed: Worksheet, grid: _Grid, at: int, columns: Columns
    ) -> None:
        self.file, self.typed, self.computed, self.grid, self.at = file, typed, computed, grid, at
        self.title = str(typed.title)
        self.findings: list[Finding] = []
        last = max(grid[at])
        self.printed = [str(grid[at][c].value) if c in grid[at] else "" for c in range(1, last + 1)]
        self.names = [canonical(text, columns) for text in self.printed]

    def read(self) -> tuple[RawTable, list[Finding]]:
        header = tuple(
            RawCell(text, self._place(self.at, c), CellKind.TEXT if text.strip() else CellKind.EMPTY)
            for c, text in enumerate(self.printed, start=1)
        )
        below = [row for row in sorted(self.grid) if row > self.at]
        if len(below) > MOST_ROWS:
            self._say(Severity.REJECTED, "too_many_rows", self._place(self.at, 1), str(len(below)))
            below = []
        self._look_above()
        self._look_for_hidden(below)
        self._look_for_merged()
        rows = tuple(self._row(row) for row in below)
        return RawTable(self.file, self.title, header, rows), self.findings

    def _row(self, row: int) -> RawRow:
        last = max([len(self.names), *self.grid[row]])
        cells = []
        for column in range(1, min(last, 400) + 1):
            shown = self._seen(row, column)
            place = self._place(row, column)
            if shown.warning and place.column:
                held = shown.warning in ("cell_format_scales", "cell_not_visible")
                self._say(Severity.HELD if held else Severity.WARNING, shown.warning, place, shown.text)
            cells.append(RawCell(shown.text, place, shown.kind, shown.beside))
        return RawRow(row, tuple(cells))

    def _seen(self, row: int, column: int) -> Seen:
        typed = self.grid[row].get(column)
        if typed is None:
            return _EMPTY
        return seen(typed, self.computed.cell(row, column))

    def _look_above(self) -> None:
        """Titles above the header are left out with a warning; what looks like data is a fault."""
        for row in (r for r in self.grid if r < self.at):
            texts = [str(c.value) for c in self.grid[row].values()]
            code, severity = ("rows_above_header", Severity.WARNING)
            if len(texts) > 2:
                code, severity = ("data_above_header", Severity.REJECTED)
            self._say(severity, code, self._place(row, min(self.grid[row]), named=False), " ".join(texts))

    def _look_for_hidden(self, below: list[int]) -> None:
        hidden = {
            column
            for dimension in self.typed.column_dimensions.values()
            if (dimension.hidden or not dimension.width) and dimension.min and dimension.max
            for column in range(dimension.min, min(dimension.max, len(self.names)) + 1)
        }
        for column in sorted(hidden):
            if column <= len(self.names) and self.names[column - 1]:
                place = self._place(self.at, column)
                self._say(Severity.WARNING, "column_hidden", place, self.printed[column - 1])
        rows = [row for row in below if self.typed.row_dimensions[row].hidden]
        if rows:
            listed = ", ".join(map(str, rows[:20])) + ("…" if len(rows) > 20 else "")
            place = self._place(rows[0], 1, named=False)
            self._say(Severity.WARNING, "rows_hidden", place, listed, count=str(len(rows)))

    def _look_for_merged(self) -> None:
        for area in self.typed.merged_cells.ranges:
            if area.max_row > self.at and any(self.names[area.min_col - 1 : area.max_col]):
                place = self._place(max(area.min_row, self.at + 1), area.min_col)
                self._say(Severity.REJECTED, "cells_merged", place, str(area))

    def _place(self, row: int, column: int, named: bool = True) -> Place:
        name = self.names[column - 1] if named and column <= len(self.names) else ""
        cell = f"{get_column_letter(column)}{row}"
        return Place(self.file, line=row, column=name, sheet=self.title, cell=cell)

    def _say(self, severity: Severity, code: str, place: Place, value: str, **values: str) -> None:
        self.findings.append(Finding(severity, code, place, value, tuple(sorted(values.items()))))


def _fault(code: str, place: Place, value: str = "", **values: str) -> Finding:
    return Finding(Severity.REJECTED, code, place, value, tuple(sorted(values.items())))
