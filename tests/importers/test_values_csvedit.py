"""Editing a text table: what was not asked for stays, byte for byte."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from generator.importers.values.csvedit import CsvEdit, NotInEncoding
from generator.workbook import headings
from tests.workbook import villages

COLUMNS = ["indicator_id", "fiscal_year", "society", "target", "actual", "note"]
TEXT = """indicator_id,fiscal_year,society,target,actual,note
A,2024,あおば,1,"1,200","前 ""引用"" 後"

A , 2025 ,みどり,,4,"二行の
備考"
B,R7,髙みの,"",５,
"""


def edited(content: bytes, *changes: tuple[int, dict[str, str]], columns: list[str] = COLUMNS) -> CsvEdit:
    edit = CsvEdit.of(content, columns, 1)
    for line, cells in changes:
        edit.change(line, cells)
    return edit


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (b"", "cp932"),
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)  # fmt: skip
def test_one_cell_changes_and_nothing_else(newline: str, delimiter: str, mark: bytes, encoding: str) -> None:
    """In every encoding, with every line end and separator; blank lines and quotes stay."""
    text = TEXT.replace("1,200", "1 200").replace(",", delimiter).replace("\n", newline)
    content = mark + text.encode(encoding)
    assert edited(content).content() == content
    changed = edited(content, (4, {"actual": "41"}), (6, {"actual": "7"})).content()
    expected = text.replace(f"{delimiter}4{delimiter}", f"{delimiter}41{delimiter}").replace("５", "7")
    assert changed == mark + expected.encode(encoding)


def test_a_quoted_cell_is_replaced_with_its_quotes() -> None:
    """1,200 in quotes becomes a plain number; a text that needs quotes gets them."""
    changed = edited(TEXT.encode(), (2, {"actual": "1300", "note": 'a, "b"'})).content().decode()
    assert 'A,2024,あおば,1,1300,"a, ""b"""\n' in changed


def test_a_row_goes_to_the_end_with_the_files_own_line_end() -> None:
    """A file without a last line end gets one first; columns the row lacks are empty."""
    edit = edited(TEXT.replace("\n", "\r\n").rstrip().encode())
    edit.add({"indicator_id": "C", "fiscal_year": "2025", "actual": "9"})
    assert edit.content().decode().endswith("５,\r\nC,2025,,,9,\r\n")


def test_a_missing_column_is_added_to_every_row() -> None:
    """Only where a value has no other place; blank lines stay blank."""
    edit = edited(TEXT.encode(), (2, {"status": "provisional"}))
    edit.add({"indicator_id": "C", "actual": "9"})
    lines = edit.content().decode().split("\n")
    assert lines[0].endswith(",note,status")
    assert lines[1].endswith(",provisional") and lines[2] == ""
    assert lines[4] == '備考",' and lines[5].endswith(",,") and lines[6] == "C,,,,9,,"


def test_an_empty_cell_needs_no_column() -> None:
    """Clearing what is not there changes nothing."""
    assert edited(TEXT.encode(), (2, {"status": ""})).content() == TEXT.encode()


def test_a_character_that_the_encoding_lacks_is_named() -> None:
    """cp932 has no 𠮷; the file is not turned into another encoding behind anyone's back."""
    with pytest.raises(NotInEncoding) as fault:
        edited(TEXT.encode("cp932"), (2, {"note": "𠮷野"})).content()
    assert fault.value.character == "𠮷"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("cp932"),
        lambda text: codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
        lambda text: ("計画の値\n\n" + text).encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.replace(",", "\t").replace('"公園\t 川辺"', "公園 川辺").encode(),
    ],
)
def test_an_import_into_such_a_file_says_what_was_typed(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    """The whole way: excel's cp932, a mark, a title above, no last line end, tabs."""
    folder = villages.project(tmp_path / "p", change(villages.VALUES))
    answers = {
        ("BEDS", headings.ACTUAL): 13,
        ("COST", headings.ACTUAL): 121.25,
        ("COST", headings.NOTE): "a, b",
    }
    book = villages.filled(villages.forms(folder)["aoba"], answers)
    villages.imported(folder, villages.saved(tmp_path, "a.xlsx", book))
    got = {
        (o.indicator_id, o.society): o
        for o in villages.ground(folder).project.observations
        if o.fiscal_year == 2025
    }
    assert str(got["BEDS", "あおば会"].actual) == "13" and got["BEDS", "あおば会"].target == 14
    assert (str(got["COST", "あおば会"].actual), got["COST", "あおば会"].note) == ("121.25", "a, b")


def test_the_smallest_file_gets_the_columns_it_needs(tmp_path: Path) -> None:
    """Five columns, and an answer with parts, a state and a note."""
    small = (
        "indicator_id,fiscal_year,society,target,actual\nCOST,2024,あおば会,,120\nCOST,2025,あおば会,100,\n"
    )
    folder = villages.project(tmp_path / "p", small)
    answers = {("COST", headings.STATUS): "測定不能", ("COST", headings.NOTE): "故障"}
    book = villages.filled(villages.forms(folder)["aoba"], answers)
    villages.imported(folder, villages.saved(tmp_path, "a.xlsx", book))
    assert (folder / "data/values/club.csv").read_text("utf-8") == (
        "indicator_id,fiscal_year,society,target,actual,status,note\nCOST,2024,あおば会,,120,,\n"
        "COST,2025,あおば会,100,,not_measurable,故障\n"
    )
