"""The charts of an indicator's page: the series, the societies, the breakdowns.

Every figure here is drawn once; the page shows its picture and table, and its live twin goes along as a
file of the same figure, so that the three cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator import figures
from generator.model import Aggregation, Breakdown, IndicatorResult, Number, Society
from generator.pages.site import Site
from generator.render import Html, trusted

BUNDLE = "assets/vendor/plotly/plotly-basic.min.js"
SCRIPT = "assets/js/figure.js"


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure as the template sets it: picture, data table, and what makes it live.

    `title` is printed above it, empty where a heading says it already; `current` is the row to mark."""

    figure: figures.Figure
    svg: Html
    attributes: Mapping[str, str]
    title: str = ""
    current: int | None = None
    kept: str = ""
    """Where its files lie, below the tree's root and without their ending; empty where there are none."""


def chart(
    site: Site, figure: figures.Figure, root: str, title: str = "", current: int | None = None
) -> Chart:
    """Set a figure. Its SVG is written by `figures.svg`, which escapes every text in it."""
    live = figures.live_attributes(figure, site.catalogue, root, BUNDLE, site.asset)
    return Chart(figure, trusted(figure.svg), live, title, current)


def series_chart(site: Site, result: IndicatorResult, root: str) -> Chart:
    """The chart of the page: actual and target by year, the row of the current year marked."""
    sentence = site.voice.indicator(result, site.project)
    figure = figures.indicator_chart(result, sentence, site.catalogue, site.short_year, site.lang)
    shown = sorted(result.series, key=lambda y: y.fiscal_year)
    current = shown.index(result.current) if result.current in shown else None
    return chart(site, figure, root, current=current)


def society_charts(site: Site, result: IndicatorResult, root: str) -> tuple[Chart, ...]:
    """Tile map and ranked dots of the current year; nothing where no society has a number."""
    now = result.current
    if now is None or not result.indicator.public_by_society or not _any_number(result, now.fiscal_year):
        return ()
    year, words = now.fiscal_year, site.catalogue
    told = site.word("indicator.societies_alt", year=site.year(now), name=result.indicator.name)
    tiles = figures.tile_map(
        result, year, site.project.societies, told, words, society_address(root), site.lang
    )
    made = [chart(site, tiles, root, site.word("indicator.societies_map"))] if tiles else []
    if tiles and result.indicator.aggregation is Aggregation.COUNT_TRUE:
        return tuple(made)  # yes or no: dots at 0 and 1 rank nothing that the map does not say
    dots = figures.society_dots(result, year, told, words, site.lang)
    return (*made, chart(site, dots, root, site.word("indicator.societies_dots")))


def society_address(root: str) -> Callable[[Society], str]:
    """How a tile links to its society's page."""
    return lambda society: f"{root}societies/{society.slug}/"


def _any_number(result: IndicatorResult, fiscal_year: int) -> bool:
    return any(
        isinstance(year.actual, Number)
        for area in result.by_society
        for year in area.series
        if year.fiscal_year == fiscal_year
    )


def breakdown_charts(site: Site, result: IndicatorResult, root: str) -> tuple[Chart, ...]:
    """One chart for each way the indicator is broken down."""
    return tuple(_breakdown(site, result, breakdown, root) for breakdown in result.breakdowns)


def _breakdown(site: Site, result: IndicatorResult, breakdown: Breakdown, root: str) -> Chart:
    named = site.word("indicator.category_join").join(dimension(site, d) for d in breakdown.dimensions)
    told = site.word("indicator.category_alt", dimension=named, name=result.indicator.name)
    figure = figures.category_chart(result, breakdown, told, site.catalogue, site.short_year, site.lang)
    return chart(site, figure, root, site.word("indicator.category_table", dimension=named))


def dimension(site: Site, name: str) -> str:
    """The word for a breakdown (`by_sex` → 性別); a project's own names stand as they are unless its
    messages file gives them a word."""
    key = f"dimension.{name}"
    return site.word(key) if site.catalogue.has(key) else name
