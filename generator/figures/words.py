"""The words figures take from the message catalogue: every key, in one place."""

from __future__ import annotations

from generator.figures.figure import Words
from generator.model import Absent, Number, Reason, Value

MISSING = "figure.missing."
"""+ a Reason: the word that stands in a gap, as short as can be."""

KEYS: tuple[str, ...] = (
    "figure.year",
    "figure.actual",
    "figure.target",
    "figure.target_revised",
    "figure.achievement",
    "figure.grade",
    "figure.remarks",
    "figure.provisional",
    "figure.reference",
    "figure.sample",
    "figure.unit",
    "figure.empty",
    "figure.note_mark",
    "figure.break",
    "figure.between",
    "figure.society",
    "figure.category",
    "figure.more_categories",
    "figure.class_range",
    "figure.count",
    "figure.count_of",
    "figure.no_grade",
    "figure.live.open",
    "figure.live.close",
    "figure.live.loading",
    "figure.live.failed",
    "figure.live.zoom_in",
    "figure.live.zoom_out",
    "figure.live.reset",
    "figure.live.download",
    *(MISSING + reason.value for reason in Reason),
)


def missing(words: Words, value: Value) -> str:
    """The word for a value that is not there; empty for a number."""
    return words.word(MISSING + value.reason.value) if isinstance(value, Absent) else ""


def number(value: Value | None) -> Number | None:
    """The number of a value, if it has one."""
    return value if isinstance(value, Number) else None
