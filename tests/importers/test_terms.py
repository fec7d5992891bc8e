"""The closed grammars of an Open SDG table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.open_sdg.terms import (
    SourceYear,
    counts_months,
    exact_number,
    observation_state,
    source_year,
    unit_text,
)
from generator.model import Status


@pytest.mark.parametrize(
    ("text", "year", "label", "part"),
    [
        ("2013", 2013, "", ""),
        ("2021.0", 2021, "", ""),
        ("2013/14", 2013, "2013/14", ""),
        ("2001/2002", 2001, "2001/2002", ""),
        ("2000-02", 2000, "2000-02", ""),
        ("2010/11–2012/13", 2010, "2010/11–2012/13", ""),
        ("2007/08 to 2008/09", 2007, "2007/08 to 2008/09", ""),
        ("2002/03-2007/08", 2002, "2002/03-2007/08", ""),
        ("17 May to 11 June 2023", 2023, "17 May to 11 June 2023", ""),
        ("1974a", 1974, "1974a", ""),
        ("2013 Q1", 2013, "2013 Q1", "Q1"),
        ("Q3 2013", 2013, "Q3 2013", "Q3"),
        ("2013M07", 2013, "2013M07", "M07"),
        ("Jan 2014", 2014, "Jan 2014", "Jan"),
        ("2014 H2", 2014, "2014 H2", "H2"),
        ("2014-03-01", 2014, "2014-03-01", ""),
        ("year ending March 2020", 2020, "year ending March 2020", ""),
    ],
)
def test_year_forms(text: str, year: int, label: str, part: str) -> None:
    """Each form that real repositories use gives its first year, its label, its part of a year."""
    assert source_year(text) == SourceYear(year, label, part)


@pytest.mark.parametrize(
    "text", ["", "13", "20133", "There is no data yet", "2013x4", "before 2013", "２０１３"]
)
def test_other_years_are_refused(text: str) -> None:
    """What is not in the grammar is no year; nothing is guessed."""
    assert source_year(text) is None


def test_months_or_spans_is_decided_for_the_whole_table() -> None:
    """2003-05 alone is 2003 to 2005; beside 2003-01 it is May."""
    assert not counts_months(["2003-05", "2004-06"])
    assert counts_months(["2003-01", "2003-05"])
    assert source_year("2003-05", months=True) == SourceYear(2003, "2003-05", "M05")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("19.0", "19.0"),
        ("2.64727169532e-05", "0.0000264727169532"),
        ("1E+3", "1000"),
        ("-3888.5613980000053", "-3888.5613980000053"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+7", "7"),
    ],
)
def test_numbers_keep_their_very_digits(text: str, exact: str) -> None:
    """No digit is lost or added; exponents are written out."""
    assert exact_number(text) == exact


@pytest.mark.parametrize(
    "text", ["", "1,234", "<5", "NaN", "inf", "1e999", "12%", "1_000", "0x10", "٣", "5 5", "1." + "1" * 80]
)
def test_other_values_are_refused(text: str) -> None:
    """A cell that may mean two things, or nothing, is not a number."""
    assert exact_number(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**9), max_value=10**9))
def test_any_decimal_survives(value: Decimal) -> None:
    """Whatever notation Python prints, the value stays equal."""
    exact = exact_number(str(value))
    assert exact is not None and Decimal(exact) == value and "E" not in exact


@pytest.mark.parametrize(
    ("text", "has_value", "status", "note", "is_break"),
    [
        ("Normal value", True, None, "", False),
        ("undefined", True, None, "", False),
        ("A", True, None, "", False),
        ("Estimated Value", True, None, "Estimated Value", False),
        ("estimate", True, None, "Estimated value", False),
        ("Provisional value", True, Status.PROVISIONAL, "", False),
        ("P", True, Status.PROVISIONAL, "", False),
        ("Missing value; suppressed", False, Status.SUPPRESSED, "", False),
        ("Q", True, Status.SUPPRESSED, "", False),
        ("Missing data", False, Status.NOT_REPORTED, "", False),
        ("Missing value", True, None, "Missing value", False),
        ("", False, Status.NOT_REPORTED, "", False),
        ("Low reliability; Time series break", True, None, "Low reliability; Time series break", True),
        ("Definition differs", False, Status.NOT_REPORTED, "Definition differs", False),
    ],
)
def test_observation_states(
    text: str, has_value: bool, status: Status | None, note: str, is_break: bool
) -> None:
    """Flags become states or notes; none is dropped, and a value is hidden only if suppressed."""
    found = observation_state(text, has_value)
    assert (found.status, found.note, found.is_break) == (status, note, is_break)


@pytest.mark.parametrize(
    ("names", "multiplier", "unit"),
    [
        (["Percentage (%)"], "Units", "%"),
        (["percentage (%)", ""], "Percentage (%)", "%"),
        (["Tonnes"], "Millions", "Tonnes (Millions)"),
        (["GBP (£ thousands)"], "Thousands", "GBP (£ thousands)"),
        (["Units", "Rate per 100,000 live births"], "Units", "Rate per 100,000 live births"),
        (["", ""], "Thousands", "Thousands"),
        (["USD"], "6", "USD (Millions)"),
        ([], "", ""),
    ],
)
def test_units_keep_their_multiplier(names: list[str], multiplier: str, unit: str) -> None:
    """The multiplier stands in the unit, once; generic words such as Units say nothing."""
    assert unit_text(names, multiplier) == unit
