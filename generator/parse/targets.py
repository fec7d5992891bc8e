"""data/targets.csv: what was decided for which year, when and why; rows are only added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from generator.findings import Finding
from generator.grammar.dates import day
from generator.load.raw import CellKind, RawTable, Role
from generator.model import Indicator, TargetDecision
from generator.parse.lookup import Indicators
from generator.parse.tables import Faults, Row, number_cell, rows_of, sample_cell, text_cell
from generator.parse.years import YearRules, year_cell


def parse_targets(
    tables: Iterable[RawTable], indicators: Iterable[Indicator], rules: YearRules
) -> tuple[tuple[TargetDecision, ...], list[Finding]]:
    """The decisions in the order of the file, and every finding."""
    faults = Faults()
    known = Indicators(indicators)
    read: list[tuple[Row, TargetDecision]] = []
    for table in tables:
        for row in rows_of(table, Role.TARGETS, faults):
            before = faults.rejections()
            if _undated_change(row, known, rules, read, faults):
                continue
            decision = _decision(row, known, rules, faults)
            if decision is not None and faults.rejections() == before:
                read.append((row, decision))
    _repeats(read, faults)
    _unexplained(read, faults)
    return tuple(decision for _, decision in read), faults.found


def _decision(row: Row, known: Indicators, rules: YearRules, faults: Faults) -> TargetDecision | None:
    indicator = known.named(row, faults)
    year = year_cell(row, rules, faults)
    target = number_cell(row, "target", faults)
    decided_on = _decided_on(row, rules, faults)
    if target is None and not row.text("target"):
        faults.reject("target_empty", row.place("target"))
    if indicator is None or year is None or target is None or decided_on is None:
        return None
    if target.percent and not indicator.is_percent:
        faults.reject("percent_not_expected", row.place("target"), row.text("target"), unit=indicator.unit)
    limits = {"minimum": str(indicator.minimum), "maximum": str(indicator.maximum), "unit": indicator.unit}
    if indicator.minimum is not None and target.value < indicator.minimum:
        faults.reject("below_minimum", row.place("target"), row.text("target"), **limits)
    if indicator.maximum is not None and target.value > indicator.maximum:
        faults.reject("above_maximum", row.place("target"), row.text("target"), **limits)
    return TargetDecision(
        indicator_id=indicator.id,
        fiscal_year=year,
        target=target.value,
        decided_on=decided_on,
        reason=text_cell(row, "reason", faults),
        sample=sample_cell(row, faults),
        file=row.file,
        row=row.line,
    )


def _decided_on(row: Row, rules: YearRules, faults: Faults) -> date | None:
    cell = row.cell("decided_on")
    found = day(cell.text) if cell.kind in (CellKind.TEXT, CellKind.DATE) else None
    if found is None or not rules.earliest <= found.year <= rules.latest_target + 1:
        faults.reject("decided_on_unknown", cell.place, cell.text)
        return None
    return found


def _undated_change(
    row: Row,
    known: Indicators,
    rules: YearRules,
    read: list[tuple[Row, TargetDecision]],
    faults: Faults,
) -> bool:
    """Whether the row decides a year anew without saying when. Nobody can know from when on it is in
    force, so it is held and left out; the first decision of a year must have its day."""
    if row.cell("decided_on").kind is not CellKind.EMPTY and row.text("decided_on"):
        return False
    year = year_cell(row, rules, Faults())
    named = row.text("indicator_id")
    first = next((r for r, d in read if (d.indicator_id, d.fiscal_year) == (named, year)), None)
    if first is None or named not in known.by_id:
        return False
    faults.hold("target_change_undated", row.place("decided_on"), row.text("target"), first=str(first.line))
    return True


def _unexplained(read: list[tuple[Row, TargetDecision]], faults: Faults) -> None:
    """Hold a target that differs from the one decided before it and does not say why."""
    by_year: dict[tuple[str, int], list[tuple[Row, TargetDecision]]] = {}
    for row, decision in read:
        by_year.setdefault((decision.indicator_id, decision.fiscal_year), []).append((row, decision))
    for decided in by_year.values():
        decided.sort(key=lambda pair: (pair[1].decided_on, pair[1].row))
        for (earlier, before), (row, after) in pairwise(decided):
            if after.target != before.target and not after.reason:
                said = {"before": earlier.text("target")}
                faults.hold("target_change_unexplained", row.place("reason"), row.text("target"), **said)


def _repeats(read: list[tuple[Row, TargetDecision]], faults: Faults) -> None:
    seen: dict[tuple[str, int, date], Row] = {}
    for row, decision in read:
        key = (decision.indicator_id, decision.fiscal_year, decision.decided_on)
        if key in seen:
            faults.reject(
                "target_repeated", row.place("target"), row.text("target"), first=str(seen[key].line)
            )
        seen.setdefault(key, row)
