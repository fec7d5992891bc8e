"""The years under review as JSON: /api/v1/reviews.json and /api/v1/reviews/<fiscal year>.json.

Values, targets and grades of a year stand in the indicators' own files, at the place that `series`
names; here stand what is counted over indicators, what was written, decided and done.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.api_results import Json, Object, group_result, number, review_given
from generator.model import Results
from generator.model_review import (
    ActionRecord,
    ActionTally,
    Figures,
    RevisedTarget,
    YearBoard,
    YearLine,
)


def index(results: Results) -> Object:
    """/api/v1/reviews.json: which years there are."""
    return {
        "$schema": "reviews.schema.json",
        "report_year": results.report_year,
        "years": [
            {
                "fiscal_year": board.fiscal_year,
                "api": f"reviews/{board.fiscal_year}.json",
                "url": f"../../reviews/{board.fiscal_year}/",
                "total": board.overall.total,
                "assessed": board.overall.assessed,
                "achieved": board.overall.achieved,
                "sample": board.sample,
            }
            for board in results.years
        ],
    }


def review(board: YearBoard, spoken: Mapping[str, str | None]) -> Object:
    """/api/v1/reviews/<fiscal year>.json; `spoken`: the year in one sentence, by language."""
    return {
        "$schema": "../review.schema.json",
        "fiscal_year": board.fiscal_year,
        "sentence": dict(spoken),
        "overall": group_result(board.overall),
        "plans": [group_result(group) for group in board.plans],
        "indicators": [_line(line) for line in board.lines],
        "revised_during": [_revised(changed) for changed in board.revised_during],
        "revised_after": [_revised(changed) for changed in board.revised_after],
        "first_targets": [
            {"fiscal_year": first.fiscal_year, "indicators": int(first.indicators.raw)}
            for first in board.first_targets
        ],
        "actions": {
            "overall": _tally(board.actions),
            "plans": [_tally(tally) for tally in board.plan_actions],
            "records": [_record(record) for record in board.records],
        },
        "surveys": {
            "total": int(board.surveys.total.raw),
            "passed": int(board.surveys.passed.raw),
            "below": int(board.surveys.below.raw),
            "items": [_figures(item) for item in board.surveys.items],
        },
        "impact": {
            "ripples": int(board.impact.ripples.raw),
            "sroi": int(board.impact.sroi.raw),
            "ripple_items": [_figures(item) for item in board.impact.ripple_items],
            "sroi_items": [_figures(item) for item in board.impact.sroi_items],
        },
        "provisional": board.provisional,
        "sample": board.sample,
    }


def _line(line: YearLine) -> Object:
    year = line.year
    return {
        "id": line.result.indicator.id,
        "plan": line.result.plan_id,
        "measure": line.result.measure_id,
        "api": f"../indicators/{line.result.indicator.id}.json",
        "series": None if year is None else line.result.series.index(year),
        "grade": None if year is None else year.grade.value,
        "achieved": None if year is None else year.achieved,
        "missed": line.missed,
        "review_asked": line.asked,
        "review_missing": line.unanswered,
        "review": None if line.review is None else review_given(line.review),
    }


def _revised(changed: RevisedTarget) -> Object:
    after = changed.after
    return {
        "indicator": changed.indicator.id,
        "fiscal_year": after.fiscal_year,
        "before": number(changed.before.target),
        "after": number(after.target),
        "decided_on": None if after.decided_on is None else after.decided_on.isoformat(),
        "reason": after.reason,
    }


def _tally(tally: ActionTally) -> Object:
    states: dict[str, Json] = {state.value: int(n.raw) for state, n in tally.states}
    return {
        "id": tally.id,
        "total": int(tally.total.raw),
        "recorded": int(tally.recorded.raw),
        "unrecorded": int(tally.unrecorded.raw),
        "states": states,
    }


def _figures(item: Figures) -> Object:
    return {"id": item.id, **{name: number(value) for name, value in item.numbers}}


def _record(record: ActionRecord) -> Object:
    return {
        "action_id": record.action_id,
        "state": record.state.value,
        "note": record.note,
        "updated_on": None if record.updated_on is None else record.updated_on.isoformat(),
        "src": record.src,
        "sample": record.sample,
    }
