"""The UK's 204 tables, if they are beside the project: every row arrives or is named."""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from generator import load, parse
from generator.findings import Severity
from generator.importers.open_sdg import ImportReport, import_open_sdg
from tests.importers.repositories import values

UK = Path(__file__).parents[3] / "shared" / "cases" / "real" / "uk_ons_sdg"
pytestmark = pytest.mark.skipif(not UK.is_dir(), reason="the UK repository is not beside this clone")

NOT_CATEGORIES = {
    "Year", "Value", "Units", "Unit measure", "Unit multiplier", "Observation status", "Series", "GeoCode",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ImportReport, float]:
    """The imported project, its report, and the CPU seconds it took."""
    out = tmp_path_factory.mktemp("uk") / "project"
    started = time.process_time()
    report = import_open_sdg(UK, out, lambda stage: None)
    return out, report, time.process_time() - started


def source_rows() -> Iterator[tuple[str, int, dict[str, str]]]:
    """(file, line, cells) of every row that is not blank, read without the importer."""
    for path in sorted((UK / "data").glob("*.csv")):
        lines = path.read_text("utf-8-sig").splitlines()
        first = next(n for n, line in enumerate(lines) if line.strip())
        header = next(csv.reader([lines[first]]))
        for number, line in enumerate(lines[first + 1 :], start=first + 2):
            cells = next(csv.reader([line]), [])
            if any(cell.strip() for cell in cells):
                yield path.name, number, dict(zip(header, (c.strip() for c in cells), strict=False))


def indicator_of(file: str) -> str:
    return "SDG-" + file.removesuffix(".csv").removeprefix("indicator_").upper()


def first_year(text: str) -> str:
    found = re.search(r"\d{4}", text)
    return found.group() if found else ""


def imported_rows(out: Path, file: str) -> list[dict[str, str]]:
    """All rows of the file's indicators, also those of further units."""
    base = indicator_of(file)
    paths = (out / "data" / "values").glob(f"{base}*.csv")
    names = sorted(p.stem for p in paths if re.fullmatch(rf"{re.escape(base)}(-UNIT-\d+)?", p.stem))
    return [row for name in names for row in values(out, name)]


def named_rows(report: ImportReport) -> set[tuple[str, int]]:
    """(file, line) of every row that the report names."""
    named = {(f.file.removeprefix("data/"), f.line) for f in report.findings if f.line}
    both = (f for f in report.findings if f.code == "rows_contradict")
    return named | {(f.file.removeprefix("data/"), int(f.other)) for f in both}


def test_every_source_row_is_there_or_named(project: tuple[Path, ImportReport, float]) -> None:
    """Each row of the 204 files: the same exact decimal in the same year with the same categories,
    or a line of the report that names it."""
    out, report, _ = project
    named = named_rows(report)
    arrived: dict[str, Counter[tuple[str, Decimal | None]]] = {}
    checked = 0
    for file, line, cells in source_rows():
        if file not in arrived:
            rows = imported_rows(out, file)
            arrived[file] = Counter(
                (r["fiscal_year"], Decimal(r["actual"]) if r["actual"] else None) for r in rows
            )
        checked += 1
        if (file, line) in named:
            continue
        value = cells.get("Value", "")
        key = (first_year(cells["Year"]), Decimal(value) if value else None)
        arrived[file][key] -= 1
        assert arrived[file][key] >= 0, (file, line, cells)
    assert checked == report.rows_read == 18437


def test_categories_of_each_row_arrive_whole(project: tuple[Path, ImportReport, float]) -> None:
    """A figure keeps all its categories: none is dropped but those every row of its unit has, or
    that the metadata choose as the headline."""
    out, report, _ = project
    named = named_rows(report)
    notices = (out / "data" / "indicators.yml").read_text("utf-8")
    known: dict[str, list[tuple[str, str, set[str]]]] = {}
    for file, line, cells in source_rows():
        if (file, line) in named:
            continue
        if file not in known:
            known[file] = [
                (r["fiscal_year"], r["actual"], {v for k, v in r.items() if k.startswith("by_") and v})
                for r in imported_rows(out, file)
            ]
        wanted = {f"{k}: {v}": " ".join(v.split()) for k, v in cells.items() if k not in NOT_CATEGORIES and v}
        must = {v for told, v in wanted.items() if told not in notices}
        value = f"{Decimal(cells['Value']):f}" if cells.get("Value") else ""
        same = [c for y, a, c in known[file] if y == first_year(cells["Year"]) and a == value]
        assert any(must <= c for c in same), (file, line, cells)


def test_no_row_is_counted_twice_or_lost(project: tuple[Path, ImportReport, float]) -> None:
    """The report's counts add up, and keys of a values file are unique."""
    out, report, _ = project
    assert report.rows_read == (
        report.rows_written + report.rows_merged + report.rows_as_notice + report.rows_left_out
    )
    assert report.files == 204 and report.rows_left_out == 0
    for path in sorted((out / "data" / "values").iterdir()):
        keys = Counter(
            tuple(v for k, v in row.items() if k == "fiscal_year" or k.startswith("by_"))
            for row in values(out, path.stem)
        )
        assert max(keys.values()) == 1, path.name


def test_the_project_is_read_back_whole(project: tuple[Path, ImportReport, float]) -> None:
    """Our own reader rejects nothing, and finds every row with the very same decimal."""
    out, report, _ = project
    parsed = parse.parse_project(load.load_project(out))
    assert [f for f in parsed.findings if f.severity is Severity.REJECTED] == []
    assert parsed.project is not None and len(parsed.project.observations) == report.rows_written
    written = {(o.file, o.row): o for o in parsed.project.observations}
    for path in sorted((out / "data" / "values").iterdir()):
        for line, row in enumerate(values(out, path.stem), start=2):
            read = written[f"data/values/{path.name}", line]
            assert (str(read.actual) if read.actual is not None else "") == row["actual"], (path.name, line)
            assert str(read.fiscal_year) == row["fiscal_year"] and read.period == row["period"]


def test_import_is_quick(project: tuple[Path, ImportReport, float]) -> None:
    """Reading and writing 204 indicators takes a few seconds of CPU, far below the 37 s that Open
    SDG's own data stage needs (3 s here leaves room for a slow machine)."""
    assert project[2] < 6


def test_flags_become_states(project: tuple[Path, ImportReport, float]) -> None:
    """Suppressed, missing, provisional and break flags of the source are states of the project."""
    out, _, _ = project
    states: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for path in (out / "data" / "values").iterdir():
        states.update(row["status"] for row in values(out, path.stem))
    for _, _, cells in source_rows():
        flag = cells.get("Observation status", "").lower()
        wanted["suppressed"] += "suppressed" in flag
        wanted["provisional"] += "provisional" in flag and bool(cells["Value"])
    assert states["suppressed"] == wanted["suppressed"] > 0
    assert states["provisional"] == wanted["provisional"] > 0
    assert "Time series break" in (out / "data" / "indicators.yml").read_text("utf-8")
