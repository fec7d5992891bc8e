"""The names of social impact: surveys, input–output tables, impact accounts, and their results.

As in `model`: the first half is what was read and checked, the second what was computed. Counts
and declared factors are exact; what comes out of a matrix, a root or a sample is a float that
was turned into an exact number once and is rounded by `formats` like every other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model import Value, Working

# ---------------------------------------------------------------- surveys


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """How many people chose one answer; `positive` = it counts for the indicator."""

    answer: str
    positive: bool
    count: int


@dataclass(frozen=True, slots=True)
class SurveyReturn:
    """What came back to one question, in one fiscal year, from one society (None = federation).

    Counts are people. `population` is who the survey speaks about, `sent` who was asked; `valid`
    are the questionnaires that count, `blanks` those among them without an answer here.
    """

    survey_id: str
    indicator_id: str
    fiscal_year: int
    society: str | None
    population: int
    sent: int
    undeliverable: int
    valid: int
    answers: tuple[SurveyAnswer, ...]
    blanks: int
    sample: bool
    file: str
    row: int

    @property
    def answered(self) -> int:
        """The denominator: every answer, 「どちらでもない」 too, blanks not."""
        return sum(a.count for a in self.answers)

    @property
    def positives(self) -> int:
        """The numerator."""
        return sum(a.count for a in self.answers if a.positive)

    @property
    def asked(self) -> int:
        """Whom the survey reached: sent − undeliverable."""
        return self.sent - self.undeliverable


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """One answer of one area: people, and their share of those who answered."""

    answer: str
    positive: bool
    count: Value
    share: Value


@dataclass(frozen=True, slots=True)
class SurveyArea:
    """One year of one question in one area (`society` None = all of them together).

    `passes` says whether the response rate reaches the gate (None: hidden or no rate). Below it
    `low` and `high` are absent with LOW_RESPONSE. `at_least`/`at_most` are the share if all who
    did not answer had been negative, or positive. `hidden`: every number is suppressed.
    """

    society: str | None
    population: Value
    sent: Value
    undeliverable: Value
    valid: Value
    answered: Value
    positives: Value
    blanks: Value
    response_rate: Value
    passes: bool | None
    share: Value
    low: Value
    high: Value
    at_least: Value
    at_most: Value
    answers: tuple[AnswerResult, ...]
    hidden: bool
    workings: tuple[Working, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyYear:
    """One fiscal year of one question. `breaks_here`: not comparable with the years before,
    because the break is declared or because other answers were offered."""

    fiscal_year: int
    survey_id: str
    federation: SurveyArea
    societies: tuple[SurveyArea, ...]
    breaks_here: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """All years of the question behind one indicator."""

    indicator_id: str
    gate: Value
    years: tuple[SurveyYear, ...]


# ---------------------------------------------------------------- input–output tables

Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class IoTable:
    """A square input–output table (取引基本表); money in `unit`, vectors over `sectors` in order.

    `inputs[i][j]`: what sector j buys from sector i. `imports` are positive amounts of a table
    with competitive imports; None = the table holds domestic flows only. `other_inputs` are
    bought from outside the table (imported products and taxes on products of a domestic table).
    `wages` is compensation of employees, a part of `value_added`. `demand` is final demand
    inside the area (with 調整項), of which `private_consumption` is a part; `exports` the rest.
    `output` is the column total, `row_output` the row total where one is printed.
    `columns` keeps every final-demand column by its printed name.
    """

    sectors: tuple[str, ...]
    inputs: Matrix
    other_inputs: Vector
    wages: Vector
    value_added: Vector
    private_consumption: Vector
    demand: Vector
    exports: Vector
    imports: Vector | None
    output: Vector
    row_output: Vector | None = None
    employment: Vector | None = None
    columns: tuple[tuple[str, Vector], ...] = ()
    codes: tuple[str, ...] = ()
    year: str = ""
    unit: str = ""
    source: str = ""
    file: str = ""

    @property
    def domestic(self) -> bool:
        """Whether imports are already taken out of the flows."""
        return self.imports is None


# ---------------------------------------------------------------- impact accounts


@dataclass(frozen=True, slots=True)
class Factor:
    """A declared number with its range and where it comes from."""

    value: Decimal
    low: Decimal
    high: Decimal
    source: str

    @property
    def certain(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Sourced:
    """A declared number with its source, used as it stands."""

    value: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed, how sure it is (Maryland scale 1–5), and the five dimensions."""

    level: int
    what: str
    who: str
    how_much: str
    contribution: str
    risk: str


