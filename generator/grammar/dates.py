"""Days: 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1. Nothing without a year."""

from __future__ import annotations

import re
from datetime import date

from generator.grammar.characters import plain
from generator.grammar.refusal import Refusal
from generator.grammar.years import year

_DAY = re.compile(r"([^-/.年]*\d|[^\d]*元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def day(text: str) -> date | None:
    """The day that `text` names, or None when it is none or does not exist (2025-02-30)."""
    found = _DAY.fullmatch(plain(text))
    if not found:
        return None
    # Days are counted in calendar years, in which an era begins where it begins.
    western = year(found.group(1), start_month=1)
    if isinstance(western, Refusal):
        return None
    try:
        return date(western, int(found.group(2)), int(found.group(3)))
    except ValueError:
        return None
