"""Arithmetic of an input–output table: coefficients, the Leontief inverse, and the proofs that a
table can be used.

With competitive imports B = [I − (I − M̂)A]⁻¹, where M̂ holds the import coefficients; a table of
domestic flows has B = (I − A)⁻¹. Everything here is float64: an inverse has no exact decimal.
Money is in the table's unit; vectors run over its sectors in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model_impact import IoTable, Matrix, Vector

TOLERANCE = 1e-4
"""Relative difference of a sector's row and column total up to which a table is used."""
EXACT = 1e-9
"""Relative difference below which totals count as equal."""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """A sector whose totals differ: output as used (the column's), the sums of its row and of its
    column, and the row total as printed (the row's sum where none is)."""

    sector: str
    output: float
    row_total: float
    column_total: float
    row_printed: float

    @property
    def relative(self) -> float:
        """The largest difference between any two of the totals, relative to the largest."""
        totals = (self.output, self.row_total, self.column_total, self.row_printed)
        largest = max(abs(t) for t in totals)
        return (max(totals) - min(totals)) / largest if largest else 0.0

    @property
    def refused(self) -> bool:
        return self.relative > TOLERANCE


def coefficients(table: IoTable) -> Matrix:
    """A: input of i for one unit of output of j. A sector without output needs nothing."""
    return tuple(
        tuple(v / out if out else 0.0 for v, out in zip(line, table.output, strict=True))
        for line in table.inputs
    )


def self_sufficiency(table: IoTable) -> Vector:
    """1 − imports ÷ demand inside the area (intermediate + final, exports left out); 1 for
    domestic flows, from which imports are already taken."""
    if table.imports is None:
        return tuple(1.0 for _ in table.sectors)
    inside = (sum(line) + f for line, f in zip(table.inputs, table.demand, strict=True))
    return tuple(1.0 - m / d if d else 1.0 for m, d in zip(table.imports, inside, strict=True))


def inverse(table: IoTable) -> Matrix:
    """B, the Leontief inverse. ZeroDivisionError when the table has none."""
    a, s = coefficients(table), self_sufficiency(table)
    size = range(len(a))
    return inverted([[(1.0 if i == j else 0.0) - s[i] * a[i][j] for j in size] for i in size])


def inverted(matrix: Sequence[Sequence[float]]) -> Matrix:
    """The inverse by Gauss–Jordan elimination with partial pivoting.

    ZeroDivisionError when the matrix is singular."""
    n = len(matrix)
    rows = [[*line, *(1.0 if i == j else 0.0 for j in range(n))] for i, line in enumerate(matrix)]
    for k in range(n):
        pivot = max(range(k, n), key=lambda r: abs(rows[r][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        head = rows[k][k]
        rows[k] = [v / head for v in rows[k]]
        for r in range(n):
            factor = rows[r][k]
            if r != k and factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[k], strict=True)]
    return tuple(tuple(row[n:]) for row in rows)


def times(matrix: Matrix, vector: Sequence[float]) -> Vector:
    """matrix · vector."""
    return tuple(sum(x * y for x, y in zip(line, vector, strict=True)) for line in matrix)


def each(left: Sequence[float], right: Sequence[float]) -> Vector:
    """Products of equal places."""
    return tuple(x * y for x, y in zip(left, right, strict=True))


def plus(*vectors: Sequence[float]) -> Vector:
    """Sums of equal places."""
    return tuple(sum(parts) for parts in zip(*vectors, strict=True))


def per_output(amounts: Sequence[float], table: IoTable) -> Vector:
    """Amounts for one unit of output; 0 where there is no output."""
    return tuple(v / out if out else 0.0 for v, out in zip(amounts, table.output, strict=True))


def multipliers(inverse: Matrix) -> Vector:
    """Output multipliers: the column sums of B."""
    return tuple(map(sum, zip(*inverse, strict=True)))


def induced(inverse: Matrix, table: IoTable, column: Sequence[float]) -> Vector:
    """Production-inducement coefficients of a column of final demand: output of each sector for
    one unit of the column (生産誘発係数)."""
    whole = sum(column)
    made = times(inverse, each(self_sufficiency(table), column))
    return tuple(v / whole for v in made)


# ---------------------------------------------------------------- proofs before use


def imbalances(table: IoTable) -> tuple[Imbalance, ...]:
    """Sectors whose row total, column total and output are not the same, in order."""
    imports = table.imports or tuple(0.0 for _ in table.sectors)
    printed = table.row_output
    found = []
    for j, sector in enumerate(table.sectors):
        bought = sum(line[j] for line in table.inputs) + table.other_inputs[j] + table.value_added[j]
        sold = sum(table.inputs[j]) + table.demand[j] + table.exports[j] - imports[j]
        one = Imbalance(sector, table.output[j], sold, bought, sold if printed is None else printed[j])
        if one.relative > EXACT:
            found.append(one)
    return tuple(found)


def identity_gap(inverse: Matrix, table: IoTable) -> float:
    """How far B(S·F + E) is from output: the largest difference relative to the largest output
    of a sector."""
    final = plus(each(self_sufficiency(table), table.demand), table.exports)
    made = times(inverse, final)
    largest = max((abs(v) for v in table.output), default=0.0) or 1.0
    return max((abs(m - o) for m, o in zip(made, table.output, strict=True)), default=0.0) / largest


def identity_tolerance(inverse: Matrix) -> float:
    """What may remain of B(S·F + E) = output in a table that balances to TOLERANCE: a difference
    in one row grows by at most the largest multiplier on its way through B."""
    return TOLERANCE * max(1.0, *multipliers(inverse)) if inverse else TOLERANCE
