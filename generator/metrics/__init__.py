"""Metrics: a checked project in, every published number out, each with its working.

`compute` reads as the table of contents: areas of each indicator → judged series → report
year → current points → plans and the whole. Pure; exact until `formats` rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.metrics import (
    achievement,
    areas,
    impact_results,
    plan_level,
    report_year,
    shares,
    survey_results,
    targets,
    years,
)
from generator.metrics.areas import Areas, Categories, Source
from generator.metrics.point import Point, Target
from generator.metrics.series import series
from generator.metrics.track import Rules
from generator.model import (
    Aggregation,
    Breakdown,
    CategorySeries,
    Direction,
    GroupResult,
    Indicator,
    IndicatorResult,
    Observation,
    Project,
    Results,
    Review,
    SocietySeries,
    TargetDecision,
    YearResult,
)

Place = tuple[str, str]
JUDGED_BY_CATEGORY = (Direction.INCREASE, Direction.DECREASE)
WITHOUT_OWN_BOUNDS = (Aggregation.SUM, Aggregation.COUNT_TRUE)
"""A range declared for a sum is the federation's; its societies are not judged by it."""


def compute(project: Project) -> Results:
    """Everything that is published about `project`, in the order of its plan."""
    last_year = areas.horizon(project)
    order = plan_order(project)
    sources = group_rows(project)
    found = [indicator_result(sources[i.id], place, project, last_year) for i, place in order]
    year = project.site.report_year or report_year.report_year(r.series for r in found)
    spoken = [with_current(r, year, project) for r in found]
    results = tuple(with_neighbours(spoken))
    computed = Results(
        year,
        results,
        plan_groups(results, year, project),
        overall(results, year, project),
        surveys=survey_results.surveys(project, results),
        impact=impact_results.impact(project),
    )
    return replace(computed, years=years.boards(project, computed))


def plan_order(project: Project) -> list[tuple[Indicator, Place]]:
    """Indicators in the plan's order with their plan and measure; those outside come last."""
    defined = {i.id: i for i in project.indicators}
    placed: dict[str, Place] = {}
    for plan in project.plan.plans:
        for measure in plan.measures:
            for name in measure.indicators:
                if name in defined:
                    placed.setdefault(name, (plan.id, measure.id))
    outside = [i.id for i in project.indicators if i.id not in placed]
    return [(defined[name], placed.get(name, ("", ""))) for name in (*placed, *outside)]


def group_rows(project: Project) -> dict[str, Source]:
    """What the project holds on each indicator."""
    rows: dict[str, list[Observation]] = {i.id: [] for i in project.indicators}
    decided: dict[str, list[TargetDecision]] = {i.id: [] for i in project.indicators}
    for row in project.observations:
        rows.setdefault(row.indicator_id, []).append(row)
    for decision in project.targets:
        decided.setdefault(decision.indicator_id, []).append(decision)
    hidden = survey_results.hidden(project)
    return {
        i.id: Source(
            i,
            survey_results.with_hidden_marked(rows[i.id], hidden),
            targets.by_year(decided[i.id]),
            project.projects,
            survey_results.below_gate(project, i.id),
        )
        for i in project.indicators
    }


def rules_of(indicator: Indicator, project: Project) -> Rules:
    """What applies to the federation's own series."""
    return Rules(
        indicator=indicator,
        direction=indicator.direction,
        settings=project.settings,
        counts_from=project.plan.period_from,
        final_year=project.plan.targets_to,
        baseline_value=indicator.baseline_value,
        sample=project.site.sample,
    )


def indicator_result(source: Source, place: Place, project: Project, last_year: int) -> IndicatorResult:
    """One indicator with all its areas; current year and neighbours are filled in later."""
    indicator = source.indicator
    found = areas.areas(source, project, last_year)
    rules = rules_of(indicator, project)
    base = f"api/v1/indicators/{indicator.id}.json#"
    main = series(found.federation, rules, base)
    by_society = shares.of_total(indicator, main, society_series(found, rules, project, base), base)
    history = targets.history(source.decisions, found.federation, indicator, project.site.fiscal_year_start)
    if indicator.direction is Direction.NONE:
        history = ()
    return IndicatorResult(
        indicator=indicator,
        plan_id=place[0],
        measure_id=place[1],
        series=main,
        current=None,
        last=None,
        history=history,
        by_society=by_society,
        breakdowns=breakdowns(found, rules, base),
        review=None,
        needs_review=False,
        sample=any(y.sample for y in main) or project.site.sample,
        previous_id=None,
        next_id=None,
        related=related(indicator, place, project),
    )


