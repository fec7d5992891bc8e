"""From rows to results: roll-up, targets, bases, breaks, report year, plan level."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.metrics import compute
from generator.metrics.formulas import FORMULAS
from generator.model import (
    Absent,
    Aggregation,
    Direction,
    Grade,
    IndicatorResult,
    Kind,
    MetricSettings,
    Number,
    Observation,
    PaceBand,
    PromotionProject,
    Reason,
    Review,
    SeriesBreak,
    Status,
    TimeBasis,
    Value,
    YearResult,
)
from tests.metrics.projects_made import Amount, decision, exact, indicator, project, row

NAMES = ("甲", "乙", "丙", "丁")


def result(rows: list[Observation], *decisions: object, **changed: object) -> IndicatorResult:
    """The only indicator of a project with these rows."""
    made = project(indicator(**changed), rows, decisions, societies=NAMES)  # type: ignore[arg-type]
    return compute(made).indicators[0]


def year_of(found: IndicatorResult, year: int) -> YearResult:
    return next(y for y in found.series if y.fiscal_year == year)


def raw(value: Value) -> object:
    """The exact value, or the reason."""
    return value.raw if isinstance(value, Number) else value.reason


# ---------------------------------------------------------------- roll-up


@settings(deadline=None)
@given(st.permutations([("甲", 3), ("乙", -5), ("丙", 0), ("丁", 11)]))
def test_sum_does_not_depend_on_the_order_of_rows(cells: list[tuple[str, int]]) -> None:
    """The federation's count is the exact sum of its societies."""
    found = result([row(2024, v, society=n) for n, v in cells])
    assert raw(found.series[0].actual) == 9


def test_missing_is_never_zero() -> None:
    """Three of four reported: a reference value without grade, rate, change or pace."""
    rows = [row(2023, 5, 5, society=n) for n in NAMES]
    rows += [row(2024, 6, 5, society=n) for n in NAMES[:3]] + [row(2024, None, 5, society="丁")]
    year = year_of(result(rows), 2024)
    assert raw(year.actual) == 18 and raw(year.target) == 20
    assert year.reference_only and year.grade is Grade.NONE and year.achieved is None
    assert {raw(year.achievement), raw(year.difference), raw(year.change)} == {Reason.LOW_COVERAGE}
    assert year.coverage is not None and year.coverage.missing == ("丁",)


def test_partial_sum_is_never_set_against_a_full_target() -> None:
    """Three of four is less than the whole, whatever coverage was declared to be enough."""
    rows = [row(2024, 6, 5, society=n) for n in NAMES[:3]] + [row(2024, None, 5, society="丁")]
    year = result(rows, min_coverage=Decimal("0.75")).series[0]
    assert year.reference_only and raw(year.achievement) is Reason.LOW_COVERAGE


def test_declared_coverage_is_enough_for_a_ratio() -> None:
    """min_coverage 0.75 judges a ratio of three of four."""
    rows = [row(2024, None, 50, society=n, parts=(6, 10)) for n in NAMES[:3]]
    rows.append(row(2024, None, 50, society="丁"))
    declared = {"min_coverage": Decimal("0.75"), "unit": "%", "kind": Kind.RATE}
    year = result(rows, aggregation=Aggregation.RATIO_OF_SUMS, **declared).series[0]
    assert not year.reference_only and raw(year.achievement) == Fraction(60, 50)


def test_not_applicable_is_not_missing() -> None:
    """A society that cannot have the thing is left out of the societies concerned."""
    rows = [row(2024, 6, 5, society=n) for n in NAMES[:3]]
    rows.append(row(2024, society="丁", status=Status.NOT_APPLICABLE))
    year = result(rows).series[0]
    assert year.coverage is not None and (year.coverage.reported, year.coverage.concerned) == (3, 3)
    assert year.coverage.total == 4 and raw(year.achievement) == Fraction(18, 15)


