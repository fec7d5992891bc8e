"""Years from top to bottom, for numbers too long to stand above a bar (1,234,567,890 千円)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures import svg
from generator.figures.figure import Words
from generator.figures.lettering import width
from generator.figures.paper import EDGE, WIDTH, legend
from generator.figures.series import Point, Series
from generator.figures.timechart import keys, look
from generator.model import Exact

ROW = 40.0
BAR = 12.0
WIDEST_LABEL = WIDTH - 2 * EDGE


def draw(series: Series, words: Words) -> str:
    """The chart as SVG text: a line of words and numbers for each year, its bar beneath."""
    axis = axes.make(
        [number.raw for number in series.numbers], zero=True, whole=False, percent=False, lang=series.lang
    )
    drawn_keys, top = legend(keys(series, words), series.id)
    height = top + ROW * len(series.points) + 8
    marks = [
        mark
        for index, point in enumerate(series.points)
        for mark in _row(series, axis, point, top + 6 + index * ROW, words)
    ]
    defs = svg.hatch(series.id) if any(point.provisional for point in series.points) else None
    return svg.picture(series.id, series.title, WIDTH, height, defs, *drawn_keys, *marks)


def _x(axis: axes.Axis, value: Exact) -> float:
    return EDGE + 2 + (WIDTH - 2 * EDGE - 4) * axis.share(value)


def _row(series: Series, axis: axes.Axis, point: Point, top: float, words: Words) -> Iterator[svg.Element]:
    baseline, bar = top + 14, top + 20
    year = " ".join((point.label, *series.marks(point.year)))
    if point.year in series.breaks:
        yield svg.line(EDGE, top - 1, WIDTH - EDGE, top - 1, "f-break")
    yield svg.text(EDGE, baseline, year, "f-year")
    said = point.actual.shown if point.actual else _promised(point, words)
    if width(year) + 8 + width(said) <= WIDEST_LABEL:
        yield svg.text(WIDTH - EDGE, baseline, said, "f-label" if point.actual else "f-gap", "end")
    zero = _x(axis, Fraction(0))
    yield svg.line(zero, bar - 3, zero, bar + BAR + 3, "f-zero")
    if point.actual:
        end = _x(axis, point.actual.raw)
        yield svg.rect(min(zero, end), bar, abs(end - zero), BAR, *look(series, point))
    if point.target:
        x = _x(axis, point.target.raw)
        yield svg.line(x, bar - 3, x, bar + BAR + 3, "f-target")
    if point.revised:
        x = _x(axis, point.revised.raw)
        yield svg.rect(x - 2, bar - 3, 4, BAR + 6, "f-revised")


def _promised(point: Point, words: Words) -> str:
    """What stands in a year without a value: its word, and the target if there is one."""
    newest = (point.revised and ("figure.target_revised", point.revised)) or (
        point.target and ("figure.target", point.target)
    )
    told = [point.gap] if point.gap else []
    if newest:
        told.append(f"{words.word(newest[0])} {newest[1].shown}")
    return words.word("figure.between").join(told)
