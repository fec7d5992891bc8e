"""Values files to observations: one row is one cell of the report, checked by itself.

What rows say of each other (repeats, totals, jumps) is in `value_rows` and `jumps`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator import grammar
from generator.findings import Finding
from generator.grammar import Parsed
from generator.grammar.numbers import UNITS
from generator.load.columns import DIMENSION_PREFIX
from generator.load.raw import CellKind, RawTable, Role
from generator.model import (
    Aggregation,
    Indicator,
    Kind,
    MetricSettings,
    Observation,
    Society,
    Status,
)
from generator.parse.jumps import look_for_jumps
from generator.parse.lookup import Indicators, Societies, is_total
from generator.parse.promotion import parse_projects
from generator.parse.registers import parse_societies
from generator.parse.tables import Faults, Row, number_cell, rows_of, sample_cell, text_cell
from generator.parse.targets import parse_targets
from generator.parse.value_rows import Read, look_across
from generator.parse.years import YearRules, year_cell

__all__ = ["YearRules", "parse_projects", "parse_societies", "parse_targets", "parse_values"]

WITH_VALUE = (Status.REPORTED, Status.PROVISIONAL, Status.SUPPRESSED)


@dataclass(slots=True)
class _Reader:
    """What every row is read against."""

    indicators: Indicators
    societies: Societies
    rules: YearRules
    faults: Faults = field(default_factory=Faults)

    def read(self, row: Row) -> Read | None:
        """The row's key and, where nothing is wrong, its observation."""
        faults = self.faults
        before = faults.rejections()
        indicator = self.indicators.named(row, faults)
        year = year_cell(row, self.rules, faults)
        society = self.societies.named(row, faults)
        if indicator is None or faults.rejections() > before or year is None:
            self._rest(row, indicator)
            return None
        dimensions = _dimensions(row, indicator, faults)
        observation = self._observation(row, indicator, year, society, dimensions)
        sound = faults.rejections() == before
        return Read(row, observation, indicator, sound)

    def _rest(self, row: Row, indicator: Indicator | None) -> None:
        """Even where the key is wrong, the other cells' faults are told in the same run."""
        for column in ("target", "actual"):
            _value(row, column, indicator, self.faults)
        status_cell(row, self.faults)

    def _observation(
        self,
        row: Row,
        indicator: Indicator,
        year: int,
        society: str | None,
        dimensions: tuple[tuple[str, str], ...],
    ) -> Observation:
        faults = self.faults
        target = _value(row, "target", indicator, faults)
        named, actual = _actual(row, indicator, faults)
        numerator, denominator = _ratio_parts(row, indicator, actual, faults)
        status = _status(row, named, actual, numerator, faults)
        if indicator.aggregation is Aggregation.COUNT_TRUE and society is not None:
            _one_or_nothing(row, target, actual, faults)
        if actual is not None and year > self.rules.latest_actual:
            last = str(self.rules.latest_actual)
            faults.reject(
                "year_of_actual_to_come", row.place("fiscal_year"), row.text("fiscal_year"), last=last
            )
        return Observation(
            indicator_id=indicator.id,
            fiscal_year=year,
            society=society,
            dimensions=dimensions,
            target=target,
            actual=actual,
            numerator=numerator,
            denominator=denominator,
            status=status,
            period=text_cell(row, "period", faults),
            note=text_cell(row, "note", faults, free=True),
            sample=sample_cell(row, faults),
            file=row.file,
            row=row.line,
        )


def parse_values(
    tables: Iterable[RawTable],
    indicators: Iterable[Indicator],
    societies: Iterable[Society],
    rules: YearRules,
    settings: MetricSettings | None = None,
) -> tuple[tuple[Observation, ...], list[Finding]]:
    """Observations of all values tables in the order of files and rows, and every finding.

    Rows with a fault are left out of the observations; their findings say why.
    """
    listed, members = tuple(indicators), tuple(societies)
    reader = _Reader(Indicators(listed), Societies(members), rules)
    reads: list[Read] = []
    for table in tables:
        read = (reader.read(row) for row in rows_of(table, Role.VALUES, reader.faults))
        reads += [r for r in read if r is not None]
    look_across(reads, members, reader.faults)
    sound = [r for r in reads if r.sound]
    look_for_jumps(sound, settings or MetricSettings(), reader.faults)
    return tuple(r.observation for r in sound), reader.faults.found


