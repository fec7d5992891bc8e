"""The national rules: each breach by its number and cell, and silence where there is none."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator import finding_words
from generator.finding_words import machine_rules as words
from generator.load.book import read_book
from generator.load.machine_rules import NOT_TOLD, against_rules

HEADER = ["indicator_id", "fiscal_year", "society", "target", "actual", "status", "note", "by_place"]
ROWS = [
    ["A", 2024, "あおば", 1, 2, None, None, None],
    ["A", 2025, "あおば", 3, 4, "暫定", "備考 です", "駅前"],
    ["B", 2025, "みどり", 5, 6, "暫定", None, None],
    ["B", 2025, "髙みの", 5, 7, None, None, None],
]
RULES = (
    {f"L1-{n:02}" for n in range(1, 16)}
    | {f"L2-{n:02}" for n in range(1, 7)}
    | {f"L3-{n:02}" for n in range(1, 10)}
)
"""The ids of the official list: 15, 6 and 9."""

Edit = Callable[[Worksheet], object]


def breaches(edit: Edit, rows: list[list[object]] = ROWS) -> list[tuple[str, str]]:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [HEADER, *rows]:
        sheet.append(row)
    edit(sheet)
    out = io.BytesIO()
    book.save(out)
    read, faults = read_book("v.xlsx", out.getvalue())
    assert read is not None and not faults
    found = against_rules(read)
    assert all(f.severity == "warning" for f in found)
    return [(f.code, f.place.cell) for f in found]


def put(**cells: object) -> Edit:
    def edit(sheet: Worksheet) -> None:
        for at, value in cells.items():
            sheet[at].value = value

    return edit


def _hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def _chart(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.anchor = "J7"
    sheet.add_chart(chart)


def _no_zeros(sheet: Worksheet) -> None:
    sheet.sheet_view.showZeros = False


def _coloured(sheet: Worksheet) -> None:
    sheet["E4"].fill = PatternFill("solid", fgColor="FFFF0000")


def _struck(sheet: Worksheet) -> None:
    sheet["G3"].font = Font(strike=True)


def test_a_table_that_keeps_the_rules_is_silent() -> None:
    """No rule is broken by numbers, states, a note with a space in it, and a rare kanji in a name."""
    assert breaches(lambda sheet: None) == []


@pytest.mark.parametrize(
    ("edit", "rule", "cell"),
    [
        (put(A8="indicator_id", B8="fiscal_year", C8="society", D8="target"), "L1-02", "A8"),
        (lambda sheet: sheet.insert_rows(4), "L1-03", "A4"),
        (lambda sheet: sheet.insert_cols(4), "L1-03", "D1"),
        (put(K3="メモ"), "L1-04", "K3"),
        (put(H1=None, I1="by_way"), "L1-05", "H3"),
        (put(C2="あ お ば"), "L1-06", "C2"),
        (put(C2=" あおば"), "L1-06", "C2"),
        (put(C2="あお\nば"), "L1-06", "C2"),
        (put(E2="3・4"), "L1-07", "E2"),
        (put(E2="10〜20"), "L1-07", "E2"),
        (put(C2="㈱あおば"), "L1-08", "C2"),
        (put(G2="①のとおり"), "L1-08", "G2"),
        (_no_zeros, "L1-09", "A1"),
        (_chart, "L1-10", "J7"),
        (_coloured, "L1-11", "E4"),
        (_struck, "L1-11", "G3"),
        (lambda sheet: sheet.merge_cells("C2:C3"), "L1-12", "C2"),
        (_hide_row, "L1-13", "A3"),
        (_hide_column, "L1-13", "D1"),
        (put(E2="12件"), "L2-01", "E2"),
        (put(E2="1,200"), "L2-01", "E2"),
        (put(A3=None), "L2-02", "A3"),
        (put(I1="actual", I2=2), "L2-03", "I1"),
        (put(F2="速報"), "L2-04", "F3"),
        (put(H3="その他（広場）"), "L2-05", "H3"),
        (put(E2="=1+1"), "L2-06", "E2"),
        (lambda sheet: sheet.insert_rows(1), "L3-01", "A2"),
        (put(E2="***"), "L3-03", "E2"),
        (put(B2="令和6年度"), "L3-05", "B2"),
        (put(I1="2023年度", J1="2024年度"), "L3-09", "I1"),
    ],
)  # fmt: skip
def test_a_breach_is_told_by_number_and_cell(edit: Edit, rule: str, cell: str) -> None:
    """One breach of each kind; its words name the rule and say what to do."""
    code = f"rule_{rule.lower().replace('-', '_')}"
    assert (code, cell) in breaches(edit)
    told = words.WORDS[code].ja
    assert rule in told.message and told.expected and told.fix


def test_every_rule_is_told_or_it_is_said_why_not() -> None:
    """The 30 rules of the list, none left out silently and none invented."""
    told = {
        m.group().upper().replace("_", "-") for c in words.WORDS if (m := re.search("l[123]_[0-9]{2}", c))
    }
    assert told | set(NOT_TOLD) == RULES
    assert told & set(NOT_TOLD) == set()


def test_the_module_makes_every_code_that_has_words() -> None:
    """No words wait in vain, and every code made has words."""
    import generator.load.machine_rules as module

    made = set(re.findall(r'"(rule_l\d_\d\d)"', Path(module.__file__).read_text("utf-8")))
    assert made == set(words.WORDS) <= set(finding_words.WORDS)


def test_numbers_kept_as_numbers_may_show_a_sign() -> None:
    """A number whose format shows ▲ or 円 is a number (note of rule L2-01)."""

    def edit(sheet: Worksheet) -> None:
        sheet["E2"].value = -5
        sheet["E2"].number_format = '"▲"0"円"'

    assert breaches(edit) == []
