"""Societies beside each other: a ranked dot plot, and a tile map of the year on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures import live, svg
from generator.figures.figure import Figure, Json, Row, Words, figure_id
from generator.figures.lettering import LEADING, SIZE, shorten, width, wrap
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
        found.append(_standing(entry.society, year, words))
    valued = sorted((s for s in found if s.value), key=lambda s: -Fraction(s.value.raw) if s.value else 0)
    return (*valued, *(s for s in found if not s.value))


def _standing(society: Society, year: YearResult | None, words: Words) -> Standing:
    if year is None:
        return Standing(society, None, None, words.word("figure.missing.not_reported"))
    return Standing(society, number(year.actual), number(year.target), missing(words, year.actual))


def _table(found: Sequence[Standing], words: Words) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    columns = tuple(words.word(key) for key in ("figure.society", "figure.actual", "figure.target"))
    return columns, tuple(Row(s.society.name, (s.value or s.word, s.target or "")) for s in found)


# ---------------------------------------------------------------- dots


def society_dots(
    result: IndicatorResult, fiscal_year: int, title: str, words: Words, lang: str = "ja"
) -> Figure:
    """Every society's value as a dot on its own line, highest first, its own target as a dash."""
    found = standings(result, fiscal_year, words)
    identity = figure_id("societies", result.indicator.id)
    columns, rows = _table(found, words)
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
    return svg.picture(identity, title, WIDTH, top + ROW * len(found) + 12, *drawn, *marks)


def _dot_row(
    s: Standing, name: str, axis: axes.Axis, baseline: float, left: float, right: float
) -> Iterator[svg.Element]:
    middle = baseline - SIZE * 0.36

    def x(value: Exact) -> float:
        return left + 6 + (right - left - 12) * axis.share(value)

    zero = x(Fraction(0))
    yield svg.text(EDGE, baseline, (wrap(name, left - 10, 1) or ("",))[0], "f-year")
    yield svg.line(left, middle, right, middle, "f-grid")
    if s.value:
        yield svg.line(zero, middle, x(s.value.raw), middle, "f-stem")
    if s.target:
        yield svg.line(x(s.target.raw), middle - 7, x(s.target.raw), middle + 7, "f-target")
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


# ---------------------------------------------------------------- tiles

STEPS = 4
GAP = 4.0


def tile_map(
    result: IndicatorResult,
    fiscal_year: int,
    societies: Sequence[Society],
    title: str,
    words: Words,
    href: Callable[[Society], str],
) -> Figure | None:
    """The societies as squares where they lie, shaded in four steps of equally many, each with
    its value or the word for none, and a link to its page. None without a grid to stand on."""
    placed = [s for s in societies if s.grid_col is not None and s.grid_row is not None]
    if not placed:
        return None
    by_name = {s.society.name: s for s in standings(result, fiscal_year, words)}
    found = [by_name.get(s.name) or _standing(s, None, words) for s in placed]
    identity = figure_id("map", result.indicator.id)
    columns, rows = _table(found, words)
    steps = value_steps([s.value for s in found])
    tiles = [
        Tile(s.society, s.value.shown if s.value else s.word, steps[s.value.raw] if s.value else None)
        for s in found
    ]
    ranges = _step_keys([s.value for s in found], steps, words)
    return Figure(identity, title, draw_tiles(identity, title, tiles, href, ranges), None, columns, rows)


@dataclass(frozen=True, slots=True)
class Tile:
    """One square: what it says under its name and its step of shade (1 … 4; None: a broken
    outline, or a plain one where there is nothing to say)."""

    society: Society
    said: str
    step: int | None


