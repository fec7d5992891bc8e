"""Mean achievement of projects (①): mean over projects of min(rate, cap), with its spread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from generator.metrics.achievement import Goal, rate
from generator.metrics.point import Point
from generator.metrics.rollup import Members
from generator.model import Coverage, Direction, Exact, Indicator, PromotionProject, Reason, Status


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean of capped rates and what stands beside it; rates are ratios."""

    capped: Fraction
    uncapped: Fraction
    median: Fraction
    n: int
    excluded: int


def project_rate(project: PromotionProject) -> Fraction | Reason:
    """Achievement rate of one project; falling projects are not counted below 0."""
    if project.target is None:
        return Reason.NO_TARGET
    if project.actual is None:
        return Reason.NOT_REPORTED
    found = rate(Goal(project.direction, target=project.target), project.actual)
    if isinstance(found, Reason) or project.direction is not Direction.DECREASE:
        return found
    return max(found, Fraction(0))


def mean(rates: Iterable[Fraction | Reason], cap: Exact) -> Mean | Reason:
    """Mean over those that have a rate; the others are counted as excluded."""
    listed = list(rates)
    usable = [r for r in listed if not isinstance(r, Reason)]
    if not usable:
        return Reason.NO_PROJECTS
    capped = sum((min(r, Fraction(cap)) for r in usable), Fraction(0)) / len(usable)
    plain = sum(usable, Fraction(0)) / len(usable)
    return Mean(capped, plain, median(usable), len(usable), len(listed) - len(usable))


def coverage(projects: Sequence[PromotionProject], members: Members) -> Coverage:
    """Societies whose register has a project of the year, and those that reported one.

    A project without a target is excluded from the mean (n_excluded), not from the coverage.
    """
    registered = sorted({p.society for p in projects if p.society})
    concerned = members.names or tuple(registered)
    used = {p.society for p in projects if p.actual is not None}
    missing = tuple(n for n in concerned if n not in used)
    reported = len(concerned) - len(missing)
    enough = not concerned or Fraction(reported, len(concerned)) >= Fraction(members.min_coverage)
    return Coverage(reported, len(concerned), members.total, missing, (), enough)


def point(
    projects: Sequence[PromotionProject],
    indicator: Indicator,
    cap: Exact,
    year: int,
    members: Members | None,
) -> Point:
    """The year's point of an area from its projects, in the indicator's unit."""
    found = mean((project_rate(p) for p in projects), cap)
    seen = None if members is None else coverage(projects, members)
    sample = any(p.sample for p in projects)
    if isinstance(found, Reason):
        return Point(year, "", Status.NOT_REPORTED, reason=found, coverage=seen, sample=sample)
    scale = 100 if indicator.is_percent else 1
    return Point(
        year,
        "",
        Status.REPORTED,
        actual=found.capped * scale,
        coverage=seen,
        sample=sample,
        formula="mean_of_projects",
        counts=(
            ("n", Fraction(found.n)),
            ("n_excluded", Fraction(found.excluded)),
            ("median", found.median * scale),
            ("uncapped_mean", found.uncapped * scale),
            ("cap", Fraction(cap)),
        ),
    )
