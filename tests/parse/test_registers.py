"""Societies, target decisions and promotion projects."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from bad_project import make

from generator.load import load_project
from generator.parse import Parsed, parse_project

VALUES = "indicator_id,fiscal_year,society,target,actual\nSOGYO,2024,あおば市商工会,420,447\n"
TARGETS = "indicator_id,fiscal_year,target,decided_on,reason\n"
PROJECTS = "project_id,name,society,fiscal_year,metric,unit,direction,target,actual,cost,note\n"


def with_table(folder: Path, name: str, text: str) -> Parsed:
    make(folder)
    (folder / "data/values/v.csv").write_text(VALUES, encoding="utf-8")
    (folder / "data" / name).write_text(text, encoding="utf-8")
    return parse_project(load_project(folder))


def codes(parsed: Parsed) -> list[tuple[str, str]]:
    return [(f.code, f.place.column) for f in parsed.findings if f.severity.value == "rejected"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("北の会,north,北,3,1,28201 28202", []),
        ("北の会,,北,3,1,", [("society_slug", "slug")]),
        ("北の会,North,北,3,1,", [("society_slug", "slug")]),
        ("北の会,../x,北,3,1,", [("society_slug", "slug")]),
        ("北の会,index,北,3,1,", [("society_slug", "slug")]),
        ("北の会,aoba,北,3,1,", [("society_slug_repeated", "slug")]),
        ("あおば市　商工会,north,北,3,1,", [("society_repeated", "society")]),
        ("北の会,north,北,1,1,", [("grid_taken", "grid_col")]),
        ("北の会,north,北,3,,", [("grid_half", "grid_row")]),
        ("北の会,north,北,0,1,", [("not_whole_positive", "grid_col")]),
        ("合計,total,北,3,1,", [("row_is_total", "society")]),
        (",north,北,3,1,", [("society_empty", "society")]),
        ("北の会,north,北,3,1,2820", [("municipality_code", "municipality_codes")]),
    ],
)
def test_societies(tmp_path: Path, row: str, found: list[tuple[str, str]]) -> None:
    """Names and slugs are unique and safe; tiles are taken once; codes are codes."""
    text = "society,slug,block,grid_col,grid_row,municipality_codes\nあおば市商工会,aoba,東,1,1,\n"
    assert codes(with_table(tmp_path, "societies.csv", f"{text}{row}\n")) == found


def test_society_is_kept_as_written(tmp_path: Path) -> None:
    """髙 and 𠮷 are not folded into other characters."""
    parsed = with_table(tmp_path, "targets.csv", TARGETS + "SOGYO,2025,450,2025-04-01,当初\n")
    assert parsed.project is not None
    assert [s.name for s in parsed.project.societies][2:] == ["髙森町商工会", "𠮷野村商工会"]


def test_targets(tmp_path: Path) -> None:
    """Several decisions for one year are history; each keeps its day, reason and row."""
    rows = "SOGYO,R7,450,令和6年4月1日,当初\nSOGYO,2025,500,2025-04-01,改定\n"
    parsed = with_table(tmp_path, "targets.csv", TARGETS + rows)
    assert parsed.project is not None
    read = [(t.fiscal_year, t.target, t.decided_on, t.src) for t in parsed.project.targets]
    assert read == [
        (2025, Decimal(450), date(2024, 4, 1), "data/targets.csv#2"),
        (2025, Decimal(500), date(2025, 4, 1), "data/targets.csv#3"),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("SOGYO,2025,,2025-04-01,x", ("target_empty", "target")),
        ("SOGYO,2025,450,,x", ("decided_on_unknown", "decided_on")),
        ("SOGYO,2025,450,2025-02-30,x", ("decided_on_unknown", "decided_on")),
        ("SOGYO,2025,450,1825-04-01,x", ("decided_on_unknown", "decided_on")),
        ("SOGYO,2025,-1,2025-04-01,x", ("below_minimum", "target")),
        ("SOGYO,2025,45%,2025-04-01,x", ("percent_not_expected", "target")),
        ("SOGY0,2025,450,2025-04-01,x", ("indicator_unknown_near", "indicator_id")),
        ("SOGYO,2025,450,2025-04-01,x\nSOGYO,2025,460,2025/4/1,x", ("target_repeated", "target")),
    ],
)
def test_faulty_targets(tmp_path: Path, row: str, found: tuple[str, str]) -> None:
    """A decision needs a known indicator, a number that fits and a day that exists."""
    assert codes(with_table(tmp_path, "targets.csv", TARGETS + row + "\n")) == [found]


def test_projects(tmp_path: Path) -> None:
    """A project is read with its own unit and direction; an empty society is the federation."""
    rows = "P1,朝市,,2024,来場者,人,increase,1.2万,13000,500000,\nP1,朝市,,2025,来場者,人,increase,1,,,\n"
    parsed = with_table(tmp_path, "projects.csv", PROJECTS + rows)
    assert parsed.project is not None
    first = parsed.project.projects[0]
    assert (first.society, first.target, first.actual) == ("", Decimal(12000), Decimal(13000))
    assert first.src == "data/projects.csv#2"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("P1,朝市,北の会,2024,来場者,人,increase,1,2,,", ("society_unknown", "society")),
        ("P1,朝市,,2024,来場者,人,up,1,2,,", ("direction_unknown", "direction")),
        ("P1,,,2024,来場者,人,increase,1,2,,", ("cell_empty", "name")),
        ("P1,朝市,,2024,来場者,人,increase,1,2%,,", ("percent_not_expected", "actual")),
        ("P1,朝市,,2024,来場者,人,increase,1,2,-5,", ("below_minimum", "cost")),
        ("P1,朝市,,2031,来場者,人,increase,1,2,,", ("year_of_actual_to_come", "fiscal_year")),
    ],
)
def test_faulty_projects(tmp_path: Path, row: str, found: tuple[str, str]) -> None:
    """A project needs its name, a known society and a direction from the contract."""
    assert codes(with_table(tmp_path, "projects.csv", PROJECTS + row + "\n")) == [found]
