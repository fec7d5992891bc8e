"""Which rows are the indicator's own figure and which are its categories.

The rules, in order (docs/import-open-sdg.md says them to users):
1. Rows of one unit make one indicator; several units make several.
2. A column with one and the same category in every row narrows the indicator; it is no breakdown.
3. Of several series the headline is the one the metadata start with, else the first in the file
   that has a row without categories. The others become categories of the dimension Series.
4. Without any row free of categories, the categories the metadata start with are the headline;
   if the metadata name none, there is no headline.
5. Parts of a year are categories of the dimension Period. Of other periods that start in the same
   year the plain year, else the first in the file stays; the others become such categories too.
6. Rows equal in all this are one row; if their values differ, no value is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.importers.open_sdg.report import Code, ImportFinding
from generator.importers.open_sdg.rows import GEO_CODE, PERIOD, SERIES, UNITS, SourceRow
from generator.importers.open_sdg.terms import ObservationState
from generator.model import Status

Categories = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row to be written. `categories` sorted by the order of the dimensions; () = headline.
    `lines` are the source's lines it stands for."""

    year: int
    label: str
    categories: Categories
    value: str | None
    state: ObservationState
    lines: tuple[int, ...]
    contradicts: bool = False
    """The source gives several values; none is carried."""


@dataclass(slots=True)
class UnitTable:
    """All rows of one unit: one indicator."""

    unit: str
    dimensions: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    narrowed: Categories = ()
    """Categories that all rows (rule 2) or the headline (rule 4) have."""
    headline_series: str = ""
    series_count: int = 0
    has_headline: bool = True
    findings: list[ImportFinding] = field(default_factory=list)


def by_unit(rows: Sequence[SourceRow], start: Mapping[str, str], file: str) -> list[UnitTable]:
    """One table for each unit, in the order in which units appear. `start` maps lower-case
    column names to the category that the source's site shows first."""
    groups: dict[str, list[SourceRow]] = {}
    for row in rows:
        groups.setdefault(row.unit, []).append(row)
    return [_table(unit, group, start, file) for unit, group in groups.items()]


@dataclass(slots=True)
class _Placed:
    """A row on its way: categories by dimension, still to be compared with its neighbours."""

    row: SourceRow
    categories: dict[str, str]


def _table(unit: str, rows: Sequence[SourceRow], start: Mapping[str, str], file: str) -> UnitTable:
    table = UnitTable(unit)
    placed = [_Placed(row, _all_categories(row)) for row in rows]
    table.series_count = len({row.series for row in rows})
    table.narrowed = _take_constants(placed)
    chosen = _headline(placed, start)
    if chosen is None:
        chosen = _start_headline(placed, start)
        table.narrowed += tuple(c for c in chosen.items() if c[0] not in (SERIES, UNITS)) if chosen else ()
    table.has_headline = chosen is not None
    table.headline_series = rows[0].series if table.series_count == 1 else (chosen or {}).get(SERIES, "")
    _clear(placed, chosen or {})
    _place_periods(placed)
    _tell_apart_by_place(placed)
    table.dimensions = list(dict.fromkeys(name for p in placed for name in p.categories))
    table.figures = _merged(placed, table, file)
    if not table.has_headline:
        table.findings.append(ImportFinding(file, 0, Code.NO_HEADLINE))
    return table


def _all_categories(row: SourceRow) -> dict[str, str]:
    own = {SERIES: row.series, UNITS: row.units}
    return {name: text for name, text in (*own.items(), *row.categories) if text}


def _take_constants(placed: Sequence[_Placed]) -> Categories:
    """Rule 2. Series and Units are taken out too, but not told: name and unit say them."""
    constant: list[tuple[str, str]] = []
    for name, text in list(placed[0].categories.items()) if placed else []:
        if all(p.categories.get(name) == text for p in placed):
            constant.append((name, text))
            for p in placed:
                del p.categories[name]
    return tuple(c for c in constant if c[0] not in (SERIES, UNITS))


