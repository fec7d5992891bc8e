"""Which cells may be published (metrics: surveys; contract: suppressed).

A cell is hidden when its row says so, when fewer people than the limit stand behind it, or
when publishing it would give away a hidden one. Cells of one year form equations (a total is
the sum of its parts); a hidden cell that the published ones determine, or that they leave only
one possible value, is no longer hidden, so further cells are taken out until none is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.metrics import intervals
from generator.metrics.intervals import Span
from generator.metrics.point import Point
from generator.model import Exact, Indicator, Kind

Key = tuple[str, ...]
Row = dict[Key, Fraction]


@dataclass(frozen=True, slots=True)
class Relation:
    """`total` is the sum of `members` (of their values, or of both parts of a ratio)."""

    total: Key
    members: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return (*self.members, self.total)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's value or parts, and what anyone knows of it: not below `low`, not above `high`."""

    value: Fraction
    numerator: Exact | None = None
    denominator: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    small: bool = False

    @property
    def size(self) -> Fraction:
        """People behind the cell, else the size of its value."""
        return abs(Fraction(self.denominator if self.denominator is not None else self.value))


@dataclass(frozen=True, slots=True)
class Table:
    """All cells of one year that have a value.

    `hidden` may not be published. `unseen` are on no page anyway; those of them that are not
    hidden need no protection. `sealed` are on no page either and must not be told apart, but may
    be known to be all nothing or all everything (an indicator kept at federation level).
    """

    cells: Mapping[Key, Cell]
    relations: Sequence[Relation]
    hidden: frozenset[Key]
    unseen: frozenset[Key] = frozenset()
    sealed: frozenset[Key] = frozenset()
    limit: int | None = None


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


def closed(table: Table) -> set[Key]:
    """Every cell of the table that may not be published: the hidden ones, and those that must
    go with them."""
    gone = {*table.hidden, *table.unseen}
    while True:
        exposed = given_away(table, gone)
        more = next_victim(table, gone, exposed) if exposed else None
        if more is None:
            return gone - (table.unseen - table.hidden)
        gone.add(more)


def given_away(table: Table, gone: set[Key]) -> dict[Key, int]:
    """Cells that should be secret and are not: −1, 1 where the bounds fix them at their lowest
    or highest, else 0."""
    secret = gone - (table.unseen - table.hidden)
    found = dict.fromkeys(secret & determined(gone, table.relations), 0)
    if found:
        return found
    found = {k: side for k, side in squeezed(table, gone).items() if k in secret - table.sealed}
    if found:
        return found
    open_ = [r for r in table.relations if not table.sealed & set(r.members)]
    return {m: 0 for r in open_ if few(r, table, gone) for m in r.members if m in gone}


def determined(gone: Iterable[Key], relations: Sequence[Relation]) -> set[Key]:
    """Hidden cells whose value follows from the published ones (exact elimination)."""
    unknown = set(gone)
    rows = [row for row in (equation(r, unknown) for r in relations) if row]
    return {next(iter(row)) for row in reduced(rows) if len(row) == 1}


def equation(relation: Relation, unknown: set[Key]) -> Row:
    """Coefficients of the hidden cells in Σ members − total = known."""
    row: Row = {key: Fraction(1) for key in relation.members if key in unknown}
    if relation.total in unknown:
        row[relation.total] = row.get(relation.total, Fraction(0)) - 1
    return row


def reduced(rows: Iterable[Row]) -> list[Row]:
    """Reduced row echelon form of sparse rows; pivots in the order of the rows."""
    done: dict[Key, Row] = {}
    for given in rows:
        row = given
        for pivot in [k for k in given if k in done]:
            row = without(row, pivot, done[pivot])
        if not row:
            continue
        pivot = min(row)
        row = {k: x / row[pivot] for k, x in row.items()}
        done = {p: without(r, pivot, row) if pivot in r else r for p, r in done.items()}
        done[pivot] = row
    return list(done.values())


