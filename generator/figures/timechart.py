"""Years from left to right: bars or a line for what was, a thin dash for what was promised.

One layout for every screen: 360 units wide with 14-unit type, so that on the narrowest phone
(288 px of chart) the type is above 11 px; the style sheet makes the type smaller on wide screens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby, pairwise

from generator.figures import axis as axes
from generator.figures import svg
from generator.figures.figure import Words
from generator.figures.lettering import LEADING, SIZE, width, wrap
from generator.figures.paper import EDGE, WIDTH, Box, Key, Paper, Spot, legend
from generator.figures.series import FEW, Form, Point, Series
from generator.model import Exact, Number

HEIGHT = 236.0
"""Height of the sheet with one line of legend."""
EMPTY_HEIGHT = 110.0
"""Height where there is not a single number to draw."""
HEADROOM = 18.0
"""Room between the last tick and the edge of the plot, for the label of the longest bar."""


@dataclass(slots=True)
class Sheet:
    """A chart being drawn: where the plot stands, and the way from numbers to places."""

    series: Series
    axis: axes.Axis
    left: float
    top: float
    bottom: float
    paper: Paper = field(default_factory=Paper)

    @property
    def slot(self) -> float:
        """Width of one year."""
        return (WIDTH - EDGE - self.left) / len(self.series.years)

    def x(self, year: int) -> float:
        """Middle of a year."""
        return self.left + self.slot * (year - self.series.points[0].year + 0.5)

    def y(self, value: Exact) -> float:
        below = self.axis.low < 0 or self.series.form is Form.LINE
        low = self.bottom - (HEADROOM if below else 0)
        return low - (low - self.top - HEADROOM) * self.axis.share(value)

    @property
    def ground(self) -> float:
        """Where bars start: zero, or the lowest tick of an axis that does not reach it."""
        return self.y(max(self.axis.low, min(self.axis.high, Fraction(0))))

    @property
    def crowded(self) -> bool:
        """Whether there are too many years to label every one."""
        return len(self.series.years) > FEW


def fits(series: Series) -> bool:
    """Whether every bar's own label has room above it; otherwise the chart lies down (`rowchart`)."""
    years = len(series.years)
    if years > FEW:
        return True
    slot = (WIDTH - 2 * EDGE) / years
    widest = max((width(point.actual.shown) for point in series.points if point.actual), default=0.0)
    return widest <= slot - 2


def draw(series: Series, words: Words) -> str:
    """The chart as SVG text. The series has at least one point."""
    axis = axes.make(
        [number.raw for number in series.numbers],
        zero=series.form is Form.BARS,
        whole=series.indicator.decimals == 0,
        percent=series.indicator.is_percent,
        lang=series.lang,
    )
    drawn_keys, used = legend(keys(series, words), series.id)
    height = (HEIGHT if series.numbers else EMPTY_HEIGHT) + max(used - LEADING, 0)
    sheet = Sheet(series, axis, _left(series, axis), used + 4, height - LEADING - 4)
    sheet.top += _notes(sheet)
    _grid(sheet)
    _breaks(sheet)
    _actuals(sheet)
    _targets(sheet)
    _years(sheet, height)
    _labels(sheet)
    defs = svg.hatch(series.id) if any(point.provisional for point in series.points) else None
    return svg.picture(series.id, series.title, WIDTH, height, defs, *drawn_keys, *sheet.paper.elements)


def keys(series: Series, words: Words) -> Iterator[Key]:
    """The legend: only what occurs, the sample mark first."""
    points = series.points
    if series.sample:
        yield Key("framed", words.word("figure.sample"))
    yield Key("bar" if series.form is Form.BARS else "line", words.word("figure.actual"))
    if any(point.target for point in points):
        yield Key("dash", words.word("figure.target"))
    if any(point.revised for point in points):
        yield Key("hollow-dash", words.word("figure.target_revised"))
    if any(point.provisional and point.actual for point in points):
        yield Key("hatched", words.word("figure.provisional"))
    if any(point.reference and point.actual for point in points):
        yield Key("outlined", words.word("figure.reference"))
    if series.unit:
        yield Key("none", words.word("figure.unit", unit=series.unit))


def _left(series: Series, axis: axes.Axis) -> float:
    """Left margin: as wide as the tick labels, or nothing where the bars need the room and,
    each having its label, can do without ticks."""
    if not series.numbers:
        return EDGE
    margin = max(width(label) for label in axis.labels) + 8
    slot = (WIDTH - EDGE - margin) / len(series.years)
    widest = max((width(point.actual.shown) for point in series.points if point.actual), default=0.0)
    drop = series.form is Form.BARS and len(series.years) <= FEW and widest > slot - 2
    return EDGE if drop else margin


def _grid(sheet: Sheet) -> None:
    labelled = sheet.left > EDGE
    for tick, label in zip(sheet.axis.ticks, sheet.axis.labels, strict=True):
        y = sheet.y(tick)
        if labelled:
            sheet.paper.draw(svg.text(sheet.left - 6, y + SIZE * 0.35, label, "f-tick", "end"))
            if tick != 0:
                sheet.paper.draw(svg.line(sheet.left, y, WIDTH - EDGE, y, "f-grid"))


