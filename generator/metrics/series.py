"""Points of one area → its YearResults, judged and addressed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.formats import value_number
from generator.metrics import achievement, pace
from generator.metrics.judgement import WITH_TARGET, Desk, Verdict, judge
from generator.metrics.point import Point
from generator.metrics.track import NOT_TO_COMPARE, Rules, Track
from generator.model import (
    Absent,
    Direction,
    Exact,
    Number,
    Pace,
    PaceBand,
    Reason,
    Value,
    Working,
    YearResult,
)

IN_UNIT = ("median", "uncapped_mean")


def series(points: Sequence[Point], rules: Rules, base: str) -> tuple[YearResult, ...]:
    """Every year of an area in order; `base` is its address, e.g. `…/K07.json#`."""
    track = Track(points, rules)
    return tuple(
        year(point, track, Desk(rules.indicator, f"{base}/series/{i}")) for i, point in enumerate(points)
    )


def year(point: Point, track: Track, desk: Desk) -> YearResult:
    """One year: printed value, verdict, change, pace, coverage, workings."""
    actual = shown_actual(point, desk)
    verdict = judge(point, track, actual, desk)
    change, change_rate, change_workings = changes(point, track, actual, desk)
    way, pace_workings = pace_of(point, track, verdict, actual, desk)
    above, below = parts(point, desk)
    counts = counted(point, desk)
    steps = (
        *rolled_up(point, actual, above, below, dict(counts), track),
        *verdict.workings,
        *change_workings,
        *pace_workings,
    )
    return YearResult(
        fiscal_year=point.fiscal_year,
        period=point.period,
        status=point.status,
        actual=actual,
        target=verdict.target,
        target_revised=verdict.revised,
        achievement=verdict.achievement,
        difference=verdict.difference,
        in_year_progress=verdict.in_year,
        achieved=verdict.achieved,
        grade=verdict.grade,
        grade_reason=verdict.grade_reason,
        change=change,
        change_rate=change_rate,
        pace=way,
        coverage=point.coverage,
        reference_only=point.reference_only and not point.hidden,
        provisional=point.provisional and not point.hidden,
        sample=point.sample or track.rules.sample,
        numerator=above,
        denominator=below,
        notes=point.notes,
        workings=steps,
        breaks_here=any(b.fiscal_year == point.fiscal_year for b in track.rules.indicator.breaks),
        extra=with_inputs((*counts, *verdict.extra), steps, desk),
    )


def with_inputs(
    extra: tuple[tuple[str, Value], ...], steps: tuple[Working, ...], desk: Desk
) -> tuple[tuple[str, Value], ...]:
    """`extra` and every further input of a working that has its address there, so that each
    printed number can be looked up."""
    home = desk.src("extra/")
    found = dict(extra)
    for step in steps:
        for _, value in step.inputs:
            if isinstance(value, Number) and value.src.startswith(home):
                found.setdefault(value.src.removeprefix(home), value)
    return tuple(found.items())


def shown_actual(point: Point, desk: Desk) -> Value:
    """The actual as published."""
    if point.hidden:
        return Absent(Reason.SUPPRESSED)
    if point.actual is None:
        return Absent(point.reason or Reason.NOT_REPORTED)
    return desk.value(point.actual, "actual", point.actual_src)


def parts(point: Point, desk: Desk) -> tuple[Value | None, Value | None]:
    """Numerator and denominator as published counts; None where the value has no parts."""
    if point.numerator is None or point.denominator is None:
        return None, None
    if point.hidden:
        return Absent(Reason.SUPPRESSED), Absent(Reason.SUPPRESSED)
    return part(point.numerator, desk, "numerator"), part(point.denominator, desk, "denominator")


def part(value: Exact, desk: Desk, field: str) -> Number:
    """A part of a ratio: whole numbers without decimals, others with all they have (up to 2)."""
    exact = Fraction(value)
    digits = next((d for d in (0, 1) if (exact * 10**d).denominator == 1), 2)
    return value_number(value, digits, False, desk.src(field))


def counted(point: Point, desk: Desk) -> tuple[tuple[str, Value], ...]:
    """Coverage counts and the counts of the aggregation as published numbers."""
    found: list[tuple[str, Value]] = []
    if point.coverage is not None:
        seen = point.coverage
        found += [
            ("reported", desk.count(seen.reported, "coverage/reported")),
            ("concerned", desk.count(seen.concerned, "coverage/concerned")),
            ("total", desk.count(seen.total, "coverage/total")),
        ]
    if not point.hidden:
        for name, value in point.counts:
            found.append((name, projects_number(name, value, desk)))
    return tuple(found)


def projects_number(name: str, value: Exact, desk: Desk) -> Value:
    """A number of the project mean: counts plain, the cap as a rate, the rest in the unit."""
    field = f"extra/{name}"
    if name in IN_UNIT:
        return desk.value(value, field)
    return desk.limit(value, field) if name == "cap" else desk.count(int(value), field)


def rolled_up(
    point: Point,
    actual: Value,
    above: Value | None,
    below: Value | None,
    counts: dict[str, Value],
    track: Track,
) -> tuple[Working, ...]:
    """How the value itself came about; nothing where it is printed as read."""
    if not point.formula or point.hidden:
        return ()
    if point.formula == "ratio_of_sums":
        if above is None or below is None:
            return ()
        return (Working("ratio_of_sums", (("numerator", above), ("denominator", below)), actual),)
    names = ("n", "n_excluded", "cap") if point.formula == "mean_of_projects" else ("reported", "concerned")
    inputs = tuple((name, counts[name]) for name in names if name in counts)
    return (Working(point.formula, inputs, actual),)


def changes(
    point: Point, track: Track, actual: Value, desk: Desk
) -> tuple[Value, Value, tuple[Working, ...]]:
    """Change on last year in the unit, and as a rate where that says something."""
    own = track.stand(point, Reason.NOT_REPORTED)
    last_point = track.previous(point)
    last = track.stand(last_point, Reason.NO_LAST_YEAR)
    why = hindrance(own, last, track.broken(point.fiscal_year - 1, point.fiscal_year))
    if why is not None or isinstance(own, Reason) or isinstance(last, Reason) or last_point is None:
        gone = Absent(why or Reason.NO_LAST_YEAR)
        return gone, gone, ()
    step = Fraction(own) - Fraction(last)
    change = desk.difference(step, "change")
    before = desk.value(last, "extra/last_year", last_point.actual_src)
    first = Working("change", (("actual", actual), ("last_year", before)), change)
    if desk.indicator.is_percent:
        return change, Absent(Reason.PERCENTAGE), (first,)
    if last <= 0:
        return change, Absent(Reason.LAST_NOT_POSITIVE), (first,)
    share = desk.rate(step / Fraction(last), "change_rate")
    second = Working("change_rate", (("change", change), ("last_year", before)), share)
    return change, share, (first, second)


def hindrance(own: Exact | Reason, last: Exact | Reason, broken: bool) -> Reason | None:
    """Why two years cannot be compared; the year's own state comes first."""
    if isinstance(own, Reason):
        return own
    if broken:
        return Reason.SERIES_BREAK
    if isinstance(last, Reason):
        return last if last in NOT_TO_COMPARE else Reason.NO_LAST_YEAR
    return None


