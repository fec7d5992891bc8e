"""Response rate, interval and bounds: published figures and what must always hold."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.metrics import survey
from generator.model import Reason
from tests.metrics.vectors_read import ROWS, expected, numbers

RATES = ("V38", "V40", "V41", "V42", "V44", "V45", "V47")


@pytest.mark.parametrize("id", RATES)
def test_published_response_rate(id: str) -> None:
    """valid ÷ sent comes out as printed."""
    valid, sent = (int(n) for n in numbers(ROWS[id]["inputs"]))
    rate = survey.response_rate(valid, sent)
    assert not isinstance(rate, Reason)
    assert float(100 * rate) == pytest.approx(expected(id)[0], abs=float(ROWS[id]["tolerance"]))


def test_undeliverable_letters_were_never_asked() -> None:
    """V37: returned envelopes leave the denominator."""
    sent, returned, valid = (int(n) for n in numbers(ROWS["V37"]["inputs"]))
    rate = survey.response_rate(valid, sent, returned)
    assert not isinstance(rate, Reason)
    assert float(100 * rate) == pytest.approx(expected("V37")[0], abs=float(ROWS["V37"]["tolerance"]))


@pytest.mark.parametrize(("id", "population"), [("V55", None), ("V57", 415)])
def test_wilson_interval(id: str, population: int | None) -> None:
    """The plain interval as published, and the one with finite population correction."""
    positives, n = (int(x) for x in numbers(ROWS[id]["inputs"])[:2])
    found = survey.wilson(positives, n, population)
    assert not isinstance(found, Reason)
    assert found == pytest.approx(expected(id), abs=float(ROWS[id]["tolerance"]))


def test_bounds_of_a_survey_that_few_answered() -> None:
    """V59: 606 of 808, but 2,739 were asked: between 22 % and 93 %."""
    positives, answered, asked = (int(x) for x in numbers(ROWS["V59"]["inputs"]))
    found = survey.bounds(positives, answered, asked)
    assert not isinstance(found, Reason)
    tolerance = float(ROWS["V59"]["tolerance"])
    assert [float(100 * x) for x in found] == pytest.approx(expected("V59"), abs=tolerance)


def test_nobody_reached_has_no_rate() -> None:
    """All letters came back: there is no rate, no interval and there are no bounds."""
    assert survey.response_rate(0, 5, 5) is Reason.ZERO_DENOMINATOR
    assert survey.wilson(0, 0, 5) is Reason.ZERO_DENOMINATOR
    assert survey.bounds(0, 0, 0) is Reason.ZERO_DENOMINATOR


def test_the_gate_is_met_exactly() -> None:
    """60 % is enough; the unrounded rate is compared."""
    assert survey.passes(Fraction(3, 5), Fraction(3, 5))
    assert not survey.passes(Fraction(5999, 10000), Fraction(3, 5))
    assert not survey.passes(Reason.ZERO_DENOMINATOR, Fraction(3, 5))


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int, int]:
    """positives ≤ n ≤ population."""
    population = draw(st.integers(1, 5000))
    n = draw(st.integers(1, population))
    return draw(st.integers(0, n)), n, population


@given(counts())
def test_interval_lies_in_0_to_1_and_holds_the_share(drawn: tuple[int, int, int]) -> None:
    """And the correction never widens it; when everybody answered it is the share itself."""
    positives, n, population = drawn
    found, plain = survey.wilson(positives, n, population), survey.wilson(positives, n)
    assert not isinstance(found, Reason) and not isinstance(plain, Reason)
    assert 0 <= found[0] <= positives / n <= found[1] <= 1
    assert plain[0] <= found[0] + 1e-12 and found[1] <= plain[1] + 1e-12
    if n == population:
        assert found == (positives / n, positives / n)


@given(counts())
def test_bounds_hold_the_share(drawn: tuple[int, int, int]) -> None:
    """Whatever those who were silent think, the share lies between the bounds."""
    positives, n, asked = drawn
    found = survey.bounds(positives, n, asked)
    assert not isinstance(found, Reason)
    assert 0 <= found[0] <= Fraction(positives, n) <= found[1] <= 1
