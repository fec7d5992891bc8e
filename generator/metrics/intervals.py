"""What sums leave of the possible values of their parts: bounds followed until they stand still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from generator.model import Exact

K = TypeVar("K")
ROUNDS = 50
"""Passes over all sums; bounds that still move then are not about to meet."""


@dataclass(frozen=True, slots=True)
class Span:
    """Lowest and highest possible value; None = no bound on that side."""

    low: Fraction | None
    high: Fraction | None

    @staticmethod
    def of(low: Exact | int | None, high: Exact | int | None) -> Span:
        return Span(None if low is None else Fraction(low), None if high is None else Fraction(high))

    def within(self, other: Span) -> Span:
        """What both allow."""
        lows = [x for x in (self.low, other.low) if x is not None]
        highs = [x for x in (self.high, other.high) if x is not None]
        return Span(max(lows, default=None), min(highs, default=None))


def total(parts: Iterable[Fraction | None]) -> Fraction | None:
    """Sum of bounds; no bound as soon as one has none."""
    whole = Fraction(0)
    for part in parts:
        if part is None:
            return None
        whole += part
    return whole


def minus(whole: Fraction | None, part: Fraction | None) -> Fraction | None:
    return None if whole is None or part is None else whole - part


def narrowed(spans: Mapping[K, Span], sums: Sequence[tuple[K, Sequence[K]]]) -> dict[K, Span]:
    """The spans after every (total, members) has been followed in both directions."""
    found = dict(spans)
    for _ in range(ROUNDS):
        before = dict(found)
        for whole, members in sums:
            follow(found, whole, members)
        if found == before:
            break
    return found


def follow(found: dict[K, Span], whole: K, members: Sequence[K]) -> None:
    """One sum: the total lies between the sums of the bounds, each part between the total and
    what the others can be at most and at least."""
    lows, highs = [found[m].low for m in members], [found[m].high for m in members]
    found[whole] = found[whole].within(Span(total(lows), total(highs)))
    for i, member in enumerate(members):
        others_low = total([*lows[:i], *lows[i + 1 :]])
        others_high = total([*highs[:i], *highs[i + 1 :]])
        span = found[whole]
        found[member] = found[member].within(Span(minus(span.low, others_high), minus(span.high, others_low)))
