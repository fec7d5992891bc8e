"""Small projects made in memory for the tests of metrics and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.model import (
    Aggregation,
    Direction,
    Indicator,
    Kind,
    Measure,
    MetricSettings,
    Observation,
    Plan,
    PlanDocument,
    Project,
    SiteSettings,
    Society,
    Status,
    TargetDecision,
    TimeBasis,
)

Amount = str | int | Decimal | None


def exact(value: Amount) -> Decimal | None:
    """A decimal from what a test writes."""
    return None if value is None else Decimal(str(value))


def indicator(id: str = "X", **changed: object) -> Indicator:
    """A summed count that shall increase; `changed` replaces fields."""
    plain = Indicator(
        id=id,
        number=1,
        name="花だんの数",
        name_en="flower beds",
        slug=id.lower(),
        unit="件",
        unit_en="",
        direction=Direction.INCREASE,
        kind=Kind.COUNT,
        aggregation=Aggregation.SUM,
        time_basis=TimeBasis.FLOW,
        target_basis=TimeBasis.FLOW,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def row(
    year: int,
    actual: Amount = None,
    target: Amount = None,
    society: str | None = None,
    id: str = "X",
    parts: tuple[Amount, Amount] = (None, None),
    status: Status | None = None,
    dims: tuple[tuple[str, str], ...] = (),
    period: str = "",
) -> Observation:
    """One row of a values file; the state follows from the cells as in the contract."""
    given = actual is not None or parts[1] is not None
    return Observation(
        indicator_id=id,
        fiscal_year=year,
        society=society,
        dimensions=dims,
        target=exact(target),
        actual=exact(actual),
        numerator=exact(parts[0]),
        denominator=exact(parts[1]),
        status=status or (Status.REPORTED if given else Status.NOT_REPORTED),
        period=period,
        note="",
        sample=False,
        file="data/values/a.csv",
        row=year,
    )


def decision(
    year: int, target: Amount, on: str = "2020-04-01", id: str = "X", line: int = 2
) -> TargetDecision:
    """One row of data/targets.csv."""
    value = exact(target)
    assert value is not None
    return TargetDecision(id, year, value, date.fromisoformat(on), "", False, "data/targets.csv", line)


def project(
    indicators: tuple[Indicator, ...] | Indicator,
    rows: tuple[Observation, ...] | list[Observation] = (),
    targets: tuple[TargetDecision, ...] = (),
    societies: tuple[str, ...] = (),
    settings: MetricSettings | None = None,
    **changed: object,
) -> Project:
    """A project of one plan with one measure that holds all indicators."""
    listed = (indicators,) if isinstance(indicators, Indicator) else indicators
    ids = tuple(i.id for i in listed)
    plans = (Plan("town", "town", 1, "まちの計画", (Measure("1-1", "花だんづくり", ids),)),)
    made = Project(
        site=SiteSettings("花の会", "花の約束", "https://example.org/"),
        settings=settings or MetricSettings(),
        plan=PlanDocument("花の計画", 2024, 2026, 2028, plans),
        indicators=listed,
        societies=tuple(Society(name, f"s{i}") for i, name in enumerate(societies)),
        observations=tuple(rows),
        targets=tuple(targets),
    )
    return replace(made, **changed)  # type: ignore[arg-type]
