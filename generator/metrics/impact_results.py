"""Impact accounts to published numbers: ripple effects and SROI, each with its working.

Addresses are JSON pointers into api/v1/impact.json: #/ripples/<n>/… and #/sroi/<n>/… in the order of
`ImpactResults`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator import formats
from generator.formats import value_number
from generator.leontief import inverse
from generator.metrics import declared, ripple, sroi
from generator.metrics.ripple import Ripple, Round
from generator.model import Absent, Number, Project, Reason, Value, Working
from generator.model_impact import (
    ImpactResults,
    IoTable,
    Matrix,
    OutcomeResult,
    RippleEvent,
    RippleResult,
    RoundResult,
    SectorRipple,
    SroiAccount,
    SroiResult,
    TornadoBar,
)

FILE = "api/v1/impact.json"
ROUNDS = ("direct", "first", "second")
MEASURES = ("output", "value_added", "wages", "employment")
RATIO_DIGITS = 2
RATE_DIGITS = 4
"""Digits of self-sufficiency and conversion rates, as prefectures print them."""


def impact(project: Project) -> ImpactResults:
    """Everything of data/impact that is computed; empty without accounts."""
    accounts = project.impact
    if accounts is None:
        return ImpactResults()
    inverses: dict[IoTable, Matrix] = {}
    for event in accounts.ripples:
        if event.table not in inverses:
            inverses[event.table] = inverse(event.table)
    return ImpactResults(
        sroi=tuple(sroi_result(a, f"{FILE}#/sroi/{n}") for n, a in enumerate(accounts.sroi)),
        ripples=tuple(
            ripple_result(e, inverses[e.table], f"{FILE}#/ripples/{n}")
            for n, e in enumerate(accounts.ripples)
        ),
        logic_models=accounts.logic_models,
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """Makes numbers below one address."""

    base: str
    digits: int

    def number(self, value: float | Fraction, at: str, digits: int | None = None) -> Number:
        shown = self.digits if digits is None else digits
        return value_number(Fraction(value), shown, False, f"{self.base}/{at}")

    def times(self, value: float | Fraction | None, at: str) -> Value:
        return Absent(Reason.ZERO_DENOMINATOR) if value is None else self.number(value, at, RATIO_DIGITS)


# ---------------------------------------------------------------- ripple


def demand_of(event: RippleEvent) -> tuple[float, ...]:
    """Demand at producers' prices by sector, margins moved."""
    place = {name: n for n, name in enumerate(event.table.sectors)}
    bases, bought = [0.0] * len(place), [0.0] * len(place)
    for item in event.demand:
        (bought if item.purchaser else bases)[place[item.sector]] += float(item.amount)
    rates = {place[m.sector]: (float(m.commerce), float(m.transport)) for m in event.margins}
    commerce, transport = (place.get(s) for s in (event.commerce_sector, event.transport_sector))
    return ripple.after_margins(bases, bought, rates, commerce, transport)


def ripple_result(event: RippleEvent, b: Matrix, base: str) -> RippleResult:
    """One event's effect: rounds and total side by side, by sector, with the multipliers."""
    desk = _Desk(base, event.decimals)
    place = {name: n for n, name in enumerate(event.table.sectors)}
    overrides = {place[name]: float(rate.value) for name, rate in event.self_sufficiency}
    demand = demand_of(event)
    found = ripple.ripple(event.table, demand, float(event.conversion.value), overrides, b)
    rounds = tuple(
        _round(name, one, desk, f"rounds/{n}")
        for n, (name, one) in enumerate(zip(ROUNDS, found.rounds, strict=True))
    )
    total = _round("total", found.total, desk, "total")
    asked = desk.number(sum(demand), "demand")
    gained = sum(found.total.output)
    multiplier = desk.times(ripple.times_of(gained, sum(demand)), "multiplier")
    spent = Absent(Reason.NO_DENOMINATOR) if event.budget is None else None
    by_budget: Value = spent or desk.times(
        ripple.times_of(gained, float(event.budget.value if event.budget else 0)), "budget_multiplier"
    )
    conversion = desk.number(Fraction(event.conversion.value), "conversion", RATE_DIGITS)
    consumption = desk.number(found.consumption, "consumption")
    sums = rounded_sums(rounds, total, desk)
    return RippleResult(
        event=event,
        demand=asked,
        rounds=rounds,
        total=total,
        sectors=_sectors(event, demand, found, frozenset(overrides), desk),
        conversion=conversion,
        consumption=consumption,
        multiplier=multiplier,
        budget_multiplier=by_budget,
        unequal=tuple(name for name, _ in sums),
        rounded_sums=sums,
        workings=_workings(asked, rounds, total, conversion, consumption, multiplier),
    )


def _round(name: str, one: Round, desk: _Desk, at: str) -> RoundResult:
    jobs: Value = Absent(Reason.NOT_MEASURABLE)
    if one.employment is not None:
        jobs = desk.number(sum(one.employment), f"{at}/employment")
    return RoundResult(
        name,
        desk.number(sum(one.output), f"{at}/output"),
        desk.number(sum(one.value_added), f"{at}/value_added"),
        desk.number(sum(one.wages), f"{at}/wages"),
        jobs,
    )


