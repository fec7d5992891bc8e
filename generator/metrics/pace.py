"""Pace to the final target (metrics: pace). Linear, signed, no absolute values."""

from __future__ import annotations

import math
from fractions import Fraction

from generator.model import Exact, MetricSettings, PaceBand, Reason


def expected(year: int, baseline_year: int, final_year: int) -> Fraction | Reason:
    """Years passed ÷ years planned, 1 from the final year on; a reason when nothing passed."""
    if final_year <= baseline_year:
        return Reason.NO_FINAL_TARGET
    if year < baseline_year:
        return Reason.BEFORE_BASELINE
    if year == baseline_year:
        return Reason.BASELINE_YEAR
    return min(Fraction(year - baseline_year, final_year - baseline_year), Fraction(1))


def linear(progress: Exact, expected_share: Exact) -> Fraction:
    """progress ÷ expected share of the way (> 0): 1 is exactly on the line."""
    return Fraction(progress) / Fraction(expected_share)


def band(pace: Exact, settings: MetricSettings) -> PaceBand:
    """≥ on_track · ≥ accelerate · ≥ 0 far · below 0 going away; on the unrounded pace."""
    value = Fraction(pace)
    if value >= Fraction(settings.pace_on_track):
        return PaceBand.ON_TRACK
    if value >= Fraction(settings.pace_accelerate):
        return PaceBand.ACCELERATE
    return PaceBand.FAR if value >= 0 else PaceBand.AWAY


def cagr_ratio(
    baseline: Exact, actual: Exact, final: Exact, years_passed: int, years_planned: int
) -> float | Reason:
    """Open SDG's measure: growth rate so far ÷ growth rate needed. For comparison only.

    float64, because it takes roots. Has no value unless all three values are above zero: a
    growth rate through zero does not exist, which is why this is not our pace.
    Source: Open SDG, progress calculation (CAGR observed ÷ CAGR required).
    """
    if years_passed <= 0:
        return Reason.BASELINE_YEAR
    if years_planned <= 0:
        return Reason.NO_FINAL_TARGET
    if baseline <= 0 or actual <= 0 or final <= 0:
        return Reason.TARGET_NOT_POSITIVE
    needed = growth(baseline, final, years_planned)
    return growth(baseline, actual, years_passed) / needed if needed else Reason.FINAL_EQUALS_BASELINE


def growth(start: Exact, end: Exact, years: int) -> float:
    """Compound annual growth rate between two values above zero."""
    return math.pow(Fraction(end) / Fraction(start), 1 / years) - 1
