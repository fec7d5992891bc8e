"""Input–output arithmetic: published multipliers, the reference run, and what must always hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import leontief
from generator.metrics import ripple
from tests.io_tables import GERMANY, JAPAN, SMALL, official, table
from tests.metrics.vectors_read import ROWS, expected, numbers

AGRICULTURE, SERVICES = 0, 11


def close(found: list[float], id: str) -> None:
    assert found == pytest.approx(expected(id), abs=float(ROWS[id]["tolerance"]))


def test_published_multipliers_of_germany() -> None:
    """V64, V65: diagonal of the inverse and output multipliers of the Eurostat manual."""
    b = leontief.inverse(table(official(GERMANY)))
    close([b[i][i] for i in range(3)], "V64")
    close(list(leontief.multipliers(b)), "V65")


def test_inverse_of_two_sectors() -> None:
    """V68: (I − A)⁻¹ column by column."""
    cells = [float(x) for x in re.findall(r"\.\d", ROWS["V68"]["inputs"])]
    a = [cells[:2], cells[2:]]
    b = leontief.inverted([[(i == j) - a[i][j] for j in range(2)] for i in range(2)])
    close([line[j] for j in range(2) for line in b], "V68")


def test_accounting_identity_of_japan() -> None:
    """V69: B[(I − M)F + E] gives back the output."""
    japan = table(official(JAPAN))
    gap = leontief.identity_gap(leontief.inverse(japan), japan)
    assert gap == pytest.approx(expected("V69")[0], abs=float(ROWS["V69"]["tolerance"]))


def test_production_inducement_coefficients() -> None:
    """V70: what agriculture makes for one unit of three kinds of consumption."""
    japan = table(official(JAPAN))
    b = leontief.inverse(japan)
    close([leontief.induced(b, japan, c)[AGRICULTURE] for _, c in japan.columns[:3]], "V70")


def test_reference_run_on_services() -> None:
    """V71: 10,000 of services, conversion 0.635208: each round and the total."""
    japan = table(official(JAPAN))
    _, amount, conversion = (float(n) for n in [0, *numbers(ROWS["V71"]["inputs"])])
    demand = [amount if i == SERVICES else 0.0 for i in range(len(japan.sectors))]
    found = ripple.ripple(japan, demand, conversion)
    close([sum(r.output) for r in (*found.rounds, found.total)], "V71")


def test_multiplier_to_budget() -> None:
    """V73: 476 of effect for 139 of budget."""
    effect, budget = (float(n) for n in numbers(ROWS["V73"]["inputs"])[:2])
    found = ripple.times_of(effect, budget)
    assert found is not None
    close([found], "V73")
    assert ripple.times_of(effect, 0) is None


def test_parts_add_up() -> None:
    """V74: 3.6 + 0.8 + 20.0 is 24.4 and nothing has to be explained."""
    parts = [round(10 * float(x)) for x in ROWS["V74"]["inputs"].split("+")]
    assert sum(parts) / 10 == pytest.approx(expected("V74")[0])
    assert ripple.rounding_explains(parts, sum(parts))


def test_parts_that_rounding_cannot_explain() -> None:
    """V75: 3.4 against a printed 3.6 and 4.0 against 4.2 are mistakes, 0.1 would be rounding."""
    for text, wanted in zip(ROWS["V75"]["inputs"].split(";"), expected("V75"), strict=True):
        *parts, total = (round(10 * float(x)) for x in re.findall(r"\d\.\d", text))
        assert sum(parts) / 10 == pytest.approx(wanted)
        assert not ripple.rounding_explains(parts, total)
        assert ripple.rounding_explains(parts, sum(parts) + 1)


DEMAND = st.lists(st.floats(0, 1e6), min_size=2, max_size=2)


@given(DEMAND, DEMAND, st.floats(0, 1), st.floats(0, 100))
def test_effect_is_linear_in_demand(a: list[float], b: list[float], conversion: float, k: float) -> None:
    """Twice the demand has twice the effect, and two events together have both effects."""
    small = table(SMALL)

    def total(demand: list[float]) -> list[float]:
        return list(ripple.ripple(small, demand, conversion).total.output)

    both = total([x + k * y for x, y in zip(a, b, strict=True)])
    apart = [x + k * y for x, y in zip(total(a), total(b), strict=True)]
    assert both == pytest.approx(apart, rel=1e-9, abs=1e-6)


def test_value_added_and_jobs_follow_output() -> None:
    """In the table's proportions, sector by sector; wages are a part of value added."""
    small = table(SMALL)
    found = ripple.ripple(small, [0.0, 100.0], 0.6)
    sufficiency = 1 - 80 / 260
    assert found.direct.output == pytest.approx((0, 100 * sufficiency))
    assert found.direct.value_added == pytest.approx((0, 60 * sufficiency))
    assert found.direct.employment == pytest.approx((0, 12.5 * sufficiency))
    wages = sum(found.direct.wages) + sum(found.first.wages)
    assert found.consumption == pytest.approx(0.6 * wages)
    for one in found.rounds:
        assert all(w <= v for w, v in zip(one.wages, one.value_added, strict=True))


def test_override_of_self_sufficiency_is_for_the_direct_effect() -> None:
    """An event that buys everything in the region; later rounds keep the table's rates."""
    small = table(SMALL)
    found = ripple.ripple(small, [0.0, 100.0], 0.6, {1: 1.0})
    plain = ripple.ripple(small, [0.0, 100.0], 0.6)
    assert found.direct.output == (0.0, 100.0)
    assert found.first.output == pytest.approx([v / (1 - 80 / 260) for v in plain.first.output])


def test_margins_move_and_nothing_is_lost() -> None:
    """100 at the shop: 30 are trade, 5 are transport, 65 are made."""
    found = ripple.after_margins((0, 0, 10), (100, 0, 0), {0: (0.30, 0.05)}, 1, 2)
    assert found == pytest.approx((65, 30, 15)) and sum(found) == pytest.approx(110)


def test_domestic_flows_have_no_self_sufficiency() -> None:
    """Imports are already out of the flows: all demand is met from inside."""
    germany = table(official(GERMANY))
    assert germany.domestic and set(leontief.self_sufficiency(germany)) == {1.0}
    assert sum(ripple.ripple(germany, [0, 0, 100, 0, 0, 0], 0.5).direct.output) == 100
