"""Societies as squares where they lie, for the year on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.figures import svg
from generator.figures.figure import Figure, Words, figure_id
from generator.figures.lettering import LEADING, SIZE, shorten, width, wrap
from generator.figures.paper import EDGE, WIDTH, Key, legend
from generator.figures.series import lettered_unit
from generator.figures.societies import standing, standings, table
from generator.model import Exact, IndicatorResult, Number, Society

STEPS = 4
GAP = 4.0


def tile_map(
    result: IndicatorResult,
    fiscal_year: int,
    societies: Sequence[Society],
    title: str,
    words: Words,
    href: Callable[[Society], str],
    lang: str = "ja",
) -> Figure | None:
    """The societies as squares where they lie, shaded in four steps of equally many, each with
    its value or the word for none, and a link to its page. None without a grid to stand on."""
    placed = [s for s in societies if s.grid_col is not None and s.grid_row is not None]
    if not placed:
        return None
    by_name = {s.society.name: s for s in standings(result, fiscal_year, words)}
    found = [by_name.get(s.name) or standing(s, None, words) for s in placed]
    identity = figure_id("map", result.indicator.id)
    columns, rows = table(found, words)
    steps = value_steps([s.value for s in found])
    tiles = [
        Tile(s.society, s.value.shown if s.value else s.word, steps[s.value.raw] if s.value else None)
        for s in found
    ]
    ranges = _step_keys([s.value for s in found], steps, words)
    keys = [Key("framed", words.word("figure.sample"))] if result.sample else []
    unit = lettered_unit(result.indicator, lang)
    keys += [Key("none", words.word("figure.unit", unit=unit))] if unit else []
    drawn = draw_tiles(identity, title, tiles, href, ranges, keys)
    return Figure(identity, title, drawn, None, columns, rows)


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
    if len(ranked) < STEPS:
        return {
            raw: 1 + index * (STEPS - 1) // max(len(ranked) - 1, 1) for index, (_, raw) in enumerate(ranked)
        }
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
    keys: Sequence[Key] = (),
) -> str:
    """The map as SVG text: a group of links, not an image, so that every tile can be reached. Above it
    stand `keys` (sample, unit) and the `ranges` of the shades."""
    columns = [t.society.grid_col or 0 for t in tiles]
    lines = [t.society.grid_row or 0 for t in tiles]
    side = (WIDTH - EDGE * 2 + GAP) / (max(columns) - min(columns) + 1) - GAP
    side = min(side, 72.0)
    names = shorten([t.society.name for t in tiles])
    wrapped = [wrap(name, side - 2, 2) for name in names]
    said = all(width(t.said) <= side for t in tiles)
    tall = max(side, (max(len(name) for name in wrapped) + said) * LEADING + 8)
    drawn, used = legend(keys, identity)
    shades, top = _ranges(ranges, used)
    drawn += shades
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
    # The title alone names the link: an aria-label would have to repeat the words as they are broken.
    return svg.element("a", svg.element("title", label), box, *texts, href=href(tile.society))


def _ranges(ranges: Sequence[tuple[int, str]], top: float) -> tuple[list[svg.Element], float]:
    drawn: list[svg.Element] = []
    x, y = EDGE, top + LEADING + (1 if top else -3)
    for step, word in ranges:
        room = 18 + width(word)
        if x > EDGE and x + room > WIDTH - EDGE:
            x, y = EDGE, y + LEADING + 2
        drawn.append(svg.rect(x, y - 11, 13, 13, f"f-tile f-tile-{step}"))
        drawn.append(svg.text(x + 18, y, word, "f-key"))
        x += room + 12
    return drawn, y + 10 if drawn else top
