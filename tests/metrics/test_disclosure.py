"""What a reader with pencil and paper could work out: no hidden cell may have one possible value.

The attacker knows every published total, society and category, that counts are not below the
declared minimum nor above the declared maximum, and that categories add up to their total.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.metrics import compute
from generator.model import (
    Absent,
    Aggregation,
    Direction,
    IndicatorResult,
    Kind,
    Number,
    Observation,
    PromotionProject,
    Reason,
    Status,
    YearResult,
)
from tests.metrics.projects_made import indicator, project, row

NAMES = tuple("甲乙丙")
CATEGORIES = ("a", "b")
Key = tuple[str, str]
"""Society and category; an empty name is the federation, an empty category the total."""
TOP = 4


def first(rows: Iterable[Observation], **changed: object) -> IndicatorResult:
    given_changes: dict[str, Any] = {"minimum": Decimal(0), **changed}
    return compute(project(indicator(**given_changes), list(rows), societies=NAMES)).indicators[0]


def hidden(year: YearResult) -> bool:
    return year.actual == Absent(Reason.SUPPRESSED)


def published(found: IndicatorResult) -> dict[Key, int]:
    """Every cell on a page."""
    years = {("", ""): found.series[0]}
    years |= {(s.society.name, ""): s.series[0] for s in found.by_society}
    years |= {("", r.categories[0][1]): r.series[0] for b in found.breakdowns for r in b.rows}
    return {k: int(y.actual.raw) for k, y in years.items() if isinstance(y.actual, Number)}


def tables(shape: Iterable[Key], highest: int) -> Iterator[dict[Key, int]]:
    """Every table of the same shape: rows by category, or a society's total where it has none."""
    leaves = sorted(shape)
    for values in itertools.product(range(highest + 1), repeat=len(leaves)):
        yield with_sums(dict(zip(leaves, values, strict=True)))


def with_sums(leaves: Mapping[Key, int]) -> dict[Key, int]:
    """Leaves, societies' totals, categories' totals, and the total."""
    sums: dict[Key, int] = dict(leaves)
    for (name, category), value in leaves.items():
        keys = [("", "")] if not category else [("", ""), (name, ""), ("", category)]
        for key in keys:
            sums[key] = sums.get(key, 0) + value
    return sums


TABLES = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(CATEGORIES)),
    st.integers(0, TOP),
    min_size=1,
    max_size=4,
)


@settings(max_examples=120, deadline=None)
@given(TABLES, st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)), st.booleans())
def test_no_marked_cell_has_one_possible_value(
    leaves: dict[Key, int], marked: set[str], marked_rows: set[str], bounded: bool
) -> None:
    """Societies and society rows by category that are marked keep at least two possible values."""
    table = with_sums(leaves)
    secret = {k for k in table if k[0] in marked and not k[1]}
    secret |= {k for k in leaves if k[0] in marked_rows}
    highest = max(1, *(table[k] for k in table if k[0]))
    rows = [
        row(
            2024,
            value,
            society=name,
            dims=(("x", category),) if category else (),
            status=Status.SUPPRESSED if (name, category) in secret else None,
        )
        for (name, category), value in table.items()
        if name
    ]
    maximum = Decimal(highest) if bounded else None
    shown = published(first(rows, dimensions=("x",), maximum=maximum))
    assert not secret & shown.keys()
    top = highest if bounded else TOP + 3
    possible: dict[Key, set[int]] = {k: set() for k in secret}
    for other in tables(leaves, min(top, TOP + 3)):
        within = all(v <= top for k, v in other.items() if k[0]) or not bounded
        if within and all(other[k] == v for k, v in shown.items()):
            for key in secret:
                possible[key].add(other[key])
    assert all(len(values) > 1 for values in possible.values()), (possible, shown)


def test_a_category_of_one_society_is_that_society() -> None:
    """The row 甲/a is marked; nobody else has an a: the category's total would be it."""
    rows = [row(2024, 7, society="甲", dims=(("x", "a"),), status=Status.SUPPRESSED)]
    rows += [row(2024, 5, society=n, dims=(("x", "b"),)) for n in "甲乙"]
    rows += [row(2024, 12, society="甲"), row(2024, 5, society="乙")]
    shown = published(first(rows, dimensions=("x",)))
    assert ("", "a") not in shown


