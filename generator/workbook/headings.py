"""The columns of a workbook: how they are headed, and which of them are typed into.

Reading back finds columns by these headings (without the years in them) and rows by their marks, so
that neither has to stay where it was.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

(
    NUMBER,
    NAME,
    CATEGORY,
    AREA,
    UNIT,
    LAST,
    TARGET,
    ACTUAL,
    NUMERATOR,
    DENOMINATOR,
    STATUS,
    NOTE,
    MEANING,
    MARK,
) = [
    "number",
    "name",
    "category",
    "area",
    "unit",
    "last",
    "target",
    "actual",
    "numerator",
    "denominator",
    "status",
    "note",
    "meaning",
    "mark",
]
ORDER = (
    *(NUMBER, NAME, CATEGORY, AREA, UNIT, LAST, TARGET),
    *(ACTUAL, NUMERATOR, DENOMINATOR, STATUS, NOTE, MEANING, MARK),
)
INPUT = (ACTUAL, NUMERATOR, DENOMINATOR, STATUS, NOTE)
"""Canonical names of the columns that are typed into (contract: columns of a values file)."""

HEADINGS: Mapping[str, tuple[str, str]] = {
    NUMBER: ("番号", "No."),
    NAME: ("指標", "Indicator"),
    CATEGORY: ("内訳", "Breakdown"),
    AREA: ("報告する団体", "Reported by"),
    UNIT: ("単位", "Unit"),
    LAST: ("前回の値", "Last value"),
    TARGET: ("目標", "Target"),
    ACTUAL: ("実績", "Actual"),
    NUMERATOR: ("分子", "Numerator"),
    DENOMINATOR: ("分母", "Denominator"),
    STATUS: ("状態", "State"),
    NOTE: ("備考", "Note"),
    MEANING: ("数え方", "Meaning"),
    MARK: ("照合用の記号", "Key (do not change)"),
}
"""ja, en. A year may follow in brackets."""

_BY_TEXT = {text: name for name, both in HEADINGS.items() for text in both}


def heading(name: str, lang: str) -> str:
    """How a column is headed."""
    japanese, english = HEADINGS[name]
    return japanese if lang == "ja" else english


def column_named(printed: str) -> str:
    """Which column a heading is, "" for none: 実績（令和7年度・2025年度） is ACTUAL."""
    text = unicodedata.normalize("NFKC", printed).strip()
    bare = text.partition("(")[0].strip()
    return _BY_TEXT.get(text) or _BY_TEXT.get(bare, "")