def test_ratio_of_sums_is_not_the_mean_of_ratios() -> None:
    """1/2 and 9/10 are 10/12, not 70 %; a society without anyone counts as reported."""
    rows = [row(2024, society=n, parts=p) for n, p in (("甲", (1, 2)), ("乙", (9, 10)), ("丙", (0, 0)))]
    found = result(rows, aggregation=Aggregation.RATIO_OF_SUMS, kind=Kind.RATE, unit="%", decimals=1)
    assert raw(found.series[0].actual) == Fraction(1000, 12)
    assert found.by_society[2].series[0].actual == Absent(Reason.ZERO_DENOMINATOR)
    assert found.series[0].coverage is not None and found.series[0].coverage.reported == 3


def test_count_true_counts_ones_among_those_who_reported() -> None:
    """A missing answer is not a no."""
    rows = [row(2024, v, society=n) for n, v in zip(NAMES, (1, 0, 1, None), strict=True)]
    year = result(rows, aggregation=Aggregation.COUNT_TRUE).series[0]
    assert raw(year.actual) == 2 and year.reference_only


def test_provisional_spreads_upwards() -> None:
    """One provisional society makes the federation's value provisional."""
    rows = [row(2024, 1, society="甲"), row(2024, 1, society="乙", status=Status.PROVISIONAL)]
    year = result(rows).series[0]
    assert year.provisional and year.status is Status.PROVISIONAL


def test_categories_never_make_a_total() -> None:
    """Rows with a dimension stay in the breakdown."""
    rows = [row(2024, 3, dims=(("kind", "バラ"),)), row(2024, 4, dims=(("kind", "ユリ"),)), row(2024, 9)]
    found = result(rows)
    assert raw(found.series[0].actual) == 9
    assert [raw(r.series[0].actual) for r in found.breakdowns[0].rows] == [3, 4]


def test_mean_of_projects_is_capped_and_counts_the_excluded() -> None:
    """Mean of min(rate, cap) with n, n excluded, median and uncapped mean beside it."""

    def one(i: int, way: Direction, target: Amount, actual: Amount) -> PromotionProject:
        return PromotionProject(
            f"P{i}", "", "甲", 2024, "", "", way, exact(target), exact(actual), None, "", False, "p.csv", i
        )

    listed = (
        one(1, Direction.INCREASE, 100, 300),
        one(2, Direction.INCREASE, 100, 50),
        one(3, Direction.DECREASE, 10, 30),
        one(4, Direction.INCREASE, None, 8),
    )
    about = indicator(aggregation=Aggregation.MEAN_OF_PROJECTS, unit="%", decimals=1)
    year = compute(project(about, societies=NAMES, projects=listed)).indicators[0].series[0]
    extra = {name: raw(v) for name, v in year.extra}
    assert raw(year.actual) == 50
    assert (extra["n"], extra["n_excluded"], extra["median"]) == (3, 1, 50)
    assert extra["uncapped_mean"] == Fraction(350, 3)


# ---------------------------------------------------------------- targets


def test_judged_against_the_target_in_force() -> None:
    """The newest decision on or before the first day judges; the newest of all stands beside it."""
    found = result(
        [row(2024, 90)],
        decision(2024, 80, "2023-03-01"),
        decision(2024, 100, "2024-04-01", line=3),
        decision(2024, 60, "2024-10-01", line=4),
    )
    year = found.series[0]
    assert raw(year.target) == 100 and year.target_revised is not None and year.target_revised.raw == 60
    assert [(h.judged, h.latest) for h in found.history] == [(False, False), (True, False), (False, True)]


def test_target_decided_too_late_still_judges_when_it_is_the_only_one() -> None:
    """Without a decision before the year the earliest one judges."""
    found = result([row(2024, 90)], decision(2024, 100, "2024-06-01"), decision(2024, 80, "2024-09-01"))
    assert raw(found.series[0].target) == 100


def test_decided_target_beats_the_sum_of_societies() -> None:
    """data/targets.csv beats the societies' own targets."""
    rows = [row(2024, 5, 5, society=n) for n in NAMES]
    assert raw(result(rows, decision(2024, 22)).series[0].target) == 22
    assert raw(result(rows).series[0].target) == 20


def test_partial_targets_are_no_target() -> None:
    """A federation's target needs a target of every society concerned."""
    rows = [row(2024, 5, 5 if n != "甲" else None, society=n) for n in NAMES]
    year = result(rows).series[0]
    assert year.target == year.achievement == Absent(Reason.INCOMPLETE_TARGETS)


