"""Results as JSON objects: one form for every number, year, pace and working (see `api`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from generator import formats
from generator.model import (
    Coverage,
    GroupResult,
    Indicator,
    Number,
    Pace,
    Review,
    TargetRevision,
    Value,
    Working,
    YearResult,
)

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Object: TypeAlias = "dict[str, Json]"

ROOT = "api/v1"
"""Where the API stands below the site; also how the source of a computed number begins."""


def number(value: Value) -> Object:
    """One number, or the reason why there is none."""
    if not isinstance(value, Number):
        return {"raw": None, "shown": None, "reason": value.reason.value}
    read = {} if value.src.startswith(f"{ROOT}/") else {"src": value.src}
    return {"raw": formats.raw(value.raw), "shown": value.shown, **read}


def group_result(group: GroupResult) -> Object:
    """A plan's (or the whole plan's) three numbers side by side, with their range."""
    return {
        "id": group.id,
        "total": group.total,
        "assessed": group.assessed,
        "achieved": group.achieved,
        "achieved_share": number(group.achieved_share),
        "mean_rate": number(group.mean_rate),
        "rates": group.rates,
        "coverage_share": number(group.coverage_share),
        "low": number(group.low),
        "high": number(group.high),
        "grades": {grade.value: count for grade, count in group.grades},
        "weights": {name: formats.raw(weight) for name, weight in group.weights},
        "workings": workings(group.workings),
    }


def definition(about: Indicator) -> Object:
    """What is measured and how it is judged, as declared in data/indicators.yml."""
    exact = {
        "min": about.minimum,
        "max": about.maximum,
        "baseline_value": about.baseline_value,
        "range_low": about.range_low,
        "range_high": about.range_high,
        "band": about.band,
        "cap": about.cap,
        "min_coverage": about.min_coverage,
    }
    return {
        "number": about.number,
        "name": about.name,
        "name_en": about.name_en,
        "slug": about.slug,
        "unit": about.unit,
        "unit_en": about.unit_en,
        "direction": about.direction.value,
        "kind": about.kind.value,
        "aggregation": about.aggregation.value,
        "time_basis": about.time_basis.value,
        "target_basis": about.target_basis.value,
        "decimals": about.decimals,
        "definition": about.definition,
        "how_counted": about.how_counted,
        "decision": about.decision,
        "source": about.source,
        "contact": about.contact,
        "next_update": about.next_update,
        "sdgs": list(about.sdgs),
        "key": about.key,
        "baseline_year": about.baseline_year,
        **{name: None if value is None else formats.raw(value) for name, value in exact.items()},
        "notices": [{"text": n.text, "fiscal_year": n.fiscal_year} for n in about.notices],
        "breaks": [{"fiscal_year": b.fiscal_year, "note": b.note} for b in about.breaks],
        "related": list(about.related),
    }


def year_result(year: YearResult, public: bool = True) -> Object:
    """One area's year. `public` False leaves out the names of societies."""
    return {
        "fiscal_year": year.fiscal_year,
        "period": year.period,
        "status": year.status.value,
        "actual": number(year.actual),
        "target": number(year.target),
        "target_revised": None if year.target_revised is None else number(year.target_revised),
        "achievement": number(year.achievement),
        "difference": number(year.difference),
        "in_year_progress": number(year.in_year_progress),
        "achieved": year.achieved,
        "grade": year.grade.value,
        "grade_reason": None if year.grade_reason is None else year.grade_reason.value,
        "change": number(year.change),
        "change_rate": number(year.change_rate),
        "pace": _pace(year.pace),
        "coverage": None if year.coverage is None else _coverage(year.coverage, public),
        "reference_only": year.reference_only,
        "provisional": year.provisional,
        "sample": year.sample,
        "numerator": None if year.numerator is None else number(year.numerator),
        "denominator": None if year.denominator is None else number(year.denominator),
        "notes": list(year.notes),
        "break": year.breaks_here,
        "extra": {name: number(value) for name, value in year.extra},
        "workings": workings(year.workings),
    }


def _pace(pace: Pace) -> Object:
    return {
        "band": pace.band.value,
        "progress": number(pace.progress),
        "expected": number(pace.expected),
        "pace": number(pace.pace),
        "baseline": number(pace.baseline),
        "final_target": number(pace.final_target),
        "baseline_year": pace.baseline_year,
        "final_year": pace.final_year,
    }


def _coverage(coverage: Coverage, public: bool) -> Object:
    return {
        "reported": coverage.reported,
        "concerned": coverage.concerned,
        "total": coverage.total,
        "missing": list(coverage.missing) if public else [],
        "not_applicable": list(coverage.not_applicable) if public else [],
        "sufficient": coverage.sufficient,
    }


def workings(done: Iterable[Working]) -> list[Json]:
    """How each result came about: formula id, inputs in the order of the formula, result."""
    return [
        {
            "formula": working.formula,
            "inputs": [{"name": name, **number(value)} for name, value in working.inputs],
            "result": number(working.result),
        }
        for working in done
    ]


def target_revision(revision: TargetRevision) -> Object:
    """One decision about one year's target."""
    return {
        "fiscal_year": revision.fiscal_year,
        "target": number(revision.target),
        "decided_on": None if revision.decided_on is None else revision.decided_on.isoformat(),
        "reason": revision.reason,
        "judged": revision.judged,
        "latest": revision.latest,
    }


def review_given(review: Review) -> Object:
    """理由 and 次の一手 of a missed year, and what was decided about the targets to come."""
    return {
        "fiscal_year": review.fiscal_year,
        "reason": review.reason,
        "next_step": review.next_step,
        "by": review.by,
        "on": None if review.on is None else review.on.isoformat(),
        "decision": None
        if review.decision is None
        else {"target": review.decision.choice.value, "text": review.decision.text},
    }
