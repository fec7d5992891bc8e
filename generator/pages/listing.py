"""Every indicator in one table, which needs no script; with one it sorts and filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Direction, IndicatorResult, Plan, YearResult
from generator.pages.site import Site, grade_class
from generator.render import Page

SCRIPT = "assets/js/table.js"
GRADES = ("A", "B", "C", "D", "E", "none")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the table; `change_unit` is points where the value is a percentage, else left out,
    because the value beside it has the same."""

    result: IndicatorResult
    grade: str
    state: str
    change_unit: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one plan; None for indicators that no plan names."""

    plan: Plan | None
    rows: tuple[Listed, ...]


def pages(site: Site) -> Iterator[Page]:
    groups = tuple(_groups(site))
    rows = [row for group in groups for row in group.rows]
    given = {row.grade for row in rows}
    yield Page(
        path="indicators/index.md",
        template="indicators.md.j2",
        title=site.word("nav.indicators"),
        description=site.word("list.description", n=len(rows), plan=site.project.plan.title),
        section="indicators",
        sample=any(row.result.sample for row in rows),
        scripts=(SCRIPT,),
        context={
            "groups": groups,
            "total": len(rows),
            "judged": any(r.result.indicator.direction is not Direction.NONE for r in rows),
            "grades": tuple(g for g in GRADES if g in given),
            "report_year": site.results.report_year,
        },
    )


def _groups(site: Site) -> Iterator[Group]:
    by_plan: dict[str, list[IndicatorResult]] = {}
    for result in site.results.indicators:
        by_plan.setdefault(result.plan_id, []).append(result)
    for plan in site.project.plan.plans:
        if found := by_plan.pop(plan.id, None):
            yield Group(plan, tuple(_listed(site, r) for r in found))
    for left in by_plan.values():
        yield Group(None, tuple(_listed(site, r) for r in left))


def _listed(site: Site, result: IndicatorResult) -> Listed:
    now = result.current
    return Listed(
        result=result,
        grade=grade_class(now.grade) if now else "none",
        state=result_state(site, result),
        change_unit=site.word("indicator.points") if result.indicator.is_percent else "",
    )


def result_state(site: Site, result: IndicatorResult) -> str:
    """The state of the year shown; an indicator may have values of categories and none of its own."""
    if result.current is None and result.breakdowns:
        return site.word("list.only_categories")
    return state_words(site, result.current)


def state_words(site: Site, year: YearResult | None) -> str:
    """The state of a year in words, reference values told apart."""
    if year is None:
        return site.word("status.not_reported")
    return site.word("list.reference" if year.reference_only else f"status.{year.status.value}")
