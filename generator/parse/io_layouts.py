"""The layouts in which input–output tables are published, each to one draft.

Five are known: this project's own normalised CSV, the long and the wide CSV of Japanese tables, the CSV
of the Eurostat manual, and the sheet that prefectures publish (取引基本表, competitive imports).
Kinds of rows and columns are told by their published names; nothing is told by position alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator import grammar
from generator.grammar import Refusal
from generator.load.grid import Grid
from generator.load.raw import CellKind
from generator.parse.tables import Faults

Numbers = list[Decimal]


class RowKind(StrEnum):
    """What a row below the sectors is."""

    WAGES = "wages"
    VALUE_ADDED = "value_added"
    OTHER_INPUT = "other_input"
    EMPLOYMENT = "employment"
    OUTPUT = "output"


class ColumnKind(StrEnum):
    """What a column right of the sectors is."""

    PRIVATE_CONSUMPTION = "private_consumption"
    DEMAND = "demand"
    EXPORT = "export"
    IMPORT = "import"
    OUTPUT = "output"


@dataclass(slots=True)
class Draft:
    """A table as read: sector names and codes, and every row and column by kind and name."""

    sectors: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    row_sectors: list[str] = field(default_factory=list)
    inputs: list[Numbers] = field(default_factory=list)
    columns: list[tuple[ColumnKind, str, Numbers]] = field(default_factory=list)
    rows: list[tuple[RowKind, str, Numbers]] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    """year, unit, source, as far as the sheet says."""


Layout = Callable[[Grid, Faults], Draft | None]
_CODE = re.compile(r"^([0-9]{1,4})[_\s　.．:：]+(.+)$", re.DOTALL)
_NOTHING = ("", "-", "－", "―", "—", "…")


def bare(text: str) -> str:
    """What two spellings of a heading have in common."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def code_and_name(text: str) -> tuple[str, str]:
    """`01_農林水産業` → (01, 農林水産業); no code → ("", text)."""
    one_line = " ".join(text.split())
    found = _CODE.match(one_line)
    return (found.group(1), found.group(2).strip()) if found else ("", one_line)


def column_kind(name: str) -> ColumnKind:
    """What a final-demand column is, by its published name. 調整項 is a part of demand inside the
    area, as in the published sums (77 stands before 国内最終需要計)."""
    key = bare(name)
    if re.search(r"生産額|^(total_?)?output", key):
        return ColumnKind.OUTPUT
    if re.search(r"輸入|移入|関税|^import", key):
        return ColumnKind.IMPORT
    if re.search(r"輸出|移出|^export", key):
        return ColumnKind.EXPORT
    household = re.search(r"民間消費|家計消費|household|\(private\)|private_?consumption", key)
    if household and not re.search(r"家計外|outside|対家計", key):
        return ColumnKind.PRIVATE_CONSUMPTION
    return ColumnKind.DEMAND


def row_kind(name: str) -> RowKind:
    """What a row of value added is, by its published name."""
    key = bare(name)
    if re.search(r"雇用者所得|雇用者報酬|compensation", key):
        return RowKind.WAGES
    if re.search(r"従業者|就業者|雇用者数|^employment", key):
        return RowKind.EMPLOYMENT
    if re.search(r"生産額|^(total_?)?output", key):
        return RowKind.OUTPUT
    return RowKind.VALUE_ADDED


def number(grid: Grid, row: int, column: int, faults: Faults) -> Decimal:
    """A cell's amount; an empty cell and a dash are nothing bought."""
    cell = grid.cell(row, column)
    text = grid.text(row, column)
    if text in _NOTHING:
        return Decimal(0)
    found = grammar.number(text) if cell.kind in (CellKind.TEXT, CellKind.NUMBER) else None
    if found is None or isinstance(found, Refusal) or found.percent:
        faults.reject("io_not_number", cell.place, text)
        return Decimal(0)
    return found.value


def numbers(grid: Grid, row: int, columns: Sequence[int], faults: Faults) -> Numbers:
    return [number(grid, row, c, faults) for c in columns]


