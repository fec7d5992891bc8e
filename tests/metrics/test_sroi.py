"""SROI: published ratios, discounting, and a range that is the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.metrics import sroi
from generator.metrics.impact_results import sroi_result
from generator.model import Number, Value
from generator.model_impact import Claim, Factor, Links, NamedAmount, Outcome, SroiAccount
from tests.metrics.vectors_read import ROWS, expected, numbers

CLAIM = Claim(1, "何が", "だれに", "どれだけ", "どこまで", "確かさ")


def factor(value: str, low: str | None = None, high: str | None = None) -> Factor:
    return Factor(Decimal(value), Decimal(low or value), Decimal(high or value), "調査")


def outcome(**changed: Factor | int | str) -> Outcome:
    """100 people × 1,000 yen, nothing taken off, one year."""
    none = factor("0")
    plain = Outcome(
        "o", "成果", "会員", factor("100"), "人", factor("1000"), "代理の額", none, none, none, none, 1, CLAIM
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def account(*outcomes: Outcome, inputs: str = "50000", discount: str = "0", **changed: object) -> SroiAccount:
    plain = SroiAccount(
        *("s", "店の支援", 2024, "", "円"),
        (NamedAmount("費用", Decimal(inputs), "決算"),),
        outcomes or (outcome(),),
        factor(discount),
        *(1, 500, Links(), False, "data/impact/s.yml"),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def text(value: Value) -> str:
    assert isinstance(value, Number)
    return value.shown


def test_gross_and_net_ratio_are_two_definitions() -> None:
    """V60, V61: 10,273,663 of benefit, 5,301,163 net: inputs 4,972,500, ratio 2.07, net 1.066."""
    benefit, net = (Fraction(n) for n in numbers(ROWS["V60"]["inputs"]))
    inputs = benefit - net
    assert inputs == expected("V60")[0]
    assert float(sroi.ratio(benefit, inputs)) == pytest.approx(expected("V60")[1], abs=0.005)
    assert float(sroi.net_ratio(benefit, inputs)) == pytest.approx(
        expected("V61")[0], abs=float(ROWS["V61"]["tolerance"])
    )
    made = account(outcome(quantity=factor("1"), proxy=factor(str(benefit))), inputs=str(inputs))
    found = sroi_result(made, "b")
    assert text(found.ratio) == "2.07" and text(found.inputs) == "4,972,500"
    assert text(found.net_ratio) == "1.07"


def test_discount_factors() -> None:
    """V63: 3.5 % after 1, 5, 10 and 30 years."""
    years = [int(n) for n in re.findall(r"\d+", ROWS["V63"]["inputs"].split("=")[1])]
    found = [float(sroi.discount_factor(Fraction(35, 1000), t)) for t in years]
    assert found == pytest.approx(expected("V63"), abs=float(ROWS["V63"]["tolerance"]))


def test_every_share_takes_its_part() -> None:
    """100 × 1,000 × 0.8 × 0.9 × 0.5, then a quarter less each year, discounted from the first."""
    made = outcome(
        deadweight=factor("0.2"),
        displacement=factor("0.1"),
        attribution=factor("0.5"),
        drop_off=factor("0.25"),
        years=2,
    )
    found = sroi_result(account(made, discount="0.035"), "b")
    assert [text(v) for v in found.outcomes[0].by_year] == ["36,000", "27,000"]
    exact = Fraction(36000) / Fraction("1.035") + 27000 / Fraction("1.035") ** 2
    assert (
        sroi.benefit_of(account(made, discount="0.035"), sroi.declared(account(made, discount="0.035")))
        == exact
    )
    assert text(found.outcomes[0].first_year) == "36,000"


def test_the_range_is_the_same_every_time_and_another_for_another_seed() -> None:
    """No clock, no machine: the seed is in the account."""
    made = account(outcome(quantity=factor("100", "60", "130")))
    assert sroi.range_of(made) == sroi.range_of(made)
    assert sroi.range_of(made) != sroi.range_of(replace(made, seed=2))
    first = [round(u, 12) for u, _ in zip(sroi.uniforms(0), range(3), strict=False)]
    assert first == [
        round((n >> 11) / 2**53, 12) for n in (0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F)
    ]


@st.composite
def ranged(draw: st.DrawFn, most: int = 100) -> Factor:
    low, value, high = sorted(draw(st.tuples(*[st.integers(0, most)] * 3)))
    return Factor(Decimal(value) / 100, Decimal(low) / 100, Decimal(high) / 100, "調査")


@given(ranged(10_000), ranged(10_000), ranged(), ranged(), ranged(), st.integers(1, 4))
def test_the_range_lies_between_worst_and_best(
    quantity: Factor, proxy: Factor, deadweight: Factor, attribution: Factor, drop: Factor, years: int
) -> None:
    """Every sampled ratio lies between all factors at their worst and all at their best."""
    made = account(
        outcome(
            quantity=quantity,
            proxy=proxy,
            deadweight=deadweight,
            attribution=attribution,
            drop_off=drop,
            years=years,
        ),
        runs=100,
    )
    known = sroi.factors(made)
    good = ("quantity", "proxy")
    worst = {n: Fraction(f.low if n[1] in good else f.high) for n, f in known.items()}
    best = {n: Fraction(f.high if n[1] in good else f.low) for n, f in known.items()}
    spent = sroi.inputs_of(made)
    low, high = sroi.range_of(made)
    assert sroi.benefit_of(made, worst) / spent <= low * (1 + 1e-9) + 1e-12
    assert low <= high <= sroi.benefit_of(made, best) / spent * (1 + Fraction(1, 10**9)) + Fraction(1, 10**12)


@given(ranged(), st.floats(0, 1, exclude_max=True))
def test_triangular_stays_inside(one: Factor, u: float) -> None:
    """Between low and high, whatever the draw."""
    found = sroi.triangular(one, u)
    assert float(one.low) - 1e-12 <= found <= float(one.high) + 1e-12


def test_tornado_puts_the_widest_first_and_leaves_out_the_certain() -> None:
    """One factor at a time, the others as declared."""
    made = account(
        outcome(
            quantity=factor("100", "90", "110"),
            proxy=factor("1000", "500", "2000"),
            deadweight=factor("0.5", "0.4", "0.6"),
        )
    )
    bars = sroi.tornado(made)
    assert [b.name[1] for b in bars] == ["proxy", "deadweight", "quantity"]
    assert (bars[0].at_low, bars[0].at_high) == (Fraction(1, 2), 2)
    shown = sroi_result(made, "b").tornado[1]
    assert (text(shown.low), text(shown.high)) == ("40.0%", "60.0%")
    assert (text(shown.at_low), text(shown.at_high)) == ("1.20", "0.80")


def test_quantiles_by_nearest_rank() -> None:
    """5 % of 100 numbers is the fifth."""
    ordered = [float(n) for n in range(1, 101)]
    assert (sroi.quantile(ordered, 0.05), sroi.quantile(ordered, 0.95)) == (5.0, 95.0)
    assert sroi.quantile([7.0], 0.05) == 7.0