def no_pace(why: Reason) -> Pace:
    """A year whose pace cannot be assessed, and why."""
    gone = Absent(why)
    return Pace(PaceBand.NOT_ASSESSABLE, gone, gone, gone, gone, gone, None, None)


NO_PACE = {why: no_pace(why) for why in Reason}


def pace_of(
    point: Point, track: Track, verdict: Verdict, actual: Value, desk: Desk
) -> tuple[Pace, tuple[Working, ...]]:
    """Pace to the final target, or the maintain rule where there is no way to go."""
    rules, unit = track.rules, track.rules.indicator
    if rules.direction is Direction.MAINTAIN and verdict.achieved is not None:
        kept = PaceBand.MAINTAINED if verdict.achieved else PaceBand.NOT_MAINTAINED
        gone = Absent(Reason.FINAL_EQUALS_BASELINE)
        level = verdict.target
        return Pace(kept, gone, gone, gone, level, level, unit.baseline_year, None), ()
    if rules.direction is Direction.NONE:
        return NO_PACE[Reason.NO_DIRECTION], ()
    if rules.direction not in (*WITH_TARGET, Direction.ZERO):
        return NO_PACE[Reason.NO_RATE_FOR_DIRECTION], ()
    start, end = track.baseline(), track.final()
    if isinstance(start, Reason) or unit.baseline_year is None:
        return NO_PACE[start if isinstance(start, Reason) else Reason.NO_BASELINE], ()
    if end is None:
        return NO_PACE[Reason.NO_FINAL_TARGET], ()
    baseline = desk.value(start, "pace/baseline")
    final = desk.value(end[1].value, "pace/final_target", end[1].src)
    years = (unit.baseline_year, end[0])
    due = pace.expected(point.fiscal_year, *years)
    why = stopped(verdict.compared, due, track.broken(years[0], point.fiscal_year))
    if why is not None or isinstance(verdict.compared, Reason) or isinstance(due, Reason):
        gone = Absent(why or Reason.NOT_REPORTED)
        return Pace(PaceBand.NOT_ASSESSABLE, gone, gone, gone, baseline, final, *years), ()
    goal = achievement.Goal(rules.direction, target=end[1].value)
    measured: Value = dict(verdict.extra).get("compared", actual)
    inputs = (("actual", measured), ("baseline", baseline), ("final_target", final))
    if achievement.met(goal, start) is True:
        return maintained(achievement.met(goal, verdict.compared) is True, start, end[1].value, inputs, years)
    made = achievement.progress(start, end[1].value, verdict.compared)
    if isinstance(made, Reason):
        return NO_PACE[made], ()
    speed = pace.linear(made, due)
    progress = desk.rate(made, "pace/progress")
    expected = desk.rate(due, "pace/expected")
    limits = (0, rules.settings.pace_accelerate, rules.settings.pace_on_track)
    ratio = desk.rate(speed, "pace/pace", (Fraction(b) for b in limits))
    return (
        Pace(pace.band(speed, rules.settings), progress, expected, ratio, baseline, final, *years),
        (
            Working("pace.progress", inputs, progress),
            Working("pace.linear", (("progress", progress), ("expected", expected)), ratio),
        ),
    )


def stopped(compared: Exact | Reason, due: Fraction | Reason, broken: bool) -> Reason | None:
    """Why a year has no pace, the calendar's reasons before the value's."""
    if isinstance(due, Reason):
        return due
    if isinstance(compared, Reason):
        return compared
    return Reason.SERIES_BREAK if broken else None


def maintained(
    kept: bool,
    start: Exact,
    end: Exact,
    inputs: tuple[tuple[str, Value], ...],
    years: tuple[int, int],
) -> tuple[Pace, tuple[Working, ...]]:
    """The maintain rule: the baseline already meets the final target, so only keeping counts."""
    same = Fraction(start) == Fraction(end)
    gone = Absent(Reason.FINAL_EQUALS_BASELINE if same else Reason.START_MEETS_TARGET)
    band = PaceBand.MAINTAINED if kept else PaceBand.NOT_MAINTAINED
    found = Pace(band, gone, gone, gone, inputs[1][1], inputs[2][1], *years)
    return found, (Working("pace.maintain", inputs, gone),)
