"""Rolling targets: which one a year is judged against, and how it was revised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.formats import value_number
from generator.metrics.point import Point, Target
from generator.model import Indicator, Number, TargetDecision, TargetRevision


def by_year(decisions: Iterable[TargetDecision]) -> dict[int, tuple[TargetDecision, ...]]:
    """Decisions of one indicator grouped by fiscal year, oldest first (file order on ties)."""
    years: dict[int, list[TargetDecision]] = {}
    for decision in decisions:
        years.setdefault(decision.fiscal_year, []).append(decision)
    return {
        year: tuple(sorted(given, key=lambda d: (d.decided_on, d.file, d.row)))
        for year, given in sorted(years.items())
    }


def judged(decisions: Sequence[TargetDecision], first_day: date) -> TargetDecision:
    """The one in force on the first day of the year, else the earliest ever decided."""
    in_force = [d for d in decisions if d.decided_on <= first_day]
    return in_force[-1] if in_force else decisions[0]


def first_day(fiscal_year: int, start_month: int) -> date:
    """First day of a fiscal year."""
    return date(fiscal_year, start_month, 1)


def pair(decisions: Sequence[TargetDecision], start: date) -> tuple[Target, Target | None]:
    """The target judged against and, where the newest differs, the revised one."""
    used, newest = judged(decisions, start), decisions[-1]
    revised = None if newest.target == used.target else Target(newest.target, newest.src)
    return Target(used.target, used.src), revised


def history(
    decisions: dict[int, tuple[TargetDecision, ...]],
    points: Sequence[Point],
    indicator: Indicator,
    start_month: int,
) -> tuple[TargetRevision, ...]:
    """Every decision about every year; years whose target comes from the values files or from
    the societies stand there without a date."""
    rows: list[tuple[int, Target, date | None, str, bool, bool]] = []
    for year, given in decisions.items():
        used = judged(given, first_day(year, start_month))
        rows += [
            (year, Target(d.target, d.src), d.decided_on, d.reason, d is used, d is given[-1]) for d in given
        ]
    rows += [
        (p.fiscal_year, p.target, None, "", True, True)
        for p in points
        if p.fiscal_year not in decisions and isinstance(p.target, Target)
    ]
    rows.sort(key=lambda r: (r[0], r[2] or date.min))
    return tuple(
        TargetRevision(year, number(indicator, target, i), decided, reason, used, latest)
        for i, (year, target, decided, reason, used, latest) in enumerate(rows)
    )


def number(indicator: Indicator, target: Target, index: int) -> Number:
    """The published number of one line of the history."""
    src = target.src or f"api/v1/indicators/{indicator.id}.json#/target_history/{index}/target"
    return value_number(target.value, indicator.decimals, indicator.is_percent, src)
