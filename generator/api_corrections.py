"""The correction ledger as JSON: /api/v1/corrections.json, and the part of it in each indicator's file."""

from __future__ import annotations

from collections.abc import Sequence

from generator.api_results import Json, Object, number
from generator.model import Value
from generator.model_release import Correction


def document(lines: Sequence[Correction]) -> Object:
    """/api/v1/corrections.json: every typed change, oldest first; places in the list never move."""
    return {"$schema": "corrections.schema.json", "corrections": [_correction(line) for line in lines]}


def of_indicator(lines: Sequence[Correction], indicator_id: str) -> list[Json]:
    """The changes of one indicator, in the same form."""
    return [_correction(line) for line in lines if line.cell.indicator_id == indicator_id]


def _correction(line: Correction) -> Object:
    """`old` and `new` by measure; a figure that was taken back is null in `new`; both are empty
    where the figures are `withheld`. `whole`: the federation's figures that moved along."""
    cell = line.cell
    return {
        "index": line.index,
        "type": line.kind.value,
        "on": line.on.isoformat(),
        "by": line.by,
        "reason": line.reason,
        "cell": cell.name,
        "indicator": cell.indicator_id,
        "name": line.name,
        "unit": line.unit,
        "fiscal_year": cell.fiscal_year,
        "period": cell.period,
        "society": cell.society or None,
        "categories": dict(cell.dimensions),
        "decided_on": cell.decided_on or None,
        "withheld": line.withheld,
        **_figures(line.figures),
        "whole": _figures(line.whole),
    }


def _figures(figures: Sequence[tuple[str, Value, Value | None]]) -> Object:
    return {
        "old": {measure: number(old) for measure, old, _ in figures},
        "new": {measure: None if new is None else number(new) for measure, _, new in figures},
    }
