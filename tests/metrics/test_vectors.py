"""Published worked examples (tests/cases/vectors.csv) computed by the real functions.

Scope: achievement, progress, time bases, pace, pooled means, ratios of sums, running sums.
Survey intervals, response rates, ripple effects and SROI belong to rooms of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from generator.metrics import achievement, compute, pace, rollup
from generator.metrics.achievement import Goal
from generator.model import Absent, Direction, Exact, Number, Reason, TimeBasis, Value
from tests.metrics.projects_made import decision, indicator, project, row

VECTORS = Path(__file__).parents[1] / "cases" / "vectors.csv"
Found = Sequence[Exact | float | Reason]


def numbers(text: str) -> list[Fraction]:
    """Every number of a vector's inputs, thousands separators removed."""
    return [Fraction(n.replace(",", "")) for n in re.findall(r"(?<![\w-])[+-]?\d[\d,]*(?:\.\d+)?", text)]


def raw(value: Value) -> Exact:
    """The exact value of a number that must be there."""
    assert isinstance(value, Number), value
    return value.raw


def percent(value: Exact | Reason) -> Exact | Reason:
    return value if isinstance(value, Reason) else Fraction(value) * 100


def rate(actual: Exact, target: Exact) -> Exact | Reason:
    return percent(achievement.rate(Goal(Direction.INCREASE, target=target), actual))


def progress(start: Exact, goal: Exact, actual: Exact) -> Exact | Reason:
    return percent(achievement.progress(start, goal, actual))


def rate_and_points(actual: Exact, target: Exact) -> Found:
    """Rate, and the gap in points as its size."""
    gap = achievement.difference(Goal(Direction.INCREASE, target=target), actual)
    assert not isinstance(gap, Reason)
    return rate(actual, target), abs(gap)


def cumulative_against_annual(before: Exact, now: Exact, annual: Exact, final: Exact) -> Found:
    """The increment against the annual target, as a project computes it; the naive rate and
    the one against the final target from the same numbers."""
    kept = indicator(time_basis=TimeBasis.CUMULATIVE, target_basis=TimeBasis.FLOW)
    rows = (row(2013, str(before)), row(2014, str(now), str(annual)))
    year = compute(project(kept, rows)).indicators[0].series[-1]
    return rate(now, annual), percent(raw(year.achievement)), rate(now, final)


def three_readings(base: Exact, start: Exact, target: Exact, actual: Exact, final: Exact) -> Found:
    """Achievement, in-year progress and baseline-to-final progress of one year of one project."""
    kept = indicator(baseline_year=2017, time_basis=TimeBasis.STOCK, target_basis=TimeBasis.STOCK)
    rows = (row(2017, str(base)), row(2020, str(start)), row(2021, str(actual), str(target)))
    made = project(kept, rows, (decision(2028, str(final)),))
    year = next(y for y in compute(made).indicators[0].series if y.fiscal_year == 2021)
    return [percent(raw(v)) for v in (year.achievement, year.in_year_progress, year.pace.progress)]


def required_path(years: int) -> Found:
    """The required share of the way after each year of a plan."""
    return [percent(pace.expected(n, 0, years)) for n in range(1, years + 1)]


def linear_pace(
    baseline: Exact, first: Exact, actual: Exact, year: Exact, final: Exact, last: Exact
) -> Found:
    due = pace.expected(int(year), int(first), int(last))
    made = achievement.progress(baseline, final, actual)
    assert not isinstance(due, Reason) and not isinstance(made, Reason)
    return [pace.linear(made, due)]


def pooled(first: Exact, n: Exact, second: Exact, m: Exact) -> Found:
    return [rollup.pooled_mean([(first, int(n)), (second, int(m))])]


def sums_of_new(a: Exact, b: Exact, published: Exact, *then: Exact) -> Found:
    """What adding new cases to the stand would give; the published stand is smaller."""
    return [rollup.running_sum((a, b))[-1], rollup.running_sum(then[:2])[-1]]


