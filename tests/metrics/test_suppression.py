"""No hidden cell can be found from what is published."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.metrics import compute
from generator.model import (
    Absent,
    Aggregation,
    IndicatorResult,
    Kind,
    Number,
    Observation,
    Reason,
    Status,
    YearResult,
)
from tests.metrics.projects_made import indicator, project, row

NAMES = tuple("甲乙丙丁戊己")


def rank(rows: list[list[Fraction]]) -> int:
    """Rank of a small matrix."""
    left = [list(r) for r in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((r for r in left[found:] if r[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for i in range(found + 1, len(left)):
            factor = left[i][column] / pivot[column]
            left[i] = [a - factor * b for a, b in zip(left[i], pivot, strict=True)]
        found += 1
    return found


def solvable(sums: list[tuple[str, list[str]]], hidden: set[str]) -> set[str]:
    """Hidden cells that the sums determine: adding the cell itself raises no rank."""
    order = sorted(hidden)
    rows = [[Fraction((c in parts) - (c == total)) for c in order] for total, parts in sums]
    return {
        c
        for i, c in enumerate(order)
        if rank([*rows, [Fraction(j == i) for j in range(len(order))]]) == rank(rows)
    }


def first(rows: list[Observation], **changed: object) -> IndicatorResult:
    return compute(project(indicator(minimum=0, **changed), rows, societies=NAMES)).indicators[0]


def is_hidden(year: YearResult) -> bool:
    return year.actual == Absent(Reason.SUPPRESSED)


CELLS = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(CELLS, st.sampled_from([Aggregation.SUM, Aggregation.COUNT_TRUE]), st.none() | st.integers(1, 10))
def test_societies_cannot_be_found_by_subtraction(
    cells: list[tuple[int, bool]], how: Aggregation, limit: int | None
) -> None:
    """Hidden societies are not determined by the total, nor by being all zero or all one."""
    values = [v if how is Aggregation.SUM else v % 2 for v, _ in cells]
    rows = [
        row(2024, v, society=n, status=Status.SUPPRESSED if hide else None)
        for n, v, (_, hide) in zip(NAMES, values, cells, strict=False)
    ]
    found = first(rows, aggregation=how, suppress_below=limit)
    own = {s.society.name: s.series[0] for s in found.by_society}
    hidden = {n for n, y in own.items() if is_hidden(y)}
    asked = {n for n, (_, hide) in zip(NAMES, cells, strict=False) if hide}
    assert asked <= hidden
    if is_hidden(found.series[0]):
        return
    assert not solvable([("total", list(own))], hidden)
    kept = [v for n, v in zip(NAMES, values, strict=False) if n in hidden]
    assert not kept or any(kept)
    assert not (how is Aggregation.COUNT_TRUE and kept and all(kept))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=9, max_size=9))
def test_crossings_cannot_be_solved(cells: list[tuple[int, bool]]) -> None:
    """Two crossed dimensions with their margins and the total: hidden cells stay unknown."""
    sexes, ages = ("男", "女", "他"), ("若", "中", "老")
    grid = {(s, a): cells[3 * i + j] for i, s in enumerate(sexes) for j, a in enumerate(ages)}
    rows = [row(2024, sum(v for v, _ in cells))]
    for (s, a), (v, hide) in grid.items():
        mark = Status.SUPPRESSED if hide else None
        rows.append(row(2024, v, dims=(("age", a), ("sex", s)), status=mark))
    rows += [row(2024, sum(grid[s, a][0] for a in ages), dims=(("sex", s),)) for s in sexes]
    rows += [row(2024, sum(grid[s, a][0] for s in sexes), dims=(("age", a),)) for a in ages]
    found = first(rows, dimensions=("age", "sex"))
    shown = {"/".join(c for _, c in r.categories): r.series[0] for b in found.breakdowns for r in b.rows}
    shown["total"] = found.series[0]
    hidden = {k for k, y in shown.items() if is_hidden(y)}
    sums = [(s, [f"{a}/{s}" for a in ages]) for s in sexes]
    sums += [(a, [f"{a}/{s}" for s in sexes]) for a in ages]
    sums += [("total", list(sexes)), ("total", list(ages))]
    assert not solvable(sums, hidden)


def test_nothing_of_a_hidden_year_is_published() -> None:
    """Rate, difference, change, grade, parts and next year's change would give the value away."""
    about = {"aggregation": Aggregation.RATIO_OF_SUMS, "kind": Kind.SURVEY, "unit": "%"}
    rows = [
        row(y, society=n, target=50, parts=(a, b))
        for y in (2023, 2024)
        for n, a, b in (("甲", 3, 5 if y == 2023 else 30), ("乙", 8, 20), ("丙", 9, 40))
    ]
    found = first(rows, **about)
    by_name = {s.society.name: s.series for s in found.by_society}
    first_year, next_year = by_name["甲"]
    for value in (first_year.actual, first_year.achievement, first_year.difference, first_year.change):
        assert value == Absent(Reason.SUPPRESSED)
    assert first_year.numerator == first_year.denominator == Absent(Reason.SUPPRESSED)
    assert first_year.grade_reason is Reason.SUPPRESSED and first_year.achieved is None
    assert next_year.change == next_year.in_year_progress == Absent(Reason.SUPPRESSED)
    assert is_hidden(by_name["乙"][0]) and not is_hidden(by_name["丙"][0])
    assert isinstance(found.series[0].actual, Number)


def test_single_society_hides_the_total() -> None:
    """With one society the total is the society."""
    found = first([row(2024, 7, society="甲", status=Status.SUPPRESSED)])
    assert is_hidden(found.series[0]) and found.series[0].status is Status.SUPPRESSED


def test_hidden_total_is_not_the_sum_of_what_is_shown() -> None:
    """A survey of fewer than ten people in all hides total and parts together."""
    about = {"aggregation": Aggregation.RATIO_OF_SUMS, "kind": Kind.SURVEY, "unit": "%"}
    found = first([row(2024, society=n, parts=(1, 3)) for n in "甲乙丙"], **about)
    assert is_hidden(found.series[0])
    assert all(is_hidden(s.series[0]) for s in found.by_society)


def test_federation_level_indicator_shows_no_society() -> None:
    """public_by_society false: no society anywhere, and no total that is a single society's."""
    two = first([row(2024, 7, society="甲"), row(2024, 5, society="乙")], public_by_society=False)
    assert two.by_society == () and isinstance(two.series[0].actual, Number)
    one = first([row(2024, 7, society="甲")], public_by_society=False)
    assert is_hidden(one.series[0])


def test_zero_total_of_a_federation_level_indicator_is_shown() -> None:
    """No case anywhere is what such an indicator is there to say."""
    found = first([row(2024, 0, society="甲"), row(2024, 0, society="乙")], public_by_society=False)
    assert isinstance(found.series[0].actual, Number)
