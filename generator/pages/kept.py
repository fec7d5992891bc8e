"""The charts of an indicator's page as files: what each of them says inside the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator import colour, figures, opendata
from generator.model import Artefact, Direction, IndicatorResult, Number
from generator.pages import structured
from generator.pages.indicator_figures import Chart
from generator.pages.site import Site, indicator_address, numbered
from generator.pages.sources import short_source


@dataclass(frozen=True, slots=True)
class Kept:
    """The charts of one page with the ways to their files, and the SVG files themselves; the PNG of each
    is drawn from its file (`generator.charts`)."""

    series: Chart
    by_society: tuple[Chart, ...]
    by_category: tuple[Chart, ...]
    files: tuple[Artefact, ...]


def kept(
    site: Site,
    result: IndicatorResult,
    series: Chart,
    by_society: Sequence[Chart],
    by_category: Sequence[Chart],
    drawn: bool,
) -> Kept:
    """`drawn`: whether the series has anything to keep."""
    shown = _years(site, result)
    now = site.year(result.current)
    own = [(chart, now) for chart in by_society]
    own += [(chart, shown) for chart in by_category]
    told = site.voice.indicator(result, site.project).text
    files = [_file(site, result, series, _series(site, result), told, shown)] if drawn else []
    files += [_file(site, result, chart, chart.title, "", years) for chart, years in own]
    return Kept(
        series=_with_way(series) if drawn else series,
        by_society=tuple(_with_way(chart) for chart in by_society),
        by_category=tuple(_with_way(chart) for chart in by_category),
        files=tuple(sorted(files, key=lambda file: file.path)),
    )


def _with_way(chart: Chart) -> Chart:
    return replace(chart, kept=figures.path_of(chart.figure))


def _file(
    site: Site, result: IndicatorResult, chart: Chart, part: str, sentence: str, years: str
) -> Artefact:
    about, settings = result.indicator, site.project.site
    told = figures.Told(
        title=numbered(about),
        part=part,
        sample=site.word("sample.mark") if result.sample or settings.sample else "",
        sentence=sentence,
        notes=tuple(f"{n.mark} {site.dated(n.fiscal_year, n.text)}" for n in chart.figure.notes),
        facts=tuple(_facts(site, result, years)),
        organization=settings.organization,
        address=structured.root(site) + indicator_address(about),
        lang=site.lang,
    )
    svg = figures.kept_chart(chart.figure, told, colour.of_brand(settings.brand))
    return Artefact(f"{figures.path_of(chart.figure)}.svg", svg.encode())


def _series(site: Site, result: IndicatorResult) -> str:
    """What the chart of the years holds: an indicator without direction has no target to name."""
    aims = result.indicator.direction is not Direction.NONE
    return site.word("keep.series" if aims else "keep.series_plain")


def _facts(site: Site, result: IndicatorResult, years: str) -> Iterable[str]:
    source, licence = short_source(result.indicator.source), opendata.licence(site.project.site.license)
    if source:
        yield site.word("keep.source", source=source)
    if years:
        yield site.word("keep.years", years=years)
    yield site.word("keep.license", license=licence.title)


def _years(site: Site, result: IndicatorResult) -> str:
    """From the first year with a value to the last: the date of the data."""
    with_value = sorted(
        (year for year in result.series if isinstance(year.actual, Number)), key=lambda y: y.fiscal_year
    )
    if not with_value:
        return site.year(result.current)
    first, last = site.year(with_value[0]), site.year(with_value[-1])
    return first if first == last else site.word("keep.from_to", first=first, last=last)
