"""Categories of a breakdown: bars for one or two years, small multiples for more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures import svg
from generator.figures.figure import Cell, Figure, Row, Words, YearLabel, figure_id
from generator.figures.lettering import LEADING, SIZE, width, wrap
from generator.figures.paper import EDGE, WIDTH, Key, legend
from generator.figures.series import lettered_unit, stretches
from generator.figures.words import missing, number
from generator.model import Breakdown, CategorySeries, Exact, IndicatorResult, Number, YearResult

MOST_BARS = 12
MOST_PANELS = 8
PANEL = 96.0
"""Height of the plot of one small multiple."""
GUTTER = 20.0


def category_chart(
    result: IndicatorResult,
    breakdown: Breakdown,
    title: str,
    words: Words,
    year_label: YearLabel,
    lang: str = "ja",
) -> Figure:
    """One breakdown of an indicator. The picture shows as many categories as stay legible, those
    with the highest latest values; the table has all, in the order of the data."""
    identity = figure_id("category", result.indicator.id, *breakdown.dimensions)
    ranked = _ranked(breakdown)
    years = _years(breakdown)
    drawn = (
        _bars(identity, title, result, ranked[:MOST_BARS], len(ranked), words, year_label, lang)
        if len(years) <= 2
        else _panels(identity, title, result, ranked[:MOST_PANELS], len(ranked), words, year_label, lang)
    )
    columns, rows = _table(breakdown, words, year_label)
    return Figure(identity, title, drawn, None, columns, rows)


def name_of(category: CategorySeries, words: Words) -> str:
    """What a category is called: its own name, or the names of a crossing side by side."""
    return words.word("figure.crossing").join(value for _, value in category.categories)


def _ranked(breakdown: Breakdown) -> Sequence[CategorySeries]:
    """Highest latest value first; ages and other ranges of numbers keep the order of the data."""
    ranges = all(any(c.isdigit() for c in row.categories[0][1]) for row in breakdown.rows)
    return breakdown.rows if ranges else sorted(breakdown.rows, key=_latest, reverse=True)


def _valued(category: CategorySeries) -> list[tuple[YearResult, Number]]:
    return [(year, year.actual) for year in category.series if isinstance(year.actual, Number)]


def _latest(category: CategorySeries) -> tuple[bool, Fraction]:
    valued = _valued(category)
    return (bool(valued), Fraction(valued[-1][1].raw) if valued else Fraction(0))


def _years(breakdown: Breakdown) -> list[int]:
    return sorted({year.fiscal_year for row in breakdown.rows for year, _ in _valued(row)})


def _table(
    breakdown: Breakdown, words: Words, year_label: YearLabel
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Categories down, years across. A period that only some categories name is a column of its own:
    no value stands under a label that its source did not give it."""
    spans = sorted({(year.fiscal_year, year.period) for row in breakdown.rows for year in row.series})
    columns = [words.word("figure.category"), *(year_label(*span) for span in spans)]
    rows = []
    for row in breakdown.rows:
        cells: dict[tuple[int, str], Cell] = {
            (year.fiscal_year, year.period): number(year.actual) or missing(words, year.actual)
            for year in row.series
        }
        rows.append(Row(name_of(row, words), tuple(cells.get(span, "") for span in spans)))
    return tuple(columns), tuple(rows)


def _keys(
    result: IndicatorResult, shown: int, total: int, words: Words, lang: str, extra: Sequence[Key]
) -> Iterator[Key]:
    if result.sample:
        yield Key("framed", words.word("figure.sample"))
    yield from extra
    unit = lettered_unit(result.indicator, lang)
    if unit:
        yield Key("none", words.word("figure.unit", unit=unit))
    if shown < total:
        yield Key("none", words.word("figure.more_categories", n=str(total - shown)))


# ---------------------------------------------------------------- one or two years


def _bars(
    identity: str,
    title: str,
    result: IndicatorResult,
    shown: Sequence[CategorySeries],
    total: int,
    words: Words,
    year_label: YearLabel,
    lang: str,
) -> str:
    numbers = [n.raw for row in shown for _, n in _valued(row)[-1:]]
    axis = axes.make(numbers, zero=True, whole=False, percent=False, lang=lang)
    of = {year_label(p.fiscal_year, p.period) for row in shown for p, _ in _valued(row)[-1:]}
    key = [Key("none", year) for year in of] if len(of) == 1 else []
    drawn, top = legend(_keys(result, len(shown), total, words, lang, key), identity)
    y = top + 4
    for row in shown:
        lines, said = _bar_words(row, words, year_label if len(of) > 1 else None)
        drawn += [svg.text(EDGE, y + 12 + LEADING * i, line, "f-year") for i, line in enumerate(lines)]
        y += LEADING * len(lines)
        drawn.append(svg.text(WIDTH - EDGE, y - LEADING + 12, said[0], said[1], "end"))
        drawn += _bar(row, axis, y)
        y += 20
    return svg.picture(identity, title, WIDTH, y, *drawn)


def _bar_words(
    row: CategorySeries, words: Words, year_label: YearLabel | None
) -> tuple[tuple[str, ...], tuple[str, str]]:
    """Name lines of a category, and the last value with its class. `year_label`: the last values are of
    different years, so each name carries its own."""
    valued = _valued(row)
    name = name_of(row, words)
    if year_label and valued:
        name = f"{name} {year_label(valued[-1][0].fiscal_year, valued[-1][0].period)}"
    gap = missing(words, row.series[-1].actual) if row.series else ""
    said = (valued[-1][1].shown, "f-label") if valued else (gap, "f-gap")
    lines = wrap(name, WIDTH - 2 * EDGE - width(said[0]) - 12, 2)
    return lines or ("",), said


