"""The societies: map and list, and a page for each with its part in every public indicator.

What an indicator's definition keeps at federation level has no society series (`metrics`), and its name
alone is printed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import figures
from generator.metrics.shares import NAME as SHARE
from generator.model import (
    Absent,
    Indicator,
    IndicatorResult,
    Number,
    Plan,
    Society,
    SocietySeries,
    Value,
    YearResult,
)
from generator.pages import story_cards
from generator.pages.cards import text_card
from generator.pages.indicator_figures import society_address
from generator.pages.listing import state_words
from generator.pages.site import Site
from generator.pages.story_filters import choice_address
from generator.render import Html, Page, trusted


@dataclass(frozen=True, slots=True)
class Part:
    """One indicator as a society sees it; `share` is of the federation's total, where it can be said."""

    indicator: Indicator
    now: YearResult | None
    share: Number | None
    state: str
    spark: Html
    series: Sequence[YearResult]


@dataclass(frozen=True, slots=True)
class PlanParts:
    """The parts of one plan, and its indicators that are not told by society."""

    plan: Plan
    parts: tuple[Part, ...]
    private: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class PastRow:
    """One indicator's values of all years in the order of the table's columns."""

    indicator: Indicator
    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Block:
    name: str
    societies: tuple[Society, ...]


Own = Mapping[str, SocietySeries]
"""A society's series by indicator id."""


def pages(site: Site) -> Iterator[Page]:
    societies = site.project.societies
    if not societies:
        return
    yield _index(site)
    series = series_by_society(site.results.indicators)
    by_plan = {plan.id: site.of_plan(plan.id) for plan in site.project.plan.plans}
    for at, society in enumerate(societies):
        near = (societies[at - 1] if at else None, societies[at + 1] if at + 1 < len(societies) else None)
        yield _page(site, society, series.get(society.name, {}), by_plan, near)


def series_by_society(results: Sequence[IndicatorResult]) -> Mapping[str, Own]:
    """Society → indicator id → its series, public indicators only."""
    found: dict[str, dict[str, SocietySeries]] = {}
    for result in results:
        for own in result.by_society if result.indicator.public_by_society else ():
            found.setdefault(own.society.name, {})[result.indicator.id] = own
    return found


def _index(site: Site) -> Page:
    societies = site.project.societies
    blocks: dict[str, list[Society]] = {}
    for society in societies:
        blocks.setdefault(society.block, []).append(society)
    return Page(
        path="societies/index.md",
        template="societies.md.j2",
        title=site.word("nav.societies"),
        description=site.word(
            "societies.description", n=len(societies), organization=site.project.site.organization
        ),
        section="societies",
        context={
            "n": len(societies),
            "map": _map(site),
            "blocks": tuple(Block(name, tuple(found)) for name, found in blocks.items()),
        },
    )


def _map(site: Site) -> Html | None:
    """The societies as squares where they lie, each a link; None without a place for any."""
    placed = [s for s in site.project.societies if s.grid_col is not None and s.grid_row is not None]
    if not placed:
        return None
    tiles = [figures.Tile(society, "", None) for society in placed]
    title = site.word("indicator.societies_map")
    identity = figures.figure_id("map", "societies")
    return trusted(figures.draw_tiles(identity, title, tiles, society_address("../")))


def _page(
    site: Site,
    society: Society,
    own: Own,
    by_plan: Mapping[str, Sequence[IndicatorResult]],
    near: tuple[Society | None, Society | None],
) -> Page:
    groups = [_plan_parts(site, plan, by_plan[plan.id], own) for plan in site.project.plan.plans]
    told = [part for group in groups for part in group.parts]
    valued = sum(1 for part in told if part.now and isinstance(part.now.actual, Number))
    year = site.year(site.results.report_year)
    counts = {"name": society.name, "year": year, "n": len(told), "k": valued}
    sentence = site.word("society.sentence" if told and year else "society.sentence_empty", **counts)
    years = past_years(site, told)
    stories = story_cards.of_society(site, society.name)
    return Page(
        path=f"societies/{society.slug}.md",
        template="society.md.j2",
        title=society.name,
        description=sentence,
        section="societies",
        sample=any(y.sample for part in told for y in part.series),
        styles=story_cards.styles(stories),
        card=text_card(
            site,
            "society",
            society.slug,
            society.name,
            sentence,
            any(y.sample for part in told for y in part.series),
        ),
        context={
            "society": society,
            "crumbs": ((site.word("nav.societies"), "societies/"), (society.name, "")),
            "sentence": sentence,
            "groups": tuple(group for group in groups if group.parts),
            "private": tuple(i for group in groups for i in group.private),
            "years": tuple(years.values()),
            "past": tuple(_past(part, tuple(years)) for part in told) if len(years) > 1 else (),
            "stories": story_cards.shelf(site, stories, choice_address("society", society.slug)),
            "report_year": site.results.report_year,
            "previous": near[0],
            "following": near[1],
        },
    )


def _plan_parts(site: Site, plan: Plan, results: Sequence[IndicatorResult], own: Own) -> PlanParts:
    parts = tuple(_part(site, r, own[r.indicator.id]) for r in results if r.indicator.id in own)
    private = tuple(r.indicator for r in results if not r.indicator.public_by_society)
    return PlanParts(plan, parts, private)


def _part(site: Site, result: IndicatorResult, own: SocietySeries) -> Part:
    now = own.current
    share = dict(now.extra).get(SHARE) if now else None
    mine = replace(result, series=own.series, current=now)
    return Part(
        indicator=result.indicator,
        now=now,
        share=share if isinstance(share, Number) else None,
        state=state_words(site, now),
        spark=trusted(figures.spark(mine)),
        series=own.series,
    )


YearKey = tuple[int, str]


def past_years(site: Site, parts: Sequence[Part]) -> Mapping[YearKey, str]:
    """The years in which any of the parts has a value, oldest first, with their labels."""
    found = {
        (year.fiscal_year, year.period): site.year(year)
        for part in parts
        for year in part.series
        if isinstance(year.actual, Number)
    }
    return dict(sorted(found.items()))


def _past(part: Part, years: Sequence[YearKey]) -> PastRow:
    by_year = {(y.fiscal_year, y.period): y.actual for y in part.series}
    return PastRow(part.indicator, tuple(_printed(by_year.get(key)) for key in years))


def _printed(value: Value | None) -> Value | None:
    """A dash where nothing was asked for yet; every other gap says why."""
    return None if isinstance(value, Absent) and value.reason.value == "not_due" else value
