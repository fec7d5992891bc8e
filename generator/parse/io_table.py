"""Input–output tables: from a published sheet to a table that is proved before it is used.

Sector names must be the same across and down, private consumption and compensation of employees
must be there, every sector must balance, and B(S·F + E) must give back the output.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator import leontief
from generator.findings import Finding, Place
from generator.load.grid import Grid
from generator.model_impact import IoTable, Vector
from generator.parse.io_layouts import LAYOUTS, ColumnKind, Draft, Numbers, RowKind, bare
from generator.parse.tables import Faults

ABOUT = ("year", "unit", "source")
"""What must be known of a table before a number from it is printed."""
MOST_SECTORS = 600


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A proved table and the draft it was made from; both None where something is rejected."""

    table: IoTable | None
    draft: Draft | None
    findings: list[Finding]


def read_table(grids: Sequence[Grid], about: Mapping[str, str] | None = None, sheet: str = "") -> ReadTable:
    """The table of a file. `about` (year, unit, source) beats what the sheet says; `sheet` chooses
    one of several sheets that hold a table."""
    faults = Faults()
    found = [(grid, *made) for grid in grids if (made := _draft(grid)) is not None]
    if sheet:
        found = [f for f in found if f[0].sheet == sheet]
    file = grids[0].file if grids else ""
    if not found:
        faults.reject("io_layout_unknown", Place(file, sheet=sheet), sheet)
        return ReadTable(None, None, faults.found)
    if len(found) > 1:
        names = ", ".join(grid.sheet for grid, _, _ in found)
        faults.reject("io_several_sheets", Place(file), names)
        return ReadTable(None, None, faults.found)
    grid, draft, told = found[0]
    draft.about |= {k: v for k, v in (about or {}).items() if v}
    place = Place(grid.file, sheet=grid.sheet)
    if told.rejections() or not _is_whole(draft, place, faults):
        return ReadTable(None, None, told.found + faults.found)
    table = table_of(draft, grid.file)
    _prove(table, place, faults)
    if faults.rejections():
        return ReadTable(None, None, told.found + faults.found)
    return ReadTable(table, draft, told.found + faults.found)


def _draft(grid: Grid) -> tuple[Draft, Faults] | None:
    for layout in LAYOUTS:
        faults = Faults()
        draft = layout(grid, faults) if grid.rows else None
        if draft is not None:
            return draft, faults
    return None


def _is_whole(draft: Draft, place: Place, faults: Faults) -> bool:
    """Names across and down agree, and everything that a ripple needs is there."""
    before = faults.rejections()
    across, down = [bare(s) for s in draft.sectors], [bare(s) for s in draft.row_sectors]
    if not across or len(across) > MOST_SECTORS:
        faults.reject("io_no_sectors", place, str(len(across)))
    for name in sorted({s for s in draft.sectors if across.count(bare(s)) > 1}):
        faults.reject("io_sector_repeated", place, name)
    if across != down:
        n = next((i for i, (a, d) in enumerate(zip(across, down, strict=False)) if a != d), None)
        row = draft.row_sectors[n] if n is not None else f"{len(down)}"
        column = draft.sectors[n] if n is not None else f"{len(across)}"
        faults.reject("io_sectors_differ", place, row, column=column)
    columns, rows = {k for k, _, _ in draft.columns}, {k for k, _, _ in draft.rows}
    for role, there in (
        (ColumnKind.PRIVATE_CONSUMPTION.value, ColumnKind.PRIVATE_CONSUMPTION in columns),
        (RowKind.WAGES.value, RowKind.WAGES in rows),
    ):
        if not there:
            faults.reject("io_role_missing", place, role)
    for name in ABOUT:
        if not draft.about.get(name):
            faults.reject("io_about_missing", place, name)
    return faults.rejections() == before


