"""When something is announced for: a month (令和9年6月ごろ, 2027年6月, R9年6月) or a day. Nothing else.

    when  = (year 年 month 月 | day) [上旬|中旬|下旬|末] [ごろ|頃] [に公表|公開|更新] [予定] ["(" words ")"]

A month without its year (毎年6月ごろ), a fiscal year (令和8年度末) and a range are not taken: which day
they mean would be a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.grammar.characters import plain
from generator.grammar.dates import day
from generator.grammar.refusal import Refusal
from generator.grammar.years import year

LONGEST = 80
"""Characters among which a date is looked for."""
_MONTH = re.compile(r"([^年月()]{1,8})年 ?(\d{1,2})月")
_DAY = re.compile(r"[^()日]{1,20}日|[^() ]{0,20}?\d(?![-/.年月\d])")
_ABOUT = r"(上旬|中旬|下旬|末)?(ごろ|ころ|頃)?"
_AFTER = re.compile(rf" ?{_ABOUT}((に|の)?(公表|公開|更新))?(の?予定)? ?(\([^()]*\))?")


@dataclass(frozen=True, slots=True)
class When:
    """The day, or the first day of the month; `exact` where a day was named."""

    on: date
    exact: bool


def when(text: str) -> When | None:
    """The day or month that `text` announces; None where it is not surely one."""
    shown = plain(text)
    if len(shown) > LONGEST:
        return None
    month, exact = _MONTH.match(shown), _DAY.match(shown)
    if month and _AFTER.fullmatch(shown[month.end() :]):
        return _month(*month.groups())
    if exact and _AFTER.fullmatch(shown[exact.end() :]):
        named = day(exact.group())
        return When(named, True) if named else None
    return None


def _month(named: str, number: str) -> When | None:
    # Months are counted in calendar years, in which an era begins where it begins.
    western = year(named, start_month=1)
    if isinstance(western, Refusal) or not 1 <= int(number) <= 12:
        return None
    return When(date(western, int(number), 1), False)
