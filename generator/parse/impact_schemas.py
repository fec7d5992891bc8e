"""The shape of data/impact/*.yml: which keys each kind of account has.

Sources and ranges may be left out here and are asked for in `impact`, where the finding can say
why they matter.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.parse.schemas import Exact, IndicatorId, NotNegative, Shape, Share, Slug, Text, Words, Year

KINDS = ("logic_model", "ripple", "sroi")
STAGES = ("activity", "output", "outcome", "impact")
MOST_RUNS = 20_000


class ClaimShape(Shape):
    """Evidence: Maryland scale 1–5, and the five dimensions of impact."""

    level: Annotated[int, Field(ge=1, le=5)]
    what: Words
    who: Words
    how_much: Words
    contribution: Words
    risk: Words


class FactorShape(Shape):
    value: NotNegative
    low: NotNegative | None = None
    high: NotNegative | None = None
    source: Text = ""


class ShareFactorShape(Shape):
    """A factor that is a share of 1."""

    value: Share
    low: Share | None = None
    high: Share | None = None
    source: Text = ""


class SourcedShape(Shape):
    value: Exact
    source: Text = ""


class LinkedShape(Shape):
    """What an account or a box is about."""

    projects: list[Words] = []
    indicators: list[IndicatorId] = []
    stories: list[Slug] = []


class AccountShape(LinkedShape):
    """What every account has."""

    id: Slug
    title: Words
    summary: Text = ""
    sample: bool = False


class QuantityShape(FactorShape):
    unit: Words


class ProxyShape(FactorShape):
    name: Words


class OutcomeShape(Shape):
    id: Slug
    name: Words
    stakeholder: Words
    quantity: QuantityShape
    proxy: ProxyShape
    deadweight: ShareFactorShape
    displacement: ShareFactorShape
    attribution: ShareFactorShape
    drop_off: ShareFactorShape
    years: Annotated[int, Field(ge=1, le=60)] = 1
    claim: ClaimShape


class InputShape(Shape):
    name: Words
    amount: NotNegative
    source: Text = ""


class SroiShape(AccountShape):
    kind: Literal["sroi"]
    fiscal_year: Year
    unit: Words = "円"
    inputs: Annotated[list[InputShape], Field(min_length=1)]
    outcomes: Annotated[list[OutcomeShape], Field(min_length=1)]
    discount_rate: ShareFactorShape
    seed: Annotated[int, Field(ge=0)] = 1
    runs: Annotated[int, Field(ge=100, le=MOST_RUNS)] = 2000


class DemandShape(Shape):
    sector: Words
    amount: NotNegative
    price: Literal["producer", "purchaser"] = "producer"
    source: Text = ""


class MarginRateShape(Shape):
    sector: Words
    commerce: Share = Decimal(0)
    transport: Share = Decimal(0)
    source: Text = ""


class MarginsShape(Shape):
    """Which sectors receive the margins, and how much of a purchaser's price they are."""

    commerce: Text = ""
    transport: Text = ""
    rates: list[MarginRateShape] = []


class SelfSufficiencyShape(Shape):
    source: Text = ""
    rates: dict[str, Share] = {}


class TableAboutShape(Shape):
    year: Text = ""
    unit: Text = ""
    source: Text = ""


class RippleShape(AccountShape):
    kind: Literal["ripple"]
    fiscal_year: Year
    table: Words
    """Name of a file in data/impact/io."""
    sheet: Text = ""
    table_about: TableAboutShape = TableAboutShape()
    unit: Words
    demand: Annotated[list[DemandShape], Field(min_length=1)]
    margins: MarginsShape = MarginsShape()
    self_sufficiency: SelfSufficiencyShape = SelfSufficiencyShape()
    conversion: SourcedShape
    budget: SourcedShape | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 1
    claim: ClaimShape


class NodeShape(LinkedShape):
    id: Slug
    stage: Literal["activity", "output", "outcome", "impact"]
    text: Words
    leads_to: list[Slug] = []
    claim: ClaimShape | None = None


class LogicModelShape(AccountShape):
    kind: Literal["logic_model"]
    plan: Words
    nodes: Annotated[list[NodeShape], Field(min_length=1)]