def _sectors(
    event: RippleEvent,
    demand: Sequence[float],
    found: Ripple,
    overridden: frozenset[int],
    desk: _Desk,
) -> tuple[SectorRipple, ...]:
    steps = (*found.rounds, found.total)
    names = (*ROUNDS, "total")
    listed = []
    for n, sector in enumerate(event.table.sectors):
        at = f"sectors/{n}"
        made = {name: desk.number(s.output[n], f"{at}/{name}") for name, s in zip(names, steps, strict=True)}
        listed.append(
            SectorRipple(
                sector=sector,
                demand=desk.number(demand[n], f"{at}/demand"),
                self_sufficiency=desk.number(
                    found.self_sufficiency[n], f"{at}/self_sufficiency", RATE_DIGITS
                ),
                overridden=n in overridden,
                direct=made["direct"],
                first=made["first"],
                second=made["second"],
                total=made["total"],
            )
        )
    return tuple(listed)


def rounded_sums(
    rounds: Sequence[RoundResult], total: RoundResult, desk: _Desk
) -> tuple[tuple[str, Value], ...]:
    """Measures whose rounded rounds do not add up to the rounded total, and what they add up to.

    The total is rounded from the unrounded sum; the page says why the parts differ."""
    found: list[tuple[str, Value]] = []
    for name in MEASURES:
        whole = getattr(total, name)
        parts = [getattr(one, name) for one in rounds]
        if isinstance(whole, Number) and all(isinstance(p, Number) for p in parts):
            added = sum(formats.units(p.raw, desk.digits) for p in parts)
            if added != formats.units(whole.raw, desk.digits):
                value = Fraction(added) / Fraction(10) ** desk.digits
                found.append((name, desk.number(value, f"rounded_sums/{name}")))
    return tuple(found)


def _workings(
    demand: Value,
    rounds: Sequence[RoundResult],
    total: RoundResult,
    conversion: Value,
    consumption: Value,
    multiplier: Value,
) -> tuple[Working, ...]:
    direct, first, second = rounds
    effects = (("direct", direct.output), ("first", first.output))
    return (
        Working("ripple.direct", (("demand", demand),), direct.output),
        Working("ripple.first", (("direct", direct.output),), first.output),
        Working(
            "ripple.consumption",
            (("wages_direct", direct.wages), ("wages_first", first.wages), ("conversion", conversion)),
            consumption,
        ),
        Working("ripple.second", (("consumption", consumption),), second.output),
        Working("ripple.total", (*effects, ("second", second.output)), total.output),
        Working("ripple.multiplier", (("effect", total.output), ("demand", demand)), multiplier),
    )


# ---------------------------------------------------------------- SROI


def sroi_result(account: SroiAccount, base: str) -> SroiResult:
    """Ratio with its range, the outcomes, and the tornado."""
    desk = _Desk(base, 0)
    values, spent = sroi.declared(account), sroi.inputs_of(account)
    benefit = sroi.benefit_of(account, values)
    low, high = sroi.range_of(account)
    shown_inputs, shown_benefit = desk.number(spent, "inputs"), desk.number(benefit, "present_value")
    shown_ratio = desk.times(sroi.ratio(benefit, spent), "ratio")
    shown_net = desk.times(sroi.net_ratio(benefit, spent), "net_ratio")
    parts = (("present_value", shown_benefit), ("inputs", shown_inputs))
    return SroiResult(
        account=account,
        inputs=shown_inputs,
        outcomes=_outcomes(account, values, desk),
        present_value=shown_benefit,
        ratio=shown_ratio,
        net_ratio=shown_net,
        low=desk.times(low, "low"),
        high=desk.times(high, "high"),
        tornado=_tornado(account, desk),
        workings=(
            Working("sroi.ratio", parts, shown_ratio),
            Working("sroi.net_ratio", parts, shown_net),
        ),
    )


def _outcomes(
    account: SroiAccount, values: Mapping[sroi.Name, Fraction], desk: _Desk
) -> tuple[OutcomeResult, ...]:
    found = []
    for n, outcome in enumerate(account.outcomes):
        years = sroi.of_outcome(outcome, values)
        at = f"outcomes/{n}"
        found.append(
            OutcomeResult(
                outcome,
                desk.number(years[0], f"{at}/first_year"),
                tuple(desk.number(v, f"{at}/by_year/{y}") for y, v in enumerate(years)),
                desk.number(sroi.present_value(years, values[sroi.DISCOUNT]), f"{at}/present_value"),
            )
        )
    return tuple(found)


def _tornado(account: SroiAccount, desk: _Desk) -> tuple[TornadoBar, ...]:
    known = sroi.factors(account)
    found = []
    for n, bar in enumerate(sroi.tornado(account)):
        factor, at = known[bar.name], f"tornado/{n}"
        outcome, name = bar.name
        found.append(
            TornadoBar(
                outcome_id=outcome,
                factor=name,
                low=declared.of_factor(name, Fraction(factor.low), f"{desk.base}/{at}/low"),
                high=declared.of_factor(name, Fraction(factor.high), f"{desk.base}/{at}/high"),
                at_low=desk.times(bar.at_low, f"{at}/at_low"),
                at_high=desk.times(bar.at_high, f"{at}/at_high"),
            )
        )
    return tuple(found)
