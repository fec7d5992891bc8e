"""The public ledger: every typed change, oldest first, with numbers as pages and API print them.

What may not be public any more (a suppressed cell, an indicator now kept at federation level) keeps
its line and loses its numbers.
"""

from __future__ import annotations

from decimal import Decimal

from generator import formats
from generator.model import Absent, Indicator, Project, Reason, Results, Status, Value, YearResult
from generator.model_release import Cell, Correction, TypedChange

API_FILE = "api/v1/corrections.json"
_MOST_DIGITS = 10
_COUNTED = ("numerator", "denominator")


def corrections(project: Project, results: Results) -> tuple[Correction, ...]:
    """All typed changes of all releases in the order in which they were written down."""
    typed = (change for release in project.releases for change in release.changes)
    defined = {indicator.id: indicator for indicator in project.indicators}
    hidden = hidden_cells(results)
    return tuple(
        _correction(index, change, defined.get(change.cell.indicator_id), hidden)
        for index, change in enumerate(typed)
    )


def hidden_cells(results: Results) -> frozenset[Cell]:
    """Cells that the results know and do not show."""
    found = set()
    for result in results.indicators:
        name = result.indicator.id
        areas: list[tuple[tuple[YearResult, ...], str, tuple[tuple[str, str], ...]]]
        areas = [(result.series, "", ())]
        areas += [(area.series, area.society.name, ()) for area in result.by_society]
        rows = (row for breakdown in result.breakdowns for row in breakdown.rows)
        listed = [*areas, *((row.series, "", row.categories) for row in rows)]
        for series, society, categories in listed:
            for year in series:
                if year.status is Status.SUPPRESSED or year.actual == Absent(Reason.SUPPRESSED):
                    found.add(Cell(name, year.fiscal_year, year.period, society, categories))
    return frozenset(found)


def _correction(
    index: int, change: TypedChange, indicator: Indicator | None, hidden: frozenset[Cell]
) -> Correction:
    private = indicator is not None and not indicator.public_by_society and bool(change.cell.society)
    withheld = change.withheld or private or change.cell in hidden
    new = dict(change.new)
    figures = tuple(
        (name, *_values(index, name, old, new.get(name), indicator, change.unit)) for name, old in change.old
    )
    return Correction(
        index=index,
        cell=change.cell,
        name=indicator.name if indicator is not None else change.name,
        unit=indicator.unit if indicator is not None else change.unit,
        slug=indicator.slug if indicator is not None else "",
        kind=change.kind,
        reason=change.reason,
        by=change.by,
        on=change.on,
        figures=() if withheld else figures,
        withheld=withheld,
    )


def _values(
    index: int, name: str, old: str, new: str | None, indicator: Indicator | None, unit: str
) -> tuple[Value, Value | None]:
    """Both values with as many digits as the indicator has, and more where they would look alike."""
    decimals = indicator.decimals if indicator is not None else 0
    percent = unit in ("%", "％") and name not in _COUNTED
    base = f"{API_FILE}#/corrections/{index}"

    def at(digits: int) -> tuple[Value, Value | None]:
        was = formats.value_number(Decimal(old), digits, percent, f"{base}/old/{name}")
        if new is None:
            return was, None
        return was, formats.value_number(Decimal(new), digits, percent, f"{base}/new/{name}")

    digits = decimals
    if new is not None:
        rounded = formats.plain
        while digits < _MOST_DIGITS and rounded(Decimal(old), digits, grouped=False) == rounded(
            Decimal(new), digits, grouped=False
        ):
            digits += 1
    return at(digits)
