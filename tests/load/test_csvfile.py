"""Text tables: encodings, separators, lines and quotes, with the place of every cell."""

from __future__ import annotations

import pytest

from generator.findings import Finding
from generator.load import RawTable, Role
from generator.load.csvfile import read_csv

HEADER = "indicator_id,fiscal_year,society,target,actual"
TEXT = f"{HEADER}\nA,2024,あおば商工会,1,2\nA,2025,みどり商工会,3,4\n"


def read(content: bytes | str) -> tuple[RawTable | None, list[Finding]]:
    return read_csv(
        "data/values/v.csv", content.encode() if isinstance(content, str) else content, Role.VALUES
    )


def cells(content: bytes | str) -> list[list[str]]:
    table, findings = read(content)
    assert table is not None, findings
    return [[cell.text for cell in row.cells] for row in table.rows]


def codes(content: bytes | str) -> list[tuple[str, int | None]]:
    return [(f.code, f.place.line) for f in read(content)[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_encodings_newlines_and_separators(encoding: str, newline: str, delimiter: str) -> None:
    """Each allowed encoding, line end and separator gives the same cells."""
    text = TEXT.replace("\n", newline).replace(",", delimiter)
    assert cells(text.encode(encoding)) == cells(TEXT)
    assert codes(text.encode(encoding)) == []


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp", "utf-32"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """What no allowed encoding fits is a finding, never a guess."""
    assert [code for code, _ in codes(TEXT.encode(encoding))] == ["encoding_unknown"]


def test_places() -> None:
    """Each cell knows its line and canonical column."""
    table, _ = read(TEXT.replace("fiscal_year", " Ｆiscal_Year "))
    assert table is not None
    place = table.rows[1].cells[1].place
    assert (place.file, place.line, place.column) == ("data/values/v.csv", 3, "fiscal_year")


def test_quoted_cells() -> None:
    """Separators, quotes and line ends inside quotes belong to the cell."""
    assert cells(f'{HEADER}\nA,2024,"a,""b""\nc","1,200",5\nA,2025,x,1,2') == [
        ["A", "2024", 'a,"b"\nc', "1,200", "5"],
        ["A", "2025", "x", "1", "2"],
    ]


def test_lines_are_counted_through_quoted_ones() -> None:
    """A row after a cell of two lines keeps its line in the file."""
    table, _ = read(f'{HEADER}\nA,2024,"a\nb",1,2\nA,2025,x,1,2')
    assert table is not None
    assert [row.line for row in table.rows] == [2, 4]


def test_unclosed_quote_names_its_line_and_loses_no_others() -> None:
    """The quote's own line is named, and the rows after it are still read."""
    text = f'{HEADER}\nA,2024,"x,1,2\nA,2025,y,3,4\n'
    assert codes(text) == [("quote_unclosed", 2)]
    assert cells(text) == [["A", "2025", "y", "3", "4"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n", "file_empty"),
        (b"version https://git-lfs.github.com/spec/v1\n", "file_is_lfs_pointer"),
        (b"PK\x03\x04", "file_is_workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "file_is_workbook"),
        (b"<!DOCTYPE html><table>", "file_is_html"),
        (b"<?xml version='1.0'?>", "file_is_html"),
        (b"%PDF-1.7", "file_is_binary"),
        (f"<<<<<<< HEAD\n{TEXT}".encode(), "file_has_conflict"),
        (b"a,b\n1,2\n", "header_missing"),
    ],
)
def test_what_is_no_table(content: bytes, code: str) -> None:
    """A file that is something else is named, and nothing of it is read."""
    table, findings = read(content)
    assert table is None
    assert [f.code for f in findings] == [code]


@pytest.mark.parametrize("delimiter", [";", "|", "，"])
def test_other_separators_are_named(delimiter: str) -> None:
    """A semicolon is seen as a separator, and asked to be a comma."""
    assert codes(TEXT.replace(",", delimiter)) == [("delimiter", 1)]


def test_title_above_the_header() -> None:
    """A title above is left out with a warning; a row of data above is a fault."""
    assert codes(f"令和6年度の実績\n\n{TEXT}") == [("rows_above_header", 1)]
    assert codes(f"A,2024,x,1,2\n{TEXT}") == [("data_above_header", 1)]
