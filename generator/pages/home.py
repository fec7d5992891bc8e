"""The home page: mission, the year in one sentence, the board, the plans, what moved lately."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import (
    Direction,
    Grade,
    GroupResult,
    Indicator,
    IndicatorResult,
    Plan,
    Sentence,
    Status,
    TargetRevision,
)
from generator.pages import corrections, story_cards, structured
from generator.pages.cards import board_card
from generator.pages.site import Site, board_grade, short_mark
from generator.render import Page

NEWEST = 5
"""How many revised targets and awaited values the home page lists."""
NEWEST_CHANGES = 3
"""How many changes of published figures it lists."""
LONG_MARK = 3
"""Letters of a number that fit into the smallest cell of the board."""


@dataclass(frozen=True, slots=True)
class Part:
    """One plan on the board. `src` is the address of its group in the API."""

    plan: Plan
    group: GroupResult
    results: tuple[IndicatorResult, ...]
    sentence: Sentence
    src: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One line of the ledger with the federation's grade of that year as it is now."""

    entry: corrections.Entry
    grade: Grade


@dataclass(frozen=True, slots=True)
class Revised:
    """Targets of one indicator that were decided anew on one day, by year."""

    indicator: Indicator
    revisions: tuple[TargetRevision, ...]
    on: date
    sample: bool


def pages(site: Site) -> Iterator[Page]:
    year = site.results.report_year
    sentence = site.voice.year(site.results, site.project)
    name = site.project.site.site_name
    judged = any(r.indicator.direction is not Direction.NONE for r in site.results.indicators)
    yield Page(
        path="index.md",
        template="home.md.j2",
        title=name,
        description=sentence.text,
        section="home",
        sample=any(result.sample for result in site.results.indicators),
        extra={"home": True},
        styles=story_cards.styles(site.project.stories),
        card=board_card(site, "home", "home", name, sentence.text, site.results.indicators),
        about=structured.publisher(site),
        context={
            "mission": _mission(site),
            "sentence": sentence,
            "total": len(site.results.indicators),
            "counts": grade_counts(site),
            "long_marks": any(len(short_mark(r.indicator)) > LONG_MARK for r in site.results.indicators),
            "parts": parts(site),
            "note": _note(site, year),
            "judged": judged,
            "list_caption": site.word("home.list_caption", year=site.year(year)),
            "no_grade": Grade.NONE,
            "stories": story_cards.shelf(site, site.project.stories, "stories/"),
            "changes": changes(site),
            "revisions": revisions(site.results.indicators),
            "awaiting": awaiting(site.results.indicators),
        },
    )


def changes(site: Site) -> tuple[Changed, ...]:
    """The newest lines of the ledger, of indicators that are there."""
    lines = (entry for entry in corrections.newest_first(site) if entry.address)
    return tuple(_changed(site, entry) for entry in list(lines)[:NEWEST_CHANGES])


def _changed(site: Site, entry: corrections.Entry) -> Changed:
    cell = entry.line.cell
    series = site.results.of(cell.indicator_id).series
    own = (year for year in series if (year.fiscal_year, year.period) == (cell.fiscal_year, cell.period))
    return Changed(entry, next((year.grade for year in own), Grade.NONE))


def _mission(site: Site) -> str:
    settings = site.project.site
    return settings.mission or site.project.plan.mission or settings.description or settings.site_name


def _note(site: Site, year: int | None) -> str:
    if year is None or not site.results.overall.assessed:
        return site.word("home.board_note_no_year")
    return site.word("home.board_note", year=site.year(year))


def parts(site: Site) -> tuple[Part, ...]:
    """The plans in order, each with its results and its group."""
    return tuple(
        Part(
            plan=plan,
            group=site.group(plan.id),
            results=site.of_plan(plan.id),
            sentence=site.voice.plan(
                site.group(plan.id), plan, sample=any(r.sample for r in site.of_plan(plan.id))
            ),
            src=site.group_src(plan.id),
        )
        for plan in site.project.plan.plans
    )


def grade_counts(site: Site) -> Mapping[str, int]:
    """How many cells of the board stand at each grade."""
    shown = [board_grade(result, site.results.report_year) for result in site.results.indicators]
    return {grade: shown.count(grade) for grade in ("A", "B", "C", "D", "E", "none")}


def revisions(results: tuple[IndicatorResult, ...]) -> tuple[Revised, ...]:
    """The newest targets that replaced an earlier decision for the same year, newest first."""
    found = [
        Revised(r.indicator, tuple(x for x in changed if x.decided_on == on), on, r.sample)
        for r in results
        for changed in (tuple(x for x in r.history if _replaces(r, x)),)
        for on in sorted({x.decided_on for x in changed if x.decided_on})
    ]
    return tuple(sorted(found, key=lambda r: (-r.on.toordinal(), r.indicator.number))[:NEWEST])


def _replaces(result: IndicatorResult, revision: TargetRevision) -> bool:
    same_year = [r for r in result.history if r.fiscal_year == revision.fiscal_year and r.decided_on]
    return revision.latest and len(same_year) > 1


def awaiting(results: tuple[IndicatorResult, ...]) -> tuple[IndicatorResult, ...]:
    """Indicators whose value of the year is still open and that say when it comes."""
    open_states = (Status.PROVISIONAL, Status.NOT_DUE, Status.NOT_REPORTED)
    waiting = [r for r in results if r.current is None or r.current.status in open_states]
    return tuple(r for r in waiting if r.indicator.next_update)[:NEWEST]
