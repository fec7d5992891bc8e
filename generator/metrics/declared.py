"""Declared factors of impact accounts as published numbers: as written in data/impact, with an address.

Shares (deadweight and the like, discount rate) are shown in percent, amounts with the digits they need.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator import formats
from generator.formats import value_number
from generator.metrics.sroi import FACTORS
from generator.model import Exact, Number
from generator.model_impact import Factor, Outcome

SHARES = ("deadweight", "displacement", "attribution", "drop_off", "discount_rate")
ENDS = ("value", "low", "high")
Ends = tuple[Number, Number, Number]
"""A factor as declared, at its low and at its high."""


def amount(value: Exact, src: str) -> Number:
    """An amount with as many digits as were written."""
    text = formats.raw(value)
    return value_number(value, len(text.partition(".")[2]), False, src)


def of_factor(name: str, value: Exact, src: str) -> Number:
    """One end of a factor."""
    return formats.rate_number(value, src) if name in SHARES else amount(value, src)


def ends(name: str, factor: Factor, base: str) -> Ends:
    """A factor's value, low and high, below `base`."""
    value, low, high = (
        of_factor(name, Fraction(v), f"{base}/{end}")
        for end, v in zip(ENDS, (factor.value, factor.low, factor.high), strict=True)
    )
    return value, low, high


def factors(outcome: Outcome, base: str) -> Iterator[tuple[str, Factor, Ends]]:
    """Every factor of an outcome that stands at `base` in the API."""
    for name in FACTORS:
        factor: Factor = getattr(outcome, name)
        yield name, factor, ends(name, factor, f"{base}/factors/{name}")


def sums(amounts: tuple[Decimal, ...], base: str) -> tuple[Number, ...]:
    """Declared amounts of a list that stands at `base`, each with its place."""
    return tuple(amount(Fraction(a), f"{base}/{n}/amount") for n, a in enumerate(amounts))
