"""The public ledger: every typed change, oldest first, with numbers as pages and API print them.

What may not be public any more (a suppressed cell, an indicator now kept at federation level) keeps
its line and loses its numbers.
"""

from __future__ import annotations

from decimal import Decimal

from generator import formats
from generator.model import Absent, Indicator, Project, Reason, Results, Status, Value, YearResult
from generator.model_release import Cell, Correction, Figures, TypedChange

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
    base = f"{API_FILE}#/corrections/{index}"
    whole = Cell(change.cell.indicator_id, change.cell.fiscal_year, change.cell.period)
    figures = _pairs(change.old, change.new, base, indicator, change.unit)
    moved_along = _pairs(change.whole_old, change.whole_new, f"{base}/whole", indicator, change.unit)
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
        whole=() if whole in hidden else moved_along,
    )


def _pairs(
    old: Figures, new: Figures, base: str, indicator: Indicator | None, unit: str
) -> tuple[tuple[str, Value, Value | None], ...]:
    here = dict(new)
    return tuple((name, *_values(base, name, was, here.get(name), indicator, unit)) for name, was in old)


def _values(
    base: str, name: str, old: str, new: str | None, indicator: Indicator | None, unit: str
) -> tuple[Value, Value | None]:
    """Both values with as many digits as the indicator has, and more where they would look alike."""
    decimals = indicator.decimals if indicator is not None else 0
    percent = unit in ("%", "％") and name not in _COUNTED

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
