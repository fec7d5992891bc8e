"""Achievement, grades and pace for every direction."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.metrics import achievement, pace
from generator.metrics.achievement import Goal
from generator.model import Direction, Grade, MetricSettings, PaceBand, Reason

VALUES = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)
ABOVE_ZERO = st.fractions(min_value=Fraction(1, 10**6), max_value=10**12)
BANDS = MetricSettings().grade_bands


@given(VALUES, ABOVE_ZERO, st.sampled_from([Direction.INCREASE, Direction.DECREASE]))
def test_rate_is_at_least_one_exactly_when_achieved(
    actual: Fraction, target: Fraction, way: Direction
) -> None:
    """Rate, verdict and grade A cannot disagree."""
    goal = Goal(way, target=target)
    rate = achievement.rate(goal, actual)
    assert not isinstance(rate, Reason)
    assert (rate >= 1) is achievement.met(goal, actual)
    assert (achievement.grade_of_rate(rate, BANDS) is Grade.A) is achievement.met(goal, actual)


@given(VALUES, VALUES, ABOVE_ZERO)
def test_rate_grows_with_what_is_wanted(one: Fraction, other: Fraction, target: Fraction) -> None:
    """More is never worse for increase, less never for decrease."""
    low, high = sorted((one, other))
    up, down = Goal(Direction.INCREASE, target=target), Goal(Direction.DECREASE, target=target)
    assert achievement.rate(up, low) <= achievement.rate(up, high)  # type: ignore[operator]
    assert achievement.rate(down, low) >= achievement.rate(down, high)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("way", "target", "actual", "rate", "met"),
    [
        (Direction.INCREASE, "100", "0", 0, False),
        (Direction.INCREASE, "100", "-5", Fraction(-1, 20), False),
        (Direction.DECREASE, "10", "10", 1, True),
        (Direction.DECREASE, "10", "0", 2, True),
        (Direction.DECREASE, "10", "20", 0, False),
        (Direction.DECREASE, "10", "25", Fraction(-1, 2), False),
        (Direction.INCREASE, "0", "-148", Reason.TARGET_NOT_POSITIVE, False),
        (Direction.INCREASE, "-100", "-90", Reason.TARGET_NOT_POSITIVE, True),
        (Direction.DECREASE, "0", "0", Reason.TARGET_NOT_POSITIVE, True),
        (Direction.DECREASE, "-10", "10", Reason.TARGET_NOT_POSITIVE, False),
    ],
)
def test_rate_and_verdict(way: Direction, target: str, actual: str, rate: object, met: bool) -> None:
    """The table of metrics: a rate only against a target above zero, a verdict always."""
    goal = Goal(way, target=Decimal(target))
    assert achievement.rate(goal, Decimal(actual)) == rate
    assert achievement.met(goal, Decimal(actual)) is met


@pytest.mark.parametrize(
    ("goal", "actual", "met", "difference"),
    [
        (Goal(Direction.ZERO), 0, True, 0),
        (Goal(Direction.ZERO), 2, False, 2),
        (Goal(Direction.MAINTAIN, reference=Decimal(10)), 10, True, 0),
        (Goal(Direction.MAINTAIN, reference=Decimal(10)), 9, False, -1),
        (Goal(Direction.MAINTAIN, reference=Decimal(10), band=Decimal(2)), 8, True, -2),
        (Goal(Direction.MAINTAIN, reference=Decimal(10), band=Decimal(2)), 7, False, -3),
        (Goal(Direction.RANGE, low=Decimal(3), high=Decimal(5)), 3, True, 0),
        (Goal(Direction.RANGE, low=Decimal(3), high=Decimal(5)), 5, True, 0),
        (Goal(Direction.RANGE, low=Decimal(3), high=Decimal(5)), 2, False, -1),
        (Goal(Direction.RANGE, low=Decimal(3), high=Decimal(5)), 9, False, 4),
        (Goal(Direction.BEAT_LAST_YEAR, reference=Decimal(7)), 7, True, 0),
        (Goal(Direction.BEAT_LAST_YEAR, reference=Decimal(7)), 6, False, -1),
    ],
)
def test_directions_without_a_rate(goal: Goal, actual: int, met: bool, difference: int) -> None:
    """Met or not met, and how far away."""
    value = Decimal(actual)
    assert achievement.met(goal, value) is met
    assert achievement.difference(goal, value) == difference
    assert achievement.rate(goal, value) is Reason.NO_RATE_FOR_DIRECTION


@pytest.mark.parametrize(
    ("rate", "grade"),
    [
        ("1", "A"),
        ("0.99999999999", "B"),
        ("0.8", "B"),
        ("0.7999999", "C"),
        ("0.3", "C"),
        ("0.2999", "D"),
        ("-4", "D"),
    ],
)
def test_grade_bands_are_half_open(rate: str, grade: str) -> None:
    """The lower bound belongs to the better grade; compared unrounded."""
    assert achievement.grade_of_rate(Decimal(rate), BANDS) == grade


@pytest.mark.parametrize(
    ("achieved", "improved", "grade"),
    [(True, None, Grade.A), (False, True, Grade.C), (False, False, Grade.D), (False, None, Grade.NONE)],
)
def test_grade_without_a_rate(achieved: bool, improved: bool | None, grade: Grade) -> None:
    """A if met; else C if better than last year, D if not; none without last year."""
    assert achievement.grade_without_rate(achieved, improved) is grade


@pytest.mark.parametrize(
    ("speed", "band"),
    [
        ("1", PaceBand.ON_TRACK),
        ("0.9999", PaceBand.ACCELERATE),
        ("0.6", PaceBand.ACCELERATE),
        ("0.5999", PaceBand.FAR),
        ("0", PaceBand.FAR),
        ("-0.0001", PaceBand.AWAY),
    ],
)
def test_pace_bands(speed: str, band: PaceBand) -> None:
    """Half-open bands; any step the wrong way is going away."""
    assert pace.band(Decimal(speed), MetricSettings()) is band


@pytest.mark.parametrize(
    ("year", "found"),
    [(2019, Reason.BEFORE_BASELINE), (2020, Reason.BASELINE_YEAR), (2021, Fraction(1, 5)), (2026, 1)],
)
def test_expected_share(year: int, found: object) -> None:
    """Years passed ÷ years planned; not assessable until a year has passed, full after the end."""
    assert pace.expected(year, 2020, 2025) == found


@given(VALUES, VALUES, VALUES)
def test_progress_keeps_its_sign(start: Fraction, goal: Fraction, actual: Fraction) -> None:
    """Negative exactly when the move goes away from the goal."""
    found = achievement.progress(start, goal, actual)
    if start == goal:
        assert found is Reason.FINAL_EQUALS_BASELINE
    else:
        assert not isinstance(found, Reason)
        assert (found < 0) == ((actual - start) * (goal - start) < 0)
