"""The indicator page, top to bottom as the product description orders it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import figures, formats
from generator.model import (
    Direction,
    Grade,
    Indicator,
    IndicatorResult,
    Notice,
    Number,
    Reason,
    SeriesBreak,
    TargetRevision,
    YearResult,
)
from generator.pages import cards, data, kept, story_cards, structured, surveys
from generator.pages.corrections import newest_first
from generator.pages.indicator_figures import SCRIPT, breakdown_charts, series_chart, society_charts
from generator.pages.site import Site, indicator_address, numbered, year_src
from generator.pages.sources import short_source
from generator.pages.story_filters import choice_address
from generator.render import Page

MOST_BREAKDOWNS = 6
"""How many ways to break an indicator down stand open on its page."""
MANY_ROWS = 24
"""From more years on the table beneath the chart is folded."""
ROOT = "../../"
"""From an indicator's page to the site's root."""


def pages(site: Site) -> Iterator[Page]:
    for result in site.results.indicators:
        yield _page(site, result)


def _page(site: Site, result: IndicatorResult) -> Page:
    indicator = result.indicator
    sentence = site.voice.indicator(result, site.project)
    series = series_chart(site, result, ROOT)
    by_society = society_charts(site, result, ROOT)
    by_category = breakdown_charts(site, result, ROOT)
    drawn = _any_number(result)
    charts = kept.kept(site, result, series, by_society, by_category, drawn)
    return Page(
        path=f"indicators/{indicator.slug}.md",
        template="indicator.md.j2",
        title=numbered(indicator),
        description=sentence.text,
        section="indicators",
        sample=result.sample,
        scripts=(SCRIPT,),
        styles=story_cards.styles(story_cards.of_indicator(site, indicator.id)),
        files=(
            *figures.figure_artefacts(c.figure for c in (series, *by_society, *by_category)),
            *charts.files,
        ),
        card=cards.indicator_card(site, result),
        about=(structured.dataset(site, result, sentence.text),),
        context={
            "i": indicator,
            "result": result,
            "now": result.current,
            "sentence": sentence,
            **_place(site, result),
            **_year(site, result),
            **_targets(result),
            **_neighbours(site, result),
            "chart": charts.series,
            "drawn": drawn,
            "many_rows": MANY_ROWS,
            "chart_caption": table_caption(site, result, site.word("indicator.chart_table")),
            "category_caption": lambda title: table_caption(site, result, title),
            "source": short_source(indicator.source),
            "address": site.project.site.site_url + indicator_address(indicator),
            "society_charts": charts.by_society,
            "breakdowns": charts.by_category,
            "most_breakdowns": MOST_BREAKDOWNS,
            "societies": result.by_society if indicator.public_by_society else (),
            "facts": facts(site, indicator),
            "stories": _stories(site, indicator),
            "review": result.review,
            "survey": surveys.section(site, indicator, result.current, ROOT),
            "corrections": newest_first(site, indicator.id),
            "csv": f"data/{indicator.id}.csv",
            "json": f"api/v1/indicators/{indicator.id}.json",
            "kinds": data.kinds(result),
            "cited": data.of_indicator(site, result),
        },
    )


def _stories(site: Site, indicator: Indicator) -> story_cards.Shelf:
    found = story_cards.of_indicator(site, indicator.id)
    return story_cards.shelf(site, found, choice_address("indicator", indicator.slug))


def _any_number(result: IndicatorResult) -> bool:
    """Whether the series has anything to draw: a value or a target."""
    return any(isinstance(v, Number) for year in result.series for v in (year.actual, year.target))


def table_caption(site: Site, result: IndicatorResult, title: str) -> str:
    """What a data table holds, in which unit, and that its numbers are samples."""
    unit = result.indicator.unit.strip()
    facts = [site.word("figure.unit", unit=unit)] if unit else []
    facts += [site.word("sample.mark")] if result.sample else []
    told = site.word("figure.between").join(facts)
    return site.word("indicator.table_facts", title=title, facts=told) if told else title


def _place(site: Site, result: IndicatorResult) -> Mapping[str, object]:
    """Where the indicator belongs: plan › measure."""
    plan = site.plan(result.plan_id)
    measure = site.measure(result.plan_id, result.measure_id)
    name = site.measure_name(measure)
    address = f"plans/{plan.slug}/"
    return {
        "crumbs": ((plan.title, address), (name, f"{address}#measure-{measure.id}")),
        "measure": measure,
        "measure_name": name,
    }


def _year(site: Site, result: IndicatorResult) -> Mapping[str, object]:
    """What is said about the year the page speaks of."""
    indicator, now = result.indicator, result.current
    return {
        "judged": indicator.direction is not Direction.NONE,
        "src": year_src(result, now) if now else "",
        "value_note": _value_note(site, indicator, now),
        "difference_unit": site.word("indicator.points") if indicator.is_percent else indicator.unit,
        "band": band_words(site, now) if now else "",
        "notices": tuple(
            site.dated(n.fiscal_year, n.text) for n in indicator.notices if _stands_above(n, now)
        ),
        "breaks": tuple(b for b in indicator.breaks if _matters(b, now)),
    }


def _value_note(site: Site, indicator: Indicator, now: YearResult | None) -> str:
    if now is None or not isinstance(now.actual, Number):
        return ""
    basis = site.word("indicator.value_plain", basis=site.word(f"basis.{indicator.time_basis.value}"))
    provisional = site.word("indicator.value_provisional") if now.provisional else ""
    reference = site.word(_reference_key(now)) if now.reference_only else ""
    return basis + provisional + reference


def _reference_key(now: YearResult) -> str:
    """Why the value is only a 参考値: too few answered the survey, or too few reported."""
    if now.grade_reason is Reason.LOW_RESPONSE:
        return "indicator.value_low_response"
    return "indicator.value_reference"


def band_words(site: Site, now: YearResult) -> str:
    """What the grade means, where it was given for a rate: 「Bは達成率80%以上100%未満です。」"""
    if not isinstance(now.achievement, Number) or now.grade in (Grade.NONE, Grade.E):
        return ""
    bands = sorted(site.project.settings.grade_bands, key=lambda b: b.at_least)
    low = next((b.at_least for b in bands if b.grade is now.grade), None)
    high = next((b.at_least for b in bands if low is None or b.at_least > low), None)
    limits = {key: formats.rate_text(at, 0) for key, at in (("low", low), ("high", high)) if at is not None}
    form = "below" if low is None else "from" if high is None else "between"
    return site.word(f"indicator.band_{form}", grade=now.grade.value, **limits)


def _stands_above(notice: Notice, now: YearResult | None) -> bool:
    """Notices without a year, and those of the year shown; the others stand beneath the chart."""
    return notice.fiscal_year is None or (now is not None and notice.fiscal_year == now.fiscal_year)


def _matters(series_break: SeriesBreak, now: YearResult | None) -> bool:
    """A break concerns the comparison with last year in the year it happens."""
    return now is not None and series_break.fiscal_year == now.fiscal_year


def _targets(result: IndicatorResult) -> Mapping[str, object]:
    """The decisions about the year shown, oldest first; all decisions for the table."""
    year = result.current.fiscal_year if result.current else None
    order = sorted(result.history, key=_decided)
    return {"history": tuple(r for r in order if r.fiscal_year == year) or tuple(order), "targets": order}


def _decided(revision: TargetRevision) -> tuple[int, int]:
    return (revision.decided_on.toordinal() if revision.decided_on else 0, revision.fiscal_year)


def _neighbours(site: Site, result: IndicatorResult) -> Mapping[str, object]:
    def of(indicator_id: str | None) -> Indicator | None:
        return site.project.indicator(indicator_id) if indicator_id else None

    return {
        "previous": of(result.previous_id),
        "following": of(result.next_id),
        "related": tuple(site.results.of(indicator_id) for indicator_id in result.related),
    }


def facts(site: Site, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """Definition and everything that tells how to read it; only what the project says."""
    told = (
        ("definition", indicator.definition),
        ("unit", indicator.unit),
        ("how_counted", indicator.how_counted),
        ("direction", site.word(f"direction.{indicator.direction.value}")),
        ("basis", site.word(f"basis.{indicator.time_basis.value}")),
        ("aggregation", site.word(f"aggregation.{indicator.aggregation.value}")),
        ("decision", indicator.decision),
        ("source", indicator.source),
        ("contact", indicator.contact or site.project.site.contact),
        ("next_update", indicator.next_update),
        ("sdgs", site.word("coverage.separator").join(indicator.sdgs)),
    )
    return tuple((site.word(f"indicator.{key}"), text) for key, text in told if text)