def _dimensions(row: Row, indicator: Indicator, faults: Faults) -> tuple[tuple[str, str], ...]:
    found = []
    for column in row.cells:
        if not column.startswith(DIMENSION_PREFIX):
            continue
        category = text_cell(row, column, faults)
        name = column[len(DIMENSION_PREFIX) :]
        if not category:
            continue
        if indicator.dimensions and name not in indicator.dimensions:
            known = ", ".join(indicator.dimensions)
            faults.reject("dimension_unknown", row.place(column), name, names=known)
        if is_total(category):
            faults.warn("category_is_total", row.place(column), category)
        found.append((name, category))
    return tuple(sorted(found))


def _value(row: Row, column: str, indicator: Indicator | None, faults: Faults) -> Decimal | None:
    """Target or actual: a number that fits the indicator's unit, limits and kind."""
    read = number_cell(row, column, faults)
    return _fitting(row, column, read, indicator, faults) if read is not None else None


_VAGUE = re.compile(r"約|およそ|以上|以下|未満|超|程度|前後|見込|暫定|速報|推計|概数")


def _beside(row: Row, column: str, indicator: Indicator, faults: Faults) -> None:
    """Words that a workbook's number format shows beside the number and the file does not hold."""
    beside = unicodedata.normalize("NFKC", row.cell(column).beside).strip()
    if not beside or beside == unicodedata.normalize("NFKC", indicator.unit).strip():
        return
    told = {"beside": beside, "unit": indicator.unit}
    if _VAGUE.search(beside):
        faults.hold("cell_format_vague", row.place(column), row.text(column), **told)
    elif re.match(r"[十百千万億兆]", beside):
        faults.hold("cell_format_unit", row.place(column), row.text(column), **told)
    elif beside in UNITS:
        faults.warn("cell_format_unit", row.place(column), row.text(column), **told)


def _fitting(
    row: Row, column: str, read: Parsed, indicator: Indicator | None, faults: Faults
) -> Decimal | None:
    if indicator is None:
        return read.value
    _beside(row, column, indicator, faults)
    place, text = row.place(column), row.text(column)
    limits = {"minimum": str(indicator.minimum), "maximum": str(indicator.maximum), "unit": indicator.unit}
    decimals = _decimals(read.value)
    if read.percent and not indicator.is_percent:
        faults.reject("percent_not_expected", place, text, unit=indicator.unit)
    elif indicator.minimum is not None and read.value < indicator.minimum:
        faults.reject("below_minimum", place, text, **limits)
    elif indicator.maximum is not None and read.value > indicator.maximum:
        faults.reject("above_maximum", place, text, **limits)
    elif indicator.kind is Kind.COUNT and decimals > indicator.decimals:
        if column == "actual":
            faults.reject("count_not_whole", place, text, decimals=str(indicator.decimals))
        else:
            faults.warn("count_not_whole", place, text, decimals=str(indicator.decimals))
    return read.value


def _ratio_within(row: Row, indicator: Indicator, ratio: Decimal, faults: Faults) -> None:
    """A value given by its parts alone obeys the same limits as a written one."""
    value = ratio * 100 if indicator.is_percent else ratio
    shown = f"{row.text('numerator')} ÷ {row.text('denominator')}"
    limits = {"minimum": str(indicator.minimum), "maximum": str(indicator.maximum), "unit": indicator.unit}
    if indicator.minimum is not None and value < indicator.minimum:
        faults.reject("below_minimum", row.place("numerator"), shown, **limits)
    elif indicator.maximum is not None and value > indicator.maximum:
        faults.reject("above_maximum", row.place("numerator"), shown, **limits)


def _decimals(value: Decimal) -> int:
    """Decimal places that are not zero: 5.0 has none."""
    text = format(value, "f")
    return len(text.partition(".")[2].rstrip("0"))


