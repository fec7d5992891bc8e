"""The value axis: few, round ticks, and where a value stands on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from babel.numbers import format_compact_decimal, format_decimal

from generator.model import Exact

_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
_ABBREVIATED_FROM = 10_000
"""From here on tick labels use 万, 億 (K, M): an axis is read at a glance, not looked up."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks from `low` to `high`, and the labels printed at them."""

    ticks: tuple[Fraction, ...]
    labels: tuple[str, ...]

    @property
    def low(self) -> Fraction:
        return self.ticks[0]

    @property
    def high(self) -> Fraction:
        return self.ticks[-1]

    def share(self, value: Exact) -> float:
        """Where `value` stands between low (0) and high (1)."""
        return float((Fraction(value) - self.low) / (self.high - self.low))


def make(
    values: Sequence[Exact], *, zero: bool, whole: bool, percent: bool, lang: str, most: int = 4
) -> Axis:
    """An axis over `values`. `zero`: bars need it; a line only where its values come near it.

    `whole`: the quantity has no decimals, so neither has a tick. `most`: steps, at most."""
    exact = [Fraction(value) for value in values] or [Fraction(0), Fraction(1)]
    low, high = min(exact), max(exact)
    near_zero = 0 <= low < high * Fraction(3, 5) or low * Fraction(3, 5) < high <= 0
    if zero or near_zero or low == high:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    if low == high:
        high = Fraction(1)
    step = _step((high - low) / most, whole)
    first, last = floor(low / step), ceil(high / step)
    ticks = tuple(step * n for n in range(first, max(last, first + 1) + 1))
    return Axis(ticks, tick_labels(ticks, percent=percent, lang=lang))


def _step(at_least: Fraction, whole: bool) -> Fraction:
    power = Fraction(1)
    while power * 10 <= at_least:
        power *= 10
    while power > at_least:
        power /= 10
    step = next(power * factor for factor in _STEPS if power * factor >= at_least)
    if not whole:
        return step
    while step < 1 or step.denominator != 1:
        step = Fraction(1) if step < 1 else step * 2
    return step


def tick_labels(ticks: Sequence[Fraction], *, percent: bool, lang: str) -> tuple[str, ...]:
    """Labels of ticks. Ticks are round by making, so nothing is rounded here."""
    sign = "%" if percent else ""
    return tuple(_tick(tick, lang).replace("-", "\N{MINUS SIGN}") + sign for tick in ticks)


def _tick(tick: Fraction, lang: str) -> str:
    exact = Decimal(tick.numerator) / Decimal(tick.denominator)
    if abs(exact) >= _ABBREVIATED_FROM:
        return format_compact_decimal(exact, locale=lang, fraction_digits=3)
    return format_decimal(exact, format="#,##0.############", locale=lang, decimal_quantization=False)
