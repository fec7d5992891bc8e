"""JSON Schemas of the API, published beside it: what a reader may rely on.

Keys may be added later; what is required here stays.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.api_results import Json, Object
from generator.model import Direction, Grade, PaceBand, Reason, Status
from generator.model_release import ChangeKind

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Object = {"type": "string"}
_FLAG: Object = {"type": "boolean"}
_COUNT: Object = {"type": "integer", "minimum": 0}
_YEAR: Object = {"type": "integer", "description": "fiscal year, the calendar year in which it begins"}
_YEAR_OR_NONE: Object = {"type": ["integer", "null"]}


def _one_of(words: list[str]) -> Object:
    return {"type": "string", "enum": list[Json](words)}


def _object(optional: Mapping[str, Object] | None = None, /, **keys: Object) -> Object:
    """Every key is required but those of `optional`."""
    return {"type": "object", "required": list[Json](keys), "properties": {**keys, **(optional or {})}}


def _list(item: Object) -> Object:
    return {"type": "array", "items": item}


def _or_none(shape: Object) -> Object:
    return {"anyOf": [shape, {"type": "null"}]}


_NUMBER: Object = {
    "description": "raw: exact decimal string, rates as ratios; shown: as printed; src: file#row of an input."
    " Absent: raw and shown null, with the reason.",
    "type": "object",
    "required": ["raw", "shown"],
    "properties": {
        "raw": {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
        "shown": {"type": ["string", "null"]},
        "src": _TEXT,
        "reason": {"enum": [*(reason.value for reason in Reason), None]},
    },
}
_NUMBER_HERE: Object = {"$ref": "#/$defs/number"}
_STATUS = _one_of([status.value for status in Status])
_GRADE = _one_of([grade.value for grade in Grade])

_PACE = _object(
    band=_one_of([band.value for band in PaceBand]),
    progress=_NUMBER_HERE,
    expected=_NUMBER_HERE,
    pace=_NUMBER_HERE,
    baseline=_NUMBER_HERE,
    final_target=_NUMBER_HERE,
    baseline_year=_YEAR_OR_NONE,
    final_year=_YEAR_OR_NONE,
)
_COVERAGE = _object(
    reported=_COUNT,
    concerned=_COUNT,
    total=_COUNT,
    missing=_list(_TEXT),
    not_applicable=_list(_TEXT),
    sufficient=_FLAG,
)
_WORKINGS = _list(_object(formula=_TEXT, inputs=_list(_NUMBER_HERE), result=_NUMBER_HERE))
_YEAR_RESULT = _object(
    fiscal_year=_YEAR,
    period=_TEXT,
    status=_STATUS,
    actual=_NUMBER_HERE,
    target=_NUMBER_HERE,
    target_revised=_or_none(_NUMBER_HERE),
    achievement=_NUMBER_HERE,
    difference=_NUMBER_HERE,
    in_year_progress=_NUMBER_HERE,
    achieved={"type": ["boolean", "null"]},
    grade=_GRADE,
    change=_NUMBER_HERE,
    change_rate=_NUMBER_HERE,
    pace=_PACE,
    coverage=_or_none(_COVERAGE),
    reference_only=_FLAG,
    provisional=_FLAG,
    sample=_FLAG,
    workings=_WORKINGS,
)
_SERIES = _list({"$ref": "#/$defs/year"})
_GROUP = _object(
    id=_TEXT,
    total=_COUNT,
    assessed=_COUNT,
    achieved=_COUNT,
    achieved_share=_NUMBER_HERE,
    mean_rate=_NUMBER_HERE,
    rates=_COUNT,
    coverage_share=_NUMBER_HERE,
    low=_NUMBER_HERE,
    high=_NUMBER_HERE,
    grades={"type": "object"},
    weights={"type": "object"},
)
_DIRECTION = _one_of([direction.value for direction in Direction])


def _document(title: str, shape: Object, **definitions: Object) -> Object:
    return {"$schema": _DRAFT, "title": title, **shape, "$defs": {"number": _NUMBER, **definitions}}


INDEX: Object = _document(
    "Index",
    _object(
        version={"const": 1},
        organization=_TEXT,
        site_name=_TEXT,
        license=_TEXT,
        sample=_FLAG,
        title=_TEXT,
        period={"type": "object"},
        report_year=_YEAR_OR_NONE,
        plans=_list(_GROUP),
        overall=_GROUP,
        indicators=_TEXT,
        stories=_TEXT,
        data=_TEXT,
    ),
)
INDICATORS: Object = _document(
    "Indicators",
    _object(
        report_year=_YEAR_OR_NONE,
        indicators=_list(
            _object(
                id=_TEXT,
                number=_COUNT,
                name=_TEXT,
                slug=_TEXT,
                unit=_TEXT,
                direction=_DIRECTION,
                plan=_TEXT,
                measure=_TEXT,
                url=_TEXT,
                api=_TEXT,
                csv=_TEXT,
                current=_or_none({"type": "object"}),
                sample=_FLAG,
            )
        ),
    ),
)
_CORRECTIONS = _list(
    _object(
        index=_COUNT,
        type=_one_of([kind.value for kind in ChangeKind]),
        on=_TEXT,
        by=_TEXT,
        reason=_TEXT,
        cell=_TEXT,
        indicator=_TEXT,
        fiscal_year=_YEAR,
        period=_TEXT,
        society={"type": ["string", "null"]},
        categories={"type": "object"},
        decided_on={"type": ["string", "null"]},
        withheld=_FLAG,
        old={"type": "object", "additionalProperties": _NUMBER_HERE},
        new={"type": "object", "additionalProperties": _or_none(_NUMBER_HERE)},
        whole=_object(old={"type": "object"}, new={"type": "object"}),
    )
)
CORRECTIONS: Object = _document("Corrections", _object(corrections=_CORRECTIONS))
_AREA = _object(
    society={"type": ["string", "null"]},
    passes={"type": ["boolean", "null"]},
    hidden=_FLAG,
    answers=_list(_object(answer=_TEXT, positive=_FLAG, count=_NUMBER_HERE, share=_NUMBER_HERE)),
    **dict.fromkeys(
        (
            *("population", "sent", "undeliverable", "valid", "answered", "positives", "blanks"),
            *("response_rate", "share", "low", "high", "at_least", "at_most"),
        ),
        _NUMBER_HERE,
    ),
)
_SURVEYS = _list(
    _object(
        fiscal_year=_YEAR,
        survey_id=_TEXT,
        federation=_AREA,
        societies=_list(_AREA),
        breaks_here=_FLAG,
        sample=_FLAG,
    )
)
INDICATOR: Object = _document(
    "Indicator",
    _object(
        {"surveys": {"$ref": "#/$defs/surveys"}, "survey_gate": _NUMBER_HERE},
        id=_TEXT,
        definition={"type": "object"},
        plan=_TEXT,
        measure=_TEXT,
        current_year=_YEAR_OR_NONE,
        sentence=_object(ja={"type": ["string", "null"]}, en={"type": ["string", "null"]}),
        series=_SERIES,
        societies=_list(_object(society=_TEXT, slug=_TEXT, series=_SERIES)),
        breakdowns=_list(
            _object(
                dimensions=_list(_TEXT),
                rows=_list(_object(categories={"type": "object"}, series=_SERIES)),
            )
        ),
        target_history=_list(
            _object(fiscal_year=_YEAR, target=_NUMBER_HERE, reason=_TEXT, judged=_FLAG, latest=_FLAG)
        ),
        sources={"type": "array"},
        stories=_list(_TEXT),
        corrections=_CORRECTIONS,
        sample=_FLAG,
    ),
    year=_YEAR_RESULT,
    surveys=_SURVEYS,
)
_ROUND = _object(
    name=_TEXT,
    **dict.fromkeys(("output", "value_added", "wages", "employment"), _NUMBER_HERE),
)
IMPACT: Object = _document(
    "Impact",
    _object(
        ripples=_list(
            _object(
                id=_TEXT,
                fiscal_year=_YEAR,
                unit=_TEXT,
                gross={"const": True},
                table=_object(year=_TEXT, source=_TEXT, file=_TEXT, sectors=_COUNT, domestic=_FLAG),
                demand=_NUMBER_HERE,
                rounds=_list(_ROUND),
                total=_ROUND,
                sectors=_list(_object(sector=_TEXT, direct=_NUMBER_HERE, total=_NUMBER_HERE)),
                multiplier=_NUMBER_HERE,
                workings=_WORKINGS,
                sample=_FLAG,
            )
        ),
        sroi=_list(
            _object(
                id=_TEXT,
                fiscal_year=_YEAR,
                unit=_TEXT,
                low=_NUMBER_HERE,
                high=_NUMBER_HERE,
                ratio=_NUMBER_HERE,
                outcomes=_list(_object(id=_TEXT, factors={"type": "object"}, present_value=_NUMBER_HERE)),
                tornado=_list(_object(factor=_TEXT, at_low=_NUMBER_HERE, at_high=_NUMBER_HERE)),
                workings=_WORKINGS,
                sample=_FLAG,
            )
        ),
        logic_models=_list(_object(id=_TEXT, plan=_TEXT, nodes={"type": "array"}, sample=_FLAG)),
    ),
)
_TALLY = _object(id=_TEXT, total=_COUNT, recorded=_COUNT, unrecorded=_COUNT, states={"type": "object"})
_REVISED = _object(
    indicator=_TEXT,
    fiscal_year=_YEAR,
    before=_NUMBER_HERE,
    after=_NUMBER_HERE,
    decided_on={"type": ["string", "null"]},
    reason=_TEXT,
)
REVIEWS: Object = _document(
    "Reviews",
    _object(
        report_year=_YEAR_OR_NONE,
        years=_list(
            _object(
                fiscal_year=_YEAR,
                api=_TEXT,
                url=_TEXT,
                total=_COUNT,
                assessed=_COUNT,
                achieved=_COUNT,
                sample=_FLAG,
            )
        ),
    ),
)
REVIEW: Object = _document(
    "Review",
    _object(
        fiscal_year=_YEAR,
        sentence=_object(ja={"type": ["string", "null"]}, en={"type": ["string", "null"]}),
        overall=_GROUP,
        plans=_list(_GROUP),
        indicators=_list(
            _object(
                id=_TEXT,
                plan=_TEXT,
                measure=_TEXT,
                api=_TEXT,
                series={"type": ["integer", "null"]},
                grade=_or_none(_GRADE),
                achieved={"type": ["boolean", "null"]},
                missed=_FLAG,
                review_asked=_FLAG,
                review_missing=_FLAG,
                review=_or_none({"type": "object"}),
            )
        ),
        revised_during=_list(_REVISED),
        revised_after=_list(_REVISED),
        first_targets=_list(_object(fiscal_year=_YEAR, indicators=_COUNT)),
        actions=_object(
            overall=_TALLY,
            plans=_list(_TALLY),
            records=_list(_object(action_id=_TEXT, state=_TEXT, note=_TEXT, src=_TEXT, sample=_FLAG)),
        ),
        surveys=_object(total=_COUNT, passed=_COUNT, below=_COUNT, items=_list(_object(id=_TEXT))),
        impact=_object(
            ripples=_COUNT,
            sroi=_COUNT,
            ripple_items=_list(_object(id=_TEXT)),
            sroi_items=_list(_object(id=_TEXT)),
        ),
        provisional=_FLAG,
        sample=_FLAG,
    ),
)
STORIES: Object = _document(
    "Stories",
    _object(
        stories=_list(
            _object(
                slug=_TEXT,
                title=_TEXT,
                url=_TEXT,
                society={"type": ["string", "null"]},
                fiscal_year=_YEAR,
                indicators=_list(_TEXT),
                industry=_TEXT,
                theme=_TEXT,
                place=_TEXT,
                summary=_TEXT,
                quote=_TEXT,
                picture=_object(url=_TEXT, alt=_TEXT, width=_COUNT, height=_COUNT),
                sample=_FLAG,
            )
        ),
    ),
)
