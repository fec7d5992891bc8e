"""Published layouts become the same table, and a table that cannot be right is refused."""

from __future__ import annotations

import io

import openpyxl
import pytest

from generator.findings import Severity
from generator.importers.io_table import normalised
from generator.load.grid import read_grid
from generator.parse.io_table import ReadTable, read_table, sector_at
from tests.io_tables import ABOUT, GERMANY, JAPAN, SMALL, grids, official, table


def read(content: bytes | str, **about: str) -> ReadTable:
    return read_table(grids(content), ABOUT | about)


def codes(found: ReadTable, severity: Severity = Severity.REJECTED) -> list[str]:
    return [f.code for f in found.findings if f.severity is severity]


def test_long_and_wide_csv_are_the_same_table() -> None:
    """And so are the Japanese and the English one, but for the names."""
    wide = table(official(JAPAN))
    long = table(official(JAPAN.replace("_wider", "")))
    english = table(official(JAPAN.replace("_ja", "")))
    assert long.sectors == wide.sectors and long.codes == wide.codes == english.codes
    for other in (long, english):
        assert (other.inputs, other.wages, other.demand, other.exports, other.imports, other.output) == (
            *(wide.inputs, wide.wages, wide.demand, wide.exports, wide.imports, wide.output),
        )


def test_germany_is_accepted_with_a_warning() -> None:
    """Manufacturing prints 1,079,400 as a row and 1,079,446 as a column total: the column counts."""
    found = read(official(GERMANY))
    (warning,) = found.findings
    assert (warning.severity, warning.code) == (Severity.WARNING, "io_slightly_unbalanced")
    assert warning.value == "Manufacturing group" and found.table is not None
    assert found.table.output[1] == 1079446 and found.table.domestic
    assert found.table.employment is not None and sum(found.table.employment) == 36428


def test_a_table_off_by_more_is_refused_with_the_sector_named() -> None:
    """One cell of construction changed by a tenth."""
    text = (
        official(GERMANY)
        .decode()
        .replace(
            "cpa_f,Construction group,3,10,construction_group,426,7334,3875",
            "cpa_f,Construction group,3,10,construction_group,426,7334,5875",
        )
    )
    found = read(text)
    refused = [f.value for f in found.findings if f.code == "io_unbalanced"]
    assert refused == ["Construction group"] and found.table is None


def test_prefecture_sheet() -> None:
    """Titles, codes, sums and remarks are told apart from what counts."""
    small = table(SMALL)
    assert (small.sectors, small.codes) == (("農林業", "サービス業"), ("01", "02"))
    assert small.inputs == ((10, 20), (30, 60)) and small.output == (100, 200)
    assert small.demand == (50, 170) and small.private_consumption == (50, 165)
    assert small.exports == (40, 20) and small.imports == (20, 80)
    assert small.wages == (19, 86) and small.value_added == (60, 120)
    assert small.employment == (10, 25) and small.unit == "百万円"


def test_year_and_unit_are_read_from_the_titles() -> None:
    """What is given by hand beats them; the source must always be given."""
    found = read_table(grids(SMALL), {"source": "○○県"})
    assert found.table is not None and (found.table.year, found.table.unit) == ("平成27年", "百万円")
    assert "io_about_missing" in codes(read_table(grids(SMALL)))


def workbook(*sheets: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, text in enumerate(sheets):
        sheet = book.create_sheet(f"表{n + 1}")
        for line in text.strip().splitlines():
            cells = [c.strip() for c in line.split(",")]
            sheet.append(
                [
                    float(c) if c.lstrip("-").isdigit() and len(c) > 0 and c not in ("01", "02") else c
                    for c in cells
                ]
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_excel_form_is_the_same() -> None:
    """Sheets without a table are passed over; of two tables one must be chosen."""
    found, faults = read_grid("t.xlsx", workbook("表紙", SMALL))
    assert faults == []
    read_one = read_table(found, ABOUT)
    assert read_one.table is not None and read_one.table.inputs == table(SMALL).inputs
    two, _ = read_grid("t.xlsx", workbook(SMALL, SMALL))
    assert codes(read_table(two, ABOUT)) == ["io_several_sheets"]
    assert read_table(two, ABOUT, "表2").table is not None


@pytest.mark.parametrize("source", ["small", JAPAN, GERMANY])
def test_the_normalised_csv_is_the_same_table(source: str) -> None:
    """What the importer writes is read back without loss, and written again byte for byte."""
    content = SMALL.encode() if source == "small" else official(source)
    written, made, _ = normalised("t.csv", content, ABOUT)
    assert written is not None and made is not None
    again = table(written)
    for name in (
        "sectors",
        "codes",
        "inputs",
        "output",
        "wages",
        "demand",
        "exports",
        "imports",
        "employment",
    ):
        assert getattr(again, name) == getattr(made, name), name
    assert (again.year, again.unit, again.source) == (made.year, made.unit, made.source)
    assert normalised("t.csv", written)[0] == written


FAULTS = {
    "io_sectors_differ": SMALL.replace("02,サービス業,30", "02,サービス,30"),
    "io_sector_repeated": SMALL.replace("サービス業", "農林業"),
    "io_not_number": SMALL.replace(",30,60,", ",30,六十,"),
    "io_unbalanced": SMALL.replace(",30,60,", ",30,61,"),
    "io_role_missing": SMALL.replace("雇用者所得", "人への支払い"),
    "io_layout_unknown": "a,b\n1,2\n",
    "io_kind_unknown": "row_kind,row_code,row,column_kind,column_code,column,value\nfarm,,a,industry,,a,1\n",
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault(code: str) -> None:
    """Each is rejected under its own name, and no table comes of it."""
    found = read(FAULTS[code])
    assert code in codes(found) and found.table is None


def test_imports_beyond_demand_are_told() -> None:
    """Re-exports make a self-sufficiency below zero: possible, and worth knowing."""
    text = SMALL.replace("40,120,-20,70,100", "120,200,-100,70,100")
    found = read(text)
    assert codes(found) == [] and codes(found, Severity.WARNING) == ["io_self_sufficiency_outside"]


def test_sectors_are_found_by_name_or_code() -> None:
    """Spaces and width do not count; likeness does not help."""
    small = table(SMALL)
    assert sector_at(small, " サービス業") == sector_at(small, "02") == 1
    assert sector_at(small, "サービス") is None