def _headline(placed: Sequence[_Placed], start: Mapping[str, str]) -> dict[str, str] | None:
    """Rule 3: Series and Units of the headline; None when every row has a category."""
    bare = [p.categories for p in placed if not set(p.categories) - {SERIES, UNITS} and not p.row.year.part]
    if not bare:
        bare = [p.categories for p in placed if not set(p.categories) - {SERIES, UNITS}]
    wanted = {name: start[name.lower()] for name in (SERIES, UNITS) if name.lower() in start}
    fitting = [c for c in bare if all(c.get(n, "").lower() == t.lower() for n, t in wanted.items() if n in c)]
    return next(iter(fitting or bare), None)


def _start_headline(placed: Sequence[_Placed], start: Mapping[str, str]) -> dict[str, str] | None:
    """Rule 4: the first row whose categories are just those the metadata start with."""
    for p in placed:
        own = {n: t for n, t in p.categories.items() if n not in (SERIES, UNITS)}
        if own and all(start.get(n.lower(), "").lower() == t.lower() for n, t in own.items()):
            return dict(p.categories)
    return None


def _clear(placed: Sequence[_Placed], headline: Mapping[str, str]) -> None:
    """Rows of the headline's series and unit lose these categories; for rule 4 also the rest,
    but only in the rows that are the headline itself."""
    special = {n: t for n, t in headline.items() if n in (SERIES, UNITS)}
    for p in placed:
        if p.categories == headline:
            p.categories = {}
        elif special and all(p.categories.get(n) == t for n, t in special.items()):
            p.categories = {n: t for n, t in p.categories.items() if n not in special}


def _key(p: _Placed) -> tuple[int, Categories]:
    return p.row.year.year, tuple(sorted(p.categories.items()))


def _place_periods(placed: Sequence[_Placed]) -> None:
    """Rule 5."""
    for p in placed:
        if p.row.year.part:
            p.categories[PERIOD] = p.row.year.part
    labels: dict[tuple[int, Categories], list[str]] = {}
    for p in placed:
        seen = labels.setdefault(_key(p), [])
        if p.row.year.label not in seen:
            seen.append(p.row.year.label)
    for p in placed:
        seen = labels.get(_key(p), [])
        stays = "" if "" in seen else next(iter(seen), "")
        if len(seen) > 1 and p.row.year.label != stays:
            p.categories[PERIOD] = p.row.year.label


def _tell_apart_by_place(placed: Sequence[_Placed]) -> None:
    """Rows equal but for their GeoCode are different places: the code becomes a category."""
    codes: dict[tuple[int, Categories], set[str]] = {}
    for p in placed:
        codes.setdefault(_key(p), set()).add(p.row.geo_code)
    for p in placed:
        if len(codes.get(_key(p), ())) > 1 and p.row.geo_code:
            p.categories[GEO_CODE] = p.row.geo_code


def _merged(placed: Iterable[_Placed], table: UnitTable, file: str) -> list[Figure]:
    """Rule 6, headline first, then by category and year."""
    same: dict[tuple[int, Categories], list[SourceRow]] = {}
    order = {name: n for n, name in enumerate(table.dimensions)}
    for p in placed:
        categories = tuple(sorted(p.categories.items(), key=lambda c: order[c[0]]))
        same.setdefault((p.row.year.year, categories), []).append(p.row)
    figures = [_figure(year, c, rows, table, file) for (year, c), rows in same.items()]
    return sorted(figures, key=lambda f: ([(order[n], t) for n, t in f.categories], f.year, f.lines))


def _figure(year: int, categories: Categories, rows: list[SourceRow], table: UnitTable, file: str) -> Figure:
    first = next((r for r in rows if r.value is not None), rows[0])
    lines = tuple(r.line for r in rows)
    values = {r.value for r in rows if r.value is not None}
    figure = Figure(year, first.year.label, categories, first.value, first.state, lines)
    code = Code.ROWS_CONTRADICT if len(values) > 1 else Code.ROW_REPEATED
    for other in rows:
        if other is not first:
            text = f"{other.value or '–'} / {first.value or '–'}"
            table.findings.append(ImportFinding(file, other.line, code, text, str(first.line)))
    if len(values) <= 1:
        return figure
    listed = ", ".join(dict.fromkeys(r.value for r in rows if r.value is not None))
    note = f"the source gives different values for the same year and categories: {listed}"
    state = ObservationState(Status.NOT_REPORTED, note, first.state.is_break)
    return replace(figure, value=None, state=state, contradicts=True)
