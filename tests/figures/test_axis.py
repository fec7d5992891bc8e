"""The value axis."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from generator.figures import axis

VALUES = st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=30)


@given(VALUES, st.booleans(), st.booleans())
def test_every_value_stands_on_the_axis(values: list[Decimal], zero: bool, whole: bool) -> None:
    """All values lie between the first and last tick, with few ticks; bars start at zero."""
    made = axis.make(values, zero=zero, whole=whole, percent=False, lang="ja")
    assert all(0 <= made.share(value) <= 1 for value in values)
    assert 2 <= len(made.ticks) <= 7
    assert len(set(made.labels)) == len(made.ticks)
    assert not zero or made.low <= 0 <= made.high
    assert not whole or all(tick.denominator == 1 for tick in made.ticks)


def test_large_ticks_are_abbreviated() -> None:
    """万 and 億 on the axis, K and M in English; a real minus sign."""
    ticks = [Fraction(-20000), Fraction(0), Fraction(5000), Fraction(12500), Fraction(150000000)]
    japanese = axis.tick_labels(ticks, percent=False, lang="ja")
    assert [label.replace("-", "−") for label in japanese] == ["−2万", "0", "5,000", "1.25万", "1.5億"]
    assert axis.tick_labels(ticks, percent=False, lang="en")[-1] == "150M"


def test_a_line_far_from_zero_may_leave_it_out() -> None:
    """91–95 % as a line uses the room; as bars it would lie, so bars keep zero."""
    values = [Decimal(91), Decimal(95)]
    assert axis.make(values, zero=False, whole=False, percent=True, lang="ja").low > 0
    assert axis.make(values, zero=True, whole=False, percent=True, lang="ja").low == 0
