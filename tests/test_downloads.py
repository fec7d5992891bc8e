"""The downloads: every published value a row, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from generator import downloads, metrics
from generator.load import load_project
from generator.parse import parse_project

PROJECTS = Path(__file__).parent / "projects"


def files_of(folder: Path) -> dict[str, bytes]:
    project = parse_project(load_project(folder)).project
    assert project is not None
    return {a.path: a.content for a in downloads.build(project, metrics.compute(project))}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_excel_opens_it() -> None:
    """BOM first, and CRLF at every line's end."""
    content = files_of(PROJECTS / "garden")["data/all.csv"]
    assert content.startswith(b"\xef\xbb\xbfindicator_id,")
    assert content.count(b"\n") == content.count(b"\r\n") > 1


def test_all_is_the_sum_of_the_parts() -> None:
    """data/all.csv has the rows of every indicator's file, in the order of the plan."""
    files = files_of(PROJECTS / "garden")
    parts = [row for i in ("COMPOST", "WATER", "GUESTS") for row in rows_of(files[f"data/{i}.csv"])]
    assert rows_of(files["data/all.csv"]) == parts


def test_a_row() -> None:
    """One value a row: whose, when, what, exact and as shown, in which unit and from where."""
    row = rows_of(files_of(PROJECTS / "smallest")["data/FLOWER.csv"])[0]
    assert row["indicator_id"] == "FLOWER"
    assert (row["fiscal_year"], row["area_kind"], row["area"]) == ("2024", "federation", "花の会")
    assert (row["measure"], row["raw"], row["shown"], row["unit"]) == ("actual", "12", "12", "か所")
    assert (row["status"], row["reason"], row["grade"], row["sample"]) == ("reported", "", "A", "")
    assert row["source"] == "会員の報告"
    assert row["src"]


def test_absent_values_carry_their_reason() -> None:
    """No number: empty raw and shown, and why."""
    rows = rows_of(files_of(PROJECTS / "garden")["data/COMPOST.csv"])
    missing = [
        r for r in rows if r["area"] == "西の庭" and r["fiscal_year"] == "2013" and r["measure"] == "actual"
    ]
    assert [(r["raw"], r["shown"], r["reason"]) for r in missing] == [("", "", "not_reported")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]
)
def test_formula_text_is_neutralised(text: str) -> None:
    """Text that a spreadsheet would run gets an apostrophe."""
    assert downloads.text_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "花", "1+1", "−4", "'=1"])
def test_other_text_stays(text: str) -> None:
    """Anything else is written as it is, also a true minus sign of a shown number."""
    assert downloads.text_cell(text) == text


def test_names_like_formulas(tmp_path: Path) -> None:
    """A name and a source that look like formulas come out harmless; negative numbers stay numbers."""
    folder = Path(shutil.copytree(PROJECTS / "smallest", tmp_path / "smallest"))
    path = folder / "data/indicators.yml"
    text = path.read_text("utf-8").replace("name: 花だんの数", "name: '=HYPERLINK(1)'")
    path.write_text(text.replace("source: 会員の報告", "source: '@x'").replace("min: 0, ", ""), "utf-8")
    values = folder / "data/values/any-name.csv"
    values.write_text(values.read_text("utf-8").replace("10,12", "10,-12"), "utf-8")
    row = rows_of(files_of(folder)["data/FLOWER.csv"])[0]
    assert (row["name"], row["source"], row["raw"]) == ("'=HYPERLINK(1)", "'@x", "-12")
