"""Each fiscal year as its review sees it: judged on that year's own values and targets.

Nothing is judged anew: the grades are those of each indicator's series, which were given for the
target in force at the start of the year. Addresses point into api/v1/reviews/<fiscal year>.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.formats import count_number
from generator.metrics import achievement, plan_level
from generator.model import (
    Direction,
    Grade,
    GroupResult,
    IndicatorResult,
    Number,
    Project,
    Results,
    Review,
    Status,
    TargetRevision,
    Value,
    YearResult,
)
from generator.model_impact import ImpactResults
from generator.model_review import (
    ActionRecord,
    ActionState,
    ActionTally,
    Figures,
    FirstTargets,
    ImpactTally,
    RevisedTarget,
    SurveyTally,
    YearBoard,
    YearLine,
)

SURVEY_FIGURES = ("response_rate", "share", "low", "high", "at_least", "at_most")


def boards(project: Project, results: Results) -> tuple[YearBoard, ...]:
    """The report year and every earlier year in which a grade was given, oldest first."""
    last = results.report_year
    judged = [r for r in results.indicators if r.indicator.direction is not Direction.NONE]
    if last is None or not judged:
        return ()
    graded = {y.fiscal_year for r in judged for y in r.series if y.grade is not Grade.NONE}
    years = sorted({year for year in graded if year < last} | {last})
    return tuple(board(project, results, year) for year in years)


def board(project: Project, results: Results, year: int) -> YearBoard:
    """One fiscal year."""
    base = f"api/v1/reviews/{year}.json#"
    start = project.site.fiscal_year_start
    judged = [r for r in results.indicators if r.indicator.direction is not Direction.NONE]
    lines = tuple(line(r, year, project) for r in judged)
    changed = [pair for r in judged for pair in revised(r)]
    records = tuple(newest_records(project, year))
    plans, overall = groups(results.indicators, year, project, base)
    return YearBoard(
        fiscal_year=year,
        lines=lines,
        plans=plans,
        overall=overall,
        reviewed=any(r.fiscal_year <= year for r in project.reviews),
        revised_during=decided_in(changed, year, start),
        revised_after=decided_in(changed, year + 1, start),
        first_targets=first_targets(judged, year, start, base),
        plan_actions=tuple(
            tally(
                part.id,
                [a.id for m in part.measures for a in m.actions],
                records,
                f"{base}/actions/plans/{i}",
            )
            for i, part in enumerate(project.plan.plans)
        ),
        actions=tally("overall", counted_actions(project), records, f"{base}/actions/overall"),
        records=records,
        surveys=surveys(results, year, base),
        impact=impact(results, base),
        provisional=any(x.year is not None and x.year.provisional for x in lines),
        sample=project.site.sample
        or any(x.year is not None and x.year.sample for x in lines)
        or any(record.sample for record in records),
    )


def point(result: IndicatorResult, year: int) -> YearResult | None:
    """The indicator's own result of the year; of several periods the last one that is due."""
    here = [y for y in result.series if y.fiscal_year == year]
    due = [y for y in here if y.status is not Status.NOT_DUE]
    return next(reversed(due or here), None)


def line(result: IndicatorResult, year: int, project: Project) -> YearLine:
    """One indicator in the year, with what was written about it."""
    own = point(result, year)
    review = review_in(result.indicator.id, year, project)
    asked = own is not None and achievement.below(own.grade, project.settings.review_required_below)
    return YearLine(
        result=result,
        year=own,
        review=review,
        missed=own is not None and (own.achieved is False or own.grade is Grade.E),
        asked=asked,
        unanswered=asked and (review is None or not review.answers),
    )


def review_in(indicator_id: str, year: int, project: Project) -> Review | None:
    """What was written about the indicator's year; the last one written."""
    found = [r for r in project.reviews if r.indicator_id == indicator_id and r.fiscal_year == year]
    return found[-1] if found else None


def groups(
    results: Sequence[IndicatorResult], year: int, project: Project, base: str
) -> tuple[tuple[GroupResult, ...], GroupResult]:
    """Each plan and the whole, as of that year."""
    then = [replace(r, current=point(r, year)) for r in results]
    plans = tuple(
        plan_level.group(
            part.id,
            [r for r in then if r.plan_id == part.id],
            year,
            project.settings,
            f"{base}/plans/{i}",
        )
        for i, part in enumerate(project.plan.plans)
    )
    return plans, plan_level.group("overall", then, year, project.settings, f"{base}/overall")


# ---------------------------------------------------------------- targets


def fiscal_year_of(day: date, start_month: int) -> int:
    """The fiscal year a day lies in."""
    return day.year if day.month >= start_month else day.year - 1


def dated(result: IndicatorResult) -> dict[int, list[TargetRevision]]:
    """Decisions with a day, by the year they are for, oldest first."""
    years: dict[int, list[TargetRevision]] = {}
    for revision in result.history:
        if revision.decided_on is not None:
            years.setdefault(revision.fiscal_year, []).append(revision)
    return years


