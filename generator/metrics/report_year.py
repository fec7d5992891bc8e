"""The year the site speaks about (metrics: report year)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Direction, Indicator, Number, Status, YearResult


def has_value(result: YearResult) -> bool:
    """Whether the year was reported at all; a hidden value was."""
    return isinstance(result.actual, Number) or result.status is Status.SUPPRESSED


def report_year(all_series: Iterable[Sequence[YearResult]]) -> int | None:
    """Latest fiscal year in which at least half of the indicators that have any value have one."""
    years = [{r.fiscal_year for r in series if has_value(r)} for series in all_series]
    years = [y for y in years if y]
    candidates = sorted({y for found in years for y in found}, reverse=True)
    return next((c for c in candidates if 2 * sum(c in y for y in years) >= len(years)), None)


def current(indicator: Indicator, series: Sequence[YearResult], year: int | None) -> YearResult | None:
    """The point the page speaks about: the report year's unless it is not due, else the latest
    with a value; an indicator without direction shows its latest value."""
    valued = [r for r in series if has_value(r)]
    if indicator.direction is Direction.NONE:
        return valued[-1] if valued else None
    due = [r for r in series if r.fiscal_year == year and r.status is not Status.NOT_DUE]
    return next(reversed(due or valued), None)


def before(series: Sequence[YearResult], now: YearResult | None) -> YearResult | None:
    """The year before `now`, if it has a value."""
    if now is None:
        return None
    last = [r for r in series if r.fiscal_year == now.fiscal_year - 1 and has_value(r)]
    same = [r for r in last if r.period == now.period]
    return next(reversed(same or last), None)