def value_steps(values: Sequence[Number | None]) -> Mapping[Exact, int]:
    """Step (1 lowest … 4) of each different value, so that the steps hold equally many values."""
    ranked = sorted({Fraction(v.raw): v.raw for v in values if v}.items())
    return {raw: 1 + index * STEPS // len(ranked) for index, (_, raw) in enumerate(ranked)}


def _step_keys(
    values: Sequence[Number | None], steps: Mapping[Exact, int], words: Words
) -> Sequence[tuple[int, str]]:
    """Legend of the shades: lowest and highest value of each step, as they are shown."""
    keys = []
    for step in range(1, STEPS + 1):
        inside = sorted((v for v in values if v and steps[v.raw] == step), key=lambda v: Fraction(v.raw))
        if inside:
            low, high = inside[0].shown, inside[-1].shown
            word = low if low == high else words.word("figure.class_range", low=low, high=high)
            keys.append((step, word))
    return keys


def draw_tiles(
    identity: str,
    title: str,
    tiles: Sequence[Tile],
    href: Callable[[Society], str],
    ranges: Sequence[tuple[int, str]] = (),
) -> str:
    """The map as SVG text: a group of links, not an image, so that every tile can be reached."""
    columns = [t.society.grid_col or 0 for t in tiles]
    lines = [t.society.grid_row or 0 for t in tiles]
    side = (WIDTH - EDGE * 2 + GAP) / (max(columns) - min(columns) + 1) - GAP
    side = min(side, 72.0)
    names = shorten([t.society.name for t in tiles])
    wrapped = [wrap(name, side - 2, 2) for name in names]
    said = all(width(t.said) <= side for t in tiles)
    tall = max(side, (max(len(name) for name in wrapped) + said) * LEADING + 8)
    drawn, top = _ranges(ranges)
    for tile, name in zip(tiles, wrapped, strict=True):
        x = EDGE + ((tile.society.grid_col or 0) - min(columns)) * (side + GAP)
        y = top + ((tile.society.grid_row or 0) - min(lines)) * (tall + GAP)
        drawn.append(_tile(tile, name, said, (x, y, side, tall), href))
    height = top + (max(lines) - min(lines) + 1) * (tall + GAP)
    return str(
        svg.element(
            "svg",
            *drawn,
            xmlns="http://www.w3.org/2000/svg",
            id=identity,
            class_="f-map",
            viewBox=f"0 0 {WIDTH:.0f} {svg.coordinate(height)}",
            role="group",
            aria_label=title,
        )
    )


def _tile(
    tile: Tile,
    name: Sequence[str],
    said: bool,
    place: tuple[float, float, float, float],
    href: Callable[[Society], str],
) -> svg.Element:
    x, y, side, tall = place
    look = f"f-tile-{tile.step}" if tile.step else "f-tile-none" if tile.said else "f-tile-plain"
    ink = f"f-tile-text-{tile.step or 0}"
    lines = [*name, tile.said] if said and tile.said else list(name)
    first = y + (tall - LEADING * len(lines)) / 2 + SIZE * 0.95
    texts = [
        svg.text(
            x + side / 2,
            first + LEADING * index,
            line,
            f"{ink} f-label" if said and index == len(name) else ink,
            "middle",
        )
        for index, line in enumerate(lines)
    ]
    label = f"{tile.society.name} {tile.said}".strip()
    box = svg.rect(x + 0.5, y + 0.5, side - 1, tall - 1, f"f-tile {look}")
    return svg.element(
        "a", svg.element("title", label), box, *texts, href=href(tile.society), aria_label=label
    )


def _ranges(ranges: Sequence[tuple[int, str]]) -> tuple[list[svg.Element], float]:
    drawn: list[svg.Element] = []
    x, y = EDGE, LEADING - 3
    for step, word in ranges:
        room = 18 + width(word)
        if x > EDGE and x + room > WIDTH - EDGE:
            x, y = EDGE, y + LEADING + 2
        drawn.append(svg.rect(x, y - 11, 13, 13, f"f-tile f-tile-{step}"))
        drawn.append(svg.text(x + 18, y, word, "f-key"))
        x += room + 12
    return drawn, y + 10 if drawn else 0.0
