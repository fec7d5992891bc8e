"""What is public, what was public, and what changed in between (pure)."""

from __future__ import annotations

from generator.ledger.comparison import Change, Comparison, Consequence, compare
from generator.ledger.corrections import corrections
from generator.ledger.figures import public_figures
from generator.ledger.gate import (
    CHANGE_CODES,
    cells_by_row,
    changed_figures,
    confirmed_value,
    match_name,
    not_remembered,
    without_confirmed,
)
from generator.ledger.news import News, news
from generator.ledger.versions import withheld
from generator.parse.published import digest

__all__ = [
    "CHANGE_CODES",
    "Change",
    "Comparison",
    "Consequence",
    "News",
    "cells_by_row",
    "changed_figures",
    "compare",
    "confirmed_value",
    "corrections",
    "digest",
    "match_name",
    "news",
    "not_remembered",
    "public_figures",
    "withheld",
    "without_confirmed",
]