def society_series(found: Areas, rules: Rules, project: Project, base: str) -> tuple[SocietySeries, ...]:
    """Each society's series; nothing for an indicator kept at federation level.

    A stated baseline is the federation's: societies start from their own actual.
    """
    if not rules.indicator.public_by_society:
        return ()
    own = replace(
        rules,
        baseline_value=None,
        has_range=rules.indicator.aggregation not in WITHOUT_OWN_BOUNDS,
    )
    listed = [s for s in project.societies if s.name in found.societies]
    return tuple(
        SocietySeries(society, series(found.societies[society.name], own, f"{base}/societies/{k}"), None)
        for k, society in enumerate(listed)
    )


def breakdowns(found: Areas, rules: Rules, base: str) -> tuple[Breakdown, ...]:
    """Categories by dimension, then by crossing, in the order in which the data names them.

    Categories are judged only by a target of their own.
    """
    by_names: dict[tuple[str, ...], list[Categories]] = {}
    for categories in found.categories:
        by_names.setdefault(tuple(name for name, _ in categories), []).append(categories)
    ordered = sorted(by_names.items(), key=lambda item: len(item[0]))
    return tuple(
        Breakdown(
            names,
            tuple(
                CategorySeries(
                    row,
                    series(
                        found.categories[row],
                        category_rules(rules, found.categories[row]),
                        f"{base}/breakdowns/{b}/rows/{r}",
                    ),
                )
                for r, row in enumerate(rows)
            ),
        )
        for b, (names, rows) in enumerate(ordered)
    )


def category_rules(rules: Rules, points: Sequence[Point]) -> Rules:
    """A category without a target is shown without judgement."""
    has_target = any(isinstance(p.target, Target) for p in points)
    judged = has_target and rules.direction in JUDGED_BY_CATEGORY
    direction = rules.direction if judged else Direction.NONE
    return replace(rules, direction=direction, baseline_value=None)


def related(indicator: Indicator, place: Place, project: Project) -> tuple[str, ...]:
    """Declared relatives, else the other indicators of the same measure."""
    known = {i.id for i in project.indicators}
    if indicator.related:
        return tuple(r for r in indicator.related if r in known and r != indicator.id)
    same = [
        name
        for plan in project.plan.plans
        for measure in plan.measures
        if (plan.id, measure.id) == place
        for name in measure.indicators
    ]
    return tuple(dict.fromkeys(n for n in same if n in known and n != indicator.id))


def with_current(result: IndicatorResult, year: int | None, project: Project) -> IndicatorResult:
    """The result with the year its page speaks about, its review, and the societies' years."""
    now = report_year.current(result.indicator, result.series, year)
    review = review_of(result.indicator, now, project)
    limit = project.settings.review_required_below
    missed = now is not None and achievement.below(now.grade, limit)
    shown_year = year if now is None else now.fiscal_year
    return replace(
        result,
        current=now,
        last=report_year.before(result.series, now),
        review=review,
        needs_review=missed and (review is None or not review.answers),
        by_society=tuple(
            replace(s, current=report_year.current(result.indicator, s.series, shown_year))
            for s in result.by_society
        ),
    )


def review_of(indicator: Indicator, now: YearResult | None, project: Project) -> Review | None:
    """The year's 理由 and 次の一手, the last one written."""
    if now is None:
        return None
    fitting = [
        r for r in project.reviews if r.indicator_id == indicator.id and r.fiscal_year == now.fiscal_year
    ]
    return fitting[-1] if fitting else None


def with_neighbours(results: Sequence[IndicatorResult]) -> list[IndicatorResult]:
    """Each result with the one before and the one after it."""
    ids = [r.indicator.id for r in results]
    return [
        replace(r, previous_id=before, next_id=after)
        for r, before, after in zip(results, [None, *ids[:-1]], [*ids[1:], None], strict=True)
    ]


def plan_groups(
    results: Sequence[IndicatorResult], year: int | None, project: Project
) -> tuple[GroupResult, ...]:
    """One group a plan."""
    return tuple(
        plan_level.group(
            plan.id,
            [r for r in results if r.plan_id == plan.id],
            year,
            project.settings,
            f"api/v1/index.json#/plans/{i}",
        )
        for i, plan in enumerate(project.plan.plans)
    )


def overall(results: Sequence[IndicatorResult], year: int | None, project: Project) -> GroupResult:
    """All indicators of all plans."""
    return plan_level.group("overall", results, year, project.settings, "api/v1/index.json#/overall")