# ---------------------------------------------------------------- our own CSV

NORMALISED = ("row_kind", "row_code", "row", "column_kind", "column_code", "column", "value")


def normalised(grid: Grid, faults: Faults) -> Draft | None:
    """What `impact import io-table` writes: one cell a row, every kind spelt out."""
    head = [bare(grid.text(0, c)) for c in range(len(NORMALISED))]
    if head != list(NORMALISED):
        return None
    cells: list[_Cell] = []
    about: dict[str, str] = {}
    for r in range(1, len(grid.rows)):
        kind, code, name, column, column_code, column_name, value = (
            grid.text(r, c) for c in range(len(NORMALISED))
        )
        if kind == "about":
            about[name] = value
        elif kind or value:
            amount = number(grid, r, len(NORMALISED) - 1, faults)
            cells.append(_Cell(kind, code, name, column, column_code, column_name, amount))
    unknown = {c.row_kind for c in cells} - {"industry", *RowKind}
    unknown |= {c.column_kind for c in cells} - {"industry", *ColumnKind}
    for word in sorted(unknown):
        faults.reject("io_kind_unknown", grid.place(0, 0), word)
    draft = _drafted(cells, RowKind, ColumnKind) if not unknown else Draft()
    draft.about = about
    return draft


@dataclass(frozen=True, slots=True)
class _Cell:
    row_kind: str
    row_code: str
    row: str
    column_kind: str
    column_code: str
    column: str
    value: Decimal


def _drafted(
    cells: Sequence[_Cell], kind_of_row: Callable[[str], RowKind], kind_of_column: Callable[[str], ColumnKind]
) -> Draft:
    """A draft from single cells; absent cells are nothing bought."""
    sectors = list(dict.fromkeys(c.column for c in cells if c.column_kind == "industry"))
    rows = dict.fromkeys((c.row_kind, c.row) for c in cells)
    columns = dict.fromkeys((c.column_kind, c.column) for c in cells)
    codes = {c.column: c.column_code for c in cells if c.column_kind == "industry"}
    at = {(c.row_kind, c.row, c.column_kind, c.column): c.value for c in cells}

    def line(kind: str, name: str) -> Numbers:
        return [at.get((kind, name, "industry", s), Decimal(0)) for s in sectors]

    found = [name for kind, name in rows if kind == "industry"]
    return Draft(
        sectors=sectors,
        codes=[codes[s] for s in sectors],
        row_sectors=found,
        inputs=[line("industry", name) for name in found],
        columns=[
            (
                kind_of_column(kind),
                name,
                [at.get(("industry", s, kind, name), Decimal(0)) for s in found],
            )
            for kind, name in columns
            if kind != "industry"
        ],
        rows=[(kind_of_row(kind), name, line(kind, name)) for kind, name in rows if kind != "industry"],
    )


# ---------------------------------------------------------------- Japanese CSVs


def japan_long(grid: Grid, faults: Faults) -> Draft | None:
    """input_type, input_name, output_type, output_name, value: one cell a row."""
    head = [bare(grid.text(0, c)) for c in range(4)]
    if head != ["input_type", "input_name", "output_type", "output_name"]:
        return None
    cells = []
    for r in range(1, len(grid.rows)):
        texts = [grid.text(r, c) for c in range(4)]
        if any(texts):
            cells.append(_typed(texts[0], texts[1], texts[2], texts[3], number(grid, r, 4, faults)))
    return _by_name(cells)


def japan_wide(grid: Grid, faults: Faults) -> Draft | None:
    """A header `input, industry/01_…, finaldemand/71_…` and the same names down the side."""
    if bare(grid.text(0, 0)) != "input" or "/" not in grid.text(0, 1):
        return None
    heads = [_slashed(grid.text(0, c)) for c in range(1, len(grid.rows[0]))]
    cells = []
    for r in range(1, len(grid.rows)):
        kind, name = _slashed(grid.text(r, 0))
        if not kind:
            continue
        for c, (column, column_name) in enumerate(heads, start=1):
            if grid.text(r, c):
                cells.append(_typed(kind, name, column, column_name, number(grid, r, c, faults)))
    return _by_name(cells)