def _bar(row: CategorySeries, axis: axes.Axis, top: float) -> Iterator[svg.Element]:
    def x(value: Exact) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * axis.share(value)

    zero = x(Fraction(0))
    for _, actual in _valued(row)[-1:]:
        end = x(actual.raw)
        yield svg.rect(min(zero, end), top, abs(end - zero), 10, "f-actual")
    yield svg.line(zero, top - 2, zero, top + 12, "f-zero")


# ---------------------------------------------------------------- small multiples


def _panels(
    identity: str,
    title: str,
    result: IndicatorResult,
    shown: Sequence[CategorySeries],
    total: int,
    words: Words,
    year_label: YearLabel,
    lang: str,
) -> str:
    """Two panels a row with one value axis and one span of years for all."""
    numbers = [n.raw for row in shown for _, n in _valued(row)]
    percent = result.indicator.is_percent
    axis = axes.make(numbers, zero=False, whole=False, percent=percent, lang=lang, most=3)
    points = [year for row in shown for year, _ in _valued(row)]
    first, last = min(p.fiscal_year for p in points), max(p.fiscal_year for p in points)
    ends = [_end_label(points, year, year_label) for year in (first, last)]
    span = words.word("figure.class_range", low=ends[0], high=ends[1])
    key = [Key("line", words.word("figure.actual")), Key("none", span)]
    drawn, top = legend(_keys(result, len(shown), total, words, lang, key), identity)
    side = (WIDTH - 2 * EDGE - GUTTER) / 2
    y = top + 8
    for start in range(0, len(shown), 2):
        pair = shown[start : start + 2]
        names = [wrap(name_of(row, words), side, 3) for row in pair]
        head = LEADING * max(len(name) for name in names)
        for column, (row, name) in enumerate(zip(pair, names, strict=True)):
            left = EDGE + column * (side + GUTTER)
            drawn += [svg.text(left, y + 12 + LEADING * i, line, "f-name") for i, line in enumerate(name)]
            drawn += _panel(row, axis, (first, last), (left, y + head, side))
        y += head + PANEL + 20
    return svg.picture(identity, title, WIDTH, y, *drawn)


def _end_label(points: Sequence[YearResult], year: int, year_label: YearLabel) -> str:
    """The label of the first or last year of all panels; the plain year where their labels differ."""
    periods = {point.period for point in points if point.fiscal_year == year}
    return year_label(year, periods.pop() if len(periods) == 1 else "")


def _panel(
    row: CategorySeries,
    axis: axes.Axis,
    span: tuple[int, int],
    place: tuple[float, float, float],
) -> Iterator[svg.Element]:
    left, top, side = place
    bottom = top + PANEL
    valued = _valued(row)
    margin = max(width(label) for label in axis.labels) + 6

    def x(year: int) -> float:
        room = side - margin - 8
        return left + margin + 4 + room * ((year - span[0]) / max(span[1] - span[0], 1))

    def y(value: Exact) -> float:
        return bottom - (PANEL - LEADING - 6) * axis.share(value)

    for tick, label in zip(axis.ticks, axis.labels, strict=True):
        yield svg.line(left + margin, y(tick), left + side, y(tick), "f-zero" if tick == 0 else "f-grid")
        if tick in (axis.low, axis.high):
            yield svg.text(left + margin - 6, y(tick) + SIZE * 0.35, label, "f-tick", "end")
    for run in _runs(valued):
        if len(run) > 1:
            places = " ".join(
                f"{svg.coordinate(x(p.fiscal_year))},{svg.coordinate(y(n.raw))}" for p, n in run
            )
            yield svg.element("polyline", points=places, class_="f-line")
        else:
            yield svg.element(
                "circle", cx=x(run[0][0].fiscal_year), cy=y(run[0][1].raw), r=2, class_="f-point"
            )
    for year, actual in valued[-1:]:
        yield svg.element("circle", cx=x(year.fiscal_year), cy=y(actual.raw), r=3.5, class_="f-point")
        line = [(x(p.fiscal_year), y(n.raw)) for p, n in valued]
        right = min(left + side, x(year.fiscal_year) + max(width(actual.shown) / 2, 8))
        right = max(right, left + margin + width(actual.shown))
        reach = (right - width(actual.shown), right)
        yield svg.text(right, _clear_baseline(line, reach, (top, bottom)), actual.shown, "f-label", "end")


def _runs(valued: Sequence[tuple[YearResult, Number]]) -> Iterator[list[tuple[YearResult, Number]]]:
    """Stretches of the line; a missing year or a break parts it."""
    by_year = {year.fiscal_year: (year, actual) for year, actual in valued}
    breaks = [year.fiscal_year for year, _ in valued if year.breaks_here]
    for run in stretches(list(by_year), breaks):
        yield [by_year[year] for year in run]


def _clear_baseline(
    line: Sequence[tuple[float, float]], reach: tuple[float, float], room: tuple[float, float]
) -> float:
    """Baseline of the last value's label: above all of the line that passes under it, else below."""
    beneath = [y for x, y in line if reach[0] - SIZE <= x <= reach[1] + SIZE]
    above = min(beneath) - 7
    if above - SIZE * 0.85 >= room[0]:
        return above
    return min(max(beneath) + 7 + SIZE * 0.75, room[1] - 3)
