"""A workbook as it stands: every cell of every sheet with its place, and what lies over and around
the cells (merged areas, hidden rows and columns, objects).

Unlike `xlsxfile`, no header is looked for and no sheet is left out: what a sheet is for is decided
by whoever asks. Faults of the file become findings.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.findings import Finding, Place, Severity
from generator.load import xlsxfile, zipguard
from generator.load.raw import CellKind, RawCell
from generator.load.xlsxcell import seen

MOST_CELLS = 400_000
_ANCHOR = re.compile(rb"<(?:\w+:)?from>\s*<(?:\w+:)?col>(\d+)<.*?<(?:\w+:)?row>(\d+)<", re.DOTALL)
_DRAWING = re.compile(rb"<drawing\b[^>]*\br:id\s*=\s*[\"']([^\"']+)")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")


@dataclass(frozen=True, slots=True)
class BookCell:
    """One cell that holds something. `look` is how it is marked out: fill, colour, weight."""

    cell: RawCell
    row: int
    column: int
    formula: bool = False
    warning: str = ""
    look: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet. Rows and columns count from 1; `cells` hold no empty ones."""

    file: str
    title: str
    visible: bool
    cells: Mapping[tuple[int, int], BookCell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Areas as first row, first column, last row, last column."""
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    objects: tuple[tuple[int, int], ...] = ()
    """Where pictures, shapes and charts begin."""
    hides_zeros: bool = False

    def cell(self, row: int, column: int) -> RawCell:
        """A cell; an empty one where there is none."""
        found = self.cells.get((row, column))
        return found.cell if found else RawCell("", self.place(row, column), CellKind.EMPTY)

    def text(self, row: int, column: int) -> str:
        return self.cell(row, column).text.strip(" 　\t\r\n")

    def place(self, row: int, column: int, name: str = "") -> Place:
        cell = f"{get_column_letter(column)}{row}"
        return Place(self.file, line=row, column=name, sheet=self.title, cell=cell)

    def rows(self) -> dict[int, dict[int, BookCell]]:
        """Row → column → cell, in order."""
        found: dict[int, dict[int, BookCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of one workbook, in its order."""

    file: str
    sheets: tuple[BookSheet, ...] = field(default=())

    def sheet(self, title: str) -> BookSheet | None:
        return next((s for s in self.sheets if s.title == title), None)


def read_book(file: str, content: bytes) -> tuple[Book | None, list[Finding]]:
    """The workbook, or None and why. Never raises on bad data."""
    code = zipguard.fault(content)
    if code:
        return None, [_fault(code, file)]
    try:
        typed, computed = (xlsxfile.sheets(content, formulas=f) for f in (True, False))
        if sum(len(sheet._cells) for sheet in typed) > MOST_CELLS:
            return None, [_fault("workbook_too_large", file)]
        return of_sheets(file, content, list(zip(typed, computed, strict=True))), []
    except MemoryError:
        return None, [_fault("workbook_too_large", file)]
    except Exception as error:  # openpyxl raises whatever its parts raise
        return None, [_fault("workbook_damaged", file, type(error).__name__)]


def of_sheets(file: str, content: bytes, pairs: list[tuple[Worksheet, Worksheet]]) -> Book:
    """From sheets that were read already, once with formulas and once with results."""
    objects = _objects(content)
    return Book(file, tuple(_sheet(file, one, other, objects) for one, other in pairs))


def _sheet(
    file: str, typed: Worksheet, computed: Worksheet, objects: Mapping[str, tuple[tuple[int, int], ...]]
) -> BookSheet:
    title = str(typed.title)
    cells: dict[tuple[int, int], BookCell] = {}
    for (row, column), cell in sorted(typed._cells.items()):
        if cell.value is None:
            continue
        shown = seen(cell, computed.cell(row, column))
        if shown.kind is CellKind.EMPTY:
            continue
        place = Place(file, line=row, sheet=title, cell=f"{get_column_letter(column)}{row}")
        raw = RawCell(shown.text, place, shown.kind, shown.beside)
        cells[row, column] = BookCell(raw, row, column, cell.data_type == "f", shown.warning, _look(cell))
    return BookSheet(
        file=file,
        title=title,
        visible=typed.sheet_state == "visible",
        cells=cells,
        merged=tuple((a.min_row, a.min_col, a.max_row, a.max_col) for a in typed.merged_cells.ranges),
        hidden_rows=tuple(sorted(r for r, d in typed.row_dimensions.items() if d.hidden)),
        hidden_columns=_hidden_columns(typed),
        objects=objects.get(title, ()),
        hides_zeros=typed.sheet_view.showZeros is False,
    )


def _hidden_columns(sheet: Worksheet) -> tuple[int, ...]:
    found = {
        column
        for d in sheet.column_dimensions.values()
        if (d.hidden or not d.width) and d.min and d.max
        for column in range(d.min, min(d.max, d.min + 400) + 1)
    }
    return tuple(sorted(found))


def _look(cell: object) -> tuple[str, ...]:
    """What marks a cell out: fill, letters' colour, weight; () for an ordinary one."""
    fill, font = getattr(cell, "fill", None), getattr(cell, "font", None)
    parts = []
    if fill is not None and fill.fill_type:
        parts.append(f"fill {_colour(fill.fgColor)}")
    if font is not None and font.color is not None and (shade := _colour(font.color)) not in _PLAIN:
        parts.append(f"colour {shade}")
    if font is not None and font.b:
        parts.append("bold")
    return tuple(parts)


_PLAIN = ("FF000000", "00000000", "theme 1", "indexed 8", "indexed 64")


def _colour(colour: object) -> str:
    kind = getattr(colour, "type", "rgb")
    return f"{kind} {getattr(colour, kind, '')}" if kind != "rgb" else str(getattr(colour, "rgb", ""))


def _objects(content: bytes) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Where drawings begin, by the title of their sheet; comments are no drawings."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        if "xl/workbook.xml" not in names:
            return {}
        sheets = _targets(package, names, "xl/workbook.xml")
        found = {}
        for title, relation in _titles(package):
            path = sheets.get(relation, "")
            if path not in names:
                continue
            drawing = _DRAWING.search(package.read(path))
            inside = _targets(package, names, path).get(drawing.group(1).decode(), "") if drawing else ""
            if inside in names:
                anchors = _ANCHOR.findall(package.read(inside))
                found[title] = tuple((int(r) + 1, int(c) + 1) for c, r in anchors)
        return found


def _titles(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Sheet titles with the ids of their parts."""
    found = []
    for tag in re.findall(rb"<sheet\b[^>]*>", package.read("xl/workbook.xml")):
        name, relation = (
            re.search(p, tag) for p in (rb"\bname\s*=\s*\"([^\"]*)\"", rb"\br:id\s*=\s*\"([^\"]*)\"")
        )
        if name and relation:
            found.append((_unescape(name.group(1).decode("utf-8", "replace")), relation.group(1).decode()))
    return found


def _targets(package: zipfile.ZipFile, names: set[str], path: str) -> dict[str, str]:
    """Relation id → part, of one part."""
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = {}
    for tag in _RELATION.findall(package.read(relations)):
        key, target = (
            re.search(p, tag) for p in (rb"\bId\s*=\s*\"([^\"]*)\"", rb"\bTarget\s*=\s*\"([^\"]*)\"")
        )
        if key and target:
            found[key.group(1).decode()] = posixpath.normpath(
                posixpath.join("/", folder, target.group(1).decode("utf-8", "replace"))
            ).lstrip("/")
    return found


def _unescape(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text


def _fault(code: str, file: str, value: str = "") -> Finding:
    return Finding(Severity.REJECTED, code, Place(file), value)
