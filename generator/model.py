"""The names everything else speaks in: what a project is, and what is computed from it.

Two halves. `Project` is what was read and checked (made by `parse`); `Results` is what was
computed (made by `metrics`). Both are frozen: nothing downstream changes a number.
Numbers stay exact (`Decimal` as read, `Fraction` when computed); only `formats` rounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model_impact import ImpactAccounts, ImpactResults, SurveyResult, SurveyReturn
    from generator.model_release import PublicFigures, Release, Snapshot
    from generator.model_review import ActionRecord, ReviewDecision, YearBoard
    from generator.model_story import Story

Exact = Decimal | Fraction


class Direction(StrEnum):
    """When a year counts as achieved (metrics: achievement of a year)."""

    INCREASE = "increase"
    DECREASE = "decrease"
    ZERO = "zero"
    MAINTAIN = "maintain"
    RANGE = "range"
    BEAT_LAST_YEAR = "beat_last_year"
    NONE = "none"


class Kind(StrEnum):
    """What sort of quantity an indicator is."""

    COUNT = "count"
    AMOUNT = "amount"
    RATE = "rate"
    RATIO = "ratio"
    SURVEY = "survey"
    DERIVED = "derived"


class Aggregation(StrEnum):
    """How society values become the federation's value."""

    SUM = "sum"
    RATIO_OF_SUMS = "ratio_of_sums"
    COUNT_TRUE = "count_true"
    MEAN_OF_PROJECTS = "mean_of_projects"
    NONE = "none"


class TimeBasis(StrEnum):
    """Whether a value belongs to a year, to a moment, or to all years so far."""

    FLOW = "flow"
    STOCK = "stock"
    CUMULATIVE = "cumulative"


class Status(StrEnum):
    """State of one reported cell."""

    REPORTED = "reported"
    PROVISIONAL = "provisional"
    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_MEASURABLE = "not_measurable"
    NOT_CARRIED_OUT = "not_carried_out"
    SUPPRESSED = "suppressed"


