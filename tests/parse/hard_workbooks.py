"""The base table as a workbook, with one thing in it that people or programs do to workbooks."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from bad_project import CASES
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def book(edit: Callable[[Worksheet], Any] = lambda sheet: None) -> bytes:
    """The base table on a sheet called data, numbers as numbers, after `edit`."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "data"
    with (CASES / "base" / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            sheet.append([_typed(text) for text in row])
    edit(sheet)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _typed(text: str) -> str | int | float:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def e5(value: Any, number_format: str = "General", **style: Any) -> bytes:
    """The workbook with this value, format and style in E5 (447 件 in the base table)."""

    def edit(sheet: Worksheet) -> None:
        sheet["E5"] = value
        sheet["E5"].number_format = number_format
        for name, given in style.items():
            setattr(sheet["E5"], name, given)

    return book(edit)


def e5_xml(xml: str) -> bytes:
    """The workbook with the XML of cell E5 replaced."""

    def change(data: bytes) -> bytes:
        start = data.index(b'<c r="E5"')
        return data[:start] + xml.encode() + data[data.index(b"</c>", start) + 4 :]

    return repacked({SHEET: change})


def repacked(
    changes: Mapping[str, Callable[[bytes], bytes]] | None = None,
    added: Mapping[str, bytes] | None = None,
    dropped: tuple[str, ...] = (),
) -> bytes:
    """The workbook with parts changed, added and left out."""
    source = zipfile.ZipFile(io.BytesIO(book()))
    assert set(changes or {}) | set(dropped) <= set(source.namelist())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            change = (changes or {}).get(name, lambda data: data)
            if name not in dropped:
                target.writestr(name, change(source.read(name)))
        for name, data in (added or {}).items():
            target.writestr(name, data)
    return out.getvalue()
