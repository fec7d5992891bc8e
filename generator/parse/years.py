"""Which fiscal years can be right in a project, from the plan and never from a clock."""

from __future__ import annotations

from dataclasses import dataclass

from generator import grammar
from generator.grammar import Refusal
from generator.load.raw import CellKind
from generator.model import PlanDocument
from generator.parse.tables import KIND_CODES, Faults, Row

YEARS_BEFORE = 60
"""Years before the plan that a series may reach back; a century off is a typing error."""
YEARS_AFTER = 30
"""Years after the last target that a target may be set for."""


@dataclass(frozen=True, slots=True)
class YearRules:
    """`earliest`…`latest_actual` may have actual values, up to `latest_target` targets."""

    start_month: int = 4
    earliest: int = 1900
    latest_actual: int = 2100
    latest_target: int = 2100

    @classmethod
    def of_plan(cls, plan: PlanDocument, start_month: int) -> YearRules:
        """From the plan's period: an actual later than the plan's last year cannot be known."""
        last = max(plan.period_to, plan.targets_to)
        return cls(start_month, plan.period_from - YEARS_BEFORE, last, last + YEARS_AFTER)


def year_cell(row: Row, rules: YearRules, faults: Faults) -> int | None:
    """The fiscal year of a row, or None with a fault."""
    cell = row.cell("fiscal_year")
    if cell.kind not in (CellKind.TEXT, CellKind.NUMBER, CellKind.EMPTY):
        code = "year_is_date" if cell.kind is CellKind.DATE else KIND_CODES.get(cell.kind, "year_unknown")
        faults.reject(code, cell.place, cell.text, meant="")
        return None
    found = grammar.year(cell.text, rules.start_month)
    if isinstance(found, Refusal):
        faults.reject(found.code.value, cell.place, cell.text, meant=found.hint)
        return None
    if not rules.earliest <= found <= rules.latest_target:
        limits = {"first": str(rules.earliest), "last": str(rules.latest_target)}
        faults.reject("year_out_of_reach", cell.place, cell.text, **limits)
        return None
    return found
