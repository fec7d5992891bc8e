"""What the cells of an Open SDG table mean: years, numbers, observation states, units.

Closed grammars: a cell that is not understood gives None and is named in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Status

_Y = r"(18[4-9]\d|19\d\d|2[01]\d\d)"
_DASH = r"\s?(?:-|–|—|to)\s?"
_SPAN = rf"{_Y}(?:[/–-](?:\d\d|{_Y}))?"
_MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PLAIN = re.compile(rf"{_Y}(?:\.0+)?")
_SPANS = re.compile(rf"{_SPAN}(?:{_DASH}{_SPAN})?")
_FOOTNOTE = re.compile(rf"{_Y}\s?(?:[a-z]|\([a-z0-9]\)|\*+|[⁰¹²³])", re.IGNORECASE)
_QUARTER = re.compile(rf"{_Y}[ -]?(Q[1-4])|(Q[1-4])[ -/]?{_Y}", re.IGNORECASE)
_HALF = re.compile(rf"{_Y}[ -]?([HS][12])", re.IGNORECASE)
_MONTH = re.compile(rf"{_Y}[ -]?M(0?[1-9]|1[0-2])|{_Y}-(0[1-9]|1[0-2])", re.IGNORECASE)
_NAMED_MONTH = re.compile(rf"({_MONTH_NAME})[ -]{_Y}|{_Y}[ -]({_MONTH_NAME})", re.IGNORECASE)
_DATE = re.compile(rf"{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T00:00(?::00)?)?")
_DATES = re.compile(
    rf"(?:(?:{_DAY} )?{_MONTH_NAME}(?: {_Y})?{_DASH})?(?:{_DAY} )?{_MONTH_NAME},? {_Y}"
    rf"|{_DAY}{_DASH}{_DAY} {_MONTH_NAME} {_Y}",
    re.IGNORECASE,
)
_ENDING = re.compile(
    rf"(?:financial |fiscal |academic )?year (?:ending|to)(?: {_DAY})? {_MONTH_NAME} {_Y}", re.I
)
_FIRST_YEAR = re.compile(_Y)


@dataclass(frozen=True, slots=True)
class SourceYear:
    """`year` starts the period; `label` is what the source prints where that is more than a
    year; `part` names a part of a year (Q1, 2013-07): such rows are never the year's figure."""

    year: int
    label: str = ""
    part: str = ""


def source_year(text: str, months: bool = False) -> SourceYear | None:
    """Read a Year cell. `months`: in this table 2013-04 is April 2013, not 2013 to 2004."""
    if match := _PLAIN.fullmatch(text):
        return SourceYear(int(match.group(1)))
    part = _part_of_year(text, months)
    if part or _is_period(text):
        first = _FIRST_YEAR.search(text)
        return SourceYear(int(first.group()), text, part) if first else None
    return None


def _part_of_year(text: str, months: bool) -> str:
    if match := _QUARTER.fullmatch(text):
        return (match.group(2) or match.group(3)).upper()
    if match := _HALF.fullmatch(text):
        return match.group(2).upper()
    if (match := _NAMED_MONTH.fullmatch(text)) is not None:
        return (match.group(1) or match.group(4))[:3].title()
    match = _MONTH.fullmatch(text)
    if match is None or (match.group(2) is None and not months):
        return ""
    return f"M{int(match.group(2) or match.group(4)):02d}"


def _is_period(text: str) -> bool:
    return any(p.fullmatch(text) for p in (_SPANS, _FOOTNOTE, _DATE, _DATES, _ENDING))


_YEAR_AND_TWO = re.compile(rf"{_Y}-(\d\d)")


def counts_months(years: Iterable[str]) -> bool:
    """Whether YYYY-NN in a table means months: all NN are 01–12 and one cannot end a span."""
    pairs = [(int(m.group(1)) % 100, int(m.group(2))) for y in years if (m := _YEAR_AND_TWO.fullmatch(y))]
    return all(1 <= n <= 12 for _, n in pairs) and any(n <= y and (y, n) != (99, 0) for y, n in pairs)