def _actual(row: Row, indicator: Indicator, faults: Faults) -> tuple[Status | None, Decimal | None]:
    """The actual value, or the state that is written in its place."""
    cell = row.cell("actual")
    if cell.kind is CellKind.TEXT:
        named = grammar.state(cell.text)
        if named is not None and named not in (Status.REPORTED, Status.PROVISIONAL):
            return named, None
    return None, _value(row, "actual", indicator, faults)


def _ratio_parts(
    row: Row, indicator: Indicator, actual: Decimal | None, faults: Faults
) -> tuple[Decimal | None, Decimal | None]:
    """Numerator and denominator; where both stand beside a percentage, they must agree."""
    parts = []
    for column in ("numerator", "denominator"):
        read = number_cell(row, column, faults)
        if read is not None and read.percent:
            faults.reject("percent_not_expected", row.place(column), row.text(column), unit="")
        parts.append(read.value if read is not None else None)
    numerator, denominator = parts
    if denominator is not None and denominator < 0:
        faults.reject("denominator_negative", row.place("denominator"), row.text("denominator"))
    if numerator is not None and denominator is None and not row.text("denominator"):
        faults.reject("numerator_alone", row.place("denominator"), row.text("numerator"))
    if numerator is not None and denominator is not None:
        _agreement(row, indicator, numerator, denominator, actual, faults)
    return numerator, denominator


def _agreement(
    row: Row,
    indicator: Indicator,
    numerator: Decimal,
    denominator: Decimal,
    actual: Decimal | None,
    faults: Faults,
) -> None:
    part_of_whole = indicator.is_percent and (indicator.kind is Kind.SURVEY or indicator.maximum == 100)
    texts = {"numerator": row.text("numerator"), "denominator": row.text("denominator")}
    if part_of_whole and numerator > denominator:
        faults.reject("numerator_above_denominator", row.place("numerator"), row.text("numerator"), **texts)
    elif denominator == 0 and actual is not None:
        faults.reject(
            "denominator_zero", row.place("denominator"), row.text("denominator"), actual=row.text("actual")
        )
    elif actual is None and denominator > 0:
        _ratio_within(row, indicator, numerator / denominator, faults)
    elif indicator.is_percent and actual is not None and denominator > 0:
        # One unit of the last printed digit covers rounding, cutting off, and rounding up.
        tolerance = Decimal(1).scaleb(-_decimals(actual))
        ratio = 100 * numerator / denominator
        if abs(ratio - actual) > tolerance:
            faults.reject(
                "ratio_disagrees", row.place("actual"), row.text("actual"), ratio=f"{ratio:.4g}", **texts
            )


def status_cell(row: Row, faults: Faults) -> Status | None:
    """The status column: a canonical word or its Japanese name; None when empty."""
    text = text_cell(row, "status", faults)
    if not text:
        return None
    named = grammar.state(text)
    if named is None:
        names = ", ".join(s.value for s in Status)
        faults.reject("status_unknown", row.place("status"), text, names=names)
    return named


def _status(
    row: Row, named: Status | None, actual: Decimal | None, numerator: Decimal | None, faults: Faults
) -> Status:
    written = status_cell(row, faults)
    if written is not None and named is not None and written is not named:
        faults.reject(
            "status_contradicts_cell", row.place("status"), row.text("status"), actual=row.text("actual")
        )
    status = written or named
    has_value = actual is not None or numerator is not None
    if status is None:
        return Status.REPORTED if has_value else Status.NOT_REPORTED
    if has_value and status not in WITH_VALUE:
        faults.reject("status_with_value", row.place("status"), row.text("status"), actual=row.text("actual"))
    elif not has_value and not row.text("actual") and status in (Status.REPORTED, Status.PROVISIONAL):
        faults.reject("status_without_value", row.place("actual"), row.text("status"))
    return status


def _one_or_nothing(row: Row, target: Decimal | None, actual: Decimal | None, faults: Faults) -> None:
    for column, value in (("target", target), ("actual", actual)):
        if value is not None and value not in (0, 1):
            faults.reject("count_true_only", row.place(column), row.text(column))
