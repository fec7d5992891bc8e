"""Words and numbers on a time chart: every label finds a clear place, or stays away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.figures.lettering import LEADING, SIZE, width, wrap
from generator.figures.paper import Box, Paper, Spot
from generator.figures.series import Form, Point
from generator.figures.sheet import Sheet, neighbours
from generator.model import Number


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
    """Above (below zero: under) the bar, beyond a dash that is in the way, or inside the bar;
    a point of a line has its label above, below or beside it."""
    x, y = sheet.x(point.year), sheet.y(actual.raw)
    clearance = 9.0 if sheet.series.form is Form.LINE else 5.0
    below = Spot(x, y + clearance + SIZE * 0.75, "f-label")
    negative = sheet.series.form is Form.BARS and actual.raw < 0
    if negative:
        yield below
    else:
        yield Spot(x, y - clearance, "f-label")
    marks = [sheet.y(number.raw) for number in (point.target, point.revised) if number]
    beyond = sorted(mark for mark in marks if (mark > y) == negative)
    if sheet.series.form is Form.LINE:
        yield below
        aside = width(actual.shown) / 2 + 8
        yield Spot(x + aside, y + SIZE * 0.36, "f-label")
        yield Spot(x - aside, y + SIZE * 0.36, "f-label")
        return
    for mark in reversed(beyond):
        # Farther off, the label would be taken for the target's.
        if abs(mark - y) < LEADING + clearance:
            yield Spot(x, mark + 4 + SIZE * 0.85 if negative else mark - 6, "f-label")
    if not point.provisional and not point.reference and abs(y - sheet.ground) > LEADING + 2:
        yield Spot(x, y - 6 if negative else y + SIZE, "f-label f-inside")


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
