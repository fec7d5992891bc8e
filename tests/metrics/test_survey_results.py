"""A survey of a project: pooled, gated, and the same numbers as its indicator."""

from __future__ import annotations

from dataclasses import replace

from generator.metrics import compute
from generator.model import Absent, Grade, Number, Reason, SeriesBreak, Value, YearResult
from generator.model_impact import SurveyArea, SurveyResult
from tests.metrics.projects_made import decision
from tests.metrics.test_survey_cells import returned, surveyed

FEW = {"population": 2739, "sent": 2739}


def first(*returns: object, **changed: object) -> tuple[SurveyResult, YearResult]:
    made = surveyed(returns, **changed)  # type: ignore[arg-type]
    results = compute(replace(made, targets=(decision(2024, 70, id="Q1"),)))
    return results.surveys[0], results.indicators[0].series[0]


def text(value: Value) -> str:
    assert isinstance(value, Number), value
    return value.shown


def area(found: SurveyResult) -> SurveyArea:
    return found.years[0].federation


def test_below_the_gate_is_reference_only() -> None:
    """V59: 29.5 % answered: 参考値, no grade, no interval, bounds 22–93 %."""
    found, year = first(returned("Q1", None, (606, 152, 50), **FEW), decimals=1)
    assert text(area(found).response_rate) == "29.5%" and area(found).passes is False
    assert (text(area(found).at_least), text(area(found).at_most)) == ("22.1%", "92.6%")
    assert area(found).low == area(found).high == Absent(Reason.LOW_RESPONSE)
    assert year.reference_only and year.grade is Grade.NONE and year.achieved is None
    assert year.grade_reason is Reason.LOW_RESPONSE and text(year.actual) == "75.0%"


def test_at_the_gate_it_is_judged_and_has_an_interval() -> None:
    """V57: 61 of 75 of 415; the interval reads like the indicator's own percentage."""
    found, year = first(returned("Q1", None, (61, 10, 4), population=415, sent=100), decimals=1)
    assert (text(area(found).low), text(area(found).high)) == ("72.1%", "88.0%")
    assert year.grade is Grade.A and not year.reference_only


def test_the_share_is_the_indicators_value() -> None:
    """One number, one string: blanks are out of it, undecided answers are in it."""
    found, year = first(returned("Q1", "甲", (30, 20, 10), 7), returned("Q1", "乙", (10, 20, 12), 1))
    assert isinstance(year.actual, Number) and isinstance(area(found).share, Number)
    assert text(area(found).share) == year.actual.shown and area(found).share.raw == year.actual.raw
    assert text(area(found).answered) == "102" and text(area(found).valid) == "110"
    assert [text(a.count) for a in area(found).answers] == ["40", "40", "22"]


def test_a_year_below_the_gate_is_not_compared_with() -> None:
    """Neither change nor in-year progress is made from a 参考値."""
    low = replace(returned("Q1", None, (606, 152, 50), **FEW), fiscal_year=2023)
    results = compute(surveyed([low, returned("Q1", None, (61, 10, 4))]))
    assert results.indicators[0].series[1].change == Absent(Reason.LOW_RESPONSE)


def test_other_answers_are_a_break() -> None:
    """So are other words, which only `breaks` can tell."""
    before = replace(returned("Q1", None, (61, 10, 4)), fiscal_year=2023)
    same = compute(surveyed([before, returned("Q1", None, (60, 11, 4))])).surveys[0]
    assert [y.breaks_here for y in same.years] == [False, False]
    declared = surveyed(
        [before, returned("Q1", None, (60, 11, 4))], breaks=(SeriesBreak(2024, "新しい問い"),)
    )
    assert compute(declared).surveys[0].years[1].breaks_here
    fewer = returned("Q1", None, (60, 11, 4))
    other = replace(fewer, answers=fewer.answers[:2], valid=71)
    assert compute(surveyed([before, other])).surveys[0].years[1].breaks_here


def test_every_number_has_its_own_address() -> None:
    """Below the indicator's document, in the shape of the result."""
    found, _ = first(returned("Q1", "甲", (30, 20, 10)), returned("Q1", "乙", (10, 20, 12)))
    year = found.years[0]
    base = "api/v1/indicators/Q1.json#/surveys/0"
    assert isinstance(year.federation.share, Number) and isinstance(year.societies[1].valid, Number)
    assert year.federation.share.src == f"{base}/federation/share"
    assert year.societies[1].valid.src == f"{base}/societies/1/valid"
