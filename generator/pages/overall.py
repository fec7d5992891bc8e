"""総合評価: indicators, actions, social impact and surveys side by side, and no score of them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import formats
from generator.model import Absent, Kind, Reason, Value, YearResult
from generator.model_impact import ImpactResults, SurveyYear
from generator.model_review import Figures, YearBoard, YearLine
from generator.pages.actions import by_plan, state_mark
from generator.pages.chrome import aims
from generator.pages.reviews import SECTION, review_src
from generator.pages.site import Site
from generator.render import Page


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey indicator in the year: its value, and how many answered where that is recorded."""

    line: YearLine
    figures: Figures | None
    state: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why some indicators could not be judged, and which."""

    reason: str
    lines: tuple[YearLine, ...]


def pages(site: Site) -> Iterator[Page]:
    if not aims(site.project):
        return
    if not site.results.years:
        yield _nothing_yet(site)
        return
    board = site.results.years[-1]
    impact = site.results.impact or ImpactResults()
    sentence = site.voice.overall(board, site.project)
    yield Page(
        path="overall.md",
        template="overall.md.j2",
        title=site.word("nav.overall"),
        description=site.word(
            "overall.description", plan=site.project.plan.title, year=site.year(board.fiscal_year)
        ),
        section=SECTION,
        sample=board.sample or _sample_impact(site),
        context={
            "board": board,
            "label": site.year(board.fiscal_year),
            "sentence": sentence,
            "group": board.overall,
            "src": review_src(board),
            "plans": tuple(zip(site.project.plan.plans, board.plans, strict=True)),
            "unknown": tuple(_unknown(site, board)),
            "actions": by_plan(site, board),
            "state_mark": lambda state: state_mark(site, state),
            "unrecorded": tuple(
                (m.measure, line.action)
                for plan in by_plan(site, board)
                for m in plan.measures
                for line in m.lines
                if line.level == 0 and line.record is None
            ),
            "surveys": tuple(_surveys(site, board)),
            "gate": formats.rate_text(site.project.settings.survey_gate, 0),
            "ripples": tuple(zip(impact.ripples, board.impact.ripple_items, strict=True)),
            "accounts": tuple(zip(impact.sroi, board.impact.sroi_items, strict=True)),
            "address": f"{site.project.site.site_url}overall/",
        },
    )


def _nothing_yet(site: Site) -> Page:
    """The page of a project whose first year is still to come."""
    return Page(
        path="overall.md",
        template="reviews.md.j2",
        title=site.word("nav.overall"),
        description=site.word("overall.nothing_yet"),
        section=SECTION,
        context={
            "crumbs": ((site.word("nav.overall"), ""),),
            "lead": site.word("overall.nothing_yet"),
            "entries": (),
        },
    )


def _sample_impact(site: Site) -> bool:
    found = site.results.impact
    if found is None:
        return False
    return any(r.event.sample for r in found.ripples) or any(s.account.sample for s in found.sroi)


def _unknown(site: Site, board: YearBoard) -> Iterator[Unknown]:
    """Key indicators without a judgement, by reason."""
    by_reason: dict[str, list[YearLine]] = {}
    for line in board.lines:
        if line.result.indicator.key and not _judged(line.year):
            by_reason.setdefault(site.word(f"reason.{_why(line.year).value}"), []).append(line)
    for reason, lines in by_reason.items():
        yield Unknown(reason, tuple(lines))


def _judged(year: YearResult | None) -> bool:
    return year is not None and (year.achieved is not None or year.grade.value == "E")


def _why(year: YearResult | None) -> Reason:
    if year is None:
        return Reason.NOT_REPORTED
    absent: Value = year.actual
    if isinstance(absent, Absent):
        return absent.reason
    return year.grade_reason or Reason.NO_TARGET


def _surveys(site: Site, board: YearBoard) -> Iterator[Asked]:
    """Every indicator that comes from a survey, with the year's counts where there are any."""
    asked = {s.indicator_id: s.years for s in site.results.surveys}
    for line in board.lines:
        about = line.result.indicator
        if about.kind is not Kind.SURVEY and about.id not in asked:
            continue
        years = asked.get(about.id, ())
        found = next((y for y in years if y.fiscal_year == board.fiscal_year), None)
        figures = next((x for x in board.surveys.items if x.id == about.id), None)
        yield Asked(line, figures, _survey_state(found))


def _survey_state(found: SurveyYear | None) -> str:
    """Key of the words that say how far the survey can be relied on."""
    if found is None:
        return "none"
    if found.federation.hidden or found.federation.passes is None:
        return "hidden"
    return "passed" if found.federation.passes else "below"