def _slashed(text: str) -> tuple[str, str]:
    kind, _, name = text.partition("/")
    return kind.strip(), name.strip()


def _typed(kind: str, row: str, column_kind: str, column: str, value: Decimal) -> _Cell:
    (row_code, row_name), (column_code, column_name) = code_and_name(row), code_and_name(column)
    # The published group (finaldemand, export, import, valueadded) leads the name: a plain
    # "(less) Custom duties" is told by its group.
    return _Cell(
        "industry" if kind == "industry" else f"{kind}/{row_name}",
        row_code,
        row_name,
        "industry" if column_kind == "industry" else f"{column_kind}/{column_name}",
        column_code,
        column_name,
        value,
    )


def _by_name(cells: Sequence[_Cell]) -> Draft:
    def of_column(kind: str) -> ColumnKind:
        group, name = _slashed(kind)
        by_group = {"export": ColumnKind.EXPORT, "import": ColumnKind.IMPORT}
        return by_group.get(group, column_kind(name))

    return _drafted(cells, lambda kind: row_kind(_slashed(kind)[1]), of_column)


# ---------------------------------------------------------------- Eurostat manual


def eurostat(grid: Grid, faults: Faults) -> Draft | None:
    """quadrant, iotables_row, then sectors, final demand and output; domestic flows, with imported
    products and taxes on products as rows of their own."""
    head = [bare(grid.text(0, c)) for c in range(len(grid.rows[0]))] if grid.rows else []
    if "iotables_row" not in head or "quadrant" not in head:
        return None
    kind, quadrant, label = head.index("iotables_row"), head.index("quadrant"), 1
    names = [bare(grid.text(r, kind)) for r in range(len(grid.rows))]
    if "total" not in names:
        faults.reject("io_layout_unknown", grid.place(0, 0), "total")
        return Draft()
    last = names.index("total")
    sectors = list(range(1, last))
    columns = list(range(kind + 1, kind + 1 + len(sectors)))
    draft = Draft(
        sectors=[grid.text(r, label) for r in sectors],
        codes=[grid.text(r, 0) for r in sectors],
        row_sectors=[grid.text(r, label) for r in sectors],
        inputs=[numbers(grid, r, columns, faults) for r in sectors],
    )
    for c in range(columns[-1] + 1, len(head)):
        if head[c] not in ("", "total"):
            line = [number(grid, r, c, faults) for r in sectors]
            draft.columns.append((column_kind(head[c]), head[c], line))
    bought = True
    for r in range(last + 1, len(grid.rows)):
        bought = bought and not names[r].startswith("intermediate")
        told_row = _eurostat_row(names[r], grid.text(r, quadrant), bought)
        if told_row is not None:
            draft.rows.append((told_row, grid.text(r, label), numbers(grid, r, columns, faults)))
    return draft


def _eurostat_row(name: str, quadrant: str, bought: bool) -> RowKind | None:
    """What a row below the sectors is; None for sums and for what is not money or people."""
    if quadrant not in ("10", "20"):
        return RowKind.EMPLOYMENT if re.fullmatch(r"employment_(domestic_)?total", name) else None
    if name.startswith(("intermediate", "gva")) or not name:
        return None
    return RowKind.OTHER_INPUT if bought else row_kind(name)


# ---------------------------------------------------------------- prefectures

_ENDOGENOUS = re.compile(r"^内生部門(計|合計)?$")
_TOTAL = re.compile(r"(計|合計)$|^(最終需要|需要|県内需要|粗付加価値)(部門)?(計|合計)?$")
_UNIT = re.compile(r"単位[:：]?\s*([^)）】\s]+)")
_YEAR = re.compile(r"((平成|令和|昭和)\s*([0-9]+|元)年|[12][0-9]{3}年)")


