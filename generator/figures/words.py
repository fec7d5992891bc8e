"""The words figures take from the message catalogue: every key, in one place."""

from __future__ import annotations

from generator.figures.figure import Words
from generator.model import Absent, Number, Reason, Value

MISSING = "figure.missing."
"""+ a Reason: the word that stands in a gap, as short as can be."""
SHORT: tuple[Reason, ...] = (
    Reason.NOT_DUE,
    Reason.NOT_REPORTED,
    Reason.NOT_APPLICABLE,
    Reason.NOT_MEASURABLE,
    Reason.NOT_CARRIED_OUT,
    Reason.SUPPRESSED,
    Reason.NO_TARGET,
    Reason.NO_DIRECTION,
    Reason.LOW_COVERAGE,
    Reason.NO_DENOMINATOR,
    Reason.ZERO_DENOMINATOR,
    Reason.INCOMPLETE_TARGETS,
    Reason.INCOMPLETE_YEARS,
    Reason.NO_PROJECTS,
    Reason.BEFORE_BASELINE,
)
"""Reasons that a value or target itself may lack a number for; the others belong to rates and
keep the catalogue's full sentence (reason.…)."""

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
    "figure.crossing",
    "figure.note_join",
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
    *(MISSING + reason.value for reason in SHORT),
    *(f"reason.{reason.value}" for reason in Reason),
)


def missing(words: Words, value: Value) -> str:
    """The word for a value that is not there; empty for a number."""
    if not isinstance(value, Absent):
        return ""
    return words.word((MISSING if value.reason in SHORT else "reason.") + value.reason.value)


def number(value: Value | None) -> Number | None:
    """The number of a value, if it has one."""
    return value if isinstance(value, Number) else None
