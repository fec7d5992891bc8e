"""From societies to the federation (metrics: from societies to federation to plan)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.metrics.point import REASON_OF_STATUS, WITH_VALUE, Point, Target, direct, ratio, state
from generator.model import Aggregation, Coverage, Exact, Indicator, Observation, Reason, Status

FORMULA = {
    Aggregation.SUM: "sum",
    Aggregation.COUNT_TRUE: "count_true",
    Aggregation.RATIO_OF_SUMS: "ratio_of_sums",
}

STATES_WITHOUT_VALUE = (
    Status.NOT_REPORTED,
    Status.NOT_DUE,
    Status.NOT_MEASURABLE,
    Status.NOT_CARRIED_OUT,
)


WHOLE = (Aggregation.SUM, Aggregation.COUNT_TRUE)
"""Aggregations that mean nothing beside a target while a society is missing."""


@dataclass(frozen=True, slots=True)
class Members:
    """The societies an indicator concerns, in the order of the list, and the list's length."""

    names: tuple[str, ...]
    total: int
    min_coverage: Exact = Fraction(1)


def is_reported(row: Observation, indicator: Indicator, horizon: int) -> bool:
    """Whether the row gives what its aggregation needs."""
    if state(row, horizon) not in WITH_VALUE:
        return False
    if indicator.aggregation is Aggregation.RATIO_OF_SUMS:
        return row.numerator is not None and row.denominator is not None
    return row.actual is not None


def coverage(
    rows: Mapping[str, Observation], members: Members, indicator: Indicator, horizon: int
) -> Coverage:
    """Who reported, who is missing, who is not concerned this year.

    A ratio of most societies still estimates the whole, so it suffices from the declared coverage
    on; a sum with a part missing is simply smaller, and is never set against a full target.
    """
    outside = tuple(n for n in members.names if n in rows and rows[n].status is Status.NOT_APPLICABLE)
    concerned = [n for n in members.names if n not in outside]
    missing = tuple(n for n in concerned if n not in rows or not is_reported(rows[n], indicator, horizon))
    reported = len(concerned) - len(missing)
    least = Fraction(1) if indicator.aggregation in WHOLE else Fraction(members.min_coverage)
    enough = not concerned or Fraction(reported, len(concerned)) >= least
    return Coverage(reported, len(concerned), members.total, missing, outside, enough)


def total(parts: Iterable[Exact]) -> Fraction:
    """Exact sum."""
    return sum((Fraction(p) for p in parts), Fraction(0))


def ratio_of_sums(pairs: Iterable[tuple[Exact, Exact]]) -> Fraction | Reason:
    """Σ numerators ÷ Σ denominators, never a mean of ratios."""
    listed = list(pairs)
    below = total(d for _, d in listed)
    return total(n for n, _ in listed) / below if below else Reason.ZERO_DENOMINATOR


def pooled_mean(groups: Iterable[tuple[Exact, int]]) -> Fraction | Reason:
    """Mean of group means weighted by their sizes (mean, n)."""
    return ratio_of_sums((Fraction(mean) * n, Fraction(n)) for mean, n in groups)


def count_true(cells: Iterable[Exact]) -> int:
    """How many cells are 1."""
    return sum(1 for cell in cells if cell == 1)


def running_sum(parts: Sequence[Exact]) -> tuple[Fraction, ...]:
    """The stand after each year when every year only adds."""
    return tuple(total(parts[: i + 1]) for i in range(len(parts)))


def status_of(rows: Iterable[Observation], horizon: int, concerned: int) -> Status:
    """The federation's state in a year without a single value."""
    states = {state(row, horizon) for row in rows} - {Status.NOT_APPLICABLE}
    if not states:
        return Status.NOT_REPORTED if concerned else Status.NOT_APPLICABLE
    return next((s for s in STATES_WITHOUT_VALUE if s in states), Status.NOT_REPORTED)