@dataclass(frozen=True, slots=True)
class Links:
    """What an account is about: ids of projects and indicators, slugs of stories."""

    projects: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One change that is valued; shares are ratios of 1, money in the account's unit."""

    id: str
    name: str
    stakeholder: str
    quantity: Factor
    quantity_unit: str
    proxy: Factor
    proxy_name: str
    deadweight: Factor
    displacement: Factor
    attribution: Factor
    drop_off: Factor
    years: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """One input of an SROI account, in the account's money."""

    name: str
    amount: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class SroiAccount:
    """data/impact/*.yml of kind sroi."""

    id: str
    title: str
    fiscal_year: int
    summary: str
    unit: str
    inputs: tuple[NamedAmount, ...]
    outcomes: tuple[Outcome, ...]
    discount: Factor
    seed: int
    runs: int
    links: Links
    sample: bool
    file: str


@dataclass(frozen=True, slots=True)
class DemandItem:
    """Money spent on one sector's products; `purchaser` = at the price the buyer pays."""

    sector: str
    amount: Decimal
    purchaser: bool
    source: str


@dataclass(frozen=True, slots=True)
class MarginRate:
    """The shares of a purchaser's price that go to commerce and to transport (ratios of 1)."""

    sector: str
    commerce: Decimal
    transport: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class RippleEvent:
    """data/impact/*.yml of kind ripple. Money in the table's unit, budget too."""

    id: str
    title: str
    fiscal_year: int
    summary: str
    table: IoTable
    demand: tuple[DemandItem, ...]
    margins: tuple[MarginRate, ...]
    commerce_sector: str
    transport_sector: str
    self_sufficiency: tuple[tuple[str, Sourced], ...]
    self_sufficiency_source: str
    conversion: Sourced
    budget: Sourced | None
    decimals: int
    claim: Claim
    links: Links
    sample: bool
    file: str


@dataclass(frozen=True, slots=True)
class LogicNode:
    """One box of a logic model; `stage` is activity, output, outcome or impact."""

    id: str
    stage: str
    text: str
    leads_to: tuple[str, ...]
    links: Links
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class LogicModel:
    """data/impact/*.yml of kind logic_model: how the work of one plan is meant to change things."""

    id: str
    title: str
    plan_id: str
    summary: str
    nodes: tuple[LogicNode, ...]
    sample: bool
    file: str


@dataclass(frozen=True, slots=True)
class ImpactAccounts:
    """All of data/impact, each kind in the order of its file names."""

    sroi: tuple[SroiAccount, ...] = ()
    ripples: tuple[RippleEvent, ...] = ()
    logic_models: tuple[LogicModel, ...] = ()


# ---------------------------------------------------------------- results of accounts


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One step of the ripple: direct, first, second or total. Employment in persons, absent
    where the table has none."""

    name: str
    output: Value
    value_added: Value
    wages: Value
    employment: Value


@dataclass(frozen=True, slots=True)
class SectorRipple:
    """One sector: demand after margins, self-sufficiency used, and output by round."""

    sector: str
    demand: Value
    self_sufficiency: Value
    overridden: bool
    direct: Value
    first: Value
    second: Value
    total: Value


@dataclass(frozen=True, slots=True)
class RippleResult:
    """One event's effect, gross. `unequal` names the measures (output, value_added, wages,
    employment) whose rounded rounds do not add up to the rounded total."""

    event: RippleEvent
    demand: Value
    rounds: tuple[RoundResult, ...]
    total: RoundResult
    sectors: tuple[SectorRipple, ...]
    conversion: Value
    consumption: Value
    """What the induced wages add to consumption, before self-sufficiency."""
    multiplier: Value
    """Total output ÷ demand."""
    budget_multiplier: Value
    """Total output ÷ budget."""
    unequal: tuple[str, ...]
    rounded_sums: tuple[tuple[str, Value], ...]
    """For each measure of `unequal`: what the rounded parts add up to."""
    workings: tuple[Working, ...]


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """One outcome's benefit: first year, present value over its years."""

    outcome: Outcome
    first_year: Value
    by_year: tuple[Value, ...]
    """Benefit of each year before discounting."""
    present_value: Value


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """The ratio with one factor at its low and at its high, all others as declared."""

    outcome_id: str
    """Empty for the discount rate."""
    factor: str
    low: Value
    high: Value
    at_low: Value
    at_high: Value


@dataclass(frozen=True, slots=True)
class SroiResult:
    """Ratio = present value of benefits ÷ inputs, always with its 5–95 % range."""

    account: SroiAccount
    inputs: Value
    outcomes: tuple[OutcomeResult, ...]
    present_value: Value
    ratio: Value
    net_ratio: Value
    """(present value − inputs) ÷ inputs: another definition, never mixed with the ratio."""
    low: Value
    high: Value
    tornado: tuple[TornadoBar, ...]
    workings: tuple[Working, ...]


@dataclass(frozen=True, slots=True)
class ImpactResults:
    """Everything computed from data/impact."""

    sroi: tuple[SroiResult, ...] = ()
    ripples: tuple[RippleResult, ...] = ()
    logic_models: tuple[LogicModel, ...] = ()
