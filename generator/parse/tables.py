"""Checks that every table shares: header, row lengths, hidden characters, and reading cells.

What is a whole-table fault (a missing column) stops the table; what is a row's fault stops the
row; all are collected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator import grammar
from generator.findings import Finding, Place, Severity
from generator.grammar import Parsed, Refusal, RefusalCode
from generator.grammar.characters import SPACES
from generator.load.columns import COLUMNS, Columns, suggestion
from generator.load.raw import CellKind, RawCell, RawRow, RawTable, Role

LONGEST_CELL = 5_000
MOST_COLUMNS = 200

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\u2028\u2029\ufeff\U000e0000-\U000e007f]")
_LOST = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff]")
_FAULTY = (
    (_CONTROLS, "control_character"),
    (_DIRECTION, "direction_character"),
    (_INVISIBLE, "invisible_character"),
    (_LOST, "lost_character"),
)
KIND_CODES = {
    CellKind.BOOLEAN: "cell_is_boolean",
    CellKind.DATE: "cell_is_date",
    CellKind.ERROR: "cell_is_error",
    CellKind.FORMULA: "cell_is_open_formula",
    CellKind.STRUCK: "cell_is_struck",
}
"""Workbook cells that hold no text and no number, whatever the column."""
_TRUE = {"1", "true", "はい", "サンプル", "sample"}
_FALSE = {"", "0", "false"}


@dataclass(slots=True)
class Faults:
    """Findings in the making."""

    found: list[Finding] = field(default_factory=list)
    _rejections: int = 0

    def reject(self, code: str, place: Place, value: str = "", **values: str) -> None:
        self._add(Severity.REJECTED, code, place, value, values)

    def hold(self, code: str, place: Place, value: str = "", **values: str) -> None:
        self._add(Severity.HELD, code, place, value, values)

    def warn(self, code: str, place: Place, value: str = "", **values: str) -> None:
        self._add(Severity.WARNING, code, place, value, values)

    def _add(self, severity: Severity, code: str, place: Place, value: str, values: dict[str, str]) -> None:
        self.found.append(Finding(severity, code, place, value, tuple(sorted(values.items()))))
        self._rejections += severity is Severity.REJECTED

    def rejections(self) -> int:
        """How many findings reject; a row compares before and after."""
        return self._rejections


@dataclass(frozen=True, slots=True)
class Row:
    """One row by canonical column names. A column the table lacks reads as an empty cell."""

    file: str
    sheet: str
    line: int
    cells: dict[str, RawCell]

    def cell(self, column: str) -> RawCell:
        found = self.cells.get(column)
        if found is not None:
            return found
        place = Place(self.file, line=self.line, column=column, sheet=self.sheet)
        return RawCell("", place, CellKind.EMPTY)

    def text(self, column: str) -> str:
        """The cell without outer spaces."""
        return self.cell(column).text.strip(SPACES + "\n\r")

    def place(self, column: str) -> Place:
        return self.cell(column).place


def rows_of(table: RawTable, role: Role, faults: Faults) -> list[Row]:
    """Rows of a table whose header is complete; faulty rows are left out and reported."""
    columns = COLUMNS[role]
    if not _header_is_whole(table, columns, faults):
        return []
    names = [cell.place.column for cell in table.header]
    if not table.rows:
        faults.warn("no_rows", table.header[0].place if table.header else Place(table.file))
    # A name with lost characters is looked up first: the right name can then be proposed.
    looked_up = "society" if role is not Role.SOCIETIES else ""
    rows = (_row(table, raw, names, looked_up, faults) for raw in table.rows)
    return [row for row in rows if row is not None]


def _header_is_whole(table: RawTable, columns: Columns, faults: Faults) -> bool:
    before = faults.rejections()
    names = [cell.place.column for cell in table.header]
    first = table.header[0].place
    years = [c.text.strip() for c in table.header if isinstance(grammar.year(c.text), int)]
    for name in columns.required:
        if name in names:
            continue
        near = next((c.text.strip() for c in table.header if suggestion(c.text, columns) == name), "")
        place = replace(first, column=name, cell="")
        if name == "fiscal_year" and years:
            faults.reject("table_is_wide", place, ", ".join(years[:6]))
        else:
            code = "column_missing_renamed" if near else "column_missing"
            faults.reject(code, place, near, names=", ".join(columns.required))
    _look_for_repeats(table, faults)
    _look_for_hidden(table.header, "", faults)
    for cell in table.header:
        if not cell.place.column and cell.text.strip():
            _strange_column(cell, columns, names, faults)
    if len(names) > MOST_COLUMNS:
        faults.reject("too_many_columns", first, str(len(names)))
    return faults.rejections() == before


def _look_for_repeats(table: RawTable, faults: Faults) -> None:
    seen: dict[str, RawCell] = {}
    for cell in table.header:
        name = cell.place.column.lower()
        if name and name in seen:
            faults.reject("column_repeated", cell.place, cell.text.strip(), first=seen[name].place.cell)
        seen.setdefault(name, cell)


def _strange_column(cell: RawCell, columns: Columns, names: list[str], faults: Faults) -> None:
    """A column of no known name is not read; one that is nearly known would be missed."""
    near = suggestion(cell.text, columns)
    if near in columns.optional and near not in names:
        faults.reject("column_misspelt", cell.place, cell.text.strip(), near=near)
    elif near not in columns.required or near in names:
        known = ", ".join(columns.all) + (", by_…" if columns.dimensions else "")
        faults.warn("column_unknown", cell.place, cell.text.strip(), names=known)


def _row(table: RawTable, raw: RawRow, names: list[str], looked_up: str, faults: Faults) -> Row | None:
    filled = [cell for cell in raw.cells if cell.kind is not CellKind.EMPTY]
    if not filled:
        return None
    before = faults.rejections()
    if len(raw.cells) < len(names):
        place = replace(raw.cells[0].place, column=names[len(raw.cells)] or "", cell="")
        faults.reject("row_short", place, str(len(raw.cells)), count=str(len(names)))
    _look_beside(table, raw, len(names), faults)
    _look_for_nameless(table, raw, faults)
    _look_for_hidden(filled, looked_up, faults)
    if _repeats_header(table, raw):
        faults.reject("header_repeated", raw.cells[0].place, raw.cells[0].text.strip())
    if faults.rejections() > before:
        return None
    cells = {n: c for n, c in zip(names, raw.cells, strict=False) if n}
    return Row(table.file, table.sheet, raw.line, cells)


def _look_beside(table: RawTable, raw: RawRow, count: int, faults: Faults) -> None:
    """Cells past the header: in text, a comma too many moved the row; in a sheet, a remark."""
    beside = next((c for c in raw.cells[count:] if c.kind is not CellKind.EMPTY), None)
    if beside is not None and table.sheet:
        faults.warn("cell_beside_table", beside.place, beside.text.strip())
    elif beside is not None:
        faults.reject("row_long", beside.place, beside.text.strip(), count=str(count))


def _look_for_nameless(table: RawTable, raw: RawRow, faults: Faults) -> None:
    for head, cell in zip(table.header, raw.cells, strict=False):
        if not head.text.strip() and cell.kind is not CellKind.EMPTY:
            faults.reject("column_without_name", cell.place, cell.text.strip())


def _repeats_header(table: RawTable, raw: RawRow) -> bool:
    head = [cell.text.strip().lower() for cell in table.header]
    return [cell.text.strip().lower() for cell in raw.cells][: len(head)] == head


def _look_for_hidden(cells: Iterable[RawCell], looked_up: str, faults: Faults) -> None:
    for cell in cells:
        if cell.text.isascii() and cell.text.isprintable():
            continue
        for pattern, code in _FAULTY:
            found = pattern.search(cell.text)
            if found and not (pattern is _LOST and cell.place.column == looked_up):
                faults.reject(code, cell.place, cell.text, character=f"U+{ord(found.group()):04X}")
                break
        if len(cell.text) > LONGEST_CELL:
            faults.reject("cell_too_long", cell.place, cell.text, count=str(len(cell.text)))


# ---------------------------------------------------------------- cells to meanings


def text_cell(row: Row, column: str, faults: Faults, free: bool = False) -> str:
    """A text cell; workbook cells that are no text (dates, errors) are faults.

    `free`: the column is prose (note), where numbers and dates may stand as they are.
    """
    cell = row.cell(column)
    code = KIND_CODES.get(cell.kind)
    if code and not (free and cell.kind in (CellKind.BOOLEAN, CellKind.DATE)):
        faults.reject(code, cell.place, cell.text)
    return row.text(column)


def number_cell(row: Row, column: str, faults: Faults) -> Parsed | None:
    """The number of a cell, or None for an empty one; anything else is a fault."""
    cell = row.cell(column)
    code = KIND_CODES.get(cell.kind)
    if code:
        faults.reject(code, cell.place, cell.text)
        return None
    if not row.text(column):
        return None
    found = grammar.number(row.text(column))  # without the line break of an Alt+Enter at its end
    if isinstance(found, Refusal):
        refuse_number(cell, found, faults)
        return None
    if abs(found.value) >= 2**53:  # from here on, readers with floats see a neighbour
        faults.hold("beyond_exact_integers", cell.place, cell.text)
    return found


def refuse_number(cell: RawCell, refusal: Refusal, faults: Faults) -> None:
    """Report a refused number, with what it probably says where a printed cell can be read."""
    read = grammar.cell(cell.text)
    meant = "" if isinstance(read, Refusal) or read.value is None else format(read.value, "f")
    code = refusal.code.value
    if meant and refusal.code in (RefusalCode.UNIT, RefusalCode.WORDS_AFTER):
        faults.reject("number_with_unit", cell.place, cell.text, meant=meant)
    else:
        faults.reject(code, cell.place, cell.text, meant=meant or refusal.hint or "1200")


def whole_cell(row: Row, column: str, faults: Faults, most: int = 1000) -> int | None:
    """A positive whole number up to `most`, or None."""
    found = number_cell(row, column, faults)
    if found is None:
        return None
    if found.percent or found.value != int(found.value) or not 1 <= found.value <= most:
        faults.reject("not_whole_positive", row.place(column), row.text(column), most=str(most))
        return None
    return int(found.value)


def plain_number(row: Row, column: str, faults: Faults) -> Decimal | None:
    """A number that may not be written as a percentage."""
    found = number_cell(row, column, faults)
    if found is not None and found.percent:
        faults.reject("percent_not_expected", row.place(column), row.text(column), unit="")
        return None
    return found.value if found else None


def sample_cell(row: Row, faults: Faults) -> bool:
    """The `sample` column: 1 or true marks a row as made up."""
    cell = row.cell("sample")
    text = row.text("sample").lower()
    if text in _TRUE:
        return True
    if text not in _FALSE:
        faults.reject("sample_unknown", cell.place, cell.text)
    return False