def test_a_society_that_is_not_in_the_sum_hides_nobody() -> None:
    """乙 gives a percentage without parts: it is no part of the ratio of sums, so hiding it would
    not protect 甲; a society of the sum must go too."""
    about = {
        "aggregation": Aggregation.RATIO_OF_SUMS,
        "unit": "%",
        "kind": Kind.RATE,
        "min_coverage": Decimal(0),
    }
    rows = [
        row(2024, society="甲", parts=(3, 20), status=Status.SUPPRESSED),
        row(2024, 1, society="乙"),
        row(2024, society="丙", parts=(9, 30)),
    ]
    found = first(rows, **about)
    by_name = {s.society.name: s.series[0] for s in found.by_society}
    assert hidden(by_name["丙"]) or hidden(found.series[0])


def test_the_declared_maximum_gives_nothing_away() -> None:
    """No society can have more than 3; both hidden ones do, and the total says so."""
    rows = [row(2024, 3, society=n, status=Status.SUPPRESSED) for n in "甲乙"]
    assert hidden(first(rows, maximum=Decimal(3)).series[0])


def test_a_target_weighed_by_hidden_denominators_is_not_published() -> None:
    """The federation's target would be a second equation for the hidden denominators."""
    about = {"aggregation": Aggregation.RATIO_OF_SUMS, "kind": Kind.SURVEY, "unit": "%"}
    parts = {"甲": (3, 5), "乙": (8, 20), "丙": (9, 40)}
    rows = [row(2024, society=n, parts=p, target=50 + i) for i, (n, p) in enumerate(parts.items())]
    assert first(rows, **about).series[0].target == Absent(Reason.SUPPRESSED)
    same = [row(2024, society=n, parts=p, target=50) for n, p in parts.items()]
    assert isinstance(first(same, **about).series[0].target, Number)


def test_parts_of_a_typed_survey_add_up_too() -> None:
    """Nothing is rolled up, but numerators and denominators of the categories still add up."""
    about = {"aggregation": Aggregation.NONE, "kind": Kind.SURVEY, "unit": "%", "dimensions": ("x",)}
    rows = [row(2024, parts=(30, 50))]
    rows += [
        row(2024, parts=p, dims=(("x", c),)) for c, p in zip("abc", ((4, 6), (10, 20), (16, 24)), strict=True)
    ]
    found = first(rows, **about)
    gone = [r.categories[0][1] for b in found.breakdowns for r in b.rows if hidden(r.series[0])]
    assert gone == ["a", "b"] and isinstance(found.series[0].actual, Number)


def test_small_counts_that_must_all_be_one() -> None:
    """Zeros are shown, so hidden counts are at least 1: two of them in a total of 2 are 1 and 1."""
    found = first([row(2024, 1, society=n) for n in "甲乙"], suppress_below=10)
    assert hidden(found.series[0])
    wider = first([row(2024, n, society=s) for s, n in (("甲", 1), ("乙", 5))], suppress_below=10)
    assert isinstance(wider.series[0].actual, Number)


def test_category_of_one_society_of_a_federation_level_indicator() -> None:
    """public_by_society false: a category in which one society reports is not published."""
    rows = [row(2024, 7, society="甲", dims=(("x", "a"),))]
    rows += [row(2024, 5, society=n, dims=(("x", "b"),)) for n in NAMES]
    rows += [row(2024, 12, society="甲"), *(row(2024, 5, society=n) for n in "乙丙")]
    shown = published(first(rows, dimensions=("x",), public_by_society=False))
    assert ("", "a") not in shown and ("", "") in shown


def test_mean_of_one_societys_projects_stays_in_the_federation() -> None:
    """public_by_society false: a mean over the projects of a single society is that society's."""
    about = indicator(
        aggregation=Aggregation.MEAN_OF_PROJECTS, kind=Kind.DERIVED, unit="%", public_by_society=False
    )
    one = PromotionProject(
        "P1",
        "朝市",
        "甲",
        2024,
        "",
        "",
        Direction.INCREASE,
        Decimal(10),
        Decimal(9),
        None,
        "",
        False,
        "p.csv",
        2,
    )
    found = compute(project(about, societies=NAMES, projects=(one,))).indicators[0]
    assert hidden(found.series[0])
    assert found.by_society == ()
