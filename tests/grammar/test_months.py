"""What is announced for a month or a day, and what is left alone because it would be a guess."""

from __future__ import annotations

from datetime import date

import pytest

from generator.grammar.months import When, when

MONTHS = {
    "令和9年6月": (2027, 6), "令和9年6月ごろ": (2027, 6), "令和８年１２月頃": (2026, 12),
    "R9年6月": (2027, 6),
    "2027年6月": (2027, 6), "2027年 6月": (2027, 6), "令和元年6月": (2019, 6), "令和9年6月下旬": (2027, 6),
    "2027年6月末に公表予定": (2027, 6), "令和8年12月ごろ（令和7年度の確定値）": (2026, 12),
}  # fmt: skip
DAYS = {
    "2027-06-10": (2027, 6, 10), "令和9年6月10日": (2027, 6, 10), "令和9年6月10日（予定）": (2027, 6, 10),
    "R9.6.10": (2027, 6, 10), "2027/6/10ごろ": (2027, 6, 10), "2027年6月10日 公表予定": (2027, 6, 10),
}  # fmt: skip
NEITHER = (
    *("", "未定", "6月", "毎年6月ごろ", "令和9年", "令和9年度末", "令和9年度6月", "令和8年6月〜7月"),
    *("令和9年13月", "令和9年0月", "令和9年2月30日", "平成40年6月", "9年6月", "来年6月", "令和9年6月と12月"),
    *("令和9年6月ごろか7月", "毎年令和9年6月", "令和9年6月（一部", "x" * 1000, "令和9年6月" * 100),
)


@pytest.mark.parametrize("text", MONTHS)
def test_a_month_with_its_year_is_its_first_day(text: str) -> None:
    """The words around it do not matter as long as the grammar knows them."""
    assert when(text) == When(date(*MONTHS[text], 1), exact=False)


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_itself(text: str) -> None:
    """In every form in which the grammar reads days."""
    assert when(text) == When(date(*DAYS[text]), exact=True)


@pytest.mark.parametrize("text", NEITHER, ids=lambda text: text[:12])
def test_what_is_not_surely_one_is_left_alone(text: str) -> None:
    """No year, a fiscal year, a range, a day that does not exist: never guessed."""
    assert when(text) is None