def without(row: Row, pivot: Key, by: Row) -> Row:
    """`row` with its `pivot` eliminated by a row that begins with 1 there."""
    factor = row[pivot]
    found = {k: row.get(k, Fraction(0)) - factor * by.get(k, Fraction(0)) for k in {**row, **by}}
    return {k: x for k, x in found.items() if x}


def squeezed(table: Table, gone: set[Key]) -> dict[Key, int]:
    """Hidden cells of which the published ones and the known bounds leave one possible value:
    −1 at the lowest, 1 at the highest."""
    cells = table.cells
    parts = {k for k, c in cells.items() if c.denominator is not None}
    if not parts:
        return fixed(table, gone, lambda c: c.value, lambda c: Span.of(c.low, c.high))
    ratio = [r for r in table.relations if parts.issuperset(r.keys)]
    inside = Table({k: cells[k] for k in parts}, ratio, table.hidden, table.unseen, table.sealed, table.limit)
    held = parts & gone
    low = fixed(inside, held, lambda c: Fraction(c.numerator or 0), lambda _: Span.of(0, None))
    if any(c.numerator is not None and c.numerator > c.size for c in inside.cells.values()):
        return low
    rest = fixed(inside, held, lambda c: c.size - Fraction(c.numerator or 0), lambda _: Span.of(0, None))
    return low | {k: 1 for k in rest if k not in low}


def fixed(
    table: Table, gone: set[Key], value: Callable[[Cell], Fraction], span: Callable[[Cell], Span]
) -> dict[Key, int]:
    """Hidden cells whose possible values shrink to one when the sums are followed to the end."""
    spans = {k: span(c) if k in gone else Span.of(value(c), value(c)) for k, c in table.cells.items()}
    narrow = intervals.narrowed(spans, [(r.total, r.members) for r in table.relations])
    return {
        k: -1 if narrow[k].low == spans[k].low else 1
        for k in gone
        if k in narrow and narrow[k].low == narrow[k].high
    }


def few(relation: Relation, table: Table, gone: set[Key]) -> bool:
    """Whether the hidden parts together are still fewer than the limit, while others are shown."""
    parts = [table.cells[k] for k in relation.members if k in gone]
    if table.limit is None or not parts or len(parts) == len(relation.members) or relation.total in gone:
        return False
    return sum((p.size for p in parts), Fraction(0)) < table.limit


def next_victim(table: Table, gone: set[Key], exposed: Mapping[Key, int]) -> Key | None:
    """The next cell to hide: a published part of a sum that gives one away (the smallest that
    helps, zeros last), else its total, else a cell of a sum beside it."""
    weak = [r for r in table.relations if exposed.keys() & set(r.keys)]
    sides = set(exposed.values())
    for relation in weak:
        parts = [m for m in relation.members if m not in gone and side_of(table.cells[m]) not in sides - {0}]
        if parts:
            return min(parts, key=lambda m: order(table, m))
        if relation.total not in gone:
            return relation.total
    near = {k for r in weak for k in r.keys}
    beside = [r for r in table.relations if near & set(r.keys)]
    spare = {k for r in (*weak, *beside) for k in r.keys if k not in gone}
    return min(spare, key=lambda m: order(table, m)) if spare else None


def side_of(cell: Cell) -> int:
    """−1 for a cell at the lowest value it can have, 1 at the highest, else 0: such a cell would
    not make hidden ones of the same side any safer."""
    if cell.numerator is not None and cell.denominator is not None:
        return -1 if cell.numerator == 0 else 1 if cell.numerator == cell.denominator else 0
    at = (cell.low is not None and cell.value == cell.low, cell.high is not None and cell.value == cell.high)
    return -1 if at[0] else 1 if at[1] else 0


def order(table: Table, key: Key) -> tuple[bool, Fraction, Key]:
    """Order in which published cells are given up: smallest first, zeros last."""
    size = table.cells[key].size
    return size == 0, size, key
