"""Do the federation's targets (data/targets.csv) and its societies' targets say the same?

The federation's target beats the sum of the societies' (contract); where the two differ, someone
should know. Looked at only where every society concerned has a target of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.findings import Finding, Place
from generator.model import Aggregation, Indicator, Observation, Society, Status, TargetDecision
from generator.parse.tables import Faults

YearOf = tuple[str, int]


def differing_targets(
    decisions: Iterable[TargetDecision],
    observations: Iterable[Observation],
    indicators: Iterable[Indicator],
    societies: Iterable[Society],
) -> list[Finding]:
    """A warning for every year whose societies' targets come to none of the decided ones, at the
    newest decision."""
    decided: dict[YearOf, list[TargetDecision]] = {}
    for decision in decisions:
        decided.setdefault((decision.indicator_id, decision.fiscal_year), []).append(decision)
    rows: dict[str, list[Observation]] = {}
    for row in observations:
        rows.setdefault(row.indicator_id, []).append(row)
    names = [s.name for s in societies]
    faults = Faults()
    for indicator in indicators:
        own = rows.get(indicator.id, [])
        members = [n for n in names if indicator.all_societies or any(r.society == n for r in own)]
        for (name, year), given in sorted(decided.items(), key=lambda item: item[0]):
            if name == indicator.id:
                _look(given, together(of_year(own, year), members, indicator), faults)
    return faults.found


def of_year(rows: Iterable[Observation], year: int) -> dict[str, Observation]:
    """The societies' rows of a year that speak of totals."""
    return {
        r.society: r for r in rows if r.fiscal_year == year and r.society is not None and not r.dimensions
    }


def together(rows: Mapping[str, Observation], members: Sequence[str], indicator: Indicator) -> Decimal | None:
    """What the societies' targets come to: their sum, for a ratio the one they all have. None where
    one is missing, or where it would need the denominators."""
    concerned = [n for n in members if n not in rows or rows[n].status is not Status.NOT_APPLICABLE]
    targets = [rows[n].target for n in concerned if n in rows]
    known = [t for t in targets if t is not None]
    if not known or len(known) < len(concerned):
        return None
    if indicator.aggregation in (Aggregation.SUM, Aggregation.COUNT_TRUE):
        return sum(known, Decimal(0))
    if indicator.aggregation is Aggregation.RATIO_OF_SUMS and len(set(known)) == 1:
        return known[0]
    return None


def _look(given: Sequence[TargetDecision], found: Decimal | None, faults: Faults) -> None:
    if found is None or any(d.target == found for d in given):
        return
    newest = max(given, key=lambda d: (d.decided_on, d.row))
    place = Place(newest.file, line=newest.row, column="target")
    values = {"indicator": newest.indicator_id, "year": str(newest.fiscal_year), "sum": f"{found:f}"}
    faults.warn("target_not_the_sum", place, f"{newest.target:f}", **values)
