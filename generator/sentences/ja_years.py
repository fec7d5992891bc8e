"""Years and dates in Japanese: 令和7年度, R7, 令和8年4月1日; calendar years stay 2024年."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model import SiteSettings

CALENDAR = 1
ERAS = ((2019, "令和", "R"), (1989, "平成", "H"), (1926, "昭和", "S"))
"""First fiscal year that is called by the era, newest first (2019年度 = 令和元年度)."""
ERA_DAYS = ((date(2019, 5, 1), "令和"), (date(1989, 1, 8), "平成"), (date(1926, 12, 25), "昭和"))


@dataclass(frozen=True, slots=True)
class Manner:
    """How one project speaks: of years (年度, or 年 where years are calendar years), and of its
    members (団体 where it gives no word)."""

    start: int
    member: str

    @staticmethod
    def of(site: SiteSettings) -> Manner:
        return Manner(site.fiscal_year_start, site.society_word or "団体")

    def years(self, phrase: str) -> str:
        """A fixed phrase in the project's kind of year: 前年度 → 前年."""
        return phrase.replace("年度", "年") if self.start == CALENDAR else phrase


def fiscal_year(year: int, start: int) -> str:
    """`令和7年度`; `2024年` where the year is a calendar year; `1920年度` before the eras."""
    if start == CALENDAR:
        return f"{year}年"
    for first, era, _ in ERAS:
        if year >= first:
            return f"{era}{era_year(year, first)}年度"
    return f"{year}年度"


def short_year(year: int, start: int) -> str:
    """`R7`, or the plain year: for axes and narrow cells."""
    if start == CALENDAR:
        return str(year)
    return next((f"{letter}{year - first + 1}" for first, _, letter in ERAS if year >= first), str(year))


def era_year(year: int, first: int) -> str:
    """The year within its era; the first is 元."""
    return "元" if year == first else str(year - first + 1)


def day(value: date, start: int) -> str:
    """`令和8年4月1日`, or with the plain year where years are calendar years."""
    tail = f"{value.month}月{value.day}日"
    if start != CALENDAR:
        for first, era in ERA_DAYS:
            if value >= first:
                return f"{era}{era_year(value.year, first.year)}年{tail}"
    return f"{value.year}年{tail}"