def _notes(sheet: Sheet) -> float:
    """Note marks above their years, in as many lanes as they need; returns the height used."""
    lowest = 0.0
    for year in sorted({note.fiscal_year for note in sheet.series.notes}):
        shift = sheet.slot / 2 if year in sheet.series.breaks else 0.0
        marks = " ".join(sheet.series.marks(year))
        lanes = [Spot(sheet.x(year) - shift, sheet.top + LEADING * lane, "f-note") for lane in range(1, 5)]
        sheet.paper.label(marks, lanes, must=True)
        lowest = max(lowest, sheet.paper.taken[-1].bottom - sheet.top)
    return lowest


def _breaks(sheet: Sheet) -> None:
    for year in sorted(sheet.series.breaks):
        x = sheet.x(year) - sheet.slot / 2
        sheet.paper.draw(svg.line(x, sheet.top, x, sheet.bottom, "f-break"))


def _targets(sheet: Sheet) -> None:
    half = sheet.slot / 2 if sheet.crowded else min(sheet.slot * 0.42, 32)
    for point in sheet.series.points:
        x = sheet.x(point.year)
        if point.target:
            y = sheet.y(point.target.raw)
            if point.actual and sheet.series.form is Form.BARS:
                sheet.paper.draw(svg.line(x - half, y, x + half, y, "f-halo"))
            sheet.paper.draw(svg.line(x - half, y, x + half, y, "f-target"))
            sheet.paper.keep_clear(Box(x - half, y - 2, x + half, y + 2))
        if point.revised:
            y = sheet.y(point.revised.raw)
            sheet.paper.draw(svg.rect(x - half, y - 2, half * 2, 4, "f-revised"))
            sheet.paper.keep_clear(Box(x - half, y - 3, x + half, y + 3))


def _actuals(sheet: Sheet) -> None:
    if sheet.series.form is Form.BARS:
        sheet.paper.draw(*_bars(sheet))
    else:
        sheet.paper.draw(*_segments(sheet), *_dots(sheet))
    if sheet.axis.low <= 0 <= sheet.axis.high:
        sheet.paper.draw(svg.line(sheet.left, sheet.ground, WIDTH - EDGE, sheet.ground, "f-zero"))


def _bar_width(sheet: Sheet) -> float:
    return min(sheet.slot * 0.62, 44)


def _bars(sheet: Sheet) -> Iterator[svg.Element]:
    wide = _bar_width(sheet)
    for point in sheet.series.points:
        if point.actual is None:
            continue
        y = sheet.y(point.actual.raw)
        top, height = min(y, sheet.ground), abs(y - sheet.ground)
        yield svg.rect(sheet.x(point.year) - wide / 2, top, wide, height, *look(sheet.series, point))


def look(series: Series, point: Point) -> tuple[str, str | None]:
    """Class and fill of an actual: reference values are outlined, provisional ones hatched."""
    if point.reference:
        return "f-reference", None
    if point.provisional:
        return "f-provisional", f"url(#{series.id}-hatch)"
    return "f-actual", None


def runs(series: Series) -> Iterator[list[Point]]:
    """Stretches of the line: neighbouring years with values, not across a break."""
    stretch: list[Point] = []
    for point in series.points:
        if point.actual is None:
            continue
        joined = stretch and point.year == stretch[-1].year + 1 and point.year not in series.breaks
        if not joined:
            if stretch:
                yield stretch
            stretch = []
        stretch.append(point)
    if stretch:
        yield stretch


def _segments(sheet: Sheet) -> Iterator[svg.Element]:
    for run in runs(sheet.series):
        if len(run) > 1:
            _keep_clear_of_line(sheet, run)
            places = " ".join(
                f"{svg.coordinate(sheet.x(p.year))},{svg.coordinate(sheet.y(p.actual.raw))}"
                for p in run
                if p.actual
            )
            yield svg.element("polyline", points=places, class_="f-line")


def _keep_clear_of_line(sheet: Sheet, run: Sequence[Point]) -> None:
    """Labels stay off the line too: it is taken for a chain of small boxes."""
    places = [(sheet.x(point.year), sheet.y(point.actual.raw)) for point in run if point.actual]
    for (x1, y1), (x2, y2) in pairwise(places):
        steps = max(2, round(max(x2 - x1, abs(y2 - y1)) / 6))
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            sheet.paper.keep_clear(Box(x - 2, y - 2, x + 2, y + 2))


def _dots(sheet: Sheet) -> Iterator[svg.Element]:
    radius = 2.5 if len(sheet.series.years) > 3 * FEW else 3.0 if sheet.crowded else 4.5
    for point in sheet.series.points:
        if point.actual:
            hollow = "f-point f-point-open" if point.reference or point.provisional else "f-point"
            said = svg.element("title", f"{point.label} {point.actual.shown}") if sheet.crowded else None
            x, y = sheet.x(point.year), sheet.y(point.actual.raw)
            yield svg.element("circle", said, cx=x, cy=y, r=radius, class_=hollow)
            if not sheet.crowded:
                sheet.paper.keep_clear(Box(x - 4, y - 4, x + 4, y + 4))


def _years(sheet: Sheet, height: float) -> None:
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


# ---------------------------------------------------------------- labels


def _labels(sheet: Sheet) -> None:
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
        half = _bar_width(sheet) / 2
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