class Grade(StrEnum):
    """A–E as the federation prints them; NONE is shown as a dash."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    NONE = "-"


class Reason(StrEnum):
    """Why a result has no value. Every reason has a sentence in each language."""

    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_MEASURABLE = "not_measurable"
    NOT_CARRIED_OUT = "not_carried_out"
    SUPPRESSED = "suppressed"
    NO_TARGET = "no_target"
    NO_DIRECTION = "no_direction"
    TARGET_NOT_POSITIVE = "target_not_positive"
    NO_RATE_FOR_DIRECTION = "no_rate_for_direction"
    NO_BASELINE = "no_baseline"
    NO_LAST_YEAR = "no_last_year"
    BASELINE_YEAR = "baseline_year"
    FINAL_EQUALS_BASELINE = "final_equals_baseline"
    NO_FINAL_TARGET = "no_final_target"
    LOW_COVERAGE = "low_coverage"
    NO_DENOMINATOR = "no_denominator"
    ZERO_DENOMINATOR = "zero_denominator"
    INCOMPLETE_TARGETS = "incomplete_targets"
    INCOMPLETE_YEARS = "incomplete_years"
    SERIES_BREAK = "series_break"
    NO_PROJECTS = "no_projects"
    BEFORE_BASELINE = "before_baseline"
    MIXED_BASES = "mixed_bases"
    """Value and target are counted over different times and cannot be brought together."""
    START_MEETS_TARGET = "start_meets_target"
    """The starting point already meets the target: there is no way to measure along."""
    LAST_NOT_POSITIVE = "last_not_positive"
    PERCENTAGE = "percentage"
    """No rate of change for percentages: points are shown."""
    LOW_RESPONSE = "low_response"
    """Too few of those asked answered the survey (the gate of metrics: surveys)."""


@dataclass(frozen=True, slots=True)
class Society:
    """One member society; `name` is its key in every data file."""

    name: str
    slug: str
    block: str = ""
    grid_col: int | None = None
    grid_row: int | None = None
    municipality_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One action of a measure, in the plan's own words; `as_printed` marks 原文のまま."""

    id: str
    text: str
    children: tuple[Action, ...] = ()
    as_printed: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A numbered measure (1-1 …) with the ids of its indicators and its actions."""

    id: str
    title: str
    indicators: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    indicator_text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One of the plans that the document is divided into."""

    id: str
    slug: str
    number: int
    title: str
    measures: tuple[Measure, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A passage of the plan's own text (purpose, policy, review rules)."""

    id: str
    heading: str
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The whole plan. Years are fiscal years (start year)."""

    title: str
    period_from: int
    period_to: int
    targets_to: int
    plans: tuple[Plan, ...]
    sections: tuple[Section, ...] = ()
    mission: str = ""


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From `fiscal_year` on, values are not comparable with earlier ones."""

    fiscal_year: int
    note: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark printed on the page; with a year it is also an annotation of the chart."""

    text: str
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """Definition of one indicator (contract: 'An indicator')."""

    id: str
    number: int
    name: str
    name_en: str
    slug: str
    unit: str
    unit_en: str
    direction: Direction
    kind: Kind
    aggregation: Aggregation
    time_basis: TimeBasis
    target_basis: TimeBasis
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 0
    definition: str = ""
    how_counted: str = ""
    source: str = ""
    contact: str = ""
    next_update: str = ""
    decision: str = ""
    """What the plan left open, how it was decided here, and why."""
    sdgs: tuple[str, ...] = ()
    key: bool = True
    baseline_year: int | None = None
    baseline_value: Decimal | None = None
    range_low: Decimal | None = None
    range_high: Decimal | None = None
    band: Decimal | None = None
    cap: Decimal | None = None
    min_coverage: Decimal = Decimal(1)
    public_by_society: bool = True
    suppress_below: int | None = None
    all_societies: bool = False
    """True: every society of the list is expected to report, rows or not (`societies: all`)."""
    dimensions: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def is_percent(self) -> bool:
        """Whether values are percentages (0.5 means half a percent)."""
        return self.unit in ("%", "％")


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of a values file, read and checked. `society` None = the federation itself."""

    indicator_id: str
    fiscal_year: int
    society: str | None
    dimensions: tuple[tuple[str, str], ...]
    """(dimension, category) pairs whose by_… cell is not empty, sorted; () = total."""
    target: Decimal | None
    actual: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    period: str
    note: str
    sample: bool
    file: str
    row: int

    @property
    def src(self) -> str:
        """Where the number stands: `file#row` (contract: data-src of an input)."""
        return f"{self.file}#{self.row}"


@dataclass(frozen=True, slots=True)
class TargetDecision:
    """One row of data/targets.csv: what was decided for a year, when and why."""

    indicator_id: str
    fiscal_year: int
    target: Decimal
    decided_on: date
    reason: str
    sample: bool
    file: str
    row: int

    @property
    def src(self) -> str:
        return f"{self.file}#{self.row}"


@dataclass(frozen=True, slots=True)
class PromotionProject:
    """One row of data/projects.csv."""

    id: str
    name: str
    society: str
    fiscal_year: int
    metric: str
    unit: str
    direction: Direction
    target: Decimal | None
    actual: Decimal | None
    cost: Decimal | None
    note: str
    sample: bool
    file: str
    row: int

    @property
    def src(self) -> str:
        return f"{self.file}#{self.row}"


@dataclass(frozen=True, slots=True)
class Review:
    """The year's judgement of one indicator: 理由 and 次の一手."""

    fiscal_year: int
    indicator_id: str
    reason: str
    next_step: str
    by: str
    on: date | None
    decision: ReviewDecision | None = None
    """What was decided about the targets to come."""

    @property
    def answers(self) -> bool:
        """Whether a miss is answered: both 理由 and 次の一手 are there."""
        return bool(self.reason.strip() and self.next_step.strip())


@dataclass(frozen=True, slots=True)
class GradeBand:
    """Grade given from `at_least` (inclusive, a ratio: 0.8 = 80 %) up to the next band."""

    grade: Grade
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class MetricSettings:
    """Thresholds and rules (site_config/metrics.yml); the defaults are metrics.md's."""

    grade_bands: tuple[GradeBand, ...] = (
        GradeBand(Grade.A, Decimal("1")),
        GradeBand(Grade.B, Decimal("0.8")),
        GradeBand(Grade.C, Decimal("0.3")),
    )
    pace_on_track: Decimal = Decimal("1")
    pace_accelerate: Decimal = Decimal("0.6")
    project_cap: Decimal = Decimal("1")
    plan_cap: Decimal = Decimal("1")
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    suppress_below: int = 10
    """Smallest denominator (people) of a survey or category that may be published."""
    review_required_below: Grade = Grade.B
    review_required: bool | None = None
    """None: required when the project keeps data/reviews.yml."""
    jump_factor: Decimal = Decimal("5")
    jump_points: Decimal = Decimal("30")
    jump_smallest: Decimal = Decimal("20")
    survey_gate: Decimal = Decimal("0.6")
    """Response rate (ratio) from which a survey is graded and has an interval."""
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brand:
    """The organisation's face, from site.yml."""

    mark: str = ""
    motto: str = ""
    accent: str = ""
    deep: str = ""


class GitHostKind(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


@dataclass(frozen=True, slots=True)
class GitHost:
    """Where the web editor may write to: `repo` is owner/name; api "" = the host's own public address."""

    kind: GitHostKind
    repo: str
    branch: str = "main"
    api: str = ""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """site_config/site.yml."""

    organization: str
    site_name: str
    site_url: str
    languages: tuple[str, ...] = ("ja",)
    license: str = "CC-BY-4.0"
    contact: str = ""
    sample: bool = False
    fiscal_year_start: int = 4
    report_year: int | None = None
    mission: str = ""
    description: str = ""
    brand: Brand = Brand()
    society_word: str = ""
    """What a member society is called (商工会); empty = the catalogue's neutral word."""
    git: GitHost | None = None
    """None: the editor works on a folder of this computer only."""


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A file of content/*.md: front matter `title`, `order`; body is Markdown."""

    slug: str
    title: str
    body: str
    file: str


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that was read, checked against the contract."""

    site: SiteSettings
    settings: MetricSettings
    plan: PlanDocument
    indicators: tuple[Indicator, ...]
    societies: tuple[Society, ...] = ()
    observations: tuple[Observation, ...] = ()
    targets: tuple[TargetDecision, ...] = ()
    projects: tuple[PromotionProject, ...] = ()
    reviews: tuple[Review, ...] = ()
    has_reviews_file: bool = False
    pages: tuple[HandWrittenPage, ...] = ()
    surveys: tuple[SurveyReturn, ...] = ()
    impact: ImpactAccounts | None = None
    actions: tuple[ActionRecord, ...] = ()
    input_hashes: Mapping[str, str] = field(default_factory=dict)
    published: tuple[PublicFigures, ...] = ()
    """The figures of the last release."""
    releases: tuple[Release, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    """The figures of every release whose file is there, in the order of the releases."""
    stories: tuple[Story, ...] = ()
    """Those that may be public, newest fiscal year first, then by slug."""

    def indicator(self, indicator_id: str) -> Indicator:
        """The definition of `indicator_id`; KeyError when there is none."""
        return next(i for i in self.indicators if i.id == indicator_id)


# ---------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class Number:
    """One published number: exact value, the one string shown everywhere, and its address.

    `shown` carries a percent sign where the number is a percentage, else no unit.
    `src` is `file#row` for an input or a JSON pointer into /api/v1/ for a result.
    """

    raw: Decimal | Fraction
    shown: str
    src: str


@dataclass(frozen=True, slots=True)
class Absent:
    """No number, and why."""

    reason: Reason


Value = Number | Absent


@dataclass(frozen=True, slots=True)
class Working:
    """How a result came about: formula id (a key of the message catalogue), its inputs by
    name in the order of the formula, and the result."""

    formula: str
    inputs: tuple[tuple[str, Value], ...]
    result: Value


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who reported. `concerned` leaves out the not-applicable; `total` is the whole list."""

    reported: int
    concerned: int
    total: int
    missing: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    sufficient: bool = True


class PaceBand(StrEnum):
    ON_TRACK = "on_track"
    ACCELERATE = "accelerate"
    FAR = "far"
    AWAY = "away"
    MAINTAINED = "maintained"
    NOT_MAINTAINED = "not_maintained"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Pace:
    """Pace to the final target: progress p, expected e, pace p/e (all ratios)."""

    band: PaceBand
    progress: Value
    expected: Value
    pace: Value
    baseline: Value
    final_target: Value
    baseline_year: int | None
    final_year: int | None


@dataclass(frozen=True, slots=True)
class YearResult:
    """One indicator, one year, one area (federation, society or category)."""

    fiscal_year: int
    period: str
    """Label the source prints for the year, empty when it is an ordinary fiscal year."""
    status: Status
    actual: Value
    target: Value
    """The target judged against: in force at the start of the year."""
    target_revised: Number | None
    """The newest target, where it differs from the one judged against."""
    achievement: Value
    difference: Value
    """actual − target in the unit (points for percentages)."""
    in_year_progress: Value
    """(actual − last year's) ÷ (target − last year's), 年度内進捗率."""
    achieved: bool | None
    grade: Grade
    grade_reason: Reason | None
    """Why the grade is NONE."""
    change: Value
    """actual − last year's actual."""
    change_rate: Value
    """change ÷ last year's actual (only where last year's is positive and not a percentage)."""
    pace: Pace
    coverage: Coverage | None
    reference_only: bool
    """参考値: coverage below the declared one; no grade."""
    provisional: bool
    sample: bool
    numerator: Value | None
    denominator: Value | None
    notes: tuple[str, ...]
    workings: tuple[Working, ...]
    breaks_here: bool = False
    extra: tuple[tuple[str, Value], ...] = ()
    """Further named numbers, e.g. n, n_excluded, median, uncapped_mean of projects."""


@dataclass(frozen=True, slots=True)
class TargetRevision:
    """One decision about one year's target, for the target history."""

    fiscal_year: int
    target: Number
    decided_on: date | None
    reason: str
    judged: bool
    latest: bool


@dataclass(frozen=True, slots=True)
class SocietySeries:
    """A society's own series of one indicator; suppressed cells are already hidden."""

    society: Society
    series: tuple[YearResult, ...]
    current: YearResult | None


@dataclass(frozen=True, slots=True)
class CategorySeries:
    """One category of one breakdown: ((dimension, category), …) and its series."""

    categories: tuple[tuple[str, str], ...]
    series: tuple[YearResult, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All categories along one dimension, or (several names) along a crossing of them."""

    dimensions: tuple[str, ...]
    rows: tuple[CategorySeries, ...]


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """Everything computed for one indicator."""

    indicator: Indicator
    plan_id: str
    measure_id: str
    series: tuple[YearResult, ...]
    current: YearResult | None
    """The year the page speaks about; None when there is no value at all."""
    last: YearResult | None
    """The year before `current`, if it has a value."""
    history: tuple[TargetRevision, ...]
    by_society: tuple[SocietySeries, ...]
    breakdowns: tuple[Breakdown, ...]
    review: Review | None
    needs_review: bool
    sample: bool
    previous_id: str | None
    next_id: str | None
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A plan (or the whole): three numbers side by side, never one (metrics: plan level)."""

    id: str
    total: int
    """Indicators with a direction, i.e. those that can be judged at all."""
    assessed: int
    achieved: int
    achieved_share: Value
    mean_rate: Value
    """Mean of rates, each capped (100 %), over `rates` indicators that have a rate."""
    rates: int
    coverage_share: Value
    low: Value
    """Achieved share if every missing indicator were missed."""
    high: Value
    """Achieved share if every missing indicator were met."""
    grades: tuple[tuple[Grade, int], ...]
    weights: tuple[tuple[str, Decimal], ...] = ()
    workings: tuple[Working, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """All that was computed, in the order of the plan."""

    report_year: int | None
    indicators: tuple[IndicatorResult, ...]
    plans: tuple[GroupResult, ...]
    overall: GroupResult
    surveys: tuple[SurveyResult, ...] = ()
    impact: ImpactResults | None = None
    years: tuple[YearBoard, ...] = ()
    """Each year that can be reviewed, oldest first; the last one is the report year."""

    def of(self, indicator_id: str) -> IndicatorResult:
        """The result of one indicator; StopIteration when there is none."""
        return next(r for r in self.indicators if r.indicator.id == indicator_id)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A generated sentence as parts, so that a page can mark up its numbers and a card or a
    description can take the very same text."""

    parts: tuple[str | Number, ...]

    @property
    def text(self) -> str:
        return "".join(p if isinstance(p, str) else p.shown for p in self.parts)


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of a site tree: posix path below the tree's root, and its bytes."""

    path: str
    content: bytes
