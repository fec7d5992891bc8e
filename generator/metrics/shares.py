"""What part of the federation's total a society makes up, where that can be said.

Only for sums, and only in a year in which the published values of all societies add up to the
published total exactly: a hidden, missing, negative or differently counted value gives no share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from generator.formats import rate_number
from generator.model import Aggregation, Indicator, Number, SocietySeries, Status, YearResult

NAME = "share_of_total"
"""Its name among the `extra` numbers of a society's year."""
YearKey = tuple[int, str]


def of_total(
    indicator: Indicator, federation: Sequence[YearResult], societies: Sequence[SocietySeries], base: str
) -> tuple[SocietySeries, ...]:
    """The societies, each year with its share (a ratio) where there is one.

    `base` is the indicator's API file, e.g. `…/K07.json#`."""
    if indicator.aggregation is not Aggregation.SUM:
        return tuple(societies)
    totals = complete_totals(federation, societies)
    return tuple(
        replace(own, series=with_shares(own.series, totals, f"{base}/societies/{k}/series"))
        for k, own in enumerate(societies)
    )


def complete_totals(
    federation: Iterable[YearResult], societies: Iterable[SocietySeries]
) -> Mapping[YearKey, Fraction]:
    """The totals above 0 that the societies' published values add up to, none of them negative."""
    parts: dict[YearKey, list[Fraction]] = {}
    hidden: set[YearKey] = set()
    for own in societies:
        for year in own.series:
            key = (year.fiscal_year, year.period)
            if isinstance(year.actual, Number):
                parts.setdefault(key, []).append(Fraction(year.actual.raw))
            elif year.status is Status.SUPPRESSED:
                hidden.add(key)
    found = {}
    for year in federation:
        key = (year.fiscal_year, year.period)
        given = parts.get(key, [])
        whole = Fraction(year.actual.raw) if isinstance(year.actual, Number) else Fraction(0)
        told = key not in hidden and not year.reference_only
        if told and whole > 0 and sum(given) == whole and min(given) >= 0:
            found[key] = whole
    return found


def with_shares(
    series: Iterable[YearResult], totals: Mapping[YearKey, Fraction], base: str
) -> tuple[YearResult, ...]:
    """A society's years, those with a value and a complete total with their share."""
    return tuple(
        shared(year, totals.get((year.fiscal_year, year.period)), f"{base}/{i}/extra/{NAME}")
        for i, year in enumerate(series)
    )


def shared(year: YearResult, total: Fraction | None, src: str) -> YearResult:
    if total is None or not isinstance(year.actual, Number):
        return year
    share = rate_number(Fraction(year.actual.raw) / total, src)
    return replace(year, extra=(*year.extra, (NAME, share)))
