"""A year under review: its own grades, its own targets, what was decided, what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.metrics import compute
from generator.metrics.years import fiscal_year_of
from generator.model import Action, Direction, Grade, Number, Project, Review
from generator.model_review import ActionRecord, ActionState, YearBoard
from tests.metrics.projects_made import decision, indicator, project, row


def made(**changed: object) -> Project:
    """Two years: met in 2024, missed by far in 2025; the target of 2025 changed once."""
    rows = [row(2024, 10), row(2025, 4)]
    targets = (
        decision(2024, 10, "2023-02-01"),
        decision(2025, 20, "2024-03-01", line=3),
        decision(2025, 10, "2025-08-01", line=4),
        decision(2026, 12, "2026-06-01", line=5),
    )
    return replace(project(indicator(), rows, targets), **changed)  # type: ignore[arg-type]


def of(project: Project, year: int) -> YearBoard:
    return next(b for b in compute(project).years if b.fiscal_year == year)


def review(year: int, reason: str = "雨", next_step: str = "屋根") -> Review:
    return Review(year, "X", reason, next_step, "会長", None)


def test_each_year_is_judged_on_its_own() -> None:
    """The earlier year keeps its grade when a later one is reported."""
    boards = compute(made()).years
    assert [b.fiscal_year for b in boards] == [2024, 2025]
    assert [(b.overall.achieved, b.overall.assessed) for b in boards] == [(1, 1), (0, 1)]
    assert [line.year.grade for b in boards for line in b.lines if line.year] == [Grade.A, Grade.D]


def test_the_report_year_says_what_the_site_says() -> None:
    """The board of the report year and the results of the plan are the same numbers."""
    results = compute(made())
    last = results.years[-1]
    for ours, theirs in ((last.overall, results.overall), (last.plans[0], results.plans[0])):
        assert (ours.total, ours.assessed, ours.achieved) == (theirs.total, theirs.assessed, theirs.achieved)
        assert isinstance(ours.mean_rate, Number) and isinstance(theirs.mean_rate, Number)
        assert ours.mean_rate.shown == theirs.mean_rate.shown


def test_a_year_is_judged_by_the_target_in_force_when_it_began() -> None:
    """The target changed in August stands beside, and does not judge."""
    (line,) = of(made(), 2025).lines
    assert line.year is not None and isinstance(line.year.target, Number)
    assert line.year.target.raw == 20
    assert line.year.target_revised is not None and line.year.target_revised.raw == 10


def test_changed_targets_stand_in_the_year_they_were_decided_in() -> None:
    """Within the year, and after it as an answer to its results; first decisions are no changes."""
    during, after = of(made(), 2025), of(made(), 2024)
    assert [(c.before.target.raw, c.after.target.raw) for c in during.revised_during] == [(20, 10)]
    assert [c.after.decided_on for c in after.revised_after] == [date(2025, 8, 1)]
    assert after.revised_during == during.revised_after == ()


def test_first_targets_are_counted_by_the_year_they_are_for() -> None:
    """A first decision belongs to the year of its day: 1 March 2025 is still fiscal year 2024."""
    targets = (decision(2024, 10, "2023-02-01"), decision(2026, 12, "2025-03-01", line=3))
    early = of(made(targets=targets), 2024)
    assert [(f.fiscal_year, f.indicators.raw) for f in early.first_targets] == [(2026, 1)]


def test_a_miss_is_answered_by_reason_and_next_step() -> None:
    """One of the two alone is no answer."""
    assert of(made(), 2025).lines[0].unanswered
    assert of(made(reviews=(review(2025, next_step=" "),)), 2025).lines[0].unanswered
    assert not of(made(reviews=(review(2025),)), 2025).lines[0].unanswered
    assert compute(made(reviews=(review(2025, reason=""),))).indicators[0].needs_review


def test_an_action_without_a_row_is_in_no_state() -> None:
    """It is counted as unrecorded, never as not started; sub-points are not counted; the newest row wins."""
    plans = made().plan.plans
    actions = (Action("a", "種", (Action("a-1", "春"),)), Action("b", "水"), Action("c", "土"))
    measure = replace(plans[0].measures[0], actions=actions)
    document = replace(made().plan, plans=(replace(plans[0], measures=(measure,)),))

    def state(action: str, what: ActionState, on: date, line: int) -> ActionRecord:
        return ActionRecord(action, 2025, what, "", on, False, "data/actions.csv", line)

    rows = (
        state("b", ActionState.DONE, date(2026, 3, 1), 2),
        state("b", ActionState.IN_PROGRESS, date(2025, 9, 1), 3),
        state("a-1", ActionState.REVISED, date(2026, 3, 1), 4),
        state("a", ActionState.NOT_STARTED, date(2026, 3, 1), 5),
    )
    board = of(made(plan=document, actions=rows), 2025)
    counts = {s: n.raw for s, n in board.actions.states}
    assert counts == {
        ActionState.DONE: 1,
        ActionState.IN_PROGRESS: 0,
        ActionState.NOT_STARTED: 1,
        ActionState.REVISED: 0,
    }
    assert (board.actions.total.raw, board.actions.recorded.raw, board.actions.unrecorded.raw) == (3, 2, 1)
    assert [r.action_id for r in board.records] == ["a", "a-1", "b"]


def test_a_fiscal_year_begins_with_its_month() -> None:
    """31 March belongs to the year before; calendar years begin in January."""
    assert fiscal_year_of(date(2026, 3, 31), 4) == 2025
    assert fiscal_year_of(date(2026, 4, 1), 4) == 2026
    assert fiscal_year_of(date(2026, 1, 1), 1) == 2026


def test_a_project_that_only_watches_has_no_years() -> None:
    """Where nothing is aimed at there is nothing to review."""
    watched = project(indicator(direction=Direction.NONE), [row(2024, 10)])
    assert compute(watched).years == ()
