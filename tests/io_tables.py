"""Tables for tests: the official ones beside the project, and a small invented one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.grid import Grid, read_grid
from generator.model_impact import IoTable
from generator.parse.io_table import read_table

OFFICIAL = Path(__file__).parents[2] / "shared" / "cases" / "io"
JAPAN = "japan_2011_13sector/iotable_13sector_2011_wider_ja.csv"
GERMANY = "germany_eurostat_manual/Beutel_15_4.csv"
ABOUT = {"year": "2011", "unit": "百万円", "source": "e-Stat"}

SMALL = """
県産業連関表（架空）,,,,,,,,,,,,
平成27年（2015年）,,,,,,,,,,（単位：百万円）,,
,,01,02,,,,,,,,,
,,農林業,サービス業,内生部門計,家計外消費支出（列）,民間消費支出,県内最終需要計,輸移出,需要合計,（控除）移輸入,最終需要部門計,県内生産額
01,農林業,10,20,30,0,50,50,40,120,-20,70,100
02,サービス業,30,60,90,5,165,170,20,280,-80,110,200
,内生部門計,40,80,120,5,215,220,60,400,-100,180,300
,家計外消費支出（行）,1,4,5,,,,,,,,
,雇用者所得,19,86,105,,,,,,,,
,営業余剰,40,30,70,,,,,,,,
,粗付加価値部門計,60,120,180,,,,,,,,
,県内生産額,100,200,300,,,,,,,,
,従業者数（人）,10,25,35,,,,,,,,
"""


def official(name: str) -> bytes:
    """An official table; skips where the folder of cases is not beside the project."""
    if not OFFICIAL.is_dir():
        pytest.skip("the official input–output tables are not part of the project")
    return (OFFICIAL / name).read_bytes()


def grids(content: bytes | str, file: str = "data/impact/io/t.csv") -> tuple[Grid, ...]:
    raw = content.encode() if isinstance(content, str) else content
    found, faults = read_grid(file, raw)
    assert faults == []
    return found


def table(content: bytes | str) -> IoTable:
    """A table that must be sound."""
    read = read_table(grids(content), ABOUT)
    assert read.table is not None, read.findings
    return read.table