def aggregate(
    rows: Mapping[str, Observation],
    members: Members,
    indicator: Indicator,
    horizon: int,
    key: tuple[int, str],
) -> Point:
    """The federation's point of one year from the society rows of that year."""
    seen = coverage(rows, members, indicator, horizon)
    given = [rows[n] for n in members.names if n in rows and is_reported(rows[n], indicator, horizon)]
    empty = Point(key[0], key[1], Status.REPORTED, coverage=seen, sample=any(r.sample for r in rows.values()))
    if not given:
        status = status_of(rows.values(), horizon, seen.concerned)
        if key[0] > horizon and status is Status.NOT_REPORTED:
            status = Status.NOT_DUE
        return replace(empty, status=status, reason=REASON_OF_STATUS[status])
    provisional = any(r.status is Status.PROVISIONAL for r in given)
    return replace(
        with_value(empty, given, indicator),
        status=Status.PROVISIONAL if provisional else Status.REPORTED,
        provisional=provisional,
        formula=FORMULA[indicator.aggregation],
    )


def with_value(point: Point, given: Sequence[Observation], indicator: Indicator) -> Point:
    """`point` with the aggregate of the rows that gave a value."""
    actuals = [r.actual for r in given if r.actual is not None]
    if indicator.aggregation is Aggregation.SUM:
        return replace(point, actual=total(actuals))
    if indicator.aggregation is Aggregation.COUNT_TRUE:
        return replace(point, actual=Fraction(count_true(actuals)))
    above = total(r.numerator for r in given if r.numerator is not None)
    below = total(r.denominator for r in given if r.denominator is not None)
    value = ratio(above, below, indicator)
    if isinstance(value, Reason):
        return replace(point, reason=value, numerator=above, denominator=below)
    return replace(point, actual=value, numerator=above, denominator=below)


def target_from_societies(
    rows: Mapping[str, Observation], members: Members, indicator: Indicator
) -> Target | Reason:
    """The aggregate of the societies' targets, if every society concerned has one.

    Rates: the common value when all are equal, else weighted by the denominators.
    """
    concerned = [n for n in members.names if n not in rows or rows[n].status is not Status.NOT_APPLICABLE]
    given = [rows[n] for n in concerned if n in rows and rows[n].target is not None]
    if not given:
        return Reason.NO_TARGET
    if len(given) < len(concerned):
        return Reason.INCOMPLETE_TARGETS
    targets = [r.target for r in given if r.target is not None]
    if indicator.aggregation is not Aggregation.RATIO_OF_SUMS:
        return Target(total(targets))
    if len(set(targets)) == 1:
        return Target(targets[0])
    weights = [r.denominator for r in given if r.denominator is not None]
    if len(weights) < len(targets):
        return Reason.INCOMPLETE_TARGETS
    mean = ratio_of_sums((t * w, w) for t, w in zip(targets, weights, strict=True))
    return Reason.INCOMPLETE_TARGETS if isinstance(mean, Reason) else Target(mean)


def federation_point(
    own: Observation | None,
    rows: Mapping[str, Observation],
    members: Members,
    indicator: Indicator,
    horizon: int,
    key: tuple[int, str],
) -> Point:
    """One year of the federation: its own row, or what its societies reported."""
    added = indicator.aggregation in FORMULA
    if added and rows and (own is None or own.actual is None):
        point = aggregate(rows, members, indicator, horizon, key)
        wanted = target_from_societies(rows, members, indicator)
        if own is not None and own.target is not None:
            wanted = Target(own.target, own.src)
        notes = (own.note,) if own is not None and own.note else ()
        return replace(point, target=wanted, notes=notes)
    if own is not None:
        return direct(own, indicator, horizon)
    status = Status.NOT_DUE if key[0] > horizon else Status.NOT_REPORTED
    return Point(key[0], key[1], status, reason=REASON_OF_STATUS[status])
