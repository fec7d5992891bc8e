"""Social return on investment: present value of benefits ÷ inputs, always with a range.

A year's benefit is quantity × proxy × (1 − deadweight)(1 − displacement)(1 − attribution); from the
second year it drops off. The first year is discounted once (t = 1), inputs are not discounted.
The declared values give exact fractions; the range is sampled with a seeded generator of our own,
so that the same account gives the same range on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, sqrt
from typing import TypeVar

from generator.model_impact import Factor, Outcome, SroiAccount

Amount = TypeVar("Amount", Fraction, float)
Name = tuple[str, str]
"""Outcome id and factor; ("", "discount_rate") is the account's own."""

DISCOUNT: Name = ("", "discount_rate")
FACTORS = ("quantity", "proxy", "deadweight", "displacement", "attribution", "drop_off")
LOW, HIGH = 0.05, 0.95
"""Shares of the sampled ratios that lie below the printed ends of the range."""
_MASK = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Bar:
    """The ratio with one factor at its low and at its high end, all others as declared."""

    name: Name
    at_low: Fraction
    at_high: Fraction

    @property
    def spread(self) -> Fraction:
        return abs(self.at_high - self.at_low)


def ratio(benefit: Amount, inputs: Amount) -> Amount:
    """Present value of benefits ÷ inputs (the gross ratio)."""
    return benefit / inputs


def net_ratio(benefit: Amount, inputs: Amount) -> Amount:
    """(present value − inputs) ÷ inputs: the other definition in use, one less than the ratio."""
    return (benefit - inputs) / inputs


def discount_factor(rate: Amount, t: int) -> Amount:
    """1 ÷ (1 + rate)^t, by multiplication, so that floats are the same on every machine."""
    grown = 1 + rate
    power = grown
    for _ in range(t - 1):
        power = power * grown
    return 1 / power


def yearly(given: Mapping[str, Amount], years: int) -> list[Amount]:
    """Benefit of each year before discounting, from the six factors of one outcome."""
    benefit = given["quantity"] * given["proxy"]
    for name in ("deadweight", "displacement", "attribution"):
        benefit = benefit * (1 - given[name])
    found = []
    for _ in range(years):
        found.append(benefit)
        benefit = benefit * (1 - given["drop_off"])
    return found


def present_value(benefits: Sequence[Amount], rate: Amount) -> Amount:
    """Sum of the years' benefits, the first one discounted once."""
    found = benefits[0] * discount_factor(rate, 1)
    for t, benefit in enumerate(benefits[1:], start=2):
        found = found + benefit * discount_factor(rate, t)
    return found


# ---------------------------------------------------------------- a whole account


def factors(account: SroiAccount) -> dict[Name, Factor]:
    """Every declared factor by its name, in the order of the account."""
    found = {(o.id, name): getattr(o, name) for o in account.outcomes for name in FACTORS}
    return found | {DISCOUNT: account.discount}


def declared(account: SroiAccount) -> dict[Name, Fraction]:
    """Every factor's declared value."""
    return {name: Fraction(f.value) for name, f in factors(account).items()}


def inputs_of(account: SroiAccount) -> Fraction:
    return sum((Fraction(i.amount) for i in account.inputs), Fraction(0))


def of_outcome(outcome: Outcome, values: Mapping[Name, Amount]) -> list[Amount]:
    """The yearly benefits of one outcome with the given values of all factors."""
    return yearly({name: values[outcome.id, name] for name in FACTORS}, outcome.years)


def benefit_of(account: SroiAccount, values: Mapping[Name, Amount]) -> Amount:
    """Present value of all outcomes with the given values of all factors."""
    parts = [present_value(of_outcome(o, values), values[DISCOUNT]) for o in account.outcomes]
    found = parts[0]
    for part in parts[1:]:
        found = found + part
    return found


def tornado(account: SroiAccount) -> tuple[Bar, ...]:
    """One factor at a time; the widest bar first, certain factors left out."""
    spent, values = inputs_of(account), declared(account)
    bars = [
        Bar(
            name,
            benefit_of(account, values | {name: Fraction(f.low)}) / spent,
            benefit_of(account, values | {name: Fraction(f.high)}) / spent,
        )
        for name, f in factors(account).items()
        if not f.certain
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.spread, bar.name)))


def sampled(account: SroiAccount) -> list[float]:
    """The ratio of each of `runs` draws of all factors at once, sorted."""
    chance = uniforms(account.seed)
    spent = float(inputs_of(account))
    known = factors(account)
    found = []
    for _ in range(account.runs):
        values = {name: triangular(f, next(chance)) for name, f in known.items()}
        found.append(benefit_of(account, values) / spent)
    return sorted(found)


def range_of(account: SroiAccount) -> tuple[float, float]:
    """The ratio's 5–95 % range."""
    ratios = sampled(account)
    return quantile(ratios, LOW), quantile(ratios, HIGH)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of them do not exceed (nearest rank)."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def triangular(factor: Factor, u: float) -> float:
    """A value of the triangular distribution between low and high with its peak at the declared
    value, from `u` in [0, 1)."""
    low, peak, high = float(factor.low), float(factor.value), float(factor.high)
    width = high - low
    if width == 0:
        return peak
    if u * width < peak - low:
        return low + sqrt(u * width * (peak - low))
    return high - sqrt((1 - u) * width * (high - peak))


def uniforms(seed: int) -> Iterator[float]:
    """Numbers in [0, 1) by SplitMix64 (Steele, Lea and Flood 2014): integer arithmetic only."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield ((mixed ^ (mixed >> 31)) >> 11) / 2**53
