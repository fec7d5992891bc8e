"""The plans: a short index, and a page for each with its measures, indicators and actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import figures, formats
from generator.model import Direction, GroupResult, IndicatorResult, Measure, Plan
from generator.pages import actions, story_cards
from generator.pages.cards import board_card
from generator.pages.home import Part, parts
from generator.pages.indicator_figures import Chart, chart
from generator.pages.listing import result_state
from generator.pages.site import Site
from generator.pages.story_filters import choice_address
from generator.render import Html, Page, trusted

INDEX = "plans/index.md"


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a measure with its mini chart (empty without numbers) and its state."""

    result: IndicatorResult
    state: str
    spark: Html


@dataclass(frozen=True, slots=True)
class Step:
    """One measure: the indicators as printed, one paragraph a line, and as measured."""

    measure: Measure
    printed: tuple[str, ...]
    lines: tuple[Line, ...]
    aimed: bool
    """Whether the plan sets targets here; otherwise its indicators are only watched."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A plan of the index with its bar of grades."""

    part: Part
    chart: Chart


def pages(site: Site) -> Iterator[Page]:
    yield _index(site)
    by_id = {r.indicator.id: r for r in site.results.indicators}
    for part in parts(site):
        yield _page(site, part, by_id)


def _index(site: Site) -> Page:
    """All plans under the name of the document."""
    document = site.project.plan
    sentence = site.voice.year(site.results, site.project)
    return Page(
        path=INDEX,
        template="plans.md.j2",
        title=document.title,
        description=site.word("plans.description", plan=document.title, n=len(document.plans)),
        section="plans",
        sample=any(r.sample for r in site.results.indicators),
        context={
            "document": document,
            "sentence": sentence,
            "judged": site.results.overall.total > 0,
            "bars": tuple(Bar(part, grade_chart(site, part.group, "../")) for part in parts(site)),
        },
    )


def _page(site: Site, part: Part, by_id: Mapping[str, IndicatorResult]) -> Page:
    plan, group = part.plan, part.group
    board = site.results.years[-1] if site.results.years else None
    stories = story_cards.of_plan(site, plan.id)
    return Page(
        path=f"plans/{plan.slug}.md",
        template="plan.md.j2",
        title=site.word("plan.title", number=plan.number, title=plan.title),
        description=_description(site, part),
        section="plans",
        sample=any(r.sample for r in part.results),
        styles=story_cards.styles(stories),
        card=board_card(site, "plan", plan.slug, plan.title, _description(site, part), part.results),
        context={
            "plan": plan,
            "crumbs": ((site.project.plan.title, "plans/"), (plan.title, "")),
            "sentence": part.sentence,
            "group": group,
            "n": len(part.results),
            "src": part.src,
            "cap": formats.limit_number(site.project.settings.plan_cap, "").shown,
            "missing": group.total - group.assessed,
            "chart": grade_chart(site, group, "../../"),
            "weights": _weights(group, by_id),
            "action_marks": actions.marks(site, board),
            "action_year": site.year(board.fiscal_year) if board else "",
            "stories": story_cards.shelf(site, stories, choice_address("plan", plan.slug)),
            "steps": tuple(_step(site, measure, by_id) for measure in plan.measures),
            **_neighbours(site, plan),
        },
    )


def _description(site: Site, part: Part) -> str:
    """The year's result and what the plan is about."""
    if part.group.total:
        return f"{part.sentence.text}{part.plan.summary}"
    return site.word("plan.watched", plan=part.plan.title, n=len(part.results)) + part.plan.summary


def grade_chart(site: Site, group: GroupResult, root: str) -> Chart:
    """How many of the group's indicators stand at which grade."""
    title = site.word("plan.grades")
    return chart(site, figures.grade_bar(group, title, site.catalogue), root, title)


def _weights(
    group: GroupResult, by_id: Mapping[str, IndicatorResult]
) -> tuple[tuple[IndicatorResult, str], ...]:
    """The weights where any differs from 1; they are settings, not results."""
    return tuple((by_id[name], formats.raw(weight)) for name, weight in group.weights)


def _step(site: Site, measure: Measure, by_id: Mapping[str, IndicatorResult]) -> Step:
    results = [by_id[name] for name in measure.indicators if name in by_id]
    printed = tuple(line for line in measure.indicator_text.splitlines() if line.strip())
    return Step(
        measure=measure,
        printed=printed,
        lines=tuple(Line(r, result_state(site, r), trusted(figures.spark(r))) for r in results),
        aimed=bool(printed) or any(r.indicator.direction is not Direction.NONE for r in results),
    )


def _neighbours(site: Site, plan: Plan) -> Mapping[str, Plan | None]:
    plans = site.project.plan.plans
    at = plans.index(plan)
    return {
        "previous": plans[at - 1] if at else None,
        "following": plans[at + 1] if at + 1 < len(plans) else None,
    }
