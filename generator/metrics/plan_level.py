"""Plans and the whole: achieved share, mean of capped rates, coverage, side by side, never one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.formats import count_number, limit_number, rate_number
from generator.model import (
    Absent,
    Direction,
    Exact,
    Grade,
    GroupResult,
    IndicatorResult,
    MetricSettings,
    Number,
    Reason,
    Value,
    Working,
    YearResult,
)


def group(
    id: str, results: Iterable[IndicatorResult], year: int | None, settings: MetricSettings, base: str
) -> GroupResult:
    """The group's numbers from its key indicators that have a direction.

    Only the report year counts: an indicator whose page shows an older year is missing here.
    `base` is the group's address, e.g. `api/v1/index.json#/plans/0`.
    """
    judged = [r for r in results if r.indicator.key and r.indicator.direction is not Direction.NONE]
    years = [(r.indicator.id, in_year(r, year)) for r in judged]
    weights = {i: Fraction(settings.weights.get(i, Decimal(1))) for i, _ in years}
    assessed = {i: y for i, y in years if y is not None and is_assessed(y)}
    achieved = {i for i, y in assessed.items() if y.achieved}
    rates = {i: y.achievement.raw for i, y in assessed.items() if isinstance(y.achievement, Number)}
    whole, seen, won = (weight(weights, ids) for ids in (weights, assessed, achieved))

    def share(top: Fraction, bottom: Fraction, field: str) -> Value:
        if bottom <= 0:
            return Absent(Reason.NOT_REPORTED if years else Reason.NO_DIRECTION)
        return rate_number(top / bottom, f"{base}/{field}")

    mean = mean_rate(rates, weights, settings.plan_cap)
    mean_value = Absent(mean) if isinstance(mean, Reason) else rate_number(mean, f"{base}/mean_rate")
    shares = {
        "achieved_share": share(won, seen, "achieved_share"),
        "coverage_share": share(Fraction(len(assessed)), Fraction(len(years)), "coverage_share"),
        "low": share(won, whole, "low"),
        "high": share(won + whole - seen, whole, "high"),
    }
    counts = (len(years), len(assessed), len(achieved), len(rates))
    return GroupResult(
        id=id,
        total=len(years),
        assessed=len(assessed),
        achieved=len(achieved),
        achieved_share=shares["achieved_share"],
        mean_rate=mean_value,
        rates=len(rates),
        coverage_share=shares["coverage_share"],
        low=shares["low"],
        high=shares["high"],
        grades=grade_counts([y for _, y in years]),
        weights=printed_weights(weights, settings),
        workings=workings(counts, shares, mean_value, settings, base),
    )


def in_year(result: IndicatorResult, year: int | None) -> YearResult | None:
    """The indicator's result of the report year, None where its page shows another year."""
    now = result.current
    return now if now is not None and now.fiscal_year == year else None


def is_assessed(result: YearResult) -> bool:
    """Whether the year was judged; not carried out is judged, as missed."""
    return result.achieved is not None or result.grade is Grade.E


def weight(weights: Mapping[str, Fraction], ids: Iterable[str]) -> Fraction:
    """Sum of the weights of `ids`."""
    return sum((weights[i] for i in ids), Fraction(0))


def capped(rate: Exact, cap: Exact) -> Fraction:
    """A rate as it enters a mean: not above the cap, not below 0."""
    return max(min(Fraction(rate), Fraction(cap)), Fraction(0))


def mean_rate(rates: Mapping[str, Exact], weights: Mapping[str, Fraction], cap: Exact) -> Fraction | Reason:
    """Weighted mean of capped rates over the indicators that have one."""
    whole = weight(weights, rates)
    if whole <= 0:
        return Reason.NOT_REPORTED
    return sum((capped(r, cap) * weights[i] for i, r in rates.items()), Fraction(0)) / whole


def grade_counts(years: Sequence[YearResult | None]) -> tuple[tuple[Grade, int], ...]:
    """How many indicators have each grade; those without a year count under the dash."""
    found = [Grade.NONE if y is None else y.grade for y in years]
    return tuple((grade, found.count(grade)) for grade in Grade)


def printed_weights(
    weights: Mapping[str, Fraction], settings: MetricSettings
) -> tuple[tuple[str, Decimal], ...]:
    """Weights are printed where any differs from 1."""
    given = tuple((i, settings.weights.get(i, Decimal(1))) for i in weights)
    return given if any(w != 1 for _, w in given) else ()


def workings(
    counts: tuple[int, int, int, int],
    shares: Mapping[str, Value],
    mean: Value,
    settings: MetricSettings,
    base: str,
) -> tuple[Working, ...]:
    """How each of the numbers came about."""
    total, assessed, achieved, rates = (
        count_number(n, f"{base}/{name}")
        for n, name in zip(counts, ("total", "assessed", "achieved", "rates"), strict=True)
    )
    missing = count_number(counts[0] - counts[1], f"{base}/workings/4/inputs/1")
    cap = limit_number(settings.plan_cap, f"{base}/workings/0/inputs/1")
    inputs: dict[str, tuple[tuple[str, Value], ...]] = {
        "achieved_share": (("achieved", achieved), ("assessed", assessed)),
        "coverage_share": (("assessed", assessed), ("total", total)),
        "low": (("achieved", achieved), ("total", total)),
        "high": (("achieved", achieved), ("missing", missing), ("total", total)),
    }
    of_mean = Working("plan.mean_rate", (("rates", rates), ("cap", cap)), mean)
    return (of_mean, *(Working(f"plan.{name}", given, shares[name]) for name, given in inputs.items()))
