"""Fiscal years. What is taken:

    year  = western | era | era "(" western ")" | western "(" era ")"
    western = YYYY | YYYY.0 | FY YYYY | YYYY年度
    era     = 令和7年度 | 令和7 | 令7 | R7 | R7年度 | Ｒ７ | 令和元年度 | ㋿7 ; 平成 H, 昭和 S, 大正 T alike

A fiscal year is named by the calendar year it starts in: 令和7年度 = R7 = FY2025 = 2025年度.
平成31年度 and 令和元年度 are both 2019. Without 度, 2025年 and 令和7年 are calendar years, and
taken only where the fiscal year starts in January.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.grammar.characters import WAVES, plain
from generator.grammar.refusal import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class Era:
    """An era by its calendar years; `last` None = still running."""

    names: tuple[str, ...]
    start: int
    last: int | None
    starts_in: int = 1
    """Month of its first day: a fiscal year that starts earlier is the old era's."""


ERAS = (
    Era(("令和", "令", "R", "㋿"), 2019, None, 5),
    Era(("平成", "平", "H", "㍻"), 1989, 2019, 1),
    Era(("昭和", "昭", "S", "㍼"), 1926, 1989, 12),
    Era(("大正", "大", "T", "㍽"), 1912, 1926, 7),
)
_BY_NAME = {name: era for era in ERAS for name in era.names}
_ERA_NAMES = "|".join(sorted(map(re.escape, _BY_NAME), key=len, reverse=True))

_WESTERN = r"(?:FY ?(\d{4})|(\d{4})(?:\.0+)?(年度|年)?)"
_ERA = rf"({_ERA_NAMES})\.? ?(元|\d{{1,2}})(年度|年)?"
_WHOLE_WESTERN = re.compile(_WESTERN, re.IGNORECASE)
_WHOLE_ERA = re.compile(_ERA, re.IGNORECASE)
_BOTH = re.compile(r"([^()]+?) ?\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class _Year:
    start: int
    calendar: bool


def year(text: str, start_month: int = 4) -> int | Refusal:
    """The calendar year in which the fiscal year `text` starts, or why it is not one."""
    shown = plain(text)
    if len(shown) > 40:
        return Refusal(RefusalCode.YEAR_UNKNOWN)
    both = _BOTH.fullmatch(shown)
    if both:
        outer, inner = (_single(plain(part), start_month) for part in both.groups())
        if isinstance(outer, _Year) and isinstance(inner, _Year):
            return _agreed(outer, inner, start_month)
        wrong = next((r for r in (outer, inner) if isinstance(r, Refusal)), None)
        never = wrong is not None and wrong.code is RefusalCode.YEAR_NEVER_CAME
        return wrong if never and wrong else _why(shown)
    found = _single(shown, start_month)
    if isinstance(found, Refusal):
        return found if found.code is not RefusalCode.YEAR_UNKNOWN else _why(shown)
    if found.calendar and start_month != 1:
        return Refusal(RefusalCode.YEAR_CALENDAR, f"{found.start}年度")
    return found.start


def _agreed(outer: _Year, inner: _Year, start_month: int) -> int | Refusal:
    if outer.start != inner.start:
        return Refusal(RefusalCode.YEAR_CONTRADICTION, f"{outer.start} / {inner.start}")
    if outer.calendar and start_month != 1:
        return Refusal(RefusalCode.YEAR_CALENDAR, f"{outer.start}年度")
    return outer.start


def _single(text: str, start_month: int) -> _Year | Refusal:
    western = _WHOLE_WESTERN.fullmatch(text)
    if western:
        fiscal, bare, suffix = western.groups()
        return _Year(int(fiscal or bare), suffix == "年")
    era = _WHOLE_ERA.fullmatch(text)
    if era:
        name, count, suffix = era.groups()
        start = _era_year(_BY_NAME[name.upper() if name.isascii() else name], count, start_month)
        return start if isinstance(start, Refusal) else _Year(start, suffix == "年")
    return Refusal(RefusalCode.YEAR_UNKNOWN)


def _era_year(era: Era, count: str, start_month: int) -> int | Refusal:
    nth = 1 if count == "元" else int(count)
    western = era.start + nth - 1
    last = era.last
    if last is not None and start_month > 1:
        # A fiscal year belongs to the old era when it starts before the new one does.
        follower = next(e for e in ERAS if e.start == last)
        last -= start_month >= follower.starts_in
    if nth < 1 or (last is not None and western > last):
        return Refusal(RefusalCode.YEAR_NEVER_CAME, str(western))
    return western


_NAMED = re.compile(rf"(?:(?:{_ERA_NAMES})\.? ?(?:\d{{1,2}}|元)|FY ?\d{{4}}|\d{{4}})(?!\d)", re.IGNORECASE)
_HAS_COUNT = re.compile(
    rf"\d{{2}}|[〇一二三四五六七八九十元]年|({_ERA_NAMES}|明治|M).?[\d①-⑳一-十]", re.IGNORECASE
)


def _why(text: str) -> Refusal:
    dash = f"[-{WAVES}‐–—−]"
    rules = (
        (not text, RefusalCode.YEAR_EMPTY),
        (re.fullmatch(r"('|FY ?)?\d{1,2}(年度?)?(\.0+)?", text, re.IGNORECASE), RefusalCode.YEAR_TWO_DIGITS),
        (re.fullmatch(r"\d{4}\.\d+", text), RefusalCode.YEAR_FRACTION),
        (re.fullmatch(r"\d{5}(\.\d+)?", text), RefusalCode.YEAR_SERIAL),
        (re.match(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}", text), RefusalCode.YEAR_DATE),
        (re.match(r"\d{4}/\d{2}(\D|$)", text), RefusalCode.YEAR_RANGE),
        (re.fullmatch(r"\d{4} ?[,、・;&] ?\d{4}", text), RefusalCode.YEAR_RANGE),
        (re.fullmatch(r"(19|20)\d{2}(0[1-9]|1[0-2])([0-3]\d)?", text), RefusalCode.YEAR_DATE),
        (re.fullmatch(r".*\)-\d{1,2}", text), RefusalCode.YEAR_WITH_MONTH),
        (
            re.match(rf"\D{{0,3}}\d{{1,4}}(年度?)?(\(.*?\))? ?{dash} ?(\D{{0,3}}\d{{1,4}})年?", text)
            and not re.match(r"\d{4}-\d{2}(\D|$)", text),
            RefusalCode.YEAR_RANGE,
        ),
        (_NAMED.match(text) and re.search(r"月|[.\-/]\d{1,2}", text), RefusalCode.YEAR_WITH_MONTH),
        (_NAMED.match(text), RefusalCode.YEAR_WITH_WORDS),
        (not _HAS_COUNT.search(text), RefusalCode.YEAR_NOT_NAMED),
    )
    for found, code in rules:
        if found:
            return Refusal(code)
    return Refusal(RefusalCode.YEAR_UNKNOWN)