def revised(result: IndicatorResult) -> list[RevisedTarget]:
    """Every decision that changed the one before it."""
    return [
        RevisedTarget(result.indicator, before, after)
        for decisions in dated(result).values()
        for before, after in pairwise(decisions)
        if before.target.raw != after.target.raw
    ]


def decided_in(changed: Iterable[RevisedTarget], year: int, start: int) -> tuple[RevisedTarget, ...]:
    """The changes decided within a fiscal year, by day; of one day in the order of the plan."""
    found = [(c.after.decided_on, c) for c in changed if c.after.decided_on is not None]
    inside = [(day, c) for day, c in found if fiscal_year_of(day, start) == year]
    return tuple(c for _, c in sorted(inside, key=lambda pair: pair[0]))


def first_targets(
    judged: Iterable[IndicatorResult], year: int, start: int, base: str
) -> tuple[FirstTargets, ...]:
    """For which years targets were set for the first time within `year`, and for how many indicators."""
    counts: dict[int, int] = {}
    for result in judged:
        for target_year, decisions in dated(result).items():
            day = decisions[0].decided_on
            if day is not None and fiscal_year_of(day, start) == year:
                counts[target_year] = counts.get(target_year, 0) + 1
    return tuple(
        FirstTargets(target_year, count_number(n, f"{base}/first_targets/{i}/indicators"))
        for i, (target_year, n) in enumerate(sorted(counts.items()))
    )


# ---------------------------------------------------------------- actions


def newest_records(project: Project, year: int) -> list[ActionRecord]:
    """The last state written for each action in the year, in the order of the plan."""
    newest: dict[str, ActionRecord] = {}
    rows = [r for r in project.actions if r.fiscal_year == year]
    for record in sorted(rows, key=lambda r: (r.updated_on or date.min, r.file, r.row)):
        newest[record.action_id] = record
    order = {name: i for i, name in enumerate(all_actions(project))}
    return sorted(newest.values(), key=lambda r: order.get(r.action_id, len(order)))


def all_actions(project: Project) -> list[str]:
    """Ids of actions and of their sub-points, in the order of the plan."""
    found: list[str] = []
    waiting = [
        a for p in reversed(project.plan.plans) for m in reversed(p.measures) for a in reversed(m.actions)
    ]
    while waiting:
        action = waiting.pop()
        found.append(action.id)
        waiting += reversed(action.children)
    return found


def counted_actions(project: Project) -> list[str]:
    """Ids of the actions that are counted: those the plan lists itself, without their sub-points."""
    return [a.id for part in project.plan.plans for measure in part.measures for a in measure.actions]


def tally(id: str, counted: Sequence[str], records: Iterable[ActionRecord], base: str) -> ActionTally:
    """How many of the actions are in which state; those without a row are in none."""
    states = {record.action_id: record.state for record in records}
    found = [states[name] for name in counted if name in states]
    return ActionTally(
        id=id,
        total=count_number(len(counted), f"{base}/total"),
        recorded=count_number(len(found), f"{base}/recorded"),
        unrecorded=count_number(len(counted) - len(found), f"{base}/unrecorded"),
        states=tuple((s, count_number(found.count(s), f"{base}/states/{s.value}")) for s in ActionState),
    )


# ---------------------------------------------------------------- surveys and social impact


def surveys(results: Results, year: int, base: str) -> SurveyTally:
    """How many surveys of the year reach the response gate; a hidden one is counted in the total only."""
    found = [(s, y.federation) for s in results.surveys for y in s.years if y.fiscal_year == year]
    passes = [area.passes for _, area in found]
    counts = {"total": len(passes), "passed": passes.count(True), "below": passes.count(False)}
    return SurveyTally(
        **{name: count_number(n, f"{base}/surveys/{name}") for name, n in counts.items()},
        items=tuple(
            figures(survey.indicator_id, area, SURVEY_FIGURES, f"{base}/surveys/items/{i}")
            for i, (survey, area) in enumerate(found)
        ),
    )


def impact(results: Results, base: str) -> ImpactTally:
    """How many accounts of social impact there are, and what they come to."""
    found = results.impact or ImpactResults()
    return ImpactTally(
        count_number(len(found.ripples), f"{base}/impact/ripples"),
        count_number(len(found.sroi), f"{base}/impact/sroi"),
        tuple(
            Figures(
                r.event.id,
                (
                    ("demand", moved(r.demand, f"{base}/impact/ripple_items/{i}/demand")),
                    ("output", moved(r.total.output, f"{base}/impact/ripple_items/{i}/output")),
                ),
            )
            for i, r in enumerate(found.ripples)
        ),
        tuple(
            figures(s.account.id, s, ("low", "high"), f"{base}/impact/sroi_items/{i}")
            for i, s in enumerate(found.sroi)
        ),
    )


def figures(id: str, source: object, names: Sequence[str], base: str) -> Figures:
    """The named numbers of a result, as the review states them."""
    return Figures(id, tuple((name, moved(getattr(source, name), f"{base}/{name}")) for name in names))


def moved(value: Value, src: str) -> Value:
    """The same number where the review's own file repeats it."""
    return replace(value, src=src) if isinstance(value, Number) else value
