"""Which cells may be published (metrics: surveys; contract: suppressed).

A cell is hidden when its row says so, when fewer people than the limit stand behind it, or
when publishing it would give away a hidden one. Cells of one year form equations (a total is
the sum of its parts); a hidden cell that the published ones determine is no longer hidden, so
further cells are taken out until none is determined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.metrics.point import Point
from generator.model import Exact, Indicator, Kind

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """`total` is the sum of `members` (of their values, or of both parts of a ratio)."""

    total: Key
    members: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What anyone knows of a cell: not below `low`, not above `high`."""

    low: Exact | None = None
    high: Exact | None = None


def limit_of(indicator: Indicator, default: int) -> int | None:
    """Smallest publishable denominator or count; surveys always have one."""
    if indicator.suppress_below is not None:
        return indicator.suppress_below
    return default if indicator.kind is Kind.SURVEY else None


def too_small(point: Point, limit: int | None) -> bool:
    """Fewer than `limit` people: of the denominator where there is one, else of the count.

    A count of zero says nothing about anyone and stays; a denominator of zero has no value.
    """
    if limit is None or point.actual is None:
        return False
    if point.denominator is not None:
        return point.denominator < limit
    return 0 < abs(Fraction(point.actual)) < limit


def determined(hidden: Iterable[Key], relations: Sequence[Relation]) -> set[Key]:
    """Hidden cells whose value follows from the published ones (exact elimination)."""
    unknown = sorted(hidden)
    columns = {key: i for i, key in enumerate(unknown)}
    rows = [row for row in (equation(r, columns) for r in relations) if any(row)]
    return {unknown[only] for only in single_columns(reduced(rows, len(unknown)))}


def equation(relation: Relation, columns: Mapping[Key, int]) -> list[Fraction]:
    """Coefficients of the hidden cells in Σ members − total = known."""
    row = [Fraction(0)] * len(columns)
    for key in relation.members:
        if key in columns:
            row[columns[key]] += 1
    if relation.total in columns:
        row[columns[relation.total]] -= 1
    return row


def reduced(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    """Reduced row echelon form."""
    done = 0
    for column in range(width):
        pivot = next((i for i in range(done, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        head = rows[done][column]
        rows[done] = [x / head for x in rows[done]]
        for i, row in enumerate(rows):
            if i != done and row[column]:
                factor = row[column]
                rows[i] = [x - factor * y for x, y in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]


def single_columns(rows: Iterable[Sequence[Fraction]]) -> list[int]:
    """Columns that stand alone in a row: those unknowns are determined."""
    places = ([i for i, x in enumerate(row) if x] for row in rows)
    return [p[0] for p in places if len(p) == 1]


def pinned(relation: Relation, hidden: set[Key], points: Mapping[Key, Point], bounds: Bounds) -> bool:
    """Whether the known bounds alone fix the hidden parts: all at their lowest (hidden counts
    that add up to nothing are all zero) or all at their highest (100 % of all)."""
    parts = [points[k] for k in relation.members if k in hidden]
    if not parts or relation.total in hidden:
        return False
    return all(at_bound(p, bounds, low=True) for p in parts) or all(
        at_bound(p, bounds, low=False) for p in parts
    )


def at_bound(point: Point, bounds: Bounds, *, low: bool) -> bool:
    """Whether a cell stands at the lowest or highest value it can have."""
    if point.numerator is not None and point.denominator is not None:
        return point.numerator == (0 if low else point.denominator)
    edge = bounds.low if low else bounds.high
    return edge is not None and point.actual is not None and Fraction(point.actual) == Fraction(edge)


def size(point: Point) -> tuple[bool, Fraction]:
    """Order in which published cells are given up: smallest first, zeros last."""
    value = point.denominator if point.denominator is not None else point.actual
    amount = abs(Fraction(value or 0))
    return amount == 0, amount


def closed(
    hidden: Iterable[Key],
    points: Mapping[Key, Point],
    relations: Sequence[Relation],
    bounds: Bounds,
    limit: int | None = None,
    sealed: frozenset[Key] = frozenset(),
) -> set[Key]:
    """`hidden` and the cells that must go with them.

    `sealed` are cells that no page shows anyway (an indicator kept at federation level): their
    total may not be a single one of them, but may be zero or everything.
    """
    gone = {k for k in hidden if k in points}
    live = [Relation(r.total, tuple(m for m in r.members if m in points)) for r in relations]
    while True:
        weak = weakest(gone, points, live, bounds, limit, sealed)
        if weak is None:
            return gone
        more = next_victim(weak, gone, points, live, bounds)
        if more is None:
            return gone
        gone.add(more)


def weakest(
    gone: set[Key],
    points: Mapping[Key, Point],
    relations: Sequence[Relation],
    bounds: Bounds,
    limit: int | None,
    sealed: frozenset[Key],
) -> Relation | None:
    """The first relation that gives a hidden cell away, None when all hold."""
    known = determined(gone, relations)
    for relation in relations:
        cells = {relation.total, *relation.members}
        if cells & known:
            return relation
        if any(m in sealed for m in relation.members):
            continue
        if pinned(relation, gone, points, bounds) or few(relation, gone, points, limit):
            return relation
    return None


def few(relation: Relation, gone: set[Key], points: Mapping[Key, Point], limit: int | None) -> bool:
    """Whether the hidden parts together are still fewer than the limit, while others are shown."""
    parts = [points[k] for k in relation.members if k in gone]
    if limit is None or not parts or len(parts) == len(relation.members) or relation.total in gone:
        return False
    return sum((size(p)[1] for p in parts), Fraction(0)) < limit


def next_victim(
    weak: Relation,
    gone: set[Key],
    points: Mapping[Key, Point],
    relations: Sequence[Relation],
    bounds: Bounds,
) -> Key | None:
    """The next cell to hide: the smallest published part of the weak relation that helps, else
    its total, else a part of a neighbouring relation."""
    parts = [m for m in weak.members if m not in gone]
    if pinned(weak, gone, points, bounds):
        at_low = all(at_bound(points[m], bounds, low=True) for m in weak.members if m in gone)
        parts = [m for m in parts if not at_bound(points[m], bounds, low=at_low)]
    if parts:
        return min(parts, key=lambda m: (size(points[m]), m))
    if weak.total in points and weak.total not in gone:
        return weak.total
    near = [r for r in relations if {weak.total, *weak.members} & {r.total, *r.members}]
    spare = {k for r in near for k in (*r.members, r.total) if k in points and k not in gone}
    return min(spare, key=lambda m: (size(points[m]), m)) if spare else None
