"""Social impact: how the work is meant to change things, what was estimated, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import figures, formats
from generator.figures import Row, Span
from generator.metrics import declared
from generator.model import Indicator, Number, Plan, Value
from generator.model_impact import (
    Factor,
    ImpactResults,
    LogicModel,
    LogicNode,
    OutcomeResult,
    RippleResult,
    SroiResult,
    SurveyYear,
)
from generator.model_story import Story
from generator.pages import story_cards
from generator.pages.chrome import shows_impact
from generator.pages.indicator_figures import Chart, chart
from generator.pages.site import Site
from generator.pages.surveys import state
from generator.render import Page

FILE = "api/v1/impact.json"
ROOT = "../"
STAGES = ("activity", "output", "outcome", "impact")
MEASURES = ("output", "value_added", "wages", "employment")


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a logic model, what it leads to, and where it is measured."""

    node: LogicNode
    leads_to: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    projects: tuple[str, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """A logic model in its four columns."""

    model: LogicModel
    plan: Plan
    stages: tuple[tuple[str, tuple[Box, ...]], ...]


@dataclass(frozen=True, slots=True)
class Unequal:
    """A measure whose printed parts add up to another number than the printed total."""

    measure: str
    added: Value
    total: Value


@dataclass(frozen=True, slots=True)
class Ripple:
    """One event's effect as the page shows it."""

    found: RippleResult
    chart: Chart
    items: tuple[tuple[str, Number, bool, str], ...]
    """Sector, amount, whether at purchasers' prices, source."""
    sector_columns: tuple[str, ...]
    sector_rows: tuple[Row, ...]
    unequal: tuple[Unequal, ...]
    indicators: tuple[Indicator, ...]
    projects: tuple[str, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Valued:
    """One outcome of the value map with its factors as declared."""

    found: OutcomeResult
    factors: tuple[tuple[str, Factor, declared.Ends], ...]


@dataclass(frozen=True, slots=True)
class Sroi:
    """One SROI account as the page shows it."""

    found: SroiResult
    chart: Chart
    items: tuple[tuple[str, Number, str], ...]
    discount: declared.Ends
    outcomes: tuple[Valued, ...]
    indicators: tuple[Indicator, ...]
    projects: tuple[str, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey's newest year, in one line."""

    indicator: Indicator
    year: SurveyYear
    state: str


def pages(site: Site) -> Iterator[Page]:
    if not shows_impact(site.project):
        return
    impact = site.results.impact or ImpactResults()
    surveys = tuple(_surveys(site))
    yield Page(
        path="impact.md",
        template="impact.md.j2",
        title=site.word("nav.impact"),
        description=site.word("impact.description", plan=site.project.plan.title),
        section="impact",
        sample=_samples(impact) or any(asked.year.sample for asked in surveys),
        context={
            "crumbs": ((site.word("nav.impact"), ""),),
            "logics": tuple(_logic(site, model) for model in impact.logic_models),
            "ripples": tuple(_ripple(site, r, n) for n, r in enumerate(impact.ripples)),
            "accounts": tuple(_sroi(site, s, n) for n, s in enumerate(impact.sroi)),
            "surveys": surveys,
            "gate": formats.rate_text(site.project.settings.survey_gate, 0),
            "json": FILE if impact != ImpactResults() else "",
        },
    )


def _samples(impact: ImpactResults) -> bool:
    return any(
        (
            any(r.event.sample for r in impact.ripples),
            any(s.account.sample for s in impact.sroi),
            any(m.sample for m in impact.logic_models),
        )
    )


def _indicators(site: Site, ids: Sequence[str]) -> tuple[Indicator, ...]:
    return tuple(r.indicator for r in site.results.indicators if r.indicator.id in ids)


def _projects(site: Site, ids: Sequence[str]) -> tuple[str, ...]:
    """Names of the projects, each once, in the order of the file."""
    return tuple(dict.fromkeys(p.name for p in site.project.projects if p.id in ids))


# ---------------------------------------------------------------- logic models


def _logic(site: Site, model: LogicModel) -> Logic:
    names = {node.id: node.text for node in model.nodes}

    def box(node: LogicNode) -> Box:
        return Box(
            node,
            tuple(names[i] for i in node.leads_to if i in names),
            _indicators(site, node.links.indicators),
            _projects(site, node.links.projects),
            story_cards.named(site, node.links.stories),
        )

    stages = tuple((s, tuple(box(node) for node in model.nodes if node.stage == s)) for s in STAGES)
    return Logic(model, site.plan(model.plan_id), tuple((s, boxes) for s, boxes in stages if boxes))


# ---------------------------------------------------------------- ripple


def _ripple(site: Site, found: RippleResult, n: int) -> Ripple:
    event = found.event
    amounts = declared.sums(tuple(i.amount for i in event.demand), f"{FILE}#/ripples/{n}/demand_items")
    columns = ("demand", "self_sufficiency", "direct", "first", "second", "total")
    return Ripple(
        found=found,
        chart=_waterfall(site, found),
        items=tuple((i.sector, a, i.purchaser, i.source) for i, a in zip(event.demand, amounts, strict=True)),
        sector_columns=(
            site.word("impact.sector"),
            *(site.word(f"impact.column.{name}") for name in columns),
        ),
        sector_rows=tuple(
            Row(s.sector, _cells(site, *(getattr(s, name) for name in columns))) for s in found.sectors
        ),
        unequal=tuple(Unequal(name, added, getattr(found.total, name)) for name, added in found.rounded_sums),
        indicators=_indicators(site, event.links.indicators),
        projects=_projects(site, event.links.projects),
        stories=story_cards.named(site, event.links.stories),
    )


def _waterfall(site: Site, found: RippleResult) -> Chart:
    """The rounds one after another, each bar beginning where the last one ended; the total."""
    unit = found.event.table.unit
    title = site.word("impact.waterfall", title=found.event.title, unit=unit)
    spans, reached = [], 0.0
    for one in found.rounds:
        if isinstance(one.output, Number):
            end = reached + float(one.output.raw)
            spans.append(Span(site.word(f"impact.round.{one.name}"), one.output.shown, reached, end))
            reached = end
    if isinstance(found.total.output, Number):
        whole = float(found.total.output.raw)
        spans.append(Span(site.word("impact.round.total"), found.total.output.shown, 0.0, whole, "f-total"))
    rounds = (*found.rounds, found.total)
    shown = tuple(m for m in MEASURES if any(isinstance(getattr(r, m), Number) for r in rounds))
    columns = (site.word("impact.step"), *(site.word(f"impact.measure.{m}", unit=unit) for m in shown))
    rows = tuple(
        Row(site.word(f"impact.round.{r.name}"), _cells(site, *(getattr(r, m) for m in shown)))
        for r in rounds
    )
    figure = figures.span_chart(f"ripple-{found.event.id}", title, spans, columns, rows)
    return chart(site, figure, ROOT)


def _cells(site: Site, *values: Value) -> tuple[figures.Cell, ...]:
    return tuple(v if isinstance(v, Number) else site.word(f"reason.{v.reason.value}") for v in values)


# ---------------------------------------------------------------- SROI


def _sroi(site: Site, found: SroiResult, n: int) -> Sroi:
    account, base = found.account, f"{FILE}#/sroi/{n}"
    amounts = declared.sums(tuple(i.amount for i in account.inputs), f"{base}/input_items")
    return Sroi(
        found=found,
        chart=_tornado(site, found),
        items=tuple((i.name, a, i.source) for i, a in zip(account.inputs, amounts, strict=True)),
        discount=declared.ends("discount_rate", account.discount, f"{base}/discount_rate"),
        outcomes=tuple(
            Valued(o, tuple(declared.factors(o.outcome, f"{base}/outcomes/{i}")))
            for i, o in enumerate(found.outcomes)
        ),
        indicators=_indicators(site, account.links.indicators),
        projects=_projects(site, account.links.projects),
        stories=story_cards.named(site, account.links.stories),
    )


def _tornado(site: Site, found: SroiResult) -> Chart:
    """The range of all factors together, then of one at a time, the widest first."""
    names = {o.outcome.id: o.outcome.name for o in found.outcomes}
    spans = [_span(site, site.word("impact.all_factors"), found.low, found.high, "f-total")]
    rows = []
    for bar in found.tornado:
        factor = site.word(f"impact.factor.{bar.factor}")
        outcome = names.get(bar.outcome_id, "")
        label = site.word("impact.factor_of", outcome=outcome, factor=factor) if outcome else factor
        spans.append(_span(site, label, bar.at_low, bar.at_high, "f-actual"))
        rows.append(Row(label, _cells(site, bar.low, bar.at_low, bar.high, bar.at_high)))
    keys = ("factor", "low", "at_low", "high", "at_high")
    columns = tuple(site.word(f"impact.tornado_{key}") for key in keys)
    title = site.word("impact.tornado", title=found.account.title)
    middle = float(found.ratio.raw) if isinstance(found.ratio, Number) else None
    drawn = [span for span in spans if span is not None]
    return chart(
        site,
        figures.span_chart(
            f"sroi-{found.account.id}", title, drawn, columns, tuple(rows), middle, zero=False
        ),
        ROOT,
    )


def _span(site: Site, label: str, one: Value, other: Value, look: str) -> Span | None:
    if not (isinstance(one, Number) and isinstance(other, Number)):
        return None
    low, high = sorted((one, other), key=lambda number: number.raw)
    said = site.word("impact.range", low=low.shown, high=high.shown)
    return Span(label, said, float(low.raw), float(high.raw), look)


# ---------------------------------------------------------------- surveys


def _surveys(site: Site) -> Iterator[Asked]:
    for survey in site.results.surveys:
        year = survey.years[-1]
        indicator = site.results.of(survey.indicator_id).indicator
        yield Asked(indicator, year, state(year.federation))
