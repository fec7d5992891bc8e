"""Workbooks: what a cell shows, what is refused before opening, and what is said of the sheet."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import SHEET, altered, book, with_e2

from generator.findings import Finding
from generator.load import CellKind, RawCell, RawTable, Role
from generator.load.xlsxfile import read_xlsx


def read(content: bytes) -> tuple[tuple[RawTable, ...], list[Finding]]:
    return read_xlsx("data/values/v.xlsx", content, Role.VALUES)


def e2(content: bytes) -> RawCell:
    (table,), _ = read(content)
    return table.rows[0].cells[4]


def codes(content: bytes) -> list[tuple[str, str]]:
    return [(f.code, f.place.cell) for f in read(content)[1]]


def formatted(value: Any, number_format: str = "General") -> bytes:
    def edit(sheet: Worksheet) -> None:
        sheet["E2"] = value
        sheet["E2"].number_format = number_format

    return book(edit)


@pytest.mark.parametrize(
    ("value", "number_format", "text", "kind"),
    [
        (447, "General", "447", CellKind.NUMBER),
        (447.0, "General", "447", CellKind.NUMBER),
        (0.1 + 0.2, "General", "0.3", CellKind.NUMBER),
        (96.249, "0.0", "96.249", CellKind.NUMBER),
        (9007199254740991, "0", "9007199254740991", CellKind.NUMBER),
        (0.962, "0.0%", "96.2%", CellKind.PERCENT),
        (0.07, "0%", "7%", CellKind.PERCENT),
        (-3, '#,##0;"▲ "#,##0', "-3", CellKind.NUMBER),
        (447, '0"件"', "447", CellKind.NUMBER),
        (447, "_(* #,##0_);_(* (#,##0);_(@_)", "447", CellKind.NUMBER),
        (4.47e2, "0.00E+00", "447", CellKind.NUMBER),
        ("４４７", "@", "４４７", CellKind.TEXT),
        (True, "General", "TRUE", CellKind.BOOLEAN),
        (date(2025, 3, 31), "yyyy-mm-dd", "2025-03-31", CellKind.DATE),
        (45747, '[$-ja-JP]ggge"年度"', "45747", CellKind.DATE),
        ("#DIV/0!", "General", "#DIV/0!", CellKind.ERROR),
        ("=SUM(1,2)", "General", "=SUM(1,2)", CellKind.FORMULA),
    ],
)
def test_what_a_cell_shows(value: Any, number_format: str, text: str, kind: CellKind) -> None:
    """A number is its shortest decimal, a percent format its shown percentage; the rest is named."""
    cell = e2(formatted(value, number_format))
    assert (cell.text, cell.kind) == (text, kind)
    assert (cell.place.sheet, cell.place.cell, cell.place.column) == ("data", "E2", "actual")


@pytest.mark.parametrize(("value", "number_format"), [(447000, "#,##0,"), (447000000, "#,##0,,")])
def test_formats_that_scale_are_held(value: float, number_format: str) -> None:
    """A format that divides by thousands makes the stored and the seen value differ."""
    assert codes(formatted(value, number_format)) == [("cell_format_scales", "E2")]


def test_stored_results_of_formulas() -> None:
    """A stored result is read with a warning; one from another workbook, or none, is not."""
    own = with_e2('<c r="E2"><f>400+47</f><v>447</v></c>')
    assert (e2(own).text, e2(own).kind, codes(own)) == ("447", CellKind.NUMBER, [("cell_is_formula", "E2")])
    for formula in ("[1]S!A1", "TODAY()", "RAND()", "cmd|' /C calc'!A0"):
        assert e2(with_e2(f'<c r="E2"><f>{formula}</f><v>447</v></c>')).kind is CellKind.FORMULA


def test_struck_through_whole_and_in_part() -> None:
    """A value that was deleted by a line is named, also when only a part is struck."""

    def whole(sheet: Worksheet) -> None:
        sheet["E2"].font = Font(strike=True)

    def part(sheet: Worksheet) -> None:
        sheet["E2"] = CellRichText("4", TextBlock(InlineFont(strike=True), "4"), "7")

    assert e2(book(whole)).kind is e2(book(part)).kind is CellKind.STRUCK


def test_comments_are_never_read() -> None:
    """What stands in a comment is in no cell and no finding."""

    def edit(sheet: Worksheet) -> None:
        sheet["E2"].comment = Comment("090-0000-0000", "x")

    assert "090" not in repr(read(book(edit)))


def test_hidden_and_merged() -> None:
    """Hidden columns and rows are read with a warning, merged cells of data are refused."""

    def edit(sheet: Worksheet) -> None:
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("C2:C3")

    assert codes(book(edit)) == [("column_hidden", "D1"), ("rows_hidden", "A3"), ("cells_merged", "C2")]


def test_every_sheet_is_tried() -> None:
    """A cover sheet is passed over; two sheets with the header are both read."""

    def edit(sheet: Worksheet) -> None:
        workbook = sheet.parent
        assert isinstance(workbook, openpyxl.Workbook)
        workbook.create_sheet("表紙", 0)["A1"] = "事業報告"
        workbook.copy_worksheet(sheet).title = "二つめ"

    tables, findings = read(book(edit))
    assert [table.sheet for table in tables] == ["data", "二つめ"]
    assert findings == []


def test_hidden_sheets_are_not_read() -> None:
    """A hidden sheet is left out and said; where nothing else is there, it is a fault."""

    def edit(sheet: Worksheet) -> None:
        workbook = sheet.parent
        assert isinstance(workbook, openpyxl.Workbook)
        sheet.sheet_state = "hidden"
        workbook.create_sheet("x")

    tables, findings = read(book(edit))
    assert tables == ()
    assert [(f.code, f.severity.value) for f in findings] == [("sheet_hidden", "rejected")]


@pytest.mark.parametrize("dimension", [b"A1:B2", b"A1:XFD1048576"])
def test_declared_size_is_not_believed(dimension: bytes) -> None:
    """A false <dimension> neither cuts the sheet nor makes millions of cells."""

    def lie(data: bytes) -> bytes:
        start = data.index(b'<dimension ref="') + 16
        return data[:start] + dimension + data[data.index(b'"', start) :]

    (table,), _ = read(altered(SHEET, lie))
    assert len(table.rows) == 2
    assert table.rows[0].cells[4].text == "447"


def test_far_cells_cost_nothing() -> None:
    """One cell in the last corner of the sheet does not make the cells before it."""

    def edit(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "x"

    (table,), _ = read(book(edit))
    assert [row.line for row in table.rows] == [2, 3, 1048576]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"PK\x03\x04 and no more", "workbook_damaged"),
        (b"<html><table></table></html>", "file_is_html"),
        (b"version https://git-lfs.github.com/spec/v1\n", "file_is_lfs_pointer"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "workbook_is_xls"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "workbook_locked"),
        (altered(SHEET, lambda d: b'<!DOCTYPE x [<!ENTITY a "b">]>' + d), "workbook_has_entities"),
        (altered(SHEET, lambda d: d + b" " * 50_000_000), "workbook_too_large"),
        (altered("xl/workbook.xml", lambda d: d[:50]), "workbook_damaged"),
        (with_e2('<c r="E2"><v>abc</v></c>'), "workbook_damaged"),
    ],
)
def test_refused_before_or_while_opening(content: bytes, code: str) -> None:
    """Bombs, locked, old, foreign and broken files are named and give no table."""
    tables, findings = read(content)
    assert tables == ()
    assert [f.code for f in findings] == [code]


def test_macros_are_refused() -> None:
    """A workbook with macros is refused whatever its name says."""
    out = io.BytesIO(book())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    assert codes(out.getvalue()) == [("workbook_has_macros", "")]


def test_damaged_bytes_never_raise_nor_lose_rows() -> None:
    """Whatever bytes are flipped, the workbook is refused or all of its rows are there."""
    chance, whole = random.Random(7), book()
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        tables, findings = read(bytes(content))
        assert findings or [len(table.rows) for table in tables] == [2]
