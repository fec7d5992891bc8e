"""How an action's state is shown: on the plan's page, on a year's review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Action, Measure, Plan
from generator.model_review import ActionRecord, ActionState, ActionTally, YearBoard
from generator.pages.site import Site

SYMBOLS = {
    ActionState.DONE: "●",
    ActionState.IN_PROGRESS: "◐",
    ActionState.NOT_STARTED: "○",
    ActionState.REVISED: "↻",
}
UNRECORDED = "－"


@dataclass(frozen=True, slots=True)
class StateMark:
    """A state as it is printed: key (class name), sign and word; never a colour alone."""

    key: str
    sign: str
    word: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action (level 0) or sub-point with its state in the year."""

    action: Action
    level: int
    mark: StateMark | None
    record: ActionRecord | None


@dataclass(frozen=True, slots=True)
class MeasureActions:
    """A measure with its actions, sub-points after the action they belong to."""

    measure: Measure
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class PlanActions:
    """A plan's actions with how many are in which state."""

    plan: Plan
    tally: ActionTally
    measures: tuple[MeasureActions, ...]


def mark_of(site: Site, record: ActionRecord | None) -> StateMark:
    """The mark of a state, or of having none."""
    if record is None:
        return StateMark("unrecorded", UNRECORDED, site.word("action.unrecorded"))
    return state_mark(site, record.state)


def state_mark(site: Site, state: ActionState) -> StateMark:
    return StateMark(state.value, SYMBOLS[state], site.word(f"action.{state.value}"))


def lines(site: Site, board: YearBoard, actions: tuple[Action, ...], level: int = 0) -> Iterator[ActionLine]:
    """Actions and sub-points. A sub-point without a state of its own says nothing; an action does."""
    for action in actions:
        record = board.record(action.id)
        mark = mark_of(site, record) if record is not None or level == 0 else None
        yield ActionLine(action, level, mark, record)
        yield from lines(site, board, action.children, level + 1)


def by_plan(site: Site, board: YearBoard) -> tuple[PlanActions, ...]:
    """Every plan that lists actions, in order."""
    return tuple(
        PlanActions(
            plan,
            tally,
            tuple(
                MeasureActions(m, tuple(lines(site, board, m.actions))) for m in plan.measures if m.actions
            ),
        )
        for plan, tally in zip(site.project.plan.plans, board.plan_actions, strict=True)
        if tally.total.raw
    )


def marks(site: Site, board: YearBoard | None) -> dict[str, StateMark]:
    """Action id → mark in the year; empty where nobody has written any state in it."""
    if board is None or not board.records:
        return {}
    found = [line for p in by_plan(site, board) for m in p.measures for line in m.lines]
    return {line.action.id: line.mark for line in found if line.mark is not None}
