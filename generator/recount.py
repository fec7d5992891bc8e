"""The second way to the federation's numbers: raw CSV rows, Decimal, and the declared definition.

Deliberately apart from `load`, `parse` and `metrics`, and simpler: it reads only rows whose year
is four digits and whose numbers are plain decimals, and says nothing about any other.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_COUNTED = ("", "reported", "provisional", "suppressed")
_DIGITS = 60

Row = Mapping[str, str]
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Recount:
    """A year's value and rate as recounted; None = nothing to compare."""

    actual: Decimal | None
    achievement: Decimal | None

    @staticmethod
    def agrees(published: str, own: Decimal, digits: int) -> bool:
        """Whether two values agree to so many significant digits."""
        with localcontext() as context:
            context.prec = _DIGITS
            gap = abs(Decimal(published) - own)
            return gap <= abs(own) * Decimal(10) ** -digits


class _Unread(Exception):
    """A cell that this second way does not read: the year is left alone."""


def recount(project: Path, published: Mapping[str, Any]) -> dict[Key, Recount]:
    """Recount every year of one indicator, from its API document's definition and id."""
    by_year: dict[Key, list[Row] | None] = {}
    rows_of_values = list(_rows(project / "data" / "values", published["id"]))
    for row in (*rows_of_values, *_survey_rows(project, published["id"], rows_of_values)):
        try:
            key = (_year(row["fiscal_year"]), row.get("period", "").strip())
        except _Unread:
            return {}
        rows = by_year.setdefault(key, [])
        if rows is not None:
            rows.append(row)
    return {key: _one(rows or [], published, key) for key, rows in sorted(by_year.items())}


def _rows(folder: Path, indicator_id: str) -> Iterator[Row]:
    """Rows of the indicator without any category. Workbooks make the whole count unsure."""
    if any(path.suffix.lower() == ".xlsx" for path in folder.glob("*")):
        return
    for path in sorted(folder.glob("*.csv")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        for row in csv.DictReader(io.StringIO(text, newline="")):
            total = not any((cell or "").strip() for name, cell in row.items() if str(name).startswith("by_"))
            if total and (row.get("indicator_id") or "").strip() == indicator_id:
                yield {name: (cell or "").strip() for name, cell in row.items() if isinstance(name, str)}


def _survey_rows(project: Path, indicator_id: str, values: list[Row]) -> Iterator[Row]:
    """Positive answers and all answers but the blank ones by year and society, where no row of the
    values files has a value of its own."""
    path = project / "data" / "surveys.csv"
    if not path.is_file():
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    counted: dict[tuple[str, str], tuple[int, int]] = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        cells = {name: (cell or "").strip() for name, cell in row.items() if isinstance(name, str)}
        if cells.get("indicator_id") != indicator_id or not cells.get("answer"):
            continue
        if not cells["count"].isdecimal() or cells["answer"] in ("無回答", "未回答"):
            continue
        key, people = (cells["fiscal_year"], cells["society"]), int(cells["count"])
        good, everyone = counted.get(key, (0, 0))
        counted[key] = (good + people * (cells["positive"] in ("1", "true")), everyone + people)
    known = {(r["fiscal_year"], r["society"]) for r in values if r.get("actual") or r.get("numerator")}
    for (year, society), (good, everyone) in counted.items():
        if (year, society) not in known:
            numbers = {"numerator": str(good), "denominator": str(everyone)}
            yield {"fiscal_year": year, "society": society, "indicator_id": indicator_id, **numbers}


def _one(rows: list[Row], published: Mapping[str, Any], key: Key) -> Recount:
    with localcontext() as context:
        context.prec = _DIGITS
        try:
            actual = _actual(rows, published["definition"])
            return Recount(actual, _achievement(actual, published, key))
        except _Unread:
            return Recount(None, None)


def _actual(rows: list[Row], definition: Mapping[str, Any]) -> Decimal | None:
    own = [row for row in rows if not row.get("society")]
    members = [row for row in rows if row.get("society") and row.get("status", "") in _COUNTED]
    scale = 100 if definition["unit"] in ("%", "％") else 1
    how = definition["aggregation"]
    if own and (not members or how == "none" or own[0].get("actual")):
        return _direct(own[0], scale)
    if how == "ratio_of_sums":
        whole = [r for r in members if r.get("numerator") and r.get("denominator")]
        below = sum((_number(r["denominator"]) for r in whole), Decimal(0))
        above = sum((_number(r["numerator"]) for r in whole), Decimal(0))
        return above / below * scale if below else None
    given = [_number(row["actual"]) for row in members if row.get("actual")]
    if how == "sum":
        return sum(given, Decimal(0)) if given else None
    if how == "count_true":
        return Decimal(given.count(Decimal(1))) if given else None
    return None


def _direct(row: Row, scale: int) -> Decimal | None:
    if row.get("status", "") not in _COUNTED:
        return None
    if row.get("actual"):
        return _number(row["actual"])
    if row.get("numerator") and row.get("denominator"):
        below = _number(row["denominator"])
        return _number(row["numerator"]) / below * scale if below else None
    return None


def _achievement(actual: Decimal | None, published: Mapping[str, Any], key: Key) -> Decimal | None:
    """actual ÷ target, or 2 − actual ÷ target where less is better; the target as published."""
    definition = published["definition"]
    year = next((y for y in published["series"] if (y["fiscal_year"], y["period"]) == key), None)
    if actual is None or year is None or year["target"]["raw"] is None:
        return None
    target = Decimal(year["target"]["raw"])
    if target <= 0 or definition["time_basis"] != definition["target_basis"]:
        return None
    if definition["direction"] == "increase":
        return actual / target
    return 2 - actual / target if definition["direction"] == "decrease" else None


def _number(text: str) -> Decimal:
    if not _PLAIN.fullmatch(text):
        raise _Unread
    return Decimal(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise _Unread
    return int(text)
