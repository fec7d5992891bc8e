"""The cells of one indicator and year, published or not, and the sums that hold between them.

A society's row of one category is never on a page, but it stands in the sums that are: in the
category's total and in the society's own. `suppression` needs it to see what can be worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from generator.metrics import suppression
from generator.metrics.point import Point, direct
from generator.metrics.suppression import Cell, Key, Relation, Table
from generator.model import Aggregation, Exact, Indicator, Kind, Observation, Status

Categories = tuple[tuple[str, str], ...]
TOTAL: Key = ("total",)
ROLLED_UP = (Aggregation.SUM, Aggregation.COUNT_TRUE, Aggregation.RATIO_OF_SUMS)
ADDED = (*ROLLED_UP, Aggregation.MEAN_OF_PROJECTS)


@dataclass(slots=True)
class Year:
    """What is known of one year: every area's point, and the societies' rows by category."""

    points: dict[Key, Point] = field(default_factory=dict)
    rows: dict[Key, Observation] = field(default_factory=dict)


def society_key(name: str) -> Key:
    """Key of a society's own cell."""
    return ("society", name)


def category_key(categories: Categories) -> Key:
    """Key of a category's cell."""
    return ("category", *(part for pair in categories for part in pair))


def row_key(name: str, categories: Categories) -> Key:
    """Key of a society's row of one category."""
    return ("row", name, *(part for pair in categories for part in pair))


def hidden_keys(year: Year, indicator: Indicator, default_limit: int) -> set[Key]:
    """Cells of one year that may not be published, given away by nothing that is."""
    limit = suppression.limit_of(indicator, default_limit)
    marked = {k for k, p in year.points.items() if p.status is Status.SUPPRESSED}
    known = {k: p for k, p in year.points.items() if p.actual is not None}
    small = {k for k, p in known.items() if guarded(k, p) and suppression.too_small(p, limit)}
    sealed = set() if indicator.public_by_society else {k for k in known if k[0] == "society"}
    secret = {k for k, r in year.rows.items() if r.status is Status.SUPPRESSED}
    if not indicator.public_by_society:
        sealed |= set(year.rows)
    if not (marked or small or sealed or secret):
        return set()
    found = {k: cell(k, p, indicator, limit) for k, p in known.items()}
    if indicator.aggregation in ROLLED_UP:
        found |= row_cells(year.rows, indicator)
    table = Table(
        found,
        relations(year, found, indicator),
        hidden=frozenset(found.keys() & (marked | small | sealed | secret)),
        unseen=frozenset(k for k in found if k[0] == "row"),
        sealed=frozenset(sealed - marked - secret),
        limit=limit,
    )
    return marked | suppression.closed(table)


def guarded(key: Key, point: Point) -> bool:
    """Whether the limit applies: to societies and categories always, to the federation's value
    only where people stand behind a rate (a small total of counts names nobody)."""
    return key != TOTAL or point.denominator is not None


def cell(key: Key, point: Point, indicator: Indicator, limit: int | None) -> Cell:
    """A point as a cell. A single row keeps the declared minimum and maximum; a cell that is
    hidden for being small lies between 1 and the limit, and a reader may know why it is hidden."""
    low: Exact | None = indicator.minimum
    high: Exact | None = indicator.maximum if key[0] == "society" or not point.formula else None
    if indicator.aggregation is Aggregation.COUNT_TRUE:
        low, high = Fraction(0), Fraction(1) if key[0] == "society" else None
    value = Fraction(point.actual or 0)
    small = guarded(key, point) and suppression.too_small(point, limit)
    whole = value.denominator == 1 and low is not None and low >= 0
    if small and limit is not None and point.denominator is None and whole:
        low, high = max(Fraction(low or 0), Fraction(1)), min(Fraction(high or limit), Fraction(limit - 1))
    return Cell(value, point.numerator, point.denominator, low, high, small)


def row_cells(rows: Mapping[Key, Observation], indicator: Indicator) -> dict[Key, Cell]:
    """The societies' rows by category that enter a sum."""
    found: dict[Key, Cell] = {}
    for key, row in rows.items():
        point = direct(row, indicator, row.fiscal_year)
        if contributes(point, indicator):
            found[key] = cell(("society",), point, indicator, None)
    return found


def contributes(point: Point, indicator: Indicator) -> bool:
    """Whether a society's point enters the federation's value: a ratio needs both parts, a sum
    a value that was reported as such."""
    if point.actual is None:
        return False
    if indicator.aggregation is Aggregation.RATIO_OF_SUMS:
        return point.denominator is not None
    return indicator.aggregation not in ROLLED_UP or bool(point.actual_src)


def relations(year: Year, found: Mapping[Key, Cell], indicator: Indicator) -> list[Relation]:
    """The sums that hold between the cells of one year."""
    parts = any(c.denominator is not None for c in found.values())
    if not (indicator.aggregation in ADDED or indicator.kind in (Kind.COUNT, Kind.AMOUNT) or parts):
        return []
    members = [k for k in found if k[0] == "society" and contributes(year.points[k], indicator)]
    links = [Relation(TOTAL, tuple(sorted(members))), *category_relations(found, ("category",), TOTAL)]
    links += rows_of_categories(found)
    for key in sorted(k for k in found if k[0] == "society"):
        links += category_relations(found, ("row", key[1]), key)
    return [r for r in links if r.members and r.total in found]


def category_relations(found: Iterable[Key], head: Key, whole: Key) -> list[Relation]:
    """Along each dimension the categories of one area add up to its cell without that dimension."""
    groups: dict[tuple[Key, str], list[Key]] = {}
    for key in found:
        if key[: len(head)] != head:
            continue
        rest = key[len(head) :]
        pairs = list(zip(rest[::2], rest[1::2], strict=True))
        for pair in pairs:
            others = tuple(part for p in pairs if p != pair for part in p)
            groups.setdefault(((*head, *others) if others else whole, pair[0]), []).append(key)
    return [Relation(total, tuple(sorted(keys))) for (total, _), keys in sorted(groups.items())]


def rows_of_categories(found: Iterable[Key]) -> list[Relation]:
    """A category's cell is the sum of its societies' rows."""
    groups: dict[Key, list[Key]] = {}
    for key in found:
        if key[0] == "row":
            groups.setdefault(("category", *key[2:]), []).append(key)
    return [Relation(total, tuple(sorted(keys))) for total, keys in sorted(groups.items())]
