"""One area's year before it is judged: exact values, where they come from, why one is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from generator.model import Coverage, Exact, Indicator, Observation, Reason, Status

WITH_VALUE = (Status.REPORTED, Status.PROVISIONAL, Status.SUPPRESSED)

REASON_OF_STATUS = {
    Status.REPORTED: Reason.NOT_REPORTED,
    Status.PROVISIONAL: Reason.NOT_REPORTED,
    Status.NOT_DUE: Reason.NOT_DUE,
    Status.NOT_REPORTED: Reason.NOT_REPORTED,
    Status.NOT_APPLICABLE: Reason.NOT_APPLICABLE,
    Status.NOT_MEASURABLE: Reason.NOT_MEASURABLE,
    Status.NOT_CARRIED_OUT: Reason.NOT_CARRIED_OUT,
    Status.SUPPRESSED: Reason.SUPPRESSED,
}


@dataclass(frozen=True, slots=True)
class Target:
    """A target in the indicator's unit; `src` only where it is printed as it was read."""

    value: Exact
    src: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """What is known of one area in one year. `actual` is None with a reason.

    `hidden`: the actual is kept for totals and comparisons of others but never published.
    `actual_src` is `file#row` where the actual is printed as read, else empty.
    """

    fiscal_year: int
    period: str
    status: Status
    actual: Exact | None = None
    reason: Reason | None = None
    actual_src: str = ""
    numerator: Exact | None = None
    denominator: Exact | None = None
    target: Target | Reason = Reason.NO_TARGET
    revised: Target | None = None
    coverage: Coverage | None = None
    provisional: bool = False
    sample: bool = False
    notes: tuple[str, ...] = ()
    formula: str = ""
    counts: tuple[tuple[str, Exact], ...] = ()
    """Further exact values of the aggregation (projects: n, n_excluded, median …)."""
    hidden: bool = False
    low_response: bool = False
    """The survey behind the value does not reach the response gate."""

    @property
    def reference_only(self) -> bool:
        """参考値: a value whose coverage or response is below the declared one."""
        return self.reference_reason is not None

    @property
    def reference_reason(self) -> Reason | None:
        """Why the value is only a 参考値; None when it is a value like any other."""
        if self.actual is None:
            return None
        if self.coverage is not None and not self.coverage.sufficient:
            return Reason.LOW_COVERAGE
        return Reason.LOW_RESPONSE if self.low_response else None

    def concealed(self) -> Point:
        """The same year with its value never to be published."""
        return replace(self, hidden=True, status=Status.SUPPRESSED, notes=())


def ratio(numerator: Exact, denominator: Exact, indicator: Indicator) -> Fraction | Reason:
    """numerator ÷ denominator in the indicator's unit: ×100 where the unit is percent."""
    if denominator == 0:
        return Reason.ZERO_DENOMINATOR
    return Fraction(numerator) / Fraction(denominator) * (100 if indicator.is_percent else 1)


def has_parts(row: Observation) -> bool:
    """Whether the row gives a numerator and a denominator."""
    return row.numerator is not None and row.denominator is not None


def state(row: Observation, horizon: int) -> Status:
    """The row's status; parts count as a value, and an empty cell after `horizon` (the last
    fiscal year in which anything at all was reported) is not due rather than missing."""
    if row.status is not Status.NOT_REPORTED:
        return row.status
    if has_parts(row):
        return Status.REPORTED
    return Status.NOT_DUE if row.fiscal_year > horizon else row.status


def own_value(row: Observation, indicator: Indicator) -> Exact | Reason | None:
    """The actual as read, else computed from the row's own parts; None when neither is there."""
    if row.actual is not None:
        return row.actual
    if row.numerator is not None and row.denominator is not None:
        return ratio(row.numerator, row.denominator, indicator)
    return None


def direct(row: Observation, indicator: Indicator, horizon: int) -> Point:
    """The point of a single row: a society's own year, or a federation value that was typed."""
    status = state(row, horizon)
    value = own_value(row, indicator) if status in WITH_VALUE else None
    actual = None if isinstance(value, Reason) else value
    reason = value if isinstance(value, Reason) else None
    if actual is None and reason is None:
        reason = REASON_OF_STATUS[status]
    computed = actual is not None and row.actual is None
    return Point(
        fiscal_year=row.fiscal_year,
        period=row.period,
        status=status,
        actual=actual,
        reason=reason,
        actual_src="" if computed else row.src,
        numerator=row.numerator,
        denominator=row.denominator,
        target=Reason.NO_TARGET if row.target is None else Target(row.target, row.src),
        provisional=status is Status.PROVISIONAL,
        sample=row.sample,
        notes=(row.note,) if row.note else (),
        formula="ratio_of_sums" if computed else "",
    )