@pytest.mark.parametrize(
    ("targets", "found"),
    [((50, 50), Decimal(50)), ((50, 80), Fraction(50 * 2 + 80 * 10, 12))],
)
def test_target_of_a_rate(targets: tuple[int, int], found: object) -> None:
    """The common value, else weighted by the denominators."""
    rows = [
        row(2024, society=n, target=t, parts=(1, d)) for n, t, d in zip(NAMES, targets, (2, 10), strict=False)
    ]
    year = result(rows, aggregation=Aggregation.RATIO_OF_SUMS, unit="%").series[0]
    assert raw(year.target) == found


# ---------------------------------------------------------------- years, bases, breaks


def test_future_years_are_not_due() -> None:
    """A year after everything reported waits; an empty year before is not reported."""
    found = result([row(2022, 1), row(2023), row(2024, 3)], decision(2026, 9))
    assert [y.status for y in found.series] == [
        Status.REPORTED,
        Status.NOT_REPORTED,
        Status.REPORTED,
        Status.NOT_DUE,
    ]


def test_running_sum_against_a_cumulative_target() -> None:
    """Annual actuals are added from the year after the baseline; a gap gives no figure."""
    bases = {"time_basis": TimeBasis.FLOW, "target_basis": TimeBasis.CUMULATIVE, "baseline_year": 2021}
    rows = [row(2021, 99), row(2022, 100), row(2023, 50), row(2024, 30, 360)]
    assert raw(year_of(result(rows, **bases), 2024).achievement) == Fraction(1, 2)
    gap = result([rows[0], rows[1], rows[3]], **bases)
    assert year_of(gap, 2024).achievement == Absent(Reason.INCOMPLETE_YEARS)


def test_other_bases_are_not_mixed() -> None:
    """A stock is not set against an annual target."""
    found = result([row(2024, 5, 5)], time_basis=TimeBasis.STOCK)
    assert found.series[0].achievement == Absent(Reason.MIXED_BASES)
    assert found.series[0].grade is Grade.NONE


def test_no_change_across_a_break() -> None:
    """Values before and after a series break are not compared, nor is a pace drawn across."""
    found = result(
        [row(2023, 5), row(2024, 50, 40)],
        decision(2028, 80),
        baseline_year=2023,
        breaks=(SeriesBreak(2024, "新しい数え方"),),
    )
    year = year_of(found, 2024)
    assert year.breaks_here and year.change == Absent(Reason.SERIES_BREAK)
    assert year.pace.band is PaceBand.NOT_ASSESSABLE and raw(year.achievement) == Fraction(5, 4)


def test_final_target_equal_to_the_baseline_is_to_be_maintained() -> None:
    """No way to go: kept or not kept, without figures."""
    for actual, band in ((10, PaceBand.MAINTAINED), (9, PaceBand.NOT_MAINTAINED)):
        found = result([row(2023, 10), row(2024, actual)], decision(2028, 10), baseline_year=2023)
        assert year_of(found, 2024).pace.band is band
        assert year_of(found, 2024).pace.pace == Absent(Reason.FINAL_EQUALS_BASELINE)


def test_pace_to_zero() -> None:
    """direction zero: (b − a) ÷ b of the way, without a target row."""
    found = result([row(2023, 10), row(2024, 6)], direction=Direction.ZERO, baseline_year=2023)
    assert raw(year_of(found, 2024).pace.progress) == Fraction(2, 5)
    assert raw(year_of(found, 2024).pace.pace) == 2


def test_not_carried_out_is_grade_e() -> None:
    """未実施 is E, not a missing value."""
    year = result([row(2024, status=Status.NOT_CARRIED_OUT, target=5)]).series[0]
    assert year.grade is Grade.E and year.actual == Absent(Reason.NOT_CARRIED_OUT)


def test_direction_none_has_neither_target_nor_grade() -> None:
    """Value and change only."""
    year = result([row(2023, 4), row(2024, 5, 9)], direction=Direction.NONE).series[1]
    assert year.target == year.achievement == Absent(Reason.NO_DIRECTION)
    assert year.grade is Grade.NONE and raw(year.change) == 1