def table_of(draft: Draft, file: str) -> IoTable:
    """The table of a draft whose names agree."""
    size = len(draft.sectors)
    wages = _added(_rows(draft, RowKind.WAGES), size)
    value_added = [w + v for w, v in zip(wages, _added(_rows(draft, RowKind.VALUE_ADDED), size), strict=True)]
    other = _added(_rows(draft, RowKind.OTHER_INPUT), size)
    private = _added(_columns(draft, ColumnKind.PRIVATE_CONSUMPTION), size)
    rest = _added(_columns(draft, ColumnKind.DEMAND), size)
    imports = _columns(draft, ColumnKind.IMPORT)
    stated = _rows(draft, RowKind.OUTPUT)
    bought = [sum((line[j] for line in draft.inputs), Decimal(0)) for j in range(size)]
    made = [b + o + v for b, o, v in zip(bought, other, value_added, strict=True)]
    jobs = _rows(draft, RowKind.EMPLOYMENT)
    return IoTable(
        sectors=tuple(draft.sectors),
        codes=tuple(draft.codes),
        inputs=tuple(floats(line) for line in draft.inputs),
        other_inputs=floats(other),
        wages=floats(wages),
        value_added=floats(value_added),
        private_consumption=floats(private),
        demand=floats(p + r for p, r in zip(private, rest, strict=True)),
        exports=floats(_added(_columns(draft, ColumnKind.EXPORT), size)),
        imports=_positive(_added(imports, size)) if imports else None,
        # Where row and column totals differ a little, the column's is what the coefficients need.
        output=floats(stated[-1] if stated else made),
        row_output=floats(sold[-1]) if (sold := _columns(draft, ColumnKind.OUTPUT)) else None,
        employment=floats(jobs[-1]) if jobs else None,
        columns=tuple((n, floats(line)) for k, n, line in draft.columns if k is not ColumnKind.OUTPUT),
        year=draft.about.get("year", ""),
        unit=draft.about.get("unit", ""),
        source=draft.about.get("source", ""),
        file=file,
    )


def floats(values: Iterable[Decimal]) -> Vector:
    return tuple(float(v) for v in values)


def _rows(draft: Draft, kind: RowKind) -> list[Numbers]:
    return [values for k, _, values in draft.rows if k is kind]


def _columns(draft: Draft, kind: ColumnKind) -> list[Numbers]:
    return [values for k, _, values in draft.columns if k is kind]


def _added(lines: Sequence[Numbers], size: int) -> Numbers:
    return [sum((line[i] for line in lines), Decimal(0)) for i in range(size)]


def _positive(imports: Numbers) -> Vector:
    """Imports as amounts: a column of deductions is printed with a minus, or under (控除) without."""
    return floats(imports if sum(imports) > 0 else [-v for v in imports])


def _prove(table: IoTable, place: Place, faults: Faults) -> None:
    """Balance of every sector, then the accounting identity."""
    for one in leontief.imbalances(table):
        named = {
            "row": f"{one.row_total:,.10g}",
            "printed": f"{one.row_printed:,.10g}",
            "column": f"{one.column_total:,.10g}",
            "output": f"{one.output:,.10g}",
            "relative": f"{one.relative:.2g}",
            "limit": f"{leontief.TOLERANCE:g}",
        }
        if one.refused:
            faults.reject("io_unbalanced", place, one.sector, **named)
        else:
            faults.warn("io_slightly_unbalanced", place, one.sector, **named)
    for sector, rate in zip(table.sectors, leontief.self_sufficiency(table), strict=True):
        if not 0 <= rate <= 1:
            faults.warn("io_self_sufficiency_outside", place, sector, rate=f"{rate:.4g}")
    if faults.rejections():
        return
    try:
        b = leontief.inverse(table)
    except ZeroDivisionError:
        faults.reject("io_no_inverse", place)
        return
    gap = leontief.identity_gap(b, table)
    if gap > leontief.identity_tolerance(b):
        faults.reject("io_identity_fails", place, f"{gap:.2g}")


def sector_at(table: IoTable, named: str) -> int | None:
    """Position of a sector by its name or its code; None when there is no such sector."""
    keys = [bare(s) for s in table.sectors]
    if bare(named) in keys:
        return keys.index(bare(named))
    return table.codes.index(named.strip()) if named.strip() and named.strip() in table.codes else None
