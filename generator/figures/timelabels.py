"""Words and numbers on a time chart: every label finds a clear place, or stays away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.figures.lettering import LEADING, SIZE, width, wrap
from generator.figures.paper import Box, Paper, Spot
from generator.figures.series import Form, Point
from generator.figures.sheet import Sheet, neighbours
from generator.model import Number

_OVER = 5.0
"""From a mark up to the baseline of the label above it."""
_UNDER = 5.0 + SIZE * 0.75
"""From a mark down to the baseline of the label below it."""


def place(sheet: Sheet) -> None:
    """Labels of values, then the words of gaps, then targets where there is still room."""
    for run in neighbours(sheet.series):
        if sheet.series.form is Form.LINE:
            _keep_clear_of_line(sheet, run)
    for point in _labelled(sheet):
        if point.actual:
            spots = list(_actual_spots(sheet, point, point.actual))
            sheet.paper.label(point.actual.shown, spots, must=sheet.series.form is Form.BARS)
    _keep_clear_of_bars(sheet)
    _gaps(sheet)
    for point in reversed(sheet.series.points):
        newest = point.revised or point.target
        if newest and not sheet.crowded:
            spot = Spot(sheet.x(point.year), sheet.y(newest.raw) - 6, "f-target-label")
            sheet.paper.label(newest.shown, [spot])


def _labelled(sheet: Sheet) -> Sequence[Point]:
    """Points to label, most important first: all of few; else last, first, highest, lowest."""
    valued = [point for point in sheet.series.points if point.actual]
    if not sheet.crowded or not valued:
        return valued
    ranked = sorted(valued, key=lambda point: point.actual.raw if point.actual else 0)
    chosen = [valued[-1], valued[0], ranked[-1], ranked[0]]
    return [point for index, point in enumerate(chosen) if point not in chosen[:index]]


def _actual_spots(sheet: Sheet, point: Point, actual: Number) -> Iterator[Spot]:
    marks = [sheet.y(number.raw) for number in (point.target, point.revised) if number]
    place = (sheet.x(point.year), sheet.y(actual.raw))
    if sheet.series.form is Form.LINE:
        return _line_spots(place, marks, width(actual.shown) / 2 + 8)
    holds = not point.provisional and not point.reference and abs(place[1] - sheet.ground) > LEADING + 2
    return _bar_spots(place, marks, actual.raw < 0, holds)


def _bar_spots(
    place: tuple[float, float], marks: Sequence[float], negative: bool, holds: bool
) -> Iterator[Spot]:
    """Above the bar (below zero: under it), beyond a dash that is in the way, or inside the bar."""
    x, y = place
    yield Spot(x, y + _UNDER if negative else y - _OVER, "f-label")
    beyond = [mark for mark in marks if (mark > y) == negative]
    for mark in sorted(beyond, key=lambda mark: abs(mark - y)):
        # Farther off, the label would be taken for the target's.
        if abs(mark - y) < LEADING + _OVER:
            yield Spot(x, mark + _UNDER + 2 if negative else mark - _OVER - 2, "f-label")
    if holds:
        yield Spot(x, y - 6 if negative else y + SIZE, "f-label f-inside")


def _line_spots(place: tuple[float, float], marks: Sequence[float], aside: float) -> Iterator[Spot]:
    """Above or below the point, beside it, or beyond a dash that all but touches it."""
    x, y = place
    yield Spot(x, y - _OVER - 4, "f-label")
    yield Spot(x, y + _UNDER + 4, "f-label")
    for mark in sorted(marks, key=lambda mark: abs(mark - y)):
        if abs(mark - y) < LEADING:
            yield Spot(x, mark - _OVER - 1 if mark <= y else mark + _UNDER + 1, "f-label")
    for shift in (0.36, -0.4, 1.1):
        yield Spot(x + aside, y + SIZE * shift, "f-label")
        yield Spot(x - aside, y + SIZE * shift, "f-label")


def _keep_clear_of_bars(sheet: Sheet) -> None:
    if sheet.series.form is Form.BARS:
        half = sheet.bar_width / 2
        for point in sheet.series.points:
            if point.actual:
                x, y = sheet.x(point.year), sheet.y(point.actual.raw)
                sheet.paper.keep_clear(Box(x - half, min(y, sheet.ground), x + half, max(y, sheet.ground)))


def _gaps(sheet: Sheet) -> None:
    """One word for each stretch of years without a value, level if it fits, else upright."""
    for word, stretch in groupby(sheet.series.points, key=lambda point: point.gap):
        points = list(stretch)
        if not word:
            continue
        middle = (sheet.x(points[0].year) + sheet.x(points[-1].year)) / 2
        base = min(sheet.bottom, sheet.ground) - 6
        level = width(word) <= sheet.slot * len(points) + 4
        spots = [Spot(middle, base - lane * LEADING, "f-gap") for lane in range(3)]
        if not (level and sheet.paper.label(word, spots)):
            sheet.paper.upright(word, middle, base, sheet.top, "f-gap")


def _keep_clear_of_line(sheet: Sheet, run: Sequence[Point]) -> None:
    """Labels stay off the line too: it is taken for a chain of small boxes."""
    places = [(sheet.x(point.year), sheet.y(point.actual.raw)) for point in run if point.actual]
    for (x1, y1), (x2, y2) in pairwise(places):
        steps = max(2, round(max(x2 - x1, abs(y2 - y1)) / 6))
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            sheet.paper.keep_clear(Box(x - 2, y - 2, x + 2, y + 2))


def years(sheet: Sheet, height: float) -> None:
    """Year labels from the last one backwards, as many as stand clear of each other."""
    labels = Paper()
    for point in reversed(sheet.series.points):
        written = wrap(point.label, max(sheet.slot * 1.5, 110), 1)
        clear = written and labels.label(written[0], [Spot(sheet.x(point.year), height - 5, "f-year")])
        if clear:
            labels.taken[-1] = _wider(labels.taken[-1])
    sheet.paper.draw(*reversed(labels.elements))


def _wider(box: Box) -> Box:
    return Box(box.left - 5, box.top, box.right + 5, box.bottom)
