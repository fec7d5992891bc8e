"""Rounding and number strings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import formats

FRACTIONS = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=10**9)


@pytest.mark.parametrize(
    ("value", "decimals", "percent", "shown"),
    [
        ("12345", 0, False, "12,345"),
        ("0.5", 0, False, "1"),
        ("2.5", 0, False, "3"),
        ("-2.5", 0, False, "−3"),
        ("-0.4", 0, False, "0"),
        ("1.005", 2, False, "1.01"),
        ("-148", 0, False, "−148"),
        ("57.9", 1, True, "57.9%"),
        ("99.96", 1, True, "99.96%"),
        ("99.99999", 0, True, "99.99999%"),
        ("100.04", 1, True, "100.0%"),
        ("1E+3", 0, False, "1,000"),
        ("0.1", 1, True, "0.1%"),
        ("999999999999999999999.5", 0, False, "1,000,000,000,000,000,000,000"),
    ],
)
def test_value(value: str, decimals: int, percent: bool, shown: str) -> None:
    """Half away from zero once, U+2212 as sign, no negative zero, never lifted to 100 %."""
    assert formats.value_text(Decimal(value), decimals, percent=percent) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(12345, 12000), "102.9%"),
        (Fraction(60985, 61000), "99.98%"),
        (Fraction(1), "100.0%"),
        (Fraction(9995, 10000), "99.95%"),
        (Fraction(-3, 10), "−30.0%"),
        (Fraction(0), "0.0%"),
    ],
)
def test_rate(value: Fraction, shown: str) -> None:
    """One digit after the point, more only where a rate below 100 % would read 100.0 %."""
    assert formats.rate_text(value) == shown


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (Fraction(12345, 12000), "1.02875"),
        (Fraction(46, 30), "1.53333333333333"),
        (Fraction(2, 3), "0.666666666666667"),
        (Fraction(1, 3000), "0.000333333333333333"),
        (Fraction(-7), "-7"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E-7"), "0.0000001"),
        (Fraction(10**20 + 1, 3), "33333333333333300000"),
        (1 - Fraction(1, 3 * 10**20), "0.999999999999999999997"),
    ],
)
def test_raw(value: Decimal | Fraction, raw: str) -> None:
    """Exact where the decimal ends, else 15 significant digits; no exponent; below 1 stays below."""
    assert formats.raw(value) == raw


@pytest.mark.parametrize(
    ("value", "shown"), [("345", "+345"), ("-17.1", "−17.1"), ("0", "0.0"), ("0.04", "+0.04")]
)
def test_difference(value: str, shown: str) -> None:
    """A difference carries its sign; only no difference at all is shown as none."""
    assert formats.difference_text(Decimal(value), 0 if value == "345" else 1) == shown


@given(FRACTIONS)
def test_rate_below_one_is_never_shown_as_100(ratio: Fraction) -> None:
    """Shown and raw judge like the exact ratio."""
    shown = Fraction(formats.rate_text(ratio).replace(",", "").replace("−", "-").rstrip("%"))
    assert (shown >= 100) == (ratio >= 1)
    assert (Fraction(formats.raw(ratio)) >= 1) == (ratio >= 1)


@given(FRACTIONS, st.integers(0, 6))
def test_rounding_is_near_and_symmetric(value: Fraction, digits: int) -> None:
    """Never further than half a unit, and the same for both signs."""
    found = formats.rounded(value, digits)
    assert abs(found - value) <= Fraction(1, 2 * 10**digits)
    assert formats.rounded(-value, digits) == -found


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=9))
def test_raw_of_what_was_read_is_exact(value: Decimal) -> None:
    """A decimal read from a file comes back unchanged, without exponent."""
    found = formats.raw(value)
    assert Decimal(found) == value and "E" not in found


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        ("0.7996", "79.96%"),
        ("0.7994", "79.9%"),
        ("0.8", "80.0%"),
        ("0.299999", "29.9999%"),
        ("0.99996", "99.996%"),
        ("1.2", "120.0%"),
        ("-0.0002", "0.0%"),
    ],
)
def test_a_rate_below_a_grade_is_never_shown_at_its_bound(ratio: str, shown: str) -> None:
    """79.96 % is a C: 80.0 % would read as a B."""
    assert formats.rate_text(Decimal(ratio), bounds=(Decimal("0.3"), Decimal("0.8"), Decimal(1))) == shown


def test_a_pace_just_below_zero_is_seen() -> None:
    """Going away is not standing still."""
    assert formats.rate_text(Fraction(-2, 10000), bounds=(Fraction(0),)) == "−0.02%"


@pytest.mark.parametrize(
    ("value", "decimals", "difference", "distance"),
    [
        ("-0.03", 1, "−0.03", "0.03"),
        ("0", 1, "0.0", "0.0"),
        ("-17.14", 1, "−17.1", "17.1"),
        ("0.4", 0, "+0.4", "0.4"),
    ],
)
def test_a_difference_is_never_shown_as_none(
    value: str, decimals: int, difference: str, distance: str
) -> None:
    """57.91 % against 57.94 %: both read 57.9 %, but one was missed."""
    assert formats.difference_text(Decimal(value), decimals) == difference
    assert formats.distance_text(Decimal(value), decimals) == distance


def test_a_limit_has_the_digits_it_has() -> None:
    """A cap of 1 is 100 %, one of 1.255 is 125.5 %."""
    shown = [formats.limit_number(Decimal(x), "").shown for x in ("1", "1.255", "0.995")]
    assert shown == ["100%", "125.5%", "99.5%"]
