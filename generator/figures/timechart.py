"""Years from left to right: bars or a line for what was, a thin dash for what was promised.

One layout for every screen: 360 units wide with 14-unit type, so that on the narrowest phone
(288 px of chart) the type is above 11 px; the style sheet makes the type smaller on wide screens.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures import axis as axes
from generator.figures import svg, timelabels
from generator.figures.figure import Words
from generator.figures.lettering import LEADING, SIZE, width
from generator.figures.paper import EDGE, WIDTH, Box, Key, Spot, legend
from generator.figures.series import FEW, Form, Point, Series
from generator.figures.sheet import EMPTY_HEIGHT, HEIGHT, Sheet, neighbours


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
    timelabels.years(sheet, height)
    timelabels.place(sheet)
    defs = svg.hatch(series.id) if any(point.provisional for point in series.points) else None
    return svg.picture(series.id, series.title, WIDTH, height, defs, *drawn_keys, *sheet.paper.elements)


def keys(series: Series, words: Words) -> Iterator[Key]:
    """The legend: only what occurs, the sample mark first."""
    points, bars = series.points, series.form is Form.BARS
    if series.sample:
        yield Key("framed", words.word("figure.sample"))
    yield Key("bar" if bars else "line", words.word("figure.actual"))
    if any(point.target for point in points):
        yield Key("dash", words.word("figure.target"))
    if any(point.revised for point in points):
        yield Key("hollow-dash", words.word("figure.target_revised"))
    if any(point.provisional and point.actual for point in points):
        yield Key("hatched" if bars else "open-dot", words.word("figure.provisional"))
    if any(point.reference and point.actual for point in points):
        yield Key("outlined" if bars else "open-dot", words.word("figure.reference"))
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
            sheet.paper.keep_clear(Box(0, y - SIZE * 0.5, sheet.left - 4, y + SIZE * 0.4))
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


def _bars(sheet: Sheet) -> Iterator[svg.Element]:
    wide = sheet.bar_width
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


def _segments(sheet: Sheet) -> Iterator[svg.Element]:
    for run in neighbours(sheet.series):
        if len(run) > 1:
            places = " ".join(
                f"{svg.coordinate(sheet.x(p.year))},{svg.coordinate(sheet.y(p.actual.raw))}"
                for p in run
                if p.actual
            )
            yield svg.element("polyline", points=places, class_="f-line")


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