def test_periods_of_one_year_stay_apart() -> None:
    """Several points of a year are kept, sorted by their label, each compared with its own kind."""
    rows = [
        row(2024, 4, period="b"),
        row(2024, 3, period="a"),
        row(2023, 1, period="a"),
        row(2023, 2, period="b"),
    ]
    found = result(rows, direction=Direction.NONE)
    assert [(y.fiscal_year, y.period) for y in found.series] == [
        (2023, "a"),
        (2023, "b"),
        (2024, "a"),
        (2024, "b"),
    ]
    assert [raw(y.change) for y in found.series[2:]] == [2, 2]


# ---------------------------------------------------------------- report year, reviews, plan


def test_report_year_needs_half_of_the_indicators() -> None:
    """One of three in 2025 is too few; the indicator ahead still shows the report year."""
    rows = [row(y, 1, 1, id=i) for i in "ABC" for y in (2023, 2024)] + [row(2025, 2, 1, id="A")]
    found = compute(project(tuple(indicator(i) for i in "ABC"), rows))
    assert found.report_year == 2024
    assert found.of("A").current is not None and found.of("A").current.fiscal_year == 2024  # type: ignore[union-attr]


def test_missed_year_asks_for_its_review() -> None:
    """Below B without 理由 and 次の一手; written, it is attached and asks no more."""
    about, rows = indicator(), [row(2024, 5, 10)]
    assert compute(project(about, rows)).indicators[0].needs_review
    review = Review(2024, "X", "雨", "苗を増やす", "", None)
    found = compute(project(about, rows, reviews=(review,))).indicators[0]
    assert not found.needs_review and found.review is review


def test_plan_level_keeps_three_numbers_apart() -> None:
    """2 of 3 assessed met, 3 of 4 assessed, rates capped at 100 % and floored at 0."""
    rows = [
        row(2024, 30, 10, id="A"),
        row(2024, 10, 10, id="B"),
        row(2024, -5, 10, id="C"),
        row(2024, None, 10, id="D"),
    ]
    whole = compute(project(tuple(indicator(i) for i in "ABCD"), rows)).overall
    assert (whole.total, whole.assessed, whole.achieved, whole.rates) == (4, 3, 2, 3)
    shares = (whole.achieved_share, whole.mean_rate, whole.coverage_share, whole.low, whole.high)
    assert [raw(v) for v in shares] == [
        Fraction(2, 3),
        Fraction(2, 3),
        Fraction(3, 4),
        Fraction(1, 2),
        Fraction(3, 4),
    ]
    assert dict(whole.grades)[Grade.A] == 2 and dict(whole.grades)[Grade.NONE] == 1


def test_weights_are_used_and_printed() -> None:
    """Declared weights count and stand beside the number."""
    rows = [row(2024, 10, 10, id="A"), row(2024, 5, 10, id="B")]
    made = project((indicator("A"), indicator("B")), rows, settings=MetricSettings(weights={"A": Decimal(3)}))
    whole = compute(made).overall
    assert raw(whole.achieved_share) == Fraction(3, 4) and dict(whole.weights) == {"A": 3, "B": 1}


def test_every_working_names_a_formula_and_its_inputs() -> None:
    """The method page is generated from FORMULAS, so no working may know others."""
    ways = [d for d in Direction if d is not Direction.NONE]
    abouts = tuple(
        indicator(
            w.value.upper(), direction=w, baseline_year=2022, range_low=Decimal(1), range_high=Decimal(9)
        )
        for w in ways
    )
    rows = [
        row(y, y - 2016, 7, society=n, id=i.id) for i in abouts for y in (2022, 2023, 2024) for n in NAMES
    ]
    found = compute(project(abouts, rows, societies=NAMES))
    done = [w for r in found.indicators for y in r.series for w in y.workings] + list(found.overall.workings)
    assert {"sum", "pace.linear", "met.range", "plan.high"} <= {w.formula for w in done}
    for working in done:
        names = tuple(name for name, _ in working.inputs)
        assert set(names) <= set(FORMULAS[working.formula]), working.formula
