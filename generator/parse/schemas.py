"""The shape of every YAML file of a project: which keys there are and what each may hold.

Unknown keys are faults, types are never bent: a number in quotes is text, `no` is text. Faults
are turned into findings by `faults`; conversion to the names of `model` is in `plan`,
`indicators` and `settings`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.model import Aggregation, Direction, GitHostKind, Grade, Kind, TimeBasis
from generator.model_review import TargetChoice

SLUG = r"^[a-z0-9][a-z0-9-]*$"
INDICATOR_ID = r"^[A-Z0-9_-]+$"
COLOUR = r"^(#[0-9A-Fa-f]{6})?$"
PART_ID = r"^[^\s<>\"'`#%&?/\\{}]+$"
WEB_ADDRESS = r"^https?://[^\s/?#@<>\"'`{}\\]+(/[^\s?#<>\"'`{}\\]*)?$"
NOT_BLANK = r"[^\s\u115f\u1160\u2800\u3164\uffa0]"
"""Also not the letters and the braille cell that look like a space."""
REPOSITORY = r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$"
BRANCH = r"^[A-Za-z0-9_][A-Za-z0-9_./-]*$"
GOAL = r"^([1-9]|1[0-7])(\.[0-9a-z]{1,2})?(\.[0-9]{1,2})?$"


def as_written(value: object) -> object:
    """8.10, 3 or 2026-04-01 without quotes, where text is expected, is the text as written."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def as_exact(value: object) -> object:
    """Whole numbers are exact numbers too (true and false are not)."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def as_text_item(value: object) -> object:
    """`- words` is short for `- {text: words}`."""
    return {"text": value} if isinstance(value, str) else value


LONGEST_TEXT = 20_000
LONGEST_WORDS = 2_000
"""Characters. Names and sentences of a plan are far below; a whole file in a name is a mistake."""

Text = Annotated[str, BeforeValidator(as_written), Field(max_length=LONGEST_TEXT)]
Words = Annotated[
    str, BeforeValidator(as_written), Field(min_length=1, max_length=LONGEST_WORDS, pattern=NOT_BLANK)
]
PartId = Annotated[str, BeforeValidator(as_written), Field(min_length=1, max_length=80, pattern=PART_ID)]
Exact = Annotated[Decimal, BeforeValidator(as_exact)]
Share = Annotated[Decimal, BeforeValidator(as_exact), Field(ge=0, le=1)]
Positive = Annotated[Decimal, BeforeValidator(as_exact), Field(gt=0)]
NotNegative = Annotated[Decimal, BeforeValidator(as_exact), Field(ge=0)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Slug = Annotated[str, BeforeValidator(as_written), Field(pattern=SLUG, max_length=80)]
IndicatorId = Annotated[str, BeforeValidator(as_written), Field(pattern=INDICATOR_ID, max_length=60)]
Colour = Annotated[str, Field(pattern=COLOUR)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
Branch = Annotated[str, BeforeValidator(as_written), Field(pattern=BRANCH, max_length=200)]
Goal = Annotated[str, BeforeValidator(as_written), Field(pattern=GOAL)]


class Shape(BaseModel):
    """Common rules: unknown keys are faults, types are not converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BrandShape(Shape):
    mark: Text = ""
    motto: Text = ""
    accent: Colour = ""
    deep: Colour = ""


class GitShape(Shape):
    """Where the project's repository lies, so that the editor can write to it."""

    host: Annotated[GitHostKind, Field(strict=False)]
    repo: Annotated[str, Field(pattern=REPOSITORY, max_length=200)]
    branch: Branch = "main"
    api: WebAddress | None = None


class SiteShape(Shape):
    """site_config/site.yml"""

    organization: Words
    site_name: Words
    site_url: WebAddress
    languages: Annotated[list[Words], Field(min_length=1)] = ["ja"]
    license: Text = "CC-BY-4.0"
    contact: Text = ""
    sample: bool = False
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = 4
    report_year: Year | None = None
    mission: Text = ""
    description: Text = ""
    brand: BrandShape = BrandShape()
    society_word: Text = ""
    git: GitShape | None = None


class BandShape(Shape):
    grade: Annotated[Grade, Field(strict=False)]
    at_least: Exact


def as_bands(value: object) -> object:
    """`{A: 1, B: 0.8}` is short for a list of {grade, at_least}."""
    if isinstance(value, dict):
        return [{"grade": grade, "at_least": least} for grade, least in value.items()]
    return value


class MetricsShape(Shape):
    """site_config/metrics.yml, after `{value, reason}` pairs were opened."""

    grade_bands: Annotated[list[BandShape], BeforeValidator(as_bands), Field(min_length=1)] | None = None
    pace_on_track: Exact | None = None
    pace_accelerate: Exact | None = None
    project_cap: Positive | None = None
    plan_cap: Positive | None = None
    weights: dict[str, NotNegative] | None = None
    suppress_below: Annotated[int, Field(ge=0)] | None = None
    review_required_below: Annotated[Grade, Field(strict=False)] | None = None
    review_required: bool | None = None
    jump_factor: Annotated[Decimal, BeforeValidator(as_exact), Field(gt=1)] | None = None
    jump_points: Positive | None = None
    jump_smallest: NotNegative | None = None
    survey_gate: Share | None = None


