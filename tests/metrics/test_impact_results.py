"""The published numbers of a ripple effect: side by side, rounded once, with their working."""

from __future__ import annotations

from decimal import Decimal

from generator.leontief import inverse
from generator.metrics.impact_results import demand_of, ripple_result
from generator.model import Absent, Number, Reason, Value
from generator.model_impact import (
    DemandItem,
    IoTable,
    Links,
    MarginRate,
    RippleEvent,
    RippleResult,
    Sourced,
)
from tests.io_tables import JAPAN, SMALL, official, table
from tests.metrics.test_sroi import CLAIM


def event(io: IoTable, *demand: DemandItem, **changed: object) -> RippleEvent:
    settings: dict[str, object] = {
        "margins": (),
        "commerce_sector": "",
        "transport_sector": "",
        "self_sufficiency": (),
        "conversion": Sourced(Decimal("0.635208"), "岩手県 2015"),
        "budget": None,
        "decimals": 1,
    } | changed
    return RippleEvent(
        id="e",
        title="祭り",
        fiscal_year=2024,
        summary="",
        table=io,
        demand=demand,
        self_sufficiency_source=io.source,
        claim=CLAIM,
        links=Links(),
        sample=False,
        file="data/impact/e.yml",
        **settings,  # type: ignore[arg-type]
    )


def result(made: RippleEvent) -> RippleResult:
    return ripple_result(made, inverse(made.table), "api/v1/impact.json#/ripples/0")


def text(value: Value) -> str:
    assert isinstance(value, Number), value
    return value.shown


def spent(sector: str, amount: str, purchaser: bool = False) -> DemandItem:
    return DemandItem(sector, Decimal(amount), purchaser, "来場者調査")


def test_the_reference_run_as_printed() -> None:
    """V71: the rounded parts add up to 21,974.5 beside a total of 21,974.6, and that is said."""
    found = result(event(table(official(JAPAN)), spent("サービス", "10000")))
    assert [text(r.output) for r in found.rounds] == ["9,874.7", "6,374.7", "5,725.1"]
    assert text(found.total.output) == "21,974.6" and "output" in found.unequal
    assert text(dict(found.rounded_sums)["output"]) == "21,974.5"
    assert text(found.multiplier) == "2.20" and text(found.conversion) == "0.6352"
    assert found.total.employment == Absent(Reason.NOT_MEASURABLE)


def test_a_budget_has_its_own_multiplier() -> None:
    """Effect ÷ budget beside effect ÷ demand; absent without a budget."""
    io = table(SMALL)
    found = result(event(io, spent("サービス業", "100"), budget=Sourced(Decimal(50), "決算")))
    assert isinstance(found.multiplier, Number) and isinstance(found.budget_multiplier, Number)
    assert found.budget_multiplier.raw == 2 * found.multiplier.raw
    assert result(event(io, spent("サービス業", "100"))).budget_multiplier == Absent(Reason.NO_DENOMINATOR)


def test_sectors_add_up_to_the_rounds() -> None:
    """By sector and in all: the same numbers, unrounded."""
    found = result(event(table(SMALL), spent("農林業", "30"), spent("サービス業", "100")))
    for name, one in zip(("direct", "first", "second", "total"), (*found.rounds, found.total), strict=True):
        parts = [float(getattr(s, name).raw) for s in found.sectors]
        assert isinstance(one.output, Number)
        assert abs(sum(parts) - float(one.output.raw)) < 1e-9
    assert text(found.total.employment) != "0.0"


def test_purchasers_prices_lose_their_margins_to_trade() -> None:
    """Only what was bought at purchasers' prices does."""
    margins = (MarginRate("農林業", Decimal("0.3"), Decimal(0), "産業連関表"),)
    made = event(
        table(SMALL),
        spent("農林業", "100", purchaser=True),
        spent("農林業", "10"),
        margins=margins,
        commerce_sector="サービス業",
    )
    assert [round(v, 9) for v in demand_of(made)] == [80, 30]


def test_an_override_is_shown_as_one() -> None:
    """The sector table says where the region's own rate was replaced."""
    rates = (("サービス業", Sourced(Decimal(1), "契約書")),)
    found = result(event(table(SMALL), spent("サービス業", "100"), self_sufficiency=rates))
    assert [s.overridden for s in found.sectors] == [False, True]
    assert text(found.sectors[1].self_sufficiency) == "1.0000" and text(found.sectors[1].direct) == "100.0"


def test_addresses_are_those_of_the_document() -> None:
    """api/v1/impact.json holds every number where its address says."""
    found = result(event(table(SMALL), spent("サービス業", "100")))
    base = "api/v1/impact.json#/ripples/0"
    assert isinstance(found.rounds[1].output, Number) and isinstance(found.sectors[0].total, Number)
    assert found.rounds[1].output.src == f"{base}/rounds/1/output"
    assert found.sectors[0].total.src == f"{base}/sectors/0/total"
