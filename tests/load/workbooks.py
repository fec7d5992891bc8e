"""Workbooks made in memory, and parts of them altered as no spreadsheet would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEADER = ("indicator_id", "fiscal_year", "society", "target", "actual")
ROWS = (("A", 2024, "あおば商工会", 1, 447), ("A", 2025, "みどり商工会", 3, 4))
SHEET = "xl/worksheets/sheet1.xml"


def book(edit: Callable[[Worksheet], None] = lambda sheet: None) -> bytes:
    """A workbook with the two rows on a sheet called data, after `edit`."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "data"
    for row in (HEADER, *ROWS):
        sheet.append(row)
    edit(sheet)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def altered(part: str, change: Callable[[bytes], bytes], content: bytes | None = None) -> bytes:
    """The workbook with the bytes of one part changed; the part must exist."""
    source = zipfile.ZipFile(io.BytesIO(content or book()))
    assert part in source.namelist()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == part else data)
    return out.getvalue()


def with_e2(xml: str) -> bytes:
    """The workbook with the XML of cell E2 replaced."""

    def change(data: bytes) -> bytes:
        start = data.index(b'<c r="E2"')
        end = data.index(b"</c>", start) + 4
        return data[:start] + xml.encode() + data[end:]

    return altered(SHEET, change)
