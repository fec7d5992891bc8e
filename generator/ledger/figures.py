"""Every public figure of the results as one flat, sorted table. What is hidden is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import formats
from generator.model import Grade, IndicatorResult, Number, Results, TargetRevision, Value, YearResult
from generator.model_release import Cell, Figures, PublicFigures


def public_figures(results: Results) -> tuple[PublicFigures, ...]:
    """The figures of federation, societies, categories and target decisions, sorted by cell."""
    found = (figures for result in results.indicators for figures in _of_indicator(result))
    return tuple(sorted(found, key=lambda figures: figures.cell))


def _of_indicator(result: IndicatorResult) -> Iterator[PublicFigures]:
    name = result.indicator.id
    yield from _series(name, result.series, graded=True)
    if result.indicator.public_by_society:
        for area in result.by_society:
            yield from _series(name, area.series, society=area.society.name)
    for breakdown in result.breakdowns:
        for row in breakdown.rows:
            yield from _series(name, row.series, dimensions=row.categories)
    for revision in result.history:
        if revision.decided_on is not None:
            yield _decision(name, revision)


def _series(
    name: str,
    series: Iterable[YearResult],
    society: str = "",
    dimensions: tuple[tuple[str, str], ...] = (),
    graded: bool = False,
) -> Iterator[PublicFigures]:
    """The years that have a public number. Only the federation's grade is kept with its figures."""
    for year in series:
        cell = Cell(name, year.fiscal_year, year.period, society, dimensions)
        grade = year.grade.value if graded and year.grade is not Grade.NONE else ""
        if figures := _figures(year):
            yield PublicFigures(cell, figures, year.status.value, grade)


def _figures(year: YearResult) -> Figures:
    given: tuple[tuple[str, Value | None], ...] = (
        ("target", year.target),
        ("actual", year.actual),
        ("numerator", year.numerator),
        ("denominator", year.denominator),
    )
    return tuple((name, formats.raw(value.raw)) for name, value in given if isinstance(value, Number))


def _decision(name: str, revision: TargetRevision) -> PublicFigures:
    day = revision.decided_on.isoformat() if revision.decided_on else ""
    cell = Cell(name, revision.fiscal_year, decided_on=day)
    return PublicFigures(cell, (("target", formats.raw(revision.target.raw)),))
