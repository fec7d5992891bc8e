"""Societies beside each other in one year: a ranked dot plot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures import live, svg
from generator.figures.figure import Figure, Json, Row, Words, figure_id
from generator.figures.lettering import SIZE, shorten, width, wrap
from generator.figures.live import INK, literal, position
from generator.figures.paper import EDGE, WIDTH, Key, legend
from generator.figures.series import lettered_unit
from generator.figures.words import missing, number
from generator.model import Exact, IndicatorResult, Number, Society, YearResult

ROW = 24.0
MOST_NAME = 150.0


@dataclass(frozen=True, slots=True)
class Standing:
    """One society in one year: its value or the word for none, and its own target."""

    society: Society
    value: Number | None
    target: Number | None
    word: str


def standings(result: IndicatorResult, fiscal_year: int, words: Words) -> tuple[Standing, ...]:
    """Societies with a value from the highest down, then those without, each in list order."""
    found = []
    for entry in result.by_society:
        year = next((y for y in entry.series if y.fiscal_year == fiscal_year), None)
        found.append(standing(entry.society, year, words))
    valued = sorted((s for s in found if s.value), key=lambda s: -Fraction(s.value.raw) if s.value else 0)
    return (*valued, *(s for s in found if not s.value))


def standing(society: Society, year: YearResult | None, words: Words) -> Standing:
    if year is None:
        return Standing(society, None, None, words.word("figure.missing.not_reported"))
    return Standing(society, number(year.actual), number(year.target), missing(words, year.actual))


def table(found: Sequence[Standing], words: Words) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    columns = tuple(words.word(key) for key in ("figure.society", "figure.actual", "figure.target"))
    return columns, tuple(Row(s.society.name, (s.value or s.word, s.target or "")) for s in found)


def society_dots(
    result: IndicatorResult, fiscal_year: int, title: str, words: Words, lang: str = "ja"
) -> Figure:
    """Every society's value as a dot on its own line, highest first, its own target as a dash."""
    found = standings(result, fiscal_year, words)
    identity = figure_id("societies", result.indicator.id)
    columns, rows = table(found, words)
    numbers = [n.raw for s in found for n in (s.value, s.target) if n]
    axis = axes.make(
        numbers,
        zero=True,
        whole=result.indicator.decimals == 0,
        percent=result.indicator.is_percent,
        lang=lang,
    )
    drawn = _dots_svg(identity, title, result, found, axis, words, lang)
    twin = _dots_live(identity, found, axis, words, lang) if numbers else None
    return Figure(identity, title, drawn, twin, columns, rows)


def _dots_svg(
    identity: str,
    title: str,
    result: IndicatorResult,
    found: Sequence[Standing],
    axis: axes.Axis,
    words: Words,
    lang: str,
) -> str:
    keys = [Key("framed", words.word("figure.sample"))] if result.sample else []
    keys.append(Key("dot", words.word("figure.actual")))
    if any(s.target for s in found):
        keys.append(Key("upright-dash", words.word("figure.target")))
    unit = lettered_unit(result.indicator, lang)
    keys += [Key("none", words.word("figure.unit", unit=unit))] if unit else []
    drawn, top = legend(keys, identity)
    names = shorten([s.society.name for s in found])
    left = min(MOST_NAME, max((width(name) for name in names), default=0.0)) + 10
    right = WIDTH - EDGE - max((width(s.value.shown if s.value else s.word) for s in found), default=0.0) - 10
    right = max(right, left + 60)
    marks = [
        mark
        for index, (s, name) in enumerate(zip(found, names, strict=True))
        for mark in _dot_row(s, name, axis, top + 18 + ROW * index, left, right)
    ]
    if axis.low < 0:
        zero = _x(axis, Fraction(0), left, right)
        marks.insert(0, svg.line(zero, top + 4, zero, top + ROW * len(found) + 4, "f-zero"))
    return svg.picture(identity, title, WIDTH, top + ROW * len(found) + 12, *drawn, *marks)


def _x(axis: axes.Axis, value: Exact, left: float, right: float) -> float:
    return left + 6 + (right - left - 12) * axis.share(value)


def _dot_row(
    s: Standing, name: str, axis: axes.Axis, baseline: float, left: float, right: float
) -> Iterator[svg.Element]:
    middle = baseline - SIZE * 0.36

    def x(value: Exact) -> float:
        return _x(axis, value, left, right)

    zero = x(Fraction(0))
    yield svg.text(EDGE, baseline, (wrap(name, left - 10, 1) or ("",))[0], "f-year")
    yield svg.line(left, middle, right, middle, "f-grid")
    if s.value:
        yield svg.line(zero, middle, x(s.value.raw), middle, "f-stem")
    if s.target:
        yield svg.line(x(s.target.raw), middle - 9, x(s.target.raw), middle + 9, "f-target")
    if s.value:
        yield svg.element("circle", cx=x(s.value.raw), cy=middle, r=5, class_="f-point")
    said, look = (s.value.shown, "f-label") if s.value else (s.word, "f-gap")
    yield svg.text(WIDTH - EDGE, baseline, said, look, "end")


def _dots_live(
    identity: str, found: Sequence[Standing], axis: axes.Axis, words: Words, lang: str
) -> Mapping[str, Json]:
    rank = {s.society.name: len(found) - index for index, s in enumerate(found)}

    def trace(uid: str, key: str, pairs: Sequence[tuple[Standing, Number]], marker: Json) -> Json:
        return {
            "uid": f"{identity}-{uid}",
            "type": "scatter",
            "mode": "markers",
            "name": literal(words.word(key)),
            "x": [position(n) for _, n in pairs],
            "y": [rank[s.society.name] for s, _ in pairs],
            "hoverinfo": "text",
            "hovertext": [literal(f"{s.society.name} {words.word(key)} {n.shown}") for s, n in pairs],
            "marker": marker,
        }

    targets = [(s, s.target) for s in found if s.target]
    values = [(s, s.value) for s in found if s.value]
    dash: Json = {"symbol": "line-ns-open", "size": 14, "color": live.TARGET, "line": {"width": 3}}
    data = [trace("target", "figure.target", targets, dash)] if targets else []
    data.append(trace("actual", "figure.actual", values, {"size": 11, "color": live.ACTUAL}))
    ticks: Mapping[str, Json] = {
        "tickvals": [float(t) for t in axis.ticks],
        "ticktext": [literal(label) for label in axis.labels],
    }
    names: Mapping[str, Json] = {
        "tickvals": list(rank.values()),
        "ticktext": [literal(name) for name in rank],
        "range": [0.4, len(found) + 0.6],
    }
    across: Mapping[str, Json] = {**ticks, "showgrid": True, "zeroline": True, "zerolinecolor": INK}
    tall = live.layout(identity, across, names, showlegend=True, height=140 + 26 * len(found))
    return {"data": data, "layout": tall, "config": live.config(identity, words, lang)}
