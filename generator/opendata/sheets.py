"""/data/<name>.xlsx: the rows of the CSV for people, with real numbers and a sheet of notes.

Codes are words here, headings too; the notes name the CSV's column beside each. Every text is written as
text: there is no formula and no link. The same data gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from unicodedata import east_asian_width

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator import downloads, ledger
from generator.downloads import Cells
from generator.model import Artefact
from generator.opendata.about import Column, Data, Table
from generator.opendata.notes import notes

FONT = "BIZ UDPGothic"
_OPTIONS = {
    "in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
}  # fmt: skip
WIDTHS = {
    "indicator_id": 12, "number": 6, "name": 34, "fiscal_year": 8, "period": 9, "area_kind": 8, "area": 22,
    "measure": 12, "raw": 15, "shown": 13, "unit": 8, "status": 10, "reason": 26, "grade": 6,
    "provisional": 7, "reference_only": 8, "sample": 9, "revision": 8, "revised_on": 12, "source": 30,
    "src": 34,
}  # fmt: skip
_BY_WIDTH = 16
FROZEN = 4
"""Columns that stay while one scrolls: number, name and year of a row."""
_NOTE_WIDTHS = (22, 24, 80)
_LINE, _TALLEST = 13, 400
"""Points of one line of text; of the tallest row (Excel ends at 409)."""


def build(data: Data) -> list[Artefact]:
    """The workbook of every table."""
    changed = downloads.revised(ledger.corrections(data.project, data.results))
    return [_artefact(data, table, changed) for table in data.tables()]


def _artefact(data: Data, table: Table, changed: downloads.Revised) -> Artefact:
    rows = (row for result in table.results for row in downloads.rows_of(data.project, result, changed))
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _OPTIONS)
    made = datetime.combine(data.stamp, time())
    book.set_properties({"title": table.title, "author": data.project.site.organization, "created": made})
    _Book(book, data, table).write(rows)
    book.close()
    return Artefact(f"{downloads.FOLDER}/{table.name}.xlsx", content.getvalue())


class _Book:
    """One workbook being written."""

    def __init__(self, book: Workbook, data: Data, table: Table) -> None:
        self.book, self.data, self.table = book, data, table
        self.columns = data.columns(table)
        self.places = {column.name: (c, column.kind) for c, column in enumerate(self.columns)}
        self.plain = self._format({})
        self.head = self._format({"bold": True, "bg_color": "#E6EBF0", "text_wrap": True, "bottom": 1})
        self.day = self._format({"num_format": "yyyy-mm-dd"})
        self.numbers: dict[str, Format] = {}
        self.words: dict[tuple[str, str], str] = {}

    def _format(self, traits: Mapping[str, object]) -> Format:
        return self.book.add_format({"font_name": FONT, "font_size": 10, "valign": "top", **traits})

    def write(self, rows: Iterable[Cells]) -> None:
        sheet = self.book.add_worksheet(self.data.word("opendata.sheet.values"))
        for c, column in enumerate(self.columns):
            sheet.set_column(c, c, WIDTHS.get(column.name, _BY_WIDTH), self.plain)
            sheet.write_string(0, c, heading(self.data, column), self.head)
        last = 0
        for last, row in enumerate(rows, start=1):
            self._row(sheet, last, row)
        sheet.freeze_panes(1, FROZEN)
        sheet.autofilter(0, 0, last, len(self.columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        self._notes()

    def _row(self, sheet: Worksheet, r: int, row: Cells) -> None:
        """Empty cells are left out: a broken-down table has many."""
        for name, written in row.items():
            if not written:
                continue
            c, kind = self.places[name]
            if kind == "number":
                sheet.write_number(r, c, float(written), self._number(row))
            elif kind in ("integer", "year"):
                sheet.write_number(r, c, int(written), self.plain)
            elif kind == "date":
                sheet.write_datetime(r, c, datetime.combine(date.fromisoformat(written), time()), self.day)
            else:
                sheet.write_string(r, c, self._word(name, written), self.plain)

    def _word(self, column: str, code: str) -> str:
        """A code as a word; any other text as it is."""
        if (column, code) not in self.words:
            self.words[column, code] = code_word(self.data, column, code)
        return self.words[column, code]

    def _number(self, row: Cells) -> Format:
        pattern = number_format(row["shown"], row["unit"])
        if pattern not in self.numbers:
            self.numbers[pattern] = self._format({"num_format": pattern})
        return self.numbers[pattern]

    def _notes(self) -> None:
        sheet = self.book.add_worksheet(self.data.word("opendata.sheet.notes"))
        wrapped = self._format({"text_wrap": True})
        for c, width in enumerate(_NOTE_WIDTHS):
            sheet.set_column(c, c, width, wrapped)
        title = self._format({"bold": True, "font_size": 12})
        r = 0
        for block in notes(self.data, self.table):
            for n, line in enumerate(block):
                for c, text in enumerate(line):
                    if text:
                        sheet.write_string(r, c, text, wrapped if n else title)
                if n:
                    sheet.set_row(r, _height(line))
                r += 1
            r += 1
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)


def _height(line: Sequence[str]) -> float:
    """Points that the cells of a line of notes take when wrapped: no programme measures it by itself."""
    lines = 1
    for text, width in zip(line, _NOTE_WIDTHS, strict=False):
        letters = sum(2 if east_asian_width(letter) in "FWA" else 1 for letter in text)
        lines = max(lines, -(-letters // (width - 2)))
    return float(min(_LINE * lines + 3, _TALLEST))


def code_word(data: Data, column: str, code: str) -> str:
    """What the code of a column is called on the pages."""
    match column:
        case "area_kind":
            return data.word(f"data.kind.{code}")
        case "measure":
            return data.word(f"data.measure.{code}")
        case "status":
            return data.word(f"status.{code}")
        case "reason":
            return data.word(f"reason.{code}")
        case "provisional" | "reference_only":
            return data.word(f"data.flag.{column}")
        case "sample":
            return data.word("sample.mark")
    return code


def heading(data: Data, column: Column) -> str:
    """What the column is called; a breakdown by the name of what it divides by."""
    if column.name.startswith("by_"):
        return column.name.removeprefix("by_")
    return data.word(f"data.head.{column.name}")


def number_format(shown: str, unit: str) -> str:
    """The format in which a spreadsheet shows the raw value as the pages do: as many places, grouped; a
    ratio as a percentage, a value whose unit is percent with its sign."""
    places = len(shown.rstrip("%").partition(".")[2])
    pattern = "#,##0" + ("." + "0" * places if places else "")
    if not shown.endswith("%"):
        return pattern
    return f'{pattern}"%"' if unit in ("%", "％") else f"{pattern}%"
