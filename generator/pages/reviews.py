"""The yearly review (点検・検証): one page a fiscal year, which is also the paper for a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Plan, SeriesBreak
from generator.model_review import ActionState, ReviewDecision, RevisedTarget, YearBoard, YearLine
from generator.pages.actions import ActionLine, by_plan, state_mark
from generator.pages.cards import text_card
from generator.pages.chrome import aims
from generator.pages.site import API, Site, indicator_address, numbered
from generator.render import Page

INDEX = "reviews/index.md"
SECTION = "overall"


@dataclass(frozen=True, slots=True)
class PlanLines:
    """The indicators of one plan; None for those that no plan names."""

    plan: Plan | None
    lines: tuple[YearLine, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A year of the index."""

    board: YearBoard
    sentence: object
    src: str


def pages(site: Site) -> Iterator[Page]:
    if not aims(site.project):
        return
    boards = site.results.years
    yield _index(site)
    for at, board in enumerate(boards):
        before = boards[at - 1] if at else None
        after = boards[at + 1] if at + 1 < len(boards) else None
        yield _page(site, board, before, after)


def review_src(board: YearBoard) -> str:
    """data-src of a year under review, to which a pointer is added."""
    return f"{API}reviews/{board.fiscal_year}.json#"


def _index(site: Site) -> Page:
    boards = tuple(reversed(site.results.years))
    return Page(
        path=INDEX,
        template="reviews.md.j2",
        title=site.word("review.index_title"),
        description=site.word("review.index_description", plan=site.project.plan.title),
        section=SECTION,
        sample=any(board.sample for board in boards),
        context={
            "lead": site.word("review.index_lead"),
            "crumbs": ((site.word("nav.overall"), "overall/"), (site.word("review.index_title"), "")),
            "entries": tuple(Entry(b, site.voice.review(b, site.project), review_src(b)) for b in boards),
        },
    )


def _page(site: Site, board: YearBoard, before: YearBoard | None, after: YearBoard | None) -> Page:
    label = site.year(board.fiscal_year)
    sentence = site.voice.review(board, site.project)
    title = site.word("review.title", year=label)
    group = board.overall
    return Page(
        path=f"reviews/{board.fiscal_year}.md",
        template="review.md.j2",
        title=title,
        description=site.word("review.description", year=label, sentence=sentence.text),
        section=SECTION,
        sample=board.sample,
        card=text_card(site, "review", str(board.fiscal_year), title, sentence.text, board.sample),
        context={
            "board": board,
            "label": label,
            "next_label": site.year(board.fiscal_year + 1),
            "crumbs": (
                (site.word("nav.overall"), "overall/"),
                (site.word("review.index_title"), "reviews/"),
                (label, ""),
            ),
            "sentence": sentence,
            "group": group,
            "src": review_src(board),
            "missing": group.total - group.assessed,
            "groups": tuple(_by_plan(site, board.lines)),
            "limit": site.project.settings.review_required_below.value,
            "misses": tuple(x for x in board.lines if x.missed and (x.review is not None or x.asked)),
            "light_misses": tuple(x for x in board.lines if x.missed and x.review is None and not x.asked),
            "others": tuple(x for x in board.lines if not x.missed and x.review is not None),
            "decided": lambda decision: decision_words(site, decision),
            "actions": by_plan(site, board),
            "actions_said": site.voice.actions(board.actions, False),
            "state_mark": lambda state: state_mark(site, state),
            "revised_actions": tuple(_revised_actions(site, board)),
            "breaks": tuple(_breaks(board)),
            "changes": _changes(board),
            "newest": _newest(board),
            "address": f"{site.project.site.site_url}reviews/{board.fiscal_year}/",
            "previous": before,
            "following": after,
            "numbered": numbered,
            "indicator_address": indicator_address,
        },
    )


def _by_plan(site: Site, lines: tuple[YearLine, ...]) -> Iterator[PlanLines]:
    for plan in (*site.project.plan.plans, None):
        found = tuple(x for x in lines if x.result.plan_id == (plan.id if plan else ""))
        if found:
            yield PlanLines(plan, found)


def decision_words(site: Site, decision: ReviewDecision) -> str:
    """What is decided about the targets to come, in a few words."""
    return site.word(f"review.choice.{decision.choice.value}")


def _revised_actions(site: Site, board: YearBoard) -> Iterator[ActionLine]:
    for plan in by_plan(site, board):
        for measure in plan.measures:
            for line in measure.lines:
                if line.record is not None and line.record.state is ActionState.REVISED:
                    yield line


def _breaks(board: YearBoard) -> Iterator[tuple[YearLine, SeriesBreak]]:
    """Indicators that are counted differently from this year on."""
    for line in board.lines:
        for series_break in line.result.indicator.breaks:
            if series_break.fiscal_year == board.fiscal_year:
                yield line, series_break


def _changes(board: YearBoard) -> tuple[tuple[str, tuple[RevisedTarget, ...]], ...]:
    """Changed targets in two parts: within the year, and after it as its consequence."""
    parts = (("during", board.revised_during), ("after", board.revised_after))
    return tuple((name, changed) for name, changed in parts if changed)


def _newest(board: YearBoard) -> date | None:
    """The last day that anything on the page was written or decided."""
    days = [x.review.on for x in board.lines if x.review is not None]
    days += [record.updated_on for record in board.records]
    days += [c.after.decided_on for c in (*board.revised_during, *board.revised_after)]
    return max((day for day in days if day is not None), default=None)