def prefecture(grid: Grid, faults: Faults) -> Draft | None:
    """取引基本表: names across and down, 内生部門計, final demand, (控除)移輸入, 県内生産額, and
    value added below."""
    marks = sorted(
        (r, c)
        for r, row in enumerate(grid.rows)
        for c in range(len(row))
        if _ENDOGENOUS.match(plain_name(grid.text(r, c)))
    )
    below = [(r, c) for r, c in marks if marks and r > marks[0][0] and c < marks[0][1]]
    if not marks or not below:
        return None
    (head, end), (bottom, side) = marks[0], min(below)
    across = [c for c in range(side + 1, end) if grid.text(head, c)]
    down = [r for r in range(head + 1, bottom) if grid.text(r, side) and _is_row(grid, r, across)]
    named = [code_and_name(grid.text(head, c)) for c in across]
    codes = [code or code_beside(grid, r, side) for (code, _), r in zip(named, down, strict=False)]
    draft = Draft(
        sectors=[name for _, name in named],
        codes=codes + [""] * (len(named) - len(codes)),
        row_sectors=[code_and_name(grid.text(r, side))[1] for r in down],
        inputs=[numbers(grid, r, across, faults) for r in down],
        about=_said_above(grid, head),
    )
    width = max(len(row) for row in grid.rows)
    for c in _without_totals([(c, grid.text(head, c)) for c in range(end + 1, width)]):
        name = code_and_name(grid.text(head, c))[1]
        draft.columns.append((column_kind(name), name, [number(grid, r, c, faults) for r in down]))
    for r in range(bottom + 1, len(grid.rows)):
        name = code_and_name(grid.text(r, side))[1]
        if name and not _TOTAL.search(plain_name(name)) and _is_row(grid, r, across):
            draft.rows.append((row_kind(name), name, numbers(grid, r, across, faults)))
    return draft


def plain_name(text: str) -> str:
    """A heading without code, brackets and spaces: （控除）移輸入 → 控除移輸入."""
    return re.sub(r"[()【】\[\]\s]", "", bare(code_and_name(text)[1]))


def code_beside(grid: Grid, row: int, side: int) -> str:
    """The sector code in the column before the names."""
    found = grid.text(row, side - 1) if side else ""
    return found if re.fullmatch(r"[0-9]{1,4}", found) else ""


def _is_row(grid: Grid, row: int, across: Sequence[int]) -> bool:
    """Whether a row holds numbers (a row of codes or remarks does not count as one)."""
    return any(grid.cell(row, c).kind is not CellKind.EMPTY for c in across)


def _without_totals(columns: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Columns to be read: of exports and imports the parts, or the total where there are none;
    sums over final demand never."""
    kept: dict[ColumnKind, list[tuple[int, bool]]] = {}
    for c, text in columns:
        if text:
            kept.setdefault(column_kind(code_and_name(text)[1]), []).append((c, is_total(text)))
    for kind, found in sorted(kept.items()):
        parts = [c for c, total in found if not total]
        only_total = kind in (ColumnKind.EXPORT, ColumnKind.IMPORT, ColumnKind.OUTPUT) and not parts
        yield from [found[-1][0]] if only_total else parts


def is_total(text: str) -> bool:
    """Whether a heading names a sum of other columns. 輸出計 may be all there is of exports."""
    return _TOTAL.search(plain_name(text)) is not None


def _said_above(grid: Grid, head: int) -> dict[str, str]:
    """Unit and year from the titles above the table."""
    titles = [grid.text(r, c) for r in range(head + 1) for c in range(len(grid.rows[r]))]
    found = {}
    for name, pattern in (("unit", _UNIT), ("year", _YEAR)):
        said = next(
            (m.group(1) for t in titles if (m := pattern.search(unicodedata.normalize("NFKC", t)))), ""
        )
        if said:
            found[name] = said
    return found


LAYOUTS: tuple[Layout, ...] = (normalised, japan_long, japan_wide, eurostat, prefecture)
