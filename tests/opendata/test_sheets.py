"""Workbooks hold the rows of the CSV: numbers as numbers, text as text, no formula."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.opendata.sheets import FROZEN, number_format
from tests.opendata.made import FOLDERS, computed, files_of, published, rows_of
from tests.test_downloads import files_of as csv_of


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("name", ["smallest", "garden"])
def test_values_are_those_of_the_csv(name: str) -> None:
    """Row by row the same number, and the same text shown beside it."""
    files = published(name)
    for path in (p for p in files if p.endswith(".xlsx")):
        sheet = book(files[path]).worksheets[0]
        head, *lines = sheet.iter_rows(values_only=True)
        rows = rows_of(files[path.replace(".xlsx", ".csv")])
        assert len(lines) == len(rows)
        value, shown, year = head.index("値"), head.index("表示"), FROZEN - 1
        for line, row in zip(lines, rows, strict=True):
            assert line[value] is None if not row["raw"] else float(row["raw"]) == line[value]
            assert (line[shown] or "") == row["shown"]
            assert line[year] == int(row["fiscal_year"])


@pytest.mark.parametrize("name", FOLDERS)
def test_no_formula_and_no_link(name: str) -> None:
    """No cell is computed and none leads anywhere."""
    files = published(name)
    for path in [p for p in files if p.endswith(".xlsx")]:
        with zipfile.ZipFile(io.BytesIO(files[path])) as archive:
            sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
            for sheet in sheets:
                content = archive.read(sheet)
                assert b"<f>" not in content
                assert b"<hyperlink" not in content


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """A name that looks like a formula is a text cell, guarded as in the CSV."""
    folder = Path(shutil.copytree(FOLDERS["smallest"], tmp_path / "smallest"))
    path = folder / "data/indicators.yml"
    path.write_text(
        path.read_text("utf-8").replace("name: 花だんの数", "name: '=HYPERLINK(\"http://x\")'"), "utf-8"
    )
    assert b"'=HYPERLINK" in csv_of(folder)["data/all.csv"]
    for sheet in book(files_of(*computed(folder))["data/all.xlsx"]).worksheets:
        cells = [c for line in sheet.iter_rows() for c in line if "HYPERLINK" in str(c.value)]
        assert cells
        assert {c.data_type for c in cells} == {"s"}


def test_the_sheet_is_made_for_reading() -> None:
    """Heading frozen, filter over all rows, and a sheet of notes with what one must know."""
    made = book(published("own")["data/K07.xlsx"])
    values, notes = made.worksheets
    assert values.freeze_panes == "E2"
    assert values.auto_filter.ref == values.dimensions
    told = {line[0]: line[2] for line in notes.iter_rows(values_only=True) if line[0] and line[2]}
    assert {"サンプル", "定義", "単位", "出典", "利用条件", "引用のしかた", "公開した日"} <= set(told)
    assert "creativecommons.org/licenses/by/4.0" in told["利用条件"]


def test_the_same_data_gives_the_same_bytes() -> None:
    """Neither clock nor chance is in a workbook or the archive of all."""
    again = files_of(*computed(FOLDERS["garden"]))
    assert again == published("garden")
    assert book(again["data/all.xlsx"]).properties.created < datetime(2025, 1, 1)


@pytest.mark.parametrize(
    ("shown", "unit", "expected"),
    [
        ("12,345", "件", "#,##0"),
        ("−4.25", "件", "#,##0.00"),
        ("57.9%", "%", '#,##0.0"%"'),
        ("102.9%", "", "#,##0.0%"),
        ("99.97%", "", "#,##0.00%"),
    ],
)
def test_numbers_are_shown_as_on_the_pages(shown: str, unit: str, expected: str) -> None:
    """As many places as the page shows; a ratio in percent, a percentage with its sign."""
    assert number_format(shown, unit) == expected


def test_the_archive_holds_every_table() -> None:
    """all.zip: each CSV byte for byte, the descriptions, the workbook of all and a text."""
    files = published("garden")
    with zipfile.ZipFile(io.BytesIO(files["data/all.zip"])) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        for path in (p for p in files if p.startswith("data/") and p.endswith(".csv")):
            assert archive.read(path.removeprefix("data/")) == files[path]
        assert {"datapackage.json", "all.csv-metadata.json", "all.xlsx", "README.txt"} < set(names)
        readme = archive.read("README.txt").decode("utf-8-sig")
    assert "CC BY" in readme or "http" in readme


def test_raw_is_exactly_the_api() -> None:
    """Every number of all.csv is a number of the API, to the last digit."""
    files = published("own")
    api: set[tuple[str, str]] = set()
    for path in (p for p in files if re.match(r"api/v1/indicators/.*\.json", p)):
        text = json.loads(files[path])
        stack: list[Any] = [text]
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                if isinstance(node.get("raw"), str):
                    api.add((node["raw"], node["shown"]))
                stack += node.values()
            elif isinstance(node, list):
                stack += node
    rows = [r for r in rows_of(files["data/all.csv"]) if r["raw"]]
    assert len(rows) > 1000
    assert [r for r in rows if (r["raw"], r["shown"]) not in api] == []
    assert all(format(Decimal(r["raw"]), "f") == r["raw"] for r in rows)
