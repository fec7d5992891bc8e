"""Achievement of a year (達成率), its difference, and the grade (metrics: achievement, grades).

Pure functions of exact values. A function that can have no result returns the Reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generator.model import Direction, Exact, Grade, GradeBand, Reason

GRADE_ORDER = (Grade.A, Grade.B, Grade.C, Grade.D, Grade.E)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a year is judged against; only the fields of the direction are used.

    `target` in the unit of the actual and on its time basis; `reference` is the baseline of
    maintain or last year's actual of beat_last_year; `low`/`high` the declared range.
    """

    direction: Direction
    target: Exact | None = None
    reference: Exact | None = None
    band: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None

    def level(self) -> Exact | None:
        """The single number that the actual is compared with, None for a range."""
        match self.direction:
            case Direction.INCREASE | Direction.DECREASE:
                return self.target
            case Direction.ZERO:
                return Fraction(0)
            case Direction.MAINTAIN | Direction.BEAT_LAST_YEAR:
                return self.reference
        return None


def met(goal: Goal, actual: Exact) -> bool | Reason:
    """Whether the year counts as achieved.

    maintain: at or above the baseline, or inside the declared band around it.
    """
    value = Fraction(actual)
    if goal.direction is Direction.NONE:
        return Reason.NO_DIRECTION
    if goal.direction is Direction.RANGE:
        distance = difference(goal, actual)
        return distance == 0 if not isinstance(distance, Reason) else distance
    level = goal.level()
    if level is None:
        return missing_goal(goal.direction)
    match goal.direction:
        case Direction.DECREASE:
            return value <= Fraction(level)
        case Direction.ZERO:
            return value == 0
        case Direction.MAINTAIN:
            return value >= Fraction(level) - Fraction(goal.band or 0)
    return value >= Fraction(level)


def missing_goal(direction: Direction) -> Reason:
    """Why there is nothing to compare with."""
    return {
        Direction.MAINTAIN: Reason.NO_BASELINE,
        Direction.BEAT_LAST_YEAR: Reason.NO_LAST_YEAR,
        Direction.NONE: Reason.NO_DIRECTION,
    }.get(direction, Reason.NO_TARGET)


def rate(goal: Goal, actual: Exact) -> Fraction | Reason:
    """Achievement rate as a ratio: actual ÷ target, or 2 − actual ÷ target for decrease.

    Only with a target above zero; the decreasing one is 0 at twice the target and may be
    negative. Directions without a rate give their reason.
    """
    if goal.direction is Direction.NONE:
        return Reason.NO_DIRECTION
    if goal.direction not in (Direction.INCREASE, Direction.DECREASE):
        return Reason.NO_RATE_FOR_DIRECTION
    if goal.target is None:
        return Reason.NO_TARGET
    if goal.target <= 0:
        return Reason.TARGET_NOT_POSITIVE
    share = Fraction(actual) / Fraction(goal.target)
    return share if goal.direction is Direction.INCREASE else 2 - share


def difference(goal: Goal, actual: Exact) -> Fraction | Reason:
    """actual − target in the unit (points for percentages); for a range the signed distance
    to the nearest bound, 0 inside."""
    value = Fraction(actual)
    if goal.direction is Direction.RANGE:
        if goal.low is None or goal.high is None:
            return Reason.NO_TARGET
        return min(value - Fraction(goal.low), Fraction(0)) + max(value - Fraction(goal.high), Fraction(0))
    level = goal.level()
    return missing_goal(goal.direction) if level is None else value - Fraction(level)


def better(goal: Goal, actual: Exact, last: Exact) -> bool:
    """Whether this year is better than last year in the indicator's own direction."""
    now, before = Fraction(actual), Fraction(last)
    match goal.direction:
        case Direction.DECREASE:
            return now < before
        case Direction.ZERO:
            return abs(now) < abs(before)
        case Direction.RANGE:
            here, there = difference(goal, actual), difference(goal, last)
            return not isinstance(here, Reason) and not isinstance(there, Reason) and abs(here) < abs(there)
    return now > before


def grade_of_rate(ratio: Exact, bands: Iterable[GradeBand]) -> Grade:
    """Half-open bands on the unrounded ratio; below the lowest band it is D."""
    for band in sorted(bands, key=lambda b: b.at_least, reverse=True):
        if Fraction(ratio) >= Fraction(band.at_least):
            return band.grade
    return Grade.D


def grade_without_rate(achieved: bool, improved: bool | None) -> Grade:
    """A if met; else C if better than last year, D if not, NONE without last year."""
    if achieved:
        return Grade.A
    if improved is None:
        return Grade.NONE
    return Grade.C if improved else Grade.D


def below(grade: Grade, limit: Grade) -> bool:
    """Whether `grade` is worse than `limit`; a year without a grade is not."""
    if Grade.NONE in (grade, limit):
        return False
    return GRADE_ORDER.index(grade) > GRADE_ORDER.index(limit)


def progress(start: Exact, goal: Exact, actual: Exact) -> Fraction | Reason:
    """(actual − start) ÷ (goal − start): signed, so a move the wrong way is negative.

    Used with last year and the year's target (年度内進捗率) and with baseline and final target
    (最終目標への進捗率). Never with absolute values: they turn a wrong way into a gain.
    """
    way = Fraction(goal) - Fraction(start)
    return (Fraction(actual) - Fraction(start)) / way if way else Reason.FINAL_EQUALS_BASELINE
