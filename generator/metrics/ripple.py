"""Economic ripple effect (経済波及効果): the two-round method of Japanese prefectures.

Demand after margins is met from the region's own production at the self-sufficiency rate
(direct effect); production pulls inputs (first round, B·S·A·d); compensation of employees is
partly spent on consumption, which pulls production again (second round); then it stops.
Source: metrics, Economic ripple effect. Gross: nothing is taken off for what would have been
spent anyway. Money in the table's unit, float64.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.leontief import coefficients, each, inverse, per_output, plus, self_sufficiency, times
from generator.model_impact import IoTable, Matrix, Vector


@dataclass(frozen=True, slots=True)
class Round:
    """One step of the effect by sector: output, and what goes with it. Employment in persons,
    None where the table has none."""

    output: Vector
    value_added: Vector
    wages: Vector
    employment: Vector | None


@dataclass(frozen=True, slots=True)
class Ripple:
    """The whole effect. `consumption` is what induced wages add to consumption, in and outside
    the region; `self_sufficiency` the rates used, overrides among them."""

    direct: Round
    first: Round
    second: Round
    self_sufficiency: Vector
    consumption: float

    @property
    def rounds(self) -> tuple[Round, Round, Round]:
        return (self.direct, self.first, self.second)

    @property
    def total(self) -> Round:
        """The unrounded sum of the three rounds."""
        jobs = [r.employment for r in self.rounds if r.employment is not None]
        return Round(
            plus(*(r.output for r in self.rounds)),
            plus(*(r.value_added for r in self.rounds)),
            plus(*(r.wages for r in self.rounds)),
            plus(*jobs) if jobs else None,
        )


def after_margins(
    demand: Sequence[float],
    purchaser: Sequence[float],
    rates: Mapping[int, tuple[float, float]],
    commerce: int | None,
    transport: int | None,
) -> Vector:
    """Demand at producers' prices, by sector.

    `demand` is at producers' prices already; of `purchaser` (at purchasers' prices) the commerce
    and transport margins of `rates` (sector → shares) move to those two sectors. The sum stays.
    """
    found = list(plus(demand, purchaser))
    for sector, (to_commerce, to_transport) in rates.items():
        for share, place in ((to_commerce, commerce), (to_transport, transport)):
            if share and place is not None:
                moved = purchaser[sector] * share
                found[sector] -= moved
                found[place] += moved
    return tuple(found)


def ripple(
    table: IoTable,
    demand: Sequence[float],
    conversion: float,
    overrides: Mapping[int, float] | None = None,
    inverse_of_table: Matrix | None = None,
) -> Ripple:
    """The effect of `demand` (producers' prices). `conversion`: the share of induced wages that
    is spent on consumption. `overrides`: self-sufficiency of the direct effect by sector, where
    an event is known to buy more or less in the region than everybody does."""
    b = inverse(table) if inverse_of_table is None else inverse_of_table
    s = self_sufficiency(table)
    used = tuple((overrides or {}).get(i, rate) for i, rate in enumerate(s))
    direct = each(used, demand)
    first = times(b, each(s, times(coefficients(table), direct)))
    wages = sum(each(per_output(table.wages, table), plus(direct, first)))
    spent = conversion * wages
    whole = sum(table.private_consumption)
    mix = tuple(c / whole for c in table.private_consumption)
    second = times(b, each(s, [spent * share for share in mix]))
    return Ripple(round_of(table, direct), round_of(table, first), round_of(table, second), used, spent)


def round_of(table: IoTable, output: Vector) -> Round:
    """What goes with an output: value added, wages and employment in the table's proportions."""
    jobs = table.employment
    return Round(
        output,
        each(output, per_output(table.value_added, table)),
        each(output, per_output(table.wages, table)),
        None if jobs is None else each(output, per_output(jobs, table)),
    )


def times_of(effect: float, base: float) -> float | None:
    """How many times `base` an effect is; None where there is no base."""
    return effect / base if base else None


def rounding_explains(parts: Sequence[int], total: int) -> bool:
    """Whether rounding alone can make rounded parts miss the rounded total.

    All in units of the last place printed. Each number is off by half a unit at most, so
    n parts and a total may differ by less than (n + 1) ÷ 2 units; more is a mistake.
    """
    return abs(sum(parts) - total) * 2 < len(parts) + 1
