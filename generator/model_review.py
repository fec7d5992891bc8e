"""The names of the yearly review: states of actions, decisions on targets, and a year as a whole.

As in `model`: the first half is what was read and checked, the second what was computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model import (
    GroupResult,
    Indicator,
    IndicatorResult,
    Number,
    Review,
    TargetRevision,
    Value,
    YearResult,
)


class ActionState(StrEnum):
    """How far an action of the plan has come; in the order in which they are counted."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    REVISED = "revised"


class TargetChoice(StrEnum):
    """What a review decides about the targets to come."""

    KEEP = "keep"
    RAISE = "raise"
    LOWER = "lower"
    REDEFINE = "redefine"
    """The indicator itself is changed: what is counted, or how."""
    END = "end"
    """The indicator is no longer followed."""


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """What a review decides about the targets to come, and in which words."""

    choice: TargetChoice
    text: str = ""


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """One row of data/actions.csv: the state of one action in one fiscal year."""

    action_id: str
    fiscal_year: int
    state: ActionState
    note: str
    updated_on: date | None
    sample: bool
    file: str
    row: int

    @property
    def src(self) -> str:
        """Where the state stands: `file#row`."""
        return f"{self.file}#{self.row}"


# ---------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class YearLine:
    """One indicator in the year under review.

    `year` is None where it has no point in that year. `missed`: the target was not met, or what
    was planned was not carried out. `asked`: so far below that 理由 and 次の一手 are asked for;
    `unanswered`: asked for and not (both) written.
    """

    result: IndicatorResult
    year: YearResult | None
    review: Review | None
    missed: bool
    asked: bool
    unanswered: bool


@dataclass(frozen=True, slots=True)
class RevisedTarget:
    """A target that was decided anew, with the one it replaced."""

    indicator: Indicator
    before: TargetRevision
    after: TargetRevision


@dataclass(frozen=True, slots=True)
class FirstTargets:
    """For how many indicators a year's target was decided for the first time."""

    fiscal_year: int
    indicators: Number


@dataclass(frozen=True, slots=True)
class ActionTally:
    """States of the actions of one plan (or all). Sub-points are not counted by themselves.

    `unrecorded` are those without a row for the year: they are in no state at all.
    """

    id: str
    total: Number
    recorded: Number
    unrecorded: Number
    states: tuple[tuple[ActionState, Number], ...]

    def of(self, state: ActionState) -> Number:
        """How many actions are in `state`."""
        return dict(self.states)[state]


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of a survey (its indicator's id) or of an account of social impact, as the year's
    review states them; each has its address in the review's own file."""

    id: str
    numbers: tuple[tuple[str, Value], ...]

    def of(self, name: str) -> Value:
        """The number called `name`; KeyError when there is none."""
        return dict(self.numbers)[name]


@dataclass(frozen=True, slots=True)
class SurveyTally:
    """The surveys of the year: how many, how many reach the response gate, how many do not."""

    total: Number
    passed: Number
    below: Number
    items: tuple[Figures, ...] = ()


@dataclass(frozen=True, slots=True)
class ImpactTally:
    """How many accounts of social impact there are of each kind, whatever their year."""

    ripples: Number
    sroi: Number
    ripple_items: tuple[Figures, ...] = ()
    sroi_items: tuple[Figures, ...] = ()


@dataclass(frozen=True, slots=True)
class YearBoard:
    """One fiscal year as its review sees it, judged on that year's own values and targets."""

    fiscal_year: int
    lines: tuple[YearLine, ...]
    """Indicators with a direction, in the order of the plan."""
    plans: tuple[GroupResult, ...]
    overall: GroupResult
    reviewed: bool
    """Whether this year, or an earlier one, has an entry in data/reviews.yml."""
    revised_during: tuple[RevisedTarget, ...]
    """Decided within the year, by day."""
    revised_after: tuple[RevisedTarget, ...]
    """Decided in the year after, when its results were known."""
    first_targets: tuple[FirstTargets, ...]
    """Decided within the year for the first time, by the year they are for."""
    plan_actions: tuple[ActionTally, ...]
    actions: ActionTally
    records: tuple[ActionRecord, ...]
    """The state of each action (and sub-point) in the year, in the order of the plan."""
    surveys: SurveyTally
    impact: ImpactTally
    provisional: bool
    sample: bool

    def record(self, action_id: str) -> ActionRecord | None:
        """The state of one action in the year; None where there is no row."""
        return next((r for r in self.records if r.action_id == action_id), None)