class ActionShape(Shape):
    id: PartId | None = None
    text: Words
    children: list[Annotated[ActionShape, BeforeValidator(as_text_item)]] = []
    as_printed: bool = False


class MeasureShape(Shape):
    id: PartId
    title: Words
    indicators: list[IndicatorId] = []
    indicator_text: Text = ""
    actions: list[Annotated[ActionShape, BeforeValidator(as_text_item)]] = []


class PlanPartShape(Shape):
    id: Words
    slug: Slug | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    title: Words
    summary: Text = ""
    measures: Annotated[list[MeasureShape], Field(min_length=1)]


class PeriodShape(Shape):
    from_: Year = Field(alias="from")
    to: Year
    targets_to: Year | None = None


class SectionShape(Shape):
    id: PartId
    heading: Words
    text: Text = ""
    items: list[Words] = []


class PlanShape(Shape):
    """data/plan.yml"""

    title: Words
    mission: Text = ""
    period: PeriodShape
    sections: list[SectionShape] = []
    plans: Annotated[list[PlanPartShape], Field(min_length=1)]


class BaselineShape(Shape):
    fiscal_year: Year
    value: Exact | None = None


class NoticeShape(Shape):
    text: Words
    fiscal_year: Year | None = None


class BreakShape(Shape):
    fiscal_year: Year
    note: Words


class IndicatorShape(Shape):
    """One item of data/indicators.yml (contract: An indicator)."""

    id: IndicatorId
    number: Annotated[int, Field(ge=1)] | None = None
    name: Words
    name_en: Text = ""
    slug: Slug | None = None
    unit: Text
    unit_en: Text = ""
    direction: Annotated[Direction, Field(strict=False)]
    kind: Annotated[Kind, Field(strict=False)]
    aggregation: Annotated[Aggregation, Field(strict=False)]
    time_basis: Annotated[TimeBasis, Field(strict=False)]
    target_basis: Annotated[TimeBasis, Field(strict=False)] | None = None
    min: Exact | None = None
    max: Exact | None = None
    decimals: Annotated[int, Field(ge=0, le=10)] = 0
    definition: Text = ""
    how_counted: Text = ""
    source: Text = ""
    contact: Text = ""
    next_update: Text = ""
    decision: Text = ""
    sdgs: list[Goal] = []
    key: bool = True
    baseline: BaselineShape | None = None
    range: Annotated[list[Exact], Field(min_length=2, max_length=2)] | None = None
    band: NotNegative | None = None
    cap: Positive | None = None
    min_coverage: Share = Decimal(1)
    public_by_society: bool = True
    suppress_below: Annotated[int, Field(ge=0)] | None = None
    societies: Literal["all"] | None = None
    dimensions: list[Words] = []
    notices: list[Annotated[NoticeShape, BeforeValidator(as_text_item)]] = []
    breaks: list[BreakShape] = []
    related: list[IndicatorId] = []


class ReviewShape(Shape):
    """One item of data/reviews.yml."""

    fiscal_year: Year
    indicator_id: IndicatorId
    reason: Words
    next_step: Words
    by: Text = ""
    on: date | None = None


CHOICES = {
    "据え置き": "keep",
    "据え置く": "keep",
    "引き上げ": "raise",
    "引き上げる": "raise",
    "引き下げ": "lower",
    "引き下げる": "lower",
    "指標の見直し": "redefine",
    "終了": "end",
}
"""Japanese words for what a review decides; the keys of `TargetChoice` are taken too."""


def as_choice(value: object) -> object:
    """A decision in Japanese is the decision."""
    return CHOICES.get(value.strip(), value) if isinstance(value, str) else value


def as_decision_item(value: object) -> object:
    """`decision: lower` is short for `decision: {target: lower}`."""
    return {"target": value} if isinstance(value, str) else value


class DecisionShape(Shape):
    """What a review decides about the targets to come."""

    target: Annotated[TargetChoice, Field(strict=False), BeforeValidator(as_choice)]
    text: Text = ""


class DecidedReviewShape(ReviewShape):
    """A review with a decision: what was met needs no 理由 and no 次の一手 to be decided anew."""

    reason: Text = ""
    next_step: Text = ""
    decision: Annotated[DecisionShape, BeforeValidator(as_decision_item)]


class PageShape(Shape):
    """Front matter of content/*.md."""

    title: Words
    order: Annotated[int, Field(ge=0)] = 100
    description: Text = ""


def keys_of(shape: type[BaseModel]) -> tuple[str, ...]:
    """The keys a shape knows, as they are written in the file."""
    return tuple(info.alias or name for name, info in shape.model_fields.items())
