"""How many answered a survey, and how far its share can be trusted (metrics: surveys).

Pure functions. Counts are people, shares are ratios of 1. Rates and bounds are exact; the
Wilson interval holds a square root and is float64.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from generator.model import Exact, Reason

Z95 = 1.959963984540054
"""Two-sided 95 % point of the normal distribution."""


def response_rate(valid: int, sent: int, undeliverable: int = 0) -> Fraction | Reason:
    """valid ÷ (sent − undeliverable); ZERO_DENOMINATOR when nobody could be reached."""
    reached = sent - undeliverable
    return Fraction(valid, reached) if reached > 0 else Reason.ZERO_DENOMINATOR


def passes(rate: Fraction | Reason, gate: Exact) -> bool:
    """Whether the response rate reaches the gate; the unrounded rate is compared."""
    return not isinstance(rate, Reason) and rate >= Fraction(gate)


def effective(n: int, population: int | None) -> float:
    """Sample size with finite population correction: n(N − 1) ÷ (N − n); infinite at n = N.

    Source: O'Neill 2021, a Wilson interval with the variance of drawing without replacement.
    """
    if population is None:
        return float(n)
    return float("inf") if n >= population else n * (population - 1) / (population - n)


def wilson(
    positives: int, n: int, population: int | None = None, z: float = Z95
) -> tuple[float, float] | Reason:
    """Interval of the share positives ÷ n; the share itself when all of the population answered.

    It covers chance only and supposes random sampling. Lies in [0, 1] and holds the share.
    """
    if n <= 0:
        return Reason.ZERO_DENOMINATOR
    share, size = positives / n, effective(n, population)
    if size == float("inf"):
        return share, share
    spread = z * z / size
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / size + spread / (4 * size)) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def bounds(positives: int, answered: int, asked: int) -> tuple[Fraction, Fraction] | Reason:
    """The share among all who were asked if those who did not answer were all negative, and if
    they were all positive."""
    if asked <= 0 or answered > asked:
        return Reason.ZERO_DENOMINATOR
    return Fraction(positives, asked), Fraction(positives + asked - answered, asked)
