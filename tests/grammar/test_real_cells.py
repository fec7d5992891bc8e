"""Cells that Japanese societies, chambers and prefectures really printed: understood or named."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from generator.grammar import CellReading, Refusal, RefusalCode, cell, year
from generator.model import Status

REAL = Path(__file__).parents[2].parent / "shared" / "cases" / "real"
FILES = ("tottori_kpi_sheets.csv", "jp_shokokai_real.csv")
NUMBERS = ("baseline", "start_value", "target", "actual", "longterm_target")
YEARS = ("fiscal_year", "baseline_time", "start_time", "target_time", "actual_time", "longterm_time")
UNNAMED = {RefusalCode.UNKNOWN, RefusalCode.YEAR_UNKNOWN}

needs_real = pytest.mark.skipif(
    not REAL.is_dir(), reason="the collection of real tables is not beside the project"
)


def printed(columns: tuple[str, ...]) -> Iterator[str]:
    for name in FILES:
        with (REAL / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (row[c] for c in columns if row.get(c))


@needs_real
def test_every_number_cell_is_understood_or_named() -> None:
    """None of the printed values is refused without a specific code; the counts are known."""
    read = [(text, cell(text)) for text in printed(NUMBERS)]
    refused = [(t, r.code) for t, r in read if isinstance(r, Refusal)]
    assert not [t for t, code in refused if code in UNNAMED]
    assert Counter(code for _, code in refused) == {
        RefusalCode.STATE_AMBIGUOUS: 5,
        RefusalCode.CONDITION: 2,
        RefusalCode.WORDS_AFTER: 1,
    }
    assert sum(isinstance(r, CellReading) for _, r in read) == len(read) - 8 > 400


@needs_real
def test_every_year_cell_is_understood_or_named() -> None:
    """None of the printed years is refused without a specific code; the counts are known."""
    read = [(text, year(text)) for text in printed(YEARS)]
    refused = Counter(r.code for _, r in read if isinstance(r, Refusal))
    assert not UNNAMED & set(refused)
    assert sum(isinstance(r, int) for _, r in read) + sum(refused.values()) == len(read)
    assert set(refused) == {
        RefusalCode.YEAR_RANGE,
        RefusalCode.YEAR_WITH_MONTH,
        RefusalCode.YEAR_WITH_WORDS,
        RefusalCode.YEAR_DATE,
        RefusalCode.YEAR_CALENDAR,
        RefusalCode.YEAR_NOT_NAMED,
    }


@pytest.mark.parametrize(
    ("text", "value", "unit", "status"),
    [
        ("1,017件", "1017", "件", Status.REPORTED),
        ("1兆7,319億円", "1731900000000", "円", Status.REPORTED),
        ("303千人", "303000", "人", Status.REPORTED),
        ("3.17%", "3.17", "%", Status.REPORTED),
        ("-7260", "-7260", "", Status.REPORTED),
        ("1,500件(H31〜R6年度)", "1500", "件", Status.REPORTED),
        ("806件(R3年度分は集計中)", "806", "件", Status.PROVISIONAL),
        ("381(暫定累計)", "381", "", Status.PROVISIONAL),
        ("166件(H28.4〜H29.1)", "166", "件", Status.REPORTED),
    ],
)
def test_printed_values(text: str, value: str, unit: str, status: Status) -> None:
    """Hand-checked cells: the exact value, its unit, and whether it is final."""
    found = cell(text)
    assert isinstance(found, CellReading)
    assert (found.value, found.unit, found.status) == (Decimal(value), unit, status)


@pytest.mark.parametrize("text", ["来年5月に集計予定", "R3.4月末頃集計", "R5.5月頃集計", "集計中"])
def test_values_to_come(text: str) -> None:
    """A cell that says when the value will come is not due, and holds no number."""
    found = cell(text)
    assert isinstance(found, CellReading)
    assert (found.value, found.status) == (None, Status.NOT_DUE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-", RefusalCode.STATE_AMBIGUOUS),
        ("−", RefusalCode.STATE_AMBIGUOUS),
        ("なし", RefusalCode.STATE_AMBIGUOUS),
        ("700億円の増", RefusalCode.WORDS_AFTER),
        ("前年度実績値を下回らない", RefusalCode.CONDITION),
        ("全て達成する", RefusalCode.CONDITION),
    ],
)
def test_refused_by_name(text: str, code: RefusalCode) -> None:
    """What cannot be one value keeps the code that says why."""
    found = cell(text)
    assert isinstance(found, Refusal)
    assert found.code is code
