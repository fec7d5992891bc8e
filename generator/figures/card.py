"""The mini chart of a card, as shares of its width and height: the card's drawing knows no numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures.series import Form, Point, form_of, stretches
from generator.figures.words import number
from generator.model import Exact, IndicatorResult
from generator.model_card import CardBar, CardChart, CardLabel

YEARS = 6
"""The newest years a card has room for."""
BAR, DASH = 0.66, 0.86
"""Width of a column and of a target's dash, as a share of a year's width."""
DIGITS = 4


def card_chart(result: IndicatorResult, label: Callable[[int, str], str]) -> CardChart | None:
    """The newest years up to the last with a value or target; None where there is no value to draw."""
    points = _points(result)
    if not any(point.actual for point in points):
        return None
    form = form_of(result.indicator, points)
    values = [n.raw for point in points for n in (point.actual, point.target) if n]
    axis = axes.make(values, zero=form is Form.BARS, whole=False, percent=False, lang="ja")
    first, slot = points[0].year, 1 / (points[-1].year - points[0].year + 1)

    def x(point: Point) -> float:
        return slot * (point.year - first + 0.5)

    def y(value: Exact) -> float:
        return round(axis.share(value), DIGITS)

    ground = y(max(axis.low, min(axis.high, Fraction(0))))
    valued = {point.year: point for point in points if point.actual}
    breaks = [point.year for point in points if point.break_here]
    last = valued[max(valued)]
    lines = () if form is Form.BARS else tuple(
        tuple((round(x(valued[year]), DIGITS), _y(valued[year], y)) for year in run)
        for run in stretches(list(valued), breaks)
    )  # fmt: skip
    return CardChart(
        ground=ground,
        bars=tuple(_bar(p, x(p), slot, ground, y, result) for p in valued.values())
        if form is Form.BARS
        else (),
        lines=lines,
        dot=None if form is Form.BARS else (round(x(last), DIGITS), _y(last, y)),
        targets=tuple(
            (round(x(p) - slot * DASH / 2, DIGITS), round(slot * DASH, DIGITS), y(p.target.raw))
            for p in points
            if p.target
        ),
        labels=tuple(CardLabel(round(x(p), DIGITS), label(p.year, p.result.period)) for p in points),
    )


def _points(result: IndicatorResult) -> list[Point]:
    points = [
        Point(
            y.fiscal_year, "", number(y.actual), number(y.target), y.target_revised, "", y.provisional,
            y.reference_only, y.breaks_here, y,
        )
        for y in sorted(result.series, key=lambda year: year.fiscal_year)
        if number(y.actual) or number(y.target)
    ]  # fmt: skip
    return points[-YEARS:]


def _y(point: Point, y: Callable[[Exact], float]) -> float:
    return y(point.actual.raw) if point.actual else 0.0


def _bar(
    point: Point, middle: float, slot: float, ground: float, y: Callable[[Exact], float], r: IndicatorResult
) -> CardBar:
    top = _y(point, y)
    return CardBar(
        x=round(middle - slot * BAR / 2, DIGITS),
        width=round(slot * BAR, DIGITS),
        low=min(top, ground),
        high=max(top, ground),
        now=point.result is r.current,
        open=point.provisional,
    )
