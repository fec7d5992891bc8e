"""One year judged: achievement, difference, in-year progress, grade, change, each with working."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generator.formats import (
    count_number,
    difference_number,
    distance_number,
    limit_number,
    rate_number,
    value_number,
    year_number,
)
from generator.metrics import achievement
from generator.metrics.achievement import Goal
from generator.metrics.point import Point, Target
from generator.metrics.track import Track
from generator.model import (
    Absent,
    Direction,
    Exact,
    Grade,
    Indicator,
    Number,
    Reason,
    Status,
    TimeBasis,
    Value,
    Working,
)

WITH_TARGET = (Direction.INCREASE, Direction.DECREASE)


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes the published numbers of one year: its indicator's unit and its address."""

    indicator: Indicator
    base: str

    def src(self, field: str) -> str:
        return f"{self.base}/{field}"

    def value(self, found: Exact | Reason | None, field: str, src: str = "") -> Value:
        """A value in the indicator's unit, at `src` where it is printed as read."""
        if found is None or isinstance(found, Reason):
            return Absent(found or Reason.NOT_REPORTED)
        unit = self.indicator
        return value_number(found, unit.decimals, unit.is_percent, src or self.src(field))

    def rate(self, found: Exact | Reason, field: str, bounds: Iterable[Exact] = ()) -> Value:
        """A ratio; `bounds`: where its grade or band changes."""
        return Absent(found) if isinstance(found, Reason) else rate_number(found, self.src(field), bounds)

    def limit(self, found: Exact, field: str) -> Number:
        """A limit that was declared as a ratio."""
        return limit_number(found, self.src(field))

    def difference(self, found: Exact | Reason, field: str) -> Value:
        if isinstance(found, Reason):
            return Absent(found)
        return difference_number(found, self.indicator.decimals, self.src(field))

    def count(self, found: int, field: str) -> Number:
        return count_number(found, self.src(field))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a year came to against its goal."""

    target: Value
    revised: Number | None
    compared: Exact | Reason
    achievement: Value
    difference: Value
    in_year: Value
    achieved: bool | None
    grade: Grade
    grade_reason: Reason | None
    extra: tuple[tuple[str, Value], ...]
    workings: tuple[Working, ...]


def goal_of(point: Point, track: Track) -> Goal | Reason:
    """What the year is judged against, or why there is nothing to judge against."""
    rules, unit = track.rules, track.rules.indicator
    target = point.target
    match rules.direction:
        case Direction.NONE:
            return Reason.NO_DIRECTION
        case Direction.ZERO:
            return Goal(Direction.ZERO)
        case Direction.RANGE:
            if not rules.has_range or unit.range_low is None or unit.range_high is None:
                return Reason.NO_TARGET
            return Goal(Direction.RANGE, low=unit.range_low, high=unit.range_high)
        case Direction.MAINTAIN:
            start = track.baseline()
            if start is Reason.NO_BASELINE and isinstance(target, Target):
                start = target.value
            return (
                start
                if isinstance(start, Reason)
                else Goal(Direction.MAINTAIN, reference=start, band=unit.band)
            )
        case Direction.BEAT_LAST_YEAR:
            last = track.last_compared(point)
            return last if isinstance(last, Reason) else Goal(Direction.BEAT_LAST_YEAR, reference=last)
    if isinstance(target, Reason):
        return target
    return Goal(rules.direction, target=target.value)


def shown_target(point: Point, goal: Goal | Reason, desk: Desk) -> Value:
    """The target as printed: what is judged against, where it is one number."""
    if isinstance(goal, Reason):
        return Absent(goal)
    level = goal.level()
    given = point.target
    if level is None:
        return Absent(Reason.NO_TARGET)
    as_read = isinstance(given, Target) and Fraction(given.value) == Fraction(level)
    return desk.value(level, "target", given.src if as_read and isinstance(given, Target) else "")


def judge(point: Point, track: Track, actual: Value, desk: Desk) -> Verdict:
    """The verdict of one year; without a comparable value every part carries the reason."""
    goal = goal_of(point, track)
    target = shown_target(point, goal, desk)
    revised = revised_target(point, track, desk)
    compared = track.compared(point)
    bounds = range_numbers(goal, desk)
    hindrance = compared if isinstance(compared, Reason) else goal if isinstance(goal, Reason) else None
    if track.rules.direction is Direction.NONE and not point.hidden:
        hindrance = Reason.NO_DIRECTION
    if hindrance is not None or isinstance(goal, Reason) or isinstance(compared, Reason):
        return unjudged(point, hindrance or Reason.NO_TARGET, target, revised, compared, bounds)
    rate, gap = achievement.rate(goal, compared), achievement.difference(goal, compared)
    last = track.last_compared(point)
    met = achievement.met(goal, compared)
    achieved = None if isinstance(met, Reason) else met
    grade, why = graded(rate, goal, compared, achieved, last, track)
    basis = basis_parts(point, track, compared, desk)
    measured: Value = dict(basis[0]).get("compared", actual)
    parts: tuple[tuple[str, Value], ...] = (("actual", measured), ("target", target))
    rate_value = desk.rate(rate, "achievement", (b.at_least for b in track.rules.settings.grade_bands))
    gap_value = desk.difference(gap, "difference")
    in_year, in_year_working = in_year_progress(goal, compared, last, measured, target, desk)
    extra = (*bounds, *basis[0], *distance(gap, desk))
    return Verdict(
        target,
        revised,
        compared,
        rate_value,
        gap_value,
        in_year,
        achieved,
        grade,
        why,
        extra,
        (*basis[1], *workings(goal, parts, bounds, rate_value, gap_value, achieved), *in_year_working),
    )


def unjudged(
    point: Point,
    why: Reason,
    target: Value,
    revised: Number | None,
    compared: Exact | Reason,
    extra: tuple[tuple[str, Value], ...],
) -> Verdict:
    """A year that cannot be judged; not carried out is grade E, everything else has no grade."""
    stopped = point.status is Status.NOT_CARRIED_OUT and why is not Reason.NO_DIRECTION
    grade = Grade.E if stopped else Grade.NONE
    gone = Absent(why)
    return Verdict(
        target, revised, compared, gone, gone, gone, None, grade, None if stopped else why, extra, ()
    )


def revised_target(point: Point, track: Track, desk: Desk) -> Number | None:
    """The newest target where it differs from the one judged against."""
    if track.rules.direction not in WITH_TARGET or point.revised is None:
        return None
    found = desk.value(point.revised.value, "target_revised", point.revised.src)
    return found if isinstance(found, Number) else None


def range_numbers(goal: Goal | Reason, desk: Desk) -> tuple[tuple[str, Value], ...]:
    """The declared bounds of a range as published numbers."""
    if isinstance(goal, Reason) or goal.low is None or goal.high is None:
        return ()
    return (
        ("range_low", desk.value(goal.low, "extra/range_low")),
        ("range_high", desk.value(goal.high, "extra/range_high")),
    )


def distance(gap: Exact | Reason, desk: Desk) -> tuple[tuple[str, Value], ...]:
    """The size of the difference without its sign, for sentences (「4会員下回りました」)."""
    if isinstance(gap, Reason):
        return ()
    return (("distance", distance_number(gap, desk.indicator.decimals, desk.src("extra/distance"))),)


def basis_parts(
    point: Point, track: Track, compared: Exact, desk: Desk
) -> tuple[tuple[tuple[str, Value], ...], tuple[Working, ...]]:
    """Where the target counts over another time: the value that was compared, and how."""
    unit = track.rules.indicator
    if unit.time_basis is unit.target_basis:
        return (), ()
    own = desk.value(point.actual, "actual", point.actual_src)
    measured = desk.value(compared, "extra/compared")
    if unit.time_basis is TimeBasis.CUMULATIVE:
        before = desk.value(Fraction(point.actual or 0) - Fraction(compared), "extra/last_stand")
        inputs: tuple[tuple[str, Value], ...] = (("actual", own), ("last_year", before))
        return (("compared", measured), ("last_stand", before)), (
            Working("basis.increment", inputs, measured),
        )
    first = year_number(track.first_counted(), desk.src("extra/first_year"))
    return (("compared", measured),), (
        Working("basis.running_sum", (("actual", own), ("first_year", first)), measured),
    )


def graded(
    rate: Fraction | Reason,
    goal: Goal,
    compared: Exact,
    achieved: bool | None,
    last: Exact | Reason,
    track: Track,
) -> tuple[Grade, Reason | None]:
    """Grade of a judged year, by its rate or without one."""
    if not isinstance(rate, Reason):
        return achievement.grade_of_rate(rate, track.rules.settings.grade_bands), None
    improved = None if isinstance(last, Reason) else achievement.better(goal, compared, last)
    grade = achievement.grade_without_rate(bool(achieved), improved)
    if grade is not Grade.NONE:
        return grade, None
    return grade, last if isinstance(last, Reason) else Reason.NO_LAST_YEAR


def in_year_progress(
    goal: Goal, compared: Exact, last: Exact | Reason, actual: Value, target: Value, desk: Desk
) -> tuple[Value, tuple[Working, ...]]:
    """年度内進捗率: how much of the way from last year to this year's target was made."""
    if goal.direction not in WITH_TARGET or goal.target is None:
        return Absent(Reason.NO_RATE_FOR_DIRECTION), ()
    if isinstance(last, Reason):
        return Absent(last), ()
    if achievement.met(goal, last) is True:
        return Absent(Reason.START_MEETS_TARGET), ()
    found = desk.rate(achievement.progress(last, goal.target, compared), "in_year_progress")
    unit = desk.indicator
    same = unit.time_basis is unit.target_basis
    start = desk.value(last, "extra/last_year" if same else "extra/last_compared")
    inputs = (("actual", actual), ("last_year", start), ("target", target))
    return found, (Working("in_year_progress", inputs, found),)


def workings(
    goal: Goal,
    parts: tuple[tuple[str, Value], ...],
    bounds: tuple[tuple[str, Value], ...],
    rate: Value,
    gap: Value,
    achieved: bool | None,
) -> tuple[Working, ...]:
    """The workings of the verdict: the rate, or how it was decided without one."""
    kind = goal.direction.value
    result = rate if isinstance(rate, Number) else gap
    if goal.direction is Direction.RANGE:
        inputs = (parts[0], *bounds)
        return (Working("met.range", inputs, result), Working("difference.range", inputs, gap))
    if isinstance(rate, Number):
        return (Working(f"achievement.{kind}", parts, rate), Working("difference", parts, gap))
    inputs = parts[:1] if goal.direction is Direction.ZERO else parts
    return (Working(f"met.{kind}", inputs, result), Working("difference", parts, gap))
