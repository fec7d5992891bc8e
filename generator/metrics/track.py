"""One area's years in order: which year comes before which, and values on the target's basis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.metrics.point import Point, Target
from generator.model import Direction, Exact, Indicator, MetricSettings, Reason, TimeBasis

NOT_TO_COMPARE = (Reason.SUPPRESSED, Reason.LOW_COVERAGE, Reason.LOW_RESPONSE)
"""Why a year that has a value is not compared with."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What applies to every year of one area.

    `direction` is the indicator's, or NONE where an area is shown without judgement.
    `baseline_value` is a stated baseline (the federation's only); without it the baseline is
    the area's own actual of the baseline year. `counts_from`: first fiscal year of the plan.
    """

    indicator: Indicator
    direction: Direction
    settings: MetricSettings
    counts_from: int
    final_year: int
    baseline_value: Exact | None = None
    sample: bool = False
    has_range: bool = True


class Track:
    """The points of one area, sorted by (fiscal_year, period), each pair once."""

    def __init__(self, points: Sequence[Point], rules: Rules) -> None:
        self.points = points
        self.rules = rules
        self._years: dict[int, list[Point]] = {}
        for point in points:
            self._years.setdefault(point.fiscal_year, []).append(point)

    def at(self, year: int, period: str = "") -> Point | None:
        """The point of a year; where a year has several, the one with the same period label."""
        found = self._years.get(year, [])
        if len(found) == 1:
            return found[0]
        return next((p for p in found if p.period == period), None)

    def previous(self, point: Point) -> Point | None:
        """The point of the year before."""
        return self.at(point.fiscal_year - 1, point.period)

    def broken(self, after: int, upto: int) -> bool:
        """Whether a series break lies between two years (the break's own year included)."""
        return any(after < b.fiscal_year <= upto for b in self.rules.indicator.breaks)

    def stand(self, point: Point | None, absent: Reason) -> Exact | Reason:
        """The actual as others may compare with it: hidden and partial values may not be."""
        if point is None:
            return absent
        if point.hidden:
            return Reason.SUPPRESSED
        if point.actual is None:
            return point.reason or absent
        return point.reference_reason or point.actual

    def compared(self, point: Point) -> Exact | Reason:
        """The actual on the target's time basis.

        Cumulative actual, annual target: the increment on last year. Annual actual,
        cumulative target: the running sum. Other mixtures cannot be compared.
        """
        own = self.stand(point, Reason.NOT_REPORTED)
        indicator = self.rules.indicator
        bases = (indicator.time_basis, indicator.target_basis)
        if isinstance(own, Reason) or bases[0] is bases[1]:
            return own
        if bases == (TimeBasis.CUMULATIVE, TimeBasis.FLOW):
            return self._increment(own, point)
        if bases == (TimeBasis.FLOW, TimeBasis.CUMULATIVE):
            return self._running_sum(point)
        return Reason.MIXED_BASES

    def _increment(self, own: Exact, point: Point) -> Exact | Reason:
        if self.broken(point.fiscal_year - 1, point.fiscal_year):
            return Reason.SERIES_BREAK
        last = self._last_stand(point)
        return last if isinstance(last, Reason) else Fraction(own) - Fraction(last)

    def _last_stand(self, point: Point) -> Exact | Reason:
        """Last year's stand; a stated baseline serves where that year has no row."""
        indicator = self.rules.indicator
        last = self.stand(self.previous(point), Reason.NO_LAST_YEAR)
        stated = self.rules.baseline_value
        if last is Reason.NO_LAST_YEAR and indicator.baseline_year == point.fiscal_year - 1:
            return last if stated is None else stated
        return last

    def first_counted(self) -> int:
        """Where a running sum starts: the year after the baseline, else the plan's first year
        or the first year with a target, whichever is earlier."""
        if self.rules.indicator.baseline_year is not None:
            return self.rules.indicator.baseline_year + 1
        years = [p.fiscal_year for p in self.points if isinstance(p.target, Target)]
        return min([self.rules.counts_from, *years])

    def _running_sum(self, point: Point) -> Exact | Reason:
        start = self.first_counted()
        if point.fiscal_year < start:
            return Reason.BEFORE_BASELINE
        if self.broken(start, point.fiscal_year):
            return Reason.SERIES_BREAK
        added = Fraction(0)
        for year in range(start, point.fiscal_year + 1):
            part = self.stand(self.at(year, point.period), Reason.INCOMPLETE_YEARS)
            if isinstance(part, Reason):
                return part if part in NOT_TO_COMPARE else Reason.INCOMPLETE_YEARS
            added += Fraction(part)
        return added

    def last_compared(self, point: Point) -> Exact | Reason:
        """Last year's value on the target's basis, unless a break lies between."""
        last = self.previous(point)
        if self.broken(point.fiscal_year - 1, point.fiscal_year):
            return Reason.SERIES_BREAK
        if last is None:
            return Reason.NO_LAST_YEAR
        found = self.compared(last)
        kept = (*NOT_TO_COMPARE, Reason.SERIES_BREAK, Reason.MIXED_BASES)
        return found if not isinstance(found, Reason) or found in kept else Reason.NO_LAST_YEAR

    def baseline(self) -> Exact | Reason:
        """The baseline on the target's basis."""
        indicator, stated = self.rules.indicator, self.rules.baseline_value
        year = indicator.baseline_year
        if year is None:
            return Reason.NO_BASELINE
        bases = (indicator.time_basis, indicator.target_basis)
        if bases == (TimeBasis.FLOW, TimeBasis.CUMULATIVE):
            return Fraction(0)
        point = self.at(year)
        if bases[0] is bases[1]:
            return stated if stated is not None else self._kept(self.stand(point, Reason.NO_BASELINE))
        if point is None or bases != (TimeBasis.CUMULATIVE, TimeBasis.FLOW):
            return Reason.NO_BASELINE
        own = stated if stated is not None else self.stand(point, Reason.NO_BASELINE)
        return self._kept(own if isinstance(own, Reason) else self._increment(own, point))

    @staticmethod
    def _kept(found: Exact | Reason) -> Exact | Reason:
        return found if not isinstance(found, Reason) or found in NOT_TO_COMPARE else Reason.NO_BASELINE

    def final(self) -> tuple[int, Target] | None:
        """Year and value of the final target: the plan's last target year, else the latest."""
        known = [(p.fiscal_year, p.target) for p in self.points if isinstance(p.target, Target)]
        planned = [k for k in known if k[0] == self.rules.final_year]
        if self.rules.direction is Direction.ZERO:
            last = max([self.rules.final_year, *(k[0] for k in known)])
            return (planned or [(last, Target(Fraction(0)))])[-1]
        return next(reversed(planned or known), None)
