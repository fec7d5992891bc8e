"""Fiscal years, days and states: what is taken, and how the rest is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.grammar import Refusal, RefusalCode, state, year
from generator.grammar.dates import day
from generator.model import Status


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2025", 2025),
        ("２０２５", 2025),
        ("2024.0", 2024),
        ("FY2025", 2025),
        ("ＦＹ２０２５", 2025),
        ("2025年度", 2025),
        ("令和7年度", 2025),
        ("令和７年度", 2025),
        ("令和7", 2025),
        ("令7", 2025),
        ("R7", 2025),
        ("Ｒ７", 2025),
        ("r7", 2025),
        ("R07", 2025),
        ("R7年度", 2025),
        ("令和元年度", 2019),
        ("R1", 2019),
        ("H31", 2019),
        ("平成31年度", 2019),
        ("平成元年度", 1989),
        ("昭和63年度", 1988),
        ("令和6年度(2024)", 2024),
        ("令和６年度（２０２４年度）", 2024),
        ("2024(R6)", 2024),
        ("H25(2013)", 2013),
    ],
)
def test_taken(text: str, start: int) -> None:
    """A fiscal year is the calendar year it starts in, whichever way it is written."""
    assert year(text) == start


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", RefusalCode.YEAR_EMPTY),
        ("24", RefusalCode.YEAR_TWO_DIGITS),
        ("6", RefusalCode.YEAR_TWO_DIGITS),
        ("6年度", RefusalCode.YEAR_TWO_DIGITS),
        ("2024.5", RefusalCode.YEAR_FRACTION),
        ("2013/14", RefusalCode.YEAR_RANGE),
        ("2010/11–2012/13", RefusalCode.YEAR_RANGE),
        ("H23-27", RefusalCode.YEAR_RANGE),
        ("R2〜R6", RefusalCode.YEAR_RANGE),
        ("2024-04-01", RefusalCode.YEAR_DATE),
        ("45747", RefusalCode.YEAR_SERIAL),
        ("R4.3.31", RefusalCode.YEAR_WITH_MONTH),
        ("2013-08末", RefusalCode.YEAR_WITH_MONTH),
        ("R1実績(R2評価)", RefusalCode.YEAR_WITH_WORDS),
        ("H25末", RefusalCode.YEAR_WITH_WORDS),
        ("2025年", RefusalCode.YEAR_CALENDAR),
        ("令和7年", RefusalCode.YEAR_CALENDAR),
        ("令和6年度(2023)", RefusalCode.YEAR_CONTRADICTION),
        ("平成36年度", RefusalCode.YEAR_NEVER_CAME),
        ("平成32", RefusalCode.YEAR_NEVER_CAME),
        ("昭和64年度", RefusalCode.YEAR_NEVER_CAME),
        ("令和0年度", RefusalCode.YEAR_NEVER_CAME),
        ("なし", RefusalCode.YEAR_NOT_NAMED),
        ("2O24", RefusalCode.YEAR_UNKNOWN),
    ],
)
def test_declined_by_name(text: str, code: RefusalCode) -> None:
    """What is no fiscal year is refused with the code that says why."""
    found = year(text)
    assert isinstance(found, Refusal)
    assert found.code is code


def test_calendar_years_where_the_year_starts_in_january() -> None:
    """2025年 is a fiscal year only where fiscal years are calendar years; there S64 exists."""
    assert year("2025年", start_month=1) == 2025
    assert year("昭和64年", start_month=1) == 1989


@settings(deadline=None)
@given(st.integers(1, 30))
def test_reiwa_counts_on(nth: int) -> None:
    """令和n年度 is 2018 + n, and naming both years agrees only then."""
    assert year(f"令和{nth}年度") == year(f"R{nth}({2018 + nth})") == 2018 + nth
    wrong = year(f"R{nth}({2019 + nth})")
    assert isinstance(wrong, Refusal)
    assert wrong.code is RefusalCode.YEAR_CONTRADICTION


@settings(deadline=None)
@given(st.text(max_size=50))
def test_never_raises(text: str) -> None:
    """Any text at all is a year or a refusal, and a day or none."""
    assert isinstance(year(text), int | Refusal)
    day(text)


@pytest.mark.parametrize(
    "text", ["2026-04-01", "2026/4/1", "2026年4月1日", "令和8年4月1日", "R8.4.1", "２０２６．４．１"]
)
def test_days(text: str) -> None:
    """A day is taken in the ways it is written; the era counts calendar years."""
    assert day(text) == date(2026, 4, 1)


@pytest.mark.parametrize("text", ["2025-02-30", "4月1日", "2026-04", "26-04-01", ""])
def test_no_days(text: str) -> None:
    """A day that does not exist, or lacks its year, is none."""
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("集計中", Status.NOT_DUE),
        ("(集計予定)", Status.NOT_DUE),
        ("未報告", Status.NOT_REPORTED),
        ("該当なし", Status.NOT_APPLICABLE),
        ("測定不能", Status.NOT_MEASURABLE),
        ("未実施", Status.NOT_CARRIED_OUT),
        ("秘匿", Status.SUPPRESSED),
        ("速報値", Status.PROVISIONAL),
        ("not_due", Status.NOT_DUE),
        ("Not Due", Status.NOT_DUE),
    ],
)
def test_states(text: str, status: Status) -> None:
    """States come from a closed table of words."""
    assert state(text) is status


@pytest.mark.parametrize("text", ["-", "―", "N/A", "なし", "", "0", "x", "不明"])
def test_no_states(text: str) -> None:
    """Words that mean different things in different offices are no states."""
    assert state(text) is None