COMPUTED: dict[str, Callable[..., Found]] = {
    "V01": lambda a, t: [rate(a, t)],
    "V02": lambda a, t: [rate(a, t)],
    "V03": lambda a, t: [rate(a, t)],
    "V04": lambda t, a: [rate(t, a)],
    "V06": rate_and_points,
    "V09": lambda b, f, a: [progress(b, f, a)],
    "V10": lambda b, f, a: [progress(b, f, a)],
    "V11": lambda b, f, a: [progress(b, f, a)],
    "V15": cumulative_against_annual,
    "V16": three_readings,
    "V18": lambda s, t, a: [rate(a, t), progress(s, t, a)],
    "V48": pooled,
    "V50": lambda n, d: [rollup.ratio_of_sums([(n, d)])],
    "V77": sums_of_new,
}
SPECIAL: dict[str, Callable[[], Found]] = {
    "V20": lambda: required_path(5),
    "V35": lambda: linear_pace(103, 2015, 29, 2023, Decimal("0.1"), 2030),
}
REFUSED = ("V13",)
with VECTORS.open(encoding="utf-8", newline="") as _file:
    ROWS = {r["id"]: r for r in csv.DictReader(_file)}


def agree(found: Found, vector: dict[str, str]) -> None:
    """Every computed value within the vector's tolerance."""
    expected = [float(x) for x in vector["expected"].split("|")]
    assert len(found) == len(expected)
    for value, wanted in zip(found, expected, strict=True):
        assert not isinstance(value, Reason)
        assert float(value) == pytest.approx(wanted, abs=float(vector["tolerance"]) + 1e-9)


@pytest.mark.parametrize("id", COMPUTED)
def test_vector(id: str) -> None:
    """The published result follows from the inputs as printed."""
    agree(COMPUTED[id](*numbers(ROWS[id]["inputs"])), ROWS[id])


@pytest.mark.parametrize("id", SPECIAL)
def test_vector_whose_inputs_are_prose(id: str) -> None:
    """The published result follows; the inputs are repeated here because they are a sentence."""
    agree(SPECIAL[id](), ROWS[id])


@pytest.mark.parametrize("id", REFUSED)
def test_target_not_above_zero_has_no_rate(id: str) -> None:
    """A naive rate against a target of zero or less is refused, for both directions."""
    target, actual = numbers(ROWS[id]["inputs"])
    for direction in (Direction.INCREASE, Direction.DECREASE):
        assert achievement.rate(Goal(direction, target=target), actual) is Reason.TARGET_NOT_POSITIVE


def test_every_vector_of_this_scope_is_computed() -> None:
    """No vector up to V35, nor V48, V50 and V77, is left out."""
    wanted = {i for i in ROWS if int(i[1:]) <= 35} | {"V48", "V50", "V77"}
    assert wanted == {*COMPUTED, *SPECIAL, *REFUSED}


def test_mixed_bases_are_never_compared_naively() -> None:
    """V15: 885 cumulative against 150 a year is 230.7 %, and 590 % appears nowhere."""
    kept = indicator(time_basis=TimeBasis.CUMULATIVE, target_basis=TimeBasis.FLOW)
    made = project(kept, (row(2013, 539), row(2014, 885, 150)))
    year = compute(made).indicators[0].series[-1]
    assert isinstance(year.achievement, Number) and year.achievement.shown == "230.7%"
    first = compute(project(kept, (row(2014, 885, 150),))).indicators[0].series[-1]
    assert first.achievement == Absent(Reason.NO_LAST_YEAR)


def test_open_sdg_measure_differs_from_ours() -> None:
    """V35: the growth-rate ratio says 0.40 where the linear pace says 1.35."""
    found = pace.cagr_ratio(Decimal(103), Decimal(29), Decimal("0.1"), 8, 15)
    assert not isinstance(found, Reason) and found == pytest.approx(0.396, abs=0.001)