_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,3})?")
LARGEST_EXPONENT = 40
MOST_DIGITS = 24
"""What the project's own grammar of numbers takes; a longer one is named in the report."""


def exact_number(text: str) -> str | None:
    """The very decimal of a Value cell, without exponent; digits are never added or dropped."""
    if not text.isascii() or not _NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    if abs(value.adjusted()) > LARGEST_EXPONENT:
        return None
    shown = f"{value:f}"
    return shown if sum(c.isdigit() for c in shown) <= MOST_DIGITS else None


_NOTHING_SAID = {"", "normal value", "normal", "undefined", "a", "nan", "none"}
_SDMX = {
    "b": "Time series break",
    "d": "Definition differs",
    "e": "Estimated value",
    "f": "Forecast value",
    "g": "Experimental value",
    "i": "Imputed value",
    "l": "Missing value; data exist but were not collected",
    "m": "Missing value; data cannot exist",
    "n": "Not significant",
    "o": "Missing value",
    "p": "Provisional value",
    "q": "Missing value; suppressed",
    "s": "Strike and other special events",
    "u": "Low reliability",
    "v": "Unvalidated value",
}
_SAME = {"estimate": "Estimated value", "estimated": "Estimated value", "provisional": "Provisional value"}


@dataclass(frozen=True, slots=True)
class ObservationState:
    """What `Observation status` says: our status, the words kept as a note, a series break."""

    status: Status | None = None
    note: str = ""
    is_break: bool = False


def observation_state(text: str, has_value: bool) -> ObservationState:
    """Read an observation status. A value that is there is never hidden unless suppressed."""
    full = _SDMX.get(text.strip().lower(), text)
    parts = [_SAME.get(p.strip().lower(), p.strip()) for p in full.split(";")]
    words = [p for p in parts if p.lower() not in _NOTHING_SAID]
    lower = " ".join(words).lower()
    is_break = "break" in lower
    if "suppressed" in lower or "confidential" in lower:
        return ObservationState(Status.SUPPRESSED, "", is_break)
    if not has_value and "not applicable" in lower:
        return ObservationState(Status.NOT_APPLICABLE, "", is_break)
    if not has_value:
        kept = [w for w in words if w.lower() not in ("missing value", "missing data", "missing")]
        return ObservationState(Status.NOT_REPORTED, "; ".join(kept), is_break)
    if "provisional" in lower or "preliminary" in lower:
        kept = [w for w in words if w != "Provisional value"]
        return ObservationState(Status.PROVISIONAL, "; ".join(kept), is_break)
    return ObservationState(None, "; ".join(words), is_break)


_NO_UNIT = {"", "units", "unit", "undefined", "none", "n/a", "not applicable"}
_PERCENT = {"%", "percentage (%)", "percent (%)", "percentage", "percent", "per cent", "pt", "percentages"}
_MULTIPLIERS = {"0": "", "3": "Thousands", "6": "Millions", "9": "Billions", "12": "Trillions"}
_STEMS = {"thousands": ("thousand", "000s", "'000"), "millions": ("million",), "billions": ("billion",)}


def unit_text(names: Iterable[str], multiplier: str) -> str:
    """The unit: the first of `names` that says something, with the multiplier unless it is
    already in the words; % for percentages; empty when the source names none."""
    name = next((n for n in names if n.strip().lower() not in _NO_UNIT), "")
    if name.strip().lower() in _PERCENT:
        name = "%"
    times = multiplier_text(multiplier)
    if not times or times.lower() == name.lower() or times.lower() in _PERCENT:
        return name
    if any(stem in name.lower() for stem in _STEMS.get(times.lower(), (times.lower(),))):
        return name
    return f"{name} ({times})" if name else times


def multiplier_text(text: str) -> str:
    """'Units' and the like mean once and are left out; SDMX's powers of ten become words."""
    cleaned = _MULTIPLIERS.get(text.strip(), text.strip())
    return "" if cleaned.lower() in _NO_UNIT else cleaned
