"""A chart the size of a word, for lists: no text, because the row beside it says it all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures import svg
from generator.figures.figure import figure_id
from generator.figures.series import Form, Point, form_of, stretches
from generator.figures.words import number
from generator.model import Exact, IndicatorResult

WIDTH, HEIGHT, RIM = 96.0, 32.0, 3.0


def spark(result: IndicatorResult) -> str:
    """SVG text of the mini chart, hidden from readers who hear the page; empty without numbers."""
    points = [
        Point(
            y.fiscal_year, "", number(y.actual), number(y.target), y.target_revised, "", y.provisional,
            y.reference_only, y.breaks_here, y,
        )
        for y in sorted(result.series, key=lambda year: year.fiscal_year)
    ]  # fmt: skip
    values = [n.raw for point in points for n in (point.actual, point.target) if n]
    if not values:
        return ""
    form = form_of(result.indicator, points)
    axis = axes.make(values, zero=form is Form.BARS, whole=False, percent=False, lang="ja")
    exact = [Fraction(value) for value in values]
    # Not the round ends of the axis but those of the values: at this size every pixel counts.
    low, high = min(exact), max(exact)
    if axis.low <= 0 <= axis.high:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    tight = axes.Axis((low, high if high > low else low + 1), ("", ""))
    return str(
        svg.element(
            "svg",
            *_marks(result, points, form, tight),
            xmlns="http://www.w3.org/2000/svg",
            id=figure_id("spark", result.indicator.id),
            class_="f-spark",
            viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
            width=WIDTH,
            height=HEIGHT,
            aria_hidden="true",
            focusable="false",
        )
    )


def _marks(
    result: IndicatorResult, points: list[Point], form: Form, axis: axes.Axis
) -> Iterator[svg.Element]:
    first, slots = points[0].year, points[-1].year - points[0].year + 1
    slot = WIDTH / slots

    def x(point: Point) -> float:
        return slot * (point.year - first + 0.5)

    def y(value: Exact) -> float:
        return HEIGHT - RIM - (HEIGHT - 2 * RIM) * axis.share(value)

    ground = y(max(axis.low, min(axis.high, Fraction(0))))
    valued = [(point, point.actual) for point in points if point.actual]
    if form is Form.BARS:
        for point, actual in valued:
            top = y(actual.raw)
            wide = min(slot * 0.66, 14)
            look = "f-actual" if point.result is result.current else "f-actual f-before"
            yield svg.rect(x(point) - wide / 2, min(top, ground), wide, max(abs(top - ground), 0.75), look)
    else:
        by_year = {point.year: (point, actual) for point, actual in valued}
        breaks = [point.year for point in points if point.break_here]
        for run in stretches(list(by_year), breaks):
            pairs = [by_year[year] for year in run]
            places = " ".join(f"{svg.coordinate(x(p))},{svg.coordinate(y(n.raw))}" for p, n in pairs)
            if len(run) > 1:
                yield svg.element("polyline", points=places, class_="f-line")
        for point, actual in valued[-1:]:
            yield svg.element("circle", cx=x(point), cy=y(actual.raw), r=2.5, class_="f-point")
    for point in points:
        if point.target and slots <= 20:
            mark = y(point.target.raw)
            yield svg.line(x(point) - slot * 0.42, mark, x(point) + slot * 0.42, mark, "f-target")
